// The pairs under fixtures/pairs against their right answers. The floors are what the program must
// not fall below, not what it reaches: core/doc/alignment.md has the figures.

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "golden/fixture_pair.hpp"
#include "support/catch.hpp"

using namespace storydiff_test;

TEST_CASE("links, furniture and plugins on every pair") {
  double f1 = 0;
  const auto pairs = fixture_pairs();
  REQUIRE(pairs.size() == 12);
  for (const FixturePair& pair : pairs) {
    INFO(pair.name);
    const storydiff::Report report = compare_pair(pair);
    const Scores links = score_links(pair, report);
    f1 += links.f1;
    CHECK(links.f1 >= 0.7);
    if (pair.name == "lavrov-talks") CHECK(links.f1 >= 0.8);
    if (pair.derivation == "non-derived") CHECK(report.alignments.empty());

    CHECK(score_furniture(pair.source, pair.source_furniture, report.sources[0]).f1 == 1);
    CHECK(score_furniture(pair.target, pair.target_furniture, report.target).f1 == 1);
    for (const auto* document : {&report.sources[0], &report.target})
      for (const auto& run : document->plugins) CHECK(run.status == storydiff::PluginRun::Status::kOk);
  }
  CHECK(f1 / static_cast<double>(pairs.size()) >= 0.93);
}

// Hidden: golden_test "[figures]" prints what core/doc/alignment.md quotes.
TEST_CASE("figures, pair by pair", "[.figures]") {
  double f1 = 0;
  const auto pairs = fixture_pairs();
  std::printf("%-20s %9s %7s %7s\n", "pair", "precision", "recall", "F1");
  for (const FixturePair& pair : pairs) {
    const Scores links = score_links(pair, compare_pair(pair));
    f1 += links.f1;
    std::printf("%-20s %9.3f %7.3f %7.3f\n", pair.name.c_str(), links.precision, links.recall, links.f1);
  }
  std::printf("%-20s %9s %7s %7.3f\n", "mean", "", "", f1 / static_cast<double>(pairs.size()));

  std::printf("\n%-20s %17s %17s %17s\n", "found / right", "quotations", "figures", "names");
  for (const FixturePair& pair : pairs) {
    const storydiff::Report report = compare_pair(pair);
    std::printf("%-20s", pair.name.c_str());
    const auto show = [](const StatusScores& scores) {
      if (scores.judged == 0) {
        std::printf(" %17s", "");
      } else {
        std::printf("      %5.3f %5.3f", static_cast<double>(scores.found) / scores.judged,
                    static_cast<double>(scores.right) / scores.judged);
      }
    };
    show(score_statuses(pair.quotations, report.quotations, StatusMatch::kHalf));
    show(score_statuses(pair.figures, report.figures, StatusMatch::kOverlap));
    show(score_statuses(pair.names, report.names, StatusMatch::kOverlap));
    std::printf("\n");
  }
  CHECK(f1 > 0);
}

namespace {

/// Means over the pairs that have such entries: share found, and share with the right status.
struct Means {
  double found = 0;
  double right = 0;
  int pairs = 0;
  void add(const StatusScores& scores) {
    if (scores.judged == 0) return;
    found += static_cast<double>(scores.found) / scores.judged;
    right += static_cast<double>(scores.right) / scores.judged;
    ++pairs;
  }
};

/// F1 over changes alone; an unjudged sentence that is told as changed is not counted.
double f1_of(const StatusScores& scores) {
  const double precision = scores.reported == 0 ? 1.0 : static_cast<double>(scores.reported_right) / scores.reported;
  const double recall = static_cast<double>(scores.right) / scores.judged;
  return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0.0;
}

}  // namespace

