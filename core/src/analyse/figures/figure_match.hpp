/// \file figure_match.hpp
/// Which figure of a source a figure of the target was made from.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "analyse/figures/figure.hpp"
#include "analyse/figures/figure_status.hpp"
#include "storydiff/segments.hpp"
#include "storydiff/vocabulary.hpp"

namespace storydiff {

/// One side of a comparison; borrowed.
struct FigureSide {
  const Segments* segments = nullptr;
  const Vocabulary* vocabulary = nullptr;
};

/// A figure among those that may answer each other, with the words around it.
struct FigureCandidate {
  const Figure* figure = nullptr;
  std::uint32_t index = 0;      ///< among all figures of its text
  double place = 0;             ///< in its sentences, 0..1
  std::vector<KeyId> near;      ///< stems of the content words around it, ascending
  std::optional<KeyId> before;  ///< stem of the nearest content word before it in its sentence
  std::optional<KeyId> after;   ///< and behind it
};

/// The candidates that the figures at `indices` give. O(figures).
[[nodiscard]] std::vector<FigureCandidate> figure_candidates(std::span<const Figure> figures,
                                                             std::span<const std::uint32_t> indices,
                                                             const FigureSide& side);

/// How the sentences of the two sides belong together.
enum class FigureLink : std::uint8_t {
  kNone,      ///< not linked: only what clearly counts the same thing is matched, and nothing has changed
  kUnique,    ///< not linked, but the value stands once in each text
  kNear,      ///< not linked, but the sentences beside them are
  kAnchored,  ///< not linked, but another figure of the two sentences is the same
  kLoose,     ///< a paraphrase
  kClose,     ///< edited or verbatim
};

struct FigureMatch {
  std::uint32_t source = 0;  ///< index into the source candidates
  std::uint32_t target = 0;  ///< index into the target candidates
  FigureStatus status = FigureStatus::kChanged;
  double score = 0;
};

/// The assignment of target figures to source figures that is best as a whole, each used once; then
/// target figures that are left take a used source figure where they say the same ("98 mph, 158 kph").
/// Figures beyond `kMostFiguresMatched` a side are matched in blocks of so many, by their place: linear in
/// the figures, cubic within a block.
[[nodiscard]] std::vector<FigureMatch> match_figures(std::span<const FigureCandidate> sources,
                                                     std::span<const FigureCandidate> targets,
                                                     const Vocabulary& vocabulary, FigureLink link);
inline constexpr std::size_t kMostFiguresMatched = 24;

/// Small numbers meet by chance; this one hardly does.
[[nodiscard]] bool is_distinctive(const Figure& figure);

/// Share of the words near the poorer of the two that stand near the other, 0..1.
[[nodiscard]] double shared_words(const FigureCandidate& a, const FigureCandidate& b);

enum class SameThing : std::uint8_t { kUnknown, kSame, kAlike, kOther };
/// Whether the two count the same thing: by stem, then by synonym and relation; `kUnknown` where either
/// says nothing of it.
[[nodiscard]] SameThing same_thing(const Figure& a, const Figure& b, const Vocabulary& vocabulary);

}  // namespace storydiff
