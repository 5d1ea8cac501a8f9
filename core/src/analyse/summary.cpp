#include "analyse/summary.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "analyse/agencies.hpp"

namespace storydiff {
namespace {

// Share of the target's words that come from the sources: those of linked sentences, less what was put into
// these. A rewrite of a whole story keeps a closing line or a bridge of its own; an independent story shares
// at most a quotation of one source.
constexpr double kWhollyDerived = 0.7;
// Where most of what is linked is paraphrase, about a third of the links shares no word and is missed.
constexpr double kWhollyParaphrased = 0.6;
constexpr double kPartiallyDerived = 0.05;

std::uint32_t words_in(const Segments& segments, const Sentence& sentence, const Vocabulary& vocabulary) {
  std::uint32_t words = 0;
  for (const Token& token : segments.tokens_of(sentence))
    if (vocabulary[token.word].kind != WordKind::kPunctuation) ++words;
  return words;
}

/// Equal words in a row, where wording counts: other spelling or number forms end a run.
std::uint32_t longest_equal_run(const std::vector<std::vector<WordEdit>>& edits) {
  std::uint32_t longest = 0;
  for (const auto& list : edits) {
    std::uint32_t run = 0;
    for (const WordEdit& edit : list) {
      const bool equal = edit.op == EditOp::kEqual && edit.equivalence <= Equivalence::kCase;
      const bool punctuation = edit.source_words == 0 && edit.target_words == 0;
      run = equal ? run + edit.target_words : punctuation ? run : 0;
      longest = std::max(longest, run);
    }
  }
  return longest;
}

/// Whether the target names the agency of every source that it was linked with, and the first of these agencies;
/// nothing where no source names one.
void look_for_credit(const AnalysisInput& input, const std::vector<bool>& source_linked, Summary& summary) {
  const AgencySet named = agencies_named(input.documents.back()->text);
  for (std::size_t i = 0; i < source_linked.size(); ++i) {
    if (!source_linked[i]) continue;
    AgencySet wanted = 0;
    for (const LedgerEntry& entry : input.normalized[i].ledger)
      if (entry.action == EditAction::kDrop && names_the_agency(entry.role)) wanted |= agencies_named(entry.text);
    if (wanted == 0) continue;
    summary.credited = summary.credited.value_or(true) && (named & wanted) != 0;
    if (summary.agency.empty()) summary.agency = agency_name(wanted);
  }
}

/// Words of the target that were put into sentences which else follow a source closely. In a paraphrase every
/// word may be another one.
std::uint32_t words_put_in(const AnalysisInput& input, const std::vector<std::vector<WordEdit>>& edits) {
  std::uint32_t words = 0;
  for (std::size_t i = 0; i < edits.size(); ++i) {
    if (input.alignment->alignments[i].relation == Relation::kParaphrase) continue;
    for (const WordEdit& edit : edits[i])
      if (edit.op != EditOp::kEqual && edit.op != EditOp::kDelete && edit.equivalence == Equivalence::kNone)
        words += edit.target_words;
  }
  return words;
}

/// Words of the target inside quotations that a source has.
std::uint32_t words_quoted(const AnalysisInput& input, const std::vector<Change>& quotations) {
  std::vector<Span> spans;
  for (const Change& quotation : quotations) {
    const std::string_view status = quotation.status;
    if (quotation.target && (status == "exact" || status == "altered" || status == "extended" || status == "truncated"))
      spans.push_back(*quotation.target);
  }
  if (spans.empty()) return 0;
  // One quotation may hold another: what they cover together, piece by piece.
  std::sort(spans.begin(), spans.end());
  std::vector<Span> covered;
  for (const Span span : spans) {
    if (covered.empty() || span.begin > covered.back().end)
      covered.push_back(span);
    else
      covered.back().end = std::max(covered.back().end, span.end);
  }
  std::uint32_t words = 0;
  auto piece = covered.begin();
  Offset last = 0;
  const Segments& target = input.segments.back();
  for (const Token& token : target.tokens) {
    const Offset at = target.original_of(token).begin;
    if (at < last)  // a paragraph that was moved
      piece = std::partition_point(covered.begin(), covered.end(), [at](Span span) { return span.end <= at; });
    last = at;
    while (piece != covered.end() && piece->end <= at) ++piece;
    const bool quoted = piece != covered.end() && piece->begin <= at;
    if (quoted && (*input.vocabulary)[token.word].kind != WordKind::kPunctuation) ++words;
  }
  return words;
}

Summary::Class derivation_of(const Summary& summary, std::uint32_t put_in) {
  if (summary.target_words == 0) return Summary::Class::kNonDerived;
  const std::uint32_t linked = summary.target_words - summary.new_words;
  const auto share = [&](std::uint32_t words) { return static_cast<double>(words) / summary.target_words; };
  const bool paraphrased = 2 * summary.paraphrase_words > linked;
  if (share(linked - std::min(put_in, linked)) >= (paraphrased ? kWhollyParaphrased : kWhollyDerived))
    return Summary::Class::kWhollyDerived;
  return share(linked) >= kPartiallyDerived ? Summary::Class::kPartiallyDerived : Summary::Class::kNonDerived;
}

}  // namespace

std::string_view to_string(Summary::Class derivation) {
  switch (derivation) {
    case Summary::Class::kWhollyDerived:
      return "wholly-derived";
    case Summary::Class::kPartiallyDerived:
      return "partially-derived";
    case Summary::Class::kNonDerived:
      return "non-derived";
  }
  return "";
}

Summary summarize(const AnalysisInput& input, const std::vector<std::vector<WordEdit>>& edits,
                  const std::vector<Change>& quotations) {
  const std::size_t target_index = input.segments.size() - 1;
  const Segments& target = input.segments[target_index];

  // A target sentence that several links claim counts once, under the closest relation.
  std::vector<std::optional<Relation>> relation(target.sentences.size());
  std::vector<std::vector<bool>> linked(target_index);
  for (std::size_t i = 0; i < target_index; ++i) linked[i].assign(input.segments[i].sentences.size(), false);
  for (const Alignment& alignment : input.alignment->alignments) {
    for (const std::uint32_t t : alignment.target_sentences)
      if (!relation[t] || alignment.relation < *relation[t]) relation[t] = alignment.relation;
    for (const std::uint32_t s : alignment.source_sentences) linked[alignment.source_document][s] = true;
  }

  Summary summary;
  for (std::size_t t = 0; t < target.sentences.size(); ++t) {
    const std::uint32_t words = words_in(target, target.sentences[t], *input.vocabulary);
    summary.target_words += words;
    if (!relation[t]) {
      summary.new_words += words;
    } else if (*relation[t] == Relation::kVerbatim) {
      summary.verbatim_words += words;
    } else if (*relation[t] == Relation::kEdited) {
      summary.edited_words += words;
    } else {
      summary.paraphrase_words += words;
    }
  }

  std::uint64_t source_words = 0;
  std::uint64_t covered_words = 0;
  for (std::size_t i = 0; i < target_index; ++i) {
    for (std::size_t s = 0; s < input.segments[i].sentences.size(); ++s) {
      const std::uint32_t words = words_in(input.segments[i], input.segments[i].sentences[s], *input.vocabulary);
      source_words += words;
      if (linked[i][s]) covered_words += words;
    }
  }
  if (source_words > 0)
    summary.source_coverage = static_cast<double>(covered_words) / static_cast<double>(source_words);

  summary.longest_verbatim_words = longest_equal_run(edits);
  for (const Passage& passage : input.alignment->passages)
    summary.longest_verbatim_words = std::max(summary.longest_verbatim_words, passage.words);

  summary.quoted_words = words_quoted(input, quotations);
  summary.derivation = derivation_of(summary, words_put_in(input, edits));
  std::vector<bool> source_linked(target_index, false);
  for (const Alignment& alignment : input.alignment->alignments) source_linked[alignment.source_document] = true;
  look_for_credit(input, source_linked, summary);
  summary.bailouts = input.alignment->bailouts;
  return summary;
}

}  // namespace storydiff
