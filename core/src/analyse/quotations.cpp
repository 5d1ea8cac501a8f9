#include "analyse/quotations.hpp"

namespace storydiff {

std::vector<Change> compare_quotations(const AnalysisInput&) { return {}; }

}  // namespace storydiff
