#include "analyse/figures/figure_shares.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

#include "analyse/figures/figure_number.hpp"

namespace storydiff {
namespace {

using enum CanonicalRole;

constexpr double kShareGrain = 5;  ///< percent: "almost a third" may be 31

class ShareReader {
 public:
  explicit ShareReader(const FigureSentence& in) : in_(in) {}

  /// "a quarter of a percentage point", "half a point", "a full percentage point"
  std::size_t part_of_a_point(std::size_t i, Figure& figure) const {
    std::size_t k = i;
    double value = 1;
    double count = 1;
    if (in_.role(k) == kArticle) {
      ++k;
    } else if (in_.role(k) == kUnit && in_.at(in_.past_hyphen(k + 1)).share > 0) {
      count = static_cast<double>(in_.at(k).number.number.mantissa);  // "two-tenths of a percentage point"
      k = in_.past_hyphen(k + 1);
    }
    if (in_.at(k).share > 0) {
      value = count * in_.at(k++).share;
      if (in_.role(k) == kOf) ++k;
      if (in_.role(k) != kArticle) return i;
      ++k;
    } else if (k == i) {
      return i;
    }
    if (in_.is(k, {"full", "whole"})) ++k;
    if (!in_.is(k, {"percentage", "basis"}) || !in_.is(k + 1, {"point"})) return i;
    figure.kind = FigureKind::kPercent;
    figure.points = true;
    figure.low = figure.high = value * (in_.is(k, {"basis"}) ? 0.01 : 1);
    figure.grain = figure.low;
    return k + 2;
  }

  std::size_t share(std::size_t i, Figure& figure) const {
    // "most of", "the majority", "the bulk of"
    const bool most = in_.is(i, {"most"}) && in_.role(i + 1) == kOf;
    const bool majority = in_.is(i, {"majority", "bulk"}) && in_.role(i + 1) == kOf;
    const bool the_majority = in_.is(i, {"majority"}) && i > 0 && in_.is(i - 1, {"the"}) && !names_a_side(i + 1);
    if (most || majority || the_majority) {
      figure.kind = FigureKind::kPercent;
      figure.vague = true;
      figure.low = 50;
      figure.high = 100;
      return i + 1;
    }
    if (in_.is(i, {"double", "triple"}) && in_.role(i + 1) == kHyphen && in_.is(i + 2, {"digit", "digits"})) {
      figure.kind = FigureKind::kPercent;
      figure.vague = true;
      figure.low = in_.is(i, {"double"}) ? 10 : 100;
      figure.high = figure.low * 10;
      return i + 3;
    }
    std::size_t k = i;
    double count = 1;
    const bool article = in_.role(i) == kArticle;
    if (article) {
      k = i + 1;
    } else if (in_.role(i) == kUnit || (in_.role(i) == kDigits && in_.at(i).number.digits == 1)) {
      count = static_cast<double>(in_.at(i).number.number.mantissa);
      k = in_.past_hyphen(i + 1);
    }
    const double part = in_.at(k).share;
    if (part == 0) return i;
    const std::size_t end = k + 1;
    const bool counted = k > i;
    const bool of = in_.role(end) == kOf;
    if (in_.at(k).capitalized && in_.capital_says_name(k)) return i;
    if (in_.role(in_.past_hyphen(end)) == kDozen || in_.role(in_.past_hyphen(end)) == kScale) return i;
    const std::size_t one = of ? end + 1 : in_.past_hyphen(end);
    if (in_.role(one) == kArticle && (of || in_.role(k) == kHalf)) {
      // "half a million" is a number, "half an hour" and "two thirds of a mile" are measures.
      const FigureFacts& next = in_.at(one + 1);
      const bool measured = next.unit != nullptr && !next.capitalized && next.unit->dimension != Dimension::kPoints;
      if (measured && (of || next.unit->dimension == Dimension::kDuration)) {
        figure.kind = FigureKind::kMeasure;
        figure.low = figure.high = count * part;
        figure.fraction = true;
        figure.grain = 0.1;
        figure.unit = next.unit;
        return one + 2;
      }
      if (next.number.role == kScale || next.number.role == kDozen || (!of && !next.word)) return i;
    }
    const bool plural = in_.word(k).ends_with('s');
    const bool half = in_.role(k) == kHalf || in_.is(k, {"halves"});
    const bool quarter = in_.is(k, {"quarter", "quarters"});
    const bool halves_of_games =
        half && k > 0 && (in_.at(k - 1).ordinal != 0 || in_.is(k - 1, {"other", "top", "bottom"}));
    if (halves_of_games) return i;
    if (half && !counted) {
      // "half of", "half the", "about half"; no "half-brother", no "half-time".
      const bool alone = of || in_.is(end, {"the", "its", "their", "his", "her", "those", "these", "our", "my"});
      const bool ends = !in_.at(end).word && in_.role(end) != kHyphen;
      const bool measured = i > 0 && (in_.is(i - 1, {"about", "nearly", "almost", "than", "over", "by", "in", "least",
                                                     "around", "roughly", "only", "under"}));
      if (!alone && !measured && !(ends && !in_.is(i - 1, {"the", "first", "second"}))) return i;
      set_share(figure, part);
      return end;
    }
    // "a third of", "two-thirds", "one-fifth"; "a third man" is none, nor are "two quarters" of a year.
    if (in_.past_hyphen(end) != end) return i;  // "a ninth-floor window"
    const bool cardinal = counted && !article;
    if (!counted) {
      if (quarter && of && !in_.is(i - 1, {"the", "this", "last", "first"}) && i > 0) {
        set_share(figure, part);
        return end;
      }
      return i;
    }
    if (cardinal && count > 1 && !plural) return i;
    if (quarter && cardinal && !of && in_.role(i + 1) != kHyphen) return i;
    if (article && !half && !of && in_.at(end).word && !in_.at(end).function &&
        !in_.is(end, {"below", "above", "more", "less", "lower", "higher"}))
      return i;
    set_share(figure, count * part);
    if (half && article && !of && in_.at(end).word && !in_.at(end).function) return i;
    return end;
  }

