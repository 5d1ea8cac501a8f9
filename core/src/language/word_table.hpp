/// \file word_table.hpp
/// Sorted words in a resource file: count + 1 offsets (uint32), elsewhere the text that they cut.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "language/resource_file.hpp"

namespace storydiff {

/// Borrows the body. Damaged offsets give wrong words, never a read outside of the text.
class WordTable {
 public:
  WordTable() = default;
  /// Both tables must lie within the body.
  WordTable(std::span<const std::byte> body, std::size_t offsets_at, std::uint32_t count, std::size_t text_at,
            std::size_t text_bytes)
      : body_(body), offsets_at_(offsets_at), count_(count), text_at_(text_at), text_bytes_(text_bytes) {}

  [[nodiscard]] std::uint32_t size() const { return count_; }

  /// Precondition: `i < size()`.
  [[nodiscard]] std::string_view word(std::uint32_t i) const {
    const std::size_t end = std::min<std::size_t>(read_at<std::uint32_t>(body_, offsets_at_, i + 1U), text_bytes_);
    const std::size_t begin = std::min<std::size_t>(read_at<std::uint32_t>(body_, offsets_at_, i), end);
    return {reinterpret_cast<const char*>(body_.data()) + text_at_ + begin, end - begin};
  }

  /// O(log size).
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view wanted) const {
    std::uint32_t low = 0;
    std::uint32_t high = count_;
    while (low < high) {
      const std::uint32_t middle = low + (high - low) / 2;
      if (word(middle) < wanted) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low < count_ && word(low) == wanted) return low;
    return std::nullopt;
  }

 private:
  std::span<const std::byte> body_;
  std::size_t offsets_at_ = 0;
  std::uint32_t count_ = 0;
  std::size_t text_at_ = 0;
  std::size_t text_bytes_ = 0;
};

}  // namespace storydiff
