#include "analyse/figures/figures.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "analyse/figures/figure_calendar.hpp"
#include "analyse/figures/figure_match.hpp"
#include "analyse/figures/figure_reading.hpp"
#include "analyse/figures/figure_status.hpp"
#include "deadline_watch.hpp"
#include "storydiff/metadata.hpp"

namespace storydiff {
namespace {

using enum FigureStatus;

/// The figures of one text, and where those of each sentence are.
struct Text {
  const Segments* segments = nullptr;
  std::vector<Figure> figures;
  std::vector<std::uint32_t> first;  ///< by sentence, and one more

  Text(const Segments& given, FigureWords& words) : segments(&given), figures(read_figures(given, words)) {
    std::uint32_t next = 0;
    first.reserve(given.sentences.size() + 1);
    for (std::uint32_t s = 0; s < given.sentences.size(); ++s) {
      first.push_back(next);
      while (next < figures.size() && figures[next].sentence == s) ++next;
    }
    first.push_back(next);
  }
  void append(std::uint32_t sentence, std::vector<std::uint32_t>& indices) const {
    for (std::uint32_t i = first[sentence]; i < first[sentence + 1]; ++i) indices.push_back(i);
  }
  [[nodiscard]] std::vector<std::uint32_t> of(std::span<const std::uint32_t> sentences) const {
    std::vector<std::uint32_t> indices;
    for (const std::uint32_t s : sentences) append(s, indices);
    return indices;
  }
};

/// What answers a target figure.
struct Answer {
  FigureStatus status = kUnsupported;
  double score = 0;
  std::uint32_t document = 0;
  std::uint32_t figure = 0;
  std::optional<std::uint32_t> alignment;
};

struct Place {
  std::uint32_t document = 0;
  std::uint32_t figure = 0;
};

/// Figures that may say the same have a bucket in common: kind and value. A date has one for its day and
/// one for its year.
using Bucket = std::pair<FigureKind, std::int64_t>;
std::vector<Bucket> buckets_of(const Figure& figure) {
  if (figure.vague) return {};
  if (figure.kind == FigureKind::kDate) {
    const FigureDate& date = figure.date;
    std::vector<Bucket> buckets;
    if (date.month != 0 && date.day != 0) buckets.emplace_back(figure.kind, date.month * 100 + date.day);
    if (date.year != 0) buckets.emplace_back(figure.kind, 10000 + date.year);
    return buckets;
  }
  if (figure.kind == FigureKind::kTime) return {{figure.kind, figure.minutes}};
  // "The 52-year-old" may be a bare "52".
  const bool age = figure.kind == FigureKind::kAge;
  const bool counted = figure.unit == nullptr || (age && figure.unit->word == "year");
  const double unit = counted ? 1 : figure.unit->factor;
  return {{age ? FigureKind::kCount : figure.kind, std::llround(std::min(percent_of(figure) * unit, 1e12) * 1000)}};
}

class Comparison {
 public:
  explicit Comparison(const AnalysisInput& input) : input_(input), words_(*input.vocabulary) {
    for (const Segments& segments : input.segments) texts_.emplace_back(segments, words_);
    answers_.resize(target().figures.size());
    for (std::size_t d = 0; d < texts_.size(); ++d) fix_days(d);
    for (std::uint32_t document = 0; document + 1 < texts_.size(); ++document) {
      for (std::uint32_t i = 0; i < texts_[document].figures.size(); ++i)
        for (const Bucket& bucket : buckets_of(texts_[document].figures[i]))
          places_by_value_[bucket].push_back({document, i});
    }
  }

  std::vector<Change> run() {
    for (std::uint32_t a = 0; a < input_.alignment->alignments.size(); ++a) {
      check_deadline();
      const Alignment& alignment = input_.alignment->alignments[a];
      const std::vector<std::uint32_t> targets = target().of(alignment.target_sentences);
      if (targets.empty()) continue;
      const std::vector<std::uint32_t> sources = texts_[alignment.source_document].of(alignment.source_sentences);
      match(alignment.source_document, sources, targets, a,
            alignment.relation == Relation::kParaphrase ? FigureLink::kLoose : FigureLink::kClose);
      differences(alignment.source_document, sources, targets, a);
    }
    lone_sentences();
    nearest_misses();
    beside_links();
    elsewhere();
    told_roughly();
    repeated_dates();
    value_elsewhere();
    settle_dates();
    return changes();
  }

