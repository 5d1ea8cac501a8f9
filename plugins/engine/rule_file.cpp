#include "rule_file.hpp"

#include <algorithm>
#include <initializer_list>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>
#include <vector>

namespace storydiff::rules {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kSchema = "storydiff-rules/1";
constexpr int kDeepestJson = 16;
constexpr std::uint32_t kDefaultMaximumBytes = 200;
constexpr std::uint32_t kLargestMaximumBytes = 4000;

/// Caught by `read_rules`; never leaves this file.
struct Refused : std::runtime_error {
  Refused(const std::string& where, const std::string& what) : std::runtime_error(where + ": " + what) {}
};

std::string listed(const std::vector<std::string_view>& words) {
  std::string list;
  for (const std::string_view word : words) list.append(list.empty() ? "'" : ", '").append(word).append("'");
  return list;
}

/// A member of a rule: "rule 'wet', pattern".
std::string of(const std::string& where, const std::string& key) { return where + ", " + key; }

void check_keys(const Json& object, const std::string& where, const std::vector<std::string_view>& known) {
  if (!object.is_object()) throw Refused(where, "must be an object");
  for (const auto& [key, value] : object.items())
    if (std::find(known.begin(), known.end(), key) == known.end())
      throw Refused(where, "unknown key '" + key + "'; keys are: " + listed(known));
}

/// A text, or a list of texts that are one text broken for the reader's sake.
std::string text_at(const Json& value, const std::string& where) {
  std::string result;
  if (value.is_string()) {
    result = value.get<std::string>();
  } else if (value.is_array()) {
    for (const auto& part : value) {
      if (!part.is_string()) throw Refused(where, "must be a text, or a list of texts");
      result += part.get<std::string>();
    }
  }
  if (result.empty()) throw Refused(where, "must be a text that is not empty");
  return result;
}

std::string member_text(const Json& object, const std::string& where, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) throw Refused(where, std::string("has no '") + key + "'");
  return text_at(*found, of(where, key));
}

bool member_flag(const Json& object, const std::string& where, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) return false;
  if (!found->is_boolean()) throw Refused(of(where, key), "must be true or false");
  return found->get<bool>();
}

template <class Value>
Value member_choice(const Json& object, const std::string& where, const char* key,
                    std::initializer_list<std::pair<std::string_view, Value>> choices) {
  const std::string word = member_text(object, where, key);
  for (const auto& [name, value] : choices)
    if (name == word) return value;
  std::vector<std::string_view> words;
  for (const auto& choice : choices) words.push_back(choice.first);
  throw Refused(of(where, key), "unknown word '" + word + "'; it is one of: " + listed(words));
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
    if (fragment == fragments.end())
      throw Refused(where,
                    "no list or fragment '" + name + "' stands above: define it there, or in a file before this one");
    result.append(expression, at, open - at).append("(?:").append(fragment->second).append(")");
    at = close + 2;
  }
  return result.append(expression, at);
}

/// Adds the lists and fragments of one file to those of the files before it.
void read_fragments(const Json& file, const std::string& name, Fragments& result) {
  const auto add = [&](const std::string& where, const std::string& key, std::string expression) {
    if (!result.emplace(key, std::move(expression)).second)
      throw Refused(where, "another list or fragment has this name");
  };
  if (const auto lists = file.find("lists"); lists != file.end()) {
    if (!lists->is_object()) throw Refused(name + "lists", "must be an object");
    for (const auto& [key, words] : lists->items()) {
      const std::string where = name + "lists." + key;
      if (!words.is_array() || words.empty()) throw Refused(where, "must be a list of texts");
      std::string alternation;
      for (const auto& word : words) {
        if (!alternation.empty()) alternation += '|';
        alternation += quoted(text_at(word, where));
      }
      add(where, key, std::move(alternation));
    }
  }
  if (const auto fragments = file.find("fragments"); fragments != file.end()) {
    if (!fragments->is_object()) throw Refused(name + "fragments", "must be an object");
    for (const auto& [key, expression] : fragments->items()) {
      const std::string where = name + "fragments." + key;
      add(where, key, filled_in(text_at(expression, where), result, where));
    }
  }
}

Pattern compiled(const std::string& expression, const std::string& where) {
  Pattern result;
  if (const std::string trouble = result.compile(expression); !trouble.empty()) throw Refused(where, trouble);
  return result;
}

