/// \file word_vectors.hpp
/// English words as vectors of small integers: the cosine of two says how alike their use is.
///
/// The file (a resource file, see resource_file.hpp) has, after its header and without gaps:
/// the starts of the buckets and the offsets of the words (see word_table.hpp), 1 / length of each vector (float), the
/// components (int8, `dimensions` for each word), the text. Its counts are words, dimensions, bytes of text and 0.
/// Words are in lower case.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/resource_file.hpp"
#include "language/word_table.hpp"
#include "storydiff/result.hpp"

namespace storydiff {

inline constexpr ResourceFormat kVectorsFormat{{'S', 'D', 'V', 'E', 'C', 'T', 'O', '\n'}, 2, "file of word vectors"};

/// The bytes of a file of word vectors. All have `dimensions` components; each is scaled so that its
/// largest component becomes 127.
[[nodiscard]] std::string word_vector_bytes(const std::map<std::string, std::vector<float>>& vectors,
                                            std::uint32_t dimensions, std::string_view name);

/// Immutable and thread-safe.
class WordVectors {
 public:
  [[nodiscard]] static Result<WordVectors> open(const std::filesystem::path& path,
                                                ResourceCheck check = ResourceCheck::kChecksum);

  [[nodiscard]] const std::string& name() const { return file_.name(); }
  [[nodiscard]] std::uint32_t size() const { return words_.size(); }

  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view folded) const { return words_.find(folded); }
  /// Cosine, 0..1; what points apart counts as 0. Both must be less than `size()`. O(dimensions).
  [[nodiscard]] double cosine(std::uint32_t a, std::uint32_t b) const;

 private:
  explicit WordVectors(ResourceFile file) : file_(std::move(file)) {}

  ResourceFile file_;
  std::size_t dimensions_ = 0;
  std::size_t scales_at_ = 0;
  std::size_t components_at_ = 0;
  WordTable words_;
};

}  // namespace storydiff
