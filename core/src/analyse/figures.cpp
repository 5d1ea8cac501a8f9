#include "analyse/figures.hpp"

namespace storydiff {

std::vector<Change> compare_figures(const AnalysisInput&) { return {}; }

}  // namespace storydiff
