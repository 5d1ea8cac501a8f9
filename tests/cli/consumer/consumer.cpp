#include <cstdio>
#include <storydiff/compare.hpp>

int main() {
  const auto source = storydiff::make_document("wire", "The ferry sank off the coast. Nobody died.\n", {});
  const auto target = storydiff::make_document("opinion", "The ferry sank off the coast. I weep.\n", {});
  if (!source || !target) return 2;
  const storydiff::Document* sources[] = {&*source};
  const auto report = storydiff::compare(sources, *target, {}, {});
  if (!report) return 2;
  std::printf("%zu linked, %zu new\n", report->alignments.size(), report->unmatched.size());
  return storydiff::report_from_json(storydiff::to_json(*report)) ? 0 : 1;
}
