/* storydiff plugin ABI, major version 1.
 *
 * A normalizer plugin is a shared library that exports ONE data symbol, `storydiff_plugin_entry`,
 * and a folder that holds the library together with its manifest `plugin.json`.
 *
 * Conventions
 *  1. Strings are UTF-8. `const char *` members end with NUL; text comes with a size and may not.
 *  2. Nothing changes owner. What the host passes in is valid until the call returns, what the
 *     plugin returns (descriptors, their strings) until the library is unloaded, which the host
 *     never does before the process ends. Sink calls copy at once.
 *  3. Structures only grow at the end. Every structure that one side fills and the other reads
 *     starts with `struct_size`; a member beyond it is absent. Members carry their "since".
 *  4. The host loads a plugin when abi_major is equal and abi_minor is not newer than its own. It
 *     checks this before it calls anything: that is why the entry is data and not a function.
 *  5. Functions never throw and never call exit. A function that returns int returns
 *     STORYDIFF_OK, or STORYDIFF_ERROR after a call of host->set_error.
 *  6. Threads: entry->init is called once, before any descriptor is asked for; deinit at most
 *     once, after the last destroy (a host that ends without unloading leaves it out). An instance
 *     is used by one thread at a time; different instances in parallel only where the descriptor
 *     says `thread_safe`.
 *  7. Places are byte offsets, half-open [begin, end), into the text of the view, on UTF-8
 *     boundaries. All edits of one call speak of the same, unchanged view.
 *
 * C11 and C++20; needs nothing but the two headers below.
 */
#ifndef STORYDIFF_PLUGIN_H
#define STORYDIFF_PLUGIN_H

#include <stddef.h>
#include <stdint.h>

#define STORYDIFF_ABI_MAJOR 1u
#define STORYDIFF_ABI_MINOR 0u

#define STORYDIFF_OK 0
#define STORYDIFF_ERROR 1

/* descriptor flags */
#define STORYDIFF_IDEMPOTENT 1u        /* a second run over its own result proposes nothing */
#define STORYDIFF_NEEDS_COUNTERPART 2u /* contributes nothing where there is no counterpart */
#define STORYDIFF_THREAD_SAFE 4u       /* instances may run in parallel */

#if defined(_WIN32)
#define STORYDIFF_EXPORT __declspec(dllexport)
#else
#define STORYDIFF_EXPORT __attribute__((visibility("default")))
#endif

