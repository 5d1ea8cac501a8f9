#include <algorithm>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "storydiff/alignment.hpp"
#include "storydiff/explanation.hpp"
#include "support/catch.hpp"
#include "support/plain_segments.hpp"

using namespace storydiff;
using Texts = std::vector<std::string>;

namespace {

/// "3,4>7 edited moved": the readable form of a link.
std::string describe(const Alignment& a) {
  const auto list = [](const std::vector<std::uint32_t>& numbers) {
    std::string text;
    for (const auto n : numbers) text += (text.empty() ? "" : ",") + std::to_string(n);
    return text;
  };
  return list(a.source_sentences) + ">" + list(a.target_sentences) + " " + std::string(to_string(a.relation)) +
         (a.moved ? " moved" : "");
}

Texts links(const Texts& source, const Texts& target) {
  Vocabulary vocabulary;
  const Segments s = test::plain_segments(source, vocabulary);
  const Segments t = test::plain_segments(target, vocabulary);
  Texts described;
  for (const Alignment& a : align({&s, 1}, t, vocabulary).alignments) described.push_back(describe(a));
  return described;
}

struct Row {
  const char* name;
  Texts source;
  Texts target;
  Texts links;
};

const Row kRows[] = {
    {"both empty", {}, {}, {}},
    {"one side empty", {"The ferry sank off Korvik on Monday."}, {}, {}},
    {"word for word",
     {"The ferry sank off Korvik on Monday.", "Divers found the engine room flooded."},
     {"The ferry sank off Korvik on Monday.", "Divers found the engine room flooded."},
     {"0>0 verbatim", "1>1 verbatim"}},
    {"other typography is no change",
     {"Nobody warned us - so the captain's wife said."},
     {"Nobody warned us - so the captain’s wife said."},
     {"0>0 verbatim"}},
    {"a changed word is an edit",
     {"The ferry sank off Korvik on Monday.", "Divers found the engine room flooded."},
     {"The ferry sank off Korvik on Tuesday.", "Divers found the engine room flooded."},
     {"0>0 edited", "1>1 verbatim"}},
    {"swapped: one stays, one moved",
     {"The ferry with forty passengers sank off Korvik on Monday.", "Divers found it."},
     {"Divers found it.", "The ferry with forty passengers sank off Korvik on Monday."},
     {"1>0 verbatim moved", "0>1 verbatim"}},
    {"moved and edited at once",
     {"The ferry sank off Korvik on Monday.", "Divers found the engine room flooded to the ceiling.",
      "The owner, Halmar Lines, declined to speak.", "Rain is expected along the coast until Friday."},
     {"Rain is expected along the coast until Friday.", "The ferry sank off Korvik on Monday.",
      "The owner, Halmar Lines, declined to speak.", "By evening divers had found the engine room flooded."},
     {"3>0 verbatim moved", "0>1 verbatim", "2>2 verbatim moved", "1>3 edited"}},
    {"a stock phrase is no kinship, even word for word",
     {"The ferry sank off Korvik on Monday.", "The owner did not immediately respond to a request for comment.",
      "Divers found the engine room flooded.", "Rain is expected along the coast until Friday.",
      "Forty passengers reached the shore in rafts."},
     {"Farmers in Lindal blocked a road for the third day.",
      "The owner did not immediately respond to a request for comment.", "Milk prices have halved since spring.",
      "No trucks passed.", "The minister promised subsidies."},
     {}},
    {"in texts that are kin it is copied as all else",
     {"The ferry sank off Korvik on Monday.", "Divers found the engine room flooded.",
      "The owner did not immediately respond to a request for comment."},
     {"The ferry sank off Korvik on Monday.", "The owner did not immediately respond to a request for comment."},
     {"0>0 verbatim", "2>1 verbatim"}},
    {"a text of stock phrases is its own copy",
     {"He declined to comment.", "She could not be reached for comment."},
     {"He declined to comment.", "She could not be reached for comment."},
     {"0>0 verbatim", "1>1 verbatim"}},
    {"a split",
     {"The mayor of Lindal opened the new bridge on Sunday and promised a second tunnel under the fjord by 2031.",
      "Geese crossed the road without hurry."},
     {"The mayor of Lindal opened the new bridge on Sunday.", "She promised a second tunnel under the fjord by 2031.",
      "Geese crossed the road without hurry."},
     {"0>0,1 edited", "1>2 verbatim"}},
    {"a sentence used twice",
     {"The baker swore that the oven had never been cold since 1911.", "His flour came by boat."},
     {"The baker swore that the oven had never been cold since 1911.", "A visitor laughed.",
      "The baker swore that the oven had never been cold since 1911."},
     {"0>0 verbatim", "0>2 verbatim"}},
    {"a line without words is found again",
     {"***", "Rain fell on Korvik."},
     {"***", "Rain fell on Korvik."},
     {"0>0 verbatim", "1>1 verbatim"}},
    {"nothing in common",
     {"The ferry sank off Korvik on Monday.", "Divers found the engine room flooded."},
     {"Apples are cheap this autumn.", "Prices may rise before winter."},
     {}},
};

}  // namespace