  bool names_a_side(std::size_t i) const {
    return in_.is(i, {"leader", "party", "owner", "shareholder", "stake", "government", "leaders", "opinion", "rule",
                      "vote", "owned", "whip", "coalition", "report", "in"});
  }

  /// "7 out of 10", "one in six", "19 youngsters in every 20", "four of the 23 districts".
  std::size_t out_of(std::size_t end, Figure& figure) const {
    std::size_t k = end;
    std::size_t skipped = 0;
    while (skipped < 3 && in_.at(k).word && !in_.at(k).function && !in_.at(k).digits && !in_.at(k).capitalized) {
      ++k;
      ++skipped;
    }
    if (const std::size_t whole = read_whole(k, figure); whole != 0) {
      const double of = whole_value(k);
      figure.kind = FigureKind::kPercent;
      figure.whole = of;
      figure.share = true;
      return whole;
    }
    // "of the 23 districts", "of its 11 guards": the whole stays a figure of its own.
    if (in_.role(end) != kOf) return end;
    std::size_t at = end + 1;
    for (int words = 0; words < 4 && in_.at(at).word && !in_.at(at).digits && !in_.at(at).number.plural; ++words) {
      if (read_number(in_, at, false)) break;
      ++at;
      if (in_.is(at, {"'s", "’s"})) ++at;
    }
    const std::optional<FigureNumber> whole = read_number(in_, at, false);
    if (at == end + 1 || !whole || whole->vague || whole->low <= figure.high || whole->low > 1e6) return end;
    const FigureFacts& next = in_.at(whole->end);
    if (next.unit != nullptr || next.percent || next.number.role == kDollar || next.number.role == kCurrency)
      return end;
    figure.whole = whole->low;
    return end;
  }

  std::size_t whole_at(std::size_t k) const {
    if (in_.is(k, {"out"}) && in_.role(k + 1) == kOf) return k + 2;
    if (!in_.is(k, {"in"})) return 0;
    return in_.is(k + 1, {"every", "each"}) ? k + 2 : k + 1;
  }
  double whole_value(std::size_t k) const {
    std::size_t at = whole_at(k);
    if (in_.is(at, {"every", "each", "the"})) ++at;
    const std::optional<FigureNumber> whole = read_number(in_, at, false);
    return whole ? whole->low : 0;
  }
  /// The end of "out of 10", "in six" at `k`, or 0. "In" needs a small or a round whole and nothing that
  /// it counts but people: "14 in two days" is no share.
  std::size_t read_whole(std::size_t k, const Figure& part) const {
    std::size_t at = whole_at(k);
    if (at == 0) return 0;
    const bool sure = !in_.is(k, {"in"}) || at == k + 2;
    if (in_.is(at, {"every", "each", "the"}) && sure) ++at;
    const std::optional<FigureNumber> whole = read_number(in_, at, false);
    if (!whole || whole->vague || whole->fraction || !whole->suffix.empty() || whole->low <= part.high) return 0;
    const FigureFacts& next = in_.at(in_.past_hyphen(whole->end));
    if (next.unit != nullptr || next.percent || next.number.role == kDollar || next.number.role == kCurrency) return 0;
    if (sure) return whole->end;
    const bool round = whole->low <= 10 || (whole->low <= 1000 && grain_of(whole->low) >= 10);
    const bool nothing_counted = !next.word || next.function || next.number.role == kPeople || !next.number.plural;
    return round && part.low <= 9 && (nothing_counted || whole->low <= 10) ? whole->end : 0;
  }

 private:
  static void set_share(Figure& figure, double share) {
    figure.kind = FigureKind::kPercent;
    figure.low = figure.high = share * 100;
    figure.grain = kShareGrain;
    figure.share = true;
  }

  const FigureSentence& in_;
};

}  // namespace

std::size_t read_share(const FigureSentence& sentence, std::size_t i, Figure& figure) {
  const ShareReader reader(sentence);
  const std::size_t end = reader.part_of_a_point(i, figure);
  return end != i ? end : reader.share(i, figure);
}

std::size_t read_part(const FigureSentence& sentence, std::size_t end, Figure& figure) {
  return ShareReader(sentence).out_of(end, figure);
}

std::size_t read_whole(const FigureSentence& sentence, std::size_t i, const Figure& part) {
  return ShareReader(sentence).read_whole(i, part);
}

}  // namespace storydiff
