// Who shares unique runs of words, against a naive twin that counts runs in maps.

#include "align/unique_runs.hpp"

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <utility>
#include <vector>

#include "align/settle.hpp"
#include "align/weights.hpp"
#include "support/catch.hpp"

using namespace storydiff;

namespace {

using Stems = std::vector<std::uint32_t>;
using Text = std::vector<Stems>;

/// Numbers of shared unique runs, by source and target sentence.
std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> shared_runs(const Text& source, const Text& target) {
  const auto places = [](const Text& text) {
    std::map<Stems, std::vector<std::uint32_t>> found;
    for (std::uint32_t i = 0; i < text.size(); ++i)
      for (std::size_t k = 0; k + kRunStems <= text[i].size(); ++k)
        found[Stems(text[i].begin() + static_cast<std::ptrdiff_t>(k),
                    text[i].begin() + static_cast<std::ptrdiff_t>(k + kRunStems))]
            .push_back(i);
    return found;
  };
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> votes;
  const auto there = places(target);
  for (const auto& [run, here] : places(source)) {
    const auto found = there.find(run);
    if (here.size() == 1 && found != there.end() && found->second.size() == 1)
      ++votes[{here.front(), found->second.front()}];
  }
  return votes;
}

/// The pair has more votes than any other of one of its sentences, or of both.
bool is_best(const std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t>& votes,
             std::pair<std::uint32_t, std::uint32_t> pair, bool of_source) {
  return std::all_of(votes.begin(), votes.end(), [&](const auto& other) {
    const bool rival = of_source ? other.first.first == pair.first : other.first.second == pair.second;
    return !rival || other.first == pair || other.second < votes.at(pair);
  });
}

PairProfiles profiles_of(const Text& source, const Text& target) {
  PairProfiles pair;
  for (const Stems& stems : source) pair.source.emplace_back().sequence = stems;
  for (const Stems& stems : target) pair.target.emplace_back().sequence = stems;
  return pair;
}

}  // namespace

TEST_CASE("sharers of unique runs are those that maps of runs find") {
  std::mt19937 random(17);
  std::size_t mutual = 0;
  std::size_t one_sided = 0;
  for (int round = 0; round < 800; ++round) {
    Text source(1 + random() % 6);
    for (Stems& sentence : source)
      for (std::size_t n = random() % 16; n > 0; --n) sentence.push_back(static_cast<std::uint32_t>(random() % 12));
    Text target;
    for (std::size_t n = 1 + random() % 6; n > 0; --n) {
      // Two sentences run together, some words changed.
      Stems sentence = source[random() % source.size()];
      const Stems& other = source[random() % source.size()];
      if (random() % 2 == 0) sentence.insert(sentence.end(), other.begin(), other.end());
      for (std::uint32_t& stem : sentence)
        if (random() % 12 == 0) stem = static_cast<std::uint32_t>(random() % 12);
      target.push_back(sentence);
    }
    const std::vector<std::uint32_t> source_open(source.size(), Settled::kOpen);
    const std::vector<std::uint32_t> target_open(target.size(), Settled::kOpen);
    std::set<std::pair<std::uint32_t, std::uint32_t>> found;
    const auto votes = shared_runs(source, target);
    INFO("round " << round);
    for (const RunSharers& p : sharers_of_unique_runs(profiles_of(source, target), source_open, target_open)) {
      CHECK(found.insert({p.source, p.target}).second);
      REQUIRE(votes.count({p.source, p.target}) == 1);
      CHECK(p.mutual == (is_best(votes, {p.source, p.target}, true) && is_best(votes, {p.source, p.target}, false)));
      ++(p.mutual ? mutual : one_sided);
    }
    for (const auto& [pair, count] : votes) {
      const bool best = is_best(votes, pair, true) || is_best(votes, pair, false);
      CHECK((count >= kSharedRuns && best) == (found.count(pair) == 1));
    }
  }
  CHECK(mutual > 50);
  CHECK(one_sided > 20);
}