TEST_CASE("links of small texts") {
  for (const Row& row : kRows) {
    INFO(row.name);
    CHECK(links(row.source, row.target) == row.links);
  }
}

TEST_CASE("a sentence without a link keeps its nearest miss") {
  Vocabulary vocabulary;
  const Segments s =
      test::plain_segments({"The ferry sank off Korvik on Monday.", "Divers found the wreck."}, vocabulary);
  const Segments t = test::plain_segments(
      {"The ferry sank off Korvik on Monday.", "A ferry on the Korvik route costs nine crowns and takes an hour."},
      vocabulary);
  const AlignmentSet set = align({&s, 1}, t, vocabulary);
  REQUIRE(set.alignments.size() == 1);
  REQUIRE(set.unmatched.size() == 1);
  CHECK(set.unmatched[0].sentence == 1);
  REQUIRE(set.unmatched[0].nearest.has_value());
  CHECK(set.unmatched[0].nearest->sentence == 0);
  CHECK(set.unmatched[0].nearest->score < 0.5);
  CHECK_FALSE(set.unmatched[0].nearest->why.empty());
  REQUIRE(set.omitted.size() == 1);
  CHECK(set.omitted[0].sentence == 1);
}

TEST_CASE("several sources: each is linked for itself") {
  Vocabulary vocabulary;
  const Segments sources[] = {
      test::plain_segments({"The ferry sank off Korvik on Monday.", "Tea was served."}, vocabulary),
      test::plain_segments({"Divers found the engine room flooded.", "The ferry sank off Korvik on Monday."},
                           vocabulary)};
  const Segments t = test::plain_segments(
      {"The ferry sank off Korvik on Monday.", "Divers found the engine room flooded."}, vocabulary);
  const AlignmentSet set = align(sources, t, vocabulary);
  REQUIRE(set.alignments.size() == 3);
  CHECK(set.alignments[0].source_document == 0);
  CHECK(set.alignments[1].source_document == 1);
  CHECK(set.alignments[1].source_sentences.front() == 1);
  CHECK(set.alignments[2].source_document == 1);
  CHECK(set.unmatched.empty());
  REQUIRE(set.omitted.size() == 1);
  CHECK(set.omitted[0].document == 0);
}

TEST_CASE("one changed word among sentences of common words is found between its neighbours") {
  constexpr const char* kWords[][2] = {{"red", "blue"},      {"tall", "short"},     {"north", "south"},
                                       {"Monday", "Friday"}, {"farmer", "baker"},   {"council", "union"},
                                       {"morning", "night"}, {"market", "harbour"}, {"hill", "valley"}};
  Texts source;
  for (unsigned i = 0; i < 512; ++i) {
    std::string sentence = "They";
    for (unsigned bit = 0; bit < 9; ++bit) sentence += std::string(" ") + kWords[bit][(i >> bit) & 1U];
    source.push_back(sentence + " did sign.");
  }
  Texts target = source;
  target[200].replace(target[200].find("did sign"), 8, "did not sign");
  Vocabulary vocabulary;
  const Segments s = test::plain_segments(source, vocabulary);
  const Segments t = test::plain_segments(target, vocabulary);
  const AlignmentSet found = align({&s, 1}, t, vocabulary);
  CHECK(found.bailouts.empty());
  const auto changed = std::find_if(found.alignments.begin(), found.alignments.end(), [](const Alignment& a) {
    return a.target_sentences == std::vector<std::uint32_t>{200};
  });
  REQUIRE(changed != found.alignments.end());
  CHECK(changed->source_sentences == std::vector<std::uint32_t>{200});
  CHECK(changed->relation == Relation::kEdited);
}

