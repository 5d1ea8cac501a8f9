/// \file resource_file.hpp
/// The container that lexicon and word vectors share: a header of 64 bytes, then tables.
///
///     bytes  0..8   magic          8..12  format version
///           12..28  four counts   28..56  name of what it was made from, filled up with zeros
///           56..64  checksum of all other bytes
///
/// Numbers stand in the byte order of the machine; on one of the other order the version is not the
/// expected one, so the file is refused.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "storydiff/language_resources.hpp"
#include "storydiff/result.hpp"

namespace storydiff {

struct ResourceFormat {
  std::array<char, 8> magic{};
  std::uint32_t version = 0;
  std::string_view what;  ///< for messages: "lexicon"
};

using ResourceCounts = std::array<std::uint32_t, 4>;
inline constexpr std::size_t kResourceHeaderBytes = 64;
inline constexpr std::size_t kResourceNameBytes = 28;

/// A file mapped into memory, whole and of the right format. Move-only.
class ResourceFile {
 public:
  /// Checks magic, version, name and, if asked to, the checksum, which takes the time to read the file. What the counts
  /// promise is for the caller to compare with the size of `body`.
  [[nodiscard]] static Result<ResourceFile> open(const std::filesystem::path& path, const ResourceFormat& format,
                                                 ResourceCheck check);

  ResourceFile(ResourceFile&& other) noexcept;
  ResourceFile& operator=(ResourceFile&& other) noexcept;
  ~ResourceFile();

  [[nodiscard]] const ResourceCounts& counts() const { return counts_; }
  [[nodiscard]] const std::string& name() const { return name_; }
  /// Begins at a multiple of 8. Valid as long as this object.
  [[nodiscard]] std::span<const std::byte> body() const { return bytes_.subspan(kResourceHeaderBytes); }

 private:
  explicit ResourceFile(std::span<const std::byte> bytes) : bytes_(bytes) {}

  std::span<const std::byte> bytes_;  ///< the mapping; empty after a move
  ResourceCounts counts_{};
  std::string name_;
};

/// The bytes of a file with this body. `name` is cut to fit. Same input, same bytes.
[[nodiscard]] std::string seal_resource(const ResourceFormat& format, const ResourceCounts& counts,
                                        std::string_view name, std::string_view body);

/// "DIR/x.bin: is a damaged lexicon (why); ..."
[[nodiscard]] Error damaged_resource(const std::filesystem::path& path, std::string_view what, std::string_view why);

/// A table in a body: element `i` of the values of type T that begin at byte `offset`. The caller has
/// checked that the table lies within the body.
template <class T>
[[nodiscard]] T read_at(std::span<const std::byte> body, std::size_t offset, std::size_t i) {
  T value;
  std::memcpy(&value, body.data() + offset + i * sizeof(T), sizeof(T));
  return value;
}

template <class T>
void append_value(std::string& out, T value) {
  std::array<char, sizeof(T)> bytes;
  std::memcpy(bytes.data(), &value, sizeof(T));
  out.append(bytes.data(), bytes.size());
}

}  // namespace storydiff
