/// \file speech_number.hpp
/// The value of a number that several words may write.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace storydiff {

/// "14 1000" (fourteen thousand) and "14000" are 14000; "4.8m" and "4.8 1000000" are 4800000. `keys`: words on the
/// number rung, in order. Nothing unless every word but "and" is part of one number.
[[nodiscard]] std::optional<double> speech_number(std::span<const std::string_view> keys);

}  // namespace storydiff
