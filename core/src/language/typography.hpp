/// \file typography.hpp
/// The second rung: one form for what differs only in how it is set in type.
#pragma once

#include <string>
#include <string_view>

namespace storydiff {

/// `surface` with straight quotes, plain hyphens and spaces, no ligatures, no soft hyphens or
/// zero-width characters, composed accents (NFC), a word cut at a line end made whole ("out-\nright"
/// is "outright"), and abbreviations without their inner periods ("U.S." is "US"). Dashes of every
/// length, "--" included, are "-"; an ellipsis is "...". O(surface).
[[nodiscard]] std::string typographic_form(std::string_view surface);

}  // namespace storydiff
