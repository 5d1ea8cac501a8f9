#include "engine/rule_file.hpp"

#include <filesystem>
#include <fstream>
#include <string>

#include "engine/rule_folder.hpp"
#include "sample.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

namespace {

using storydiff::rules::read_rule_folder;
using storydiff::rules::read_rules;
using storydiff::rules::RuleFile;

std::string file_with(const std::string& rule) {
  const std::string head = R"json({
    "schema": "storydiff-rules/1",
    "lists": {"colour": ["red", "dark (blue)"]},
    "fragments": {"paint": "{{colour}} paint"},
    "rules": [)json";
  return head + rule + "]}";
}

std::string rule_with(const std::string& members) {
  return R"({"id": "wet", "role": "sign", "at": "line", "zone": "any", )" + members + "}";
}

struct Refusal {
  const char* name;
  std::string json;
  const char* message;
};

}  // namespace

TEST_CASE("lists and fragments are filled in, words of lists literally") {
  std::string error;
  const auto rules = read_rules(file_with(rule_with(R"("pattern": ["wet ", "{{paint}}"])")), error);
  INFO(error);
  REQUIRE(rules.has_value());
  CHECK(wire_furniture_test::list_of(wire_furniture_test::drops_of(*rules, "wet dark (blue) paint\n\nIt dried.\n")) ==
        "wet: wet dark (blue) paint\n");
}

TEST_CASE("the group drop limits what goes") {
  std::string error;
  const auto rules = read_rules(file_with(rule_with(R"("pattern": "(?P<drop>NOTE: *).*")")), error);
  REQUIRE(rules.has_value());
  const std::string text = "NOTE: it dried.\n\nIt did.\n";
  CHECK(wire_furniture_test::without(text, wire_furniture_test::drops_of(*rules, text)) == "it dried.\n\nIt did.\n");
}

TEST_CASE("the end of a paragraph is a place of its own") {
  std::string error;
  const auto rules = read_rules(
      file_with(
          R"json({"id": "dry", "role": "sign", "at": "paragraph-end", "zone": "any", "pattern": "[.](?P<drop> +DRY)"})json"),
      error);
  INFO(error);
  REQUIRE(rules.has_value());
  const std::string text = "He painted. DRY\n\nIt was DRY\n\nIt was\nall. DRY\n";
  CHECK(wire_furniture_test::without(text, wire_furniture_test::drops_of(*rules, text)) ==
        "He painted.\n\nIt was DRY\n\nIt was\nall.\n");
}

TEST_CASE("what a colon announces is story where a rule says so") {
  std::string error;
  const auto rules = read_rules(file_with(rule_with(R"("pattern": "WET", "when": {"unannounced": true})")), error);
  REQUIRE(rules.has_value());
  const std::string text = "The sign said:\n\nWET\n\nIt was.\n\nWET\n\nNo more.\n";
  CHECK(wire_furniture_test::without(text, wire_furniture_test::drops_of(*rules, text)) ==
        "The sign said:\n\nWET\n\nIt was.\n\n\nNo more.\n");
}

TEST_CASE("files know the words of the files before them, and conditions the rules of all") {
  const RuleFile files[] = {
      {"words.json", R"({"schema": "storydiff-rules/1", "lists": {"colour": ["red"]}, "rules": []})"},
      {"one.json", R"({"schema": "storydiff-rules/1", "rules": [{"id": "a", "role": "sign", "at": "line",
        "zone": "any", "pattern": "{{colour}}", "when": {"anywhere": ["b"]}}]})"},
      {"two.json", R"({"schema": "storydiff-rules/1", "rules": [{"id": "b", "role": "sign", "at": "line",
        "zone": "any", "pattern": "blue"}]})"}};
  std::string error;
  const auto rules = read_rules(files, error);
  INFO(error);
  REQUIRE(rules.has_value());
  CHECK(wire_furniture_test::list_of(wire_furniture_test::drops_of(*rules, "red\n\nIt dried.\n\nblue\n")) ==
        "a: red\nb: blue\n");

  const RuleFile reversed[] = {files[1], files[0]};
  CHECK_FALSE(read_rules(reversed, error).has_value());
  CHECK(error ==
        "one.json: rule 'a', pattern: no list or fragment 'colour' stands above: define it there, or in a file before "
        "this one");
  const RuleFile twice[] = {files[0], files[0]};
  CHECK_FALSE(read_rules(twice, error).has_value());
  CHECK(error == "words.json: lists.colour: another list or fragment has this name");
}

TEST_CASE("without an order the files are read by their names") {
  const TemporaryFolder folder;
  folder.write("2.json", R"({"schema": "storydiff-rules/1", "rules": [{"id": "a", "role": "sign", "at": "line",
    "zone": "any", "pattern": "{{colour}}"}]})");
  folder.write("1.json", R"({"schema": "storydiff-rules/1", "lists": {"colour": ["red"]}, "rules": []})");
  folder.write("notes.txt", "no rules");
  std::string error;
  const auto rules = read_rule_folder(folder.path().string(), error);
  INFO(error);
  REQUIRE(rules.has_value());
  CHECK(wire_furniture_test::list_of(wire_furniture_test::drops_of(*rules, "red\n\nIt dried.\n")) == "a: red\n");
}

