#include "analyse/names/name_index.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "analyse/names/name_match.hpp"
#include "analyse/names/name_tables.hpp"
#include "language/code_point.hpp"
#include "language/icu_text.hpp"

namespace storydiff {
namespace {

NameKey joined(std::span<const NameWord> a, std::span<const NameWord> b) {
  NameKey key = name_key_of(a);
  key += static_cast<char32_t>(0xFFFFFFFF);  // no word has this number
  key += name_key_of(b);
  return key;
}

/// Furniture that tells whom and where the story is about, or who made it.
bool names_people_and_places(std::string_view role) {
  constexpr std::string_view kRoles[] = {"dateline",          "headline",    "byline",       "credit",
                                         "caption",           "standfirst",  "bullet",       "crosshead",
                                         "correction-notice", "update-note", "editors-note", "section"};
  return std::find(std::begin(kRoles), std::end(kRoles), role) != std::end(kRoles);
}

/// "Mexican", "Iraqi", "Danish".
bool may_be_people(std::string_view word) {
  if (word.ends_with('s')) word.remove_suffix(1);
  return word.ends_with('n') || word.ends_with('i') || word.ends_with("ese") || word.ends_with("ish");
}

std::string initial_of(std::string_view word) {
  return std::string(word.substr(0, word.empty() ? 0 : decode_utf8(word, 0).length));
}

void add(std::vector<std::uint32_t>& list, std::uint32_t value, std::size_t longest) {
  if (list.size() < longest && (list.empty() || list.back() != value)) list.push_back(value);
}

bool begins_or_ends_with(std::span<const NameWord> whole, std::span<const NameWord> part) {
  if (part.size() >= whole.size()) return false;
  return std::equal(part.begin(), part.end(), whole.begin()) || std::equal(part.rbegin(), part.rend(), whole.rbegin());
}

}  // namespace

std::string without_last(const std::string& initials) {
  constexpr std::size_t kShortest = 4;
  return initials.size() < kShortest ? std::string() : initials.substr(0, initials.size() - 1);
}

NameKey name_key_of(std::span<const NameWord> words) {
  NameKey key;
  for (const NameWord word : words) key += static_cast<char32_t>(word);
  return key;
}

NameIndex::NameIndex(NameReading reading, const Segments& segments, const NormalizedDocument& normalized,
                     NameWords& words)
    : segments_(segments), mentions_(std::move(reading.mentions)) {
  group(words);
  for (const auto& [mention, abbreviation] : reading.abbreviations)
    declared_.insert(joined(mentions_[mention].words, std::span(&abbreviation, 1)));
  for (std::size_t i = 1; i < mentions_.size(); ++i) {
    const NameMention& before = mentions_[i - 1];
    const bool comma = before.sentence == mentions_[i].sentence && before.end_token + 1 == mentions_[i].first_token &&
                       words.surface(segments.tokens[before.end_token].word) == ",";
    if (comma) neighbours_.insert(joined(before.words, mentions_[i].words));
  }
  read_places(normalized, words);
}

void NameIndex::group(NameWords& words) {
  for (std::uint32_t m = 0; m < mentions_.size(); ++m) {
    const NameMention& mention = mentions_[m];
    const auto [entry, added] =
        by_key_.try_emplace(name_key_of(mention.words), static_cast<std::uint32_t>(forms_.size()));
    if (added) {
      NameForm form;
      form.words = mention.words;
      form.acronym = mention.acronym;
      for (const NameWord word : form.words) form.initials[0] += initial_of(words.text(word));
      for (std::uint32_t t = mention.first_token; t < mention.end_token; ++t) {
        const NameToken& token = words.token(segments_.tokens[t].word);
        const std::string_view text = words.text(token.word);
        if (token.is_word && text != "the" && text != "&") form.initials[1] += initial_of(text);
      }
      forms_.push_back(std::move(form));
    }
    NameForm& form = forms_[entry->second];
    if (form.kind == NameKind::kUnknown) form.kind = mention.kind;
    form.acronym = form.acronym && mention.acronym;
    form.speaks = form.speaks || mention.speaks;
    form.mentions.push_back(m);
    constexpr std::size_t kMostSpellings = 4;
    const bool new_spelling =
        std::find(form.spellings.begin(), form.spellings.end(), mention.spelling) == form.spellings.end();
    if (new_spelling && form.spellings.size() < kMostSpellings) form.spellings.push_back(mention.spelling);
    form_of_.push_back(entry->second);
  }
  for (std::uint32_t f = 0; f < forms_.size(); ++f) {
    const NameForm& form = forms_[f];
    for (const NameWord word : form.words) add(by_word_[word], f, kLongestList);
    for (const std::string& trait : traits(words.text(form.words.back()))) add(by_trait_[trait], f, kLongestList);
    if (form.words.size() == 1) continue;
    add(by_initials_[form.initials[0]], f, kLongestList);
    if (form.initials[1] != form.initials[0]) add(by_initials_[form.initials[1]], f, kLongestList);
    if (const std::string most = without_last(form.initials[0]); !most.empty())
      add(by_initials_[most], f, kLongestList);
  }
  // A surname alone is a person where the full name is.
  for (std::uint32_t f = 0; f < forms_.size(); ++f)
    if (forms_[f].kind == NameKind::kUnknown) forms_[f].kind = forms_[full_form(f)].kind;
}

Span NameIndex::original_of(const Place& place) const {
  const std::size_t tokens = segments_.tokens.size();
  return place.number < tokens ? segments_.original_of(segments_.tokens[place.number])
                               : dropped_[place.number - tokens];
}

void NameIndex::read_places(const NormalizedDocument& normalized, NameWords& words) {
  const auto tokens = static_cast<std::uint32_t>(segments_.tokens.size());
  places_.reserve(tokens);
  for (std::uint32_t t = 0; t < tokens; ++t) {
    const NameToken& facts = words.token(segments_.tokens[t].word);
    if ((facts.classes & kSmallWord) != 0 || words.text(facts.word).empty()) continue;
    places_.push_back({facts.word, t, facts.capital || !facts.is_word});
  }
  for (const LedgerEntry& entry : normalized.ledger) {
    if (entry.action != EditAction::kDrop || !entry.hides_original || !names_people_and_places(entry.role)) continue;
    const std::string_view text = entry.text;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= text.size();) {
      const CodePoint c = i < text.size() ? decode_utf8(text, i) : CodePoint{' ', 1};
      const CharClass kind = classify(c.value);
      // The period of "U.S." stays; that of a sentence is no part of the key.
      const bool inside = is_letter(kind) || kind == CharClass::kDigit || kind == CharClass::kMark || c.value == '.' ||
                          c.value == '\'' || c.value == 0x2019;
      if (!inside) {
        std::string_view word = text.substr(begin, i - begin);
        for (const std::string_view possessive : {"'s", "\u2019s"})
          if (word.ends_with(possessive)) word.remove_suffix(possessive.size());
        const std::string key = storydiff::name_key(word);
        if (!key.empty() && (name_classes(key) & kSmallWord) == 0) {
          const Offset at = entry.span.begin + static_cast<Offset>(begin);
          const bool capital = classify(decode_utf8(word, 0).value) != CharClass::kLower;
          places_.push_back({words.add(word), tokens + static_cast<std::uint32_t>(dropped_.size()), capital});
          dropped_.push_back({at, at + static_cast<Offset>(word.size())});
        }
        begin = i + c.length;
      }
      i += c.length;
    }
  }
  std::vector<bool> seen(words.size(), false);
  for (const Place& place : places_) {
    if (!place.capital || seen[place.word]) continue;
    seen[place.word] = true;
    const std::string_view text = words.text(place.word);
    if (text.size() > kBeginning && may_be_people(text)) beginnings_.emplace(text.substr(0, kBeginning));
  }
  places_begin_.assign(words.size() + 1, 0);
  for (const Place& place : places_) ++places_begin_[place.word + 1];
  for (std::size_t i = 1; i < places_begin_.size(); ++i) places_begin_[i] += places_begin_[i - 1];
  places_of_.resize(places_.size());
  std::vector<std::uint32_t> next = places_begin_;
  for (std::uint32_t i = 0; i < places_.size(); ++i) places_of_[next[places_[i].word]++] = i;
}

