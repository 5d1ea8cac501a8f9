#include "analyse/quotations/quotation_search.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <utility>

namespace storydiff {
namespace {

constexpr std::size_t kMostPostings = 64;  ///< a commoner word or pair of words finds nothing
constexpr std::size_t kMostPlaces = 4;

std::uint64_t feature_of_word(const SpokenWord& word) { return word.stem; }
std::uint64_t feature_of_pair(const SpokenWord& a, const SpokenWord& b) {
  return (std::uint64_t{a.stem} + 1) << 32 | b.stem;
}

/// A set of features that may hold some more than were put into it.
class Sieve {
 public:
  /// `words`: about how many will be put into it.
  explicit Sieve(std::size_t words) : bits_(std::bit_ceil(std::max<std::size_t>(words, 64) * 16)) {}
  void add(std::uint64_t feature) { bits_[place(feature)] = true; }
  [[nodiscard]] bool may_hold(std::uint64_t feature) const { return bits_[place(feature)]; }

 private:
  [[nodiscard]] std::size_t place(std::uint64_t feature) const {
    return (feature * 0x9E3779B97F4A7C15U >> 32) & (bits_.size() - 1);
  }
  std::vector<bool> bits_;  ///< as many as a power of two
};

}  // namespace

QuotationSearch::QuotationSearch(const SpokenText& source, const SpokenText& target) : source_(source) {
  Sieve wanted(target.spoken.size());
  for (const WordRange range : target.quotation_words) {
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      wanted.add(feature_of_word(target.words[i]));
      if (i > range.begin) wanted.add(feature_of_pair(target.words[i - 1], target.words[i]));
    }
  }
  const std::vector<SpokenWord>& words = source.words;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool opens = words[i].quotation != kNowhere && (i == 0 || words[i - 1].quotation != words[i].quotation);
    if ((words[i].content || opens) && wanted.may_hold(feature_of_word(words[i])))
      postings_.push_back({feature_of_word(words[i]), words[i].place});
    if (i > 0 && wanted.may_hold(feature_of_pair(words[i - 1], words[i])))
      postings_.push_back({feature_of_pair(words[i - 1], words[i]), words[i].place});
  }
  std::sort(postings_.begin(), postings_.end());
}

std::vector<WordRange> QuotationSearch::places(std::span<const SpokenWord> target, bool in_speech) const {
  const std::vector<SpokenWord>& words = in_speech ? source_.spoken : source_.words;
  const auto width = static_cast<std::uint32_t>(target.size()) + 8;
  std::vector<std::pair<std::uint32_t, double>> votes;  // stretch of `width` words, weight
  const auto vote = [&](std::uint64_t feature) {
    const auto first = std::lower_bound(postings_.begin(), postings_.end(), Posting{feature, 0});
    const auto end = std::upper_bound(first, postings_.end(), Posting{feature, kNowhere});
    const auto count = static_cast<std::size_t>(end - first);
    if (count == 0 || count > kMostPostings) return;
    for (auto posting = first; posting != end; ++posting) {
      const std::uint32_t place = in_speech ? source_.words[posting->place].spoken : posting->place;
      if (place != kNowhere) votes.emplace_back(place / width, 1.0 / static_cast<double>(count + 2));
    }
  };
  for (std::size_t i = 0; i < target.size(); ++i) {
    vote(feature_of_word(target[i]));
    if (i > 0) vote(feature_of_pair(target[i - 1], target[i]));
  }

  std::sort(votes.begin(), votes.end());
  std::vector<std::pair<std::uint32_t, double>> weights;
  for (const auto& [stretch, weight] : votes) {
    if (weights.empty() || weights.back().first != stretch) weights.emplace_back(stretch, 0);
    weights.back().second += weight;
  }

  std::vector<std::pair<double, std::uint32_t>> ranked;  // negated weight, stretch
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const bool neighbours = i + 1 < weights.size() && weights[i + 1].first == weights[i].first + 1;
    ranked.emplace_back(-(weights[i].second + (neighbours ? weights[i + 1].second : 0)), weights[i].first);
  }
  const std::size_t kept = std::min(kMostPlaces, ranked.size());
  std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(kept), ranked.end());
  std::vector<WordRange> places;
  for (std::size_t i = 0; i < kept; ++i) {
    const std::uint32_t stretch = ranked[i].second;
    places.push_back({(stretch > 0 ? stretch - 1 : 0) * width,
                      std::min(static_cast<std::uint32_t>(words.size()), (stretch + 3) * width)});
  }
  return places;
}

}  // namespace storydiff