TEST_CASE("a folder of rules that is wrong is refused with the path") {
  const auto folder = std::filesystem::temp_directory_path() / "storydiff_rule_folder_test";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  const auto refusal = [&](const std::string& order) {
    if (!order.empty()) std::ofstream(folder / "order.json") << order;
    std::string error;
    CHECK_FALSE(read_rule_folder(folder.string(), error).has_value());
    return error.substr(folder.string().size());
  };
  CHECK(refusal("") == ": holds no rule file: put one there, such as rules.json");
  const std::string no_order = "/order.json: is no list of files of the form 'storydiff-rules-order/1'";
  CHECK(refusal("[") == no_order);
  CHECK(refusal("[]") == no_order);
  CHECK(refusal(R"({"schema": 1, "files": ["a.json"]})") == no_order);
  CHECK(refusal(R"({"schema": "storydiff-rules-order/1", "files": [1]})") == no_order);
  CHECK(refusal(R"({"schema": "storydiff-rules-order/1", "files": ["a.json"]})") ==
        "/a.json: can not be read: it must be a file, of at most 16 MiB");
  std::ofstream(folder / "a.json") << "{";
  CHECK(refusal(R"({"schema": "storydiff-rules-order/1", "files": ["a.json"]})") ==
        "/a.json: rule file: is no JSON: see line 1");
  std::filesystem::remove_all(folder);
}

TEST_CASE("a rule file that is wrong is refused with the place of the fault") {
  std::string many_groups;
  for (int i = 0; i < 40; ++i) many_groups += "(a)";
  const Refusal refusals[] = {
      {"no JSON", "{", "no JSON"},
      {"other schema", R"({"schema": "storydiff-rules/9", "rules": []})", "schema: must be 'storydiff-rules/1'"},
      {"no rules", R"({"schema": "storydiff-rules/1"})", "rules: must be a list"},
      {"unknown key", file_with(rule_with(R"("pattern": "a", "colour": "red")")),
       "rule 'wet': unknown key 'colour'; keys are: 'id', "},
      {"no id", file_with(R"({"role": "b", "at": "line", "zone": "any", "pattern": "a"})"), "rules[0]: has no 'id'"},
      {"no text", file_with(rule_with(R"("pattern": [["a"]])")), "rule 'wet', pattern: must be a text"},
      {"too deep", file_with(rule_with(R"("pattern": "a", "examples": )" + std::string(200'000, '['))),
       "nested deeper"},
      {"no JSON in line 3", "{\n\n]", "is no JSON: see line 3"},
      {"no pattern", file_with(R"({"id": "a", "role": "b", "at": "line", "zone": "any"})"), "has no 'pattern'"},
      {"bad pattern", file_with(rule_with(R"("pattern": "(")")), "rule 'wet', pattern: missing )"},
      {"no back references", file_with(rule_with(R"("pattern": "(a)\\1")")), "rule 'wet', pattern: invalid escape"},
      {"unknown group", file_with(rule_with(R"json("pattern": "(?P<colour>a)")json")), "unknown group 'colour'"},
      {"unknown list", file_with(rule_with(R"("pattern": "{{sound}}")")), "no list or fragment 'sound'"},
      {"unknown place", file_with(R"({"id": "a", "role": "b", "at": "page", "zone": "any", "pattern": "a"})"),
       "rule 'a', at: unknown word 'page'; it is one of: 'line', 'block', "},
      {"block anywhere", file_with(R"({"id": "a", "role": "b", "at": "block", "zone": "any", "pattern": "a"})"),
       "a block rule needs"},
      {"end in the head",
       file_with(R"({"id": "a", "role": "b", "at": "paragraph-end", "zone": "head", "pattern": "a"})"),
       "a paragraph-end rule needs the zone 'any'"},
      {"too many groups", file_with(rule_with(R"("pattern": ")" + many_groups + R"(")")), "too many groups"},
      {"unknown name", file_with(rule_with(R"("pattern": "a", "when": {"above": ["byline"]})")),
       "rule 'wet', when, above: no rule and no role is named 'byline'"},
      {"twice", file_with(rule_with(R"("pattern": "a")") + "," + rule_with(R"("pattern": "b")")),
       "rule 'wet': an earlier rule has this id"},
      {"too long", file_with(rule_with(R"("pattern": "a", "max_bytes": 100000)")), "rule 'wet', max_bytes: must be"},
  };
  for (const Refusal& refusal : refusals) {
    std::string error;
    INFO(refusal.name);
    CHECK_FALSE(read_rules(refusal.json, error).has_value());
    INFO(error);
    CHECK(error.find(refusal.message) != std::string::npos);
  }
}
