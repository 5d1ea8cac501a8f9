#include "render/link_runs.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace storydiff::cli {
namespace {

/// Whether `next` goes on where `link` ends, in both texts, word for word.
bool continues(const ReportAlignment& link, const ReportAlignment& next) {
  const auto plain = [](const ReportAlignment& a) { return a.relation == Relation::kVerbatim && !a.moved; };
  return plain(link) && plain(next) && link.source_document == next.source_document &&
         link.target_sentences.back() + 1 == next.target_sentences.front() &&
         link.source_sentences.back() + 1 == next.source_sentences.front();
}

}  // namespace

std::vector<std::uint32_t> LinkRun::source_sentences() const {
  std::vector<std::uint32_t> out;
  for (const ReportAlignment* link : links)
    out.insert(out.end(), link->source_sentences.begin(), link->source_sentences.end());
  return out;
}

std::vector<std::uint32_t> LinkRun::target_sentences() const {
  std::vector<std::uint32_t> out;
  for (const ReportAlignment* link : links)
    out.insert(out.end(), link->target_sentences.begin(), link->target_sentences.end());
  return out;
}

std::vector<LinkRun> link_runs(const Report& report) {
  std::vector<const ReportAlignment*> links;
  for (const ReportAlignment& link : report.alignments) links.push_back(&link);
  std::stable_sort(links.begin(), links.end(), [](const ReportAlignment* a, const ReportAlignment* b) {
    return a->target_sentences.front() < b->target_sentences.front();
  });
  std::vector<LinkRun> runs;
  for (const ReportAlignment* link : links) {
    if (runs.empty() || !continues(*runs.back().links.back(), *link)) runs.emplace_back();
    runs.back().links.push_back(link);
  }
  for (LinkRun& run : runs) {
    const ReportAlignment& first = *run.links.front();
    const ReportAlignment& last = *run.links.back();
    run.opens = first.target_sentences.front() == 0 && first.source_sentences.front() == 0;
    run.closes = last.target_sentences.back() + 1 == report.target.sentences.size() &&
                 last.source_sentences.back() + 1 == report.sources[last.source_document].sentences.size();
  }
  return runs;
}

Fold fold(const LinkRun& run, std::size_t context) {
  const std::size_t size = run.links.size();
  const std::size_t head = run.opens ? 0 : std::min(context, size);
  const std::size_t tail = run.closes ? size : size - std::min(context, size);
  return tail > head + 1 ? Fold{head, tail} : Fold{size, size};
}

OmittedByLink omitted_by_link(const Report& report) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, const ReportAlignment*> by_source;
  for (const ReportAlignment& link : report.alignments)
    for (const std::uint32_t sentence : link.source_sentences)
      by_source.try_emplace({link.source_document, sentence}, &link);
  OmittedByLink out;
  for (const ReportUnlinked& entry : report.omitted) {
    const auto after = by_source.lower_bound({entry.document, entry.sentence});
    const bool follows = after != by_source.begin() && std::prev(after)->first.first == entry.document;
    out[follows ? std::prev(after)->second : nullptr].push_back(&entry);
  }
  return out;
}

}  // namespace storydiff::cli
