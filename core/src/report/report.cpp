#include "storydiff/report.hpp"

#include <algorithm>

namespace storydiff {

bool Report::story_text_differs() const {
  return !unmatched.empty() || !omitted.empty() ||
         std::any_of(alignments.begin(), alignments.end(),
                     [](const ReportAlignment& link) { return link.relation != Relation::kVerbatim || link.moved; });
}

}  // namespace storydiff
