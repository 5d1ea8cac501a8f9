// plugin.json, and options against the schema that stands in it.

#include "fuzz.hpp"
#include "plugin/options.hpp"
#include "storydiff/plugin_catalogue.hpp"

using namespace storydiff;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto parts = fuzz::parts(fuzz::view(data, size), 2);
  const fuzz::MemoryFile file(parts[0]);
  const auto manifest = read_plugin_manifest(file.path());
  if (!manifest) {
    fuzz::promise(manifest.error().message.find('\n') == std::string::npos, "an error is one line");
    return 0;
  }
  const auto options = plugin_host::check_options(*manifest, parts[1]);
  if (!options) return 0;
  const auto again = plugin_host::check_options(*manifest, *options);
  fuzz::promise(again && *again == *options, "accepted options are canonical, and accepted again");
  return 0;
}
