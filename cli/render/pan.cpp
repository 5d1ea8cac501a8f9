#include "render/pan.hpp"

#include <algorithm>
#include <cstdint>
#include <pugixml.hpp>
#include <utility>
#include <vector>

#include "render/report_places.hpp"
#include "render/text_places.hpp"
#include "render/xml_text.hpp"

namespace storydiff::cli {
namespace {

/// Sentences that stand together: first and last.
using Run = std::pair<std::uint32_t, std::uint32_t>;

std::vector<Run> runs(const std::vector<std::uint32_t>& sentences) {
  std::vector<Run> out;
  for (const std::uint32_t sentence : sentences) {
    if (!out.empty() && out.back().second + 1 == sentence)
      out.back().second = sentence;
    else
      out.emplace_back(sentence, sentence);
  }
  return out;
}

struct ReusedPassage {
  std::uint32_t document = 0;
  Run target;
  Run source;
};

std::vector<ReusedPassage> reused_passages(const Report& report) {
  std::vector<ReusedPassage> pieces;
  for (const ReportAlignment& link : report.alignments)
    for (const Run& target : runs(link.target_sentences))
      for (const Run& source : runs(link.source_sentences)) pieces.push_back({link.source_document, target, source});
  std::stable_sort(pieces.begin(), pieces.end(), [](const ReusedPassage& a, const ReusedPassage& b) {
    return std::pair(a.document, a.target) < std::pair(b.document, b.target);
  });
  std::vector<ReusedPassage> passages;
  for (const ReusedPassage& piece : pieces) {
    const bool goes_on = !passages.empty() && passages.back().document == piece.document &&
                         passages.back().target.second + 1 == piece.target.first &&
                         passages.back().source.second + 1 == piece.source.first;
    if (goes_on) {
      passages.back().target.second = piece.target.second;
      passages.back().source.second = piece.source.second;
    } else {
      passages.push_back(piece);
    }
  }
  return passages;
}

Span span_of(const ReportDocument& document, Run run) {
  return hull(document.sentences[run.first].span, document.sentences[run.second].span);
}

void add_place(pugi::xml_node feature, const std::string& side, const TextPlaces& places, Span span) {
  const std::size_t offset = places.characters(span.begin);
  feature.append_attribute((side + "_offset").c_str()) = static_cast<unsigned long long>(offset);
  feature.append_attribute((side + "_length").c_str()) =
      static_cast<unsigned long long>(places.characters(span.end) - offset);
}

}  // namespace

std::string render_pan(const Report& report) {
  const ReportPlaces names(report);
  const TextPlaces target(report.target.text);
  std::vector<TextPlaces> sources;
  for (const ReportDocument& source : report.sources) sources.emplace_back(source.text);

  pugi::xml_document xml;
  pugi::xml_node document = xml.append_child("document");
  document.append_attribute("reference") = xml_text(names.target_name()).c_str();
  for (const ReusedPassage& passage : reused_passages(report)) {
    pugi::xml_node feature = document.append_child("feature");
    feature.append_attribute("name") = "detected-plagiarism";
    add_place(feature, "this", target, span_of(report.target, passage.target));
    feature.append_attribute("source_reference") = xml_text(names.source_name(passage.document)).c_str();
    add_place(feature, "source", sources[passage.document], span_of(report.sources[passage.document], passage.source));
  }
  return xml_bytes(xml, false);
}

}  // namespace storydiff::cli
