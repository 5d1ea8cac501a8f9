/// \file lives.hpp
/// Carries each sentence's life from version to version.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "storydiff/chain.hpp"
#include "storydiff/report.hpp"
#include "storydiff/segments.hpp"
#include "storydiff/vocabulary.hpp"

namespace storydiff {

/// Fed with the versions in order. Borrows the vocabulary. All sentence numbers are those of the report.
class Lives {
 public:
  explicit Lives(const Vocabulary& vocabulary) : vocabulary_(&vocabulary) {}

  /// The first version: all is born. `first` is borrowed for the call.
  void begin(const Segments& first);
  /// The next one. `report` compares it with the version before; `step` gets its counts. Near linear in links and
  /// words.
  void advance(const Report& report, const Segments& next, ChainStep& step);

  [[nodiscard]] std::vector<SentenceLife> take() { return std::move(lives_); }

 private:
  using Life = std::uint32_t;

  /// What is kept of a sentence that was dropped.
  struct Resting {
    Life life = 0;
    std::vector<KeyId> words;  ///< folded, in text order
    std::vector<KeyId> stems;  ///< of content words, each once
    bool back = false;
  };

  void link(const ReportAlignment& link, std::vector<LifeChange> changes);
  void carry_on(Life life, std::uint32_t target, const ReportAlignment& link);
  void drop_the_rest(std::uint32_t version);
  void find_or_bear(std::uint32_t target, std::uint32_t version);
  [[nodiscard]] Resting* resting_like(const Resting& sentence);
  [[nodiscard]] std::vector<Resting> words_of(const Segments& segments) const;

  const Vocabulary* vocabulary_;
  std::vector<SentenceLife> lives_;
  std::uint32_t version_ = 0;
  std::vector<Life> before_;   ///< life by sentence of the version before
  std::vector<bool> carried_;  ///< ... whether it has a stage in this version
  std::vector<Resting> before_words_;
  std::vector<std::uint32_t> now_;         ///< life by sentence of this version, or `kNobody`
  std::vector<std::uint32_t> split_from_;  ///< the life that a sentence of this version was a part of, or `kNobody`
  std::vector<Resting> now_words_;
  std::vector<Resting> resting_;
  std::unordered_map<KeyId, std::vector<std::uint32_t>> resting_by_stem_;
};

}  // namespace storydiff
