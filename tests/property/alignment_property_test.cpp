// What holds for the alignment of any two texts.

#include <algorithm>
#include <ostream>
#include <random>
#include <string>
#include <tuple>
#include <vector>

#include "align/moves.hpp"
#include "storydiff/alignment.hpp"
#include "support/catch.hpp"
#include "support/plain_segments.hpp"

using namespace storydiff;

namespace {

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t limit) {
  return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
}

/// Sentences over a small vocabulary, so that candidates abound and ties are common.
std::vector<std::string> random_story(Random& random) {
  static const char* const kWords[] = {"the",    "a",      "mayor",  "of",   "ferry",  "sank",   "bridge", "opened",
                                       "Lindal", "said",   "two",    "14",   "never",  "divers", "found",  "rain",
                                       "on",     "Monday", "prices", "rose", "that",   "boat",   "engine", "room",
                                       "owner",  "and",    "geese",  "road", "tunnel", "fjord"};
  std::vector<std::string> story(below(random, 14));
  for (std::string& sentence : story) {
    for (std::size_t n = 1 + below(random, 12); n > 0; --n)
      sentence += std::string(sentence.empty() ? "" : " ") + kWords[below(random, std::size(kWords))];
    sentence += '.';
  }
  return story;
}

/// Drops, repeats, swaps and edits some sentences.
std::vector<std::string> revise(Random& random, std::vector<std::string> story) {
  for (std::size_t n = below(random, 6); n > 0 && !story.empty(); --n) {
    const std::size_t i = below(random, story.size());
    switch (below(random, 4)) {
      case 0:
        story.erase(story.begin() + static_cast<std::ptrdiff_t>(i));
        break;
      case 1:
        story.push_back(story[i]);
        break;
      case 2:
        std::swap(story[i], story[below(random, story.size())]);
        break;
      default:
        story[i].insert(0, "Today ");
        break;
    }
  }
  return story;
}

struct Link {
  std::vector<std::uint32_t> a, b;
  Relation relation;
  double score;
  bool moved;
  friend bool operator==(const Link&, const Link&) = default;
  friend bool operator<(const Link& x, const Link& y) { return std::tie(x.a, x.b) < std::tie(y.a, y.b); }
};

std::vector<Link> links_of(const std::vector<std::string>& source, const std::vector<std::string>& target,
                           bool mirrored) {
  Vocabulary vocabulary;
  const Segments s = test::plain_segments(source, vocabulary);
  const Segments t = test::plain_segments(target, vocabulary);
  std::vector<Link> links;
  for (Alignment& a : align({&s, 1}, t, vocabulary).alignments) {
    if (mirrored) std::swap(a.source_sentences, a.target_sentences);
    links.push_back({a.source_sentences, a.target_sentences, a.relation, a.score, a.moved});
  }
  std::sort(links.begin(), links.end());
  return links;
}

[[maybe_unused]] std::ostream& operator<<(std::ostream& out, const Link& link) {
  for (const auto a : link.a) out << a << ' ';
  out << '>';
  for (const auto b : link.b) out << ' ' << b;
  return out << ' ' << to_string(link.relation) << ' ' << link.score << (link.moved ? " moved" : "");
}

/// Longest chain of links that ascends in both texts, the quadratic way.
std::size_t longest_chain(const std::vector<Link>& links) {
  std::vector<std::size_t> best(links.size(), 1);
  std::size_t longest = 0;
  for (std::size_t i = 0; i < links.size(); ++i) {  // sorted by a, then b
    for (std::size_t j = 0; j < i; ++j)
      if (links[j].a.front() <= links[i].a.front() && links[j].b.front() <= links[i].b.front())
        best[i] = std::max(best[i], best[j] + 1);
    longest = std::max(longest, best[i]);
  }
  return longest;
}

}  // namespace

TEST_CASE("random stories and revisions") {
  std::size_t linked = 0;
  for (std::uint32_t seed = 0; seed < 1500; ++seed) {
    INFO("seed " << seed);
    Random random(seed);
    const auto story = random_story(random);
    const auto revised = revise(random, story);

    const auto forward = links_of(story, revised, false);
    linked += forward.size();

    // Source and target swapped mirror each other, to the last bit of the score.
    REQUIRE(forward == links_of(revised, story, true));
    // The same input gives the same links.
    REQUIRE(forward == links_of(story, revised, false));
    // What stays is a longest run that keeps the order.
    const auto stays =
        static_cast<std::size_t>(std::count_if(forward.begin(), forward.end(), [](const Link& l) { return !l.moved; }));
    REQUIRE(stays == longest_chain(forward));
    for (const Link& link : forward) {
      REQUIRE(link.score >= 0);
      REQUIRE(link.score <= 1);
    }
  }
  CHECK(linked > 5000);
}

TEST_CASE("a text with itself is the identity") {
  for (std::uint32_t seed = 0; seed < 500; ++seed) {
    INFO("seed " << seed);
    Random random(seed);
    const auto story = random_story(random);
    const auto links = links_of(story, story, false);
    REQUIRE(links.size() == story.size());
    for (std::uint32_t i = 0; i < links.size(); ++i) {
      REQUIRE(links[i].a == std::vector<std::uint32_t>{i});
      REQUIRE(links[i].b == std::vector<std::uint32_t>{i});
      REQUIRE(links[i].relation == Relation::kVerbatim);
      REQUIRE_FALSE(links[i].moved);
    }
  }
}
