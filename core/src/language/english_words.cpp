#include "language/canonical_tables.hpp"
#include "language/language_words.hpp"

namespace storydiff {
namespace {

// Ascending. "no" and "never" are missing on purpose: they carry what a sentence says.
constexpr auto kFunctionWords = std::to_array<std::string_view>({
    "'d",         "'ll",     "'m",        "'re",      "'s",        "'ve",     "a",       "about",      "above",
    "according",  "added",   "adding",    "after",    "again",     "against", "all",     "already",    "also",
    "although",   "am",      "among",     "an",       "and",       "another", "any",     "anybody",    "anyone",
    "anything",   "are",     "aren't",    "around",   "as",        "asked",   "at",      "be",         "because",
    "been",       "before",  "being",     "below",    "between",   "both",    "but",     "by",         "can",
    "can't",      "cannot",  "could",     "couldn't", "did",       "didn't",  "do",      "does",       "doesn't",
    "doing",      "don't",   "down",      "during",   "each",      "either",  "else",    "every",      "everyone",
    "everything", "few",     "for",       "from",     "further",   "had",     "hadn't",  "has",        "hasn't",
    "have",       "haven't", "having",    "he",       "he'd",      "he'll",   "her",     "here",       "hers",
    "herself",    "him",     "himself",   "his",      "how",       "however", "i",       "i'd",        "i'll",
    "i'm",        "i've",    "if",        "in",       "including", "into",    "is",      "isn't",      "it",
    "its",        "itself",  "just",      "least",    "less",      "like",    "many",    "may",        "me",
    "might",      "more",    "most",      "much",     "must",      "mustn't", "my",      "myself",     "near",
    "neither",    "nor",     "not",       "now",      "of",        "off",     "on",      "once",       "one",
    "only",       "onto",    "or",        "other",    "others",    "our",     "ours",    "ourselves",  "out",
    "over",       "own",     "per",       "said",     "same",      "saying",  "says",    "she",        "she'd",
    "she'll",     "should",  "shouldn't", "since",    "so",        "some",    "someone", "something",  "still",
    "such",       "than",    "that",      "the",      "their",     "theirs",  "them",    "themselves", "then",
    "there",      "these",   "they",      "they'd",   "they'll",   "they're", "they've", "this",       "those",
    "though",     "through", "to",        "told",     "too",       "toward",  "towards", "under",      "until",
    "up",         "upon",    "us",        "very",     "via",       "was",     "wasn't",  "we",         "we'd",
    "we'll",      "we're",   "we've",     "well",     "were",      "weren't", "what",    "when",       "where",
    "whether",    "which",   "while",     "who",      "whom",      "whose",   "why",     "will",       "with",
    "within",     "without", "won't",     "would",    "wouldn't",  "yet",     "you",     "you'd",      "you'll",
    "you're",     "you've",  "your",      "yours",    "yourself",
});

constexpr auto kOrdinalEndings = std::to_array<std::string_view>({"st", "nd", "rd", "th"});

}  // namespace

const LanguageWords& english_words() {
  static constexpr LanguageWords kWords{
      .function_words = kFunctionWords,
      .canonical = kEnglishCanonical,
      .suffixes = kEnglishSuffixes,
      .ordinal_endings = kOrdinalEndings,
      .months = {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                 "November", "December"},
      .percent = "percent",
      .capital_months = true,
      .month_first = true,
  };
  return kWords;
}

}  // namespace storydiff
