#include "analyse/names.hpp"

namespace storydiff {

std::vector<Change> compare_names(const AnalysisInput&) { return {}; }

}  // namespace storydiff
