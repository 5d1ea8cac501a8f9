// The plugin: its reader behind the plugin ABI.
#include "readers/reader_plugin.hpp"

namespace news_json {
namespace {

namespace plugin = storydiff::plugin;
namespace readers = storydiff::readers;

class NewsJson : public readers::ReaderPlugin<readers::read_news_json> {
 public:
  static constexpr plugin::Info kInfo{
      .id = "news-json",
      .name = "ninjs and JSON",
      .version = "1.0.0",
      .vendor = "storydiff",
      .licence = "MIT",
      .summary = "Reads stories in ninjs and other JSON: the text of the body, without escapes and markup.",
      .roles =
          "advertisement bio byline caption comments cookies copyright credit crosshead dateline editors-note "
          "headline navigation newsletter photo-credit publication-date pull-quote related section share slug "
          "standfirst subscribe tags",
      .options_schema = readers::kOptionsSchema,
      .flags = STORYDIFF_THREAD_SAFE};

  using ReaderPlugin::ReaderPlugin;
};

}  // namespace

STORYDIFF_EXPORT_PLUGIN(NewsJson)

}  // namespace news_json
