#include "analyse/names/name_reading.hpp"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>

#include "analyse/names/name_tables.hpp"
#include "deadline_watch.hpp"

namespace storydiff {
namespace {

/// One word of a run of capitals.
struct Piece {
  std::size_t token = 0;  ///< in the sentence
  bool inner = false;     ///< "of", "van", "&": joins, and tells nothing
  bool glued = false;     ///< a hyphen joins it to the piece before
};

class SentenceReader {
 public:
  SentenceReader(const Segments& segments, std::uint32_t sentence, const Vocabulary& vocabulary, NameWords& words,
                 NameReading& out)
      : segments_(segments),
        sentence_(sentence),
        first_(segments.sentences[sentence].first_token),
        tokens_(segments.tokens_of(segments.sentences[sentence])),
        vocabulary_(vocabulary),
        words_(words),
        out_(out) {}

  void read() {
    for (std::size_t i = 0; i < tokens_.size();) {
      if (!can_begin(i)) {
        ++i;
        continue;
      }
      std::vector<Piece> run = run_from(i);
      i = run.back().token + 1;
      take(std::move(run));
    }
  }

 private:
  [[nodiscard]] const NameToken& at(std::size_t i) { return words_.token(tokens_[i].word); }
  [[nodiscard]] std::uint32_t classes(std::size_t i) { return at(i).classes; }
  [[nodiscard]] bool is(std::size_t i, std::uint32_t wanted) { return (classes(i) & wanted) != 0; }
  [[nodiscard]] std::string_view mark(std::size_t i) const {
    return i < tokens_.size() ? words_.surface(tokens_[i].word) : std::string_view();
  }
  [[nodiscard]] std::string_view key(std::size_t i) { return words_.text(at(i).word); }
  [[nodiscard]] bool touches(std::size_t i) const {
    return i > 0 && i < tokens_.size() && tokens_[i - 1].span.end == tokens_[i].span.begin;
  }

  /// A word with a capital that may be part of a name.
  [[nodiscard]] bool named(std::size_t i) {
    if (i >= tokens_.size()) return false;
    const NameToken& token = at(i);
    if (!token.capital) return false;
    if (token.function_word && !is_name_in_disguise(i)) return false;
    return !is_time(i) && !token.number && mark(i) != "I";
  }

  /// "The WHO", "Per Lindgren", "Theresa May": within a sentence a small word has a capital only in a name.
  [[nodiscard]] bool is_name_in_disguise(std::size_t i) {
    if (begins_speech(tokens_, i, vocabulary_)) return false;
    if (at(i).all_capitals) return true;
    constexpr std::string_view kNever[] = {"the", "a",  "an", "and", "of", "in", "for",
                                           "to",  "by", "on", "at",  "i",  "or"};
    if (std::find(std::begin(kNever), std::end(kNever), key(i)) != std::end(kNever)) return false;
    const auto plain_capital = [&](std::size_t k) {
      return k < tokens_.size() && at(k).capital && !at(k).function_word && !is(k, kStarter | kTime);
    };
    return plain_capital(i - 1) || plain_capital(i + 1);
  }

  /// "May" is a month, but the name of Theresa May.
  [[nodiscard]] bool is_time(std::size_t i) {
    if (!is(i, kTime)) return false;
    const bool after_name = i > 0 && at(i - 1).capital && !is(i - 1, kTime | kStarter) && !at(i - 1).function_word;
    const bool before_number = i + 1 < tokens_.size() && vocabulary_[tokens_[i + 1].word].kind == WordKind::kNumber;
    const bool given_name = key(i) == "may" || key(i) == "march" || key(i) == "august" || key(i) == "april";
    return !(given_name && after_name && !before_number);
  }

  [[nodiscard]] bool can_begin(std::size_t i) { return named(i); }

