// The plugin: its reader behind the plugin ABI.
#include "readers/reader_plugin.hpp"

namespace news_xml {
namespace {

namespace plugin = storydiff::plugin;
namespace readers = storydiff::readers;

class NewsXml : public readers::ReaderPlugin<readers::read_news_xml> {
 public:
  static constexpr plugin::Info kInfo{
      .id = "news-xml",
      .name = "NITF and NewsML-G2",
      .version = "1.0.0",
      .vendor = "storydiff",
      .licence = "MIT",
      .summary = "Reads stories in NITF and NewsML-G2: the text of the body, without markup and metadata.",
      .roles =
          "byline caption copyright credit crosshead dateline editors-note headline photo-credit slug "
          "standfirst tag-line",
      .options_schema = readers::kOptionsSchema,
      .flags = STORYDIFF_THREAD_SAFE};

  using ReaderPlugin::ReaderPlugin;
};

}  // namespace

STORYDIFF_EXPORT_PLUGIN(NewsXml)

}  // namespace news_xml
