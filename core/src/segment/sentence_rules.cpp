#include "segment/sentence_rules.hpp"

#include <algorithm>
#include <array>

#include "language/code_point.hpp"
#include "language/icu_text.hpp"
#include "segment/abbreviations.hpp"

namespace storydiff {
namespace {

// How far a name may reach before its verb: "Deputy Mayor Jane van der Berg asked".
constexpr std::size_t kLongestSpeaker = 7;

// Small words from this length on are no abbreviation that the tables lack.
constexpr std::size_t kLongWord = 4;

// What the text after a terminator begins with.
enum class Start : std::uint8_t { kLower, kUpper, kDigit, kCaseless, kNone };

// A terminator with what closes on it, and the beginning of what follows.
struct Candidate {
  std::size_t first = 0;  ///< the terminator, or the dotted abbreviation
  std::size_t last = 0;   ///< the last closing mark
  std::size_t word = 0;   ///< the first word after it
  bool closes_quote = false;
  bool opens_quote = false;
  bool opens_bracket = false;
  bool gap = false;  ///< white space after `last`
  Start start = Start::kNone;
};

class Paragraph {
 public:
  Paragraph(std::string_view text, std::span<const RawToken> tokens, std::string_view language, bool ordinal_period)
      : text_(text), tokens_(tokens), language_(language), ordinal_period_(ordinal_period) {}

  [[nodiscard]] bool may_end(std::size_t i) const {
    return tokens_[i].kind == RawKind::kTerminator || tokens_[i].kind == RawKind::kDotted;
  }

  // Precondition: `may_end(i)`. The last token may be the paragraph's last.
  [[nodiscard]] Candidate candidate(std::size_t i) const {
    Candidate c;
    c.first = c.last = i;
    while (c.last + 1 < tokens_.size() && closes(c, c.last + 1)) {
      ++c.last;
      c.closes_quote |= tokens_[c.last].kind == RawKind::kQuote;
    }
    std::size_t k = c.last + 1;
    c.gap = k < tokens_.size() && tokens_[k].span.begin > tokens_[c.last].span.end;
    for (; k < tokens_.size(); ++k) {
      if (tokens_[k].kind == RawKind::kQuote) {
        c.opens_quote = true;
      } else if (tokens_[k].kind == RawKind::kOpen) {
        c.opens_bracket = true;
      } else if (tokens_[k].kind != RawKind::kDash) {
        break;
      }
    }
    c.word = k;
    c.start = start_at(k);
    return c;
  }

  // Whether the sentence that begins with token `begin` ends with `c`.
  [[nodiscard]] bool ends(const Candidate& c, std::size_t begin) const {
    if (c.start == Start::kNone) return false;
    if (!c.gap) return ends_without_space(c);
    const std::string_view mark = view(c.first);
    const bool dotted = tokens_[c.first].kind == RawKind::kDotted;
    const bool period = mark == ".";
    if (!dotted && !period) {
      if (c.start == Start::kLower) return false;
      return c.opens_quote || !c.closes_quote || !speaker_follows(c.word);
    }
    switch (preceding(c.first, begin)) {
      case Abbreviation::kTitle:
      case Abbreviation::kInner:
        return false;
      case Abbreviation::kName:
        return likely_start(c);
      case Abbreviation::kState:
        return likely_start(c) || (c.start == Start::kUpper && !c.opens_bracket && after_comma(c.first));
      case Abbreviation::kMonth:
      case Abbreviation::kUnit:
        return c.start != Start::kDigit && ordinary_end(c);
      case Abbreviation::kTime:
        return likely_start(c) || (c.start == Start::kUpper && !c.opens_bracket && !continues_time(view(c.word)));
      case Abbreviation::kNone:
        break;
    }
    return ordinary_end(c) || forgotten_capital(c);
  }

 private:
  [[nodiscard]] std::string_view view(std::size_t i) const { return slice(text_, tokens_[i].span); }
  [[nodiscard]] bool adjacent(std::size_t i) const { return tokens_[i - 1].span.end == tokens_[i].span.begin; }
  [[nodiscard]] CharClass first_class(std::size_t i) const { return classify(decode_utf8(view(i), 0).value); }

