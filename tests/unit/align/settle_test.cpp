// Copies of long texts, settled before any search.

#include "align/settle.hpp"

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "align/copies.hpp"
#include "align/weights.hpp"
#include "storydiff/alignment.hpp"
#include "storydiff/explanation.hpp"
#include "support/catch.hpp"
#include "support/plain_segments.hpp"

using namespace storydiff;
using Texts = std::vector<std::string>;

namespace {

constexpr const char* kWords[] = {"council", "market", "harbour", "morning", "farmer", "bridge", "winter", "school",
                                  "doctor",  "river",  "ticket",  "garden",  "engine", "letter", "window", "forest",
                                  "soldier", "bread",  "stone",   "village", "driver", "singer", "summer", "paper"};

std::string word(std::mt19937& random) { return kWords[random() % std::size(kWords)]; }

std::string sentence(std::mt19937& random) {
  return "The " + word(random) + " of the " + word(random) + " saw a " + word(random) + " near the " + word(random) +
         " and the " + word(random) + " had a " + word(random) + " for the " + word(random) + ".";
}

Texts long_text(std::mt19937& random, std::size_t sentences) {
  Texts text;
  while (text.size() < sentences) text.push_back(sentence(random));
  return text;
}

struct Compared {
  Vocabulary vocabulary;
  Segments source;
  Segments target;
  Compared(const Texts& s, const Texts& t)
      : source(test::plain_segments(s, vocabulary)), target(test::plain_segments(t, vocabulary)) {}
  PairProfiles profiles() { return build_profiles(source, target, vocabulary); }
  Settled settled() { return settle_copies(profiles()); }
  AlignmentSet aligned() { return align({&source, 1}, target, vocabulary); }
};

/// A sentence of the target, and those of the source that are linked with it.
std::vector<std::uint32_t> sources_of(const AlignmentSet& set, std::uint32_t target) {
  std::vector<std::uint32_t> sources;
  for (const Alignment& a : set.alignments)
    if (std::count(a.target_sentences.begin(), a.target_sentences.end(), target) > 0)
      sources.insert(sources.end(), a.source_sentences.begin(), a.source_sentences.end());
  std::sort(sources.begin(), sources.end());
  return sources;
}

std::size_t moves(const AlignmentSet& set) {
  return static_cast<std::size_t>(
      std::count_if(set.alignments.begin(), set.alignments.end(), [](const Alignment& a) { return a.moved; }));
}

/// Sentences of a few dozen, so that many are equal; left out, put in, moved and edited.
Texts revise(std::mt19937& random, Texts text, const Texts& stock) {
  for (std::size_t n = 0; n < 25; ++n) {
    const std::size_t i = random() % text.size();
    switch (random() % 4) {
      case 0:
        text.erase(text.begin() + static_cast<std::ptrdiff_t>(i));
        break;
      case 1:
        text.insert(text.begin() + static_cast<std::ptrdiff_t>(i), stock[random() % stock.size()]);
        break;
      case 2:
        std::swap(text[i], text[random() % text.size()]);
        break;
      default:
        text[i].insert(4, "old ");
        break;
    }
  }
  return text;
}

}  // namespace

TEST_CASE("settled pairs of long texts: one to one, equal or copies, mirrored when the sides are swapped") {
  std::size_t edited = 0;
  std::size_t surplus = 0;
  for (std::uint32_t seed = 0; seed < 40; ++seed) {
    INFO("seed " << seed);
    std::mt19937 random(seed);
    const Texts stock = long_text(random, 8);
    Texts source = long_text(random, 150);
    for (std::string& s : source)
      if (random() % 3 == 0) s = stock[random() % stock.size()];
    const Texts target = revise(random, source, stock);
    Compared there(source, target);
    const PairProfiles pair = there.profiles();
    const Settled settled = settle_copies(pair);
    REQUIRE(settled.long_texts);
    Copies copies(pair);
    for (std::uint32_t s = 0; s < settled.of_source.size(); ++s) {
      const std::uint32_t t = settled.of_source[s];
      if (t == Settled::kOpen) continue;
      REQUIRE(settled.of_target[t] == s);
      const bool equal = pair.source[s].content_hash == pair.target[t].content_hash;
      REQUIRE((equal || copies.are(s, t)));
      if (!equal) ++edited;
    }
    for (std::uint32_t t = 0; t < settled.of_target.size(); ++t)
      if (settled.of_target[t] != Settled::kOpen) REQUIRE(settled.of_source[settled.of_target[t]] == t);
    surplus += settled.surplus.size();

    const Settled mirror = Compared(target, source).settled();
    REQUIRE(mirror.of_source == settled.of_target);
    REQUIRE(mirror.of_target == settled.of_source);
    const auto swapped = [](const std::vector<Candidate>& pairs) {
      std::set<Candidate> all;
      for (const Candidate& c : pairs) all.insert({c.target, c.source});
      return all;
    };
    const auto plain = [](const std::vector<Candidate>& pairs) {
      return std::set<Candidate>(pairs.begin(), pairs.end());
    };
    REQUIRE(swapped(mirror.repeated) == plain(settled.repeated));
    REQUIRE(swapped(mirror.surplus) == plain(settled.surplus));
    REQUIRE(swapped(mirror.akin) == plain(settled.akin));
  }
  CHECK(edited > 100);
  CHECK(surplus > 50);
}

