// A look that spares an expression its automaton must never spare a match; a cache of rules says what they say.
#include "engine/needs.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/pattern.hpp"
#include "engine/rule_cache.hpp"
#include "engine/rule_folder.hpp"
#include "sample.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

namespace {

using namespace storydiff::rules;
using namespace wire_furniture_test;

bool may(const std::string& expression, std::string_view text, Anchor anchor = Anchor::kWhole) {
  Glance glance(text);
  return may_match(needs_of(expression), glance, anchor);
}

TEST_CASE("what can not match is told without an automaton") {
  struct Example {
    const char* expression;
    const char* never;
  };
  for (const Example& example : std::vector<Example>{{"[A-Z]+", "small"},
                                                     {"(?i:copyright) .*", "Copy right 2024"},
                                                     {".*(?:AP|Reuters)\\)?", "by the agency"},
                                                     {"By .{2,}", "By"},
                                                     {".*\\d{4}", "no year"},
                                                     {"(?:Photo|Picture): .*", "Photos of it"},
                                                     {"(?:one|two)(?: more)?", "three"},
                                                     {"[^a-z]*", "lower"},
                                                     {"\\W+", "word"},
                                                     {".*\\((?:AP|Reuters)\\)?", "(map)"},
                                                     {"(?i:like .{2,}\\?|stand .*\\d)", "stand here?"},
                                                     {"(?i)ENDS", "endt"}}) {
    INFO(example.expression << " in " << example.never);
    CHECK_FALSE(may(example.expression, example.never));
  }
  CHECK_FALSE(may("[A-Z]{2}, ", "Aa and", Anchor::kPrefix));
}

TEST_CASE("what is not understood may match anything") {
  for (const char* expression :
       {"[[:alpha:]]", "\\pL", "\\Qa.b\\E", "a)", "(a", "[a", "*", "(?z:a)", "\\1", "a{2000}"}) {
    INFO(expression);
    CHECK_FALSE(needs_of(expression).known);
    CHECK(may(expression, "?"));
  }
  const auto within_brackets = [](std::size_t levels) {
    return std::string(levels, '(') + "a" + std::string(levels, ')');
  };
  CHECK(needs_of(within_brackets(200)).known);
  CHECK_FALSE(needs_of(within_brackets(201)).known);
  CHECK_FALSE(needs_of(std::string(100000, '(')).known);
}

TEST_CASE("every match passes, also of the letters that fold to ASCII") {
  const std::vector<std::string> expressions{"a?b*c+",
                                             "(?i:ask)",
                                             "(?i)s",
                                             "[À-ſ]x",
                                             "(?i:[À-ſ])x",
                                             "(?i)É",
                                             "a{0,2}b{2}",
                                             "(?:a|bc|)d",
                                             "(?P<drop>a)|b",
                                             "\\x41\\x{e9}",
                                             "[\\x{2010}-–]a",
                                             "[]a]",
                                             "[^]a]",
                                             "[a\\-c]",
                                             "a{,2}",
                                             "a{b",
                                             "^a$",
                                             "\\ba\\b",
                                             ".",
                                             "a.*b|.*cd",
                                             "(?i-s:k).",
                                             "(?:(?:an? |the )?dog|cat)s?",
                                             "(a(?i)b|c)d",
                                             "(?:a.*|k)(?:b.*|s.*|x)",
                                             "AP|(?i:a)P",
                                             "(?:.*the|.*a) ?d.*"};
  const std::vector<std::string> parts{
      "",     "a",       "b",      "c", "d", "ab", "x", "s", "S",     "k",   "K",   "\u017F",        "\u212A",
      "é",    "É",       "\u2010", "–", "]", "-",  "^", "{", "a{,2}", "a{b", "ask", "A\u017F\u212A", "the dog",
      "cats", "A\u00E9", "AP",     "ap"};
  for (const std::string& expression : expressions) {
    Pattern plain;
    REQUIRE(plain.compile(expression).empty());
    Pattern blind;
    blind.take_checked(expression, Needs{});
    for (const std::string& first : parts) {
      for (const std::string& second : parts) {
        const std::string text = first + second;
        INFO(expression << " in " << text);
        CHECK(plain.whole(text).has_value() == blind.whole(text).has_value());
        CHECK(plain.prefix(text).has_value() == blind.prefix(text).has_value());
      }
    }
  }
}

/// All texts of the rules' own examples, and their lines.
std::vector<std::string> example_texts(const std::vector<RuleFile>& files) {
  std::vector<std::string> texts;
  for (const RuleFile& file : files) {
    const nlohmann::json json = nlohmann::json::parse(file.json);
    for (const auto& rule : json["rules"]) {
      for (const char* key : {"examples", "counter_examples"}) {
        if (!rule.contains(key)) continue;
        for (const auto& example : rule[key]) {
          const std::string text = example["text"];
          for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = std::min(text.find('\n', at), text.size());
            if (end > at) texts.push_back(text.substr(at, end - at));
            at = end + 1;
          }
        }
      }
    }
  }
  return texts;
}

