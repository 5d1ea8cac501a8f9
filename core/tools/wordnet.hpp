/// \file wordnet.hpp
/// Words and concepts out of the files of WordNet (wndb(5WN)).
///
/// A concept is a synset. A single word (no name of one person or place) has the concepts of
/// - its frequent senses: of each part of speech at most four, the third and fourth only where
///   WordNet's tagged texts have them;
/// - the verb or adjective that it is a noun of ("announcement": announce), where the noun is an act, an
///   event, a state or the like: an announcer is not the same as to announce;
/// - the adjectives whose meaning is near its own ("fast": rapid), of its first sense alone. Two of these are no
/// synonyms yet. Opposites of WordNet never share one. How common a word is comes from the counts of all its senses in
/// the texts that WordNet's makers tagged (the Brown corpus and a novel: 360,000 words). Forms that no rule gives
/// ("bought") are words as well.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "language/lexicon.hpp"
#include "storydiff/result.hpp"

namespace storydiff {

/// Reads data.*, index.* and *.exc of a folder; *.exc and cntlist.rev may be absent. Fails with the file's name where
/// one can not be read or a line is not as described.
[[nodiscard]] Result<std::map<std::string, LexiconEntry>> read_wordnet(const std::filesystem::path& folder);

}  // namespace storydiff
