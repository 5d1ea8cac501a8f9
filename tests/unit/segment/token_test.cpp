#include <string>
#include <vector>

#include "one_paragraph.hpp"
#include "support/catch.hpp"

using namespace storydiff::test;

TEST_CASE("tokens") {
  struct Row {
    std::string text;
    std::vector<std::string> tokens;
  };
  const std::vector<Row> rows = {
      {"The tram stopped.", {"The", "tram", "stopped", "."}},
      {"She mustn't, O'Dowd said.", {"She", "mustn't", ",", "O'Dowd", "said", "."}},
      {"the mayor's plan", {"the", "mayor", "'s", "plan"}},
      {"the mayor’s plan", {"the", "mayor", "’s", "plan"}},
      {"O’Dowd’s DOWD'S", {"O’Dowd", "’s", "DOWD", "'S"}},
      {"workers' rights", {"workers", "'", "rights"}},
      {"\"Othello\"'s end", {"\"", "Othello", "\"", "'s", "end"}},
      {"14,000 at 10:02, 3.5% of $1.87.", {"14,000", "at", "10:02", ",", "3.5", "%", "of", "$", "1.87", "."}},
      {"€36m 2.6bn 1st 1990s", {"€", "36m", "2.6bn", "1st", "1990s"}},
      {"25-1, 1/2", {"25", "-", "1", ",", "1", "/", "2"}},
      {"business-like well-known", {"business", "-", "like", "well", "-", "known"}},
      {"an out-\nright lie", {"an", "out-\nright", "lie"}},
      {"an out-\r\n  right lie", {"an", "out-\r\n  right", "lie"}},
      {"two-\nthirds", {"two", "-", "thirds"}},
      {"a 52-\nyear wait", {"a", "52", "-", "year", "wait"}},
      {"Anglo-\nSwiss", {"Anglo", "-", "Swiss"}},
      {"co\u00ADop co\u00AD\nop", {"co\u00ADop", "co\u00AD\nop"}},
      {"U.S. at 9 a.m. in D.C.", {"U.S.", "at", "9", "a.m.", "in", "D.C."}},
      {"U.S.-led, a Ph.D., J.K. Lind", {"U.S.", "-", "led", ",", "a", "Ph.D.", ",", "J.K.", "Lind"}},
      {"Feb. 22, Gov. Bell", {"Feb", ".", "22", ",", "Gov", ".", "Bell"}},
      {"12 per cent, 12 per\ncent", {"12", "per cent", ",", "12", "per\ncent"}},
      {"12 percent; per century", {"12", "percent", ";", "per", "century"}},
      {"see https://a.example/b?c=d, then (www.b.org).",
       {"see", "https://a.example/b?c=d", ",", "then", "(", "www.b.org", ")", "."}},
      {"news.example.com is up", {"news.example.com", "is", "up"}},
      {"mail jo.lee-roe@x.example.org.", {"mail", "jo.lee-roe@x.example.org", "."}},
      {"dry.Then", {"dry", ".", "Then"}},
      {"wait... what -- no…", {"wait", "...", "what", "--", "no", "…"}},
      {"“Yes” — ‘no’", {"“", "Yes", "”", "—", "‘", "no", "’"}},
      {"''yes''", {"''", "yes", "''"}},
      {"rock 'n' roll", {"rock", "'", "n", "'", "roll"}},
      {"Lathom & Co.", {"Lathom", "&", "Co", "."}},
      {"Łódź, e\u0301te\u0301", {"Łódź", ",", "e\u0301te\u0301"}},
      {"\uFEFFstory\u200B", {"story"}},
      {"שלום עולם", {"שלום", "עולם"}},
      {"👍🏽 ok", {"👍", "🏽", "ok"}},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(tokens_of(row.text) == row.tokens);
  }
}

TEST_CASE("words of scripts without spaces are found by dictionary") {
  const std::vector<std::string> tokens = tokens_of("北京大学是学校", "zh");
  std::string joined;
  for (const std::string& token : tokens) joined += token;
  CHECK(joined == "北京大学是学校");
  CHECK(tokens.size() > 1);
  CHECK(tokens.size() < 7);
}

TEST_CASE("long runs without a space stay linear") {
  for (const std::string& unit : {std::string("a-"), std::string("a."), std::string("a'"), std::string("\u00AD"),
                                  std::string("a\u00AD"), std::string("."), std::string("\"."), std::string("per ")}) {
    std::string text;
    while (text.size() < 400000) text += unit;
    CHECK(tokens_of(text).size() <= text.size());
  }
}