  // More terminators ("?!", ". . ."), or a mark that closes on what is before it.
  [[nodiscard]] bool closes(const Candidate& c, std::size_t i) const {
    const RawKind kind = tokens_[i].kind;
    if (kind == RawKind::kTerminator) return adjacent(i) || view(i) == ".";
    if (kind == RawKind::kClose) return adjacent(i);
    if (kind != RawKind::kQuote) return false;
    if (adjacent(i)) return !(view(i) == "“" || view(i) == "‘") || i + 1 == tokens_.size() || !adjacent(i + 1);
    // A mark that stands alone closes if nothing follows that it could open on.
    return !c.closes_quote && (i + 1 == tokens_.size() || view(i) == "”");
  }

  [[nodiscard]] Start start_at(std::size_t i) const {
    if (i >= tokens_.size()) return Start::kCaseless;
    switch (tokens_[i].kind) {
      case RawKind::kNumber:
        return Start::kDigit;
      case RawKind::kOther:
        return Start::kCaseless;
      case RawKind::kWord:
      case RawKind::kDotted:
        break;
      default:
        return Start::kNone;
    }
    switch (first_class(i)) {
      case CharClass::kUpper:
        return Start::kUpper;
      case CharClass::kLower:
        return small_name(i) ? Start::kUpper : Start::kLower;
      case CharClass::kOther:
        return Start::kNone;  // "'s"
      default:
        return Start::kCaseless;
    }
  }

  // "iPhone", "d'Entremont", "al-Shabab": names that begin small.
  [[nodiscard]] bool small_name(std::size_t i) const {
    const std::string_view word = view(i);
    for (std::size_t k = 1; k < word.size() && k < 4; ++k) {
      if (is_ascii_upper(static_cast<unsigned char>(word[k]))) return true;
    }
    return word.size() <= 3 && i + 2 < tokens_.size() && tokens_[i + 1].kind == RawKind::kDash && adjacent(i + 1) &&
           adjacent(i + 2) && first_class(i + 2) == CharClass::kUpper;
  }

  // "ended.Then": a lost space. Scripts without spaces end sentences so.
  [[nodiscard]] bool ends_without_space(const Candidate& c) const {
    if (c.word >= tokens_.size()) return false;
    // "U.S.-Russian talks", "a.m.-10": the periods are the word's own.
    if (tokens_[c.first].kind == RawKind::kDotted) return false;
    if (decode_utf8(view(c.first), 0).value >= 0x3000) return true;
    if (c.start != Start::kUpper || tokens_[c.word].kind != RawKind::kWord || tokens_[c.word].span.size() < 2) {
      return c.start == Start::kUpper && view(c.word) == "I" && c.first > 0 && is_small_word(c.first - 1);
    }
    return c.first > 0 && is_small_word(c.first - 1) && !is_ascii_upper(static_cast<unsigned char>(view(c.word)[1]));
  }

  [[nodiscard]] bool is_small_word(std::size_t i) const {
    return tokens_[i].kind == RawKind::kWord && tokens_[i].span.size() > 1 && first_class(i) == CharClass::kLower;
  }

  // The class of the word that the period at `i` belongs to, in a sentence that begins at `begin`.
  [[nodiscard]] Abbreviation preceding(std::size_t i, std::size_t begin) const {
    if (tokens_[i].kind == RawKind::kDotted) return abbreviation_class(view(i), true, language_);
    if (i == 0 || i <= begin || !adjacent(i)) return Abbreviation::kNone;
    const std::size_t word = i - 1;
    const std::string_view text = view(word);
    if (tokens_[word].kind == RawKind::kNumber) {
      // "1. A list"; "3. Oktober", but "um 20. Die Polizei".
      if (text.size() > 2) return Abbreviation::kNone;
      if (word == begin) return Abbreviation::kInner;
      return ordinal_period_ ? Abbreviation::kName : Abbreviation::kNone;
    }
    if (tokens_[word].kind != RawKind::kWord) return Abbreviation::kNone;
    if (text.size() == decode_utf8(text, 0).length && first_class(word) == CharClass::kUpper) {
      if (word == begin) return Abbreviation::kInner;
      if (abbreviation_class(text, false, language_) == Abbreviation::kTitle) return Abbreviation::kTitle;
      const bool pronoun = text == "I" && is_small_word(word - 1);
      return pronoun ? Abbreviation::kNone : Abbreviation::kName;
    }
    const Abbreviation found = abbreviation_class(text, false, language_);
    const bool after_number = word > begin && tokens_[word - 1].kind == RawKind::kNumber;
    return found == Abbreviation::kUnit && !after_number ? Abbreviation::kNone : found;
  }