TEST_CASE("short texts settle only what stands in both word for word") {
  std::mt19937 random(2);
  const Texts source = long_text(random, kCopiedRivals - 1);
  Texts target = source;
  target[40].insert(4, "old ");
  const Settled settled = Compared(source, target).settled();
  CHECK_FALSE(settled.long_texts);
  CHECK(settled.of_source[39] == 39);
  CHECK(settled.of_source[40] == Settled::kOpen);
}

TEST_CASE("of many equal sentences the one that was left out is found by its neighbours") {
  std::mt19937 random(4);
  Texts source = long_text(random, 200);
  const std::string stock = "No comment was given at the gate.";
  for (std::size_t i = 5; i < source.size(); i += 10) source[i] = stock;
  Texts target = source;
  target.erase(target.begin() + 45);
  Compared texts(source, target);
  const AlignmentSet set = texts.aligned();
  CHECK(moves(set) == 0);
  REQUIRE(set.omitted.size() == 1);
  CHECK(set.omitted[0].sentence == 45);
  REQUIRE(set.omitted[0].nearest.has_value());
  CHECK(target[set.omitted[0].nearest->sentence] == stock);
  const SentenceRef asked{false, 0, 45};
  const auto why = explain({&texts.source, 1}, texts.target, texts.vocabulary, {&asked, 1});
  REQUIRE_FALSE(why[0].candidates.empty());
  CHECK_FALSE(why[0].candidates[0].linked);
  CHECK(why[0].candidates[0].why == set.omitted[0].nearest->why);
  CHECK(why[0].candidates[0].sentence == set.omitted[0].nearest->sentence);
}

TEST_CASE("a copy leaves what else was made of its sentence, and what was used twice, to be found") {
  std::mt19937 random(6);
  Texts source = long_text(random, 150);
  const std::string first = "The mayor of Lindal opened the long bridge on Sunday after nine years of work on it";
  const std::string second = "promised a second tunnel under the fjord by 2031";
  source[70] = first + " and " + second + ".";
  Texts target = source;
  target[70] = first + ".";
  target.insert(target.begin() + 71, "She " + second + ".");
  target.push_back(source[20]);
  Compared texts(source, target);
  const AlignmentSet set = texts.aligned();
  CHECK(sources_of(set, 70) == std::vector<std::uint32_t>{70});
  CHECK(sources_of(set, 71) == std::vector<std::uint32_t>{70});
  CHECK(sources_of(set, 20) == std::vector<std::uint32_t>{20});
  CHECK(sources_of(set, 151) == std::vector<std::uint32_t>{20});
}

TEST_CASE("what is explained of a settled copy is what align does") {
  std::mt19937 random(8);
  const Texts source = long_text(random, 120);
  Texts target = source;
  target[60].insert(4, "old ");
  Compared texts(source, target);
  const AlignmentSet set = texts.aligned();
  const SentenceRef asked{true, 0, 60};
  const auto why = explain({&texts.source, 1}, texts.target, texts.vocabulary, {&asked, 1});
  REQUIRE_FALSE(why[0].candidates.empty());
  CHECK(why[0].candidates[0].linked);
  CHECK(why[0].candidates[0].sentence == 60);
  const auto link = std::find_if(set.alignments.begin(), set.alignments.end(), [](const Alignment& a) {
    return a.target_sentences == std::vector<std::uint32_t>{60};
  });
  REQUIRE(link != set.alignments.end());
  CHECK(why[0].candidates[0].score == link->score);
  CHECK(link->relation == Relation::kEdited);
}
