#include "analyse/attributions.hpp"

namespace storydiff {

std::vector<Change> compare_attributions(const AnalysisInput&) { return {}; }

}  // namespace storydiff
