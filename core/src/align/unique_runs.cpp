#include "align/unique_runs.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <tuple>

#include "align/weights.hpp"
#include "deadline_watch.hpp"

namespace storydiff {
namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint32_t kSeveral = kNone - 1;  ///< no text has so many sentences

/// Calls `found` with the hash of each run.
template <class Found>
void each_run(std::span<const std::uint32_t> stems, Found found) {
  for (std::size_t i = 0; i + kRunStems <= stems.size(); ++i) {
    std::uint64_t hash = 0;
    for (std::size_t k = 0; k < kRunStems; ++k) hash = (hash ^ stems[i + k]) * 0x9E3779B97F4A7C15U;
    found(hash ^ hash >> 32U);
  }
}

std::size_t count_runs(const std::vector<SentenceProfile>& side, const std::vector<std::uint32_t>& partners) {
  std::size_t runs = 0;
  for (std::size_t i = 0; i < side.size(); ++i)
    if (partners[i] == kNone && side[i].sequence.size() >= kRunStems) runs += side[i].sequence.size() - kRunStems + 1;
  return runs;
}

/// The runs of the source, and where each stands. Open addressing. Two runs of one hash are taken for one, which may
/// cost a vote.
class Runs {
 public:
  struct Places {
    std::uint32_t check = 0;  ///< half of the hash
    std::uint32_t source = kNone;
    std::uint32_t target = kNone;
  };

  explicit Runs(std::size_t most) {
    std::size_t size = 16;
    while (2 * size < 3 * most) size *= 2;
    slots_.resize(size);
  }
  /// The run's places; `source` is `kNone` where the source does not have it.
  Places& operator[](std::uint64_t hash) {
    const auto check = static_cast<std::uint32_t>(hash >> 32U);
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at].source != kNone && slots_[at].check != check) at = (at + 1) & (slots_.size() - 1);
    return slots_[at];
  }
  void add_source(std::uint64_t hash, std::uint32_t sentence) {
    Places& places = (*this)[hash];
    places = {static_cast<std::uint32_t>(hash >> 32U), places.source == kNone ? sentence : kSeveral, kNone};
  }
  void add_target(std::uint64_t hash, std::uint32_t sentence) {
    Places& places = (*this)[hash];
    if (places.source != kNone) places.target = places.target == kNone ? sentence : kSeveral;
  }

 private:
  std::vector<Places> slots_;
};

/// The sentence with most votes.
struct Best {
  std::uint32_t sentence = kNone;
  std::uint32_t votes = 0;
  bool tied = false;

  void add(std::uint32_t other, std::uint32_t count) {
    if (count == votes) tied = true;
    if (count <= votes) return;
    *this = {other, count, false};
  }
  [[nodiscard]] bool is(std::uint32_t other) const { return !tied && sentence == other; }
};

}  // namespace

std::vector<RunSharers> sharers_of_unique_runs(const PairProfiles& pair,
                                               const std::vector<std::uint32_t>& source_partners,
                                               const std::vector<std::uint32_t>& target_partners) {
  Runs runs(count_runs(pair.source, source_partners));
  for (std::uint32_t s = 0; s < pair.source.size(); ++s)
    if (source_partners[s] == kNone)
      each_run(pair.source[s].sequence, [&](std::uint64_t hash) { runs.add_source(hash, s); });
  for (std::uint32_t t = 0; t < pair.target.size(); ++t)
    if (target_partners[t] == kNone)
      each_run(pair.target[t].sequence, [&](std::uint64_t hash) { runs.add_target(hash, t); });

  std::vector<Best> of_source(pair.source.size());
  std::vector<Best> of_target(pair.target.size());
  std::vector<std::uint32_t> voted;  // scratch: a source sentence a run
  for (std::uint32_t t = 0; t < pair.target.size(); ++t) {
    if (target_partners[t] != kNone) continue;
    check_deadline();
    voted.clear();
    each_run(pair.target[t].sequence, [&](std::uint64_t hash) {
      const Runs::Places& places = runs[hash];
      if (places.source < kSeveral && places.target == t) voted.push_back(places.source);
    });
    std::sort(voted.begin(), voted.end());
    for (std::size_t i = 0; i < voted.size();) {
      const auto end = static_cast<std::size_t>(
          std::upper_bound(voted.begin() + static_cast<std::ptrdiff_t>(i), voted.end(), voted[i]) - voted.begin());
      const auto votes = static_cast<std::uint32_t>(end - i);
      of_target[t].add(voted[i], votes);
      of_source[voted[i]].add(t, votes);
      i = end;
    }
  }

  std::vector<RunSharers> sharers;
  for (std::uint32_t t = 0; t < of_target.size(); ++t) {
    const Best& best = of_target[t];
    if (best.votes >= kSharedRuns && !best.tied) sharers.push_back({best.sentence, t, of_source[best.sentence].is(t)});
  }
  for (std::uint32_t s = 0; s < of_source.size(); ++s) {
    const Best& best = of_source[s];
    if (best.votes >= kSharedRuns && !best.tied && !of_target[best.sentence].is(s))
      sharers.push_back({s, best.sentence, false});
  }
  std::sort(sharers.begin(), sharers.end(), [](const RunSharers& a, const RunSharers& b) {
    return std::tie(a.target, a.source) < std::tie(b.target, b.source);
  });
  return sharers;
}

}  // namespace storydiff
