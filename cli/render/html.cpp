#include "render/html.hpp"

#include <array>
#include <cstddef>
#include <string_view>
#include <tuple>
#include <utility>

#include "render/html_text.hpp"
#include "render/page_sources.hpp"
#include "render/report_places.hpp"
#include "render/verdict.hpp"
#include "terminal_text.hpp"

namespace storydiff::cli {
namespace {

/// The verdict's class and what follows it: "Partially derived" and "9 of 37 sentences ...".
std::pair<std::string, std::string> headline(const std::string& verdict) {
  static constexpr std::array<std::string_view, 4> kOpenings{"Wholly derived", "Partially derived", "Not derived",
                                                             "No difference in story text"};
  for (const std::string_view opening : kOpenings) {
    if (!verdict.starts_with(opening)) continue;
    const std::size_t rest = verdict.find_first_not_of(":. ", opening.size());
    std::string sentence = rest == std::string::npos ? std::string() : verdict.substr(rest);
    // "all 24 sentences", "no sentence": a sentence of its own here.
    if (!sentence.empty() && sentence[0] >= 'a' && sentence[0] <= 'z')
      sentence[0] = static_cast<char>(sentence[0] - 'a' + 'A');
    return {std::string(opening), std::move(sentence)};
  }
  return {verdict, ""};
}

std::string policy() {
  return "default-src 'none'; script-src '" + csp_digest(page_script()) + "'; style-src '" + csp_digest(page_style()) +
         "'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
}

/// The values of the template's `{{names}}`.
class PageValues {
 public:
  explicit PageValues(const Report& report) : report_(report), places_(report) {
    std::tie(class_, rest_) = headline(verdict(report, places_));
  }

  [[nodiscard]] std::string value(std::string_view name) const {
    if (name == "policy") return policy();
    if (name == "style") return std::string(page_style());
    if (name == "script") return std::string(page_script());
    if (name == "report") return script_json(to_json_line(report_));
    if (name == "title") return shown(places_.target_name() + " compared with " + places_.all_sources());
    if (name == "class") return shown(class_);
    if (name == "verdict") return shown(rest_);
    return {};
  }

 private:
  static std::string shown(const std::string& text) { return html_text(visible_line(text)); }

  const Report& report_;
  ReportPlaces places_;
  std::string class_;
  std::string rest_;
};

}  // namespace

std::string render_html(const Report& report) {
  const PageValues values(report);
  std::string out;
  // One pass: what a value holds is never looked at again, so no text can name a value.
  std::string_view rest = page_template();
  for (std::size_t open = rest.find("{{"); open != std::string_view::npos; open = rest.find("{{")) {
    const std::size_t close = rest.find("}}", open);
    out += rest.substr(0, open);
    out += values.value(rest.substr(open + 2, close - open - 2));
    rest.remove_prefix(close + 2);
  }
  out += rest;
  return out;
}

}  // namespace storydiff::cli
