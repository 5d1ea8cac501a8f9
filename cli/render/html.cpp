#include "render/html.hpp"

#include <cstddef>

#include "render/page_file.hpp"
#include "render/page_sources.hpp"
#include "render/report_places.hpp"
#include "render/verdict.hpp"

namespace storydiff::cli {
namespace {

/// What the verdict says beyond the heading. As a sentence of its own: "all 24 sentences", "no sentence" begin with a
/// capital.
std::string without_heading(std::string verdict, const std::string& heading) {
  if (!verdict.starts_with(heading)) return verdict;
  const std::size_t rest = verdict.find_first_not_of(":. ", heading.size());
  verdict = rest == std::string::npos ? std::string() : verdict.substr(rest);
  if (!verdict.empty() && verdict[0] >= 'a' && verdict[0] <= 'z')
    verdict[0] = static_cast<char>(verdict[0] - 'a' + 'A');
  return verdict;
}

}  // namespace

std::string render_html(const Report& report) {
  const ReportPlaces places(report);
  PageParts parts;
  parts.title = places.target_name() + " compared with " + places.all_sources();
  parts.heading = headline(report, places);
  parts.standfirst = without_heading(verdict(report, places), parts.heading);
  parts.data = to_json_line(report);
  parts.script = pair_script();
  return make_page(parts);
}

}  // namespace storydiff::cli
