// Libraries that say something wrong about themselves: refused, with words that help.
#include <stdlib.h>

#include <filesystem>
#include <string>
#include <vector>

#include "storydiff/plugin_catalogue.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace storydiff;

TEST_CASE("listing plugins loads no code") {
  // A copy of its own, which no other test has loaded. Its initialiser sets the variable.
  const char* const variable = "STORYDIFF_TEST_GOOD_LOADED";
  const TemporaryFolder folder;
  std::filesystem::copy(std::filesystem::path(BAD_PLUGINS) / "good", folder.path() / "good");
  ::unsetenv(variable);
  const auto catalogue = PluginCatalogue::discover({folder.path()});
  CHECK(catalogue.problems().empty());
  REQUIRE(catalogue.find("good") != nullptr);
  CHECK(::getenv(variable) == nullptr);
  REQUIRE(catalogue.load("good", "{}").ok());
  CHECK(::getenv(variable) != nullptr);
}

TEST_CASE("a library that says something wrong about itself is refused") {
  struct Case {
    std::string id;
    ErrorCode code;
    std::vector<std::string> words;
  };
  const Case cases[] = {
      {"no-symbol", ErrorCode::kPlugin, {"exports no 'storydiff_plugin_entry'", "STORYDIFF_EXPORT_PLUGIN"}},
      {"wrong-major", ErrorCode::kUnsupported, {"was built for ABI 2.0", "this storydiff has 1.0", "rebuild"}},
      {"newer-minor", ErrorCode::kUnsupported, {"was built for ABI 1.1", "this storydiff has 1.0", "newer storydiff"}},
      {"short-entry", ErrorCode::kPlugin, {"has an entry of 24 bytes", "rebuild"}},
      {"short-descriptor", ErrorCode::kPlugin, {"has a descriptor (number 0) of 88 bytes", "rebuild"}},
      {"null-descriptor", ErrorCode::kPlugin, {"counts 1 plugins and has no descriptor (number 0)"}},
      {"null-function", ErrorCode::kPlugin, {"'normalize' is NULL"}},
      {"other-id",
       ErrorCode::kPlugin,
       {"describes 'somebody-else'", "make plugin.json and the descriptor say the same"}},
      {"other-version", ErrorCode::kPlugin, {"is version 1.0.1 by its library and 1.0.0 by its plugin.json"}},
      {"init-fails", ErrorCode::kPlugin, {"failed to initialise: no memory for the tables"}},
      {"create-fails", ErrorCode::kPlugin, {"could not be created: the dictionary is missing: reinstall the plugin"}},
      {"create-silent", ErrorCode::kPlugin, {"could not be created: the plugin gave no reason"}},
  };
  const auto catalogue = PluginCatalogue::discover({BAD_PLUGINS});
  for (const Case& c : cases) {
    // Twice: a library that is already in the process is refused as the first time.
    for (int attempt = 0; attempt < 2; ++attempt) {
      INFO(c.id);
      const auto loaded = catalogue.load(c.id, "{}");
      REQUIRE_FALSE(loaded.ok());
      const std::string& message = loaded.error().message;
      INFO(message);
      CHECK(loaded.error().code == c.code);
      CHECK(message.starts_with("plugin '" + c.id + "'"));
      CHECK(message.find("/" + c.id + ".so") != std::string::npos);
      CHECK(message.find('\n') == std::string::npos);
      for (const std::string& words : c.words) CHECK(message.find(words) != std::string::npos);
    }
  }
}

TEST_CASE("options are refused before the library is touched") {
  const auto catalogue = PluginCatalogue::discover({BAD_PLUGINS});
  // no-symbol could not even be loaded: the option is what is complained of.
  const auto unknown = catalogue.load("no-symbol", R"({"behavior": "throws"})");
  REQUIRE_FALSE(unknown.ok());
  CHECK(unknown.error().code == ErrorCode::kUsage);
  CHECK(unknown.error().message == "plugin 'no-symbol': it has no option 'behavior'; its options are: 'behaviour'");
}

TEST_CASE("an exception in create is a refusal, through the SDK and without it") {
  const auto catalogue = PluginCatalogue::discover({BAD_PLUGINS});
  const auto sdk = catalogue.load("misbehaves", R"({"behaviour": "unheard-of"})");
  REQUIRE_FALSE(sdk.ok());
  CHECK(sdk.error().message.find("could not be created: no such behaviour") != std::string::npos);
  const auto raw = catalogue.load("misbehaves-raw", R"({"behaviour": "create-throws"})");
  REQUIRE_FALSE(raw.ok());
  CHECK(raw.error().message.find("could not be created: an exception left the plugin: raw boom in create") !=
        std::string::npos);
}

TEST_CASE("an exception in destroy is nobody's end") {
  const auto loaded =
      PluginCatalogue::discover({BAD_PLUGINS}).load("misbehaves-raw", R"({"behaviour": "destroy-throws"})");
  REQUIRE(loaded.ok());
  CHECK((*loaded)->propose(View{}).ok());
}
