#include "reading.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

namespace storydiff::paragraph_order {
namespace {

bool one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

Gender gender_of(std::string_view word) {
  if (one_of(word, {"he", "his", "him"})) return Gender::kHe;
  if (one_of(word, {"she", "her"})) return Gender::kShe;
  if (one_of(word, {"they", "their", "them"})) return Gender::kThey;
  if (one_of(word, {"it", "its"})) return Gender::kIt;
  return Gender::kUnknown;
}

bool is_link(std::string_view word) {
  return one_of(word, {"but",   "and",     "however", "both",    "this",  "that",       "these", "those",   "such",
                       "there", "another", "others",  "still",   "yet",   "instead",    "so",    "neither", "either",
                       "then",  "also",    "besides", "despite", "later", "afterwards", "some",  "all"});
}

/// Capitalized, and yet no part of a name.
bool is_calendar_word(std::string_view word) {
  if (word.ends_with('.')) word.remove_suffix(1);
  return one_of(word, {"monday",   "tuesday",  "wednesday", "thursday", "friday", "saturday", "sunday", "january",
                       "february", "march",    "april",     "may",      "june",   "july",     "august", "september",
                       "october",  "november", "december",  "jan",      "feb",    "mar",      "apr",    "jun",
                       "jul",      "aug",      "sep",       "sept",     "oct",    "nov",      "dec"});
}

bool is_company_ending(std::string_view word) {
  if (word.ends_with('.')) word.remove_suffix(1);
  return one_of(word, {"inc", "corp", "co", "plc", "ltd", "llc", "group", "sa", "nv", "ag", "gmbh", "holdings",
                       "company", "corporation", "industries", "partners", "airlines", "motors"});
}

bool is_year(std::string_view text) {
  if (text.size() != 4) return false;
  if (!std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) return false;
  return text >= "1500" && text < "2100";
}

bool is_particle(std::string_view text) {
  return one_of(text, {"van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "al",
                       "el", "bin", "ibn", "ben"});
}

/// Reads one paragraph: each member fills its part of the `Reading`.
class Reader {
 public:
  explicit Reader(std::string_view text) : tokens_(tokenize(text)) {
    words_.reserve(tokens_.size());
    for (const Token& token : tokens_) words_.push_back(lower(token.text));
  }

  Reading read() {
    find_sentences();
    count_stems();
    find_facts();
    find_names();
    find_nouns();
    find_opener();
    return std::move(reading_);
  }

 private:
  [[nodiscard]] bool is_word(std::size_t i) const { return i < tokens_.size() && tokens_[i].kind == TokenKind::kWord; }
  [[nodiscard]] bool is(std::size_t i, TokenKind kind) const { return i < tokens_.size() && tokens_[i].kind == kind; }
  [[nodiscard]] bool is_text(std::size_t i, std::string_view text) const {
    return i < tokens_.size() && tokens_[i].text == text;
  }
  [[nodiscard]] std::string_view word(std::size_t i) const {
    return i < words_.size() ? std::string_view(words_[i]) : std::string_view();
  }
  [[nodiscard]] bool speech_at(std::size_t i) const {
    return is_word(i) && !tokens_[i].quoted && is_speech_verb(word(i));
  }

  /// The verbs that stand directly beside their speaker; others ("accused") stand beside anybody.
  [[nodiscard]] bool says_at(std::size_t i) const {
    return speech_at(i) && one_of(word(i), {"said", "says", "told", "added", "tells"});
  }

  /// `spoken_[i]`: the sentence of token i has a verb of attribution outside quotation marks. The
  /// point inside a quotation ends no sentence of the speaker's: only unquoted points count.
  void find_sentences() {
    spoken_.assign(tokens_.size(), false);
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= tokens_.size(); ++i) {
      const bool end = i == tokens_.size() || (tokens_[i].kind == TokenKind::kStop && !tokens_[i].quoted);
      if (!end) continue;
      bool spoken = false;
      for (std::size_t k = begin; k < i; ++k) spoken = spoken || speech_at(k);
      std::fill(spoken_.begin() + static_cast<std::ptrdiff_t>(begin), spoken_.begin() + static_cast<std::ptrdiff_t>(i),
                spoken);
      reading_.speech = reading_.speech || spoken;
      begin = i + 1;
    }
  }

