#include "plugin/options.hpp"

#include <string>

#include "support/catch.hpp"

using namespace storydiff;

namespace {

PluginManifest manifest_with(std::string schema) {
  PluginManifest manifest;
  manifest.id = "slugs";
  manifest.options_schema = std::move(schema);
  return manifest;
}

const char* const kSchema = R"({"type": "object", "properties": {
  "mode": {"type": "string", "enum": ["strict", "loose"], "default": "strict"},
  "limit": {"type": "integer"},
  "ratio": {"type": "number"},
  "deep": {"type": "boolean"},
  "keep": {"type": "array", "items": {"type": "string"}},
  "any": {"type": "array"}}})";

}  // namespace

TEST_CASE("options that fit the schema come back in canonical form") {
  struct Case {
    std::string options;
    std::string canonical;
  };
  const Case cases[] = {
      {"{}", "{}"},
      {" { } ", "{}"},
      {R"({"mode": "loose", "deep": true})", R"({"deep":true,"mode":"loose"})"},
      {R"({"limit": -3, "ratio": 2})", R"({"limit":-3,"ratio":2})"},
      {R"({"keep": ["a", "b"], "any": [1, "x"], "ratio": 0.5})", R"({"any":[1,"x"],"keep":["a","b"],"ratio":0.5})"},
  };
  for (const Case& c : cases) {
    INFO(c.options);
    const auto checked = plugin_host::check_options(manifest_with(kSchema), c.options);
    REQUIRE(checked.ok());
    CHECK(*checked == c.canonical);
  }
}

TEST_CASE("options that do not fit name the plugin and the option") {
  struct Case {
    std::string options;
    std::string complaint;
  };
  const Case cases[] = {
      {"", "plugin 'slugs': its options: the text is no valid JSON"},
      {"[]", "plugin 'slugs': its options: the text must be a JSON object, not array"},
      {R"({"mod": "loose"})",
       "plugin 'slugs': it has no option 'mod'; its options are: 'any', 'deep', 'keep', 'limit', 'mode', 'ratio'"},
      {R"({"mode": 1})", "option 'mode' must be a string, not 1"},
      {R"({"mode": "free"})", R"(option 'mode' must be one of "strict", "loose", not "free")"},
      {R"({"limit": 1.5})", "option 'limit' must be an integer, not 1.5"},
      {R"({"limit": "1"})", R"(option 'limit' must be an integer, not "1")"},
      {R"({"ratio": null})", "option 'ratio' must be a number, not null"},
      {R"({"deep": 1})", "option 'deep' must be true or false, not 1"},
      {R"({"keep": "a"})", R"(option 'keep' must be an array, not "a")"},
      {R"({"keep": ["a", 2]})", "option 'keep' must be an array whose items are each a string, not 2"},
  };
  for (const Case& c : cases) {
    INFO(c.options);
    const auto checked = plugin_host::check_options(manifest_with(kSchema), c.options);
    REQUIRE_FALSE(checked.ok());
    INFO(checked.error().message);
    CHECK(checked.error().code == ErrorCode::kUsage);
    CHECK(checked.error().message.find(c.complaint) != std::string::npos);
  }
}

TEST_CASE("options that nest too deep are refused") {
  const std::string deep = R"({"keep": )" + std::string(40, '[') + std::string(40, ']') + "}";
  const auto checked = plugin_host::check_options(manifest_with(kSchema), deep);
  REQUIRE_FALSE(checked.ok());
  CHECK(checked.error().message.find("nested more than 32 levels deep") != std::string::npos);
}

TEST_CASE("a plugin without options refuses any") {
  const auto checked = plugin_host::check_options(manifest_with("{}"), R"({"a": 1})");
  REQUIRE_FALSE(checked.ok());
  CHECK(checked.error().message == "plugin 'slugs': it has no option 'a'; its options are: none");
}
