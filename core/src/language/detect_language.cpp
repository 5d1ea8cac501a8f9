#include "language/detect_language.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <string>
#include <vector>

#include "language/code_point.hpp"
#include "language/detect_tables.hpp"
#include "language/icu_text.hpp"
#include "language/interner.hpp"
#include "language/profile_words.hpp"
#include "language/utf8.hpp"

namespace storydiff {
namespace {

constexpr std::size_t kLanguages = kProfiles.size();
constexpr std::size_t kEnglish = 0;

// A word counts the less the more languages have it: 60 parts, shared by up to six.
constexpr std::uint32_t kWordPoints = 60;
constexpr std::uint32_t kLetterPoints = 30;  ///< a letter may come from a foreign name
constexpr std::uint32_t kMostSharers = 6;

// Fewer distinct words than this may hold no function word by chance.
constexpr std::size_t kShort = 40;
constexpr std::size_t kFewestHits = 3;

// Of the distinct words of a text that are function words, at least one in so many. In a long text most
// words are new ones and most function words are used up, so this share of the list is enough then.
constexpr std::size_t kWordsPerHit = 12;
constexpr std::size_t kListPerHit = 3;

// Of the distinct words, at most one in so many may have a letter that the language lacks.
constexpr std::size_t kWordsPerAlien = 5;

// A script or letters that no other language has tell it as well, in one word of so many: Greek, Turkish.
constexpr std::size_t kWordsPerOwn = 4;

static_assert(kProfiles[kEnglish].tag == "en");

/// What a word says for which language.
struct Says {
  LanguageMask as_function_word = 0;
  LanguageMask as_spelled = 0;  ///< languages that have all its letters past a to z, if it has any
  bool has_letters = false;     ///< past a to z
};

Says what_says(std::string_view word) {
  Says says{.as_function_word = languages_of_word(word), .has_letters = !is_ascii(word)};
  if (!says.has_letters) return says;
  says.as_spelled = ~LanguageMask{0};
  for (std::size_t i = 0; i < word.size();) {
    const CodePoint c = decode_utf8(word, i);
    i += c.length;
    if (c.value >= 0x80 && classify(c.value) != CharClass::kMark) says.as_spelled &= languages_of_letter(c.value);
  }
  return says;
}

/// Distinct words, counted for each language.
class Tally {
 public:
  void add(const Says& word) {
    ++words_;
    for_each(word.as_function_word, kWordPoints, [](Count& count) { ++count.hits; });
    if (!word.has_letters) return;
    ++marked_;
    const bool alone = std::has_single_bit(word.as_spelled);
    for_each(word.as_spelled, kLetterPoints, [alone](Count& count) {
      ++count.own_letters;
      count.own_alone += alone ? 1 : 0;
    });
  }

  [[nodiscard]] std::size_t words() const { return words_; }
  [[nodiscard]] std::uint32_t points(std::size_t language) const { return counts_[language].points; }
  [[nodiscard]] std::size_t aliens(std::size_t language) const { return marked_ - counts_[language].own_letters; }

  /// The language with the most points; of equals the first.
  [[nodiscard]] std::size_t best() const {
    std::size_t best = kEnglish;
    for (std::size_t language = 0; language < kLanguages; ++language)
      if (points(language) > points(best)) best = language;
    return best;
  }

  [[nodiscard]] std::uint32_t second_points(std::size_t best) const {
    std::uint32_t second = 0;
    for (std::size_t language = 0; language < kLanguages; ++language)
      if (language != best) second = std::max(second, points(language));
    return second;
  }

  /// Whether the words are as many as a text of that language has.
  [[nodiscard]] bool is_plausible(std::size_t language) const {
    const std::size_t hits = counts_[language].hits;
    const std::size_t wanted = std::min(words() / kWordsPerHit, function_words_of(language) / kListPerHit);
    const std::size_t unlike = counts_[language].own_alone;
    const bool unmistakable = unlike >= kFewestHits && unlike * kWordsPerOwn >= words();
    return (unmistakable || hits >= std::max(wanted, kFewestHits)) && aliens(language) * kWordsPerAlien <= words();
  }

 private:
  struct Count {
    std::uint32_t points = 0;
    std::size_t hits = 0;         ///< function words
    std::size_t own_letters = 0;  ///< words with letters past a to z that are all the language's
    std::size_t own_alone = 0;    ///< such words that no other language could have
  };

