// The plugin: its rules behind the plugin ABI.
#include <storydiff/plugin.hpp>

#include "engine/furniture_plugin.hpp"

namespace page_furniture {
namespace {

namespace plugin = storydiff::plugin;
namespace rules = storydiff::rules;

class PageFurniture : public rules::FurniturePlugin {
 public:
  static constexpr plugin::Info kInfo{
      .id = "page-furniture",
      .name = "Page furniture",
      .version = "1.0.0",
      .vendor = "storydiff",
      .licence = "MIT",
      .summary =
          "Drops what web pages wrap around a story: share bars, advertisements, newsletter boxes, comment counts.",
      .languages = "en fr de es it pt",
      .roles =
          "advertisement audio bio caption comments cookies disclaimer navigation newsletter "
          "reading-time related share subscribe tags",
      .options_schema = rules::kOptionsSchema,
      .flags = STORYDIFF_IDEMPOTENT | STORYDIFF_THREAD_SAFE};

  using FurniturePlugin::FurniturePlugin;
};

}  // namespace

STORYDIFF_EXPORT_PLUGIN(PageFurniture)

}  // namespace page_furniture
