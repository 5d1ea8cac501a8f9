#include "repeats.hpp"

#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace storydiff::dedupe;
using Texts = std::vector<std::string>;

namespace {

/// "2:pull-quote 4:paragraph", numbers from 0.
std::string told(const Texts& paragraphs) {
  std::string text;
  std::vector<Range> ranges;
  for (const std::string& paragraph : paragraphs) {
    ranges.push_back({text.size(), text.size() + paragraph.size()});
    text += paragraph + "\n\n";
  }
  static const char* const kNames[] = {"pull-quote", "display", "sentences", "paragraph"};
  std::string out;
  for (const Repeat& repeat : find_repeats(text, ranges))
    out += (out.empty() ? "" : " ") + std::to_string(repeat.paragraph) + ":" + kNames[static_cast<int>(repeat.kind)];
  return out;
}

const std::string kLede = "The harbour board of Lindmoor closed the fish market on Tuesday after a wall collapsed.";
const std::string kQuote =
    "\"We heard the wall groan before it fell, and then we ran for our lives,\" said Kari Moen, the harbour master, "
    "who "
    "was on the quay.";
const std::string kBody =
    "The repair will cost 240,000 euros and will take until the end of the summer, the board said.";
const std::string kEnd = "Fishermen will sell their catch from their boats.";

}  // namespace

TEST_CASE("dedupe: what is said twice") {
  struct Row {
    const char* name;
    Texts paragraphs;
    const char* told;
  };
  const Row rows[] = {
      {"a pull quote", {kLede, "“We heard the wall groan before it fell”", kQuote, kBody, kEnd}, "1:pull-quote"},
      {"below what it repeats",
       {kLede, kQuote, kBody, "“WE HEARD THE WALL GROAN BEFORE IT FELL, AND THEN WE RAN”", kEnd},
       "3:pull-quote"},
      {"with its speaker",
       {kLede, "“We heard the wall groan before it fell” — Kari Moen, harbour master", kQuote, kBody, kEnd},
       "1:pull-quote"},
      {"with its speaker in a line",
       {kLede, "“We heard the wall groan before it fell”\nKari Moen, harbour master", kQuote, kBody, kEnd},
       "1:pull-quote"},
      {"a line of the text in large type",
       {kLede, kQuote, "The repair will cost 240,000 euros and will take until the end of the summer", kBody, kEnd},
       "2:display"},
      {"a sentence that a longer paragraph has",
       {kLede, kBody, kQuote + " " + kBody + " Nobody was hurt.", kEnd},
       "1:sentences"},
      {"a paragraph pasted twice", {kLede, kBody, kQuote, kBody, kEnd}, "3:paragraph"},
      {"a story pasted twice", {kLede, kQuote, kBody, kLede, kQuote, kBody}, "3:paragraph 4:paragraph 5:paragraph"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(told(row.paragraphs) == row.told);
  }
}

TEST_CASE("dedupe: what may stand twice") {
  const Texts stories[] = {
      {},
      {""},
      {kLede},
      {kLede, kQuote, kBody, kEnd},
      {"He was not there.", kLede, "He was not there.", kBody, "He was not there."},
      {kLede, "He was not there.", "His wife said that he was not there. He was not there when the wall fell.", kEnd},
      // A short line that a longer paragraph has as well.
      {kLede, "Nobody was hurt in the accident.", "Nobody was hurt in the accident, police said on Tuesday.", kEnd},
      // An epigraph and a closing line.
      {"“We heard the wall groan before it fell”", kLede, kQuote, kBody},
      {kLede, kQuote, kBody, "“We heard the wall groan before it fell”"},
      // Announced.
      {kLede, "On the wall of her office hangs a sheet with one sentence:", "“We heard the wall groan before it fell”",
       kQuote, kEnd},
      // Not the same words.
      {kLede, "“We heard the wall sigh before it fell, and ran”", kQuote, kBody, kEnd},
      {kLede, "“We heard the wall groan before it fell” — Ola Nordmann, fishmonger", kQuote, kBody, kEnd},
      // A full sentence of the story's own, shorter than a dozen words.
      {kLede, "The repair will cost 240,000 euros.", kBody, kEnd},
  };
  for (const Texts& story : stories) {
    INFO(story.size() << (story.empty() ? "" : ": " + story.front()));
    CHECK(told(story).empty());
  }
}

TEST_CASE("dedupe: hostile text") {
  Texts same(20000, "The police found three men and a dog on the hill above the old town that night.");
  CHECK_FALSE(told(same).empty());
  std::string monotone;
  for (int i = 0; i < 200000; ++i) monotone += "a ";
  CHECK(told({monotone, monotone + "a", kLede}) == "");
  CHECK(told(Texts(50000, "\"")) == "");
}
