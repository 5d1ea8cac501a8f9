#include "read/media_type.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace storydiff {
namespace {

struct Format {
  std::string_view name;
  std::string_view media_type;
};
constexpr std::array<Format, 9> kFormats = {{
    {"html", "text/html"},
    {"nitf", "application/nitf+xml"},
    {"newsml-g2", "application/vnd.iptc.g2.newsitem+xml"},
    {"iptc7901", "text/vnd.iptc.7901"},
    {"anpa", "text/vnd.anpa.1312"},
    {"ninjs", "application/vnd.iptc.ninjs+json"},
    {"json", "application/json"},
    {"markdown", "text/markdown"},
    {"text", "text/plain"},
}};

constexpr std::string_view kPlain = "text/plain";
// How far in a file is looked for what tells its format.
constexpr std::size_t kSearched = 4096;

std::string_view type_of(std::string_view format) {
  const auto* found = std::find_if(kFormats.begin(), kFormats.end(), [&](const Format& f) { return f.name == format; });
  return found == kFormats.end() ? kPlain : found->media_type;
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool starts_with(std::string_view text, std::string_view small) {
  return text.size() >= small.size() &&
         std::equal(small.begin(), small.end(), text.begin(), [](char a, char b) { return a == lower(b); });
}

void skip_space(std::string_view& text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
}

/// Past what may stand before the first element: declarations, comments, a doctype, which may tell what follows.
std::string_view past_prolog(std::string_view text, std::string_view& doctype) {
  for (;;) {
    skip_space(text);
    std::string_view end = ">";
    if (starts_with(text, "<?xml")) {
      end = "?>";
    } else if (starts_with(text, "<!--")) {
      end = "-->";
    } else if (starts_with(text, "<!doctype")) {
      doctype = text.substr(9, 200);
      skip_space(doctype);
      const std::size_t subset = text.find_first_of("[>");
      if (subset != std::string_view::npos && text[subset] == '[') end = "]>";
    } else {
      return text;
    }
    const std::size_t close = text.find(end);
    if (close == std::string_view::npos) return {};
    text.remove_prefix(close + end.size());
  }
}

/// Whether what follows a name is the end of a tag or an attribute with a value: "<body count rises" is neither.
bool ends_as_tag(std::string_view rest) {
  skip_space(rest);
  if (rest.starts_with('>')) return true;
  while (!rest.empty() && is_word(rest.front())) rest.remove_prefix(1);
  return rest.starts_with('=');
}

/// By the first element of markup; nothing where there is none or none that we know.
std::string_view markup_type(std::string_view text) {
  std::string_view doctype;
  const std::string_view element = past_prolog(text, doctype);
  if (starts_with(doctype, "html")) return type_of("html");
  if (starts_with(doctype, "nitf")) return type_of("nitf");
  if (element.size() < 2 || element.front() != '<') return {};
  std::size_t end = 1;
  while (end < element.size() && (is_word(element[end]) || element[end] == ':')) ++end;
  // An element's name ends so; "<nitf," does not.
  if (end < element.size() && !is_space(element[end]) && element[end] != '>' && element[end] != '/') return {};
  std::string_view name = element.substr(1, end - 1);
  name.remove_prefix(name.rfind(':') + 1);
  if (name == "nitf") return type_of("nitf");
  for (const std::string_view item : {"newsMessage", "newsItem", "packageItem"})
    if (name == item) return type_of("newsml-g2");
  if (starts_with(name, "html") && name.size() == 4) return type_of("html");
  const std::string_view rest = element.substr(end);
  for (const std::string_view part : {"head", "body"})
    if (starts_with(name, part) && name.size() == part.size() && ends_as_tag(rest)) return type_of("html");
  return {};
}

/// A header between SOH and STX. ANPA numbers its messages with one small letter and four digits.
std::string_view wire_type(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size() && (is_space(text[i]) || text[i] == '\x16')) ++i;
  if (i >= text.size() || text[i] != '\x01') return {};
  if (text.substr(i, kSearched).find('\x02') == std::string_view::npos) return {};
  const std::string_view header = text.substr(i + 1);
  const bool numbered =
      header.size() > 5 && header[0] >= 'a' && header[0] <= 'z' &&
      std::all_of(header.begin() + 1, header.begin() + 5, [](char c) { return c >= '0' && c <= '9'; });
  return numbered ? type_of("anpa") : type_of("iptc7901");
}

/// An object whose first member is there, or an empty one: '{"' with white space between, and a colon behind the name.
bool is_json_object(std::string_view text) {
  skip_space(text);
  if (text.empty() || text.front() != '{') return false;
  text.remove_prefix(1);
  skip_space(text);
  if (text.empty() || text.front() != '"') return false;
  const std::size_t close = text.substr(0, kSearched).find('"', 1);
  if (close == std::string_view::npos) return false;
  text.remove_prefix(close + 1);
  skip_space(text);
  return !text.empty() && text.front() == ':';
}

std::string_view json_type(std::string_view text) {
  if (!is_json_object(text)) return {};
  // ninjs requires "uri", and its schema and bodies have names that nothing else has.
  const std::string_view top = text.substr(0, kSearched);
  const bool ninjs = top.find("\"body_xhtml\"") != std::string_view::npos ||
                     top.find("\"body_text\"") != std::string_view::npos || top.find("ninjs") != std::string_view::npos;
  return ninjs && top.find("\"uri\"") != std::string_view::npos ? type_of("ninjs") : type_of("json");
}

std::string_view extension_type(std::string_view path, std::string_view text) {
  path.remove_prefix(path.rfind('/') + 1);
  const std::size_t dot = path.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return {};
  std::string extension(path.substr(dot + 1));
  std::transform(extension.begin(), extension.end(), extension.begin(), lower);
  if (extension == "html" || extension == "htm" || extension == "xhtml") return type_of("html");
  if (extension == "md" || extension == "markdown") return type_of("markdown");
  if (extension == "nitf") return type_of("nitf");
  if (extension == "newsml") return type_of("newsml-g2");
  if (extension == "iptc" || extension == "7901") return type_of("iptc7901");
  if (extension == "anpa") return type_of("anpa");
  if (extension == "ninjs") return type_of("ninjs");
  if (extension == "json") {
    skip_space(text);
    return text.starts_with("{") || text.starts_with("[") ? type_of("json") : std::string_view();
  }
  return {};
}

}  // namespace

std::optional<std::string_view> media_type_of_format(std::string_view format) {
  for (const Format& known : kFormats)
    if (known.name == format) return known.media_type;
  return std::nullopt;
}

std::string format_names() {
  std::string names;
  for (const Format& format : kFormats) names.append(names.empty() ? "" : ", ").append(format.name);
  return names;
}

std::string_view detect_media_type(std::string_view path, std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (const std::string_view type = markup_type(text); !type.empty()) return type;
  if (const std::string_view type = wire_type(text); !type.empty()) return type;
  if (const std::string_view type = json_type(text); !type.empty()) return type;
  if (const std::string_view type = extension_type(path, text); !type.empty()) return type;
  return kPlain;
}

}  // namespace storydiff
