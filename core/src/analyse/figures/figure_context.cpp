#include "analyse/figures/figure_context.hpp"

#include <cstddef>
#include <string_view>

namespace storydiff {
namespace {

using enum CanonicalRole;

/// Where the words of `phrase` begin that end before `end`; `end` where they do not stand there.
std::size_t phrase_before(const FigureSentence& in, std::size_t end, std::string_view phrase) {
  std::size_t at = end;
  while (!phrase.empty()) {
    const std::size_t space = phrase.rfind(' ');
    const std::string_view word = space == std::string_view::npos ? phrase : phrase.substr(space + 1);
    phrase = space == std::string_view::npos ? std::string_view{} : phrase.substr(0, space);
    if (at == 0 || in.word(at - 1) != word) return end;
    --at;
  }
  return at;
}

std::size_t phrase_after(const FigureSentence& in, std::size_t begin, std::string_view phrase) {
  std::size_t at = begin;
  while (!phrase.empty()) {
    const std::size_t space = phrase.find(' ');
    const std::string_view word = phrase.substr(0, space);
    phrase = space == std::string_view::npos ? std::string_view{} : phrase.substr(space + 1);
    if (in.word(at) != word) return begin;
    ++at;
  }
  return at;
}

/// "Over two years" and "about March" hardly qualify; "rose over 5 percent" does.
bool may_qualify(const FigureSentence& in, const Figure& figure, std::size_t begin, Qualifier qualifier) {
  const bool duration = figure.unit != nullptr && figure.unit->dimension == Dimension::kDuration;
  const bool measured =
      begin > 0 && in.is(begin - 1, {"for", "after", "of", "in", "took", "lasted", "lasting", "spent"});
  if (in.is(begin, {"over"}) && duration && !measured) return false;
  if (figure.kind == FigureKind::kOrdinal) return false;
  if (figure.is_date_or_time()) return qualifier == Qualifier::kAbout && !in.is(begin, {"some"});
  // "Was up to 20", "talked about two men"
  if (in.is(begin, {"up"}) && begin > 0 &&
      in.is(begin - 1, {"was", "were", "is", "are", "went", "moved", "back", "edged"}))
    return false;
  return true;
}

void qualify(const FigureSentence& in, Figure& figure, std::size_t floor) {
  const std::size_t begin = figure.first_token;
  std::size_t anchor = begin;
  if (anchor > 0 && in.is(anchor - 1, {"another", "the", "an", "a"}) && !in.is(anchor - 1, {"a"})) --anchor;
  for (const std::size_t end : {begin, anchor}) {
    if (end == 0 || !in.at(end - 1).ends_qualifier) {
      if (anchor == begin) break;
      continue;
    }
    for (const QualifierPhrase& phrase : leading_qualifiers()) {
      const std::size_t at = phrase_before(in, end, phrase.words);
      if (at == end || at < floor) continue;
      if (!may_qualify(in, figure, at, phrase.qualifier)) return;
      // "Above the 9,000 mark", but not "talk about the 9,000 men".
      if (end != begin && (figure.is_date_or_time() || phrase.qualifier == Qualifier::kAbout)) return;
      figure.qualifier = phrase.qualifier;
      figure.first_token = static_cast<std::uint32_t>(at);
      return;
    }
    if (anchor == begin) break;
  }
  if (figure.is_date_or_time() || figure.kind == FigureKind::kOrdinal) return;
  if (!in.at(figure.end_token).begins_qualifier) return;
  for (const QualifierPhrase& phrase : trailing_qualifiers()) {
    const std::size_t at = phrase_after(in, figure.end_token, phrase.words);
    if (at == figure.end_token) continue;
    // "14 or more than 20" would be another.
    figure.qualifier = phrase.qualifier;
    figure.end_token = static_cast<std::uint32_t>(at);
    return;
  }
}

bool content(const FigureFacts& facts) {
  return facts.word && !facts.function && !facts.digits && !facts.percent && facts.number.role != kMonth;
}

/// The head of the words that follow: the first plural among the next few, else the first of them.
void find_noun(const FigureSentence& in, Figure& figure, std::size_t ceiling) {
  std::size_t k = in.past_hyphen(figure.end_token);
  if (in.role(k) == kOf) {
    ++k;
    while (k < ceiling && k < figure.end_token + 4U && in.at(k).word && in.at(k).function) ++k;
  }
  const std::size_t first = k;
  std::optional<std::size_t> head;
  for (std::size_t count = 0; count < 4 && k < ceiling && content(in.at(k)); ++count, ++k) {
    const FigureFacts& facts = in.at(k);
    if (!head) head = k;
    if (facts.number.plural || facts.number.role == kPeople) {
      head = k;
      break;
    }
    if (in.role(k + 1) == kHyphen) ++k;
  }
  if (!head) {
    // "magnitude 6.3", "page 12"
    const std::size_t before = figure.first_token;
    if (before > 0 &&
        in.is(before - 1, {"magnitude", "page", "gate", "room", "chapter", "number", "flight", "row", "level",
                           "category", "grade", "stage", "phase", "platform", "lane", "paragraph"})) {
      head = before - 1;
    }
  }
  if (head) {
    figure.noun = in.token(*head).word;
    figure.noun_sure = *head == first;
  }
}

/// The nearest word that says what befell those who are counted, in the same clause ("killed 32 and
/// injured 14"); else the next one behind.
void find_fate(const FigureSentence& in, Figure& figure, std::size_t floor, std::size_t ceiling) {
  constexpr std::size_t kReach = 7;
  const auto joins = [&](std::size_t k) { return in.role(k) == kAnd || in.role(k) == kComma || in.is(k, {";"}); };
  std::size_t after = 0;
  Fate behind = Fate::kNone;
  bool same_clause = true;
  for (std::size_t k = figure.end_token; k < ceiling && k < figure.end_token + kReach; ++k) {
    same_clause = same_clause && !joins(k);
    if (in.at(k).fate == Fate::kNone) continue;
    behind = in.at(k).fate;
    after = k + 1 - figure.end_token;
    break;
  }
  for (std::size_t k = figure.first_token; k > floor && k + kReach > figure.first_token && !joins(k - 1); --k) {
    if (in.at(k - 1).fate == Fate::kNone) continue;
    const std::size_t before = figure.first_token + 1 - k;
    if (behind == Fate::kNone || !same_clause || before < after) behind = in.at(k - 1).fate;
    break;
  }
  figure.fate = behind;
}

/// "10 to 15 percent", "between 2 and 8 degrees", "$4 to 5 million".
void share_unit(const FigureSentence& in, Figure& first, const Figure& second) {
  if (first.kind != FigureKind::kCount || first.noun || first.vague || first.other >= 0) return;
  if (second.is_date_or_time() || second.kind == FigureKind::kOrdinal || second.kind == FigureKind::kAge) return;
  if (second.first_token != first.end_token + 1) return;
  if (!in.is(first.end_token, {"to", "or", "and", "-", "\xE2\x80\x93"}) && in.role(first.end_token) != kHyphen) return;
  first.kind = second.kind;
  first.unit = second.unit;
  first.currency = second.currency;
  first.country = second.country;
  first.points = second.points;
  first.noun = second.noun;
  first.noun_sure = second.noun_sure;
  first.per = second.per;
}

}  // namespace

void complete_figures(const FigureSentence& sentence, std::span<Figure> figures) {
  for (std::size_t i = 0; i < figures.size(); ++i) {
    Figure& figure = figures[i];
    const std::size_t floor = i == 0 ? 0 : figures[i - 1].end_token;
    std::size_t before = figure.first_token;
    qualify(sentence, figure, floor);
    before = figure.first_token;
    if (before > floor && sentence.is(before - 1, {"from"})) figure.place = FigurePlace::kFrom;
    if (before > floor && sentence.is(before - 1, {"to"})) figure.place = FigurePlace::kTo;
  }
  for (std::size_t i = 0; i < figures.size(); ++i) {
    Figure& figure = figures[i];
    const std::size_t floor = i == 0 ? 0 : figures[i - 1].end_token;
    const std::size_t ceiling = i + 1 < figures.size() ? figures[i + 1].first_token : sentence.size();
    if (figure.is_date_or_time()) continue;
    if (figure.kind == FigureKind::kCount || figure.kind == FigureKind::kOrdinal || figure.whole > 0) {
      find_noun(sentence, figure, ceiling);
    }
    if (figure.kind == FigureKind::kCount) find_fate(sentence, figure, floor, ceiling);
  }
  for (std::size_t i = figures.size(); i-- > 1;) share_unit(sentence, figures[i - 1], figures[i]);
}

}  // namespace storydiff
