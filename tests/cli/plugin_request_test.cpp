#include "plugin_request.hpp"

#include <string>

#include "suggest.hpp"
#include "support/catch.hpp"

using namespace storydiff;
using namespace storydiff::cli;

namespace {

PluginManifest manifest(const char* schema) {
  PluginManifest result;
  result.id = "p";
  result.options_schema = schema;
  return result;
}

constexpr const char* kSchema = R"({"properties": {
    "zeal": {"type": "integer"}, "share": {"type": "number"}, "keep": {"type": "boolean"}, "mode": {"type": "string"},
    "names": {"type": "array", "items": {"type": "string"}}, "sizes": {"type": "array", "items": {"type": "integer"}}}})";

}  // namespace

TEST_CASE("options get the types that the manifest gives them") {
  struct Row {
    const char* settings;
    const char* json;     ///< null: an error
    const char* message;  ///< part of the error
  };
  const Row rows[] = {
      {"", "{}", ""},
      {"zeal=3", R"({"zeal":3})", ""},
      {"zeal=-3,share=0.5,keep=true,mode=true", R"({"zeal":-3,"share":0.5,"keep":true,"mode":"true"})", ""},
      {"mode=", R"({"mode":""})", ""},
      {"mode=a=b", R"({"mode":"a=b"})", ""},
      {"names=[a;b c]", R"({"names":["a","b c"]})", ""},
      {"names=[]", R"({"names":[]})", ""},
      {"sizes=[1;2]", R"({"sizes":[1,2]})", ""},
      {"zeal=3.5", nullptr, "takes a whole number, not '3.5'"},
      {"zeal=", nullptr, "takes a whole number"},
      {"share=much", nullptr, "takes a number"},
      {"keep=yes", nullptr, "takes true or false"},
      {"names=a", nullptr, "takes a list like [a;b]"},
      {"sizes=[1;x]", nullptr, "takes a list"},
      {"zael=3", nullptr, "has no option 'zael'; did you mean 'zeal'?"},
      {"zeal=3,zeal=3", nullptr, "option 'zeal' of plugin 'p' is set twice: set it once"},
      {"zeal", nullptr, "sets no option"},
      {"zeal=1,", nullptr, "sets no option"},
      {"=1", nullptr, "sets no option"},
  };
  for (const Row& row : rows) {
    INFO(row.settings);
    const Result<std::string> options = plugin_options(row.settings, manifest(kSchema));
    REQUIRE(options.ok() == (row.json != nullptr));
    if (options)
      CHECK(*options == row.json);
    else
      CHECK(options.error().message.find(row.message) != std::string::npos);
  }
}

TEST_CASE("without a schema every value is a string or a list of strings") {
  const Result<std::string> options = plugin_options("a=1,b=[x;y]", manifest("{}"));
  REQUIRE(options.ok());
  CHECK(*options == R"({"a":"1","b":["x","y"]})");
}

TEST_CASE("the nearest words come first, far ones not at all") {
  const std::vector<std::string> known{"compare", "normalize", "show", "batch"};
  CHECK(nearest_words("comprae", known) == std::vector<std::string>{"compare"});
  CHECK(nearest_words("shwo", known) == std::vector<std::string>{"show"});
  CHECK(nearest_words("xyz", known).empty());
  CHECK(nearest_words(std::string(100000, 'x'), known).empty());
  CHECK(did_you_mean("batsh", known) == "; did you mean 'batch'?");
}