Rule read_rule(const Json& json, const std::string& where, const Fragments& fragments) {
  check_keys(json, where,
             {"id", "role", "at", "zone", "pattern", "unless", "max_bytes", "joins", "late", "when", "knowledge",
              "examples", "counter_examples"});
  Rule rule;
  rule.id = member_text(json, where, "id");
  rule.role = member_text(json, where, "role");
  rule.place = member_choice<Place>(json, where, "at",
                                    {{"line", Place::kLine},
                                     {"block", Place::kBlock},
                                     {"paragraph", Place::kParagraph},
                                     {"paragraph-start", Place::kParagraphStart},
                                     {"paragraph-end", Place::kParagraphEnd}});
  rule.zone =
      member_choice<Zone>(json, where, "zone",
                          {{"any", Zone::kAny}, {"head", Zone::kHead}, {"tail", Zone::kTail}, {"edges", Zone::kEdges}});
  if (rule.place == Place::kBlock && rule.zone == Zone::kAny)
    throw Refused(where, "a block rule needs the zone 'head', 'tail' or 'edges'");
  if (rule.place == Place::kParagraphStart && rule.zone != Zone::kAny)
    throw Refused(where, "a paragraph-start rule needs the zone 'any'");
  if (rule.place == Place::kParagraphEnd && rule.zone != Zone::kAny)
    throw Refused(where, "a paragraph-end rule needs the zone 'any'");
  rule.expression = filled_in(member_text(json, where, "pattern"), fragments, of(where, "pattern"));
  // Lazily: of all endings that match, the longest one counts.
  if (rule.place == Place::kParagraphEnd) rule.expression = ".*?(?:" + rule.expression + ")";
  rule.pattern = compiled(rule.expression, of(where, "pattern"));
  if (const auto unless = json.find("unless"); unless != json.end()) {
    if (!unless->is_array()) throw Refused(of(where, "unless"), "must be a list of patterns");
    for (const auto& expression : *unless) {
      const std::string place = of(where, "unless");
      rule.unless.push_back(compiled(filled_in(text_at(expression, place), fragments, place), place));
    }
  }
  rule.max_bytes = kDefaultMaximumBytes;
  if (const auto bytes = json.find("max_bytes"); bytes != json.end()) {
    if (!bytes->is_number_unsigned() || bytes->get<std::uint64_t>() > kLargestMaximumBytes)
      throw Refused(of(where, "max_bytes"), "must be a number up to " + std::to_string(kLargestMaximumBytes));
    rule.max_bytes = bytes->get<std::uint32_t>();
  }
  rule.joins = member_flag(json, where, "joins");
  rule.late = member_flag(json, where, "late");
  return rule;
}

RuleNames read_names(const Json& when, const std::string& where, const char* key, const std::vector<Rule>& rules) {
  RuleNames result;
  const auto names = when.find(key);
  if (names == when.end()) return result;
  const std::string place = of(where, key);
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
              "between_sentences", "unannounced"});
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
  when.unannounced = member_flag(json, where, "unannounced");
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
    } else if (rule.place == Place::kParagraphStart) {
      set.paragraph_start_patterns.add(rule.expression, i);
    } else {
      set.paragraph_end_patterns.add(rule.expression, i);
    }
  }
  set.line_patterns.finish();
  set.paragraph_patterns.finish();
  set.paragraph_start_patterns.finish();
  set.paragraph_end_patterns.finish();
}

/// How messages call a rule: by its id where it has one.
std::string place_of(const Json& rule, std::size_t number) {
  const bool named = rule.is_object() && rule.contains("id") && rule["id"].is_string();
  return named ? "rule '" + rule["id"].get<std::string>() + "'" : "rules[" + std::to_string(number) + "]";
}

/// A rule's JSON and its place, kept until all rules are known that its conditions may name.
struct Written {
  Json json;
  std::string where;
};

void read_file(const Json& file, const std::string& name, Fragments& fragments, RuleSet& set,
               std::vector<Written>& written) {
  check_keys(file, name + "rule file", {"schema", "about", "lists", "fragments", "rules"});
  if (member_text(file, name + "rule file", "schema") != kSchema)
    throw Refused(name + "schema", "must be '" + std::string(kSchema) + "'");
  read_fragments(file, name, fragments);
  const auto rules = file.find("rules");
  if (rules == file.end() || !rules->is_array()) throw Refused(name + "rules", "must be a list");
  for (std::size_t i = 0; i < rules->size(); ++i) {
    const std::string where = name + place_of((*rules)[i], i);
    Rule rule = read_rule((*rules)[i], where, fragments);
    for (const Rule& earlier : set.rules)
      if (earlier.id == rule.id) throw Refused(where, "an earlier rule has this id: choose another");
    set.rules.push_back(std::move(rule));
    written.push_back({(*rules)[i], where});
  }
}

Json parsed(const std::string& json, const std::string& name) {
  // Later steps copy and walk the values, and must not be led deeper than the stack.
  const auto bounded = [&](int depth, Json::parse_event_t, Json&) {
    if (depth > kDeepestJson) throw Refused(name + "rule file", "is nested deeper than anything in the format");
    return true;
  };
  try {
    return Json::parse(json, bounded);
  } catch (const Json::parse_error& e) {
    const auto before = std::string_view(json).substr(0, e.byte == 0 ? 0 : e.byte - 1);
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    throw Refused(name + "rule file", "is no JSON: see line " + std::to_string(line));
  }
}

RuleSet read_files(std::span<const RuleFile> files) {
  RuleSet set;
  Fragments fragments;
  std::vector<Written> written;
  for (const RuleFile& file : files) {
    const std::string name = file.name.empty() ? "" : file.name + ": ";
    read_file(parsed(file.json, name), name, fragments, set, written);
  }
  for (std::size_t i = 0; i < written.size(); ++i)
    if (const auto when = written[i].json.find("when"); when != written[i].json.end())
      read_conditions(*when, of(written[i].where, "when"), set.rules, set.rules[i].when);
  index_patterns(set);
  return set;
}

}  // namespace

std::optional<RuleSet> read_rules(std::span<const RuleFile> files, std::string& error) {
  try {
    return read_files(files);
  } catch (const std::exception& e) {
    error = e.what();
    return std::nullopt;
  }
}

std::optional<RuleSet> read_rules(std::string_view json, std::string& error) {
  const RuleFile file{"", std::string(json)};
  return read_rules(std::span(&file, 1), error);
}

}  // namespace storydiff::rules
