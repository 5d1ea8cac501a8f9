#include "analyse/figures/figure_words.hpp"

#include <algorithm>
#include <array>

#include "language/code_point.hpp"

namespace storydiff {
namespace {

// The tables below are ours: words of agency copy and of the style guides on numbers and dates (AP,
// Reuters, Guardian), case-folded. They are short enough to be searched from end to end, once a word.

constexpr double kMinute = 60;
constexpr double kHour = 60 * kMinute;
constexpr double kDay = 24 * kHour;
constexpr double kYear = 365.25 * kDay;

constexpr auto kUnits = [] {
  using enum Dimension;
  using enum UnitSystem;
  return std::to_array<FigureUnit>({
      {"second", kDuration, kCommon, 1},
      {"minute", kDuration, kCommon, kMinute},
      {"hour", kDuration, kCommon, kHour},
      {"day", kDuration, kCommon, kDay},
      {"night", kDuration, kCommon, kDay},
      {"week", kDuration, kCommon, 7 * kDay},
      {"fortnight", kDuration, kCommon, 14 * kDay},
      {"month", kDuration, kCommon, kYear / 12},
      {"year", kDuration, kCommon, kYear},
      {"decade", kDuration, kCommon, 10 * kYear},
      {"century", kDuration, kCommon, 100 * kYear},
      {"centuries", kDuration, kCommon, 100 * kYear},
      {"millimeter", kLength, kMetric, 0.001},
      {"millimetre", kLength, kMetric, 0.001},
      {"centimeter", kLength, kMetric, 0.01},
      {"centimetre", kLength, kMetric, 0.01},
      {"meter", kLength, kMetric, 1},
      {"metre", kLength, kMetric, 1},
      {"kilometer", kLength, kMetric, 1000},
      {"kilometre", kLength, kMetric, 1000},
      {"inch", kLength, kImperial, 0.0254},
      {"inches", kLength, kImperial, 0.0254},
      {"foot", kLength, kImperial, 0.3048},
      {"feet", kLength, kImperial, 0.3048},
      {"yard", kLength, kImperial, 0.9144},
      {"mile", kLength, kImperial, 1609.344},
      {"gram", kMass, kMetric, 0.001},
      {"milligram", kMass, kMetric, 0.000001},
      {"kilogram", kMass, kMetric, 1},
      {"kilo", kMass, kMetric, 1},
      {"tonne", kMass, kMetric, 1000},
      {"ton", kMass, kImperial, 907.18474},
      {"ounce", kMass, kImperial, 0.028349523},
      {"kph", kSpeed, kMetric, 1000 / kHour},
      {"mph", kSpeed, kImperial, 1609.344 / kHour},
      {"knot", kSpeed, kCommon, 1852 / kHour},
      {"degree", kTemperature, kCommon, 1},
      {"celsius", kTemperature, kMetric, 1},
      {"fahrenheit", kTemperature, kImperial, 1},
      {"hectare", kArea, kMetric, 10000},
      {"acre", kArea, kImperial, 4046.8564},
      {"liter", kVolume, kMetric, 1},
      {"litre", kVolume, kMetric, 1},
      {"gallon", kVolume, kImperial, 3.7854118},
      {"watt", kPower, kMetric, 1},
      {"kilowatt", kPower, kMetric, 1e3},
      {"megawatt", kPower, kMetric, 1e6},
      {"gigawatt", kPower, kMetric, 1e9},
      {"megabyte", kData, kMetric, 1e6},
      {"gigabyte", kData, kMetric, 1e9},
      {"terabyte", kData, kMetric, 1e12},
      {"point", kPoints, kCommon, 1},
  });
}();

constexpr auto kVague = std::to_array<VagueNumber>({
    {"couple", 2, 2},
    {"pair", 2, 2},
    {"several", 3, 12},
    {"handful", 3, 10},
    {"dozens", 24, 144},
    {"scores", 40, 200},
    {"hundreds", 200, 2000},
    {"thousands", 2000, 20000},
    {"millions", 2e6, 2e7},
    {"billions", 2e9, 2e10},
    {"trillions", 2e12, 2e13},
});

struct NamedValue {
  std::string_view word;
  double value;
};

constexpr auto kShares = std::to_array<NamedValue>({
    {"half", 0.5},
    {"halves", 0.5},
    {"third", 1.0 / 3},
    {"thirds", 1.0 / 3},
    {"quarter", 0.25},
    {"quarters", 0.25},
    {"fifth", 0.2},
    {"fifths", 0.2},
    {"sixth", 1.0 / 6},
    {"sixths", 1.0 / 6},
    {"seventh", 1.0 / 7},
    {"eighth", 0.125},
    {"eighths", 0.125},
    {"ninth", 1.0 / 9},
    {"tenth", 0.1},
    {"tenths", 0.1},
    {"sevenths", 1.0 / 7},
    {"ninths", 1.0 / 9},
});

constexpr auto kOrdinals = std::to_array<NamedValue>({
    {"first", 1},      {"second", 2},       {"third", 3},       {"fourth", 4},      {"fifth", 5},
    {"sixth", 6},      {"seventh", 7},      {"eighth", 8},      {"ninth", 9},       {"tenth", 10},
    {"eleventh", 11},  {"twelfth", 12},     {"thirteenth", 13}, {"fourteenth", 14}, {"fifteenth", 15},
    {"sixteenth", 16}, {"seventeenth", 17}, {"eighteenth", 18}, {"nineteenth", 19}, {"twentieth", 20},
});

constexpr auto kWeekdays = std::to_array<NamedValue>({
    {"monday", 1},
    {"tuesday", 2},
    {"wednesday", 3},
    {"thursday", 4},
    {"friday", 5},
    {"saturday", 6},
    {"sunday", 7},
    {"tues", 2},
    {"thurs", 4},
    {"mondays", 1},
    {"tuesdays", 2},
    {"wednesdays", 3},
    {"thursdays", 4},
    {"fridays", 5},
    {"saturdays", 6},
    {"sundays", 7},
});

constexpr auto kDayParts = std::to_array<NamedValue>(
    {{"morning", 1}, {"afternoon", 2}, {"evening", 3}, {"night", 4}, {"dawn", 1}, {"dusk", 3}});
constexpr auto kParts = std::to_array<NamedValue>(
    {{"early", 1}, {"beginning", 1}, {"start", 1}, {"mid", 2}, {"middle", 2}, {"late", 3}, {"end", 3}});
constexpr auto kSeasons =
    std::to_array<NamedValue>({{"spring", 1}, {"summer", 2}, {"autumn", 3}, {"fall", 3}, {"winter", 4}});
constexpr auto kShifts =
    std::to_array<NamedValue>({{"last", 1}, {"past", 1}, {"previous", 1}, {"this", 2}, {"next", 3}, {"coming", 3}});
constexpr auto kDateUnits = [] {
  const auto of = [](DateUnit unit) { return static_cast<double>(unit); };
  return std::to_array<NamedValue>({
      {"week", of(DateUnit::kWeek)},
      {"month", of(DateUnit::kMonth)},
      {"quarter", of(DateUnit::kQuarter)},
      {"year", of(DateUnit::kYear)},
      {"decade", of(DateUnit::kDecade)},
      {"century", of(DateUnit::kCentury)},
      {"weekend", of(DateUnit::kWeekend)},
  });
}();

constexpr auto kZones = std::to_array<std::string_view>(
    {"gmt", "utc", "bst", "cet", "cest", "et", "est", "edt", "pt", "pst", "pdt", "ct", "cst", "mst", "aest", "ist"});

constexpr auto kPercents = std::to_array<std::string_view>({"%", "percent", "per cent", "pct", "pc"});

struct FateWord {
  std::string_view word;
  Fate fate;
};

constexpr auto kFates = [] {
  using enum Fate;
  return std::to_array<FateWord>({
      {"dead", kDead},           {"died", kDead},         {"die", kDead},
      {"killed", kDead},         {"killing", kDead},      {"kills", kDead},
      {"deaths", kDead},         {"fatalities", kDead},   {"lives", kDead},
      {"bodies", kDead},         {"perished", kDead},     {"drowned", kDead},
      {"injured", kHurt},        {"injuring", kHurt},     {"wounded", kHurt},
      {"wounding", kHurt},       {"hurt", kHurt},         {"injuries", kHurt},
      {"hospitalized", kHurt},   {"hospitalised", kHurt}, {"displaced", kDisplaced},
      {"homeless", kDisplaced},  {"fled", kDisplaced},    {"evacuated", kDisplaced},
      {"uprooted", kDisplaced},  {"missing", kMissing},   {"unaccounted", kMissing},
      {"arrested", kArrested},   {"detained", kArrested}, {"arrests", kArrested},
      {"rescued", kSaved},       {"survived", kSaved},    {"survivors", kSaved},
      {"charged", kCharged},     {"indicted", kCharged},  {"hired", kHired},
      {"dismissed", kDismissed}, {"fired", kDismissed},
  });
}();

constexpr auto kLeading = [] {
  using enum Qualifier;
  return std::to_array<QualifierPhrase>({
      {"slightly more than", kJustOver},
      {"a little more than", kJustOver},
      {"just more than", kJustOver},
      {"no more than", kAtMost},
      {"not more than", kAtMost},
      {"more than", kAtLeast},
      {"no fewer than", kAtLeast},
      {"not fewer than", kAtLeast},
      {"no less than", kAtLeast},
      {"not less than", kAtLeast},
      {"slightly less than", kNearly},
      {"just less than", kNearly},
      {"a little less than", kNearly},
      {"fewer than", kAtMost},
      {"less than", kAtMost},
      {"greater than", kAtLeast},
      {"higher than", kAtLeast},
      {"slightly over", kJustOver},
      {"just over", kJustOver},
      {"a little over", kJustOver},
      {"just above", kJustOver},
      {"just under", kNearly},
      {"just below", kNearly},
      {"just shy of", kNearly},
      {"little short of", kNearly},
      {"not far short of", kNearly},
      {"not quite", kNearly},
      {"not yet", kNearly},
      {"little more than", kJustOver},
      {"a little more than", kJustOver},
      {"little over", kJustOver},
      {"just short of", kNearly},
      {"close to", kNearly},
      {"at least", kAtLeast},
      {"at most", kAtMost},
      {"a minimum of", kAtLeast},
      {"a maximum of", kAtMost},
      {"in excess of", kAtLeast},
      {"upwards of", kAtLeast},
      {"upward of", kAtLeast},
      {"as many as", kAtMost},
      {"as much as", kAtMost},
      {"as few as", kAtLeast},
      {"as little as", kAtLeast},
      {"up to", kAtMost},
      {"in the region of", kAbout},
      {"an estimated", kAbout},
      {"estimated", kAbout},
      {"well over", kAtLeast},
      {"over", kAtLeast},
      {"above", kAtLeast},
      {"exceeding", kAtLeast},
      {"beyond", kAtLeast},
      {"topping", kAtLeast},
      {"topped", kAtLeast},
      {"surpassing", kAtLeast},
      {"surpassed", kAtLeast},
      {"exceeded", kAtLeast},
      {"exceeds", kAtLeast},
      {"passing", kAtLeast},
      {"under", kAtMost},
      {"below", kAtMost},
      {"nearly", kNearly},
      {"almost", kNearly},
      {"approaching", kNearly},
      {"about", kAbout},
      {"around", kAbout},
      {"roughly", kAbout},
      {"approximately", kAbout},
      {"some", kAbout},
      {"circa", kAbout},
  });
}();

constexpr auto kTrailing = std::to_array<QualifierPhrase>({
    {"or more", Qualifier::kAtLeast},
    {"and more", Qualifier::kAtLeast},
    {"or so", Qualifier::kAbout},
    {"or less", Qualifier::kAtMost},
    {"or fewer", Qualifier::kAtMost},
    {"- plus", Qualifier::kAtLeast},
    {"- odd", Qualifier::kAbout},
    {"+", Qualifier::kAtLeast},
});

template <std::size_t size>
double value_of(const std::array<NamedValue, size>& table, std::string_view folded) {
  for (const NamedValue& entry : table) {
    if (entry.word == folded) return entry.value;
  }
  return 0;
}

template <std::size_t size>
bool holds(const std::array<std::string_view, size>& table, std::string_view folded) {
  return std::find(table.begin(), table.end(), folded) != table.end();
}

const FigureUnit* unit_of(std::string_view folded) {
  for (const FigureUnit& unit : kUnits) {
    if (unit.word == folded) return &unit;
  }
  return folded.ends_with('s') && folded.size() > 3 ? unit_of(folded.substr(0, folded.size() - 1)) : nullptr;
}

/// In a language without tables: the digits of the number rung ("14000", "1.5") alone.
void read_plain_digits(std::string_view text, CanonicalFacts& facts) {
  constexpr std::size_t kMostDigits = 15;
  Decimal number;
  bool fraction = false;
  if (text.size() > kMostDigits) return;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_ascii_digit(static_cast<unsigned char>(text[i]))) {
      number.mantissa = number.mantissa * 10 + static_cast<std::uint64_t>(text[i] - '0');
      number.decimals += fraction ? 1 : 0;
    } else if (text[i] == '.' && !fraction && i > 0 && i + 1 < text.size()) {
      fraction = true;
    } else {
      return;
    }
  }
  facts.role = CanonicalRole::kDigits;
  facts.number = number;
  facts.digits = fraction ? std::uint8_t{0} : static_cast<std::uint8_t>(text.size());
}