  template <class Visit>
  void for_each(LanguageMask mask, std::uint32_t points, Visit visit) {
    const std::uint32_t share =
        points / std::clamp(static_cast<std::uint32_t>(std::popcount(mask)), std::uint32_t{1}, kMostSharers);
    for (; mask != 0; mask &= mask - 1) {
      const auto language = static_cast<std::size_t>(std::countr_zero(mask));
      if (language >= kLanguages) return;
      counts_[language].points += share;
      visit(counts_[language]);
    }
  }

  std::size_t words_ = 0;
  std::size_t marked_ = 0;  ///< words with letters past a to z
  std::array<Count, kLanguages> counts_{};
};

/// What the beginning of a text is read of, case-folded.
std::string folded_beginning(std::string_view text) {
  std::size_t end = std::min(text.size(), kDetectBytes);
  while (!is_utf8_boundary(text, end)) --end;
  return fold_case(text.substr(0, end));
}

/// Calls `visit` with each word of a case-folded text.
template <class Visit>
void for_each_word(std::string_view folded, Visit visit) {
  std::size_t begin = 0;
  const auto word = [&](std::size_t end) {
    // A single letter is more often an initial than a word.
    const bool initial = end - begin == 1 && is_ascii(folded.substr(begin, 1));
    if (end > begin && !initial) visit(folded.substr(begin, end - begin));
  };
  for (std::size_t i = 0; i < folded.size();) {
    const CodePoint c = decode_utf8(folded, i);
    const CharClass kind = classify(c.value);
    const bool unspaced = kind == CharClass::kUnspaced;
    if (unspaced || !(is_letter(kind) || kind == CharClass::kMark)) {
      word(i);
      // In a script without spaces a sign is about a word.
      if (unspaced) visit(folded.substr(i, c.length));
      begin = i + c.length;
    }
    i += c.length;
  }
  word(folded.size());
}

// One part in five more, so that a word or two cannot decide.
bool clearly_more(std::uint32_t a, std::uint32_t b) { return std::uint64_t{a} * 5 > std::uint64_t{b} * 6; }

// `kLanguages` for a language without a profile.
std::size_t place_of(std::string_view tag) {
  return static_cast<std::size_t>(std::ranges::find(kProfiles, tag, &LanguageProfile::tag) - kProfiles.begin());
}

}  // namespace

struct TextLanguages::Tallies {
  std::vector<Tally> by_text;
  Tally together;
};

TextLanguages::TextLanguages(std::span<const std::string_view> texts) : tallies_(std::make_unique<Tallies>()) {
  struct Seen {
    Says says;
    std::size_t text = 0;  ///< the last one that had it
  };
  Interner words;
  std::vector<Seen> known;  // by number of the word
  for (const std::string_view text : texts) {
    Tally& own = tallies_->by_text.emplace_back();
    const std::size_t number = tallies_->by_text.size();
    for_each_word(folded_beginning(text), [&](std::string_view word) {
      const auto [id, is_new] = words.intern(word);
      if (is_new) tallies_->together.add(known.emplace_back(Seen{what_says(word), number}).says);
      Seen& seen = known[id];
      if (is_new || seen.text != number) own.add(seen.says);
      seen.text = number;
    });
  }
}

TextLanguages::~TextLanguages() = default;

DetectedLanguage TextLanguages::together() const {
  using enum DetectedLanguage::Sureness;
  const Tally& tally = tallies_->together;
  const std::size_t best = tally.best();
  const bool is_short = tally.words() < kShort;
  if (tally.is_plausible(best) && (!is_short || clearly_more(tally.points(best), tally.second_points(best))))
    return {kProfiles[best].tag, kSure};
  if (is_short && tally.aliens(kEnglish) * 2 <= tally.words()) return {"en", kTooShort};
  // Tables and lists of names have few function words: what looks like nothing else stays English.
  if (best == kEnglish && tally.aliens(kEnglish) * kWordsPerAlien <= tally.words()) return {"en", kTooShort};
  return {"und", kUnknown};
}

bool TextLanguages::is_clearly_not(std::size_t text, std::string_view tag) const {
  const Tally& tally = tallies_->by_text[text];
  const std::size_t best = tally.best();
  if (tally.words() < kShort || kProfiles[best].tag == tag || !tally.is_plausible(best)) return false;
  const std::size_t place = place_of(tag);
  return place == kLanguages || clearly_more(tally.points(best), tally.points(place));
}

bool is_profile_word(std::string_view folded, std::string_view primary_language) {
  const std::size_t place = place_of(primary_language);
  if (folded.size() > 1 && folded.ends_with('\'')) folded.remove_suffix(1);
  return place != kLanguages && (languages_of_word(folded) >> place & 1) != 0;
}

}  // namespace storydiff
