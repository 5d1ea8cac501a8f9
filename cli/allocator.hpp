/// \file allocator.hpp
/// Where the memory of the program lies.
#pragma once

#include <cstdint>
#include <span>

namespace storydiff::cli {

/// The memory that a comparison of `bytes` of plain text is about to touch, as far as that is known: rather too little
/// than too much. Empty for short texts, and where the allocator is another than ours.
[[nodiscard]] std::span<char> memory_for(std::uint64_t bytes);

}  // namespace storydiff::cli
