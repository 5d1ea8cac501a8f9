// The plugin: its reader behind the plugin ABI.
#include "readers/reader_plugin.hpp"

namespace markdown {
namespace {

namespace plugin = storydiff::plugin;
namespace readers = storydiff::readers;

class Markdown : public readers::ReaderPlugin<readers::read_markdown> {
 public:
  static constexpr plugin::Info kInfo{
      .id = "markdown",
      .name = "Markdown",
      .version = "1.0.0",
      .vendor = "storydiff",
      .licence = "MIT",
      .summary = "Reads stories in Markdown: their words without the signs for headings, links and emphasis.",
      .roles = "byline caption crosshead headline publication-date standfirst",
      .options_schema = readers::kOptionsSchema,
      .flags = STORYDIFF_THREAD_SAFE};

  using ReaderPlugin::ReaderPlugin;
};

}  // namespace

STORYDIFF_EXPORT_PLUGIN(Markdown)

}  // namespace markdown