/// Sentences of two dozen words each of which stands in most of the others.
Texts sentences_of_common_words(int count) {
  constexpr const char* kWords[] = {"council", "market", "harbour", "morning", "farmer", "bridge", "winter", "school",
                                    "doctor",  "river",  "ticket",  "garden",  "engine", "letter", "window", "forest",
                                    "soldier", "bread",  "stone",   "village", "driver", "singer", "summer", "paper"};
  std::mt19937 random(3);
  const auto word = [&] { return std::string(kWords[random() % std::size(kWords)]); };
  Texts sentences;
  for (int i = 0; i < count; ++i)
    sentences.push_back("The " + word() + " of the " + word() + " saw a " + word() + " near the " + word() +
                        " and the " + word() + " had a " + word() + " for the " + word() + ".");
  return sentences;
}

TEST_CASE("a long sentence of common words that moved alone and was edited is found") {
  struct Move {
    int sentences;
    std::uint32_t from;
    std::uint32_t to;
  };
  const Move move = GENERATE(Move{200, 160, 20}, Move{30, 25, 4});
  INFO(move.sentences << " sentences");
  const Texts source = sentences_of_common_words(move.sentences);
  Texts target = source;
  std::rotate(target.begin() + move.to, target.begin() + move.from, target.begin() + move.from + 1);
  std::string& moved = target[move.to];
  moved.replace(moved.find("near"), 4, "behind");
  moved.replace(moved.find("had"), 3, "lost");
  Vocabulary vocabulary;
  const Segments s = test::plain_segments(source, vocabulary);
  const Segments t = test::plain_segments(target, vocabulary);
  const AlignmentSet found = align({&s, 1}, t, vocabulary);
  const auto link = std::find_if(found.alignments.begin(), found.alignments.end(), [&](const Alignment& a) {
    return a.target_sentences == std::vector<std::uint32_t>{move.to};
  });
  REQUIRE(link != found.alignments.end());
  CHECK(link->source_sentences == std::vector<std::uint32_t>{move.from});
  CHECK(link->moved);
  CHECK(link->score >= 0.9);
  const SentenceRef asked{true, 0, move.to};
  const std::vector<Explanation> why = explain({&s, 1}, t, vocabulary, {&asked, 1});
  REQUIRE_FALSE(why[0].candidates.empty());
  CHECK(why[0].candidates[0].linked);
  CHECK(why[0].candidates[0].score == link->score);
}

TEST_CASE("a sentence that moved alone and was edited is a copy of the only one that is as like") {
  Texts source = sentences_of_common_words(30);
  Texts target = source;
  std::rotate(target.begin() + 4, target.begin() + 25, target.begin() + 26);
  target[4].replace(target[4].find("near"), 4, "behind");
  target[4].replace(target[4].find("had"), 3, "lost");
  source[12] = source[25];  // twice now: either may be the one
  Vocabulary vocabulary;
  const Segments s = test::plain_segments(source, vocabulary);
  const Segments t = test::plain_segments(target, vocabulary);
  const AlignmentSet found = align({&s, 1}, t, vocabulary);
  CHECK(std::none_of(found.alignments.begin(), found.alignments.end(),
                     [](const Alignment& a) { return a.target_sentences == std::vector<std::uint32_t>{4}; }));
}

TEST_CASE("sentences whose words stand in too many others are named as a bound that was hit") {
  Texts source;
  Texts target;
  for (int i = 0; i < 300; ++i) {
    source.emplace_back("The police found three men on the hill.");
    target.emplace_back("The police found four men on the hill.");
  }
  Vocabulary vocabulary;
  const Segments s = test::plain_segments(source, vocabulary);
  const Segments t = test::plain_segments(target, vocabulary);
  CHECK(align({&s, 1}, t, vocabulary).bailouts.size() == 1);
}
