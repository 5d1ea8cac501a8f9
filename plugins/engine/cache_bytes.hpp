/// \file cache_bytes.hpp
/// Numbers, texts and sets of bytes in a cache of rules, one after the other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "needs.hpp"

namespace storydiff::rules {

/// Copied byte by byte: a cache is read by the machine that it was made for.
static_assert(std::is_trivially_copyable_v<ByteSet> && sizeof(ByteSet) == 32);

class CacheWriter {
 public:
  void number(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7U) bytes_ += static_cast<char>(value | 0x80U);
    bytes_ += static_cast<char>(value);
  }
  void text(std::string_view value) {
    number(value.size());
    bytes_ += value;
  }
  void raw(std::string_view value) { bytes_ += value; }
  void set(const ByteSet& value) { bytes_.append(reinterpret_cast<const char*>(&value), sizeof value); }
  [[nodiscard]] std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

/// Borrows its bytes, and never trusts a size or a count. After a mistake everything is zero and `ok` false.
class CacheReader {
 public:
  explicit CacheReader(std::string_view bytes) : left_(bytes) {}
  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] bool done() const { return ok_ && left_.empty(); }

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const std::string_view next = raw(1);
      if (next.empty()) return 0;
      const auto byte = static_cast<unsigned char>(next.front());
      value |= std::uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80) return value;
    }
    ok_ = false;
    return 0;
  }
  /// Of things that take at least a byte each.
  std::size_t count() {
    const std::uint64_t value = number();
    if (value <= left_.size()) return static_cast<std::size_t>(value);
    ok_ = false;
    return 0;
  }
  std::string_view text() { return raw(count()); }
  std::string_view raw(std::size_t size) {
    if (!ok_ || size > left_.size()) {
      ok_ = false;
      return {};
    }
    const std::string_view value = left_.substr(0, size);
    left_.remove_prefix(size);
    return value;
  }
  void set(ByteSet& value) {
    if (const std::string_view bytes = raw(sizeof value); ok_) std::memcpy(&value, bytes.data(), sizeof value);
  }
  template <class Enum>
  void choice(Enum& value, Enum last) {
    const std::uint64_t read = number();
    if (read > static_cast<std::uint64_t>(last))
      ok_ = false;
    else
      value = static_cast<Enum>(read);
  }

 private:
  std::string_view left_;
  bool ok_ = true;
};

}  // namespace storydiff::rules
