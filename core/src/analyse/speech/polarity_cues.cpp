#include "analyse/speech/polarity_cues.hpp"

#include <algorithm>
#include <optional>

namespace storydiff {
namespace {

constexpr std::uint32_t kFarthestHead = 8;    ///< tokens after the cue
constexpr std::uint32_t kLongestClause = 14;  ///< tokens between a cue and a word that it still colours

/// "not as difficult as": a comparison goes on in its clause.
bool parts_clauses(const SpeechWord& word) { return word.is(kClauseWord) && word.folded != "as"; }

/// Words that stand between a cue and what it governs.
bool is_skipped(const SpeechWord& word) {
  return (word.function_word && !word.is(kSubjectPronoun)) || word.is(kAuxiliary) || word.is(kMidAdverb) ||
         word.folded == "immediately" || word.folded == "'s" || word.is(kQuotationMark) || word.folded == "-" ||
         word.folded == "any";
}

}  // namespace

std::vector<GoverningCue> read_cues(const SentenceWords& words) {
  std::vector<GoverningCue> cues;
  for (std::uint32_t i = 0; i < words.size();) {
    const std::optional<PolarityCue> cue = words[i].is_word() ? polarity_cue_at(words, i) : std::nullopt;
    if (!cue) {
      ++i;
      continue;
    }
    i = cue->words.end;
    if (cue->kind == PolarityCue::Kind::kIdiom) continue;
    GoverningCue found;
    found.cue = *cue;
    for (std::uint32_t k = i; k < words.size() && k < i + kFarthestHead; ++k) {
      if (words[k].is(kClauseMark) || (parts_clauses(words[k]) && k > i)) break;
      if (is_skipped(words[k]) || !words[k].is_word()) continue;
      found.head = k;
      const bool of_noun =
          words[i - 1].folded == "no" || words[i - 1].folded == "of" || words[i - 1].folded == "without";
      if (of_noun && k + 1 < words.size() && words[k + 1].is_word() && !words[k + 1].function_word)
        found.second = k + 1;
      break;
    }
    cues.push_back(found);
  }
  return cues;
}

bool same_clause(const SentenceWords& words, std::uint32_t a, std::uint32_t b) {
  const std::uint32_t low = std::min(a, b);
  const std::uint32_t high = std::max(a, b);
  if (high - low > kLongestClause || words.sentence_of(low) != words.sentence_of(high)) return false;
  for (std::uint32_t k = low + 1; k < high; ++k)
    if (words[k].is(kClauseMark) || parts_clauses(words[k])) return false;
  return true;
}

}  // namespace storydiff
