/// \file html_attributes.hpp
/// How a start tag is taken apart; included by html_tree.hpp.
#pragma once

#include <cstddef>
#include <string_view>

#include "readers/span.hpp"

namespace storydiff::readers {

[[nodiscard]] inline bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

[[nodiscard]] inline bool equal_ignoring_case(std::string_view a, std::string_view lower) {
  if (a.size() != lower.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const char c = a[i] >= 'A' && a[i] <= 'Z' ? static_cast<char>(a[i] - 'A' + 'a') : a[i];
    if (c != lower[i]) return false;
  }
  return true;
}

/// Where the name of the tag ends that begins at `text[at]`, "<" or "</".
[[nodiscard]] inline std::size_t name_end(std::string_view text, std::size_t at) {
  std::size_t i = at + 1;
  if (i < text.size() && text[i] == '/') ++i;
  while (i < text.size() && !is_space(text[i]) && text[i] != '/' && text[i] != '>') ++i;
  return i;
}

/// Walks the attributes from `at` on, gives the place behind the closing ">", or npos where the text ends before it.
template <class Use>
std::size_t walk_attributes(std::string_view text, std::size_t at, Use use) {
  std::size_t i = at;
  for (;;) {
    while (i < text.size() && (is_space(text[i]) || text[i] == '/')) ++i;
    if (i >= text.size()) return std::string_view::npos;
    if (text[i] == '>') return i + 1;
    const std::size_t name = i++;  // a "=" in the first place belongs to the name
    while (i < text.size() && !is_space(text[i]) && text[i] != '/' && text[i] != '>' && text[i] != '=') ++i;
    const std::string_view key = text.substr(name, i - name);
    std::size_t next = i;
    while (next < text.size() && is_space(text[next])) ++next;
    if (next >= text.size() || text[next] != '=') {
      use(key, std::string_view());
      continue;
    }
    i = next + 1;
    while (i < text.size() && is_space(text[i])) ++i;
    if (i >= text.size()) return std::string_view::npos;
    if (text[i] == '"' || text[i] == '\'') {
      const std::size_t close = text.find(text[i], i + 1);
      if (close == std::string_view::npos) return close;
      use(key, text.substr(i + 1, close - i - 1));
      i = close + 1;
    } else {
      const std::size_t value = i;
      while (i < text.size() && !is_space(text[i]) && text[i] != '>') ++i;
      use(key, text.substr(value, i - value));
    }
  }
}

template <class Use>
void for_each_attribute(std::string_view start_tag, Use use) {
  static_cast<void>(walk_attributes(start_tag, name_end(start_tag, 0), use));
}

}  // namespace storydiff::readers