  void count_stems() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const TokenKind kind = tokens_[i].kind;
      if (is_function_word(word(i))) continue;
      if (kind == TokenKind::kWord) ++reading_.stems[stem(tokens_[i].text)];
      if (kind == TokenKind::kNumber) ++reading_.stems[words_[i]];
    }
  }

  void find_facts() {
    bool first_sentence = true;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const Token& token = tokens_[i];
      if (token.kind == TokenKind::kStop) first_sentence = false;
      if (token.kind == TokenKind::kOpenQuote) reading_.quotes = true;
      if (token.kind == TokenKind::kNumber && is_year(token.text)) reading_.background = true;
      if (token.kind != TokenKind::kWord) continue;
      const std::string_view w = word(i), next = word(i + 1);
      if (first_sentence && one_of(w, {"also", "another"})) reading_.also = true;
      if (one_of(w, {"founded", "frequent", "usually", "traditionally", "previously"}) ||
          (one_of(w, {"years", "decades"}) && one_of(next, {"ago", "earlier", "before"}))) {
        reading_.background = true;
      }
      if (token.quoted) continue;
      if (one_of(w, {"will", "until", "next", "expects", "expected", "plans", "planned", "scheduled"}))
        reading_.prospect = true;
      if (w == "according" && next == "to") reading_.speech = true;
      if (w == "statement") reading_.statement = true;
      reading_.he = reading_.he || gender_of(w) == Gender::kHe;
      reading_.she = reading_.she || gender_of(w) == Gender::kShe;
    }
  }

  /// The end of the run of capitalized words that starts at `i`.
  [[nodiscard]] std::size_t run_end(std::size_t i) const {
    std::size_t end = i + 1;
    while (is_word(end) && tokens_[end].spaced && !tokens_[end - 1].text.ends_with("'s") &&
           !tokens_[end - 1].text.ends_with("\xE2\x80\x99s")) {
      if (is_calendar_word(word(end))) break;
      if (tokens_[end].capital) {
        ++end;
        continue;
      }
      std::size_t particle = end;
      while (is_word(particle) && is_particle(tokens_[particle].text)) ++particle;
      if (particle == end || !is_word(particle) || !tokens_[particle].capital) break;
      end = particle + 1;
    }
    return end;
  }

  void find_names() {
    for (std::size_t i = 0; i < tokens_.size();) {
      if (!is_word(i) || !tokens_[i].capital || is_calendar_word(word(i)) ||
          (tokens_[i].sentence_start && is_function_word(word(i)))) {
        ++i;
        continue;
      }
      const std::size_t end = run_end(i);
      add_abbreviations(i, end);
      std::size_t begin = i;
      bool titled = i > 0 && is_word(i - 1) && is_title(word(i - 1));
      for (std::size_t k = i; k + 1 < end; ++k) {
        if (!is_title(word(k))) continue;
        begin = k + 1;
        titled = true;
      }
      if (!is_title(word(end - 1))) add_name(begin, end, titled);
      i = end;
    }
  }

  void add_abbreviations(std::size_t begin, std::size_t end) {
    for (std::size_t k = begin; k < end; ++k) {
      const std::string_view text = tokens_[k].text;
      const bool upper = text.size() >= 2 && std::all_of(text.begin(), text.end(), [](char c) {
                           return (c >= 'A' && c <= 'Z') || c == '&' || c == '.';
                         });
      if (!upper) continue;
      std::string short_form(words_[k]);
      std::erase(short_form, '.');
      // "World Health Organization (WHO)": the last letter begins the word before.
      const bool expands = k > 1 && is_text(k - 1, "(") && is_text(k + 1, ")") && is_word(k - 2) &&
                           word(k - 2).front() == short_form.back();
      (expands ? reading_.expanded : reading_.abbreviations).push_back(std::move(short_form));
    }
  }

  void add_name(std::size_t begin, std::size_t end, bool titled) {
    Name name;
    for (std::size_t k = begin; k < end; ++k) {
      std::string w = words_[k];
      for (const std::string_view suffix : {"'s", "\xE2\x80\x99s"})
        if (w.ends_with(suffix)) w.resize(w.size() - suffix.size());
      name.words.push_back(std::move(w));
    }
    const bool quoted = tokens_[begin].quoted;
    // One word beside "said" may be a capital city; a surname is known from its full form elsewhere.
    const bool beside_verb = end - begin > 1 && (says_at(end) || (begin > 0 && says_at(begin - 1)));
    const bool aged = is_text(end, ",") && is(end + 1, TokenKind::kNumber) && tokens_[end + 1].text.size() <= 2 &&
                      end + 2 < tokens_.size() && tokens_[end + 2].kind != TokenKind::kWord;
    const bool apposition = end - begin > 1 && is_text(end, ",") && is_word(end + 1) && !tokens_[end + 1].capital &&
                            !one_of(word(end + 1), {"where", "which", "and", "or", "but", "in", "on", "at"});
    name.speaks = !quoted && spoken_[begin];
    name.organisation = is_company_ending(name.words.back());
    name.person = !name.organisation && (titled || aged || apposition || (beside_verb && !quoted));
    reading_.names.push_back(std::move(name));
  }

  void find_nouns() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (!is_word(i) || tokens_[i].capital || is_function_word(word(i)) || word(i).size() < 4) continue;
      bool indefinite = word(i).ends_with('s') && !word(i).ends_with("ss");
      for (std::size_t back = 1; back <= 3 && back <= i; ++back) {
        const std::size_t k = i - back;
        if (is(k, TokenKind::kNumber) || one_of(word(k), {"a", "an", "some", "several", "two", "three"})) {
          indefinite = true;
          break;
        }
        if (!is_word(k)) break;
        const bool relative = back > 1 && one_of(word(k), {"that", "this", "those", "these"});
        if (!relative &&
            one_of(word(k), {"the", "this", "that", "these", "those", "its", "his", "her", "their", "our"})) {
          indefinite = false;
          break;
        }
        if (is_function_word(word(k)) && word(k) != "only") break;
      }
      if (indefinite) reading_.indefinite.push_back(stem(tokens_[i].text));
    }
  }

  void find_opener() {
    if (tokens_.empty()) return;
    if (tokens_[0].kind == TokenKind::kOpenQuote) {
      open_with_quotation();
      return;
    }
    if (!is_word(0)) return;
    const std::string_view first = word(0);
    reading_.pronoun = gender_of(first);
    if (reading_.pronoun != Gender::kUnknown) {
      reading_.opener = Opener::kPronoun;
    } else if (is_link(first)) {
      reading_.opener = Opener::kLink;
    } else if (first == "the") {
      reading_.opener = Opener::kDefinite;
      for (std::size_t i = 1; i <= 3 && is_word(i); ++i) {
        if (is_speech_verb(word(i))) break;
        if (!is_function_word(word(i))) reading_.definite.push_back(stem(tokens_[i].text));
      }
    }
  }

  /// The speaker of an opening quotation: the first name or pronoun in the words outside quotation
  /// marks, up to the end of their sentence.
  void open_with_quotation() {
    reading_.opener = Opener::kQuotation;
    for (std::size_t i = 1; i < tokens_.size(); ++i) {
      if (tokens_[i].quoted || tokens_[i].kind == TokenKind::kCloseQuote) continue;
      if (tokens_[i].kind == TokenKind::kStop) return;
      if (tokens_[i].kind != TokenKind::kWord) continue;
      if (tokens_[i].capital) {
        reading_.opener = Opener::kNamedQuotation;
        return;
      }
      const Gender gender = gender_of(word(i));
      if (gender == Gender::kUnknown) continue;
      reading_.pronoun = gender;
      return;
    }
  }

  std::vector<Token> tokens_;
  std::vector<std::string> words_;
  std::vector<bool> spoken_;
  Reading reading_;
};

}  // namespace

std::vector<Reading> read_paragraphs(const std::vector<std::string_view>& texts) {
  std::vector<Reading> readings;
  readings.reserve(texts.size());
  for (const std::string_view text : texts) readings.push_back(Reader(text).read());
  return readings;
}

}  // namespace storydiff::paragraph_order
