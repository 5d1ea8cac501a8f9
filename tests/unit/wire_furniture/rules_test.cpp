// Every rule's own examples, against the rule alone and against all of them together.
#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/rule_folder.hpp"
#include "sample.hpp"
#include "support/catch.hpp"

namespace {

using namespace wire_furniture_test;
using Json = nlohmann::ordered_json;

/// All files of a plugin as one.
Json whole_file(const std::string& plugin) {
  std::string error;
  const auto files = storydiff::rules::read_rule_files(plugin_folder(plugin) + "/rules", error);
  INFO(error);
  REQUIRE_FALSE(files.empty());
  Json whole = Json::object();
  for (const auto& file : files) {
    const Json part = Json::parse(file.json);
    whole["schema"] = part["schema"];
    for (const char* words : {"lists", "fragments"})
      if (part.contains(words)) whole[words].update(part[words]);
    for (const auto& rule : part["rules"]) whole["rules"].push_back(rule);
  }
  return whole;
}

/// Rule files with one rule and those that its conditions name, directly or not; "*" is any rule.
class Reduced {
 public:
  explicit Reduced(const Json& file) : file_(file) {}

  /// Equal sets are read once. Valid until the next call that reads another one.
  const storydiff::rules::RuleSet& alone(const std::string& id) {
    const std::set<std::string> needed = needed_for(id);
    if (needed == last_needed_) return *last_;
    Json reduced = file_;
    auto& rules = reduced["rules"];
    rules.erase(
        std::remove_if(rules.begin(), rules.end(), [&](const Json& rule) { return !needed.contains(rule["id"]); }),
        rules.end());
    std::string error;
    last_ = storydiff::rules::read_rules(reduced.dump(), error);
    INFO(error);
    REQUIRE(last_.has_value());
    last_needed_ = needed;
    return *last_;
  }

 private:
  std::set<std::string> needed_for(const std::string& id) const {
    std::set<std::string> needed{id};
    for (std::size_t before = 0; before != needed.size();) {
      before = needed.size();
      std::set<std::string> names;
      for (const auto& rule : file_["rules"]) {
        if (!needed.contains(rule["id"]) || !rule.contains("when")) continue;
        for (const auto& condition : rule["when"])
          if (condition.is_array()) names.insert(condition.begin(), condition.end());
      }
      for (const auto& rule : file_["rules"])
        if (names.contains("*") || names.contains(rule["id"]) || names.contains(rule["role"]))
          needed.insert(rule["id"]);
    }
    return needed;
  }

  const Json& file_;
  std::set<std::string> last_needed_;
  std::optional<storydiff::rules::RuleSet> last_;
};

std::string trimmed(std::string text) {
  const auto begin = text.find_first_not_of(" \n");
  const auto end = text.find_last_not_of(" \n");
  return begin == std::string::npos ? "" : text.substr(begin, end - begin + 1);
}

void check_examples(const Json& rule, const storydiff::rules::RuleSet& rules) {
  for (const auto& example : rule["examples"]) {
    const std::string text = example["text"];
    const std::vector<Drop> drops = drops_of(rules, text);
    INFO("text: " << text << "\ndrops:\n" << list_of(drops));
    std::vector<std::string> got;
    for (const Drop& drop : drops)
      if (drop.rule == rule["id"]) got.push_back(drop.text);
    std::vector<std::string> wanted;
    for (const auto& drop : example["drops"]) wanted.push_back(trimmed(drop));
    CHECK(got == wanted);
    CHECK(list_of(drops_of(rules, without(text, drops))).empty());
  }
}

/// `only_this`: other rules may know better what the text is, but alone this one must keep away.
void check_counter_examples(const Json& rule, const storydiff::rules::RuleSet& rules, bool only_this) {
  for (const auto& counter : rule["counter_examples"]) {
    const std::string text = counter["text"];
    const std::string stays = counter.value("stays", text);
    const std::size_t begin = text.find(stays);
    REQUIRE(begin != std::string::npos);
    const std::vector<Drop> drops = drops_of(rules, text);
    INFO("text: " << text << "\ndrops:\n" << list_of(drops));
    CHECK(std::none_of(drops.begin(), drops.end(), [&](const Drop& drop) {
      return (!only_this || drop.rule == rule["id"]) && drop.begin < begin + stays.size() && begin < drop.end;
    }));
  }
}

}  // namespace

struct Plugin {
  const char* id;
  const storydiff::rules::RuleSet& (*rules)();
  std::set<std::string> own_roles;  ///< marked by the plugin itself
};

const Plugin kPlugins[] = {{"wire-furniture", shipped_rules, {"lede"}}, {"page-furniture", page_rules, {}}};

TEST_CASE("every rule keeps the promises of its examples, alone and among all") {
  for (const Plugin& plugin : kPlugins) {
    const Json file = whole_file(plugin.id);
    Reduced reduced(file);
    for (const auto& rule : file["rules"]) {
      INFO("rule " << rule["id"]);
      CHECK_FALSE(rule["knowledge"].get<std::string>().empty());
      REQUIRE(rule.contains("examples"));
      REQUIRE(rule.contains("counter_examples"));
      CHECK_FALSE(rule["examples"].empty());
      CHECK_FALSE(rule["counter_examples"].empty());
      const storydiff::rules::RuleSet& one = reduced.alone(rule["id"]);
      check_examples(rule, one);
      check_examples(rule, plugin.rules());
      check_counter_examples(rule, one, true);
      check_counter_examples(rule, plugin.rules(), false);
    }
  }
}

TEST_CASE("the manifest lists exactly the roles of the rules, and those that the plugin gives itself") {
  for (const Plugin& plugin : kPlugins) {
    INFO(plugin.id);
    const Json manifest = Json::parse(read_file(plugin_folder(plugin.id) + "/plugin.json"));
    std::set<std::string> roles = plugin.own_roles;
    for (const auto& rule : plugin.rules().rules) roles.insert(rule.role);
    CHECK(manifest["roles"].get<std::set<std::string>>() == roles);
  }
}

TEST_CASE("every file in the folder of rules has its place in the order") {
  for (const Plugin& plugin : kPlugins) {
    const std::string folder = plugin_folder(plugin.id) + "/rules";
    std::set<std::string> there;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
      there.insert(entry.path().filename().string());
    std::string error;
    std::set<std::string> named{"order.json"};
    for (const auto& file : storydiff::rules::read_rule_files(folder, error)) named.insert(file.name);
    CHECK(there == named);
  }
}
