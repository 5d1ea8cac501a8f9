/* A plugin as it was written for ABI 1.0. Frozen: see README.md. */
#include "storydiff_plugin.h"

#include <stdlib.h>
#include <string.h>

typedef struct instance {
  const storydiff_host *host;
  const char *replacement;
} instance;

static int initialised = 0;

static int init(const storydiff_host *host) {
  if (host->struct_size < sizeof(storydiff_host) || host->abi_major != STORYDIFF_ABI_MAJOR) {
    host->set_error(host->context, "this host is not of ABI 1");
    return STORYDIFF_ERROR;
  }
  ++initialised;
  return STORYDIFF_OK;
}

static void deinit(void) { --initialised; }

static void *create(const char *options_json, const storydiff_host *host) {
  instance *made;
  if (initialised != 1) {
    host->set_error(host->context, "init was not called exactly once");
    return NULL;
  }
  if (host->get_extension(host->context, "storydiff.none-of-this-name/1") != NULL) {
    host->set_error(host->context, "the host made an extension up");
    return NULL;
  }
  made = malloc(sizeof *made);
  if (made == NULL) {
    host->set_error(host->context, "out of memory");
    return NULL;
  }
  made->host = host;
  made->replacement = strstr(options_json, "\"long\"") != NULL ? host->plugin_folder : "x";
  return made;
}

static const char *side_of(const storydiff_view *view) {
  uint64_t i;
  for (i = 0; i < view->metadata_count; ++i) {
    if (strcmp(view->metadata[i].key, "side") == 0) return view->metadata[i].value;
  }
  return "";
}

/* In the source: drops the first paragraph, replaces the first byte of the second, marks the third,
 * moves the last to the front. In the target: fails unless it sees the source beside it. */
static int normalize(void *opaque, const storydiff_view *view, const storydiff_sink *sink) {
  const instance *self = opaque;
  const storydiff_span *paragraphs = view->paragraphs;
  if (strcmp(side_of(view), "target") == 0) {
    if (view->counterpart != NULL && view->counterpart->paragraph_count == 4) return STORYDIFF_OK;
    self->host->set_error(self->host->context, "the source is not beside the target");
    return STORYDIFF_ERROR;
  }
  if (view->paragraph_count != 4 || view->mark_count != 0) {
    self->host->set_error(self->host->context, "another text than this plugin is for");
    return STORYDIFF_ERROR;
  }
  if (sink->drop(sink->context, paragraphs[0].begin, paragraphs[0].end, "slug", "first") != STORYDIFF_OK ||
      sink->replace(sink->context, paragraphs[1].begin, paragraphs[1].begin + 1, self->replacement,
                    strlen(self->replacement), "second") != STORYDIFF_OK ||
      sink->mark(sink->context, paragraphs[2].begin, paragraphs[2].end, "lede", "third") != STORYDIFF_OK ||
      sink->move(sink->context, 3, 1, 0, "last") != STORYDIFF_OK) {
    return STORYDIFF_ERROR;
  }
  return STORYDIFF_OK;
}

static void destroy(void *opaque) { free(opaque); }

static const storydiff_descriptor plugin = {
    sizeof(storydiff_descriptor),
    STORYDIFF_THREAD_SAFE,
    "frozen-1.0",
    "Frozen 1.0",
    "1.0.0",
    "storydiff tests",
    "MIT",
    "Uses every part of ABI 1.0, one edit of each kind.",
    "en",
    "slug lede",
    "{\"type\": \"object\", \"properties\": {\"replacement\": {\"type\": \"string\", \"enum\": [\"short\", \"long\"]}}}",
    create,
    normalize,
    destroy,
};

static const storydiff_descriptor *descriptor(uint32_t index) { return index == 0 ? &plugin : NULL; }

STORYDIFF_EXPORT extern const storydiff_plugin_entry_t storydiff_plugin_entry;
const storydiff_plugin_entry_t storydiff_plugin_entry = {
    sizeof(storydiff_plugin_entry_t), STORYDIFF_ABI_MAJOR, STORYDIFF_ABI_MINOR, 1, descriptor, init, deinit,
};
