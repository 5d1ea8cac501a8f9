// Plugins of rules, and the folders that plugins are found in while they are being written.
#include <filesystem>
#include <string>

#include "storydiff/pipeline.hpp"
#include "storydiff/plugin_catalogue.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace storydiff;

namespace {

std::string manifest(const std::string& id, const std::string& house) {
  return R"({"id": ")" + id +
         R"(", "name": "N", "version": "2.3.4", "vendor": "V", "licence": "MIT", "summary": "S", )" + house +
         R"(, "options": {"properties": {"mark": {"type": "boolean"}}}})";
}

constexpr const char* kRules = R"({"schema": "storydiff-rules/1", "rules": [
  {"id": "wet", "role": "sign", "at": "line", "zone": "any", "pattern": "WET PAINT"}]})";

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// The plugin `signs` of rules, and the engine that was built.
struct Signs {
  TemporaryFolder folder;
  Signs() {
    folder.write("signs/plugin.json", manifest("signs", R"("rules": "knowledge")"));
    folder.write("signs/knowledge/signs.json", kRules);
  }
  [[nodiscard]] PluginCatalogue catalogue() const {
    return PluginCatalogue::discover({folder.path(), STORYDIFF_PLUGIN_DIR});
  }
};

}  // namespace

TEST_CASE("rules run under the id and version of their plugin") {
  const Signs signs;
  const auto loaded = signs.catalogue().load("signs", "{}");
  INFO((loaded.ok() ? std::string() : loaded.error().message));
  REQUIRE(loaded.ok());
  CHECK((*loaded)->id() == "signs");
  CHECK((*loaded)->version() == "2.3.4");
  Document document;
  document.text = "It dried.\n\nWET PAINT\n\nIt did.\n";
  const Document* const documents[] = {&document};
  const auto result = run_pipeline(documents, {{*loaded, "signs", "2.3.4", ""}}).front();
  REQUIRE(result.ledger.size() == 1);
  CHECK(result.ledger[0].rule == "wet");
  CHECK(result.ledger[0].role == "sign");
  CHECK(result.plugins.at(result.ledger[0].plugin).id == "signs");
}

TEST_CASE("a rule whose automaton is too large is named where a text makes it be tried") {
  const std::string letters = R"(\\pL{0,1000})";
  const std::string large = "WET" + letters + letters + letters + letters;
  const std::string too_large =
      "rule 'wet': its automaton is larger than 64 MiB: use * and max_bytes in place of counted repetitions";
  struct Row {
    std::string pattern;
    std::string unless;
    std::string text;
    std::string message;
  };
  for (const Row& row :
       {Row{"WET", large, "It dried.\n", ""}, {large, "DRY", "WET\n", too_large}, {"WET", large, "WET\n", too_large}}) {
    const Signs signs;
    signs.folder.write("signs/knowledge/signs.json",
                       R"({"schema": "storydiff-rules/1", "rules": [{"id": "wet", "role": "sign", "at": "line",)"
                       R"("zone": "any", "pattern": ")" +
                           row.pattern + R"(", "unless": [")" + row.unless + R"("]}]})");
    const auto loaded = signs.catalogue().load("signs", "{}");
    REQUIRE(loaded.ok());
    Document document;
    document.text = row.text;
    const Document* const documents[] = {&document};
    const auto result = run_pipeline(documents, {{*loaded, "signs", "2.3.4", ""}}).front();
    INFO(row.pattern << ", unless " << row.unless << ": " << row.text);
    CHECK(result.plugins.at(0).message == row.message);
    CHECK((result.plugins.at(0).status == PluginRun::Status::kFailed) == !row.message.empty());
    CHECK(result.ledger.empty());
  }
}

