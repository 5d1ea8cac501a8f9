#include "evidence.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace storydiff::paragraph_order {
namespace {

constexpr std::size_t kDatelineReach = 100;  // bytes; "PORT BEAULIEU, Corisande, April 28 (UPI) --" takes half
constexpr std::size_t kStoryWords = 5;

constexpr std::array<std::string_view, 26> kAgencies = {
    "AAP",     "AFP", "ANI",  "ANSA", "AP",   "APA",      "APTN",   "Bernama", "Bloomberg",
    "CNA",     "CP",  "DPA",  "EFE",  "IANS", "Interfax", "Kyodo",  "PA",      "PTI",
    "Reuters", "RIA", "TASS", "UPI",  "WAM",  "Xinhua",   "Yonhap", "dpa"};

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool starts_with_agency(std::string_view text, std::size_t& size) {
  for (const std::string_view agency : kAgencies) {
    if (!text.starts_with(agency)) continue;
    if (text.size() > agency.size() && (is_lower(text[agency.size()]) || is_upper(text[agency.size()]))) continue;
    size = agency.size();
    return true;
  }
  return false;
}

/// A dash of any make, after any spaces. `real`: an em or en dash, or two hyphens.
bool starts_with_dash(std::string_view text, bool& real) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  real = text.starts_with("\xE2\x80\x94") || text.starts_with("\xE2\x80\x93") || text.starts_with("--");
  return real || text.starts_with("- ") || text.starts_with("_ ");
}

/// The end of the capital words that name the place: "PORT BEAULIEU", "SAN JOSE". 0 when none.
std::size_t place_end(std::string_view text) {
  std::size_t end = 0, letters = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t word = at;
    // Bytes from 0x80 up are letters of the place ("SÃO PAULO"), unless they begin a dash.
    while (word < text.size() &&
           (is_upper(text[word]) || text[word] == '.' || text[word] == '\'' || text[word] == '-' ||
            (static_cast<unsigned char>(text[word]) >= 0x80 && text.substr(word, 2) != "\xE2\x80"))) {
      if (is_upper(text[word])) ++letters;
      ++word;
    }
    if (word == at || (word < text.size() && is_lower(text[word])) || !is_upper(text[at])) break;
    std::size_t agency = 0;
    if (end > 0 && starts_with_agency(text.substr(at), agency) && agency == word - at) break;
    end = word;
    if (word >= text.size() || text[word] != ' ') break;
    at = word + 1;
  }
  return letters >= 3 ? end : 0;
}

bool ends_as_sentence(std::string_view text) {
  while (!text.empty()) {
    if (text.ends_with('.') || text.ends_with('!') || text.ends_with('?')) return true;
    if (text.ends_with("\xE2\x80\x9D") || text.ends_with("\xE2\x80\x99")) {
      text.remove_suffix(3);
    } else if (text.ends_with('"') || text.ends_with('\'') || text.ends_with(')')) {
      text.remove_suffix(1);
    } else {
      return false;
    }
  }
  return false;
}

}  // namespace

bool is_story_paragraph(std::string_view text) {
  if (!ends_as_sentence(text)) return false;
  if (text.starts_with('(') && text.ends_with(')')) return false;
  std::size_t words = 1;
  for (const char c : text) {
    if (c == ' ' || c == '\n') ++words;
    if (words >= kStoryWords) return true;
  }
  return false;
}

bool has_dateline(std::string_view text) {
  text = text.substr(0, kDatelineReach);
  const std::size_t place = place_end(text);
  std::size_t size = 0;
  bool real = false;
  if (place == 0) {
    return text.starts_with('(') && starts_with_agency(text.substr(1), size) &&
           text.substr(1 + size).starts_with(')') && starts_with_dash(text.substr(2 + size), real);
  }
  // Between the place and the story: a region, a date, the agency; no sentence ends there.
  const bool region = text.substr(place).starts_with(',');
  bool date = false;
  for (std::size_t at = place; at < text.size(); ++at) {
    const std::string_view rest = text.substr(at);
    date = date || is_digit(rest.front());
    if (rest.starts_with('(') && starts_with_agency(rest.substr(1), size))
      return rest.substr(1 + size).starts_with(')');
    if (rest.starts_with(' ') && starts_with_agency(rest.substr(1), size)) {
      const std::string_view after = rest.substr(1 + size);
      if (after.starts_with("  ") || starts_with_dash(after, real)) return true;
    }
    if (rest.front() != ' ') continue;
    // A region or a month has a capital: anything else is running text.
    if (rest.size() > 1 && is_lower(rest[1])) return false;
    if (!starts_with_dash(rest, real)) continue;
    return (region && real) || date;
  }
  return false;
}

std::optional<Misplaced> find_misplaced_lede(const std::vector<std::string_view>& paragraphs,
                                             const std::vector<std::uint32_t>& marked) {
  std::vector<std::uint32_t> ledes = marked;
  for (std::uint32_t i = 0; i < paragraphs.size(); ++i)
    if (has_dateline(paragraphs[i])) ledes.push_back(i);
  std::sort(ledes.begin(), ledes.end());
  ledes.erase(std::unique(ledes.begin(), ledes.end()), ledes.end());
  if (ledes.size() != 1) return std::nullopt;

  const auto story = std::find_if(paragraphs.begin(), paragraphs.end(), is_story_paragraph);
  const auto first = static_cast<std::uint32_t>(story - paragraphs.begin());
  if (first >= ledes.front()) return std::nullopt;
  return Misplaced{ledes.front(), first};
}

}  // namespace storydiff::paragraph_order
