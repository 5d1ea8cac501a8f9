/// \file interner.hpp
/// Strings to dense integers and back: the storage under `Vocabulary`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace storydiff {

/// Numbers start at 0 in order of first appearance. Looking up a known string allocates nothing.
/// Views that it gives stay valid as long as the interner, moved or not.
class Interner {
 public:
  struct Entry {
    std::uint32_t id = 0;
    bool added = false;
  };

  Interner();
  /// The number of `text`, new if need be. Amortized O(text).
  Entry intern(std::string_view text);
  /// Precondition: `id < size()`.
  [[nodiscard]] std::string_view text(std::uint32_t id) const { return texts_[id]; }
  [[nodiscard]] std::size_t size() const { return texts_.size(); }
  /// All of them, by number.
  [[nodiscard]] std::span<const std::string_view> texts() const { return texts_; }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t id_plus_one = 0;  ///< 0: empty
  };

  std::string_view store(std::string_view text);
  void grow();

  std::vector<Slot> slots_;  ///< open addressing, linear probing; the size is a power of two
  std::vector<std::string_view> texts_;
  std::vector<std::unique_ptr<char[]>> blocks_;
  std::size_t block_left_ = 0;
  char* block_next_ = nullptr;
};

}  // namespace storydiff
