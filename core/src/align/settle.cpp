#include "align/settle.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <span>
#include <utility>

#include "align/copies.hpp"
#include "align/numbering.hpp"
#include "align/unique_runs.hpp"
#include "align/weights.hpp"
#include "deadline_watch.hpp"

namespace storydiff {
namespace {

constexpr std::uint32_t kOpen = Settled::kOpen;

/// Sentences of both sides by what stands in them, word for word.
class Contents {
 public:
  explicit Contents(const PairProfiles& pair) {
    number(pair.source, source_);
    number(pair.target, target_);
    source_members_ = members(source_);
    target_members_ = members(target_);
  }
  [[nodiscard]] std::size_t size() const { return numbers_.size(); }
  /// Whether the two are the same. Sentences without a word or a sign are not.
  [[nodiscard]] bool same(std::uint32_t source, std::uint32_t target) const {
    return source_[source] != kNothing && source_[source] == target_[target];
  }
  /// The sentences of one content, ascending.
  [[nodiscard]] std::span<const std::uint32_t> sources(std::uint32_t content) const {
    return source_members_.of(content);
  }
  [[nodiscard]] std::span<const std::uint32_t> targets(std::uint32_t content) const {
    return target_members_.of(content);
  }

 private:
  static constexpr std::uint32_t kNothing = 0xFFFFFFFFU;
  struct Members {
    std::vector<std::uint32_t> starts;  ///< by content, and one behind the last
    std::vector<std::uint32_t> sentences;
    [[nodiscard]] std::span<const std::uint32_t> of(std::uint32_t content) const {
      return std::span(sentences).subspan(starts[content], starts[content + 1] - starts[content]);
    }
  };

  void number(const std::vector<SentenceProfile>& side, std::vector<std::uint32_t>& contents) {
    contents.reserve(side.size());
    for (const SentenceProfile& sentence : side)
      contents.push_back(sentence.content_hash == 0 ? kNothing : numbers_.number(sentence.content_hash));
  }
  [[nodiscard]] Members members(const std::vector<std::uint32_t>& contents) const {
    Members members;
    members.starts.assign(numbers_.size() + 1, 0);
    for (const std::uint32_t content : contents)
      if (content != kNothing) ++members.starts[content + 1];
    for (std::size_t i = 1; i < members.starts.size(); ++i) members.starts[i] += members.starts[i - 1];
    members.sentences.resize(members.starts.back());
    std::vector<std::uint32_t> next(members.starts.begin(), members.starts.end() - 1);
    for (std::uint32_t i = 0; i < contents.size(); ++i)
      if (contents[i] != kNothing) members.sentences[next[contents[i]]++] = i;
    return members;
  }

  Numbering numbers_;
  std::vector<std::uint32_t> source_;  ///< by sentence
  std::vector<std::uint32_t> target_;
  Members source_members_;
  Members target_members_;
};

class Settling {
 public:
  explicit Settling(const PairProfiles& pair) : pair_(pair), contents_(pair), copies_(pair) {
    settled_.of_source.assign(pair.source.size(), kOpen);
    settled_.of_target.assign(pair.target.size(), kOpen);
    settled_.long_texts = is_long(pair);
  }

  Settled run() {
    if (settled_.long_texts) {
      settle_unique();
      settle_by_runs();
      extend(false);
      extend(true);
      settle_gaps(false);
      settle_gaps(true);
      extend(true);
    }
    settle_by_rank();
    return std::move(settled_);
  }

 private:
  [[nodiscard]] bool open(std::uint32_t source, std::uint32_t target) const {
    return settled_.of_source[source] == kOpen && settled_.of_target[target] == kOpen;
  }
  void settle(std::uint32_t source, std::uint32_t target) {
    settled_.of_source[source] = target;
    settled_.of_target[target] = source;
  }

  [[nodiscard]] bool are_like(std::uint32_t source, std::uint32_t target, bool edited) {
    check_deadline();
    return contents_.same(source, target) || (edited && copies_.are(source, target));
  }

  /// What stands once in each text, word for word.
  void settle_unique() {
    for (std::uint32_t content = 0; content < contents_.size(); ++content)
      if (contents_.sources(content).size() == 1 && contents_.targets(content).size() == 1)
        settle(contents_.sources(content).front(), contents_.targets(content).front());
  }

