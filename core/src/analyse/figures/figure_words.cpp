#include "analyse/figures/figure_words.hpp"

#include <array>
#include <unordered_map>

#include "language/code_point.hpp"

namespace storydiff {
namespace {

// The tables below are ours: words of agency copy and of the style guides on numbers and dates (AP,
// Reuters, Guardian), case-folded.

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

/// Words that begin a figure, or a rule about one, and are in no table above: see the readers of times, dates, shares
/// and multiples. A word that is neither here nor has facts that say so (`may_open`) is passed over.
constexpr auto kOpeners = std::to_array<std::string_view>(
    {"noon",     "midday",     "midnight", "through", "between", "from",      "yesterday", "today",    "tonight",
     "tomorrow", "most",       "majority", "bulk",    "double",  "triple",    "twice",     "tens",     "doubled",
     "tripled",  "quadrupled", "trebled",  "halved",  "twofold", "threefold", "fourfold",  "fivefold", "tenfold"});

std::string_view last_word(std::string_view phrase) { return phrase.substr(phrase.rfind(' ') + 1); }
std::string_view first_word(std::string_view phrase) { return phrase.substr(0, phrase.find(' ')); }

/// All tables by word, so that each distinct word of a comparison is looked up once.
using Table = std::unordered_map<std::string_view, FigureFacts>;

Table make_table() {
  Table table;
  for (const FigureUnit& unit : kUnits) table[unit.word].unit = &unit;
  for (const VagueNumber& vague : kVague) table[vague.word].vague = &vague;
  for (const auto& [word, value] : kShares) table[word].share = value;
  for (const auto& [word, value] : kOrdinals) table[word].ordinal = static_cast<std::uint8_t>(value);
  for (const auto& [word, value] : kWeekdays) table[word].weekday = static_cast<std::uint8_t>(value);
  for (const auto& [word, value] : kDayParts) table[word].day_part = static_cast<std::uint8_t>(value);
  for (const auto& [word, value] : kParts) table[word].part = static_cast<std::uint8_t>(value);
  for (const auto& [word, value] : kSeasons) table[word].season = static_cast<std::uint8_t>(value);
  for (const auto& [word, value] : kShifts) table[word].shift = static_cast<DateShift>(value);
  for (const auto& [word, value] : kDateUnits) table[word].date_unit = static_cast<DateUnit>(value);
  for (const std::string_view word : kZones) table[word].zone = true;
  for (const std::string_view word : kPercents) table[word].percent = true;
  for (const FateWord& fate : kFates) table[fate.word].fate = fate.fate;
  for (const std::string_view word : kOpeners) table[word].opens = true;
  for (const QualifierPhrase& phrase : kLeading) table[last_word(phrase.words)].ends_qualifier = true;
  for (const QualifierPhrase& phrase : kTrailing) table[first_word(phrase.words)].begins_qualifier = true;
  return table;
}

const FigureFacts* find_word(std::string_view folded) {
  static const Table table = make_table();
  const auto found = table.find(folded);
  return found == table.end() ? nullptr : &found->second;
}

const FigureUnit* unit_of(std::string_view folded) {
  if (const FigureFacts* found = find_word(folded); found != nullptr && found->unit != nullptr) return found->unit;
  return folded.ends_with('s') && folded.size() > 3 ? unit_of(folded.substr(0, folded.size() - 1)) : nullptr;
}

/// Whether some reader of figures begins with a word of such facts.
bool may_open(const FigureFacts& facts) {
  using enum CanonicalRole;
  switch (facts.number.role) {
    case kUnit:
    case kTeen:
    case kTens:
    case kOrdinal:
    case kMonth:
    case kDoubtfulMonth:
    case kDottedDate:
    case kDigits:
    case kArticle:
    case kHalf:
    case kSign:
    case kCode:
      return true;
    default:
      return facts.opens || facts.digits || facts.ordinal != 0 || facts.part != 0 || facts.weekday != 0 ||
             facts.season != 0 || facts.share > 0 || facts.vague != nullptr || facts.shift != DateShift::kNone;
  }
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
  const FigureFacts* found = find_word(facts.folded);
  if (found != nullptr) {
    facts.percent = found->percent && facts.word;
    facts.opens = found->opens;
    facts.ends_qualifier = found->ends_qualifier;
    facts.begins_qualifier = found->begins_qualifier;
  }
  if (!facts.word) return facts;
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
  if (found == nullptr) return facts;
  facts.vague = found->vague;
  facts.share = found->share;
  facts.ordinal = found->ordinal;
  facts.weekday = facts.capitalized ? found->weekday : std::uint8_t{0};
  facts.day_part = found->day_part;
  facts.part = found->part;
  facts.season = found->season;
  facts.shift = found->shift;
  facts.date_unit = found->date_unit;
  facts.zone = found->zone;
  facts.fate = found->fate;
  return facts;
}

}  // namespace

FigureWords::FigureWords(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {
  facts_.reserve(vocabulary.size());
  for (WordId word = 0; word < vocabulary.size(); ++word) {
    facts_.push_back(read_word(vocabulary, vocabulary[word]));
    facts_.back().opens = may_open(facts_.back());
  }
}

const FigureUnit* FigureWords::unit_named(std::string_view name) { return unit_of(name); }

std::span<const QualifierPhrase> leading_qualifiers() { return kLeading; }
std::span<const QualifierPhrase> trailing_qualifiers() { return kTrailing; }

}  // namespace storydiff
