// The plugin: its reader behind the plugin ABI.
#include "readers/reader_plugin.hpp"

namespace html {
namespace {

namespace plugin = storydiff::plugin;
namespace readers = storydiff::readers;

class Html : public readers::ReaderPlugin<readers::read_html_story> {
 public:
  static constexpr plugin::Info kInfo{
      .id = "html",
      .name = "HTML",
      .version = "1.0.0",
      .vendor = "storydiff",
      .licence = "MIT",
      .summary = "Reads the story out of a web page: its body, without markup and without the page around it.",
      .roles =
          "advertisement bio byline caption comments cookies crosshead dateline headline navigation newsletter "
          "photo-credit publication-date pull-quote related section share standfirst subscribe tags",
      .options_schema = readers::kOptionsSchema,
      .flags = STORYDIFF_THREAD_SAFE};

  using ReaderPlugin::ReaderPlugin;
};

}  // namespace

STORYDIFF_EXPORT_PLUGIN(Html)

}  // namespace html