 private:
  static constexpr std::size_t kMostPlaces = 16;  ///< of one value: what stands everywhere says nothing

  const Text& target() const { return texts_.back(); }

  void match(std::uint32_t document, const std::vector<std::uint32_t>& sources,
             const std::vector<std::uint32_t>& targets, std::optional<std::uint32_t> alignment, FigureLink link) {
    if (sources.empty() || targets.empty()) return;
    const auto s = figure_candidates(texts_[document].figures, sources, {texts_[document].segments, input_.vocabulary});
    const auto t = figure_candidates(target().figures, targets, {target().segments, input_.vocabulary});
    for (const FigureMatch& found : match_figures(s, t, *input_.vocabulary, link)) {
      Answer& answer = answers_[t[found.target].index];
      if (answer.status != kUnsupported && answer.score >= found.score) continue;
      answer = {found.status, found.score, document, s[found.source].index, alignment};
    }
  }

  /// "Sank by 27 points to 61 percent", from "fell to 61 percent from 88": the difference of two
  /// percentages of the link is a conversion.
  void differences(std::uint32_t document, const std::vector<std::uint32_t>& sources,
                   const std::vector<std::uint32_t>& targets, std::uint32_t a) {
    const Text& source = texts_[document];
    if (sources.size() > kMostFiguresMatched) return;
    for (const std::uint32_t t : targets) {
      const Figure& points = target().figures[t];
      if (answers_[t].status != kUnsupported || !points.points) continue;
      for (const std::uint32_t i : sources) {
        for (const std::uint32_t j : sources) {
          const Figure& first = source.figures[i];
          const Figure& second = source.figures[j];
          if (first.kind != FigureKind::kPercent || second.kind != FigureKind::kPercent || first.points ||
              second.points)
            continue;
          if (std::fabs(percent_of(first) - percent_of(second) - points.low) > 0.051) continue;
          if (answers_[t].status == kUnsupported) answers_[t] = {kConverted, 1, document, i, a};
        }
      }
    }
  }

  /// Who gives one sentence for each text says that they belong together, whatever they share.
  void lone_sentences() {
    if (!input_.alignment->alignments.empty() || target().segments->sentences.size() != 1) return;
    const std::uint32_t only[] = {0};
    for (std::uint32_t document = 0; document + 1 < texts_.size(); ++document) {
      if (texts_[document].segments->sentences.size() != 1) continue;
      match(document, texts_[document].of(only), target().of(only), std::nullopt, FigureLink::kLoose);
    }
  }

  /// A sentence without a link is compared with its nearest miss, strictly.
  void nearest_misses() {
    for (const Unlinked& unlinked : input_.alignment->unmatched) {
      if (!unlinked.nearest) continue;
      const std::uint32_t there[] = {unlinked.nearest->sentence};
      const std::uint32_t here[] = {unlinked.sentence};
      match(unlinked.nearest->document, texts_[unlinked.nearest->document].of(there), target().of(here), std::nullopt,
            FigureLink::kNone);
    }
  }

