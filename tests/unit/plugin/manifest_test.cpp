#include <filesystem>
#include <string>

#include "plugin/manifest.hpp"
#include "storydiff/plugin_catalogue.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace storydiff;

namespace {

const std::string kMinimal = R"({"id": "slugs", "name": "Slugs", "version": "1.2.3", "vendor": "Example",
  "licence": "MIT", "summary": "Drops slugs.", "library": "slugs.so"})";

/// kMinimal with `from` replaced by `to`.
std::string minimal_but(const std::string& from, const std::string& to) {
  std::string text = kMinimal;
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

/// kMinimal with one more member.
std::string minimal_and(const std::string& member) { return minimal_but("{", "{" + member + ", "); }

}  // namespace

TEST_CASE("a minimal manifest has the documented defaults") {
  const TemporaryFolder folder;
  const auto manifest = read_plugin_manifest(folder.write("slugs/plugin.json", kMinimal));
  REQUIRE(manifest.ok());
  CHECK(manifest->id == "slugs");
  CHECK(manifest->name == "Slugs");
  CHECK(manifest->version == "1.2.3");
  CHECK(manifest->vendor == "Example");
  CHECK(manifest->licence == "MIT");
  CHECK(manifest->summary == "Drops slugs.");
  CHECK(manifest->library == "slugs.so");
  CHECK(manifest->languages.empty());
  CHECK(manifest->roles.empty());
  CHECK_FALSE(manifest->idempotent);
  CHECK_FALSE(manifest->needs_counterpart);
  CHECK_FALSE(manifest->thread_safe);
  CHECK(manifest->default_order == 0);
  CHECK(manifest->options_schema == "{}");
  CHECK(manifest->folder == folder.path() / "slugs");
}

