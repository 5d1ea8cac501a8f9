#include "analyse/figures/figure_match.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string_view>

namespace storydiff {
namespace {

using enum FigureStatus;

// Weights of the score. What the figure says comes before what it counts, and that before its place;
// equal values with another thing counted must lose against other values of the same thing.
constexpr double kEqualValue = 3.0;
constexpr double kDistinctiveValue = 1.2;  ///< more, for an equal value that hardly stands there by chance
constexpr double kNearlyEqual = 2.2;       ///< rounded, converted, more or less precise
constexpr double kOtherValue = 0.6;
constexpr double kThingWeight = 1.4;  ///< the same thing counted; a synonym has 1.1
constexpr double kOtherThing = -1.6;
constexpr double kCrossedThing = -1.4;  ///< more, where the other sentence counts it too
constexpr double kWordsWeight = 1.6;
constexpr double kPlaceWeight = 0.5;
constexpr double kMagnitudeWeight = 0.5;  ///< less, the more digits the two values differ by
constexpr double kSameUnit = 0.3;
constexpr double kSamePreposition = 0.3;
constexpr double kAcceptedFrom = 1.0;
constexpr double kReach = 6;  ///< words to each side that count as near

double value_score(FigureStatus status) {
  switch (status) {
    case kSame:
    case kQualifierAdded:
    case kQualifierDropped:
      return kEqualValue;
    case kRounded:
    case kConverted:
    case kMorePrecise:
    case kLessPrecise:
      return kNearlyEqual;
    default:
      return kOtherValue;
  }
}

bool same_unit(const Figure& a, const Figure& b) {
  return a.kind == b.kind && a.unit == b.unit && a.currency == b.currency && a.points == b.points;
}

/// By how many digits the two values differ, at most 2.
double digits_apart(const Figure& a, const Figure& b) {
  if (a.low <= 0 || b.low <= 0) return 1;
  return std::min(2.0, std::fabs(std::log10(a.low / b.low)));
}

/// The word that a figure hangs on stands before it as a rule ("opens on Monday"); at the start of a
/// sentence the next one does.
bool neighbours_agree(const FigureCandidate& a, const FigureCandidate& b) {
  return a.before || b.before ? a.before == b.before : a.after && a.after == b.after;
}

bool fates_differ(const Figure& a, const Figure& b) {
  return a.fate != Fate::kNone && b.fate != Fate::kNone && a.fate != b.fate;
}

/// The best assignment of rows to columns (Kuhn and Munkres, with potentials): for each row a column or
/// none. `value(i, j)` is at most 0 where a pair is not allowed. O(rows^2 x columns).
template <typename Value>
std::vector<std::optional<std::size_t>> best_assignment(std::size_t rows, std::size_t columns, const Value& value) {
  const std::size_t width = columns + rows;  // one empty column a row: nothing is forced
  std::vector<double> u(rows + 1, 0);
  std::vector<double> v(width + 1, 0);
  std::vector<std::size_t> row_of(width + 1, 0);
  std::vector<std::size_t> way(width + 1, 0);
  for (std::size_t row = 1; row <= rows; ++row) {
    row_of[0] = row;
    std::size_t column = 0;
    std::vector<double> least(width + 1, std::numeric_limits<double>::infinity());
    std::vector<bool> used(width + 1, false);
    do {
      used[column] = true;
      const std::size_t current = row_of[column];
      double delta = std::numeric_limits<double>::infinity();
      std::size_t next = 0;
      for (std::size_t j = 1; j <= width; ++j) {
        if (used[j]) continue;
        const double cost = j <= columns ? -std::max(0.0, value(current - 1, j - 1)) : 0.0;
        const double reduced = cost - u[current] - v[j];
        if (reduced < least[j]) {
          least[j] = reduced;
          way[j] = column;
        }
        if (least[j] < delta) {
          delta = least[j];
          next = j;
        }
      }
      for (std::size_t j = 0; j <= width; ++j) {
        if (used[j]) {
          u[row_of[j]] += delta;
          v[j] -= delta;
        } else {
          least[j] -= delta;
        }
      }
      column = next;
    } while (row_of[column] != 0);
    while (column != 0) {
      row_of[column] = row_of[way[column]];
      column = way[column];
    }
  }
  std::vector<std::optional<std::size_t>> result(rows);
  for (std::size_t j = 1; j <= columns; ++j) {
    if (row_of[j] != 0 && value(row_of[j] - 1, j - 1) > 0) result[row_of[j] - 1] = j - 1;
  }
  return result;
}

struct Pairing {
  double score = 0;  ///< 0: not allowed
  FigureStatus status = kChanged;
  bool other_thing = false;  ///< the two nouns differ
};

class Pairings {
 public:
  Pairings(std::span<const FigureCandidate> sources, std::span<const FigureCandidate> targets,
           const Vocabulary& vocabulary, FigureLink link)
      : sources_(sources), targets_(targets), vocabulary_(vocabulary), link_(link) {
    table_.reserve(sources.size() * targets.size());
    for (const FigureCandidate& target : targets)
      for (const FigureCandidate& source : sources) table_.push_back(pair(source, target));
  }
  [[nodiscard]] const Pairing& at(std::size_t target, std::size_t source) const {
    return table_[target * sources_.size() + source];
  }

