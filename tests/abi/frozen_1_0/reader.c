/* A library with two plugins as it was written for ABI 1.0. Frozen: see README.md. It has no init and
 * no deinit, and reads what `plugin.c` does not: the text, marks, all metadata, the extension log. */
#include "storydiff_plugin.h"

#include <stdlib.h>
#include <string.h>

typedef struct instance {
  const storydiff_host *host;
} instance;

static void *create(const char *options_json, const storydiff_host *host) {
  instance *made;
  const storydiff_log *log = host->get_extension(host->context, "storydiff.log/1");
  if (strcmp(options_json, "{}") != 0) {
    host->set_error(host->context, "options that nobody gave");
    return NULL;
  }
  if (log != NULL && log->struct_size >= sizeof *log) log->message(host->context, 1, "reader is made");
  made = malloc(sizeof *made);
  if (made != NULL) made->host = host;
  return made;
}

static void destroy(void *opaque) { free(opaque); }

static int fail(const instance *self, const char *why) {
  self->host->set_error(self->host->context, why);
  return STORYDIFF_ERROR;
}

/* Drops what another plugin has marked, with that role and rule, but for the first byte. */
static int drop_marked(void *opaque, const storydiff_view *view, const storydiff_sink *sink) {
  uint64_t i;
  if (view->struct_size < sizeof *view) return fail(opaque, "a view of another major version");
  if (sink->struct_size < sizeof *sink) return fail(opaque, "a sink of another major version");
  for (i = 0; i < view->mark_count; ++i) {
    const storydiff_mark mark = view->marks[i];
    if (mark.span.end > view->text_size) return fail(opaque, "a mark beyond the text");
    if (sink->drop(sink->context, mark.span.begin + 1, mark.span.end, mark.role, mark.rule) != STORYDIFF_OK)
      return STORYDIFF_ERROR;
  }
  return STORYDIFF_OK;
}

/* Inserts the metadata before the text, and replaces its first paragraph by the bytes of its last. */
static int quote_metadata(void *opaque, const storydiff_view *view, const storydiff_sink *sink) {
  uint64_t i;
  const storydiff_span *last;
  if (view->paragraph_count < 2) return fail(opaque, "a text of one paragraph");
  for (i = 0; i < view->metadata_count; ++i) {
    const storydiff_metadata fact = view->metadata[i];
    if (sink->replace(sink->context, 0, 0, fact.value, strlen(fact.value), fact.key) != STORYDIFF_OK)
      return STORYDIFF_ERROR;
  }
  last = &view->paragraphs[view->paragraph_count - 1];
  return sink->replace(sink->context, view->paragraphs[0].begin, view->paragraphs[0].end, view->text + last->begin,
                       last->end - last->begin, "last-for-first");
}

static const storydiff_descriptor plugins[] = {
    {sizeof(storydiff_descriptor), STORYDIFF_IDEMPOTENT, "frozen-1.0-marks", "Frozen 1.0 marks", "1.0.0",
     "storydiff tests", "MIT", "Drops what is marked.", "", "lede", "{}", create, drop_marked, destroy},
    {sizeof(storydiff_descriptor), STORYDIFF_NEEDS_COUNTERPART, "frozen-1.0-metadata", "Frozen 1.0 metadata", "1.0.0",
     "storydiff tests", "MIT", "Quotes the metadata.", "", "", "{}", create, quote_metadata, destroy},
};

static const storydiff_descriptor *descriptor(uint32_t index) { return index < 2 ? &plugins[index] : NULL; }

STORYDIFF_EXPORT extern const storydiff_plugin_entry_t storydiff_plugin_entry;
const storydiff_plugin_entry_t storydiff_plugin_entry = {
    sizeof(storydiff_plugin_entry_t), STORYDIFF_ABI_MAJOR, STORYDIFF_ABI_MINOR, 2, descriptor, NULL, NULL,
};
