/// \file compound_number.hpp
/// German number words, which are one word however long the number.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace storydiff {

/// "vierzehntausend" -> 14000, "zweihunderteinundzwanzig" -> 221, "neunzehnhundertneunundachtzig" -> 1989,
/// up to 999,999; nothing for any other word, nor for "ein", which is an article. Case-folded, so with ss
/// for the sharp s; umlauts may be written as two letters. O(word).
[[nodiscard]] std::optional<std::uint64_t> compound_number(std::string_view folded);

}  // namespace storydiff
