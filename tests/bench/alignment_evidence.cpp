// Prints the evidence of every candidate pair of the document pairs on standard input, with the
// right answer where the input gives it: what fit_weights.py fits the link models to.
//
//   alignment_evidence [--up-to RUNG] [LEXICON] < pairs.jsonl > set.tsv
//
// RUNG: how far words are taken for the same: typography, case, spelling, number, inflection, or canonical, which is
// the default: inflection, and numbers, dates and contractions in one wording. Without LEXICON there are no synonyms.
//
// In: one JSON object a line, {"id", "source": text, "target": text, "source_sentences": [[begin,
// end], ...], "target_sentences", "alignments": [{"source": [3], "target": [3, 4], "optional"}]}.
// Out: tab-separated: id, label (1 linked, 0 not, - optional), the numbers of the gold links that the
// pair answers, its sentences, the features of the word model, after a column "|" those of the place model, the words
// that it shares beside names and numbers, whether both are mostly quotation, and both scores; then for each pair of
// texts a line "#texts ID SOURCES TARGETS GOLD" with its numbers of sentences and of gold links.

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "align/candidates.hpp"
#include "align/model.hpp"
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

void print_pair(const json& record, const storydiff::LanguageResources& resources,
                const storydiff::ProfileOptions& options) {
  storydiff::Vocabulary vocabulary("en", resources);
  const Segments source = segments_of(record.at("source").get<std::string>(), vocabulary);
  const Segments target = segments_of(record.at("target").get<std::string>(), vocabulary);
  const std::vector<GoldLink> gold = gold_of(record);

  const auto profiles = storydiff::build_profiles(source, target, vocabulary, options);
  std::vector<std::string> bailouts;
  const auto scored = storydiff::score_candidates(
      profiles, storydiff::find_candidates(profiles, storydiff::settle_copies(profiles)), bailouts);
  const auto id = record.at("id").get<std::string>();
  for (const auto& p : scored.pairs) {
    const char* label = "0";
    std::string answered;
    for (std::size_t i = 0; i < gold.size(); ++i) {
      if (!answers(source.sentences[p.source].original, gold[i].source) ||
          !answers(target.sentences[p.target].original, gold[i].target))
        continue;
      if (gold[i].optional) {
        if (*label == '0') label = "-";
        continue;
      }
      label = "1";
      answered += std::to_string(i) + ',';
    }
    std::printf("%s\t%s\t%s\t%u\t%u", id.c_str(), label, answered.empty() ? "-" : answered.c_str(), p.source, p.target);
    for (const double feature : storydiff::word_features(p)) std::printf("\t%.6f", feature);
    std::printf("\t|");
    for (const double feature : storydiff::place_features(p, scored.text)) std::printf("\t%.6f", feature);
    const bool quoted = profiles.source[p.source].quoted && profiles.target[p.target].quoted;
    std::printf("\t%u\t%d\t%.6f\t%.6f\n", p.ordinary, quoted ? 1 : 0, p.word_score, p.score);
  }
  const auto wanted = std::count_if(gold.begin(), gold.end(), [](const GoldLink& g) { return !g.optional; });
  std::printf("#texts\t%s\t%zu\t%zu\t%td\n", id.c_str(), profiles.source.size(), profiles.target.size(), wanted);
}

void print_header() {
  std::printf("id\tlabel\tgold\tsource\ttarget");
  for (const std::string_view name : storydiff::word_feature_names()) std::printf("\t%s", std::string(name).c_str());
  std::printf("\t|");
  for (const std::string_view name : storydiff::place_feature_names()) std::printf("\t%s", std::string(name).c_str());
  std::printf("\tordinary\tquoted\tword_score\tscore\n");
}

}  // namespace

int main(int argc, char** argv) {
  storydiff::LanguageResources resources;
  storydiff::ProfileOptions options;
  int next = 1;
  if (next + 1 < argc && std::string_view(argv[next]) == "--up-to") {
    const std::string_view rung = argv[next + 1];
    options.canonical = rung == "canonical";
    for (std::size_t i = 0; i < storydiff::kKeyedRungs; ++i)
      if (rung == to_string(static_cast<storydiff::Equivalence>(i)))
        options.rung = static_cast<storydiff::Equivalence>(i);
    next += 2;
  }
  if (next < argc) {
    const auto lexicon = storydiff::load_lexicon(argv[next]);
    if (!lexicon) {
      std::fprintf(stderr, "alignment_evidence: %s\n", lexicon.error().message.c_str());
      return 2;
    }
    resources.lexicon = *lexicon;
  }
  print_header();
  std::string line;
  while (std::getline(std::cin, line))
    if (!line.empty()) print_pair(json::parse(line), resources, options);
  return 0;
}
