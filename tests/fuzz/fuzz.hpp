/// \file fuzz.hpp
/// What the fuzz targets share. Each target is one function over any bytes, which ends the process where
/// a promise of the code under test does not hold.
#pragma once

#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "language/paragraphs.hpp"
#include "storydiff/document.hpp"
#include "storydiff/normalized_document.hpp"

namespace storydiff::fuzz {

/// Ends the process, for the fuzzer to keep the input, where `holds` is false.
inline void promise(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "promise broken: %s\n", what);
  std::abort();
}

inline std::string_view view(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// The parts between lines that hold nothing but "====", so that seeds stay readable: at least `count`,
/// the last ones empty where there are fewer.
inline std::vector<std::string_view> parts(std::string_view text, std::size_t count) {
  constexpr std::string_view kBorder = "\n====\n";
  std::vector<std::string_view> result;
  while (result.size() + 1 < count) {
    const std::size_t at = text.find(kBorder);
    result.push_back(text.substr(0, at));
    text = at == std::string_view::npos ? std::string_view() : text.substr(at + kBorder.size());
  }
  result.push_back(text);
  return result;
}

/// `text` as a document that no normalizer has touched.
inline NormalizedDocument untouched(std::string text) {
  NormalizedDocument document;
  document.source_map = SourceMap::identity(static_cast<Offset>(text.size()));
  document.paragraphs = find_paragraphs(text);
  document.text = std::move(text);
  return document;
}

/// A file that lives in memory, for what reads from a path.
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view bytes) : descriptor_(memfd_create("fuzz", MFD_CLOEXEC)) {
    promise(descriptor_ >= 0, "memfd_create gives a file");
    for (std::size_t done = 0; done < bytes.size();) {
      const ssize_t written = write(descriptor_, bytes.data() + done, bytes.size() - done);
      promise(written > 0, "a file in memory takes bytes");
      done += static_cast<std::size_t>(written);
    }
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() { close(descriptor_); }

  [[nodiscard]] std::filesystem::path path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

 private:
  int descriptor_;
};

/// Numbers out of bytes; zeros after their end.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : bytes_(bytes) {}
  [[nodiscard]] bool done() const { return bytes_.empty(); }
  std::uint8_t byte() {
    if (bytes_.empty()) return 0;
    const auto value = static_cast<std::uint8_t>(bytes_.front());
    bytes_.remove_prefix(1);
    return value;
  }
  /// 0 .. `limit` - 1; `limit` of at least 1.
  std::size_t below(std::size_t limit) {
    std::size_t value = byte();
    if (limit > 256) value = value << 8 | byte();
    return value % limit;
  }

 private:
  std::string_view bytes_;
};

}  // namespace storydiff::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
