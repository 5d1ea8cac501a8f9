/* Drops the paragraphs that only point to other stories: "From our archive: ..." and "In our podcast: ...". */
#include <stdlib.h>
#include <storydiff_plugin.h>
#include <string.h>

/* What lives from create to destroy: here only the way to say why something failed. */
typedef struct instance {
  const storydiff_host* host;
} instance;

static void* create(const char* options_json, const storydiff_host* host) {
  instance* made = malloc(sizeof *made);
  (void)options_json; /* this plugin has none, and the host has refused all */
  if (made == NULL) {
    host->set_error(host->context, "out of memory");
    return NULL;
  }
  made->host = host;
  return made;
}

static void destroy(void* opaque) { free(opaque); }

static int opens_with(const storydiff_view* view, storydiff_span span, const char* words) {
  const size_t size = strlen(words);
  return span.end - span.begin >= size && memcmp(view->text + span.begin, words, size) == 0;
}

/* Called once for each text. Propose edits; the text itself never changes under you. */
static int normalize(void* opaque, const storydiff_view* view, const storydiff_sink* sink) {
  const instance* self = opaque;
  uint64_t i;
  for (i = 0; i < view->paragraph_count; ++i) {
    const storydiff_span paragraph = view->paragraphs[i];
    if (!opens_with(view, paragraph, "From our archive:") && !opens_with(view, paragraph, "In our podcast:")) continue;
    /* Where the host takes no edit it has failed the call already, and reports its own reason. */
    if (sink->drop(sink->context, paragraph.begin, paragraph.end, "related", "opening-words") != STORYDIFF_OK) {
      self->host->set_error(self->host->context, "an edit was refused");
      return STORYDIFF_ERROR;
    }
  }
  return STORYDIFF_OK;
}

/* The same facts as in plugin.json. */
static const storydiff_descriptor plugin = {
    sizeof(storydiff_descriptor),
    STORYDIFF_IDEMPOTENT | STORYDIFF_THREAD_SAFE,
    "my-normalizer",
    "My normalizer",
    "1.0.0",
    "Example",
    "MIT",
    "Drops links to other stories.",
    "en",
    "related",
    "{}",
    create,
    normalize,
    destroy,
};

static const storydiff_descriptor* descriptor(uint32_t index) { return index == 0 ? &plugin : NULL; }

STORYDIFF_EXPORT extern const storydiff_plugin_entry_t storydiff_plugin_entry;
const storydiff_plugin_entry_t storydiff_plugin_entry = {
    sizeof(storydiff_plugin_entry_t), STORYDIFF_ABI_MAJOR, STORYDIFF_ABI_MINOR, 1, descriptor, NULL, NULL,
};
