#include "analyse/speech/sentence_words.hpp"

#include <algorithm>
#include <array>

namespace storydiff {
namespace {

template <std::size_t N>
bool listed(const std::array<std::string_view, N>& ascending, std::string_view word) {
  return std::binary_search(ascending.begin(), ascending.end(), word);
}

// All lists: the closed classes of English as grammars give them. Ascending.
constexpr auto kAuxiliaries = std::to_array<std::string_view>(
    {"'d",      "'ll",     "'re",    "'ve",      "am",     "are",       "aren't",   "be",      "been",
     "being",   "can",     "can't",  "cannot",   "could",  "couldn't",  "did",      "didn't",  "do",
     "does",    "doesn't", "doing",  "don't",    "had",    "hadn't",    "has",      "hasn't",  "have",
     "haven't", "having",  "he'd",   "he'll",    "i'd",    "i'll",      "i'm",      "i've",    "is",
     "isn't",   "it'd",    "it'll",  "may",      "mayn't", "might",     "mightn't", "must",    "mustn't",
     "shall",   "shan't",  "she'd",  "she'll",   "should", "shouldn't", "they'd",   "they'll", "they're",
     "they've", "was",     "wasn't", "we'd",     "we'll",  "we're",     "we've",    "were",    "weren't",
     "will",    "won't",   "would",  "wouldn't", "you'd",  "you'll",    "you're",   "you've"});
constexpr auto kSubjectPronouns = std::to_array<std::string_view>(
    {"everybody", "everyone", "he",     "he'd",    "he'll",   "i",       "i'd",    "i'll",     "i'm",
     "i've",      "it",       "nobody", "one",     "she",     "she'd",   "she'll", "somebody", "someone",
     "there",     "they",     "they'd", "they'll", "they're", "they've", "we",     "we'd",     "we'll",
     "we're",     "we've",    "who",    "you",     "you'd",   "you'll",  "you're", "you've"});
constexpr auto kDeterminers =
    std::to_array<std::string_view>({"a",    "all", "an",    "another", "any",  "both",  "each", "every", "few", "her",
                                     "his",  "its", "many",  "more",    "most", "my",    "no",   "one",   "our", "some",
                                     "that", "the", "their", "these",   "this", "those", "two",  "your"});
constexpr auto kPrepositions = std::to_array<std::string_view>(
    {"about",  "above",   "across",  "after", "against", "along", "amid",   "among",  "around",  "at",         "before",
     "behind", "below",   "between", "by",    "during",  "for",   "from",   "in",     "inside",  "into",       "near",
     "of",     "off",     "on",      "onto",  "outside", "over",  "per",    "since",  "through", "throughout", "to",
     "toward", "towards", "under",   "until", "via",     "with",  "within", "without"});
constexpr auto kClauseWords = std::to_array<std::string_view>(
    {"although", "as",   "because", "but",   "if",      "lest",    "nor",   "since", "so",  "that", "though", "unless",
     "until",    "what", "when",    "where", "whereas", "whether", "which", "while", "who", "whom", "whose",  "why"});
// Those that do not end in -ly.
constexpr auto kMidAdverbs = std::to_array<std::string_view>(
    {"again", "already", "also",  "always", "even", "ever",  "first", "just", "later", "now",  "often",
     "once",  "only",    "quite", "rather", "soon", "still", "then",  "too",  "twice", "very", "yet"});

}  // namespace

SentenceWords::SentenceWords(const Segments& segments, std::span<const std::uint32_t> sentences,
                             const Vocabulary& vocabulary) {
  std::size_t tokens = 0;
  for (const std::uint32_t s : sentences) tokens += segments.sentences[s].token_count;
  words_.reserve(tokens);
  for (const std::uint32_t s : sentences) {
    for (const Token& token : segments.tokens_of(segments.sentences[s])) {
      const Word& word = vocabulary[token.word];
      SentenceWord entry;
      entry.folded = vocabulary.key_text(word.keys[static_cast<std::size_t>(Equivalence::kCase)]);
      entry.surface = word.surface;
      entry.span = token.span;
      entry.word = token.word;
      entry.stem = vocabulary.stem(token.word);
      entry.sentence = s;
      entry.kind = word.kind;
      entry.function_word = word.function_word;
      entry.capitalized = word.capitalized;
      words_.push_back(entry);
    }
  }
}

bool SentenceWords::reads(std::uint32_t at, std::initializer_list<std::string_view> phrase) const {
  if (at + phrase.size() > words_.size()) return false;
  return std::equal(phrase.begin(), phrase.end(), words_.begin() + at,
                    [](std::string_view wanted, const SentenceWord& word) { return word.folded == wanted; });
}

std::string SentenceWords::text(TokenRange range) const {
  std::string text;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (i > range.begin && words_[i].span.begin != words_[i - 1].span.end) text += ' ';
    text += words_[i].surface;
  }
  return text;
}

bool is_quotation_mark(std::string_view token) {
  constexpr auto kMarks =
      std::to_array<std::string_view>({"\"", "'", "''", "`", "``", "\u201c", "\u201d", "\u2018", "\u2019", "\u201e",
                                       "\u201a", "\u00ab", "\u00bb", "\u2039", "\u203a"});
  return std::find(kMarks.begin(), kMarks.end(), token) != kMarks.end();
}

bool is_clause_mark(std::string_view token) {
  constexpr auto kMarks =
      std::to_array<std::string_view>({",", ";", ":", "(", ")", "[", "]", "--", "\u2013", "\u2014", "...", "\u2026"});
  return std::find(kMarks.begin(), kMarks.end(), token) != kMarks.end() || is_sentence_end(token);
}

bool is_sentence_end(std::string_view token) {
  return token == "." || token == "!" || token == "?" || token == "..." || token == "\u2026" || token == "?!" ||
         token == "!?";
}

bool is_auxiliary(std::string_view folded) { return listed(kAuxiliaries, folded); }
bool is_subject_pronoun(std::string_view folded) { return listed(kSubjectPronouns, folded); }
bool is_determiner(std::string_view folded) { return listed(kDeterminers, folded); }
bool is_preposition(std::string_view folded) { return listed(kPrepositions, folded); }
bool begins_clause(std::string_view folded) { return listed(kClauseWords, folded); }

bool is_mid_adverb(std::string_view folded) {
  return listed(kMidAdverbs, folded) ||
         (folded.size() > 4 && folded.ends_with("ly") && folded != "family" && folded != "supply" &&
          folded != "assembly" && folded != "italy" && folded != "july" && folded != "reply" && folded != "apply" &&
          folded != "rally" && folded != "ally" && folded != "likely" && folded != "unlikely");
}

}  // namespace storydiff
