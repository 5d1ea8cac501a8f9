#include "language/stock_phrase_table.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "language/hash.hpp"
#include "language/ladder.hpp"

namespace storydiff {
namespace {

std::vector<std::string_view> split(std::string_view text, char by) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(by, begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

/// Choices of words, one of which stands there.
using Slot = std::vector<std::vector<std::uint64_t>>;

/// The hash of a word's stem, computed once a word.
class Stems {
 public:
  explicit Stems(std::string_view language) : ladder_(language) {}

  std::vector<std::uint64_t> of(std::string_view text) {
    std::vector<std::uint64_t> stems;
    for (const std::string_view word : split(text, ' ')) {
      if (word.empty()) continue;
      const auto [found, added] = known_.emplace(word, 0);
      if (added) found->second = hash_bytes(ladder_.keys(word).back());
      stems.push_back(found->second);
    }
    return stems;
  }

 private:
  Ladder ladder_;
  std::unordered_map<std::string_view, std::uint64_t> known_;
};

std::vector<Slot> slots_of(std::string_view phrase, Stems& stems) {
  std::vector<Slot> slots;
  while (!phrase.empty()) {
    const std::size_t open = std::min(phrase.find('['), phrase.size());
    slots.push_back({stems.of(phrase.substr(0, open))});
    if (open == phrase.size()) break;
    const std::size_t close = std::min(phrase.find(']', open), phrase.size() - 1);
    Slot& choices = slots.emplace_back();
    for (const std::string_view choice : split(phrase.substr(open + 1, close - open - 1), '|'))
      choices.push_back(stems.of(choice));
    phrase.remove_prefix(close + 1);
  }
  return slots;
}

/// All phrases of a list, in its order.
class Expansion {
 public:
  explicit Expansion(std::string_view language) : stems_(language) {}

  void add(std::string_view phrase) {
    const std::vector<Slot> slots = slots_of(phrase, stems_);
    std::vector<std::size_t> chosen(slots.size());
    for (bool more = true; more;) {
      std::vector<std::uint64_t> words;
      for (std::size_t i = 0; i < slots.size(); ++i) {
        const std::vector<std::uint64_t>& choice = slots[i][chosen[i]];
        words.insert(words.end(), choice.begin(), choice.end());
      }
      if (words.size() >= 2) phrases_.push_back(std::move(words));
      more = false;
      for (std::size_t i = slots.size(); i-- > 0 && !more;) {
        more = ++chosen[i] < slots[i].size();
        if (!more) chosen[i] = 0;
      }
    }
  }

  /// Each once, by their first two words, the longest first.
  std::vector<std::vector<std::uint64_t>> sorted() && {
    std::sort(phrases_.begin(), phrases_.end(), [](const auto& a, const auto& b) {
      if (start_of_phrase(a) != start_of_phrase(b)) return start_of_phrase(a) < start_of_phrase(b);
      if (a.size() != b.size()) return a.size() > b.size();
      return a < b;
    });
    phrases_.erase(std::unique(phrases_.begin(), phrases_.end()), phrases_.end());
    return std::move(phrases_);
  }

 private:
  Stems stems_;
  std::vector<std::vector<std::uint64_t>> phrases_;
};

}  // namespace

StockPhraseTable make_stock_phrases(std::span<const std::string_view> phrases, std::string_view language) {
  Expansion expansion(language);
  for (const std::string_view phrase : phrases) expansion.add(phrase);
  StockPhraseTable table;
  for (const std::vector<std::uint64_t>& words : std::move(expansion).sorted()) {
    const std::uint64_t start = start_of_phrase(words);
    table.phrases.push_back(
        {start, static_cast<std::uint32_t>(table.words.size()), static_cast<std::uint32_t>(words.size())});
    table.words.insert(table.words.end(), words.begin(), words.end());
    table.starts.add(start);
  }
  return table;
}

}  // namespace storydiff
