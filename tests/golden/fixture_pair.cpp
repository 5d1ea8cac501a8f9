#include "golden/fixture_pair.hpp"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>

#include "storydiff/compare.hpp"
#include "storydiff/plugin_catalogue.hpp"

namespace storydiff_test {
namespace {

using nlohmann::json;
using storydiff::Offset;
using storydiff::Span;

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("can not read " + path.string());
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// The `nth` place (from 1 on) where `text` stands.
Span find(const std::string& document, const std::string& text, int nth) {
  std::size_t at = std::string::npos;
  for (int i = 0; i < nth; ++i) at = document.find(text, i == 0 ? 0 : at + 1);
  if (at == std::string::npos) throw std::runtime_error("not in the text: " + text);
  return {static_cast<Offset>(at), static_cast<Offset>(at + text.size())};
}

FixturePair read_pair(const std::filesystem::path& file) {
  const json gold = json::parse(read(file));
  FixturePair pair;
  pair.folder = file.parent_path();
  pair.name = pair.folder.filename().string() + (file.stem() == "gold2" ? " 2" : "");
  pair.source_file = gold.at("source").get<std::string>();
  pair.target_file = gold.at("target").get<std::string>();
  pair.source = read(pair.folder / pair.source_file);
  pair.target = read(pair.folder / pair.target_file);
  pair.derivation = gold.at("class").get<std::string>();
  for (const json& alignment : gold.at("alignments"))
    for (const json& s : alignment.at("source"))
      for (const json& t : alignment.at("target"))
        pair.links.push_back({find(pair.source, s.get<std::string>(), 1), find(pair.target, t.get<std::string>(), 1),
                              alignment.value("optional", false)});
  const auto add_statuses = [&](const char* list, std::vector<GoldStatus>& into) {
    for (const json& entry : gold.value(list, json::array()))
      into.push_back({find(pair.target, entry.at("target").get<std::string>(), entry.value("nth", 1)),
                      entry.at("status").get<std::string>(), entry.value("optional", false)});
  };
  add_statuses("quotes", pair.quotations);
  add_statuses("figures", pair.figures);
  add_statuses("names", pair.names);
  add_statuses("attributions", pair.attributions);
  add_statuses("polarity", pair.polarity);
  for (const json& piece : gold.at("boilerplate")) {
    const bool of_source = piece.at("doc") == "source";
    (of_source ? pair.source_furniture : pair.target_furniture)
        .push_back(
            find(of_source ? pair.source : pair.target, piece.at("text").get<std::string>(), piece.value("nth", 1)));
  }
  return pair;
}

bool answers(Span a, Span b) {
  const Offset shorter = std::min(a.size(), b.size());
  const Offset longer = std::max(a.size(), b.size());
  const Offset begin = std::max(a.begin, b.begin);
  const Offset end = std::min(a.end, b.end);
  return shorter > 0 && longer <= 3 * shorter && begin < end && (end - begin) * 2 >= shorter;
}

Scores scores(std::size_t right_reported, std::size_t reported, std::size_t right_gold, std::size_t gold) {
  Scores s;
  s.precision = reported > 0 ? static_cast<double>(right_reported) / static_cast<double>(reported) : gold > 0 ? 0 : 1;
  s.recall = gold > 0 ? static_cast<double>(right_gold) / static_cast<double>(gold) : 1;
  s.f1 = s.precision + s.recall > 0 ? 2 * s.precision * s.recall / (s.precision + s.recall) : 0;
  return s;
}

}  // namespace

std::vector<FixturePair> fixture_pairs() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(std::filesystem::path(STORYDIFF_SOURCE_DIR) / "fixtures/pairs"))
    if (entry.path().extension() == ".json" && entry.path().stem().string().starts_with("gold"))
      files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<FixturePair> pairs;
  for (const auto& file : files) pairs.push_back(read_pair(file));
  return pairs;
}

