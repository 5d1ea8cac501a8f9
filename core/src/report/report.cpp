#include "storydiff/report.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace storydiff {

bool Report::story_text_differs() const {
  const auto differs = [](const ReportAlignment& link) { return link.relation != Relation::kVerbatim || link.moved; };
  if (std::any_of(alignments.begin(), alignments.end(), differs)) return true;
  // Verbatim links are one to one: where no sentence is left over or used twice, all counts agree.
  std::vector<std::size_t> links(sources.size(), 0);
  for (const ReportAlignment& link : alignments) ++links[link.source_document];
  for (std::size_t i = 0; i < sources.size(); ++i)
    if (links[i] != sources[i].sentences.size() || links[i] != target.sentences.size()) return true;
  return false;
}

}  // namespace storydiff