TEST_CASE("a full manifest is read member by member") {
  const TemporaryFolder folder;
  const auto manifest = read_plugin_manifest(folder.write("plugin.json", minimal_and(R"(
    "languages": ["en", "de-AT"], "roles": ["slug", "dateline"], "flags": ["thread_safe", "idempotent"],
    "default_order": 30, "x-homepage": "https://example.org",
    "options": {"type": "object", "properties": {"deep": {"type": "array", "items": {"type": "string"}}}})")));
  REQUIRE(manifest.ok());
  CHECK(manifest->languages == std::vector<std::string>{"en", "de-AT"});
  CHECK(manifest->roles == std::vector<std::string>{"slug", "dateline"});
  CHECK(manifest->idempotent);
  CHECK_FALSE(manifest->needs_counterpart);
  CHECK(manifest->thread_safe);
  CHECK(manifest->default_order == 30);
  CHECK(manifest->options_schema.find("\"deep\"") != std::string::npos);
}

TEST_CASE("a plugin is a library, a command or rules") {
  const TemporaryFolder folder;
  const auto read = [&](const std::string& house) {
    return read_plugin_manifest(folder.write("plugin.json", minimal_but(R"("library": "slugs.so")", house)));
  };
  const auto command = read(R"("command": ["python3", "slugs.py"], "after": ["a"], "before": ["b", "c"],
    "media_types": ["text/html"])");
  REQUIRE(command.ok());
  CHECK(command->kind == PluginKind::kCommand);
  CHECK(command->command == std::vector<std::string>{"python3", "slugs.py"});
  CHECK(command->after == std::vector<std::string>{"a"});
  CHECK(command->before == std::vector<std::string>{"b", "c"});
  CHECK(command->media_types == std::vector<std::string>{"text/html"});
  const auto rules = read(R"("rules": "rules")");
  REQUIRE(rules.ok());
  CHECK(rules->kind == PluginKind::kRules);
  CHECK(rules->rules == "rules");
}

TEST_CASE("what is wrong with a manifest is said with its path") {
  struct Case {
    std::string text;
    std::string complaint;
  };
  const Case cases[] = {
      {"", "is no valid JSON"},
      {"{\"id\": ", "is no valid JSON: parse error at line 1"},
      {"\xFF\xFE", "is no valid JSON"},
      {"[]", "must be a JSON object, not array"},
      {std::string(40, '[') + std::string(40, ']'), "nested more than 32 levels"},
      {std::string(300 * 1024, ' '), "larger than 256 KiB"},
      {"{}", "has no 'id'"},
      {minimal_but("\"slugs\"", "7"), "'id' must be a string"},
      {minimal_but("\"slugs\"", "\"Slugs\""), "'id' must be of lower-case letters"},
      {minimal_but("\"slugs\"", "\"../slugs\""), "'id' must be of lower-case letters"},
      {minimal_but("\"slugs\"", "\"\""), "'id' must be one line of text, and not empty"},
      {minimal_but("Drops slugs.", "Drops\\nslugs."), "'summary' must be one line"},
      {minimal_but("\"licence\"", "\"license\""), "unknown key 'license'"},
      {minimal_but("\"vendor\": \"Example\",", ""), "has no 'vendor'"},
      {minimal_but("1.2.3", "1.2"), "'version' must be MAJOR.MINOR.PATCH"},
      {minimal_but("1.2.3", "1..3"), "'version' must be MAJOR.MINOR.PATCH"},
      {minimal_but("1.2.3", "1.2.3-beta"), "'version' must be MAJOR.MINOR.PATCH"},
      {minimal_but("slugs.so", "../slugs.so"), "'library' must be the name of a file in the manifest's folder"},
      {minimal_and(R"("command": ["x"])"), "must have exactly one of 'library', 'command' and 'rules'"},
      {minimal_but(R"("library": "slugs.so")", R"("x-none": 1)"), "must have exactly one of"},
      {minimal_but(R"("library": "slugs.so")", R"("command": "x")"), "'command' must be an array of strings"},
      {minimal_but(R"("library": "slugs.so")", R"("command": [])"), "'command' must be an array of strings"},
      {minimal_but(R"("library": "slugs.so")", R"("command": [""])"), "'command' must be an array of strings"},
      {minimal_but(R"("library": "slugs.so")", R"("rules": "../rules")"), "'rules' must be the name of a folder"},
      {minimal_but("slugs.so", ".."), "'library' must be the name of a file in the manifest's folder"},
      {minimal_and(R"("languages": "en")"), "'languages' must be an array of words"},
      {minimal_and(R"("roles": ["two words"])"), "'roles' must be an array of words"},
      {minimal_and(R"("flags": ["fast"])"), "unknown flag 'fast'; flags are: 'idempotent'"},
      {minimal_and(R"("default_order": -1)"), "'default_order' must be a whole number"},
      {minimal_and(R"("default_order": 4294967296)"), "'default_order' must be a whole number"},
      {minimal_and(R"("default_order": "first")"), "'default_order' must be a whole number"},
      {minimal_and(R"("options": [])"), "options must be an object"},
      {minimal_and(R"("options": {"properties": {"a": {"type": "text"}}})"),
       "options.properties.a.type must be one of 'string'"},
      {minimal_and(R"("options": {"properties": {"a": {"type": "array", "items": {}}}})"),
       "options.properties.a.items.type must be one of"},
      {minimal_and(R"("options": {"properties": {"a": {"type": "string", "enum": []}}})"),
       "options.properties.a.enum must be an array"},
  };
  const TemporaryFolder folder;
  for (const Case& c : cases) {
    INFO(c.text.substr(0, 400));
    const auto file = folder.write("plugin.json", c.text);
    const auto manifest = read_plugin_manifest(file);
    REQUIRE_FALSE(manifest.ok());
    INFO(manifest.error().message);
    CHECK(manifest.error().message.find(c.complaint) != std::string::npos);
    CHECK(manifest.error().message.starts_with(file.string() + ": "));
    CHECK(manifest.error().message.find('\n') == std::string::npos);
  }
}

TEST_CASE("a manifest that is no file is an error, not a hang") {
  const TemporaryFolder folder;
  CHECK(read_plugin_manifest(folder.path() / "plugin.json").error().code == ErrorCode::kNotFound);
  CHECK(read_plugin_manifest(folder.path()).error().code == ErrorCode::kUnreadable);
}

TEST_CASE("a broken manifest keeps the id that it could say") {
  const TemporaryFolder folder;
  CHECK(plugin_host::read_manifest(folder.write("plugin.json", minimal_but("1.2.3", "one"))).id == "slugs");
  CHECK(plugin_host::read_manifest(folder.write("plugin.json", minimal_but("\"slugs\"", "\"NO\""))).id.empty());
}
