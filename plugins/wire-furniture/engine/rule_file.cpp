#include "rule_file.hpp"

#include <algorithm>
#include <initializer_list>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

namespace storydiff::rules {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kSchema = "storydiff-rules/1";
constexpr std::uint32_t kDefaultMaximumBytes = 200;
constexpr std::uint32_t kLargestMaximumBytes = 4000;

/// Caught by `read_rules`; never leaves this file.
struct Refused : std::runtime_error {
  Refused(const std::string& where, const std::string& what) : std::runtime_error(where + ": " + what) {}
};

void check_keys(const Json& object, const std::string& where, std::initializer_list<std::string_view> known) {
  if (!object.is_object()) throw Refused(where, "must be an object");
  for (const auto& [key, value] : object.items())
    if (std::find(known.begin(), known.end(), key) == known.end()) throw Refused(where, "unknown key '" + key + "'");
}

/// A text, or a list of texts that are one text broken for the reader's sake.
std::string text_at(const Json& value, const std::string& where) {
  std::string result;
  if (value.is_string()) {
    result = value.get<std::string>();
  } else if (value.is_array()) {
    for (const auto& part : value) result += text_at(part, where);
  }
  if (result.empty()) throw Refused(where, "must be a text that is not empty");
  return result;
}

std::string member_text(const Json& object, const std::string& where, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) throw Refused(where, std::string("has no '") + key + "'");
  return text_at(*found, where + "." + key);
}

bool member_flag(const Json& object, const std::string& where, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) return false;
  if (!found->is_boolean()) throw Refused(where + "." + key, "must be true or false");
  return found->get<bool>();
}

template <class Value>
Value member_choice(const Json& object, const std::string& where, const char* key,
                    std::initializer_list<std::pair<std::string_view, Value>> choices) {
  const std::string word = member_text(object, where, key);
  for (const auto& [name, value] : choices)
    if (name == word) return value;
  throw Refused(where + "." + key, "unknown word '" + word + "'");
}

std::string quoted(const std::string& word) {
  std::string result;
  for (const char c : word) {
    if (std::string_view(R"(\.+*?()|[]{}^$)").find(c) != std::string_view::npos) result += '\\';
    result += c;
  }
  return result;
}

/// What `{{name}}` stands for.
using Fragments = std::map<std::string, std::string>;

std::string filled_in(const std::string& expression, const Fragments& fragments, const std::string& where) {
  std::string result;
  std::size_t at = 0;
  for (std::size_t open = expression.find("{{"); open != std::string::npos; open = expression.find("{{", at)) {
    const std::size_t close = expression.find("}}", open);
    if (close == std::string::npos) throw Refused(where, "'{{' without '}}'");
    const std::string name = expression.substr(open + 2, close - open - 2);
    const auto fragment = fragments.find(name);
    if (fragment == fragments.end()) throw Refused(where, "no list or fragment '" + name + "' stands above");
    result.append(expression, at, open - at).append("(?:").append(fragment->second).append(")");
    at = close + 2;
  }
  return result.append(expression, at);
}

Fragments read_fragments(const Json& file) {
  Fragments result;
  if (const auto lists = file.find("lists"); lists != file.end()) {
    if (!lists->is_object()) throw Refused("lists", "must be an object");
    for (const auto& [name, words] : lists->items()) {
      if (!words.is_array() || words.empty()) throw Refused("lists." + name, "must be a list of texts");
      std::string alternation;
      for (const auto& word : words) {
        if (!alternation.empty()) alternation += '|';
        alternation += quoted(text_at(word, "lists." + name));
      }
      result[name] = alternation;
    }
  }
  if (const auto fragments = file.find("fragments"); fragments != file.end()) {
    if (!fragments->is_object()) throw Refused("fragments", "must be an object");
    for (const auto& [name, expression] : fragments->items()) {
      const std::string where = "fragments." + name;
      if (result.contains(name)) throw Refused(where, "a list has this name");
      result[name] = filled_in(text_at(expression, where), result, where);
    }
  }
  return result;
}

Pattern compiled(const std::string& expression, const std::string& where) {
  Pattern result;
  if (const std::string trouble = result.compile(expression); !trouble.empty()) throw Refused(where, trouble);
  return result;
}

