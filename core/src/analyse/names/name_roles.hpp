/// \file name_roles.hpp
/// Which name of a linked source sentence stood where the target has another one.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "analyse/names/name_index.hpp"
#include "storydiff/analysis.hpp"

namespace storydiff {

struct NameReplacement {
  std::uint32_t alignment = 0;
  std::uint32_t source_document = 0;
  std::uint32_t source_mention = 0;
};

/// Borrows all that it is given. Word edits are computed once for each alignment that is asked about.
class NameRoles {
 public:
  NameRoles(const AnalysisInput& input, std::span<const NameIndex> sources, const NameIndex& target, NameWords& words);

  /// Alignments that hold the sentence of a target mention, without those of sentences with very many names.
  [[nodiscard]] const std::vector<std::uint32_t>& alignments_of(std::uint32_t sentence) const {
    return by_sentence_[sentence];
  }
  /// Mentions of the alignment's source sentences.
  [[nodiscard]] std::vector<std::uint32_t> source_mentions(const Alignment& alignment) const;

  /// For a name that no source has: the name in whose place it stands.
  [[nodiscard]] std::optional<NameReplacement> replaced(std::uint32_t mention);
  /// For a name that the source has elsewhere: told only where a brief edit of an edited sentence puts one
  /// person for another, or exactly one name for one name, and the sentence has one more of the new and one
  /// less of the old.
  [[nodiscard]] std::optional<NameReplacement> swapped(std::uint32_t mention);
  /// Two names of one sentence have changed places, and all other words are where they were: "A beat B",
  /// "B beat A". A list in another order is none: some other word must stand between them.
  [[nodiscard]] std::optional<NameReplacement> exchanged(std::uint32_t mention);

 private:
  [[nodiscard]] std::vector<KeyId> frame(const Segments& segments, std::uint32_t sentence, const NameIndex& index,
                                         const std::vector<std::uint32_t>& mentions) const;
  [[nodiscard]] const std::vector<WordEdit>& edits(std::uint32_t alignment);
  /// Mentions that have these words, or more or fewer of the same name.
  [[nodiscard]] std::size_t count(std::span<const NameWord> words, const NameIndex& index,
                                  const std::vector<std::uint32_t>& mentions) const;
  [[nodiscard]] bool stands_in(std::span<const NameWord> words, const NameIndex& index,
                               const std::vector<std::uint32_t>& mentions) const {
    return count(words, index, mentions) > 0;
  }
  [[nodiscard]] std::vector<std::uint32_t> target_mentions(const Alignment& alignment) const;
  [[nodiscard]] NameWord role_before(const Segments& segments, const NameMention& mention);
  [[nodiscard]] bool abbreviates(const NameForm& a, const NameForm& b, Span source, std::uint32_t document) const;
  [[nodiscard]] bool one_place(std::span<const NameWord> a, std::span<const NameWord> b) const;
  [[nodiscard]] bool spells_out(const NameMention& a, const NameMention& b) const;
  [[nodiscard]] std::optional<NameReplacement> by_edit(std::uint32_t mention, std::uint32_t alignment);
  [[nodiscard]] std::optional<NameReplacement> by_role(std::uint32_t mention, std::uint32_t alignment);

  const AnalysisInput& input_;
  std::span<const NameIndex> sources_;
  const NameIndex& target_;
  NameWords& words_;
  std::vector<std::vector<std::uint32_t>> by_sentence_;
  std::vector<std::optional<std::vector<WordEdit>>> edits_;  ///< by alignment
};

}  // namespace storydiff