#ifdef __cplusplus
#define STORYDIFF_NOEXCEPT noexcept
extern "C" {
#else
#define STORYDIFF_NOEXCEPT
#endif

/* Bytes [begin, end) of a view's text. Frozen. */
typedef struct storydiff_span {
  uint64_t begin;
  uint64_t end;
} storydiff_span;

/* A role that an earlier plugin gave to a span. Frozen. */
typedef struct storydiff_mark {
  storydiff_span span;
  const char *role;
  const char *rule;
} storydiff_mark;

/* A fact about the document. Frozen. Keys in 1.0: "path", "media-type",
 * "side" ("source" or "target"). Ignore keys that you do not know. */
typedef struct storydiff_metadata {
  const char *key;
  const char *value;
} storydiff_metadata;

/* What a plugin reads: a text after the plugins that ran before it. Filled by the host. */
typedef struct storydiff_view {
  uint32_t struct_size; /* since 1.0 */
  uint32_t reserved;    /* 0 */
  const char *text;     /* valid UTF-8, no NUL bytes; not NUL-terminated */
  uint64_t text_size;
  const storydiff_span *paragraphs; /* in text order, without surrounding white space */
  uint64_t paragraph_count;
  const storydiff_mark *marks; /* in text order */
  uint64_t mark_count;
  const storydiff_metadata *metadata;
  uint64_t metadata_count;
  const struct storydiff_view *counterpart; /* the text on the other side, or NULL */
} storydiff_view;

/* Takes the edits of one normalize call. Filled by the host; pass `context` first. Each function
 * copies its arguments and returns STORYDIFF_OK, or STORYDIFF_ERROR when the edit can not be
 * taken (the host then fails the whole call, whatever the plugin does next). */
typedef struct storydiff_sink {
  uint32_t struct_size; /* since 1.0 */
  uint32_t reserved;    /* 0 */
  void *context;
  /* The span is no story text but `role`. */
  int (*drop)(void *context, uint64_t begin, uint64_t end, const char *role, const char *rule) STORYDIFF_NOEXCEPT;
  /* The span stands as `utf8` in the normalized text. An empty span inserts. */
  int (*replace)(void *context, uint64_t begin, uint64_t end, const char *utf8, uint64_t size,
                 const char *rule) STORYDIFF_NOEXCEPT;
  /* Paragraphs [first, first + count) go before `before_paragraph`, which must be one that no move
   * of this call takes away, or paragraph_count for the end. Several moves to one place keep the
   * order of the calls. */
  int (*move)(void *context, uint64_t paragraph_first, uint64_t paragraph_count, uint64_t before_paragraph,
              const char *rule) STORYDIFF_NOEXCEPT;
  /* The span stays; it is `role`. */
  int (*mark)(void *context, uint64_t begin, uint64_t end, const char *role, const char *rule) STORYDIFF_NOEXCEPT;
} storydiff_sink;

/* What the host offers. Valid from init to deinit, or from create to destroy. */
typedef struct storydiff_host {
  uint32_t struct_size; /* since 1.0 */
  uint32_t abi_major;
  uint32_t abi_minor;
  uint32_t reserved; /* 0 */
  void *context;
  /* Says why the call that is about to return STORYDIFF_ERROR (or NULL) failed. One line. */
  void (*set_error)(void *context, const char *message) STORYDIFF_NOEXCEPT;
  /* A function table by name ("storydiff.log/1"), or NULL where the host does not have it. */
  const void *(*get_extension)(void *context, const char *name) STORYDIFF_NOEXCEPT;
  /* The folder that holds the plugin's manifest and data files, without a final slash. */
  const char *plugin_folder;
} storydiff_host;

/* "storydiff.log/1". `level`: 0 debug, 1 info, 2 warning. */
typedef struct storydiff_log {
  uint32_t struct_size; /* since storydiff.log/1 */
  uint32_t reserved;    /* 0 */
  void (*message)(void *host_context, uint32_t level, const char *text) STORYDIFF_NOEXCEPT;
} storydiff_log;

/* One plugin of the library, its facts and its functions. Filled by the plugin, constant. */
typedef struct storydiff_descriptor {
  uint32_t struct_size;       /* since 1.0 */
  uint32_t flags;             /* STORYDIFF_IDEMPOTENT | ... */
  const char *id;             /* [a-z0-9.-]+, as in the manifest */
  const char *name;
  const char *version;        /* MAJOR.MINOR.PATCH, as in the manifest */
  const char *vendor;
  const char *licence;        /* SPDX */
  const char *summary;        /* one sentence */
  const char *languages;      /* BCP 47 tags separated by spaces; "" for any */
  const char *roles;          /* roles of its drops and marks, separated by spaces */
  const char *options_schema; /* JSON Schema of the options object; "{}" for none */
  /* An instance, or NULL after set_error. `options_json` is a JSON object. */
  void *(*create)(const char *options_json, const storydiff_host *host) STORYDIFF_NOEXCEPT;
  /* Reads `view`, proposes edits. Edits of a call that fails are all thrown away. */
  int (*normalize)(void *instance, const storydiff_view *view, const storydiff_sink *sink) STORYDIFF_NOEXCEPT;
  void (*destroy)(void *instance) STORYDIFF_NOEXCEPT;
} storydiff_descriptor;

/* The exported symbol's type. Filled by the plugin, constant. */
typedef struct storydiff_plugin_entry_t {
  uint32_t struct_size; /* since 1.0 */
  uint32_t abi_major;   /* STORYDIFF_ABI_MAJOR as the plugin was built */
  uint32_t abi_minor;
  uint32_t count;       /* descriptors in this library */
  /* The descriptor of index 0 .. count-1; NULL beyond. */
  const storydiff_descriptor *(*descriptor)(uint32_t index) STORYDIFF_NOEXCEPT;
  int (*init)(const storydiff_host *host) STORYDIFF_NOEXCEPT; /* may be NULL */
  void (*deinit)(void) STORYDIFF_NOEXCEPT;                    /* may be NULL */
} storydiff_plugin_entry_t;

#define STORYDIFF_ENTRY_SYMBOL "storydiff_plugin_entry"

#ifdef __cplusplus
} /* extern "C" */
#endif

#endif /* STORYDIFF_PLUGIN_H */