  /// A sentence that was made of two is linked with one of them only. What it says of the other stands
  /// beside the link: open figures are compared with the sentences next to those that its own neighbours
  /// are linked with. Each sentence looks at a few alignments only.
  void beside_links() {
    std::vector<std::set<std::pair<std::uint32_t, std::uint32_t>>> near(target().segments->sentences.size());
    for (const Alignment& alignment : input_.alignment->alignments) {
      if (alignment.source_sentences.size() > kLongestGroup || alignment.target_sentences.size() > kLongestGroup)
        continue;
      const std::size_t sentences = texts_[alignment.source_document].segments->sentences.size();
      for (const std::uint32_t t : alignment.target_sentences) {
        for (std::size_t here = t == 0 ? 0 : t - 1; here < std::min<std::size_t>(near.size(), t + 2); ++here) {
          if (!open_in(static_cast<std::uint32_t>(here))) continue;
          for (const std::uint32_t s : alignment.source_sentences) {
            for (std::size_t there = s == 0 ? 0 : s - 1; there < std::min<std::size_t>(sentences, s + 2); ++there)
              near[here].emplace(alignment.source_document, static_cast<std::uint32_t>(there));
          }
        }
      }
    }
    for (std::uint32_t here = 0; here < near.size(); ++here) {
      const std::uint32_t only[] = {here};
      for (const auto& [document, there] : near[here]) {
        std::vector<std::uint32_t> open = target().of(only);
        std::erase_if(open, [&](std::uint32_t i) { return answers_[i].status != kUnsupported; });
        if (open.empty()) break;
        const std::uint32_t one[] = {there};
        match(document, texts_[document].of(one), open, std::nullopt, FigureLink::kNear);
      }
    }
  }
  /// Whether a figure of the target sentence is still without an answer.
  [[nodiscard]] bool open_in(std::uint32_t sentence) const {
    const auto begin = answers_.begin() + target().first[sentence];
    const auto end = answers_.begin() + target().first[sentence + 1];
    return std::any_of(begin, end, [](const Answer& answer) { return answer.status == kUnsupported; });
  }
  static constexpr std::size_t kLongestGroup = 8;  ///< sentences; a longer group has no neighbourhood

  /// What no linked sentence answers may be told in any other: the same value of the same thing only. A
  /// sentence that answers one figure of a target sentence may then answer its others too.
  void elsewhere() {
    const std::map<Bucket, std::vector<Place>>& sources = places_by_value_;
    std::map<Bucket, std::uint32_t> targets;
    for (const Figure& figure : target().figures)
      for (const Bucket& bucket : buckets_of(figure)) ++targets[bucket];

    for (std::uint32_t t = 0; t < answers_.size(); ++t) {
      check_deadline();
      if (answers_[t].status != kUnsupported) continue;
      for (const Bucket& bucket : buckets_of(target().figures[t])) {
        const auto found = sources.find(bucket);
        if (found == sources.end() || found->second.size() > kMostPlaces || answers_[t].status != kUnsupported)
          continue;
        const bool unique = found->second.size() == 1 && targets[bucket] == 1 && !input_.alignment->alignments.empty();
        for (const Place& place : found->second)
          match(place.document, {place.figure}, {t}, std::nullopt, unique ? FigureLink::kUnique : FigureLink::kNone);
      }
    }
    std::set<std::array<std::uint32_t, 3>> seen;
    for (std::uint32_t t = 0; t < answers_.size(); ++t) {
      const Answer anchor = answers_[t];
      if (anchor.status == kUnsupported || anchor.alignment || !is_distinctive(target().figures[t])) continue;
      const Text& source = texts_[anchor.document];
      const std::uint32_t there[] = {source.figures[anchor.figure].sentence};
      const std::uint32_t here[] = {target().figures[t].sentence};
      if (!seen.insert({here[0], anchor.document, there[0]}).second) continue;
      std::vector<std::uint32_t> open = target().of(here);
      std::erase_if(open, [&](std::uint32_t i) { return answers_[i].status != kUnsupported; });
      match(anchor.document, source.of(there), open, std::nullopt, FigureLink::kAnchored);
    }
  }

  /// A day or a year that the target names again is what it was where it was first answered.
  void repeated_dates() {
    std::map<std::array<std::uint32_t, 3>, std::uint32_t> answered;  // year, month and day; the target figure
    const auto key = [](const FigureDate& date) {
      return std::array<std::uint32_t, 3>{date.year, date.month, date.day};
    };
    for (std::uint32_t t = 0; t < answers_.size(); ++t) {
      const bool told = answers_[t].status == kSame || answers_[t].status == kMorePrecise;
      if (told && names_a_date(target().figures[t])) answered.emplace(key(target().figures[t].date), t);
    }
    for (std::uint32_t t = 0; t < answers_.size(); ++t) {
      const Figure& figure = target().figures[t];
      if (answers_[t].status != kUnsupported || !names_a_date(figure)) continue;
      const auto found = answered.find(key(figure.date));
      if (found == answered.end() || judge_figures(target().figures[found->second], figure).status != kSame) continue;
      answers_[t] = answers_[found->second];
      answers_[t].alignment.reset();
    }
  }

