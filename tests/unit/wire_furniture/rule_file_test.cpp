#include "engine/rule_file.hpp"

#include <string>

#include "sample.hpp"
#include "support/catch.hpp"

namespace {

using storydiff::rules::read_rules;

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

TEST_CASE("a rule file that is wrong is refused with the place of the fault") {
  const Refusal refusals[] = {
      {"no JSON", "{", "no JSON"},
      {"other schema", R"({"schema": "storydiff-rules/9", "rules": []})", "schema: must be 'storydiff-rules/1'"},
      {"no rules", R"({"schema": "storydiff-rules/1"})", "rules: must be a list"},
      {"unknown key", file_with(rule_with(R"("pattern": "a", "colour": "red")")), "rules[0]: unknown key 'colour'"},
      {"no pattern", file_with(R"({"id": "a", "role": "b", "at": "line", "zone": "any"})"), "has no 'pattern'"},
      {"bad pattern", file_with(rule_with(R"("pattern": "(")")), "rules[0].pattern: missing )"},
      {"no back references", file_with(rule_with(R"("pattern": "(a)\\1")")), "rules[0].pattern: invalid escape"},
      {"unknown group", file_with(rule_with(R"json("pattern": "(?P<colour>a)")json")), "unknown group 'colour'"},
      {"unknown list", file_with(rule_with(R"("pattern": "{{sound}}")")), "no list or fragment 'sound'"},
      {"unknown place", file_with(R"({"id": "a", "role": "b", "at": "page", "zone": "any", "pattern": "a"})"),
       "rules[0].at: unknown word 'page'"},
      {"block anywhere", file_with(R"({"id": "a", "role": "b", "at": "block", "zone": "any", "pattern": "a"})"),
       "a block rule needs"},
      {"unknown name", file_with(rule_with(R"("pattern": "a", "when": {"above": ["byline"]})")),
       "rules[0].when.above: no rule and no role is named 'byline'"},
      {"twice", file_with(rule_with(R"("pattern": "a")") + "," + rule_with(R"("pattern": "b")")),
       "another rule is named 'wet'"},
      {"too long", file_with(rule_with(R"("pattern": "a", "max_bytes": 100000)")), "rules[0].max_bytes: must be"},
  };
  for (const Refusal& refusal : refusals) {
    std::string error;
    INFO(refusal.name);
    CHECK_FALSE(read_rules(refusal.json, error).has_value());
    INFO(error);
    CHECK(error.find(refusal.message) != std::string::npos);
  }
}