std::uint32_t NameIndex::form_named(std::span<const NameWord> words) const {
  const auto found = by_key_.find(name_key_of(words));
  return found == by_key_.end() ? static_cast<std::uint32_t>(forms_.size()) : found->second;
}

std::uint32_t NameIndex::full_form(std::uint32_t form) const {
  const std::vector<NameWord>& words = forms_[form].words;
  std::uint32_t full = form;
  for (const std::uint32_t other : forms_with(words.front())) {
    if (!begins_or_ends_with(forms_[other].words, words)) continue;
    if (full == form || begins_or_ends_with(forms_[other].words, forms_[full].words)) {
      full = other;
    } else if (!begins_or_ends_with(forms_[full].words, forms_[other].words)) {
      return form;
    }
  }
  return full;
}

bool NameIndex::declares(std::span<const NameWord> words, NameWord abbreviation) const {
  return declared_.contains(joined(words, std::span(&abbreviation, 1)));
}

bool NameIndex::neighbours(std::span<const NameWord> a, std::span<const NameWord> b) const {
  return neighbours_.contains(joined(a, b)) || neighbours_.contains(joined(b, a));
}

Span NameIndex::find_words(std::span<const NameWord> words) const {
  constexpr std::size_t kMostPlaces = 256;
  if (words.empty() || words.front() + 1 >= places_begin_.size()) return {};
  const std::uint32_t begin = places_begin_[words.front()];
  const std::uint32_t end = places_begin_[words.front() + 1];
  for (std::uint32_t i = begin; i < end && i < begin + kMostPlaces; ++i) {
    const std::uint32_t at = places_of_[i];
    if (at + words.size() > places_.size() || (words.size() == 1 && !places_[at].capital)) continue;
    std::size_t k = 1;
    while (k < words.size() && places_[at + k].word == words[k]) ++k;
    if (k < words.size()) continue;
    // Words that a move or a dropped line has brought together stand far apart in the file.
    constexpr Offset kLongestName = 256;
    const Span whole = hull(original_of(places_[at]), original_of(places_[at + k - 1]));
    if (whole.size() <= kLongestName) return whole;
  }
  return {};
}

}  // namespace storydiff
