/// \file allocator.hpp
/// Where the memory of the program lies.
#pragma once

#include <cstdint>
#include <span>

namespace storydiff::cli {

struct MemoryAhead {
  std::span<char> sure;    ///< about to be touched, as far as that is known: rather too little than too much
  std::span<char> beyond;  ///< behind it, some of it touched later
};

/// What a comparison of `bytes` of plain text will touch. Empty for short texts, and where the allocator is another
/// than ours.
[[nodiscard]] MemoryAhead memory_for(std::uint64_t bytes);

}  // namespace storydiff::cli
