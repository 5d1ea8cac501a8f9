/// \file lexicon.hpp
/// English words and the concepts that they stand for: two words that share one are synonyms.
///
/// The file (a resource file, see resource_file.hpp) has, after its header and without gaps:
/// the starts of the buckets and the offsets of the words (see word_table.hpp), words + 1 offsets into the concepts,
/// the concepts (all uint32), a byte of parts of speech for each word, a byte of commonness for each word, the text.
/// Its counts are words, concepts, bytes of text and 0. Words are in lower case; the concepts of a word ascend.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "language/resource_file.hpp"
#include "language/word_table.hpp"
#include "storydiff/result.hpp"

namespace storydiff {

inline constexpr ResourceFormat kLexiconFormat{{'S', 'D', 'L', 'E', 'X', 'I', 'C', '\n'}, 3, "lexicon"};

/// Bits: what a word is a base form of.
enum PartOfSpeech : std::uint8_t { kNoun = 1, kVerb = 2, kAdjective = 4, kAdverb = 8 };

struct LexiconEntry {
  std::vector<std::uint32_t> concepts;  ///< ascending
  std::uint8_t parts = 0;               ///< of `PartOfSpeech`
  std::uint8_t commonness = 0;          ///< see `commonness_of`
};

/// How common a word is that stands so often in the tagged texts that come with WordNet: the share of
/// log(1 + 999) that log(1 + count) is, 0..255.
[[nodiscard]] std::uint8_t commonness_of(std::uint32_t count);

/// The bytes of a lexicon file.
[[nodiscard]] std::string lexicon_bytes(const std::map<std::string, LexiconEntry>& entries, std::string_view name);

/// Immutable and thread-safe.
class Lexicon {
 public:
  [[nodiscard]] static Result<Lexicon> open(const std::filesystem::path& path,
                                            ResourceCheck check = ResourceCheck::kChecksum);

  [[nodiscard]] const std::string& name() const { return file_.name(); }
  [[nodiscard]] std::uint32_t size() const { return words_.size(); }
  [[nodiscard]] std::string_view word(std::uint32_t i) const { return words_.word(i); }

  /// Appends the concepts of a case-folded word: those of its own entry and of the base form that its
  /// ending points to ("announced": the adjective and the verb). Ascending, without repetition; nothing
  /// where the word is unknown. Gives its `commonness`, which costs nothing more.
  std::uint8_t append_concepts(std::string_view folded, std::vector<std::uint32_t>& out) const;

  /// How common a case-folded word is, its own entry or the base form that its ending points to, the
  /// most common of them; 0 where the word is unknown.
  [[nodiscard]] std::uint8_t commonness(std::string_view folded) const;

 private:
  explicit Lexicon(ResourceFile file);
  [[nodiscard]] std::uint8_t parts(std::uint32_t word) const;
  void append_entry(std::uint32_t word, std::vector<std::uint32_t>& out) const;
  [[nodiscard]] std::uint8_t entry_commonness(std::uint32_t word) const;
  /// The words that a case-folded word may be, itself among them: at most one a part of speech and one more.
  struct Meanings;
  [[nodiscard]] Meanings meanings(std::string_view folded) const;
  [[nodiscard]] std::uint8_t most_common(const Meanings& found) const;
  [[nodiscard]] std::optional<std::uint32_t> base(std::string_view folded, PartOfSpeech part) const;

  ResourceFile file_;
  std::size_t concept_offsets_at_ = 0;
  std::size_t concepts_at_ = 0;
  std::size_t parts_at_ = 0;
  std::size_t commonness_at_ = 0;
  WordTable words_;
};

}  // namespace storydiff
