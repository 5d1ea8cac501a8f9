// Each stage looks at the deadline while it works, so that none of a long text goes on to its end.
#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "align/candidates.hpp"
#include "align/evidence.hpp"
#include "align/groups.hpp"
#include "align/links.hpp"
#include "align/model.hpp"
#include "align/passages.hpp"
#include "align/profile.hpp"
#include "align/settle.hpp"
#include "analyse/figures/figures.hpp"
#include "analyse/names/names.hpp"
#include "analyse/quotations/quotations.hpp"
#include "analyse/source_fits.hpp"
#include "analyse/speech/attributions.hpp"
#include "analyse/speech/polarity.hpp"
#include "deadline_watch.hpp"
#include "storydiff/alignment.hpp"
#include "storydiff/analysis.hpp"
#include "storydiff/pipeline.hpp"
#include "storydiff/segments.hpp"
#include "support/catch.hpp"

using namespace storydiff;

namespace {

/// So many paragraphs that they count as a long text; every third is edited in the other.
std::string story(bool edited) {
  std::string text;
  for (int i = 0; i < 90; ++i) {
    const std::string train = std::to_string(100 + i);
    const bool differs = edited && i % 3 == 1;
    text += "Anna Novak said on Monday that train " + train + " from Lisbon was " + (differs ? "not " : "") +
            std::to_string(i + 2) + " minutes late. \"Nobody on train " + train + " was " +
            (differs ? "badly hurt" : "hurt") + ",\" she said.\n\n";
  }
  return text;
}

Document document(std::string text) {
  auto made = make_document("story.txt", std::move(text), {});
  REQUIRE(made.ok());
  return *std::move(made);
}

}  // namespace

TEST_CASE("each stage looks at the deadline while it works") {
  const Document source = document(story(false));
  const Document target = document(story(true));
  const std::vector<const Document*> documents{&source, &target};
  const std::vector<NormalizedDocument> normalized = run_pipeline(documents, {});
  Vocabulary vocabulary("en", {});
  const std::vector<Segments> segments = segment(normalized, vocabulary, {.language = "en"}, 1);

  const PairProfiles pair = build_profiles(segments[0], segments[1], vocabulary);
  REQUIRE(is_long(pair));
  const Settled settled = settle_copies(pair);
  const std::vector<Candidate> candidates = find_candidates(pair, settled);
  std::vector<std::string> bailouts;
  ScoredTexts scored = score_candidates(pair, candidates, bailouts, 1);
  const std::vector<ScoredPair> linked = linked_pairs(scored.pairs, choose_links(pair, scored));
  const AlignmentSet alignment = align({segments.data(), 1}, segments[1], vocabulary);
  const AnalysisInput input{documents, normalized, segments, &alignment, &vocabulary};
  const Analysis analysis = analyse(input, 1);
  REQUIRE_FALSE(analysis.quotations.empty());
  REQUIRE_FALSE(analysis.figures.empty());
  REQUIRE_FALSE(analysis.names.empty());
  REQUIRE_FALSE(analysis.polarity.empty());

  struct Row {
    const char* stage;
    std::function<void()> work;
  };
  const Row rows[] = {
      {"segment", [&] { static_cast<void>(segment(normalized, vocabulary, {.language = "en"}, 1)); }},
      {"profiles", [&] { static_cast<void>(build_profiles(segments[0], segments[1], vocabulary)); }},
      {"settle", [&] { static_cast<void>(settle_copies(pair)); }},
      {"passages", [&] { static_cast<void>(find_passages(segments[0], segments[1], vocabulary, 0)); }},
      {"candidates", [&] { static_cast<void>(find_candidates(pair, settled)); }},
      {"words", [&] { static_cast<void>(compare_words(pair, candidates, bailouts)); }},
      {"places", [&] { static_cast<void>(compare_places(pair, scored.pairs)); }},
      {"groups", [&] { static_cast<void>(group_links(pair, linked, 0)); }},
      {"quotations", [&] { static_cast<void>(compare_quotations(input)); }},
      {"figures", [&] { static_cast<void>(compare_figures(input)); }},
      {"names", [&] { static_cast<void>(compare_names(input)); }},
      {"attributions", [&] { static_cast<void>(compare_attributions(input, SpeechTexts(input))); }},
      {"polarity", [&] { static_cast<void>(compare_polarity(input, SpeechTexts(input))); }},
      {"closest source", [&] { static_cast<void>(fit_sources(input, analysis)); }},
  };
  const Deadline passed = Deadline::in(std::chrono::milliseconds(0));
  for (const Row& row : rows) {
    INFO(row.stage);
    CHECK_NOTHROW(row.work());
    const DeadlineWatch watch(passed);
    CHECK_THROWS_AS(row.work(), DeadlinePassed);
  }
}
