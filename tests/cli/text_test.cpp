#include <string>

#include "render/folded_text.hpp"
#include "support/catch.hpp"
#include "terminal_text.hpp"

using namespace storydiff::cli;

TEST_CASE("control characters become visible") {
  struct Row {
    std::string text;
    const char* line;
  };
  const Row rows[] = {
      {"plain \u00e9\u4e2d", "plain \u00e9\u4e2d"},
      {"\x1b[31mred", "\\x1b[31mred"},
      {std::string("a\0b", 3), "a\\x00b"},
      {"a\nb\tc\r", "a b c "},
      {"del\x7f", "del\\x7f"},
      {"c1 \u009b31m", "c1 \\u009b31m"},
      {"rtl \u202eabc", "rtl \\u202eabc"},
      {"bad \xff\xc3", "bad \\xff\\xc3"},
  };
  for (const Row& row : rows) CHECK(visible_line(row.text) == row.line);
  CHECK(visible_text("a\n\tb\r\x1b") == "a\n\tb\\x0d\\x1b");
  CHECK(visible_json("{\n \"a\u009b\x7f\"\n}") == "{\n \"a\\u009b\\u007f\"\n}");
}

TEST_CASE("width counts columns, not bytes") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("\u00e9") == 1);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("\u4e2d\u6587") == 4);
  CHECK(display_width("\u200b") == 0);
  struct Row {
    const char* text;
    std::size_t width;
  };
  const Row clusters[] = {
      {"\U0001F600", 2},                                  // an emoji
      {"\U0001F468\u200d\U0001F469\u200d\U0001F467", 2},  // a family, joined
      {"\U0001F44D\U0001F3FD", 2},                        // a thumb in a colour of skin
      {"\U0001F1F3\U0001F1F4", 2},                        // a flag
      {"\u2764\ufe0f", 2},                                // a heart, shown as emoji
      {"1\ufe0f\u20e3", 2},                               // a keycap
      {"\u1112\u1161\u11ab", 2},                          // a Hangul syllable in three letters
      {"\u0915\u093f", 2},                                // a Devanagari letter and its vowel
      {"\u05e9\u05b8\u05c1", 1},                          // a Hebrew letter with two points
      {"\uff21\uff71", 3},                                // full width, half width
      {"a\u0301b\u0302c", 3},
      {"x\u4e2dy", 4},
      {"", 0},
  };
  for (const Row& row : clusters) {
    CAPTURE(row.text);
    CHECK(display_width(row.text) == row.width);
  }
  CHECK(fitting_bytes("a\U0001F468\u200d\U0001F469\u200d\U0001F467", 2) == 1);
  CHECK(fitting_bytes("a\u0301b", 1) == 3);
  CHECK(fitting_bytes("abcdef", 3) == 3);
  CHECK(fitting_bytes("e\u0301x", 1) == 3);
  CHECK(fitting_bytes("\u4e2d\u6587", 3) == 3);
  CHECK(fitting_bytes("\u4e2d", 1) == 3);
  CHECK(excerpt("abcdefgh", 8) == "abcdefgh");
  CHECK(excerpt("abcdefghi", 8) == "abcde...");
}

TEST_CASE("text is folded between words, and long words are cut") {
  const TerminalStyle narrow{false, 10};
  const TerminalStyle coloured{true, 10};
  const auto folded = [](const TerminalStyle& style, const std::string& text) {
    FoldedText result(style, "* ", "  ");
    result.add(text);
    return result.finish();
  };
  CHECK(folded(narrow, "one two three") == "* one two\n  three\n");
  CHECK(folded(narrow, "") == "* \n");
  CHECK(folded(narrow, "abcdefghijklmnop") == "* abcdefgh\n  ijklmnop\n");
  CHECK(folded(narrow, "a abcdefghijk") == "* a\n  abcdefgh\n  ijk\n");

  // A wide character that does not fit at the end of a line begins the next.
  CHECK(folded(narrow, "abcdefg\u4e2d\u6587") == "* abcdefg\n  \u4e2d\u6587\n");

  FoldedText glued(coloured, "", "");
  glued.add("un", Ink::kDeleted);
  glued.add("do");
  CHECK(glued.finish() == "\x1b[31mun\x1b[0mdo\n");
}

TEST_CASE("one huge word is folded in time that grows with its length alone") {
  for (const std::string& letter : {std::string("x"), std::string("\u4e2d"), std::string("e\u0301")}) {
    std::string word;
    for (int i = 0; i < 1000000; ++i) word += letter;
    FoldedText text({false, 80}, "", "");
    text.add(word);
    const auto lines = text.lines();
    CHECK(lines.size() == (letter == "\u4e2d" ? 25000 : 12500));
    CHECK(lines.back().width == 80);
  }
}
