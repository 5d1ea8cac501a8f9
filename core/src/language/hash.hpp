/// \file hash.hpp
/// One hash of texts for all tables that outlive a vocabulary's own numbers.
#pragma once

#include <cstdint>
#include <string_view>

namespace storydiff {

/// FNV-1a (Fowler, Noll and Vo), 64 bits: the same in every build and on every machine.
[[nodiscard]] constexpr std::uint64_t hash_bytes(std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return hash;
}

}  // namespace storydiff
