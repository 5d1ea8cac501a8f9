/// \file fixture_pair.hpp
/// The pairs under fixtures/pairs with their right answers, and how well a report meets them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "storydiff/report.hpp"

namespace storydiff_test {

/// Two spans of one answer: a sentence of the source and one of the target.
struct GoldLink {
  storydiff::Span source;
  storydiff::Span target;
  bool optional = false;  ///< may be found or left out
};

/// What became of a quotation, figure, name, attribution or negation of the target.
struct GoldStatus {
  storydiff::Span target;
  std::string status;
  bool optional = false;
};

struct FixturePair {
  std::string name;  ///< "lavrov-talks", or "two-wires 2" for a second answer file
  std::filesystem::path folder;
  std::string source_file;
  std::string target_file;
  std::string source;
  std::string target;
  std::string derivation;  ///< "wholly-derived", ...
  std::vector<GoldLink> links;
  std::vector<storydiff::Span> source_furniture;
  std::vector<storydiff::Span> target_furniture;
  std::vector<GoldStatus> quotations;
  std::vector<GoldStatus> figures;
  std::vector<GoldStatus> names;
  std::vector<GoldStatus> attributions;  ///< changes only
  std::vector<GoldStatus> polarity;      ///< changes only
};

/// All pairs, by name. Throws where a file is missing or an answer does not stand in its text.
[[nodiscard]] std::vector<FixturePair> fixture_pairs();

/// The built plugins in the default profile, then a comparison, as the program does it.
[[nodiscard]] storydiff::Report compare_pair(const FixturePair& pair);

struct Scores {
  double precision = 1;
  double recall = 1;
  double f1 = 1;
};

/// One link for each pair of gold sentences. A reported span answers one of gold when they share half
/// of the shorter one and the longer is at most three times as long. Optional links cost nothing.
[[nodiscard]] Scores score_links(const FixturePair& pair, const storydiff::Report& report);

/// Letters and digits that were dropped, against those of the furniture.
[[nodiscard]] Scores score_furniture(const std::string& text, const std::vector<storydiff::Span>& furniture,
                                     const storydiff::ReportDocument& document);

/// What is found of a list, and with which status, as counts.
struct StatusScores {
  int judged = 0;          ///< entries of the gold that are not optional
  int found = 0;           ///< of these, spans that the report has
  int right = 0;           ///< with the right status
  int reported = 0;        ///< entries of the report on spans that the gold judges
  int reported_right = 0;  ///< of these, with the right status
};
enum class StatusMatch {
  kHalf,     ///< spans share half of the shorter one: quotations, sentences
  kOverlap,  ///< spans touch: figures, names
};
[[nodiscard]] StatusScores score_statuses(const std::vector<GoldStatus>& gold,
                                          const std::vector<storydiff::Change>& changes, StatusMatch match);

}  // namespace storydiff_test
