/* A plugin in plain C that says one wrong thing about itself. Which, its build defines. */
#include <storydiff_plugin.h>

static void *create(const char *options_json, const storydiff_host *host) {
  (void)options_json;
#if defined(CREATE_FAILS)
  host->set_error(host->context, "the dictionary is missing:\nreinstall the plugin.");
  return NULL;
#elif defined(CREATE_SILENT)
  (void)host;
  return NULL;
#else
  (void)host;
  static int instance;
  return &instance;
#endif
}

#if !defined(NULL_FUNCTION)
static int normalize(void *instance, const storydiff_view *view, const storydiff_sink *sink) {
  (void)instance;
  (void)view;
  (void)sink;
  return STORYDIFF_OK;
}
#endif

static void destroy(void *instance) { (void)instance; }

static const storydiff_descriptor kDescriptor = {
#if defined(SHORT_DESCRIPTOR)
    .struct_size = offsetof(storydiff_descriptor, normalize),
#else
    .struct_size = sizeof(storydiff_descriptor),
#endif
#if defined(OTHER_ID)
    .id = "somebody-else",
#else
    .id = PLUGIN_ID,
#endif
    .name = "Bad plugin",
#if defined(OTHER_VERSION)
    .version = "1.0.1",
#else
    .version = "1.0.0",
#endif
    .vendor = "storydiff tests",
    .licence = "MIT",
    .summary = "Breaks one rule on purpose.",
    .languages = "",
    .roles = "",
    .options_schema = "{}",
    .create = create,
#if !defined(NULL_FUNCTION)
    .normalize = normalize,
#endif
    .destroy = destroy,
};

static const storydiff_descriptor *descriptor(uint32_t index) {
#if defined(NULL_DESCRIPTOR)
  (void)index;
  (void)kDescriptor;
  return NULL;
#else
  return index == 0 ? &kDescriptor : NULL;
#endif
}

static int init(const storydiff_host *host) {
#if defined(INIT_FAILS)
  host->set_error(host->context, "no memory for the tables");
  return STORYDIFF_ERROR;
#else
  (void)host;
  return STORYDIFF_OK;
#endif
}

#if defined(NO_SYMBOL)
STORYDIFF_EXPORT extern const storydiff_plugin_entry_t storydiff_plugin_entri;
const storydiff_plugin_entry_t storydiff_plugin_entri = {
#else
STORYDIFF_EXPORT extern const storydiff_plugin_entry_t storydiff_plugin_entry;
const storydiff_plugin_entry_t storydiff_plugin_entry = {
#endif
#if defined(SHORT_ENTRY)
    .struct_size = offsetof(storydiff_plugin_entry_t, init),
#else
    .struct_size = sizeof(storydiff_plugin_entry_t),
#endif
#if defined(WRONG_MAJOR)
    .abi_major = STORYDIFF_ABI_MAJOR + 1,
#else
    .abi_major = STORYDIFF_ABI_MAJOR,
#endif
#if defined(NEWER_MINOR)
    .abi_minor = STORYDIFF_ABI_MINOR + 1,
#else
    .abi_minor = STORYDIFF_ABI_MINOR,
#endif
    .count = 1,
    .descriptor = descriptor,
    .init = init,
};
