/// \file irregular.hpp
/// English forms that no stemmer relates: "said" and "say", "men" and "man".
#pragma once

#include <string_view>

namespace storydiff {

/// The base form of an irregular English word, or `folded` itself. Forms that are just as often
/// another word ("left", "found" of "founded", "lay") are left alone.
[[nodiscard]] std::string_view regular_form(std::string_view folded);

}  // namespace storydiff