  [[nodiscard]] bool after_comma(std::size_t period) const { return period >= 2 && view(period - 2) == ","; }

  [[nodiscard]] bool likely_start(const Candidate& c) const {
    if (c.word >= tokens_.size()) return true;
    if (c.opens_quote && c.start == Start::kUpper) return true;
    return c.start == Start::kUpper && is_likely_start(view(c.word), language_);
  }

  [[nodiscard]] static bool ordinary_end(const Candidate& c) {
    switch (c.start) {
      case Start::kUpper:
        return true;
      case Start::kDigit:
      case Start::kCaseless:
        return !c.opens_bracket;
      case Start::kLower:
        return c.opens_quote && !c.closes_quote;
      case Start::kNone:
        break;
    }
    return false;
  }

  // "It is over. they left": after a long small word a period is more likely to end a sentence.
  [[nodiscard]] bool forgotten_capital(const Candidate& c) const {
    return c.start == Start::kLower && c.last == c.first && c.word == c.last + 1 && c.first > 0 && adjacent(c.first) &&
           is_small_word(c.first - 1) && view(c.first - 1).size() >= kLongWord;
  }

  // `"Is it over?" Mayor Jane Doe asked reporters.` is one sentence.
  [[nodiscard]] bool speaker_follows(std::size_t word) const {
    if (word >= tokens_.size() || is_likely_start(view(word), language_)) return false;
    const std::size_t limit = std::min(tokens_.size(), word + kLongestSpeaker);
    for (std::size_t i = word + 1; i < limit; ++i) {
      if (tokens_[i].kind == RawKind::kTerminator && view(i) != ".") return false;
      if (tokens_[i].kind != RawKind::kWord || first_class(i) != CharClass::kLower) continue;
      if (!is_reporting_verb(view(i))) {
        if (view(i).size() > 3) return false;  // "of", "van", "der" belong to names
        continue;
      }
      return view(i) != "said" || !clause_follows(i + 1);
    }
    return false;
  }

  // "said he", "said that": the verb has an object of its own, not the quotation.
  [[nodiscard]] bool clause_follows(std::size_t i) const {
    constexpr auto kClauseStarts = std::to_array<std::string_view>(
        {"a", "an", "he", "her", "his", "in", "it", "no", "she", "that", "the", "there", "they", "we"});
    return i < tokens_.size() && std::binary_search(kClauseStarts.begin(), kClauseStarts.end(), view(i));
  }

  std::string_view text_;
  std::span<const RawToken> tokens_;
  std::string_view language_;
  bool ordinal_period_;
};

}  // namespace

SentenceRules::SentenceRules(std::string_view language)
    : language_(fold_case(language.substr(0, language.find_first_of("-_")))) {
  constexpr auto kOrdinalPeriod = std::to_array<std::string_view>(
      {"cs", "da", "de", "et", "fi", "hr", "hu", "is", "lv", "nb", "nn", "no", "pl", "sk", "sl", "sr", "tr"});
  ordinal_period_ = std::find(kOrdinalPeriod.begin(), kOrdinalPeriod.end(), language_) != kOrdinalPeriod.end();
}

void SentenceRules::cut(std::string_view text, std::span<const RawToken> tokens,
                        std::vector<std::uint32_t>& last_tokens) const {
  const Paragraph paragraph(text, tokens, language_, ordinal_period_);
  std::size_t begin = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!paragraph.may_end(i)) continue;
    const Candidate c = paragraph.candidate(i);
    i = c.last;
    if (c.last + 1 < tokens.size() && paragraph.ends(c, begin)) {
      last_tokens.push_back(static_cast<std::uint32_t>(c.last));
      begin = c.last + 1;
    }
  }
  last_tokens.push_back(static_cast<std::uint32_t>(tokens.size() - 1));
}

}  // namespace storydiff
