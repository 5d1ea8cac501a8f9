#include "language/word_vectors.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

#include "storydiff/language_resources.hpp"

namespace storydiff {

std::string word_vector_bytes(const std::map<std::string, std::vector<float>>& vectors, std::uint32_t dimensions,
                              std::string_view name) {
  std::string text;
  std::string offsets;
  std::string scales;
  std::string components;
  const auto ordered = in_table_order(vectors);
  for (const auto* const word_and_vector : ordered) {
    const auto& [word, vector] = *word_and_vector;
    append_value(offsets, static_cast<std::uint32_t>(text.size()));
    text += word;
    float largest = 0;
    for (const float value : vector) largest = std::max(largest, std::fabs(value));
    double squares = 0;
    for (const float value : vector) {
      const float scaled = largest > 0 ? std::round(value / largest * 127.0F) : 0.0F;
      squares += static_cast<double>(scaled) * static_cast<double>(scaled);
      components.push_back(static_cast<char>(static_cast<std::int8_t>(scaled)));
    }
    append_value(scales, squares > 0 ? static_cast<float>(1 / std::sqrt(squares)) : 0.0F);
  }
  append_value(offsets, static_cast<std::uint32_t>(text.size()));
  const ResourceCounts counts{static_cast<std::uint32_t>(vectors.size()), dimensions,
                              static_cast<std::uint32_t>(text.size()), 0};
  return seal_resource(kVectorsFormat, counts, name, bucket_starts(ordered) + offsets + scales + components + text);
}

Result<WordVectors> WordVectors::open(const std::filesystem::path& path, ResourceCheck check) {
  Result<ResourceFile> file = ResourceFile::open(path, kVectorsFormat, check);
  if (!file) return file.error();
  const auto [words, dimensions, text_bytes, unused] = file->counts();

  WordVectors vectors(std::move(*file));
  vectors.dimensions_ = dimensions;
  vectors.scales_at_ = WordTable::table_bytes(words);
  vectors.components_at_ = vectors.scales_at_ + std::size_t{words} * sizeof(float);
  const std::span<const std::byte> body = vectors.file_.body();
  // Checked apart, for their product could wrap around.
  const std::size_t left = body.size() - std::min(body.size(), vectors.components_at_);
  const bool fits = words == 0 || dimensions <= left / words;
  const std::size_t text_at = vectors.components_at_ + (fits ? std::size_t{words} * dimensions : 0);
  if (!fits || unused != 0 || body.size() != text_at + text_bytes)
    return damaged_resource(path, kVectorsFormat.what, "its tables do not fill it");
  vectors.words_ = WordTable(body, words, text_at, text_bytes);
  return vectors;
}

double WordVectors::cosine(std::uint32_t a, std::uint32_t b) const {
  const std::span<const std::byte> body = file_.body();
  const std::byte* left = body.data() + components_at_ + std::size_t{a} * dimensions_;
  const std::byte* right = body.data() + components_at_ + std::size_t{b} * dimensions_;
  std::int64_t product = 0;
  for (std::size_t i = 0; i < dimensions_; ++i)
    product += static_cast<std::int8_t>(left[i]) * static_cast<std::int8_t>(right[i]);
  const double cosine = static_cast<double>(product) * static_cast<double>(read_at<float>(body, scales_at_, a)) *
                        static_cast<double>(read_at<float>(body, scales_at_, b));
  // Written so that a NaN of a damaged scale is 0 as well.
  return cosine > 0 ? std::min(cosine, 1.0) : 0.0;
}

Result<std::shared_ptr<const WordVectors>> load_vectors(const std::filesystem::path& path, ResourceCheck check) {
  Result<WordVectors> vectors = WordVectors::open(path, check);
  if (!vectors) return vectors.error();
  return std::shared_ptr<const WordVectors>(std::make_shared<WordVectors>(std::move(*vectors)));
}

std::string resource_name(const WordVectors* vectors) {
  return vectors == nullptr ? std::string() : vectors->name() + "/" + std::to_string(kVectorsFormat.version);
}

}  // namespace storydiff
