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

}  // namespace storydiff_test