TEST_CASE("quotations, figures, names, attributions and polarity on every pair") {
  Means quotations;
  Means figures;
  Means names;
  double attributions = 0;
  double polarity = 0;
  int with_attributions = 0;
  int with_polarity = 0;
  for (const FixturePair& pair : fixture_pairs()) {
    INFO(pair.name);
    const storydiff::Report report = compare_pair(pair);
    quotations.add(score_statuses(pair.quotations, report.quotations, StatusMatch::kHalf));
    figures.add(score_statuses(pair.figures, report.figures, StatusMatch::kOverlap));
    names.add(score_statuses(pair.names, report.names, StatusMatch::kOverlap));
    if (!pair.attributions.empty()) {
      ++with_attributions;
      attributions += f1_of(score_statuses(pair.attributions, report.attributions, StatusMatch::kHalf));
    }
    if (!pair.polarity.empty()) {
      ++with_polarity;
      polarity += f1_of(score_statuses(pair.polarity, report.polarity, StatusMatch::kHalf));
    }
    CHECK(to_string(report.summary.derivation) == pair.derivation);
    const bool nothing_changed = pair.name == "merger-local" || pair.name == "copy-of-copy" ||
                                 pair.name == "storm-rivals" || pair.name == "election-wrapped";
    if (nothing_changed)
      CHECK(std::none_of(report.findings.begin(), report.findings.end(), [](const storydiff::Finding& finding) {
        return finding.severity == storydiff::Severity::kAlert;
      }));
  }
  CHECK(quotations.found / quotations.pairs >= 0.98);
  CHECK(quotations.right / quotations.pairs >= 0.9);
  CHECK(figures.found / figures.pairs >= 0.95);
  CHECK(figures.right / figures.pairs >= 0.9);
  CHECK(names.right / names.pairs >= 0.9);
  CHECK(attributions / with_attributions >= 0.8);
  CHECK(polarity / with_polarity >= 0.7);  // synonyms link more, and find one more
}

TEST_CASE("the lede of shuffled wire copy comes first") {
  const auto pairs = fixture_pairs();
  const auto pair =
      std::find_if(pairs.begin(), pairs.end(), [](const FixturePair& p) { return p.name == "lavrov-talks"; });
  REQUIRE(pair != pairs.end());
  const storydiff::Report report = compare_pair(*pair);
  const auto& paragraphs = report.sources[0].paragraphs;
  const auto first = std::find_if(paragraphs.begin(), paragraphs.end(), [](const auto& p) { return p.position == 0U; });
  REQUIRE(first != paragraphs.end());
  CHECK(pair->source.substr(first->span.begin, first->span.size()).find("Russian and U.S. negotiators") < 20);
}

TEST_CASE("a text with itself: every sentence verbatim and unmoved, and nothing differs") {
  for (FixturePair pair : fixture_pairs()) {
    INFO(pair.name);
    pair.target = pair.source;
    const storydiff::Report report = compare_pair(pair);
    CHECK_FALSE(report.story_text_differs());
    CHECK(report.unmatched.empty());
    CHECK(report.omitted.empty());
    CHECK(report.alignments.size() == report.target.sentences.size());
    CHECK(report.findings.empty());
    CHECK(report.attributions.empty());
    CHECK(report.polarity.empty());
    for (const auto& change : report.quotations) CHECK(change.status == "exact");
    for (const auto& change : report.figures) CHECK(change.status == "same");
    for (const auto& change : report.names) CHECK(change.status == "same");
    for (const auto& a : report.alignments) {
      CHECK(a.source_sentences == a.target_sentences);
      CHECK(a.relation == storydiff::Relation::kVerbatim);
      CHECK_FALSE(a.moved);
    }
  }
}

TEST_CASE("a sentence that is repeated is a difference") {
  FixturePair pair = fixture_pairs().front();
  pair.source = "Police found it.\n\nThe council met on Monday.\n";
  pair.target = "Police found it.\n\nPolice found it.\n\nThe council met on Monday.\n";
  CHECK(compare_pair(pair).story_text_differs());
  std::swap(pair.source, pair.target);
  CHECK(compare_pair(pair).story_text_differs());
}

TEST_CASE("source and target swapped mirror each other") {
  for (const FixturePair& pair : fixture_pairs()) {
    INFO(pair.name);
    FixturePair swapped = pair;
    std::swap(swapped.source, swapped.target);
    std::swap(swapped.source_file, swapped.target_file);
    using Key = std::tuple<std::vector<std::uint32_t>, std::vector<std::uint32_t>, storydiff::Relation, double, bool>;
    std::vector<Key> forward;
    std::vector<Key> back;
    for (const auto& a : compare_pair(pair).alignments)
      forward.emplace_back(a.source_sentences, a.target_sentences, a.relation, a.score, a.moved);
    for (const auto& a : compare_pair(swapped).alignments)
      back.emplace_back(a.target_sentences, a.source_sentences, a.relation, a.score, a.moved);
    std::sort(forward.begin(), forward.end());
    std::sort(back.begin(), back.end());
    CHECK(forward == back);
  }
}

TEST_CASE("the same input gives the same bytes") {
  for (const FixturePair& pair : fixture_pairs()) {
    INFO(pair.name);
    CHECK(storydiff::to_json(compare_pair(pair)) == storydiff::to_json(compare_pair(pair)));
  }
}