FigureFacts read_word(const Vocabulary& vocabulary, const Word& word) {
  FigureFacts facts;
  facts.number = canonical_facts(vocabulary, word);
  facts.folded = vocabulary.key_text(word.keys[static_cast<std::size_t>(Equivalence::kCase)]);
  facts.word = word.kind != WordKind::kPunctuation;
  facts.function = word.function_word;
  facts.capitalized = word.capitalized;
  facts.digits = word.kind == WordKind::kNumber;
  if (!facts.word) return facts;
  facts.percent = holds(kPercents, facts.folded);
  const bool english = vocabulary.language() == "en";
  if (facts.digits && !english) {
    read_plain_digits(vocabulary.key_text(word.keys[static_cast<std::size_t>(Equivalence::kNumber)]), facts.number);
  }
  if (facts.digits || !english) return facts;
  facts.unit = unit_of(facts.folded);
  // Short names: the canonical word has the long one ("km", "kph", "hrs").
  const CanonicalRole role = facts.number.role;
  if (role == CanonicalRole::kMeasure && facts.unit == nullptr && facts.number.money_power == 0) {
    facts.unit = unit_of(facts.number.text);
  } else if (role == CanonicalRole::kSpeedMeasure && !facts.number.second_text.empty()) {
    facts.unit = unit_of(facts.number.second_text);
  } else if (role == CanonicalRole::kMeasure && facts.number.money_power != 0) {
    facts.unit = unit_of("meter");
  }
  const auto vague = std::ranges::find(kVague, facts.folded, &VagueNumber::word);
  if (vague != kVague.end()) facts.vague = &*vague;
  facts.share = value_of(kShares, facts.folded);
  facts.ordinal = static_cast<std::uint8_t>(value_of(kOrdinals, facts.folded));
  facts.weekday = facts.capitalized ? static_cast<std::uint8_t>(value_of(kWeekdays, facts.folded)) : std::uint8_t{0};
  facts.day_part = static_cast<std::uint8_t>(value_of(kDayParts, facts.folded));
  facts.part = static_cast<std::uint8_t>(value_of(kParts, facts.folded));
  facts.season = static_cast<std::uint8_t>(value_of(kSeasons, facts.folded));
  facts.shift = static_cast<DateShift>(value_of(kShifts, facts.folded));
  facts.date_unit = static_cast<DateUnit>(value_of(kDateUnits, facts.folded));
  facts.zone = holds(kZones, facts.folded);
  const auto fate = std::ranges::find(kFates, facts.folded, &FateWord::word);
  if (fate != kFates.end()) facts.fate = fate->fate;
  return facts;
}

}  // namespace

FigureWords::FigureWords(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {
  facts_.reserve(vocabulary.size());
  for (WordId word = 0; word < vocabulary.size(); ++word) facts_.push_back(read_word(vocabulary, vocabulary[word]));
}

const FigureUnit* FigureWords::unit_named(std::string_view name) { return unit_of(name); }

std::span<const QualifierPhrase> leading_qualifiers() { return kLeading; }
std::span<const QualifierPhrase> trailing_qualifiers() { return kTrailing; }

}  // namespace storydiff
