// The plugin: its reader behind the plugin ABI.
#include "readers/reader_plugin.hpp"

namespace wire_text {
namespace {

namespace plugin = storydiff::plugin;
namespace readers = storydiff::readers;

class WireText : public readers::ReaderPlugin<readers::read_wire_text> {
 public:
  static constexpr plugin::Info kInfo{
      .id = "wire-text",
      .name = "Wire text",
      .version = "1.0.0",
      .vendor = "storydiff",
      .licence = "MIT",
      .summary =
          "Reads wire text in the envelopes of IPTC 7901 and ANPA 1312: without header, control and setting codes.",
      .roles = "end-mark slug",
      .options_schema = readers::kOptionsSchema,
      .flags = STORYDIFF_THREAD_SAFE};

  using ReaderPlugin::ReaderPlugin;
};

}  // namespace

STORYDIFF_EXPORT_PLUGIN(WireText)

}  // namespace wire_text
