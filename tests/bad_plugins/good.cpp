// Drops the first paragraph: its edits must stand whatever the plugin beside it does.
#include <stdlib.h>

#include <storydiff/plugin.hpp>

namespace {

/// Runs when the library is loaded: how a test sees that listing loads nothing.
[[maybe_unused]] const int kLoaded = ::setenv("STORYDIFF_TEST_GOOD_LOADED", "1", 1);

class Good : public storydiff::plugin::Normalizer {
 public:
  static constexpr storydiff::plugin::Info kInfo{.id = PLUGIN_ID,
                                                 .name = "Good plugin",
                                                 .version = "1.0.0",
                                                 .vendor = "storydiff tests",
                                                 .licence = "MIT",
                                                 .summary = "Drops the first paragraph.",
                                                 .roles = "slug"};
  Good(std::string_view, const storydiff::plugin::Host&) {}
  void normalize(const storydiff::plugin::View& view, storydiff::plugin::Sink& sink) override {
    if (!view.paragraphs().empty()) sink.drop(view.paragraphs().front(), "slug", "first-paragraph");
  }
};

}  // namespace

STORYDIFF_EXPORT_PLUGIN(Good)