  /// What nothing has answered is not new where a source has the value in another place. A date is the same
  /// date whatever it hangs on; any other value may be that of another thing.
  void value_elsewhere() {
    for (std::uint32_t t = 0; t < answers_.size(); ++t) {
      if (answers_[t].status != kUnsupported) continue;
      check_deadline();
      const Figure& figure = target().figures[t];
      for (const Bucket& bucket : buckets_of(figure)) {
        const auto found = places_by_value_.find(bucket);
        if (found == places_by_value_.end() || answers_[t].status != kUnsupported) continue;
        for (const Place& place : std::span(found->second).first(std::min(found->second.size(), kMostPlaces))) {
          const Figure& source = texts_[place.document].figures[place.figure];
          if (!says_the_value(source, figure)) continue;
          answers_[t] = {names_a_date(figure) ? kSame : kElsewhere, 0, place.document, place.figure, std::nullopt};
          break;
        }
      }
    }
  }

  /// Equal value and unit; of small counts, which meet by chance, also the same thing counted.
  [[nodiscard]] bool says_the_value(const Figure& source, const Figure& target) const {
    const FigureVerdict verdict = judge_figures(source, target);
    if (!verdict.comparable) return false;
    const bool qualified = verdict.status == kQualifierAdded || verdict.status == kQualifierDropped;
    if (verdict.status != kSame && !(qualified && !names_a_date(target))) return false;
    if (source.kind != target.kind) return false;
    if (target.kind != FigureKind::kCount && target.kind != FigureKind::kOrdinal) return true;
    const SameThing thing = same_thing(source, target, *input_.vocabulary);
    return is_distinctive(target) || thing == SameThing::kSame || thing == SameThing::kAlike;
  }

  /// A year, or a day of a month: it says when without any help.
  static bool names_a_date(const Figure& figure) {
    return figure.kind == FigureKind::kDate && !figure.vague &&
           (figure.date.year != 0 || (figure.date.month != 0 && figure.date.day != 0));
  }

  /// "Two and a half kilos" in a sentence of its own words, where the source has 2.4 kilograms: open figures
  /// that hardly meet by chance take the only source figure of their measure that is about as large. The
  /// source figures lie sorted, so that each looks at a few.
  void told_roughly() {
    if (input_.alignment->alignments.empty()) return;
    struct Size {
      int measure;
      double value;
      Place place;
    };
    const auto before = [](const Size& a, const Size& b) {
      return std::pair(a.measure, a.value) < std::pair(b.measure, b.value);
    };
    const auto size_of = [](const Figure& figure) {
      const bool measured = figure.kind == FigureKind::kMeasure && figure.unit != nullptr;
      return Size{static_cast<int>(figure.kind) * 100 + (measured ? static_cast<int>(figure.unit->dimension) : 0),
                  figure.low * (measured ? figure.unit->factor : 1),
                  {}};
    };
    std::vector<Size> sizes;
    for (std::uint32_t document = 0; document + 1 < texts_.size(); ++document) {
      for (std::uint32_t i = 0; i < texts_[document].figures.size(); ++i) {
        const Figure& figure = texts_[document].figures[i];
        if (figure.is_date_or_time() || figure.vague) continue;
        sizes.push_back(size_of(figure));
        sizes.back().place = {document, i};
      }
    }
    std::stable_sort(sizes.begin(), sizes.end(), before);
    constexpr double kNearby = 0.15;  // of the value: more than any rounding takes
    for (std::uint32_t t = 0; t < answers_.size(); ++t) {
      const Figure& figure = target().figures[t];
      if (answers_[t].status != kUnsupported || !hardly_by_chance(figure)) continue;
      Size low = size_of(figure);
      Size high = low;
      low.value *= 1 - kNearby;
      high.value *= 1 + kNearby;
      const auto first = std::lower_bound(sizes.begin(), sizes.end(), low, before);
      // Two of about that size: nobody can say which.
      if (first == sizes.end() || before(high, *first)) continue;
      if (first + 1 != sizes.end() && !before(high, *(first + 1))) continue;
      match(first->place.document, {first->place.figure}, {t}, std::nullopt, FigureLink::kNear);
    }
  }