 private:
  /// The thing that one side's figure counts is counted by another figure of the other side as well.
  bool crossed(const Figure& a, std::span<const FigureCandidate> others, const Figure& partner) const {
    for (const FigureCandidate& other : others) {
      if (other.figure != &partner && same_thing(a, *other.figure, vocabulary_) == SameThing::kSame) return true;
    }
    return false;
  }

  [[nodiscard]] std::size_t alike(std::span<const FigureCandidate> candidates, const Figure& figure) const {
    return static_cast<std::size_t>(std::count_if(candidates.begin(), candidates.end(), [&](const FigureCandidate& c) {
      return judge_figures(*c.figure, figure).comparable;
    }));
  }

  Pairing pair(const FigureCandidate& source, const FigureCandidate& target) const {
    const Figure& s = *source.figure;
    const Figure& t = *target.figure;
    const FigureVerdict verdict = judge_figures(s, t);
    if (!verdict.comparable) return {};
    FigureStatus status = verdict.status;
    const bool counts = s.kind == FigureKind::kCount || t.kind == FigureKind::kCount || s.kind == FigureKind::kOrdinal;
    const SameThing thing = counts ? same_thing(s, t, vocabulary_) : SameThing::kUnknown;
    const double words = shared_words(source, target);

    double score =
        value_score(status) + kWordsWeight * words + kPlaceWeight * (1 - std::fabs(source.place - target.place));
    if (thing == SameThing::kSame) score += kThingWeight;
    if (thing == SameThing::kAlike) score += kThingWeight * 0.8;
    if (thing == SameThing::kOther) {
      score += s.noun_sure && t.noun_sure ? kOtherThing : kOtherThing / 2;
      if (crossed(s, targets_, t) || crossed(t, sources_, s)) score += kCrossedThing;
    }
    if (same_unit(s, t)) score += kSameUnit;
    if (status == kChanged && !s.is_date_or_time()) score += kMagnitudeWeight * (1 - digits_apart(s, t));
    if (status != kChanged && value_score(status) == kEqualValue && is_distinctive(t)) score += kDistinctiveValue;
    if (s.place == t.place && s.place != FigurePlace::kNone) score += kSamePreposition;

    if (fates_differ(s, t)) {
      // 14,000 dead are not 14,000 displaced, but they are what became of the sentence's number.
      if (status != kSame && status != kQualifierAdded && status != kQualifierDropped) return {};
      status = kChanged;
      score -= kEqualValue - kOtherValue;
    }
    if (status == kChanged && !may_have_changed(source, target, thing, words)) return {};
    const bool weak = thing == SameThing::kOther && !is_distinctive(t) && words < 0.2;
    if (weak) return {};
    if (link_ < FigureLink::kLoose && !clearly_same(s, t, status, thing, words)) return {};
    return {score >= kAcceptedFrom ? score : 0, status, thing == SameThing::kOther};
  }

  /// Two values that differ are one figure that changed only where they measure the same thing.
  bool may_have_changed(const FigureCandidate& source, const FigureCandidate& target, SameThing thing,
                        double words) const {
    const Figure& s = *source.figure;
    const Figure& t = *target.figure;
    if (thing == SameThing::kOther) return false;
    if (thing == SameThing::kSame || thing == SameThing::kAlike) return true;
    // Dates hang on their verb: two days in sentences that share little are two events.
    // One day of a month for another is a slip all the same.
    const bool same_month = s.date.month != 0 && s.date.month == t.date.month && s.date.day != 0 && t.date.day != 0;
    if (same_month && link_ == FigureLink::kClose) return true;
    const bool joined = neighbours_agree(source, target);
    if (s.is_date_or_time()) {
      if (link_ == FigureLink::kClose) return words >= (joined ? 0.4 : 0.7);
      return joined && words >= 0.7;
    }
    if (digits_apart(s, t) > 1.3) return words >= 0.7;
    if (words >= 0.2) return true;
    const bool only = alike(sources_, t) == 1 && alike(targets_, s) == 1;
    return only && s.kind == t.kind && words > 0;
  }

