#include "signs.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "agencies.hpp"

namespace storydiff::write_thru {
namespace {

constexpr std::string_view kDigits = "0123456789";

bool names_agency_first(std::string_view text) {
  return std::ranges::any_of(kAgencies, [text](std::string_view agency) { return text.starts_with(agency); });
}

bool names_agency_last(std::string_view text) {
  return std::ranges::any_of(kAgencies, [text](std::string_view agency) { return text.ends_with(agency); });
}

/// Calls `holds` with each place where `word` stands, until it says yes.
template <class Holds>
bool somewhere(std::string_view text, std::string_view word, Holds holds) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1))
    if (holds(at)) return true;
  return false;
}

/// Bytes of the capital letter, A to Z or À to Þ, that the text begins with, or 0.
std::size_t capital_size(std::string_view text) {
  if (text.empty()) return 0;
  if (text[0] >= 'A' && text[0] <= 'Z') return 1;
  return text.size() > 1 && text[0] == '\xC3' && static_cast<unsigned char>(text[1]) <= 0x9E ? 2 : 0;
}

bool is_word_of_capitals(std::string_view text) {
  std::size_t size = capital_size(text);
  if (size == 0) return false;
  do {
    text.remove_prefix(size);
    size = capital_size(text);
    if (size == 0 && text.starts_with("’")) size = std::string_view("’").size();
    if (size == 0 && text.find_first_of("'.-") == 0) size = 1;
  } while (size > 0);
  return text.starts_with(' ') || text.starts_with(',');
}

}  // namespace

Sign has_one_of(std::vector<std::string_view> words) {
  return [words = std::move(words)](std::string_view text) {
    return std::ranges::any_of(words,
                               [text](std::string_view word) { return text.find(word) != std::string_view::npos; });
  };
}

Sign has_digit() {
  return [](std::string_view text) { return text.find_first_of(kDigits) != std::string_view::npos; };
}

Sign begins_with_digit() {
  return [](std::string_view text) { return text.find_first_of(kDigits) == 0; };
}

Sign begins_with_run(std::string_view run, char next) {
  return [run, next](std::string_view text) {
    const std::size_t end = text.find_first_not_of(run);
    return end != std::string_view::npos && text[end] == next;
  };
}

Sign begins_in_capitals() {
  return [](std::string_view text) {
    return std::ranges::any_of(std::to_array<std::string_view>({"", "Mc", "Mac", "d'", "d’", "l'", "l’"}),
                               [text](std::string_view before) {
                                 return text.starts_with(before) && is_word_of_capitals(text.substr(before.size()));
                               });
  };
}

Sign begins_with_label(std::vector<std::string_view> labels) {
  return [labels = std::move(labels)](std::string_view text) {
    const std::size_t end = text.find_first_of(":=");
    if (end == std::string_view::npos) return false;
    std::string label(text.substr(0, end));
    if (label.ends_with(' ')) label.pop_back();
    for (char& c : label)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return std::ranges::find(labels, label) != labels.end();
  };
}

Sign begins_with_agency() { return names_agency_first; }

Sign is_agency() {
  return [](std::string_view text) { return std::ranges::find(kAgencies, text) != kAgencies.end(); };
}

Sign has_agency_behind(std::vector<std::string_view> words) {
  return [words = std::move(words)](std::string_view text) {
    return std::ranges::any_of(words, [text](std::string_view word) {
      return somewhere(text, word, [&](std::size_t at) { return names_agency_first(text.substr(at + word.size())); });
    });
  };
}

Sign has_agency_before_dash() {
  return [](std::string_view text) {
    return std::ranges::any_of(std::to_array<std::string_view>({"-", "–", "—"}), [text](std::string_view dash) {
      return somewhere(text, dash, [&](std::size_t at) {
        std::string_view before = text.substr(0, at);
        if (before.ends_with(' ')) before.remove_suffix(1);
        return names_agency_last(before);
      });
    });
  };
}

}  // namespace storydiff::write_thru
