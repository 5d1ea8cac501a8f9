#include "align/candidates.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "align/weights.hpp"
#include "support/catch.hpp"
#include "support/plain_segments.hpp"

using namespace storydiff;

namespace {

std::vector<Candidate> candidates_of(const Segments& source, const Segments& target, Vocabulary& vocabulary) {
  const PairProfiles pair = build_profiles(source, target, vocabulary);
  return find_candidates(pair, settle_copies(pair));
}

}  // namespace

TEST_CASE("a thousand equal sentences are a thousand pairs, not a million") {
  Vocabulary vocabulary;
  const std::vector<std::string> chorus(1000, "No comment was given at the gate.");
  const Segments s = test::plain_segments(chorus, vocabulary);
  const auto candidates = candidates_of(s, s, vocabulary);
  REQUIRE(candidates.size() == 1000);
  for (std::uint32_t i = 0; i < candidates.size(); ++i) CHECK(candidates[i] == Candidate{i, i});
}

TEST_CASE("candidates are bounded for each sentence of either side") {
  Vocabulary vocabulary;
  std::vector<std::string> lines;
  for (int i = 0; i < 100; ++i) lines.push_back("Harbour report number " + std::to_string(1000 + i) + ".");
  const Segments s = test::plain_segments(lines, vocabulary);
  const auto candidates = candidates_of(s, s, vocabulary);
  CHECK(candidates.size() <= lines.size() * 2 * kCandidates);
  for (std::uint32_t i = 0; i < lines.size(); ++i) {
    INFO(i);
    CHECK(std::count(candidates.begin(), candidates.end(), Candidate{i, i}) == 1);
  }
}

TEST_CASE("sentences of common words only find their equal") {
  Vocabulary vocabulary;
  const Segments s = test::plain_segments({"It was.", "That is what it is."}, vocabulary);
  const Segments t = test::plain_segments({"That is what it is."}, vocabulary);
  const auto candidates = candidates_of(s, t, vocabulary);
  REQUIRE(candidates.size() == 1);
  CHECK(candidates[0] == Candidate{1, 0});
}