  /// For sentences without a link.
  bool clearly_same(const Figure& s, const Figure& t, FigureStatus status, SameThing thing, double words) const {
    if (status == kChanged || fates_differ(s, t)) return false;
    const bool counts = s.kind == FigureKind::kCount || s.kind == FigureKind::kOrdinal;
    const bool by_thing =
        thing == SameThing::kSame || thing == SameThing::kAlike || (s.fate != Fate::kNone && s.fate == t.fate);
    if (link_ == FigureLink::kAnchored) {
      return thing != SameThing::kOther && (value_score(status) == kEqualValue || thing == SameThing::kSame);
    }
    if (link_ == FigureLink::kNear) return told_nearby(s, t, status, thing, words);
    if (status == kRounded) return false;
    if (link_ == FigureLink::kUnique && thing != SameThing::kOther && is_rare(t)) return true;
    if (counts) return by_thing && (is_distinctive(t) || words >= 0.3);
    return is_distinctive(t) ? words >= 0.15 : words >= 0.4;
  }

  /// For sentences beside linked ones, where a merge or a split took the figure along. Equal values need to
  /// be distinctive, others a unit that hardly meets by chance, or the same thing counted.
  static bool told_nearby(const Figure& s, const Figure& t, FigureStatus status, SameThing thing, double words) {
    const bool counted = thing == SameThing::kSame || thing == SameThing::kAlike;
    const bool measured = s.kind == FigureKind::kMeasure && t.kind == FigureKind::kMeasure &&
                          s.unit->dimension != Dimension::kDuration && s.unit->dimension != Dimension::kMultiplicity;
    if (value_score(status) == kEqualValue) {
      if (thing == SameThing::kOther) return false;
      return measured || is_distinctive(t) || (counted && words > 0) || words >= 0.3;
    }
    if (s.is_date_or_time() || s.vague || t.vague) return false;
    const bool large = s.kind == FigureKind::kCount && s.low >= 1000 && is_distinctive(s);
    if (thing == SameThing::kOther) return large && status == kRounded && !(s.noun_sure && t.noun_sure);
    return measured || counted || large || (s.kind == FigureKind::kMoney && s.low >= 10000) || words >= 0.3;
  }

  /// One value in one story, whatever the words around it.
  static bool is_rare(const Figure& figure) {
    switch (figure.kind) {
      case FigureKind::kAge:
      case FigureKind::kMoney:
        return true;
      case FigureKind::kDate:
        return figure.date.day != 0;
      case FigureKind::kTime:
        return !figure.rough;
      case FigureKind::kPercent:
        return is_distinctive(figure) && std::fmod(percent_of(figure), 10) != 0;
      case FigureKind::kCount:
        return figure.low >= 1000 && is_distinctive(figure);
      default:
        return figure.low >= 13 && is_distinctive(figure);
    }
  }

