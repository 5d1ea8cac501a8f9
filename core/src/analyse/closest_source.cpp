#include "analyse/closest_source.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

namespace storydiff {
namespace {

// A word that only one source has counts one, half of it again where it stands in a run; a figure, name or quotation
// that only one has counts two more. Chosen by reason, not fitted: a changed toll alone must be enough, a changed
// adverb alone must not.
constexpr double kRunWord = 0.5;
constexpr double kFact = 2;
constexpr double kTelling = 2;     // difference between two sources from which a sentence tells
constexpr double kMostOfOne = 12;  // that one sentence may weigh: an added paragraph is not the whole story
constexpr double kEnough = 3;      // weight below which nothing is said
constexpr double kClearly = 2;     // times the weight that speaks against it
constexpr std::size_t kNamedFacts = 3;

double fit_of(const FittedSentence& sentence, std::size_t source) {
  const Fit& fit = sentence.fits[source];
  double facts = 0;
  for (const SharedFact& fact : sentence.facts) facts += fact.in_source[source] ? kFact : 0;
  return fit.stems + kRunWord * fit.words + facts;
}

/// Whether some source has the fact and some lacks it.
bool parts_sources(const SharedFact& fact) {
  const auto count = std::count(fact.in_source.begin(), fact.in_source.end(), true);
  return count > 0 && count < static_cast<std::ptrdiff_t>(fact.in_source.size());
}

std::string counted(std::size_t count, const char* noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

class Judge {
 public:
  Judge(std::size_t sources, const std::vector<FittedSentence>& sentences)
      : count_(sources), for_(sources, std::vector<double>(sources, 0)), taken_from_(sources, false) {
    verdict_.sources.resize(sources);
    for (const FittedSentence& sentence : sentences) {
      weigh(sentence);
      for (std::size_t i = 0; i < count_; ++i) taken_from_[i] = taken_from_[i] || sentence.fits[i].stems > 0;
    }
  }

  ClosestSource verdict() {
    for (std::size_t i = 0; i < count_; ++i) {
      bool beaten = !taken_from_[i];
      for (std::size_t j = 0; j < count_; ++j) beaten = beaten || beats(j, i);
      if (!beaten) verdict_.candidates.push_back(static_cast<std::uint32_t>(i));
    }
    choose();
    return std::move(verdict_);
  }

 private:
  using Outcome = ClosestSource::Outcome;

  void weigh(const FittedSentence& sentence) {
    std::vector<double> fits;
    for (std::size_t i = 0; i < count_; ++i) fits.push_back(fit_of(sentence, i));
    const auto [least, most] = std::minmax_element(fits.begin(), fits.end());
    if (*most - *least < kTelling) return;
    verdict_.sentences.push_back(sentence.sentence);
    for (std::size_t i = 0; i < count_; ++i) {
      SourceEvidence& evidence = verdict_.sources[i];
      evidence.score += std::max(fits[i] - (*most - kMostOfOne), 0.0);
      evidence.words += sentence.fits[i].words;
      if (fits[i] == *most) ++evidence.best_sentences;
      for (std::size_t j = 0; j < count_; ++j)
        if (fits[i] - fits[j] >= kTelling) for_[i][j] += std::min(fits[i] - fits[j], kMostOfOne);
      for (const SharedFact& fact : sentence.facts) {
        if (!fact.in_source[i] || !parts_sources(fact)) continue;
        ++(fact.kind == SharedFact::Kind::kFigure ? evidence.figures
           : fact.kind == SharedFact::Kind::kName ? evidence.names
                                                  : evidence.quotations);
      }
    }
    facts_.insert(facts_.end(), sentence.facts.begin(), sentence.facts.end());
  }

  [[nodiscard]] bool beats(std::size_t i, std::size_t j) const {
    return for_[i][j] >= kEnough && for_[i][j] >= kClearly * for_[j][i];
  }

  void choose() {
    const std::vector<std::uint32_t>& left = verdict_.candidates;
    if (left.empty()) {
      // Each is beaten by another one, or nothing was taken at all.
      const bool taken = std::any_of(taken_from_.begin(), taken_from_.end(), [](bool any) { return any; });
      for (std::uint32_t i = 0; taken && i < count_; ++i) verdict_.candidates.push_back(i);
      verdict_.outcome = taken ? Outcome::kMixed : Outcome::kTooLittle;
      verdict_.why = taken ? mixed() : "nothing of the target comes from any of them";
      return;
    }
    if (left.size() == 1) {
      verdict_.outcome = Outcome::kOne;
      verdict_.document = left.front();
      verdict_.why = one(left.front());
      return;
    }
    double apart = 0;
    for (const std::uint32_t i : left)
      for (const std::uint32_t j : left) apart = std::max(apart, for_[i][j]);
    if (apart >= kEnough) {
      verdict_.outcome = Outcome::kMixed;
      verdict_.why = mixed();
    } else if (left.size() < count_) {
      verdict_.outcome = Outcome::kTie;
      verdict_.why = "they have the same wording and facts in the " + telling() +
                     " where the sources differ, or differ too little there";
    } else {
      verdict_.outcome = Outcome::kTooLittle;
      verdict_.why = "the sources hardly differ in what was taken from them";
    }
  }

  [[nodiscard]] std::string telling() const { return counted(verdict_.sentences.size(), "sentence"); }

  [[nodiscard]] std::string one(std::uint32_t best) const {
    const std::uint32_t sentences = verdict_.sources[best].best_sentences;
    const std::size_t all = verdict_.sentences.size();
    std::string why = all == 1 ? "it fits best in the one sentence where the sources differ"
                               : "it fits best in " + std::to_string(sentences) + " of the " + telling() +
                                     " where the sources differ";
    std::vector<std::string> alone;
    for (const SharedFact& fact : facts_) {
      if (!fact.in_source[best] || std::count(fact.in_source.begin(), fact.in_source.end(), true) != 1) continue;
      constexpr std::size_t kLongest = 60;
      if (fact.text.size() > kLongest || std::find(alone.begin(), alone.end(), fact.text) != alone.end()) continue;
      alone.push_back(fact.text);
      if (alone.size() == kNamedFacts) break;
    }
    for (std::size_t i = 0; i < alone.size(); ++i)
      why += (i == 0 ? ", and it alone has “" : i + 1 == alone.size() ? " and “" : ", “") + alone[i] + "”";
    return why;
  }

  [[nodiscard]] std::string mixed() const {
    return "of the " + telling() + " where the sources differ, each fits some best";
  }

  std::size_t count_;
  ClosestSource verdict_;
  std::vector<std::vector<double>> for_;  ///< weight that speaks for the first against the second
  std::vector<bool> taken_from_;          ///< by source
  std::vector<SharedFact> facts_;         ///< of the telling sentences
};

}  // namespace

std::string_view to_string(ClosestSource::Outcome outcome) {
  switch (outcome) {
    case ClosestSource::Outcome::kOne:
      return "one";
    case ClosestSource::Outcome::kTie:
      return "tie";
    case ClosestSource::Outcome::kMixed:
      return "mixed";
    case ClosestSource::Outcome::kTooLittle:
      return "too-little";
  }
  return "";
}

std::optional<ClosestSource> closest_source(const AnalysisInput& input, const Analysis& analysis) {
  const std::size_t sources = input.segments.size() - 1;
  if (sources < 2) return std::nullopt;
  return judge_fits(sources, fit_sources(input, analysis));
}

ClosestSource judge_fits(std::size_t sources, const std::vector<FittedSentence>& sentences) {
  return Judge(sources, sentences).verdict();
}

}  // namespace storydiff
