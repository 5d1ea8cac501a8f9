/// \file word_table.hpp
/// Words in a resource file, found by their hash: the starts of the buckets (buckets + 1 uint32), the offsets of the
/// words (count + 1 uint32), elsewhere the text that these cut. There are about as many buckets as words; a word stands
/// in the bucket that its hash names, within one in byte order.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/hash.hpp"
#include "language/resource_file.hpp"

namespace storydiff {

/// A power of two.
[[nodiscard]] constexpr std::uint32_t bucket_count(std::uint32_t words) { return std::bit_floor(std::max(words, 1U)); }

[[nodiscard]] constexpr std::uint32_t bucket_of(std::string_view word, std::uint32_t buckets) {
  return static_cast<std::uint32_t>(hash_bytes(word)) & (buckets - 1);
}

/// The entries of a sorted map from words as a table holds them; borrowed from the map.
template <class Map>
[[nodiscard]] std::vector<const typename Map::value_type*> in_table_order(const Map& entries) {
  std::vector<const typename Map::value_type*> ordered;
  for (const auto& entry : entries) ordered.push_back(&entry);
  const std::uint32_t buckets = bucket_count(static_cast<std::uint32_t>(ordered.size()));
  std::stable_sort(ordered.begin(), ordered.end(), [&](const auto* a, const auto* b) {
    return bucket_of(a->first, buckets) < bucket_of(b->first, buckets);
  });
  return ordered;
}

/// The starts of the buckets of words in that order.
template <class Entries>
[[nodiscard]] std::string bucket_starts(const Entries& ordered) {
  const std::uint32_t buckets = bucket_count(static_cast<std::uint32_t>(ordered.size()));
  std::string starts;
  std::uint32_t word = 0;
  for (std::uint32_t bucket = 0; bucket < buckets; ++bucket) {
    append_value(starts, word);
    while (word < ordered.size() && bucket_of(ordered[word]->first, buckets) == bucket) ++word;
  }
  append_value(starts, word);
  return starts;
}

/// Borrows the body. Damaged numbers give wrong words, never a read outside of the text.
class WordTable {
 public:
  WordTable() = default;
  /// The text must lie within the body, starts and offsets at its beginning: `table_bytes` of them.
  WordTable(std::span<const std::byte> body, std::uint32_t count, std::size_t text_at, std::size_t text_bytes)
      : body_(body), buckets_(bucket_count(count)), count_(count), text_at_(text_at), text_bytes_(text_bytes) {}

  /// What the two tables of so many words take.
  [[nodiscard]] static constexpr std::size_t table_bytes(std::uint32_t count) {
    return (std::size_t{bucket_count(count)} + 1 + std::size_t{count} + 1) * sizeof(std::uint32_t);
  }

  [[nodiscard]] std::uint32_t size() const { return count_; }

  /// Precondition: `i < size()`.
  [[nodiscard]] std::string_view word(std::uint32_t i) const {
    const std::size_t offset = std::size_t{buckets_} + 1 + i;
    const std::size_t end = std::min<std::size_t>(number(offset + 1), text_bytes_);
    const std::size_t begin = std::min<std::size_t>(number(offset), end);
    return {reinterpret_cast<const char*>(body_.data()) + text_at_ + begin, end - begin};
  }

  /// O(length of the word).
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view wanted) const {
    if (count_ == 0) return std::nullopt;
    const std::uint32_t bucket = bucket_of(wanted, buckets_);
    const std::uint32_t end = std::min(number(std::size_t{bucket} + 1), count_);
    for (std::uint32_t i = number(bucket); i < end; ++i)
      if (word(i) == wanted) return i;
    return std::nullopt;
  }

 private:
  [[nodiscard]] std::uint32_t number(std::size_t i) const { return read_at<std::uint32_t>(body_, 0, i); }

  std::span<const std::byte> body_;
  std::uint32_t buckets_ = 1;
  std::uint32_t count_ = 0;
  std::size_t text_at_ = 0;
  std::size_t text_bytes_ = 0;
};

}  // namespace storydiff