Rule read_rule(const Json& json, const std::string& where, const Fragments& fragments) {
  check_keys(json, where,
             {"id", "role", "at", "zone", "pattern", "unless", "max_bytes", "joins", "when", "knowledge", "examples",
              "counter_examples"});
  Rule rule;
  rule.id = member_text(json, where, "id");
  rule.role = member_text(json, where, "role");
  rule.place = member_choice<Place>(json, where, "at",
                                    {{"line", Place::kLine},
                                     {"block", Place::kBlock},
                                     {"paragraph", Place::kParagraph},
                                     {"paragraph-start", Place::kParagraphStart}});
  rule.zone =
      member_choice<Zone>(json, where, "zone",
                          {{"any", Zone::kAny}, {"head", Zone::kHead}, {"tail", Zone::kTail}, {"edges", Zone::kEdges}});
  if (rule.place == Place::kBlock && rule.zone == Zone::kAny)
    throw Refused(where, "a block rule needs the zone 'head', 'tail' or 'edges'");
  if (rule.place == Place::kParagraphStart && rule.zone != Zone::kAny)
    throw Refused(where, "a paragraph-start rule needs the zone 'any'");
  rule.expression = filled_in(member_text(json, where, "pattern"), fragments, where + ".pattern");
  rule.pattern = compiled(rule.expression, where + ".pattern");
  if (const auto unless = json.find("unless"); unless != json.end()) {
    if (!unless->is_array()) throw Refused(where + ".unless", "must be a list of patterns");
    for (const auto& expression : *unless) {
      const std::string place = where + ".unless";
      rule.unless.push_back(compiled(filled_in(text_at(expression, place), fragments, place), place));
    }
  }
  rule.max_bytes = kDefaultMaximumBytes;
  if (const auto bytes = json.find("max_bytes"); bytes != json.end()) {
    if (!bytes->is_number_unsigned() || bytes->get<std::uint64_t>() > kLargestMaximumBytes)
      throw Refused(where + ".max_bytes", "must be a number up to " + std::to_string(kLargestMaximumBytes));
    rule.max_bytes = bytes->get<std::uint32_t>();
  }
  rule.joins = member_flag(json, where, "joins");
  return rule;
}

RuleNames read_names(const Json& when, const std::string& where, const char* key, const std::vector<Rule>& rules) {
  RuleNames result;
  const auto names = when.find(key);
  if (names == when.end()) return result;
  const std::string place = where + "." + key;
  if (!names->is_array() || names->empty()) throw Refused(place, "must be a list of rules or roles");
  result.rules.assign(rules.size(), false);
  for (const auto& entry : *names) {
    const std::string name = text_at(entry, place);
    bool known = name == "title" || name == "*";
    result.title = result.title || name == "title";
    for (std::size_t i = 0; i < rules.size(); ++i) {
      if (name != "*" && name != rules[i].id && name != rules[i].role) continue;
      result.rules[i] = true;
      known = true;
    }
    if (!known) throw Refused(place, "no rule and no role is named '" + name + "'");
  }
  return result;
}

void read_conditions(const Json& json, const std::string& where, const std::vector<Rule>& rules, Conditions& when) {
  check_keys(json, where,
             {"previous", "next", "above", "below", "anywhere", "absent", "same_name", "first", "unique",
              "between_sentences"});
  when.previous = read_names(json, where, "previous", rules);
  when.next = read_names(json, where, "next", rules);
  when.above = read_names(json, where, "above", rules);
  when.below = read_names(json, where, "below", rules);
  when.anywhere = read_names(json, where, "anywhere", rules);
  when.absent = read_names(json, where, "absent", rules);
  when.same_name = read_names(json, where, "same_name", rules);
  when.first = member_flag(json, where, "first");
  when.unique = member_flag(json, where, "unique");
  when.between_sentences = member_flag(json, where, "between_sentences");
}

void index_patterns(RuleSet& set) {
  for (std::uint32_t i = 0; i < set.rules.size(); ++i) {
    const Rule& rule = set.rules[i];
    if (rule.zone != Zone::kAny) continue;
    if (rule.place == Place::kLine) {
      set.line_patterns.add(rule.expression, i);
      set.line_max_bytes = std::max(set.line_max_bytes, rule.max_bytes);
    } else if (rule.place == Place::kParagraph) {
      set.paragraph_patterns.add(rule.expression, i);
      set.paragraph_max_bytes = std::max(set.paragraph_max_bytes, rule.max_bytes);
    } else {
      set.paragraph_start_patterns.add(rule.expression, i);
    }
  }
  set.line_patterns.finish();
  set.paragraph_patterns.finish();
  set.paragraph_start_patterns.finish();
}

RuleSet read_file(const Json& file) {
  check_keys(file, "rule file", {"schema", "about", "lists", "fragments", "rules"});
  if (member_text(file, "rule file", "schema") != kSchema)
    throw Refused("schema", "must be '" + std::string(kSchema) + "'");
  const auto rules = file.find("rules");
  if (rules == file.end() || !rules->is_array()) throw Refused("rules", "must be a list");
  const Fragments fragments = read_fragments(file);

  RuleSet set;
  const auto where = [](std::size_t i) { return "rules[" + std::to_string(i) + "]"; };
  for (std::size_t i = 0; i < rules->size(); ++i) {
    Rule rule = read_rule((*rules)[i], where(i), fragments);
    for (const Rule& earlier : set.rules)
      if (earlier.id == rule.id) throw Refused(where(i), "another rule is named '" + rule.id + "'");
    set.rules.push_back(std::move(rule));
  }
  for (std::size_t i = 0; i < rules->size(); ++i)
    if (const auto when = (*rules)[i].find("when"); when != (*rules)[i].end())
      read_conditions(*when, where(i) + ".when", set.rules, set.rules[i].when);
  index_patterns(set);
  return set;
}

}  // namespace

std::optional<RuleSet> read_rules(std::string_view json, std::string& error) {
  const Json file = Json::parse(json, nullptr, false);
  if (file.is_discarded()) {
    error = "the rule file is no JSON";
    return std::nullopt;
  }
  try {
    return read_file(file);
  } catch (const std::exception& e) {
    error = e.what();
    return std::nullopt;
  }
}

}  // namespace storydiff::rules
