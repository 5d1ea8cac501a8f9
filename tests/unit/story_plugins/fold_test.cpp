#include "fold.hpp"

#include <string>

#include "support/catch.hpp"

using namespace storydiff::typography;

namespace {

std::string folded(const std::string& text, const Choice& choice = {}) {
  std::string out;
  std::size_t at = 0;
  for (const Replacement& replacement : fold(text, choice)) {
    REQUIRE(replacement.begin >= at);
    REQUIRE(replacement.end > replacement.begin);
    out += text.substr(at, replacement.begin - at) + replacement.text;
    at = replacement.end;
  }
  return out + text.substr(at);
}

}  // namespace

TEST_CASE("typography: what is folded, and to what") {
  struct Row {
    const char* text;
    const char* folded;
  };
  const Row rows[] = {
      {"“We won’t go,” she said.", "\"We won't go,\" she said."},
      {"‘Never’", "'Never'"},
      {"„Nein“, sagte er.", "\"Nein\", sagte er."},
      {"« Non »", "\" Non \""},
      {"2014–2019", "2014-2019"},
      {"the ferry — an old one — sank", "the ferry -- an old one -- sank"},
      {"minus −4", "minus -4"},
      {"well…", "well..."},
      {"10\u00A0km", "10 km"},
      {"10\u202F000", "10 000"},
      {"co\u00ADoperate", "cooperate"},
      {"zero\u200Bwidth", "zerowidth"},
      {"\uFB01nance o\uFB03ce", "finance office"},
      {"cafe\u0301", "caf\u00E9"},
      {"A\u030Angstro\u0308m", "\u00C5ngstr\u00F6m"},
      {"\u1112\u1161\u11AB", "\uD55C"},
      {"cafe\u00AD\u0301", "cafe\u00AD\u0301"},
      {"Plain text stays: it's \"so\" -- really...", "Plain text stays: it's \"so\" -- really..."},
      {"æther, œuvre, Straße, 日本, приве́т", "æther, œuvre, Straße, 日本, приве́т"},
      {"👨\u200D👩\u200D👧", "👨\u200D👩\u200D👧"},
      {"", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(folded(row.text) == row.folded);
    CHECK(folded(folded(row.text)) == row.folded);
  }
}

TEST_CASE("typography: each kind can be left") {
  const std::string text = "“Cafe\u0301” — 10\u00A0\uFB01ns";
  Choice none{false, false, false, false, false};
  CHECK(folded(text, none) == text);
  none.quotes = true;
  CHECK(folded(text, none) == "\"Cafe\u0301\" — 10\u00A0\uFB01ns");
  none = {false, false, false, false, true};
  CHECK(folded(text, none) == "“Café” — 10\u00A0\uFB01ns");
}

TEST_CASE("typography: neighbours of one rule are one replacement") {
  CHECK(fold("““““", {}).size() == 1);
  CHECK(fold("“—“", {}).size() == 3);
}

TEST_CASE("typography: hostile text") {
  std::string quotes;
  std::string marks = "a";
  for (int i = 0; i < 200000; ++i) {
    quotes += "“";
    marks += "\u0301";
  }
  CHECK(folded(quotes) == std::string(200000, '"'));
  CHECK(fold(marks, {}).size() == 1);
  CHECK(fold("\u0301\u0301", {}).empty());
}
