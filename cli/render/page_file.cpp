#include "render/page_file.hpp"

#include <cstddef>

#include "render/html_text.hpp"
#include "render/page_sources.hpp"
#include "terminal_text.hpp"

namespace storydiff::cli {
namespace {

std::string shown(const std::string& text) { return html_text(visible_line(text)); }

std::string policy(std::string_view script) {
  return "default-src 'none'; script-src '" + csp_digest(script) + "'; style-src '" + csp_digest(page_style()) +
         "'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
}

/// The value of one of the template's `{{names}}`.
std::string value(std::string_view name, const PageParts& parts, const std::string& script) {
  if (name == "policy") return policy(script);
  if (name == "style") return std::string(page_style());
  if (name == "script") return script;
  if (name == "report") return script_json(parts.data);
  if (name == "title") return shown(parts.title);
  if (name == "heading") return shown(parts.heading);
  if (name == "standfirst") return shown(parts.standfirst);
  return {};
}

}  // namespace

std::string make_page(const PageParts& parts) {
  const std::string script = std::string(common_script()) + std::string(parts.script);
  std::string out;
  // One pass: what a value holds is never looked at again, so no text can name a value.
  std::string_view rest = page_template();
  for (std::size_t open = rest.find("{{"); open != std::string_view::npos; open = rest.find("{{")) {
    const std::size_t close = rest.find("}}", open);
    out += rest.substr(0, open);
    out += value(rest.substr(open + 2, close - open - 2), parts, script);
    rest.remove_prefix(close + 2);
  }
  out += rest;
  return out;
}

}  // namespace storydiff::cli
