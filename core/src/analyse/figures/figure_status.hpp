/// \file figure_status.hpp
/// What became of one figure, judged by its value, unit and bounds alone. Each rule is told in the
/// documentation of the analysis.
#pragma once

#include <string_view>

#include "analyse/figures/figure.hpp"

namespace storydiff {

enum class FigureStatus : std::uint8_t {
  kSame,
  kRounded,
  kConverted,
  kQualifierDropped,
  kQualifierAdded,
  kMorePrecise,
  kLessPrecise,
  kChanged,
  kElsewhere,  ///< nothing tells the same, but a source has the value in another place
  kUnsupported,
};
/// "same", "rounded", ...: the words of the report.
[[nodiscard]] std::string_view to_string(FigureStatus status);

struct FigureVerdict {
  /// False where the two measure different things (a percentage and a sum): no status says anything then.
  bool comparable = false;
  FigureStatus status = FigureStatus::kChanged;
};

[[nodiscard]] FigureVerdict judge_figures(const Figure& source, const Figure& target);

/// The share of 100 that a percentage or a share ("7 out of 10") says.
[[nodiscard]] double percent_of(const Figure& figure);

}  // namespace storydiff