  static bool hardly_by_chance(const Figure& figure) {
    if (figure.vague || figure.low <= 0) return false;
    if (figure.kind == FigureKind::kMoney || figure.kind == FigureKind::kCount) return figure.low >= 10000;
    return figure.kind == FigureKind::kMeasure && figure.unit != nullptr &&
           figure.unit->dimension != Dimension::kDuration && figure.unit->dimension != Dimension::kPoints &&
           figure.unit->dimension != Dimension::kTimes && figure.unit->dimension != Dimension::kMultiplicity;
  }

  /// Which days the text fixes: that of its dateline, dropped as furniture or not, and those with a weekday.
  void fix_days(std::size_t document) {
    std::optional<KnownDay> written;
    for (const LedgerEntry& entry : input_.normalized[document].ledger) {
      if (entry.action == EditAction::kDrop && entry.role == "dateline" && !written)
        written = day_of_dateline(entry.text);
    }
    if (!written) {
      const Metadata metadata = read_metadata(input_.normalized[document]);
      if (const auto date = metadata.find("date"); date != metadata.end()) written = day_of_metadata(date->second);
    }
    for (const Figure& figure : texts_[document].figures) {
      const FigureDate& date = figure.date;
      if (figure.kind != FigureKind::kDate || date.month == 0 || date.day == 0 || date.weekday == 0) continue;
      known_.push_back({date.year, date.month, date.day, date.weekday});
    }
    if (written && written->year != 0) known_.push_back(*written);
    written_.push_back(written);
  }

  /// "Wednesday" against "March 12": same or changed where the texts' own days tell, else left as it is.
  void settle_dates() {
    for (std::uint32_t t = 0; t < answers_.size(); ++t) {
      Answer& answer = answers_[t];
      const Figure& figure = target().figures[t];
      if (answer.status != kConverted || figure.kind != FigureKind::kDate) continue;
      const FigureDate& source = texts_[answer.document].figures[answer.figure].date;
      const bool target_names = figure.date.weekday != 0 || figure.date.shift != DateShift::kNone;
      const auto same = target_names ? names_the_same(figure.date, source, written_.back(), known_)
                                     : names_the_same(source, figure.date, written_[answer.document], known_);
      if (same) answer.status = *same ? kSame : kChanged;
    }
  }

  std::vector<Change> changes() const {
    std::vector<Change> result;
    result.reserve(answers_.size());
    for (std::uint32_t t = 0; t < answers_.size(); ++t) {
      const Answer& answer = answers_[t];
      const Figure& figure = target().figures[t];
      Change change;
      change.kind = to_string(figure.kind);
      change.status = to_string(answer.status);
      change.target = figure.original;
      change.to = input_.documents.back()->slice(figure.original);
      if (answer.status != kUnsupported) {
        const Figure& source = texts_[answer.document].figures[answer.figure];
        change.source_document = answer.document;
        change.source = source.original;
        change.from = input_.documents[answer.document]->slice(source.original);
        change.alignment = answer.alignment;
      }
      result.push_back(std::move(change));
    }
    return result;
  }

  const AnalysisInput& input_;
  FigureWords words_;
  std::vector<Text> texts_;                               ///< the sources, then the target
  std::vector<Answer> answers_;                           ///< by target figure
  std::map<Bucket, std::vector<Place>> places_by_value_;  ///< of the sources' figures
  std::vector<std::optional<KnownDay>> written_;          ///< by text
  std::vector<KnownDay> known_;                           ///< of all texts: they tell one story
};

}  // namespace

std::vector<Change> compare_figures(const AnalysisInput& input) { return Comparison(input).run(); }

}  // namespace storydiff
