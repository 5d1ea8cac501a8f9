#include <storydiff/plugin.hpp>

namespace {

class Nothing : public storydiff::plugin::Normalizer {
 public:
  static constexpr storydiff::plugin::Info kInfo{.id = "nothing", .name = "Nothing", .version = "1.0.0"};
  Nothing(std::string_view, const storydiff::plugin::Host&) {}
  void normalize(const storydiff::plugin::View&, storydiff::plugin::Sink&) override {}
};

}  // namespace

STORYDIFF_EXPORT_PLUGIN(Nothing)
