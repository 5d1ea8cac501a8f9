#include "segment/abbreviations.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "language/code_point.hpp"
#include "language/function_words.hpp"
#include "language/icu_text.hpp"
#include "segment/abbreviation_tables.hpp"

namespace storydiff {
namespace {

using Entry = AbbreviationEntry;

// All tables ascend, for binary search; capitals count.
constexpr auto kEnglish = std::to_array<Entry>({
    {"Acad", Abbreviation::kName},   {"Adm", Abbreviation::kTitle},    {"Ala", Abbreviation::kState},
    {"Ald", Abbreviation::kTitle},   {"Alta", Abbreviation::kState},   {"Amb", Abbreviation::kTitle},
    {"Apr", Abbreviation::kMonth},   {"Ariz", Abbreviation::kState},   {"Ark", Abbreviation::kState},
    {"Art", Abbreviation::kMonth},   {"Arts", Abbreviation::kMonth},   {"Assn", Abbreviation::kName},
    {"Assoc", Abbreviation::kTitle}, {"Asst", Abbreviation::kTitle},   {"Atty", Abbreviation::kTitle},
    {"Aug", Abbreviation::kMonth},   {"Ave", Abbreviation::kName},     {"Bldg", Abbreviation::kName},
    {"Blvd", Abbreviation::kName},   {"Brig", Abbreviation::kTitle},   {"Bros", Abbreviation::kName},
    {"Calif", Abbreviation::kState}, {"Capt", Abbreviation::kTitle},   {"Ch", Abbreviation::kMonth},
    {"Cllr", Abbreviation::kTitle},  {"Cmdr", Abbreviation::kTitle},   {"Co", Abbreviation::kName},
    {"Col", Abbreviation::kTitle},   {"Colo", Abbreviation::kState},   {"Cols", Abbreviation::kTitle},
    {"Conn", Abbreviation::kState},  {"Corp", Abbreviation::kName},    {"Cos", Abbreviation::kName},
    {"Cpl", Abbreviation::kTitle},   {"Dec", Abbreviation::kMonth},    {"Del", Abbreviation::kState},
    {"Dep", Abbreviation::kTitle},   {"Dept", Abbreviation::kName},    {"Det", Abbreviation::kTitle},
    {"Dr", Abbreviation::kTitle},    {"Drs", Abbreviation::kTitle},    {"Esq", Abbreviation::kName},
    {"Feb", Abbreviation::kMonth},   {"Fig", Abbreviation::kMonth},    {"Figs", Abbreviation::kMonth},
    {"Fla", Abbreviation::kState},   {"Fr", Abbreviation::kTitle},     {"Ft", Abbreviation::kName},
    {"Ga", Abbreviation::kState},    {"Gen", Abbreviation::kTitle},    {"Gens", Abbreviation::kTitle},
    {"Gmbh", Abbreviation::kName},   {"Gov", Abbreviation::kTitle},    {"Govs", Abbreviation::kTitle},
    {"Hon", Abbreviation::kTitle},   {"Hwy", Abbreviation::kName},     {"Ill", Abbreviation::kState},
    {"Inc", Abbreviation::kName},    {"Ind", Abbreviation::kState},    {"Insp", Abbreviation::kTitle},
    {"Inst", Abbreviation::kName},   {"Intl", Abbreviation::kName},    {"Jan", Abbreviation::kMonth},
    {"Jr", Abbreviation::kName},     {"Jul", Abbreviation::kMonth},    {"Jun", Abbreviation::kMonth},
    {"Kan", Abbreviation::kState},   {"Ky", Abbreviation::kState},     {"LLC", Abbreviation::kName},
    {"LLP", Abbreviation::kName},    {"La", Abbreviation::kState},     {"Lt", Abbreviation::kTitle},
    {"Ltd", Abbreviation::kName},    {"Maj", Abbreviation::kTitle},    {"Mar", Abbreviation::kMonth},
    {"Mass", Abbreviation::kState},  {"Md", Abbreviation::kState},     {"Messrs", Abbreviation::kTitle},
    {"Mfg", Abbreviation::kName},    {"Mich", Abbreviation::kState},   {"Minn", Abbreviation::kState},
    {"Miss", Abbreviation::kState},  {"Mlle", Abbreviation::kTitle},   {"Mme", Abbreviation::kTitle},
    {"Mo", Abbreviation::kState},    {"Mont", Abbreviation::kState},   {"Mr", Abbreviation::kTitle},
    {"Mrs", Abbreviation::kTitle},   {"Ms", Abbreviation::kTitle},     {"Msgr", Abbreviation::kTitle},
    {"Mt", Abbreviation::kName},     {"Mx", Abbreviation::kTitle},     {"Natl", Abbreviation::kName},
    {"Neb", Abbreviation::kState},   {"Nev", Abbreviation::kState},    {"No", Abbreviation::kMonth},
    {"Nos", Abbreviation::kMonth},   {"Nov", Abbreviation::kMonth},    {"Oct", Abbreviation::kMonth},
    {"Okla", Abbreviation::kState},  {"Ont", Abbreviation::kState},    {"Ore", Abbreviation::kState},
    {"PLC", Abbreviation::kName},    {"Pa", Abbreviation::kState},     {"Pfc", Abbreviation::kTitle},
    {"Plc", Abbreviation::kName},    {"Pres", Abbreviation::kTitle},   {"Prof", Abbreviation::kTitle},
    {"Profs", Abbreviation::kTitle}, {"Pt", Abbreviation::kName},      {"Pvt", Abbreviation::kTitle},
    {"Que", Abbreviation::kState},   {"Rd", Abbreviation::kName},      {"Rep", Abbreviation::kTitle},
    {"Reps", Abbreviation::kTitle},  {"Rev", Abbreviation::kTitle},    {"Revs", Abbreviation::kTitle},
    {"Rte", Abbreviation::kName},    {"Sask", Abbreviation::kState},   {"Sec", Abbreviation::kMonth},
    {"Sen", Abbreviation::kTitle},   {"Sens", Abbreviation::kTitle},   {"Sep", Abbreviation::kMonth},
    {"Sept", Abbreviation::kMonth},  {"Sgt", Abbreviation::kTitle},    {"Spc", Abbreviation::kTitle},
    {"Sr", Abbreviation::kName},     {"St", Abbreviation::kName},      {"Ste", Abbreviation::kName},
    {"Supt", Abbreviation::kTitle},  {"Tenn", Abbreviation::kState},   {"Tex", Abbreviation::kState},
    {"Treas", Abbreviation::kTitle}, {"Univ", Abbreviation::kName},    {"Va", Abbreviation::kState},
    {"Vol", Abbreviation::kMonth},   {"Vols", Abbreviation::kMonth},   {"Vt", Abbreviation::kState},
    {"Wash", Abbreviation::kState},  {"Wis", Abbreviation::kState},    {"Wyo", Abbreviation::kState},
    {"al", Abbreviation::kInner},    {"approx", Abbreviation::kInner}, {"ca", Abbreviation::kInner},
    {"cf", Abbreviation::kInner},    {"cm", Abbreviation::kUnit},      {"dept", Abbreviation::kInner},
    {"est", Abbreviation::kInner},   {"fig", Abbreviation::kMonth},    {"ft", Abbreviation::kUnit},
    {"govt", Abbreviation::kInner},  {"hr", Abbreviation::kUnit},      {"hrs", Abbreviation::kUnit},
    {"in", Abbreviation::kUnit},     {"incl", Abbreviation::kInner},   {"kg", Abbreviation::kUnit},
    {"km", Abbreviation::kUnit},     {"lb", Abbreviation::kUnit},      {"lbs", Abbreviation::kUnit},
    {"mi", Abbreviation::kUnit},     {"min", Abbreviation::kUnit},     {"mins", Abbreviation::kUnit},
    {"mm", Abbreviation::kUnit},     {"mph", Abbreviation::kUnit},     {"no", Abbreviation::kMonth},
    {"nos", Abbreviation::kMonth},   {"oz", Abbreviation::kUnit},      {"pp", Abbreviation::kMonth},
    {"resp", Abbreviation::kInner},  {"sec", Abbreviation::kUnit},     {"secs", Abbreviation::kUnit},
    {"sq", Abbreviation::kUnit},     {"v", Abbreviation::kInner},      {"viz", Abbreviation::kInner},
    {"vol", Abbreviation::kMonth},   {"vs", Abbreviation::kInner},     {"yd", Abbreviation::kUnit},
    {"yds", Abbreviation::kUnit},
});

// Titles that several languages share; all that a language without a list of its own gets.
constexpr auto kShared = std::to_array<Entry>({
    {"Dr", Abbreviation::kTitle},
    {"Mr", Abbreviation::kTitle},
    {"Mrs", Abbreviation::kTitle},
    {"Prof", Abbreviation::kTitle},
    {"St", Abbreviation::kTitle},
});

constexpr auto kLikelyStarts = std::to_array<std::string_view>({
    "A",         "About",   "According", "Across", "After",   "All",       "Also",    "Although", "Among",    "An",
    "And",       "Another", "Anyone",    "As",     "Asked",   "At",        "Because", "Before",   "Between",  "Both",
    "But",       "By",      "Despite",   "During", "Each",    "Earlier",   "Either",  "Even",     "Everyone", "Few",
    "For",       "From",    "He",        "Her",    "Here",    "His",       "How",     "However",  "I",        "If",
    "In",        "Indeed",  "Instead",   "It",     "Its",     "Just",      "Last",    "Later",    "Less",     "Many",
    "Meanwhile", "More",    "Most",      "My",     "Nearly",  "Neither",   "Next",    "Nobody",   "None",     "Nor",
    "Not",       "Nothing", "Now",       "On",     "Once",    "Only",      "Or",      "Other",    "Others",   "Our",
    "Over",      "Perhaps", "Several",   "She",    "Since",   "So",        "Some",    "Still",    "Such",     "That",
    "The",       "Their",   "Then",      "There",  "These",   "They",      "This",    "Those",    "Though",   "Through",
    "To",        "Today",   "Under",     "Unlike", "Until",   "We",        "What",    "When",     "Where",    "Which",
    "While",     "Who",     "Why",       "With",   "Without", "Yesterday", "Yet",     "You",      "Your",
});

constexpr auto kAfterTime = std::to_array<std::string_view>({
    "AEST",     "Apr",      "April", "Aug",       "August",    "BST",     "CDT",       "CEST",    "CET",     "CST",
    "CT",       "Central",  "Dec",   "December",  "EDT",       "EST",     "ET",        "Eastern", "Feb",     "February",
    "Fri",      "Friday",   "GMT",   "Greenwich", "HKT",       "IST",     "JST",       "Jan",     "January", "Jul",
    "July",     "Jun",      "June",  "MDT",       "MST",       "MT",      "Mar",       "March",   "May",     "Mon",
    "Monday",   "Mountain", "Nov",   "November",  "Oct",       "October", "PDT",       "PST",     "PT",      "Pacific",
    "Sat",      "Saturday", "Sep",   "Sept",      "September", "Sun",     "Sunday",    "Thu",     "Thur",    "Thurs",
    "Thursday", "Tue",      "Tues",  "Tuesday",   "UTC",       "Wed",     "Wednesday",
});

constexpr auto kReportingVerbs = std::to_array<std::string_view>({
    "added",    "admitted",  "agreed",   "announced", "answered", "argued",   "asked",     "asks",      "barked",
    "began",    "begged",    "boasted",  "called",    "claimed",  "cried",    "demanded",  "exclaimed", "inquired",
    "insisted", "joked",     "laughed",  "muttered",  "pleaded",  "recalled", "remarked",  "repeated",  "replied",
    "retorted", "said",      "says",     "screamed",  "shouted",  "sighed",   "thundered", "told",      "tweeted",
    "warned",   "whispered", "wondered", "wrote",     "yelled",
});

template <std::size_t size>
Abbreviation look_up(const std::array<Entry, size>& table, std::string_view word) {
  const auto found = std::lower_bound(table.begin(), table.end(), word,
                                      [](const Entry& entry, std::string_view w) { return entry.word < w; });
  return found != table.end() && found->word == word ? found->kind : Abbreviation::kNone;
}

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& table, std::string_view word) {
  return std::binary_search(table.begin(), table.end(), word);
}

// "SEN" -> "Sen": headlines and datelines are in capitals.
std::string title_case(std::string_view word) {
  std::string out = fold_case(word);
  if (!out.empty() && is_ascii_lower(static_cast<unsigned char>(out[0])))
    out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

bool all_capitals(std::string_view word) {
  return word.size() > 1 &&
         std::all_of(word.begin(), word.end(), [](char c) { return is_ascii_upper(static_cast<unsigned char>(c)); });
}

// "Bldg", "Pvt": a capital and small consonants can be pronounced only as an abbreviation.
bool is_unpronounceable(std::string_view word) {
  if (word.size() < 2 || word.size() > 5 || !is_ascii_upper(static_cast<unsigned char>(word[0]))) return false;
  if (word.find_first_of("AEIOUYaeiouy") != std::string_view::npos) return false;
  return std::all_of(word.begin() + 1, word.end(),
                     [](char c) { return is_ascii_lower(static_cast<unsigned char>(c)); });
}

Abbreviation dotted_class(std::string_view word) {
  const std::string folded = fold_case(word);
  if (folded == "a.m." || folded == "p.m.") return Abbreviation::kTime;
  if (folded == "e.g." || folded == "i.e." || folded == "a.k.a.") return Abbreviation::kInner;
  return Abbreviation::kName;
}

}  // namespace

Abbreviation abbreviation_class(std::string_view word, bool dotted, std::string_view language) {
  if (dotted) return dotted_class(word);
  if (language == "de") {
    // "Bahnhofstr. 12": streets are one word with their names.
    return word.size() > 3 && word.ends_with("str") ? Abbreviation::kMonth : look_up(kGermanAbbreviations, word);
  }
  if (language == "fr") return look_up(kFrenchAbbreviations, word);
  if (language == "es") return look_up(kSpanishAbbreviations, word);
  if (language == "pt") return look_up(kPortugueseAbbreviations, word);
  if (language != "en") return look_up(kShared, word);
  Abbreviation found = look_up(kEnglish, word);
  if (found == Abbreviation::kNone && all_capitals(word)) {
    found = look_up(kEnglish, title_case(word));
    // "OUT. THE", "IN. A": only what is no word in capitals.
    if (found != Abbreviation::kTitle) found = Abbreviation::kNone;
  }
  if (found == Abbreviation::kNone && is_unpronounceable(word)) return Abbreviation::kName;
  return found;
}

bool is_likely_start(std::string_view word, std::string_view language) {
  if (language == "en") return contains(kLikelyStarts, word.substr(0, word.find_first_of("'\xE2")));
  // A single capital is an initial.
  return word.size() > 1 && is_function_word(fold_case(word), language);
}

bool continues_time(std::string_view word) { return contains(kAfterTime, word); }

bool is_reporting_verb(std::string_view word) { return contains(kReportingVerbs, word); }

}  // namespace storydiff