  [[nodiscard]] std::vector<Piece> run_from(std::size_t begin) {
    std::vector<Piece> run{{begin, false, false}};
    bool governed = false;  // "of", "for" or "on" has joined: lists and places may follow
    constexpr std::size_t kLongest = 24;
    while (run.size() < kLongest) {
      const std::size_t last = run.back().token;
      const std::size_t next = last + 1;
      if (next >= tokens_.size()) break;
      if (is_hyphen(next) && touches(next) && touches(next + 1) && joins_after_hyphen(run, next + 1)) {
        run.push_back({next + 1, false, true});
      } else if (mark(next) == "." && touches(next) && (at(last).initial || is(last, kAbbreviation)) &&
                 named(next + 1)) {
        run.push_back({next + 1, false, false});
      } else if (named(next)) {
        run.push_back({next, false, false});
      } else if (mark(next) == "&" && named(next + 1)) {
        run.push_back({next, true, false});
        run.push_back({next + 1, false, false});
      } else if (const std::size_t after = past_particles(next); after != next) {
        for (std::size_t i = next; i < after; ++i) run.push_back({i, true, false});
        run.push_back({after, false, false});
      } else if (const std::size_t governed_at = past_preposition(run, next, governed); governed_at != next) {
        for (std::size_t i = next; i < governed_at; ++i) run.push_back({i, true, false});
        run.push_back({governed_at, false, false});
        governed = true;
      } else if (key(next) == "and" && joins_list(run, next, governed)) {
        run.push_back({next, true, false});
        run.push_back({next + 1, false, false});
      } else if (key(next) == "s" && touches(next) && is_saint(run) && named(next + 1)) {
        run.push_back({next, true, false});
        run.push_back({next + 1, false, false});
      } else if (is(last, kNumbered) && is_short_number(next)) {
        run.push_back({next, false, false});
        break;
      } else {
        break;
      }
    }
    return run;
  }

  [[nodiscard]] bool is_hyphen(std::size_t i) const {
    const std::string_view m = mark(i);
    return m == "-" || m == "\u2010" || m == "\u2013";
  }

  /// "Nguyen-Hart", "Gi-taek", but not "Milwaukee-based".
  [[nodiscard]] bool joins_after_hyphen(const std::vector<Piece>& run, std::size_t i) {
    if (named(i)) return !is(i, kDemonym);
    const NameToken& token = at(i);
    constexpr std::size_t kLongestTail = 6;
    if (!token.is_word || run.size() < 2 || is(i, kNoHyphenTail)) return false;
    const std::string_view tail = key(i);
    if (tail.size() > kLongestTail || tail.ends_with("ed") || tail.ends_with("ing")) return false;
    return tail.size() <= 2 || (!token.function_word && !token.known && !words_.written_small(token.word)) ||
           run.size() == 2;
  }

  /// The capital after "van der", "bin", "de la"; `i` where there is none.
  [[nodiscard]] std::size_t past_particles(std::size_t i) {
    std::size_t end = i;
    constexpr std::size_t kMost = 3;
    while (end < tokens_.size() && end < i + kMost && is_particle(end)) ++end;
    while (end > i && end < tokens_.size() && is_hyphen(end) && touches(end)) ++end;
    return end > i && named(end) ? end : i;
  }
  [[nodiscard]] bool is_particle(std::size_t i) {
    const NameToken& token = at(i);
    // "at", "on", "am" and "a" are particles nowhere that English is written.
    return token.is_word && !token.capital && (token.classes & kParticle) != 0 && !token.function_word;
  }

  /// "Bank of England", "Ministry of the Interior", "Council on Foreign Relations".
  [[nodiscard]] std::size_t past_preposition(const std::vector<Piece>& run, std::size_t i, bool governed) {
    const std::string_view word = key(i);
    const bool of = word == "of";
    if (!of && word != "for" && word != "on" && !(governed && word == "in")) return i;
    const std::size_t last = run.back().token;
    const bool governs = is(last, kGoverns);
    // One common noun with a capital, as in "Reliquary of Saint Odrada", can only be a proper name.
    const bool common_noun = of && run.size() == 1 && !is(last, kTitle) &&
                             (words_.written_small(at(last).word) || (at(last).known && !is(last, kDemonym)));
    const bool office = of && is(last, kTitle);
    if (!governs && !common_noun && !office && !(governed && word == "in")) return i;
    if (governed && of && !governs) return i;
    std::size_t end = i + 1;
    if (end < tokens_.size() && key(end) == "the" && !at(end).capital) ++end;
    return named(end) && !is(end, kTime) ? end : i;
  }

  /// "Graphic and Carton Union", "Trade and Industry": a list within one name ends in a noun that names
  /// an institution, and begins behind "the" or behind "of".
  [[nodiscard]] bool joins_list(const std::vector<Piece>& run, std::size_t i, bool governed) {
    if (!named(i + 1)) return false;
    if (governed) return !is(run.back().token, kGoverns) && common(run.back().token) && common(i + 1);
    const std::size_t first = run.front().token;
    if (first == 0 || (key(first - 1) != "the" && key(first - 1) != "s") || run.size() > 2) return false;
    std::size_t end = i + 1;
    while (end + 1 < tokens_.size() && named(end + 1)) ++end;
    return end > i + 1 && is(end, kGoverns) && common(run.back().token);
  }
  [[nodiscard]] bool common(std::size_t i) {
    const NameToken& token = at(i);
    if (token.all_capitals) return false;
    return token.known || words_.written_small(token.word) || (token.classes & (kOffice | kHead)) != 0;
  }

