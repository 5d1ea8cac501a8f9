#include "repeats.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace storydiff::dedupe {
namespace {

constexpr std::size_t kRun = 6;  // words by which a place is found; also the shortest pull quote
constexpr std::size_t kShortestDisplay = 8;
constexpr std::size_t kShortestSentences = 12;
constexpr std::size_t kLongestPullQuote = 60;
constexpr std::size_t kLongestAttribution = 8;
constexpr std::size_t kMostPlaces = 16;

using Word = std::uint64_t;  // a hash: of two words with one hash, none has yet been seen

struct Paragraph {
  std::size_t first = 0;  ///< index of its first word
  std::size_t count = 0;
  /// Words before a dash or line end behind which an attribution may stand; 0 for none.
  std::size_t quoted = 0;
};

constexpr std::array<std::string_view, 7> kQuotes = {"\"", "“", "”", "«", "»", "„", "‘"};

bool begins_with_quote(std::string_view text) {
  return std::any_of(kQuotes.begin(), kQuotes.end(), [&](std::string_view q) { return text.starts_with(q); });
}

bool ends_with_stop(std::string_view text) {
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view closing : {"\"", "”", "»", "’", "'", ")"})
      if (text.ends_with(closing)) {
        text.remove_suffix(closing.size());
        again = true;
      }
  }
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with("…");
}

class Finder {
 public:
  Finder(std::string_view text, std::span<const Range> paragraphs) : text_(text), ranges_(paragraphs) {
    for (const Range& range : paragraphs) read(range);
    for (std::size_t p = 0; p < paragraphs_.size(); ++p) {
      const Paragraph& paragraph = paragraphs_[p];
      for (std::size_t i = 0; i + kRun <= paragraph.count; ++i) {
        auto& places = places_[run_at(paragraph.first + i)];
        if (places.size() < kMostPlaces) places.push_back({p, paragraph.first + i});
      }
    }
  }

  std::vector<Repeat> find() const {
    std::vector<Repeat> repeats;
    for (std::size_t p = 0; p < paragraphs_.size(); ++p)
      if (const std::optional<Kind> kind = kind_of(p)) repeats.push_back({p, *kind});
    return repeats;
  }

 private:
  struct Place {
    std::size_t paragraph;
    std::size_t word;
  };

  void read(Range range) {
    Paragraph paragraph;
    paragraph.first = words_.size();
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text_.data());
    const auto end = static_cast<std::int64_t>(range.end);
    Word hash = 0;
    bool in_word = false;
    const auto finish = [&] {
      if (in_word) words_.push_back(hash);
      in_word = false;
    };
    for (auto at = static_cast<std::int64_t>(range.begin); at < end;) {
      const auto begin = at;
      UChar32 c = 0;
      U8_NEXT(bytes, at, end, c);
      if (c >= 0 && (u_isalnum(c) != 0 || u_getCombiningClass(c) != 0)) {
        if (!in_word) hash = 0xCBF29CE484222325U;
        in_word = true;
        hash = (hash ^ static_cast<Word>(u_foldCase(c, U_FOLD_CASE_DEFAULT))) * 0x100000001B3U;
        continue;
      }
      // Apostrophes within a word are a matter of typography.
      if (in_word && (c == '\'' || c == 0x2019)) continue;
      finish();
      const bool dash =
          c == 0x2013 || c == 0x2014 || (c == '-' && begin > 0 && text_[static_cast<std::size_t>(begin) - 1] == '-');
      if (dash || c == '\n') paragraph.quoted = words_.size() - paragraph.first;
    }
    finish();
    paragraph.count = words_.size() - paragraph.first;
    if (paragraph.quoted == paragraph.count) paragraph.quoted = 0;
    for (std::size_t i = 0; i < paragraph.count; ++i) ++frequency_[words_[paragraph.first + i]];
    paragraphs_.push_back(paragraph);
  }

  [[nodiscard]] Word run_at(std::size_t word) const {
    Word hash = 0xCBF29CE484222325U;
    for (std::size_t i = 0; i < kRun; ++i) hash = (hash ^ words_[word + i]) * 0x100000001B3U;
    return hash;
  }

  /// Another paragraph that has the first `count` words of paragraph `p` in one piece: a longer one, or an earlier one
  /// of the same words.
  [[nodiscard]] std::optional<std::size_t> holder_of(std::size_t p, std::size_t count, bool longer) const {
    if (count < kRun) return std::nullopt;
    const Paragraph& own = paragraphs_[p];
    const auto found = places_.find(run_at(own.first));
    if (found == places_.end()) return std::nullopt;
    for (const Place& place : found->second) {
      if (place.paragraph == p) continue;
      const Paragraph& other = paragraphs_[place.paragraph];
      if (longer ? other.count <= own.count : other.count != own.count || place.paragraph > p) continue;
      if (place.word + count > other.first + other.count) continue;
      if (std::equal(words_.begin() + static_cast<std::ptrdiff_t>(own.first),
                     words_.begin() + static_cast<std::ptrdiff_t>(own.first + count),
                     words_.begin() + static_cast<std::ptrdiff_t>(place.word)))
        return place.paragraph;
    }
    return std::nullopt;
  }

  /// "- Kari Moen, harbour master" behind a quotation: few words, each of which stands elsewhere too.
  [[nodiscard]] bool has_attribution(const Paragraph& paragraph) const {
    if (paragraph.quoted < kRun || paragraph.count - paragraph.quoted > kLongestAttribution) return false;
    for (std::size_t i = paragraph.quoted; i < paragraph.count; ++i) {
      const auto found = frequency_.find(words_[paragraph.first + i]);
      if (found == frequency_.end() || found->second < 2) return false;
    }
    return true;
  }

  [[nodiscard]] bool is_announced(std::size_t p) const {
    const Range& before = ranges_[p - 1];
    return text_.substr(before.begin, before.end - before.begin).ends_with(':');
  }

  [[nodiscard]] std::optional<Kind> kind_of(std::size_t p) const {
    const Paragraph& paragraph = paragraphs_[p];
    if (paragraph.count < kRun) return std::nullopt;
    const std::string_view text = text_.substr(ranges_[p].begin, ranges_[p].end - ranges_[p].begin);
    const bool within = p > 0 && p + 1 < paragraphs_.size() && !is_announced(p);
    const bool whole = holder_of(p, paragraph.count, true).has_value();
    if (within && paragraph.count <= kLongestPullQuote) {
      if (begins_with_quote(text) && (whole || (has_attribution(paragraph) && holder_of(p, paragraph.quoted, true))))
        return Kind::kPullQuote;
      if (whole && paragraph.count >= kShortestDisplay && !ends_with_stop(text)) return Kind::kDisplay;
    }
    if (paragraph.count < kShortestSentences) return std::nullopt;
    if (holder_of(p, paragraph.count, false)) return Kind::kParagraph;
    return whole ? std::optional(Kind::kSentences) : std::nullopt;
  }

  std::string_view text_;
  std::span<const Range> ranges_;
  std::vector<Word> words_;
  std::vector<Paragraph> paragraphs_;
  std::unordered_map<Word, std::uint32_t> frequency_;
  std::unordered_map<Word, std::vector<Place>> places_;
};

}  // namespace

std::vector<Repeat> find_repeats(std::string_view text, std::span<const Range> paragraphs) {
  return Finder(text, paragraphs).find();
}

}  // namespace storydiff::dedupe
