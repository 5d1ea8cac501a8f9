#include "language/detect_language.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "language/code_point.hpp"
#include "language/detect_tables.hpp"
#include "language/icu_text.hpp"
#include "language/utf8.hpp"

namespace storydiff {
namespace {

using Mask = std::uint64_t;  ///< of languages, by their place in `kProfiles`

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

/// What the profiles say, by word and by letter. Made once a process.
struct Index {
  Index() {
    for (std::size_t language = 0; language < kLanguages; ++language) {
      const Mask bit = Mask{1} << language;
      folded[language] = fold_case(kProfiles[language].words);  // a final sigma is none when folded
      std::string_view left = folded[language];
      while (!left.empty()) {
        const std::size_t end = std::min(left.find(' '), left.size());
        Mask& mask = words[left.substr(0, end)];
        list_size[language] += (mask & bit) == 0 ? 1 : 0;
        mask |= bit;
        left.remove_prefix(std::min(end + 1, left.size()));
      }
      const std::string alphabet = fold_case(kProfiles[language].letters);
      for (std::size_t i = 0; i < alphabet.size();) {
        const CodePoint c = decode_utf8(alphabet, i);
        letters[c.value] |= bit;
        i += c.length;
      }
    }
  }

  std::array<std::string, kLanguages> folded;
  std::unordered_map<std::string_view, Mask> words;  ///< views of `folded`
  std::unordered_map<char32_t, Mask> letters;
  std::array<std::size_t, kLanguages> list_size{};
};

const Index& index() {
  static const Index made;
  return made;
}

/// The distinct words of texts, and what each says for which language.
class Tally {
 public:
  void read(std::string_view text) {
    if (text.size() > kDetectBytes) {
      std::size_t end = kDetectBytes;
      while (!is_utf8_boundary(text, end)) --end;
      text = text.substr(0, end);
    }
    const std::string folded = fold_case(text);
    std::size_t begin = 0;
    for (std::size_t i = 0; i < folded.size();) {
      const CodePoint c = decode_utf8(folded, i);
      const CharClass kind = classify(c.value);
      const bool unspaced = kind == CharClass::kUnspaced;
      if (unspaced || !(is_letter(kind) || kind == CharClass::kMark)) {
        add(std::string_view(folded).substr(begin, i - begin));
        // In a script without spaces a sign is about a word.
        if (unspaced) add(std::string_view(folded).substr(i, c.length));
        begin = i + c.length;
      }
      i += c.length;
    }
    add(std::string_view(folded).substr(begin));
  }

  [[nodiscard]] std::size_t words() const { return seen_.size(); }
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
    const std::size_t wanted = std::min(words() / kWordsPerHit, index().list_size[language] / kListPerHit);
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

  void add(std::string_view word) {
    // A single letter is more often an initial than a word.
    if (word.empty() || (word.size() == 1 && is_ascii(word)) || !seen_.emplace(word).second) return;
    const Index& known = index();
    if (const auto found = known.words.find(word); found != known.words.end())
      for_each(found->second, kWordPoints, [](Count& count) { ++count.hits; });
    if (is_ascii(word)) return;
    ++marked_;
    Mask mask = ~Mask{0};
    for (std::size_t i = 0; i < word.size();) {
      const CodePoint c = decode_utf8(word, i);
      i += c.length;
      if (c.value < 0x80 || classify(c.value) == CharClass::kMark) continue;
      const auto found = known.letters.find(c.value);
      mask &= found == known.letters.end() ? 0 : found->second;
    }
    const bool alone = std::has_single_bit(mask);
    for_each(mask, kLetterPoints, [alone](Count& count) {
      ++count.own_letters;
      count.own_alone += alone ? 1 : 0;
    });
  }

  template <class Visit>
  void for_each(Mask mask, std::uint32_t points, Visit visit) {
    const std::uint32_t share =
        points / std::clamp(static_cast<std::uint32_t>(std::popcount(mask)), std::uint32_t{1}, kMostSharers);
    for (std::size_t language = 0; language < kLanguages; ++language) {
      if ((mask >> language & 1) == 0) continue;
      counts_[language].points += share;
      visit(counts_[language]);
    }
  }

  std::unordered_set<std::string> seen_;
  std::size_t marked_ = 0;  ///< words with letters past a to z
  std::array<Count, kLanguages> counts_{};
};

// One part in five more, so that a word or two cannot decide.
bool clearly_more(std::uint32_t a, std::uint32_t b) { return std::uint64_t{a} * 5 > std::uint64_t{b} * 6; }

// `kLanguages` for a language without a profile.
std::size_t place_of(std::string_view tag) {
  return static_cast<std::size_t>(std::ranges::find(kProfiles, tag, &LanguageProfile::tag) - kProfiles.begin());
}

}  // namespace

DetectedLanguage detect_language(std::span<const std::string_view> texts) {
  using enum DetectedLanguage::Sureness;
  Tally tally;
  for (const std::string_view text : texts) tally.read(text);
  const std::size_t best = tally.best();
  const bool is_short = tally.words() < kShort;
  if (tally.is_plausible(best) && (!is_short || clearly_more(tally.points(best), tally.second_points(best))))
    return {kProfiles[best].tag, kSure};
  if (is_short && tally.aliens(kEnglish) * 2 <= tally.words()) return {"en", kTooShort};
  // Tables and lists of names have few function words: what looks like nothing else stays English.
  if (best == kEnglish && tally.aliens(kEnglish) * kWordsPerAlien <= tally.words()) return {"en", kTooShort};
  return {"und", kUnknown};
}

bool is_clearly_not(std::string_view text, std::string_view tag) {
  Tally tally;
  tally.read(text);
  const std::size_t best = tally.best();
  if (tally.words() < kShort || kProfiles[best].tag == tag || !tally.is_plausible(best)) return false;
  const std::size_t place = place_of(tag);
  return place == kLanguages || clearly_more(tally.points(best), tally.points(place));
}

bool is_profile_word(std::string_view folded, std::string_view primary_language) {
  const std::size_t place = place_of(primary_language);
  if (folded.size() > 1 && folded.ends_with('\'')) folded.remove_suffix(1);
  const auto found = index().words.find(folded);
  return place != kLanguages && found != index().words.end() && (found->second >> place & 1) != 0;
}

}  // namespace storydiff
