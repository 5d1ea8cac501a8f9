// Prints the evidence of every candidate pair of the document pairs on standard input, with the
// right answer where the input gives it: what fit_weights.py fits the link model to.
//
// In: one JSON object a line, {"id", "source": text, "target": text, "source_sentences": [[begin,
// end], ...], "target_sentences", "alignments": [{"source": [3], "target": [3, 4], "optional"}]}.
// Out: tab-separated: id, label (1 linked, 0 not, - optional), evidence in the order of the header
// line; then for each pair of texts a line "#missed ID N" that counts gold links with no candidate.

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "align/candidates.hpp"
#include "align/evidence.hpp"
#include "align/profile.hpp"
#include "storydiff/document.hpp"
#include "storydiff/pipeline.hpp"
#include "storydiff/segments.hpp"

namespace {

using nlohmann::json;
using storydiff::Segments;
using storydiff::Span;

/// Half of the shorter one is common, and the longer is at most three times as long.
bool answers(Span a, Span b) {
  const auto shorter = std::min(a.size(), b.size());
  const auto longer = std::max(a.size(), b.size());
  const auto begin = std::max(a.begin, b.begin);
  const auto end = std::min(a.end, b.end);
  return shorter > 0 && longer <= 3 * shorter && begin < end && (end - begin) * 2 >= shorter;
}

Segments segments_of(const std::string& text, storydiff::Vocabulary& vocabulary) {
  storydiff::Document document;
  document.text = text;
  const storydiff::Document* documents[] = {&document};
  return storydiff::segment(storydiff::run_pipeline(documents, {}).front(), vocabulary, {});
}

std::vector<Span> spans_of(const json& list) {
  std::vector<Span> spans;
  for (const auto& span : list)
    spans.push_back({span.at(0).get<storydiff::Offset>(), span.at(1).get<storydiff::Offset>()});
  return spans;
}

struct GoldLink {
  Span source;
  Span target;
  bool optional = false;
  bool found = false;
};

std::vector<GoldLink> gold_of(const json& record) {
  const auto sources = spans_of(record.at("source_sentences"));
  const auto targets = spans_of(record.at("target_sentences"));
  std::vector<GoldLink> gold;
  for (const auto& alignment : record.at("alignments"))
    for (const auto& s : alignment.at("source"))
      for (const auto& t : alignment.at("target"))
        gold.push_back(
            {sources.at(s.get<std::size_t>()), targets.at(t.get<std::size_t>()), alignment.value("optional", false)});
  return gold;
}

void print_pair(const json& record) {
  storydiff::Vocabulary vocabulary("en");
  const Segments source = segments_of(record.at("source").get<std::string>(), vocabulary);
  const Segments target = segments_of(record.at("target").get<std::string>(), vocabulary);
  std::vector<GoldLink> gold = gold_of(record);

  const auto profiles = storydiff::build_profiles(source, target, vocabulary);
  std::vector<std::string> bailouts;
  for (const auto& p : storydiff::score_candidates(profiles, storydiff::find_candidates(profiles), bailouts)) {
    const char* label = "0";
    for (GoldLink& link : gold) {
      if (!answers(source.sentences[p.source].original, link.source) ||
          !answers(target.sentences[p.target].original, link.target))
        continue;
      label = link.optional ? "-" : "1";
      link.found = true;
    }
    std::printf("%s\t%s\t%.5f\t%.5f\t%.5f\t%.5f\t%.5f\t%d\t%.5f\n", record.at("id").get<std::string>().c_str(), label,
                std::max(p.source_contained, p.target_contained), p.sequence, p.competition(), p.order * p.substance,
                p.unique, p.identical ? 1 : 0, p.score);
  }
  const auto missed =
      std::count_if(gold.begin(), gold.end(), [](const GoldLink& g) { return !g.optional && !g.found; });
  std::printf("#missed\t%s\t%td\n", record.at("id").get<std::string>().c_str(), missed);
}

}  // namespace

int main() {
  std::puts("id\tlabel\tcontainment\tsequence\tcompetition\torder\tunique\tidentical\tscore");
  std::string line;
  while (std::getline(std::cin, line))
    if (!line.empty()) print_pair(json::parse(line));
  return 0;
}
