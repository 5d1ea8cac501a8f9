#include "language/stem.hpp"

#include <libstemmer.h>

namespace storydiff {

Stemmer::Stemmer(std::string_view primary_language) {
  // Snowball knows the two-letter codes of its languages, but not the codes of Norwegian's forms.
  std::string code(primary_language);
  if (code == "nb" || code == "nn") code = "no";
  // An empty or "unknown" tag must not meet an algorithm by a long name such as "porter".
  if (code.size() == 2) stemmer_.reset(sb_stemmer_new(code.c_str(), nullptr));
}

std::string Stemmer::stem(std::string_view folded) const {
  constexpr std::size_t kLongestWord = 256;  // what is longer is no word
  if (!stemmer_ || folded.empty() || folded.size() > kLongestWord) return std::string(folded);
  const auto* bytes = reinterpret_cast<const sb_symbol*>(folded.data());
  const sb_symbol* stem = sb_stemmer_stem(stemmer_.get(), bytes, static_cast<int>(folded.size()));
  const int length = sb_stemmer_length(stemmer_.get());
  if (stem == nullptr || length <= 0) return std::string(folded);
  return {reinterpret_cast<const char*>(stem), static_cast<std::size_t>(length)};
}

void Stemmer::Deleter::operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }

}  // namespace storydiff