TEST_CASE("no shipped rule loses a match on any line of any example") {
  for (const char* plugin : {"wire-furniture", "page-furniture"}) {
    std::string error;
    const auto files = read_rule_files(plugin_folder(plugin) + "/rules", error);
    const auto rules = read_rules(files, error);
    REQUIRE(rules);
    const std::vector<std::string> texts = example_texts(files);
    REQUIRE(texts.size() > 200);
    std::size_t spared = 0;
    for (const Rule& rule : rules->rules) {
      CHECK(rule.pattern.needs().known);
      Pattern blind;
      blind.take_checked(std::string(rule.pattern.expression()), Needs{});
      for (const std::string& text : texts) {
        Glance glance(text);
        const bool start = rule.place == Place::kParagraphStart;
        if (may_match(rule.pattern.needs(), glance, start ? Anchor::kPrefix : Anchor::kWhole)) continue;
        ++spared;
        if (start ? !blind.prefix(text) : !blind.whole(text)) continue;
        FAIL_CHECK(rule.id << " is spared: " << text);
      }
    }
    CHECK(spared > texts.size() * rules->rules.size() * 8 / 10);
  }
}

std::optional<RuleSet> rules_in(std::string_view cache, const std::vector<RuleFile>& files) {
  const std::optional<RuleCache> opened = open_rule_cache(cache);
  return opened && is_made_from(*opened, files) ? read_rules(*opened) : std::nullopt;
}

TEST_CASE("a cache gives the rules back, and only for its own files") {
  std::string error;
  auto files = read_rule_files(plugin_folder("wire-furniture") + "/rules", error);
  const auto rules = read_rules(files, error);
  REQUIRE(rules);
  const std::string cache = write_rule_cache(*rules, files, {});
  const auto again = rules_in(cache, files);
  REQUIRE(again);
  CHECK(write_rule_cache(*again, files, {}) == cache);
  const std::string story =
      "OSTERBY (AP) — The river rose by two metres, officials said.\n\nCopyright 2024 The Associated "
      "Press. All rights reserved.\n";
  CHECK(list_of(drops_of(*again, story)) == list_of(drops_of(*rules, story)));

  for (std::size_t size = 0; size < cache.size(); size += 997)
    CHECK_FALSE(rules_in(std::string_view(cache).substr(0, size), files));
  for (std::size_t at = 0; at < cache.size(); at += 499) {
    std::string damaged = cache;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x5A);
    // Whatever it says, it says it without harm.
    try {
      if (const auto read = rules_in(damaged, files)) static_cast<void>(drops_of(*read, story));
    } catch (const UnusablePattern& unusable) {
      CHECK(std::string(unusable.what()).find("its expression is damaged") != std::string::npos);
    }
  }
  files.front().json += " ";
  CHECK_FALSE(rules_in(cache, files));
}

TEST_CASE("a cache beside rule files is believed until one of them changes") {
  const TemporaryFolder folder;
  const auto rule = [](const std::string& word) {
    return R"({"schema": "storydiff-rules/1", "rules": [{"id": "a", "role": "sign", "at": "line", "zone": "any",
      "pattern": ")" +
           word + R"("}]})";
  };
  folder.write("order.json", R"({"schema": "storydiff-rules-order/1", "files": ["a.json"]})");
  folder.write("a.json", rule("one"));
  std::string error;
  const auto files = read_rule_files(folder.path().string(), error);
  const auto rules = read_rules(files, error);
  REQUIRE(rules);
  folder.write(kRuleCacheName, write_rule_cache(*rules, files, looks_of(folder.path().string(), files)));
  const auto found = [&](const std::string& text) {
    const auto read = read_rule_folder(folder.path().string(), error);
    REQUIRE(read);
    return std::pair(read->storage != nullptr, list_of(drops_of(*read, text + "\n\nIt dried.\n")));
  };
  CHECK(found("one") == std::pair(true, std::string("a: one\n")));

  const auto written = std::filesystem::last_write_time(folder.path() / kRuleCacheName);
  struct Row {
    const char* word;
    int seconds;  ///< from the cache's time to that of the file
    bool believed;
  };
  // Of equal size all of them; in the first and the last only the time is another.
  for (const Row& row : {Row{"one", 5, true}, {"two", 5, false}, {"two", -3600, false}, {"one", -3600, true}}) {
    INFO(row.word << " " << row.seconds);
    folder.write("a.json", rule(row.word));
    std::filesystem::last_write_time(folder.path() / "a.json", written + std::chrono::seconds(row.seconds));
    CHECK(found(row.word) == std::pair(row.believed, "a: " + std::string(row.word) + "\n"));
  }
}

}  // namespace