  [[nodiscard]] bool is_saint(const std::vector<Piece>& run) {
    const std::string_view first = key(run.front().token);
    return run.size() == 2 && (first == "st" || first == "saint");
  }

  [[nodiscard]] bool is_short_number(std::size_t i) const {
    const std::string_view m = mark(i);
    constexpr std::size_t kMostDigits = 4;
    return !m.empty() && m.size() <= kMostDigits &&
           std::all_of(m.begin(), m.end(), [](char c) { return c >= '0' && c <= '9'; });
  }

  /// From a run of capitals to a name, or to none.
  void take(std::vector<Piece> run) {
    const bool role = follows_role(run.front().token);
    if (begins_speech(tokens_, run.front().token, vocabulary_)) drop_start(run);
    const bool titled = drop_title(run);
    drop_demonym(run);
    while (!run.empty() && run.front().inner) run.erase(run.begin());
    while (!run.empty() && (run.back().inner || ends_badly(run))) run.pop_back();
    if (run.empty() || says_nothing(run)) return;
    add(run, role || titled, titled);
  }

  /// "spokesman Dmitry Peskov": a small title before the name.
  [[nodiscard]] bool follows_role(std::size_t i) {
    if (i == 0) return false;
    const std::size_t before = mark(i - 1) == "." && i > 1 ? i - 2 : i - 1;
    return is(before, kTitle) && at(before).is_word && !at(before).capital;
  }

  /// The first word of a sentence has its capital anyway.
  void drop_start(std::vector<Piece>& run) {
    const std::size_t first = run.front().token;
    const NameToken& token = at(first);
    const bool alone = run.size() == 1;
    if (run.size() > 1 && run[1].glued) return;
    if (token.all_capitals && !token.function_word) return;
    if (alone) {
      if (is(first, kStarter) || !is_name_alone(first)) run.clear();
      return;
    }
    if (run[1].inner) {
      if (is(first, kStarter)) run.erase(run.begin(), run.begin() + 1);
      return;
    }
    if (words_.written_as_name(token.word) || is(first, kTitle | kOffice)) return;
    // What a lexicon has but nobody writes ("anna", a coin) is a given name here.
    const bool plain =
        is(first, kStarter) || words_.written_small(token.word) || vocabulary_.commonness(tokens_[first].word) > 0;
    // "Red Cross": two common words with capitals are a name; the first sentence's "Striker Kane" is one.
    const bool compound = common(run[1].token) && !is(first, kStarter) && !words_.capital_inside(at(run[1].token).word);
    if (plain && !compound && !is_adverbially_safe(first)) run.erase(run.begin());
  }
  /// Institutions begin with common words: "Eastern Light & Power" stands so elsewhere.
  [[nodiscard]] bool is_adverbially_safe(std::size_t i) {
    return words_.capital_inside(at(i).word) && !is(i, kStarter);
  }

  [[nodiscard]] bool is_name_alone(std::size_t i) {
    const NameToken& token = at(i);
    const bool speaks = i + 1 < tokens_.size() && is(i + 1, kSpeech);
    if (words_.is_surname(token.word) && (speaks || !words_.written_small(token.word))) return true;
    if (words_.written_as_name(token.word) && speaks) return true;
    if (words_.written_as_name(token.word))
      return words_.capital_alone(token.word) || !(token.known || (token.classes & (kHead | kOffice)) != 0);
    if (words_.written_small(token.word) || token.function_word) return false;
    if (vocabulary_.resources().lexicon != nullptr && !token.known) return !is_regular_word(i);
    return followed_by_age(i) || (!token.known && speaks && !looks_plural(i));
  }
  /// Derived words that no lexicon lists: "Unvaccinated", "Reopening".
  [[nodiscard]] bool is_regular_word(std::size_t i) {
    const std::string_view word = key(i);
    return word.ends_with("ly") || word.ends_with("ing") || word.ends_with("ed") || word.ends_with("ers") ||
           word.ends_with("ness");
  }
  [[nodiscard]] bool looks_plural(std::size_t i) {
    const std::string_view word = key(i);
    return word.ends_with("s") || is_regular_word(i);
  }
  [[nodiscard]] bool followed_by_age(std::size_t i) {
    return i + 3 < tokens_.size() && mark(i + 1) == "," && is_short_number(i + 2) && mark(i + 2).size() <= 3 &&
           mark(i + 3) == ",";
  }

