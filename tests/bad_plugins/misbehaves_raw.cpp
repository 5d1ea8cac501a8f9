// A plugin against the bare ABI whose functions are not noexcept, as those of a C library that
// calls C++, and that breaks the rule which its option names.
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

#include <storydiff_plugin.h>

namespace {

struct Behaviour {
  std::string_view name;
  int (*run)(const storydiff_sink& sink);
};

const Behaviour kBehaviours[] = {
    {"throws",
     [](const storydiff_sink& sink) -> int {
       sink.drop(sink.context, 0, 4, "slug", "before-the-fall");
       throw std::runtime_error("raw boom");
     }},
    {"throws-an-int", [](const storydiff_sink&) -> int { throw 42; }},
    {"gives-no-reason",
     [](const storydiff_sink& sink) -> int {
       sink.drop(sink.context, 0, 4, "slug", "in-vain");
       return STORYDIFF_ERROR;
     }},
    {"odd-status", [](const storydiff_sink&) -> int { return 12345; }},
    {"no-rule", [](const storydiff_sink& sink) -> int { return sink.drop(sink.context, 0, 4, "slug", nullptr); }},
    {"no-role",
     [](const storydiff_sink& sink) -> int {
       sink.drop(sink.context, 0, 4, nullptr, "nameless");
       return STORYDIFF_OK;
     }},
    {"no-text",
     [](const storydiff_sink& sink) -> int {
       sink.replace(sink.context, 0, 4, nullptr, 9, "void");
       return STORYDIFF_OK;
     }},
    {"create-throws", nullptr},
    {"destroy-throws", [](const storydiff_sink& sink) -> int { return sink.mark(sink.context, 0, 4, "lede", "ok"); }},
};

void* create(const char* options_json, const storydiff_host*) {
  for (const Behaviour& behaviour : kBehaviours) {
    if (R"({"behaviour":")" + std::string(behaviour.name) + R"("})" != options_json) continue;
    if (behaviour.run == nullptr) throw std::runtime_error("raw boom in create");
    return const_cast<Behaviour*>(&behaviour);
  }
  return nullptr;
}

int normalize(void* instance, const storydiff_view*, const storydiff_sink* sink) {
  return static_cast<const Behaviour*>(instance)->run(*sink);
}

void destroy(void* instance) {
  if (static_cast<const Behaviour*>(instance)->name == "destroy-throws")
    throw std::runtime_error("raw boom in destroy");
}

/// Gives a function the type that the ABI wants, which promises what the function does not keep.
template <class Wanted, class Function>
Wanted promise(Function* function) {
  return reinterpret_cast<Wanted>(function);
}

const storydiff_descriptor kDescriptor{sizeof(storydiff_descriptor),
                                       0,
                                       PLUGIN_ID,
                                       "Bad plugin",
                                       "1.0.0",
                                       "storydiff tests",
                                       "MIT",
                                       "Breaks the rule that its option names.",
                                       "",
                                       "",
                                       "{}",
                                       promise<decltype(storydiff_descriptor::create)>(&create),
                                       promise<decltype(storydiff_descriptor::normalize)>(&normalize),
                                       promise<decltype(storydiff_descriptor::destroy)>(&destroy)};

const storydiff_descriptor* descriptor(std::uint32_t index) noexcept { return index == 0 ? &kDescriptor : nullptr; }

}  // namespace

extern "C" STORYDIFF_EXPORT const storydiff_plugin_entry_t storydiff_plugin_entry;
const storydiff_plugin_entry_t storydiff_plugin_entry = {
    sizeof(storydiff_plugin_entry_t), STORYDIFF_ABI_MAJOR, STORYDIFF_ABI_MINOR, 1, &descriptor, nullptr, nullptr};