TEST_CASE("rules that can not run are refused with the way out") {
  const Signs signs;
  const auto refusal = [&](const PluginCatalogue& catalogue, const char* options = "{}") {
    const auto loaded = catalogue.load("signs", options);
    REQUIRE_FALSE(loaded.ok());
    return loaded.error().message;
  };
  CHECK(contains(refusal(PluginCatalogue::discover({signs.folder.path()})),
                 "plugin 'signs': what runs rules, the plugin 'rules-engine' of storydiff, was not found"));
  CHECK(contains(refusal(signs.catalogue(), R"({"colour": true})"), "it has no option 'colour'"));
  signs.folder.write("signs/knowledge/signs.json", R"({"schema": "storydiff-rules/1", "rules": [{"id": "a"}]})");
  CHECK(refusal(signs.catalogue()) == "plugin 'signs': " + (signs.folder.path() / "signs/knowledge").string() +
                                          "/signs.json: rule 'a': has no 'role'");
  std::filesystem::remove_all(signs.folder.path() / "signs/knowledge");
  CHECK(contains(refusal(signs.catalogue()), "knowledge does not exist: make it, or correct 'rules' in plugin.json"));
}

TEST_CASE("what runs rules must be ours where not everybody is trusted") {
  const Signs signs;
  PluginPolicy policy;
  policy.trusted_folder = STORYDIFF_PLUGIN_DIR;
  CHECK(signs.catalogue().load("signs", "{}", policy).ok());
  policy.trusted_folder = signs.folder.path() / "elsewhere";
  const auto refused = signs.catalogue().load("signs", "{}", policy);
  REQUIRE_FALSE(refused.ok());
  CHECK(contains(refused.error().message, "did not come with storydiff"));
  policy.in_process = {"signs"};
  CHECK(signs.catalogue().load("signs", "{}", policy).ok());
}

TEST_CASE("a folder of sources stands for what was built below it") {
  const TemporaryFolder folder;
  const std::string library = R"("library": "own.so")";
  folder.write("own/plugin.json", manifest("own", library));
  const auto where = [&] {
    const auto plugin = read_plugin_folder(folder.path() / "own");
    REQUIRE(plugin.ok());
    return plugin->folder.lexically_relative(folder.path()).generic_string();
  };
  CHECK(where() == "own");
  folder.write("own/build/plugins/other/plugin.json", manifest("own", library));
  CHECK(where() == "own");  // another id's folder
  folder.write("own/build/plugins/own/plugin.json", "{");
  CHECK(where() == "own");  // damaged: the sources' own manifest leads to a message on the library
  folder.write("own/build/plugins/own/plugin.json", manifest("own", library));
  CHECK(where() == "own/build/plugins/own");
  const auto catalogue = PluginCatalogue::discover({folder.path()});
  REQUIRE(catalogue.find("own") != nullptr);
  CHECK(catalogue.find("own")->folder == folder.path() / "own/build/plugins/own");
  folder.write("own/own.so", "");
  CHECK(where() == "own");  // beside the manifest comes first
  CHECK_FALSE(read_plugin_folder(folder.path() / "nowhere").ok());
}

TEST_CASE("a catalogue with one plugin more has it in the place of its namesake") {
  const TemporaryFolder folder;
  for (const char* place : {"x/a", "y/a", "x/b", "z/a"})
    folder.write(std::string(place) + "/plugin.json", manifest(std::string(1, place[2]), R"("library": "none.so")"));
  // Two of one id conflict; the one that is put in their place does not.
  const auto both = PluginCatalogue::discover({folder.path() / "x", folder.path() / "y"});
  REQUIRE(both.problems().size() == 1);
  const auto plugin = read_plugin_folder(folder.path() / "z/a");
  REQUIRE(plugin.ok());
  const PluginCatalogue with = both.with(*plugin);
  CHECK(with.problems().empty());
  REQUIRE(with.plugins().size() == 2);
  CHECK(with.plugins()[0].id == "a");
  CHECK(with.plugins()[1].id == "b");
  REQUIRE(with.find("a") != nullptr);
  CHECK(with.find("a")->folder == folder.path() / "z/a");
  CHECK(both.find("a") == nullptr);
}

TEST_CASE("what may be an id") {
  for (const char* id : {"a", "7", "ap-slugs", "org.example.slugs", "a.", "a--b"}) CHECK(is_plugin_id(id));
  for (const char* id : {"", "A", "-a", ".a", "a_b", "a b", "a/b", "..", "caf\xC3\xA9"}) CHECK_FALSE(is_plugin_id(id));
}