  /// "General Omar Fields" is a person, "Prince Edward Island" and "Justice Department" are none.
  [[nodiscard]] bool is_person_behind(const std::vector<Piece>& run) {
    constexpr std::string_view kOfPlaces[] = {"king", "queen", "prince", "princess", "lady", "lord", "pope", "father"};
    const std::string_view title = key(run.front().token);
    return run.size() == 3 && !run[1].inner && !run[2].glued && is(run.front().token, kTitle) &&
           !common(run[1].token) && !is(run[1].token, kTitle) &&
           std::find(std::begin(kOfPlaces), std::end(kOfPlaces), title) == std::end(kOfPlaces);
  }

  /// "Prime Minister Ignace Belcourt" -> "Ignace Belcourt"; true where a title stood. "Justice Department"
  /// and "General Motors" keep theirs.
  bool drop_title(std::vector<Piece>& run) {
    if (run.size() > 1 && is(run.back().token, kHead) && !is(run.back().token, kTitle) && !is_person_behind(run))
      return false;
    std::size_t keep = 0;
    // The last word of a name may look like one: "Stephen King".
    for (std::size_t i = 0; i + 1 < run.size(); ++i)
      if (!run[i].inner && is(run[i].token, kTitle)) keep = i + 1;
    if (keep == 0) return false;
    // "Secretary of State Antony Blinken", "Minister for Health"
    while (keep < run.size() && (run[keep].inner || (keep > 0 && run[keep - 1].inner && is(run[keep].token, kOffice)) ||
                                 (keep > 1 && is(run[keep].token, kOffice) && is(run[keep - 1].token, kOffice))))
      ++keep;
    if (keep < run.size() && run[keep].glued) ++keep;  // "Secretary-General"
    run.erase(run.begin(), run.begin() + static_cast<std::ptrdiff_t>(std::min(keep, run.size())));
    return true;
  }

  /// "Russian Volodymyr Ivanov", but "American Airlines", "South Korean".
  void drop_demonym(std::vector<Piece>& run) {
    if (run.size() < 2 || run[1].inner || run[1].glued || !is_demonym(run.front().token)) return;
    if (!common(run[1].token)) run.erase(run.begin());
  }
  [[nodiscard]] bool is_demonym(std::size_t i) {
    if (is(i, kDemonym)) return true;
    // "Karvelian" where the text has "Karvelia", "Tashiri" where it has "Tashir".
    const std::string_view word = key(i);
    constexpr std::size_t kShortestPlace = 4;
    for (const std::string_view ending : {"n", "an", "ian", "i", "ese", "ish", "ns", "ans", "ians", "is"}) {
      if (!word.ends_with(ending) || word.size() < kShortestPlace + ending.size()) continue;
      const std::string_view place = word.substr(0, word.size() - ending.size());
      const NameWord known = words_.add_key(place);
      if (words_.capital_inside(known)) return true;
    }
    return false;
  }

  [[nodiscard]] bool ends_badly(const std::vector<Piece>& run) {
    const std::size_t last = run.back().token;
    return run.size() > 1 && !run.back().glued && is(last, kNoName) && !at(last).all_capitals;
  }

  /// Titles, peoples, holidays and bare institutions ("the Court") are no names alone.
  [[nodiscard]] bool says_nothing(const std::vector<Piece>& run) {
    const bool alone = std::count_if(run.begin(), run.end(), [](const Piece& p) { return !p.inner; }) == 1;
    return std::all_of(run.begin(), run.end(), [&](const Piece& piece) {
      const std::size_t i = piece.token;
      if (piece.inner) return true;
      if (is(i, kNoName | kTime) || is(i, kTitle | kOffice) || (at(i).initial && run.size() == 1)) return true;
      if (is_demonym(i)) return true;
      return alone && (is(i, kHead) || is(i, kSuffix)) && (words_.written_small(at(i).word) || at(i).known);
    });
  }

