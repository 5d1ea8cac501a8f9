// A plugin on the SDK that breaks the rule which its option names. The text that it is run on ends
// with "d\u00e9j\u00e0", so the last byte but one begins a sequence of two.
#include <new>
#include <stdexcept>
#include <storydiff/plugin.hpp>
#include <string>

namespace {

using storydiff::plugin::Failure;
using storydiff::plugin::Sink;
using storydiff::plugin::View;

struct Behaviour {
  std::string_view name;
  void (*run)(const View& view, Sink& sink);
};

const Behaviour kBehaviours[] = {
    {"throws", [](const View&, Sink&) { throw std::runtime_error("boom"); }},
    {"throws-an-int", [](const View&, Sink&) { throw 42; }},
    {"runs-out-of-memory", [](const View&, Sink&) { throw std::bad_alloc(); }},
    {"fails-half-way",
     [](const View&, Sink& sink) {
       sink.drop({0, 4}, "slug", "first-half");
       throw Failure("gave up half way");
     }},
    {"out-of-bounds",
     [](const View& view, Sink& sink) {
       sink.drop({0, view.text().size() + 1}, "slug", "too-far");
     }},
    {"past-32-bits",
     [](const View&, Sink& sink) {
       sink.drop({0, std::uint64_t{1} << 40}, "slug", "far-too-far");
     }},
    {"backwards",
     [](const View&, Sink& sink) {
       sink.drop({4, 2}, "slug", "crab");
     }},
    {"inside-a-sequence",
     [](const View& view, Sink& sink) {
       sink.drop({0, view.text().size() - 1}, "slug", "half-a-letter");
     }},
    {"overlapping",
     [](const View&, Sink& sink) {
       sink.drop({0, 4}, "slug", "one");
       sink.replace({3, 6}, "x", "other");
     }},
    {"moves-too-much", [](const View&, Sink& sink) { sink.move(0, 1000, 0, "landslide"); }},
    {"no-utf8",
     [](const View&, Sink& sink) {
       sink.replace({0, 4}, "\xC3", "mojibake");
     }},
    {"swallows-the-refusal",
     [](const View&, Sink& sink) {
       try {
         sink.replace({0, 4}, "\xC3", "mojibake");
       } catch (const Failure&) {
         sink.drop({0, 4}, "slug", "as-if-nothing-had-happened");
       }
     }},
};

class Misbehaves : public storydiff::plugin::Normalizer {
 public:
  static constexpr storydiff::plugin::Info kInfo{.id = PLUGIN_ID,
                                                 .name = "Bad plugin",
                                                 .version = "1.0.0",
                                                 .vendor = "storydiff tests",
                                                 .licence = "MIT",
                                                 .summary = "Breaks the rule that its option names."};
  Misbehaves(std::string_view options_json, const storydiff::plugin::Host&) {
    for (const Behaviour& behaviour : kBehaviours) {
      if (options_json == R"({"behaviour":")" + std::string(behaviour.name) + R"("})") behaviour_ = &behaviour;
    }
    if (behaviour_ == nullptr) throw std::invalid_argument("no such behaviour: " + std::string(options_json));
  }
  void normalize(const View& view, Sink& sink) override { behaviour_->run(view, sink); }

 private:
  const Behaviour* behaviour_ = nullptr;
};

}  // namespace

STORYDIFF_EXPORT_PLUGIN(Misbehaves)
