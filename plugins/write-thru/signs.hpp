/// \file signs.hpp
/// What every text has that a form of header lines matches, told without an automaton.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

namespace storydiff::write_thru {

/// Whether a text has it. O(text).
using Sign = std::function<bool(std::string_view text)>;
/// All of them must be there.
using Signs = std::vector<Sign>;

[[nodiscard]] Sign has_one_of(std::vector<std::string_view> words);
[[nodiscard]] Sign has_digit();
[[nodiscard]] Sign begins_with_digit();
/// The first character that is none of `run` is `next`.
[[nodiscard]] Sign begins_with_run(std::string_view run, char next);
/// A word all of capitals, such as a place of a dateline, with a space or a comma behind it.
[[nodiscard]] Sign begins_in_capitals();
/// One of the labels, which stand here in lower case, with ":" or "=" behind it.
[[nodiscard]] Sign begins_with_label(std::vector<std::string_view> labels);
[[nodiscard]] Sign begins_with_agency();
[[nodiscard]] Sign is_agency();
/// Right behind one of these words.
[[nodiscard]] Sign has_agency_behind(std::vector<std::string_view> words);
/// With at most a space between.
[[nodiscard]] Sign has_agency_before_dash();

}  // namespace storydiff::write_thru
