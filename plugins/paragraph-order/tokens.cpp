#include "tokens.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace storydiff::paragraph_order {
namespace {

template <std::size_t kSize>
bool contains(const std::array<std::string_view, kSize>& sorted, std::string_view word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

template <std::size_t kSize>
consteval std::array<std::string_view, kSize> sorted(std::array<std::string_view, kSize> words) {
  std::sort(words.begin(), words.end());
  return words;
}

constexpr auto kAbbreviations = sorted(std::to_array<std::string_view>(
    {"apr",  "aug", "capt", "co",  "col", "corp", "dec", "dr", "feb", "gen",  "gov", "inc",
     "jan",  "jr",  "ltd",  "lt",  "mar", "mr",   "mrs", "ms", "mt",  "no",   "nov", "oct",
     "prof", "rep", "rev",  "sen", "sep", "sept", "sgt", "sr", "st",  "supt", "vs"}));

constexpr auto kFunctionWords = sorted(std::to_array<std::string_view>(
    {"a",       "about",   "added", "after",   "all",   "also",   "am",      "an",   "and",  "any",   "are",
     "as",      "at",      "be",    "because", "been",  "before", "being",   "but",  "by",   "can",   "could",
     "did",     "do",      "does",  "during",  "each",  "for",    "from",    "had",  "has",  "have",  "he",
     "her",     "him",     "his",   "how",     "i",     "if",     "in",      "into", "is",   "it",    "its",
     "just",    "may",     "me",    "might",   "more",  "most",   "must",    "my",   "no",   "not",   "of",
     "on",      "one",     "only",  "or",      "other", "our",    "out",     "over", "said", "say",   "says",
     "she",     "should",  "since", "so",      "some",  "such",   "than",    "that", "the",  "their", "them",
     "then",    "there",   "these", "they",    "this",  "those",  "through", "to",   "told", "too",   "under",
     "until",   "up",      "us",    "very",    "was",   "we",     "were",    "what", "when", "where", "which",
     "while",   "who",     "whom",  "whose",   "will",  "with",   "would",   "yet",  "you",  "your",  "among",
     "against", "between", "both",  "however", "two",   "many",   "new",     "now",  "own",  "same",  "still"}));

constexpr auto kSpeechVerbs = sorted(std::to_array<std::string_view>(
    {"accused",   "acknowledged", "added",     "agreed",    "alleged", "announced", "argued", "asked",    "claimed",
     "commented", "conceded",     "confirmed", "declared",  "denied",  "explained", "hailed", "insisted", "noted",
     "predicted", "recalled",     "remarked",  "repeated",  "replied", "reported",  "said",   "say",      "says",
     "stressed",  "suggested",    "tells",     "testified", "told",    "urged",     "warned", "wrote",    "called"}));

constexpr auto kTitles = sorted(std::to_array<std::string_view>({"adm",
                                                                 "ambassador",
                                                                 "archbishop",
                                                                 "attorney",
                                                                 "bishop",
                                                                 "captain",
                                                                 "capt",
                                                                 "chairman",
                                                                 "chairwoman",
                                                                 "chancellor",
                                                                 "chief",
                                                                 "coach",
                                                                 "col",
                                                                 "colonel",
                                                                 "commissioner",
                                                                 "congressman",
                                                                 "congresswoman",
                                                                 "constable",
                                                                 "councillor",
                                                                 "dame",
                                                                 "deputy",
                                                                 "detective",
                                                                 "director",
                                                                 "doctor",
                                                                 "dr",
                                                                 "emir",
                                                                 "executive",
                                                                 "gen",
                                                                 "general",
                                                                 "gov",
                                                                 "governor",
                                                                 "inspector",
                                                                 "judge",
                                                                 "justice",
                                                                 "king",
                                                                 "lady",
                                                                 "lieutenant",
                                                                 "lord",
                                                                 "lt",
                                                                 "maj",
                                                                 "major",
                                                                 "mayor",
                                                                 "minister",
                                                                 "miss",
                                                                 "mr",
                                                                 "mrs",
                                                                 "ms",
                                                                 "nurse",
                                                                 "officer",
                                                                 "pope",
                                                                 "premier",
                                                                 "president",
                                                                 "prime",
                                                                 "prince",
                                                                 "princess",
                                                                 "principal",
                                                                 "prof",
                                                                 "professor",
                                                                 "prosecutor",
                                                                 "queen",
                                                                 "rep",
                                                                 "rev",
                                                                 "secretary",
                                                                 "sen",
                                                                 "senator",
                                                                 "sergeant",
                                                                 "sgt",
                                                                 "sheikh",
                                                                 "sheriff",
                                                                 "sir",
                                                                 "speaker",
                                                                 "spokesman",
                                                                 "spokeswoman",
                                                                 "sultan",
                                                                 "superintendent",
                                                                 "supt",
                                                                 "treasurer"}));

bool is_ascii_letter(unsigned char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(unsigned char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

/// One character of the text as the tokenizer sees it.
struct Unit {
  enum Class : std::uint8_t { kLetter, kDigit, kSpace, kOpen, kClose, kStraight, kApostrophe, kStop, kOther };
  Class what = kOther;
  std::size_t size = 1;
};

Unit unit_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t offset) {
    return at + offset < text.size() ? static_cast<unsigned char>(text[at + offset]) : static_cast<unsigned char>(0);
  };
  const unsigned char c = byte(0);
  if (is_ascii_letter(c)) return {Unit::kLetter, 1};
  if (is_digit(c)) return {Unit::kDigit, 1};
  if (c == ' ' || c == '\n' || c == '\t' || c == '\r') return {Unit::kSpace, 1};
  if (c == '"') return {Unit::kStraight, 1};
  if (c == '\'') return {Unit::kApostrophe, 1};
  if (c == '.' || c == '!' || c == '?') return {Unit::kStop, 1};
  if (c == 0xC2 && byte(1) == 0xA0) return {Unit::kSpace, 2};
  if (c == 0xE2 && (byte(1) == 0x80 || byte(1) == 0x81)) {
    if (byte(1) == 0x80) {
      if (byte(2) == 0x9C || byte(2) == 0x9E) return {Unit::kOpen, 3};
      if (byte(2) == 0x9D) return {Unit::kClose, 3};
      if (byte(2) == 0x99) return {Unit::kApostrophe, 3};
      if (byte(2) <= 0x8A || byte(2) == 0xAF) return {Unit::kSpace, 3};
    }
    return {Unit::kOther, std::min<std::size_t>(3, text.size() - at)};
  }
  if (c >= 0x80) return {Unit::kLetter, 1};
  return {Unit::kOther, 1};
}

/// The end of the word that starts at `at`: letters and digits, and hyphens, apostrophes and points
/// that a letter follows at once.
std::size_t word_end(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const Unit unit = unit_at(text, at);
    if (unit.what == Unit::kLetter || unit.what == Unit::kDigit) {
      at += unit.size;
      continue;
    }
    const bool joins = unit.what == Unit::kApostrophe || text[at] == '-' || text[at] == '.' || text[at] == '&';
    const std::size_t next = at + unit.size;
    if (!joins || next >= text.size() || unit_at(text, next).what != Unit::kLetter) return at;
    at = next;
  }
  return at;
}

std::size_t number_end(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    if (is_digit(static_cast<unsigned char>(text[at]))) {
      ++at;
      continue;
    }
    const bool joins = text[at] == ',' || text[at] == '.' || text[at] == ':';
    if (!joins || at + 1 >= text.size() || !is_digit(static_cast<unsigned char>(text[at + 1]))) return at;
    ++at;
  }
  return at;
}