  void settle_by_runs() {
    for (const RunSharers& p : sharers_of_unique_runs(pair_, settled_.of_source, settled_.of_target)) {
      if (p.mutual && copies_.are(p.source, p.target)) {
        settle(p.source, p.target);
      } else {
        settled_.akin.push_back({p.source, p.target});
      }
    }
  }

  /// The neighbours of settled ones, on and on; forward, then backward.
  void extend(bool edited) {
    const auto try_pair = [&](std::uint32_t source, std::uint32_t target) {
      if (open(source, target) && are_like(source, target, edited)) settle(source, target);
    };
    const std::size_t sources = settled_.of_source.size();
    const std::size_t targets = settled_.of_target.size();
    for (std::uint32_t t = 1; t < targets; ++t)
      if (const std::uint32_t before = settled_.of_target[t - 1]; before != kOpen && before + 1 < sources)
        try_pair(before + 1, t);
    for (auto t = static_cast<std::uint32_t>(targets - 1); t > 0; --t)
      if (const std::uint32_t behind = settled_.of_target[t]; behind != kOpen && behind > 0)
        try_pair(behind - 1, t - 1);
  }

  /// The same a few places behind, then before, two that are settled, all between open: something was left out or put
  /// in before them.
  void settle_gaps(bool edited) {
    settle_gaps(edited, 1);
    settle_gaps(edited, -1);
  }
  void settle_gaps(bool edited, int step) {
    std::vector<Candidate> found;
    std::vector<std::uint32_t> there;  // scratch
    std::vector<std::uint32_t> here;
    for (std::uint32_t t = 0; t < settled_.of_target.size(); ++t) {
      if (settled_.of_target[t] == kOpen) continue;
      gap(settled_.of_target, t, step, here);
      gap(settled_.of_source, settled_.of_target[t], step, there);
      for (const std::uint32_t target : here) {
        const auto equal =
            std::find_if(there.begin(), there.end(), [&](std::uint32_t s) { return are_like(s, target, edited); });
        if (equal == there.end()) continue;
        found.push_back({*equal, target});
        there.erase(equal);
      }
    }
    for (const Candidate& p : found) settle(p.source, p.target);
  }
  /// The open sentences beside one, the nearest first.
  static void gap(const std::vector<std::uint32_t>& partners, std::uint32_t sentence, int step,
                  std::vector<std::uint32_t>& gap) {
    gap.clear();
    for (std::int64_t at = std::int64_t{sentence} + step;
         gap.size() < kCopiedGap && at >= 0 && at < static_cast<std::int64_t>(partners.size()) &&
         partners[static_cast<std::size_t>(at)] == kOpen;
         at += step)
      gap.push_back(static_cast<std::uint32_t>(at));
  }

  /// Equal sentences that are still open: the first with the first, the second with the second; what one side has
  /// more of is said to stand in the other's last. Without this a sentence of common words would find nothing, a
  /// thousand equal ones would be a million pairs, and which of them moved would be anybody's guess.
  void settle_by_rank() {
    std::vector<std::uint32_t> sources;
    std::vector<std::uint32_t> targets;
    const auto left = [](std::span<const std::uint32_t> all, const std::vector<std::uint32_t>& partners,
                         std::vector<std::uint32_t>& open) {
      open.clear();
      std::copy_if(all.begin(), all.end(), std::back_inserter(open),
                   [&](std::uint32_t sentence) { return partners[sentence] == kOpen; });
    };
    for (std::uint32_t content = 0; content < contents_.size(); ++content) {
      const auto all_sources = contents_.sources(content);
      const auto all_targets = contents_.targets(content);
      if (all_sources.empty() || all_targets.empty()) continue;
      left(all_sources, settled_.of_source, sources);
      left(all_targets, settled_.of_target, targets);
      const std::size_t both = std::min(sources.size(), targets.size());
      for (std::size_t i = 0; i < both; ++i) settle(sources[i], targets[i]);
      const bool several = all_sources.size() > 1 && all_targets.size() > 1;
      std::vector<Candidate>& more = settled_.long_texts && several ? settled_.surplus : settled_.repeated;
      for (std::size_t i = both; i < sources.size(); ++i) more.push_back({sources[i], all_targets.back()});
      for (std::size_t i = both; i < targets.size(); ++i) more.push_back({all_sources.back(), targets[i]});
    }
  }

  const PairProfiles& pair_;
  const Contents contents_;
  Copies copies_;
  Settled settled_;
};

}  // namespace

Settled settle_copies(const PairProfiles& pair) { return Settling(pair).run(); }

}  // namespace storydiff
