/// \file copies.hpp
/// Whether one sentence is plainly a copy of another: see `kCopiedWords`.
#pragma once

#include <cstdint>

#include "align/profile.hpp"
#include "align/sequence.hpp"

namespace storydiff {

/// Keeps scratch for each stem; borrows the profiles.
class Copies {
 public:
  explicit Copies(const PairProfiles& pair) : pair_(pair), order_(pair.stems.size()) {}
  /// O(words of both), and of their product over 64 where the lengths are near.
  [[nodiscard]] bool are(std::uint32_t source, std::uint32_t target);

 private:
  const PairProfiles& pair_;
  SequenceMatcher order_;
};

}  // namespace storydiff
