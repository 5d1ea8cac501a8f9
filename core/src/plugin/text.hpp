/// \file text.hpp
/// Strings that come out of plugins are bytes of unknown quality: what makes them fit for a report.
#pragma once

#include <string>
#include <string_view>

namespace storydiff::plugin_host {

/// `message` on one line and in valid UTF-8: control characters become spaces, ill-formed bytes
/// U+FFFD, a final period goes, anything over 1000 bytes is cut with "...".
[[nodiscard]] std::string one_line(std::string_view message);

/// "'a', 'b', 'c'"; "none" for an empty list.
template <class Strings>
[[nodiscard]] std::string quoted_list(const Strings& strings) {
  std::string list;
  for (const auto& string : strings) {
    if (!list.empty()) list += ", ";
    list.append("'").append(string).append("'");
  }
  return list.empty() ? "none" : list;
}

}  // namespace storydiff::plugin_host
