/// \file suggest.hpp
/// "Did you mean ...?" for options, commands and plugin ids.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace storydiff::cli {

/// The words of `known` that are nearest to `word` by edit distance, best first, at most three; none
/// that is further away than a third of its length (or two letters).
[[nodiscard]] std::vector<std::string> nearest_words(std::string_view word, const std::vector<std::string>& known);

/// "; did you mean 'a' or 'b'?", or empty when nothing is near.
[[nodiscard]] std::string did_you_mean(std::string_view word, const std::vector<std::string>& known);

}  // namespace storydiff::cli