  void add(const std::vector<Piece>& run, bool person, bool titled) {
    NameMention mention;
    std::vector<std::size_t> counted;  // tokens of `mention.words`
    mention.sentence = sentence_;
    mention.first_token = static_cast<std::uint32_t>(first_ + run.front().token);
    mention.end_token = static_cast<std::uint32_t>(first_ + run.back().token + 1);
    mention.original = segments_.original_of(tokens_[run.front().token]);
    for (const Piece& piece : run) {
      mention.original = hull(mention.original, segments_.original_of(tokens_[piece.token]));
      if (piece.inner) continue;
      mention.words.push_back(spelled_out(at(piece.token).word, piece.token == run.back().token));
      counted.push_back(piece.token);
    }
    const std::size_t words = mention.words.size();
    drop_particles(mention.words, run.front().token);
    counted.erase(counted.begin(), counted.begin() + static_cast<std::ptrdiff_t>(words - mention.words.size()));
    while (mention.words.size() > 1 && (name_classes(words_.text(mention.words.back())) & kSuffix) != 0) {
      mention.words.pop_back();
      if (!person) mention.kind = NameKind::kInstitution;
    }
    counted.resize(mention.words.size());
    for (const std::size_t token : counted) {
      if (!mention.spelling.empty()) mention.spelling += ' ';
      mention.spelling += name_spelling(words_.surface(tokens_[token].word));
    }
    const std::size_t last = run.back().token;
    mention.acronym = run.size() == 1 && at(last).all_capitals;
    const std::size_t before = run.front().token;
    mention.speaks = (before > 0 && is(before - 1, kSpeech)) || (last + 1 < tokens_.size() && is(last + 1, kSpeech));
    const bool head = run.size() > 1 && is(last, kHead) && !titled;
    if (head && !is(last, kGeographic)) mention.kind = NameKind::kInstitution;
    if (person && !head) mention.kind = NameKind::kPerson;
    if (mention.kind == NameKind::kUnknown && followed_by_age(last)) mention.kind = NameKind::kPerson;
    if (mention.kind == NameKind::kPerson && mention.words.size() > 1) words_.note_surname(mention.words.back());
    note_abbreviation(last);
    out_.mentions.push_back(std::move(mention));
  }

  /// "St." before a name is "Saint".
  [[nodiscard]] NameWord spelled_out(NameWord word, bool last) {
    constexpr std::string_view kPairs[][2] = {{"st", "saint"}, {"ste", "sainte"}, {"mt", "mount"}, {"ft", "fort"}};
    for (const auto& pair : kPairs)
      if (!last && words_.text(word) == pair[0]) return words_.add_key(pair[1]);
    return word;
  }

  /// "Von der Leyen" begins a sentence, "von der Leyen" does not: particles tell nothing.
  void drop_particles(std::vector<NameWord>& words, std::size_t first) {
    constexpr std::string_view kParticles[] = {"von", "van", "der", "den", "de", "du", "di", "da", "bin", "ibn", "ter"};
    const auto drops = [&](NameWord word) {
      return std::find(std::begin(kParticles), std::end(kParticles), words_.text(word)) != std::end(kParticles);
    };
    while (words.size() > 1 && drops(words.front())) words.erase(words.begin());
    const bool arabic = words.size() > 1 && (words_.text(words[0]) == "al" || words_.text(words[0]) == "el");
    if (arabic && is_hyphen(first + 1)) words.erase(words.begin());
  }

  /// "World Health Organization (WHO)"
  void note_abbreviation(std::size_t last) {
    const std::string_view open = mark(last + 1);
    if (last + 3 >= tokens_.size() || (open != "(" && open != "[") || !at(last + 2).all_capitals) return;
    if (mark(last + 3) != ")" && mark(last + 3) != "]") return;
    out_.abbreviations.emplace_back(static_cast<std::uint32_t>(out_.mentions.size()), at(last + 2).word);
  }

  const Segments& segments_;
  std::uint32_t sentence_;
  std::size_t first_;
  std::span<const Token> tokens_;
  const Vocabulary& vocabulary_;
  NameWords& words_;
  NameReading& out_;
};

}  // namespace

NameReading read_names(const Segments& segments, const Vocabulary& vocabulary, NameWords& words) {
  NameReading reading;
  for (std::uint32_t s = 0; s < segments.sentences.size(); ++s) {
    check_deadline();
    if (is_headline_like(segments, segments.sentences[s], words)) continue;
    SentenceReader(segments, s, vocabulary, words, reading).read();
  }
  return reading;
}

}  // namespace storydiff
