/// \file stored_needs.hpp
/// Needs as bytes in a cache of rules.
#pragma once

#include <string>
#include <string_view>

#include "needs.hpp"

namespace storydiff::rules {

[[nodiscard]] std::string stored(const Needs& needs);

/// What `stored` was given; borrows the bytes. Damaged bytes give needs that are not known, or other needs, and no
/// harm.
[[nodiscard]] Needs needs_from(std::string_view bytes);

}  // namespace storydiff::rules
