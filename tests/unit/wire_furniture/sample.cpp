#include "sample.hpp"

#include <fstream>
#include <iterator>
#include <optional>
#include <stdexcept>
#include <utility>

#include "engine/rule_folder.hpp"
#include "language/paragraphs.hpp"

namespace wire_furniture_test {
namespace {

storydiff::rules::RuleSet rules_of(const std::string& plugin) {
  std::string error;
  auto read = storydiff::rules::read_rule_folder(plugin_folder(plugin) + "/rules", error);
  if (!read) throw std::runtime_error(error);
  return std::move(*read);
}

}  // namespace

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("can not read " + path);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string plugin_folder(const std::string& plugin) {
  return std::string(STORYDIFF_SOURCE_DIR) + "/plugins/" + plugin;
}
std::string room() { return std::string(STORYDIFF_SOURCE_DIR) + "/tests/unit/wire_furniture"; }

const storydiff::rules::RuleSet& shipped_rules() {
  static const storydiff::rules::RuleSet rules = rules_of("wire-furniture");
  return rules;
}

const storydiff::rules::RuleSet& page_rules() {
  static const storydiff::rules::RuleSet rules = rules_of("page-furniture");
  return rules;
}

std::vector<Drop> drops_of(const storydiff::rules::RuleSet& rules, std::string_view text) {
  std::vector<storydiff::rules::Range> paragraphs;
  for (const storydiff::Span span : storydiff::find_paragraphs(text)) paragraphs.push_back({span.begin, span.end});
  std::vector<Drop> drops;
  for (const auto& p : storydiff::rules::propose(rules, text, paragraphs)) {
    const std::string_view marked = text.substr(p.mark.begin, p.mark.end - p.mark.begin);
    drops.push_back({std::string(p.role), std::string(p.rule), std::string(marked), p.drop.begin, p.drop.end});
  }
  return drops;
}

std::string without(std::string_view text, const std::vector<Drop>& drops) {
  std::string rest;
  std::size_t at = 0;
  for (const Drop& drop : drops) {
    rest.append(text.substr(at, drop.begin - at));
    at = drop.end;
  }
  return rest.append(text.substr(at));
}

std::string list_of(const std::vector<Drop>& drops) {
  std::string list;
  for (const Drop& drop : drops) list += drop.rule + ": " + drop.text + "\n";
  return list;
}

}  // namespace wire_furniture_test
