#include "render/html.hpp"

#include <array>
#include <cstddef>
#include <string_view>

#include "render/page_file.hpp"
#include "render/page_sources.hpp"
#include "render/report_places.hpp"
#include "render/verdict.hpp"

namespace storydiff::cli {
namespace {

/// A class of the verdict, and how an editor would say it.
struct PlainClass {
  std::string_view name;
  const char* words;
};
constexpr std::array<PlainClass, 3> kPlainClasses{{{"Wholly derived", "Mostly made from the source"},
                                                   {"Partially derived", "Partly made from the source"},
                                                   {"Not derived", "Not made from the source"}}};

std::string page_heading(const Report& report, const ReportPlaces& places) {
  const std::string heading = headline(report, places);
  for (const PlainClass& plain : kPlainClasses)
    if (heading == plain.name) return std::string(plain.words) + (report.sources.size() > 1 ? "s" : "");
  return heading;
}

/// How much of `verdict` says what the heading says already.
std::size_t said_by_heading(std::string_view verdict, std::string_view heading) {
  if (verdict.starts_with(heading)) return heading.size();
  for (const PlainClass& plain : kPlainClasses)
    if (verdict.starts_with(plain.name)) return plain.name.size();
  return 0;
}

/// What the verdict says beyond the heading. As a sentence of its own: "all 24 sentences", "no sentence" begin with a
/// capital.
std::string without_heading(std::string verdict, const std::string& heading) {
  const std::size_t rest = verdict.find_first_not_of(":. ", said_by_heading(verdict, heading));
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
  parts.heading = page_heading(report, places);
  parts.standfirst = without_heading(verdict(report, places), parts.heading);
  parts.data = to_json_line(report);
  parts.script = pair_script();
  return make_page(parts);
}

}  // namespace storydiff::cli
