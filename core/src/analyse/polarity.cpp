#include "analyse/polarity.hpp"

namespace storydiff {

std::vector<Change> compare_polarity(const AnalysisInput&) { return {}; }

}  // namespace storydiff
