#include "follow_counterpart.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <optional>
#include <string>
#include <unordered_map>

#include "tokens.hpp"

namespace storydiff::paragraph_order {
namespace {

constexpr double kThreshold = 0.15;        // of 0..1; a shared sentence in a paragraph of four still passes
constexpr std::size_t kLeastShared = 3;    // words and pairs; a name alone is no match
constexpr std::size_t kMostHolders = 200;  // sentences that may hold a word before it says nothing

using Feature = std::uint32_t;

/// Numbers words and word pairs.
class Features {
 public:
  Feature of(const std::string& word) {
    return ids_.try_emplace(word, static_cast<Feature>(ids_.size())).first->second;
  }
  [[nodiscard]] std::size_t size() const { return ids_.size(); }

 private:
  std::unordered_map<std::string, Feature> ids_;
};

void unique(std::vector<Feature>& features) {
  std::sort(features.begin(), features.end());
  features.erase(std::unique(features.begin(), features.end()), features.end());
}

/// The features of each sentence of a paragraph.
std::vector<std::vector<Feature>> read_sentences(std::string_view paragraph, Features& features) {
  std::vector<std::vector<Feature>> sentences(1);
  std::string previous;
  for (const Token& token : tokenize(paragraph)) {
    if (token.kind == TokenKind::kStop && !sentences.back().empty()) {
      unique(sentences.back());
      sentences.emplace_back();
    }
    const bool counts =
        (token.kind == TokenKind::kWord && !is_function_word(lower(token.text))) || token.kind == TokenKind::kNumber;
    if (token.kind == TokenKind::kStop) previous.clear();
    if (!counts) continue;
    std::string now = token.kind == TokenKind::kWord ? stem(token.text) : std::string(token.text);
    sentences.back().push_back(features.of(now));
    if (!previous.empty()) sentences.back().push_back(features.of(previous + ' ' + now));
    previous = std::move(now);
  }
  unique(sentences.back());
  if (sentences.back().empty()) sentences.pop_back();
  return sentences;
}

/// Finds for a paragraph the best sentence of the counterpart.
class Matcher {
 public:
  Matcher(const std::vector<std::vector<Feature>>& paragraphs, std::vector<std::vector<Feature>> sentences,
          std::size_t feature_count)
      : rarity_(feature_count),
        holders_(feature_count),
        weight_(sentences.size()),
        sum_(sentences.size()),
        count_(sentences.size()) {
    std::vector<std::uint32_t> documents(feature_count);
    for (const auto* side : {&paragraphs, static_cast<const std::vector<std::vector<Feature>>*>(&sentences)})
      for (const auto& unit : *side)
        for (const Feature feature : unit) ++documents[feature];
    const double all = static_cast<double>(paragraphs.size() + sentences.size());
    for (std::size_t f = 0; f < feature_count; ++f) rarity_[f] = std::log(1.0 + all / std::max(1u, documents[f]));
    for (std::uint32_t s = 0; s < sentences.size(); ++s) {
      for (const Feature feature : sentences[s]) {
        weight_[s] += rarity_[feature];
        holders_[feature].push_back(s);
      }
    }
  }

  std::optional<std::uint32_t> best(const std::vector<Feature>& paragraph) {
    double own = 0;
    std::vector<std::uint32_t> touched;
    for (const Feature feature : paragraph) {
      own += rarity_[feature];
      if (holders_[feature].size() > kMostHolders) continue;
      for (const std::uint32_t s : holders_[feature]) {
        if (count_[s]++ == 0) touched.push_back(s);
        sum_[s] += rarity_[feature];
      }
    }
    std::optional<std::uint32_t> place;
    double best_score = 0;
    std::sort(touched.begin(), touched.end());
    for (const std::uint32_t s : touched) {
      const double score = 2 * sum_[s] / (own + weight_[s]);
      if (count_[s] >= kLeastShared && score >= kThreshold && score > best_score) best_score = score, place = s;
      count_[s] = 0;
      sum_[s] = 0;
    }
    return place;
  }

 private:
  std::vector<double> rarity_;
  std::vector<std::vector<std::uint32_t>> holders_;
  std::vector<double> weight_, sum_;
  std::vector<std::size_t> count_;
};

}  // namespace

Plan plan_follow_counterpart(const std::vector<std::string_view>& paragraphs,
                             const std::vector<std::string_view>& counterpart) {
  Features features;
  std::vector<std::vector<Feature>> own(paragraphs.size()), sentences;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    for (const auto& sentence : read_sentences(paragraphs[i], features))
      own[i].insert(own[i].end(), sentence.begin(), sentence.end());
    unique(own[i]);
  }
  for (const std::string_view text : counterpart)
    for (auto& sentence : read_sentences(text, features)) sentences.push_back(std::move(sentence));

  Matcher matcher(own, std::move(sentences), features.size());
  std::vector<std::uint32_t> key(paragraphs.size());  // 0: before everything that has a place
  std::size_t matched = 0;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    const std::optional<std::uint32_t> place = matcher.best(own[i]);
    if (place) ++matched;
    key[i] = place ? *place + 1 : i > 0 ? key[i - 1] : 0;
  }
  if (matched < 2) return {};

  Plan plan{Order(paragraphs.size()), std::vector<std::string_view>(paragraphs.size(), "follow-counterpart")};
  std::iota(plan.order.begin(), plan.order.end(), 0u);
  std::stable_sort(plan.order.begin(), plan.order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return key[a] < key[b]; });
  return plan;
}

}  // namespace storydiff::paragraph_order