storydiff::Report compare_pair(const FixturePair& pair) {
  const auto catalogue = storydiff::PluginCatalogue::discover({STORYDIFF_PLUGIN_DIR});
  storydiff::Pipeline pipeline;
  for (const auto* manifest : catalogue.default_profile()) {
    auto loaded = catalogue.load(manifest->id, "{}");
    if (!loaded) throw std::runtime_error(loaded.error().message);
    pipeline.push_back({*loaded, manifest->id, manifest->version, ""});
  }
  const auto source = storydiff::make_document(pair.source_file, pair.source, {});
  const auto target = storydiff::make_document(pair.target_file, pair.target, {});
  const storydiff::Document* sources[] = {&*source};
  auto report = storydiff::compare(sources, *target, pipeline, {});
  if (!report) throw std::runtime_error(report.error().message);
  return *std::move(report);
}

Scores score_links(const FixturePair& pair, const storydiff::Report& report) {
  struct Found {
    Span source;
    Span target;
  };
  std::vector<Found> reported;
  for (const auto& alignment : report.alignments)
    for (const auto s : alignment.source_sentences)
      for (const auto t : alignment.target_sentences)
        reported.push_back({report.sources[0].sentences[s].span, report.target.sentences[t].span});

  const auto hits = [](const Found& found, const GoldLink& gold) {
    return answers(found.source, gold.source) && answers(found.target, gold.target);
  };
  std::size_t counted = 0;
  std::size_t right = 0;
  for (const Found& found : reported) {
    const bool required = std::any_of(pair.links.begin(), pair.links.end(),
                                      [&](const GoldLink& g) { return !g.optional && hits(found, g); });
    const bool allowed =
        std::any_of(pair.links.begin(), pair.links.end(), [&](const GoldLink& g) { return hits(found, g); });
    if (required) ++right;
    if (required || !allowed) ++counted;
  }
  std::size_t gold = 0;
  std::size_t met = 0;
  for (const GoldLink& link : pair.links) {
    if (link.optional) continue;
    ++gold;
    if (std::any_of(reported.begin(), reported.end(), [&](const Found& found) { return hits(found, link); })) ++met;
  }
  return scores(right, counted, met, gold);
}

Scores score_furniture(const std::string& text, const std::vector<Span>& furniture,
                       const storydiff::ReportDocument& document) {
  std::set<Offset> wanted;
  std::set<Offset> dropped;
  const auto add = [&](Span span, std::set<Offset>& to) {
    for (Offset i = span.begin; i < span.end; ++i)
      if (std::isalnum(static_cast<unsigned char>(text[i])) != 0 || static_cast<unsigned char>(text[i]) >= 0x80)
        to.insert(i);
  };
  for (const Span span : furniture) add(span, wanted);
  for (const auto& edit : document.edits)
    if (edit.action == storydiff::EditAction::kDrop) add(edit.span, dropped);
  const auto both = static_cast<std::size_t>(
      std::count_if(dropped.begin(), dropped.end(), [&](Offset i) { return wanted.contains(i); }));
  return scores(both, dropped.size(), both, wanted.size());
}

StatusScores score_statuses(const std::vector<GoldStatus>& gold, const std::vector<storydiff::Change>& changes,
                            StatusMatch match) {
  const auto meets = [&](Span a, Span b) {
    return match == StatusMatch::kHalf ? answers(a, b) : std::max(a.begin, b.begin) < std::min(a.end, b.end);
  };
  StatusScores result;
  for (const GoldStatus& entry : gold) {
    if (entry.optional) continue;
    ++result.judged;
    bool found = false;
    bool right = false;
    for (const storydiff::Change& change : changes) {
      if (!change.target || !meets(*change.target, entry.target)) continue;
      found = true;
      right = right || change.status == entry.status;
    }
    result.found += found ? 1 : 0;
    result.right += right ? 1 : 0;
  }
  for (const storydiff::Change& change : changes) {
    if (!change.target) continue;
    const auto here = [&](const GoldStatus& entry) { return !entry.optional && meets(*change.target, entry.target); };
    if (std::none_of(gold.begin(), gold.end(), here)) continue;
    ++result.reported;
    result.reported_right += std::any_of(gold.begin(), gold.end(), [&](const GoldStatus& entry) {
      return here(entry) && entry.status == change.status;
    });
  }
  return result;
}

}  // namespace storydiff_test