  std::span<const FigureCandidate> sources_;
  std::span<const FigureCandidate> targets_;
  const Vocabulary& vocabulary_;
  FigureLink link_;
  std::vector<Pairing> table_;
};

}  // namespace

bool is_distinctive(const Figure& figure) {
  if (figure.kind == FigureKind::kDate) return figure.date.day != 0 || figure.date.year != 0;
  if (figure.kind == FigureKind::kTime) return !figure.rough;
  // "13" is rarer than a dozen, and 14,000 as rare as 14.
  return figure.fraction || figure.low / figure.grain >= 13;
}

namespace {

/// Endings of words for those who do or live something, in the plural; "-ments" are things.
constexpr std::array<std::string_view, 8> kAgents = {"ers", "ors", "ents", "ants", "ists", "ians", "ees", "folk"};

/// "90,000 people" are the 90,000 residents as likely as not.
bool may_be_people(const Figure& a, const Figure& b, const Vocabulary& vocabulary) {
  const auto spelt = [&](const Figure& figure) { return std::string_view(vocabulary[*figure.noun].surface); };
  const auto anyone = [](std::string_view word) { return word == "people" || word == "persons"; };
  const auto agents = [](std::string_view word) {
    return !word.ends_with("ments") &&
           std::ranges::any_of(kAgents, [&](std::string_view ending) { return word.ends_with(ending); });
  };
  return (anyone(spelt(a)) && agents(spelt(b))) || (anyone(spelt(b)) && agents(spelt(a)));
}

}  // namespace

SameThing same_thing(const Figure& a, const Figure& b, const Vocabulary& vocabulary) {
  if (!a.noun || !b.noun) return SameThing::kUnknown;
  if (vocabulary.stem(*a.noun) == vocabulary.stem(*b.noun)) return SameThing::kSame;
  const Equivalence rung = vocabulary.rung(*a.noun, *b.noun);
  if (rung != Equivalence::kNone) return SameThing::kAlike;
  return may_be_people(a, b, vocabulary) ? SameThing::kUnknown : SameThing::kOther;
}

double shared_words(const FigureCandidate& a, const FigureCandidate& b) {
  std::size_t i = 0;
  std::size_t j = 0;
  std::size_t common = 0;
  while (i < a.near.size() && j < b.near.size()) {
    if (a.near[i] == b.near[j]) {
      ++common;
      ++i;
      ++j;
    } else {
      ++(a.near[i] < b.near[j] ? i : j);
    }
  }
  const std::size_t poorer = std::min(a.near.size(), b.near.size());
  return poorer == 0 ? 0 : static_cast<double>(common) / static_cast<double>(std::max<std::size_t>(poorer, 3));
}

std::vector<FigureCandidate> figure_candidates(std::span<const Figure> figures, std::span<const std::uint32_t> indices,
                                               const FigureSide& side) {
  std::vector<FigureCandidate> candidates;
  candidates.reserve(indices.size());
  for (const std::uint32_t index : indices) {
    FigureCandidate candidate;
    candidate.figure = &figures[index];
    candidate.index = index;
    const Sentence& sentence = side.segments->sentences[figures[index].sentence];
    candidate.place = static_cast<double>(figures[index].first_token - sentence.first_token) / sentence.token_count;
    const auto collect = [&](std::uint32_t token) {
      const WordId word = side.segments->tokens[token].word;
      const Word& facts = (*side.vocabulary)[word];
      if (facts.kind != WordKind::kWord || facts.function_word) return false;
      candidate.near.push_back(side.vocabulary->stem(word));
      return true;
    };
    constexpr std::uint32_t kFarthest = 24;  // tokens: a table has no words at all
    double taken = 0;
    const std::uint32_t begin = figures[index].first_token;
    for (std::uint32_t k = begin; k > sentence.first_token && k + kFarthest > begin && taken < kReach; --k)
      taken += collect(k - 1);
    if (!candidate.near.empty()) candidate.before = candidate.near.front();
    const std::size_t behind = candidate.near.size();
    taken = 0;
    const std::uint32_t end = sentence.first_token + sentence.token_count;
    const std::uint32_t after = figures[index].end_token;
    for (std::uint32_t k = after; k < end && k < after + kFarthest && taken < kReach; ++k) taken += collect(k);
    if (candidate.near.size() > behind) candidate.after = candidate.near[behind];
    std::sort(candidate.near.begin(), candidate.near.end());
    candidate.near.erase(std::unique(candidate.near.begin(), candidate.near.end()), candidate.near.end());
    candidates.push_back(std::move(candidate));
  }
  return candidates;
}

std::vector<FigureMatch> match_figures(std::span<const FigureCandidate> sources,
                                       std::span<const FigureCandidate> targets, const Vocabulary& vocabulary,
                                       FigureLink link) {
  std::vector<FigureMatch> matches;
  if (sources.empty() || targets.empty()) return matches;
  const std::size_t longer = std::max(sources.size(), targets.size());
  if (longer > kMostFiguresMatched) {
    const std::size_t blocks = (longer + kMostFiguresMatched - 1) / kMostFiguresMatched;
    for (std::size_t b = 0; b < blocks; ++b) {
      const std::size_t s = sources.size() * b / blocks;
      const std::size_t t = targets.size() * b / blocks;
      for (FigureMatch match :
           match_figures(sources.subspan(s, sources.size() * (b + 1) / blocks - s),
                         targets.subspan(t, targets.size() * (b + 1) / blocks - t), vocabulary, link)) {
        match.source += static_cast<std::uint32_t>(s);
        match.target += static_cast<std::uint32_t>(t);
        matches.push_back(match);
      }
    }
    return matches;
  }
  const Pairings pairings(sources, targets, vocabulary, link);
  const auto assigned = best_assignment(targets.size(), sources.size(),
                                        [&](std::size_t t, std::size_t s) { return pairings.at(t, s).score; });
  for (std::uint32_t t = 0; t < targets.size(); ++t) {
    std::optional<std::size_t> chosen = assigned[t];
    double best = 0;
    for (std::size_t s = 0; !assigned[t] && s < sources.size(); ++s) {
      const Pairing& pairing = pairings.at(t, s);
      // "Two boats" answer no "two helicopters" once they are taken.
      if (pairing.score <= best || pairing.other_thing || (pairing.status != kSame && pairing.status != kConverted))
        continue;
      best = pairing.score;
      chosen = s;
    }
    if (!chosen) continue;
    const Pairing& pairing = pairings.at(t, *chosen);
    matches.push_back({static_cast<std::uint32_t>(*chosen), t, pairing.status, pairing.score});
  }
  return matches;
}

}  // namespace storydiff
