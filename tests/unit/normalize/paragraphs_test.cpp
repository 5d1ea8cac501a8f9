#include "language/paragraphs.hpp"

#include <string>
#include <vector>

#include "support/catch.hpp"

namespace {

struct Row {
  const char* name;
  std::string text;
  std::vector<std::string> paragraphs;
};

const std::string kWide(200, 'x');

const Row kRows[] = {
    {"empty", "", {}},
    {"white space only", " \n\t\r\n \n", {}},
    {"one line without a newline", "A line.", {"A line."}},
    {"blank lines", "One.\n\nTwo.\n\n\n\nThree.\n", {"One.", "Two.", "Three."}},
    {"CRLF and trailing spaces", "One.  \r\n\r\n  Two.\t\r\n", {"One.", "Two."}},
    {"a blank line of spaces", "One.\n   \nTwo.", {"One.", "Two."}},
    {"a line of no-break spaces or zero-width characters is blank",
     "One.\n\n\u00A0\n\nTwo.\n\u200B\u00AD\nThree.",
     {"One.", "Two.", "Three."}},
    {"one paragraph a line", kWide + "\n" + kWide + "\nShort.\n" + kWide, {kWide, kWide, "Short.", kWide}},
    {"short lines are a list", "tea\nmilk\nsugar\nbread\nbutter\n", {"tea", "milk", "sugar", "bread", "butter"}},
    {"hard-wrapped, blank lines",
     "The harbour master said that the ferry would not\nsail before the fog had lifted and the last of\n"
     "the fishing boats had come in from the banks.\n\nPassengers waited in the customs shed, where two\n"
     "women sold soup from a pram to all who asked.\n",
     {"The harbour master said that the ferry would not\nsail before the fog had lifted and the last of\n"
      "the fishing boats had come in from the banks.",
      "Passengers waited in the customs shed, where two\nwomen sold soup from a pram to all who asked."}},
    {"hard-wrapped, indented first lines",
     "  The harbour master said that the ferry would not\nsail before the fog had lifted and the last of\n"
     "the fishing boats had come in from the northern banks.\n  Passengers waited in the customs shed, where two\n"
     "women sold soup from a pram to all who asked for\nit.\n",
     {"The harbour master said that the ferry would not\nsail before the fog had lifted and the last of\n"
      "the fishing boats had come in from the northern banks.",
      "Passengers waited in the customs shed, where two\nwomen sold soup from a pram to all who asked for\nit."}},
    {"a header keeps its lines in a wrapped file",
     "By ADA BRANT\nCoastal Press\n\nThe harbour master said that the ferry would not\nsail before the fog had "
     "lifted and the last of\nthe fishing boats had come in from the banks.\nPassengers",
     {"By ADA BRANT", "Coastal Press",
      "The harbour master said that the ferry would not\nsail before the fog had lifted and the last of\n"
      "the fishing boats had come in from the banks.\nPassengers"}},
    {"a sentence that runs on joins two lines",
     "The harbour master said that the ferry would not sail before\nthe fog had lifted.",
     {"The harbour master said that the ferry would not sail before\nthe fog had lifted."}},
    {"multi-byte letters count once",
     "åååååååååååååååååååå ååååååååååååååååååå åååååååå\nåååååååååååååå ååååååååå åååååååååååååå\nB",
     {"åååååååååååååååååååå ååååååååååååååååååå åååååååå", "åååååååååååååå ååååååååå åååååååååååååå", "B"}},
};

}  // namespace

TEST_CASE("paragraphs of plain text in its three forms") {
  for (const Row& row : kRows) {
    INFO(row.name);
    std::vector<std::string> found;
    for (const storydiff::Span span : storydiff::find_paragraphs(row.text))
      found.emplace_back(storydiff::slice(row.text, span));
    CHECK(found == row.paragraphs);
  }
}
