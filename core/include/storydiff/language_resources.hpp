/// \file language_resources.hpp
/// What the ladder of equivalence may use beside its rules: a lexicon for the rung `synonym`, word
/// vectors for the rung `related`.
///
///     LanguageResources resources;
///     if (auto lexicon = load_lexicon("share/storydiff/lexicon-en.bin")) resources.lexicon = *lexicon;
///     compare(sources, target, pipeline, {.language = "en", .resources = resources});
///
/// Both are files of our own format, mapped into memory, immutable, and safe to share between threads
/// and comparisons. Either may be absent: its rung is off then, and nothing else changes. While a
/// file is in use, replace it by renaming a new one over it; never write into it.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "storydiff/result.hpp"

namespace storydiff {

/// Words and the concepts that they stand for.
class Lexicon;
/// Words and their places in a space where words of like use lie near each other.
class WordVectors;

struct LanguageResources {
  std::shared_ptr<const Lexicon> lexicon;      ///< of English; null: no word has a synonym
  std::shared_ptr<const WordVectors> vectors;  ///< of English; null: no word has a relative
};

/// How much of a file is looked at before it is used. Either way a damaged one is never read past its end.
enum class ResourceCheck {
  kChecksum,  ///< every byte: a flipped bit is found. O(file)
  kShape,     ///< header and sizes: a file that was cut short is found, a wrong word in it is not. Constant time
};

/// Fails with `kNotFound`, `kUnreadable`, `kUnsupported` (another format version) or `kInvalidInput`
/// (cut short or damaged); the message names the file.
[[nodiscard]] Result<std::shared_ptr<const Lexicon>> load_lexicon(const std::filesystem::path& path,
                                                                  ResourceCheck check = ResourceCheck::kChecksum);
[[nodiscard]] Result<std::shared_ptr<const WordVectors>> load_vectors(const std::filesystem::path& path,
                                                                      ResourceCheck check = ResourceCheck::kChecksum);

/// What a report calls it: origin and format version, "wordnet-3.0/1". Empty for null.
[[nodiscard]] std::string resource_name(const Lexicon* lexicon);
[[nodiscard]] std::string resource_name(const WordVectors* vectors);

}  // namespace storydiff
