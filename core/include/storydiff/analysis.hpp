/// \file analysis.hpp
/// What changed: word edits inside the links, and in meaning quotations, figures, names, attributions, polarity.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "storydiff/alignment.hpp"
#include "storydiff/change.hpp"
#include "storydiff/closest_source.hpp"
#include "storydiff/document.hpp"
#include "storydiff/normalized_document.hpp"
#include "storydiff/segments.hpp"
#include "storydiff/vocabulary.hpp"

namespace storydiff {

enum class EditOp : std::uint8_t { kEqual, kReplace, kDelete, kInsert };
/// "equal", "replace", "delete", "insert".
[[nodiscard]] std::string_view to_string(EditOp op);

/// A run of words inside a link. Sides are original spans of their documents; `source` is absent
/// for an insertion, `target` for a deletion. `kEqual` runs all hold one rung of equivalence.
struct WordEdit {
  EditOp op = EditOp::kEqual;
  std::optional<Span> source;
  std::optional<Span> target;
  Equivalence equivalence = Equivalence::kNone;
  std::uint32_t source_words = 0;  ///< without punctuation
  std::uint32_t target_words = 0;
};

/// Furniture of one role, compared apart from the story.
struct FurnitureChange {
  enum class Status : std::uint8_t { kSame, kChanged, kOnlySource, kOnlyTarget };
  std::string role;
  Status status = Status::kSame;
  std::optional<std::uint32_t> source_document;
  std::optional<Span> source;  ///< original
  std::optional<Span> target;  ///< original
};
/// "same", "changed", "only-source", "only-target".
[[nodiscard]] std::string_view to_string(FurnitureChange::Status status);

/// How much of the target was derived, and how.
struct Summary {
  enum class Class : std::uint8_t { kWhollyDerived, kPartiallyDerived, kNonDerived };
  Class derivation = Class::kNonDerived;
  std::uint32_t target_words = 0;      ///< words of story text, punctuation apart
  std::uint32_t verbatim_words = 0;    ///< in target sentences that are linked as verbatim
  std::uint32_t edited_words = 0;      ///< ... as edited
  std::uint32_t paraphrase_words = 0;  ///< ... as paraphrase
  std::uint32_t new_words = 0;         ///< in target sentences without a link
  /// Of all these, words inside quotation marks whose quotation a source has as well: what somebody said,
  /// not what a reporter wrote.
  std::uint32_t quoted_words = 0;
  double source_coverage = 0;                ///< share of the sources' words in linked sentences, 0..1
  std::uint32_t longest_verbatim_words = 0;  ///< longest passage or equal run
  /// Whether the target names the agency that each linked source's dateline, byline or credit names;
  /// absent when nothing is linked or no agency named.
  std::optional<bool> credited;
  /// The first agency that these name, as readers call it ("AP"); empty where `credited` is absent.
  std::string agency;
  std::vector<std::string> bailouts;
};
/// "wholly-derived", "partially-derived", "non-derived".
[[nodiscard]] std::string_view to_string(Summary::Class derivation);

struct Analysis {
  std::vector<std::vector<WordEdit>> edits;  ///< one list for each alignment, in text order of the target
  std::vector<Change> quotations;            ///< every quotation of the target, and what became of the source's
  std::vector<Change> figures;               ///< every figure of the target
  std::vector<Change> names;                 ///< every name of the target, at every place where it stands
  std::vector<Change> attributions;          ///< changes only
  std::vector<Change> polarity;              ///< changes only
  std::vector<FurnitureChange> furniture;
  std::vector<Finding> findings;  ///< by severity, the gravest first, then by place in the target
  Summary summary;
  std::optional<ClosestSource> closest_source;  ///< absent with one source
};

/// Everything that the analysis reads; borrowed for the call. The spans of `documents`,
/// `normalized` and `segments` are parallel: the sources in order, then the target.
struct AnalysisInput {
  std::span<const Document* const> documents;
  std::span<const NormalizedDocument> normalized;
  std::span<const Segments> segments;
  const AlignmentSet* alignment = nullptr;
  const Vocabulary* vocabulary = nullptr;
};

/// On up to `threads` threads; the result does not depend on their number.
[[nodiscard]] Analysis analyse(const AnalysisInput& input, unsigned threads = 1);

}  // namespace storydiff
