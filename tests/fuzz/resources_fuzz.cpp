// Lexicon and word vectors: any file is refused, or answers for any word. Half of the inputs are bodies
// that get a right header; the checksum, which no fuzzer guesses, is not asked for in the others.

#include <cstring>

#include "fuzz.hpp"
#include "language/lexicon.hpp"
#include "language/word_vectors.hpp"
#include "storydiff/vocabulary.hpp"

using namespace storydiff;

namespace {

std::string sealed(const ResourceFormat& format, std::string_view bytes) {
  ResourceCounts counts{};
  if (bytes.size() < sizeof counts) return std::string(bytes);
  std::memcpy(counts.data(), bytes.data(), sizeof counts);
  return seal_resource(format, counts, "fuzz", bytes.substr(sizeof counts));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes = fuzz::view(data + 1, size - 1);
  const bool whole = (data[0] & 1) != 0;
  const bool of_words = (data[0] & 2) != 0;
  const fuzz::MemoryFile file(whole ? std::string(bytes) : sealed(of_words ? kLexiconFormat : kVectorsFormat, bytes));
  const ResourceCheck check = whole ? ResourceCheck::kShape : ResourceCheck::kChecksum;
  LanguageResources resources;
  if (of_words) {
    const auto lexicon = load_lexicon(file.path(), check);
    if (!lexicon) return 0;
    resources.lexicon = *lexicon;
  } else {
    const auto vectors = load_vectors(file.path(), check);
    if (!vectors) return 0;
    resources.vectors = *vectors;
  }
  Vocabulary vocabulary("en", resources);
  std::vector<WordId> words;
  for (const char* word : {"ferry", "boats", "goverment", "government", "a", "zebra", "stopped"})
    words.push_back(vocabulary.intern(word));
  for (const WordId a : words)
    for (const WordId b : words) {
      fuzz::promise(vocabulary.rung(a, b) == vocabulary.rung(b, a), "equivalence has no direction");
      const double relatedness = vocabulary.relatedness(a, b);
      fuzz::promise(relatedness >= 0 && relatedness <= 1, "relatedness is a share");
    }
  return 0;
}