bool takes_point(std::string_view word) {
  if (word.find('.') != std::string_view::npos) return true;
  if (word.size() == 1 && is_upper(word[0])) return true;
  return word.size() <= 4 && is_upper(word[0]) && contains(kAbbreviations, lower(word));
}

bool starts_capital(std::string_view word) {
  if (is_upper(word[0])) return true;
  const std::size_t apostrophe = word.find_first_of("'\xE2");
  if (apostrophe == std::string_view::npos || apostrophe > 2) return false;
  const std::size_t letter = apostrophe + (word[apostrophe] == '\'' ? 1 : 3);
  return letter < word.size() && is_upper(word[letter]);
}

}  // namespace

std::string lower(std::string_view word) {
  std::string out(word);
  for (char& c : out)
    if (is_upper(c)) c = static_cast<char>(c - 'A' + 'a');
  return out;
}

std::vector<Token> tokenize(std::string_view text) {
  std::vector<Token> tokens;
  bool quoted = false, sentence_start = true, spaced = true;
  for (std::size_t at = 0; at < text.size();) {
    const Unit unit = unit_at(text, at);
    Token token;
    std::size_t end = at + unit.size;
    switch (unit.what) {
      case Unit::kSpace:
        spaced = true;
        at = end;
        continue;
      case Unit::kLetter:
        end = word_end(text, at);
        token.kind = TokenKind::kWord;
        if (end < text.size() && text[end] == '.' && takes_point(text.substr(at, end - at))) ++end;
        token.capital = starts_capital(text.substr(at, end - at));
        break;
      case Unit::kDigit:
        end = number_end(text, at);
        token.kind = TokenKind::kNumber;
        break;
      case Unit::kOpen:
        token.kind = TokenKind::kOpenQuote;
        break;
      case Unit::kClose:
        token.kind = TokenKind::kCloseQuote;
        break;
      case Unit::kStraight:
        // Mixed pairs occur ("word” in converted copy): an opening place opens, anything else closes.
        token.kind = spaced || (!quoted && !tokens.empty() && tokens.back().kind == TokenKind::kOther)
                         ? TokenKind::kOpenQuote
                         : TokenKind::kCloseQuote;
        break;
      case Unit::kStop:
        token.kind = TokenKind::kStop;
        break;
      case Unit::kApostrophe:
      case Unit::kOther:
        token.kind = TokenKind::kOther;
        break;
    }
    token.text = text.substr(at, end - at);
    token.spaced = spaced;
    if (token.kind == TokenKind::kOpenQuote) quoted = true;
    if (token.kind == TokenKind::kCloseQuote) quoted = false;
    token.quoted = quoted;
    if (token.kind == TokenKind::kWord || token.kind == TokenKind::kNumber) {
      token.sentence_start = sentence_start;
      sentence_start = false;
    }
    if (token.kind == TokenKind::kStop) sentence_start = true;
    // A quotation begins with a capital of its own, whatever stands before it.
    if (token.kind == TokenKind::kOpenQuote) sentence_start = true;
    tokens.push_back(token);
    spaced = false;
    at = end;
  }
  return tokens;
}

std::string stem(std::string_view word) {
  std::string s = lower(word);
  const auto cut = [&s](std::string_view suffix, std::size_t keep_at_least) {
    if (s.size() < suffix.size() + keep_at_least || !s.ends_with(suffix)) return false;
    s.resize(s.size() - suffix.size());
    return true;
  };
  if (!cut("'s", 1)) cut("\xE2\x80\x99s", 1);
  if (!cut("'", 1)) cut("\xE2\x80\x99", 1);
  if (cut("ies", 3)) {
    s += 'y';
  } else if (!s.ends_with("ss")) {
    cut("s", 3);
  }
  if (!cut("ing", 4)) cut("ed", 4);
  if (s.size() > 4) cut("e", 4);
  return s;
}

bool is_function_word(std::string_view lower_case) { return contains(kFunctionWords, lower_case); }

bool is_speech_verb(std::string_view lower_case) { return contains(kSpeechVerbs, lower_case); }

bool is_title(std::string_view lower_case) {
  if (lower_case.ends_with('.')) lower_case.remove_suffix(1);
  return contains(kTitles, lower_case);
}

}  // namespace storydiff::paragraph_order
