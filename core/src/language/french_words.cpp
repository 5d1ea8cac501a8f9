#include "language/language_words.hpp"

namespace storydiff {
namespace {

// French: function words, number words and date words. Articles, pronouns, prepositions,
// conjunctions, auxiliaries and the plainest verbs of reporting, as the grammars list them; the rest is
// the language's system of numbers, its calendar, and the short names of the usual units. Written for
// storydiff. Case-folded with straight apostrophes; in byte order.
constexpr auto kFunctionWords = std::to_array<std::string_view>({
    "a",         "afin",      "ai",         "ainsi",    "ajouté",  "alors",    "après",  "as",        "au",
    "aucun",     "aucune",    "auquel",     "aussi",    "autant",  "autre",    "autres", "aux",       "auxquels",
    "avaient",   "avait",     "avant",      "avec",     "avez",    "avoir",    "avons",  "ayant",     "c'",
    "car",       "ce",        "ceci",       "cela",     "celle",   "celles",   "celui",  "cependant", "certain",
    "certaine",  "certaines", "certains",   "ces",      "cet",     "cette",    "ceux",   "chacun",    "chaque",
    "chez",      "ci",        "comme",      "comment",  "contre",  "d'",       "dans",   "de",        "dedans",
    "depuis",    "des",       "desquels",   "dit",      "donc",    "dont",     "du",     "duquel",    "durant",
    "dès",       "déjà",      "elle",       "elles",    "en",      "encore",   "enfin",  "entre",     "es",
    "est",       "et",        "eu",         "eurent",   "eux",     "fait",     "font",   "fut",       "il",
    "ils",       "j'",        "je",         "jusqu'",   "jusque",  "l'",       "la",     "laquelle",  "le",
    "lequel",    "les",       "lesquelles", "lesquels", "leur",    "leurs",    "lors",   "lorsqu'",   "lorsque",
    "lui",       "là",        "m'",         "ma",       "mais",    "malgré",   "me",     "mes",       "moi",
    "moins",     "mon",       "même",       "mêmes",    "n'",      "ne",       "ni",     "non",       "nos",
    "notre",     "nous",      "on",         "ont",      "ou",      "outre",    "où",     "par",       "parce",
    "parmi",     "pas",       "pendant",    "peu",      "peut",    "peuvent",  "plus",   "plusieurs", "pour",
    "pourquoi",  "pourtant",  "près",       "puis",     "puisqu'", "puisque",  "qu'",    "quand",     "que",
    "quel",      "quelle",    "quelles",    "quelqu'",  "quelque", "quelques", "quels",  "qui",       "quoi",
    "quoiqu'",   "quoique",   "s'",         "sa",       "sans",    "sauf",     "se",     "selon",     "sera",
    "seraient",  "serait",    "seront",     "ses",      "si",      "soient",   "soit",   "sommes",    "son",
    "sont",      "sous",      "suis",       "sur",      "t'",      "ta",       "tandis", "te",        "tel",
    "telle",     "telles",    "tels",       "tes",      "toi",     "ton",      "tous",   "tout",      "toute",
    "toutefois", "toutes",    "trop",       "très",     "tu",      "un",       "une",    "vers",      "voici",
    "voilà",     "vos",       "votre",      "vous",     "y",       "à",        "ça",     "étaient",   "était",
    "étant",     "été",       "être",
});
static_assert(std::ranges::is_sorted(kFunctionWords));

constexpr auto kCanonical = [] {
  using enum CanonicalRole;
  return std::to_array<CanonicalWord>({
      {"$", kSign, 0, "dollar"},
      {",", kComma},
      {"-", kHyphen},
      {".", kPeriod},
      {"/", kSlash},
      {"aout", kMonth, 8},
      {"août", kMonth, 8},
      {"avr", kDoubtfulMonth, 4, "avril"},
      {"avril", kMonth, 4},
      {"cent", kHundred, 100},
      {"cents", kHundred, 100},
      {"chf", kCode, 0, "franc"},
      {"cinq", kUnit, 5},
      {"cinquante", kTens, 50},
      {"cm", kMeasure, 0, "centimètre"},
      {"deux", kUnit, 2},
      {"dix", kTeen, 10},
      {"dollar", kCurrency},
      {"dollars", kCurrency},
      {"douze", kTeen, 12},
      {"déc", kDoubtfulMonth, 12, "décembre"},
      {"décembre", kMonth, 12},
      {"et", kAnd},
      {"eur", kCode, 0, "euros"},
      {"euro", kCurrency},
      {"euros", kCurrency},
      {"fév", kMonth, 2, "février"},
      {"févr", kMonth, 2, "février"},
      {"février", kMonth, 2},
      {"g", kMeasure, 0, "gramme"},
      {"h", kMeasure, 0, "heure"},
      {"ha", kMeasure, 0, "hectare"},
      {"huit", kUnit, 8},
      {"huitante", kTens, 80},
      {"janv", kMonth, 1, "janvier"},
      {"janvier", kMonth, 1},
      {"juil", kMonth, 7, "juillet"},
      {"juillet", kMonth, 7},
      {"juin", kMonth, 6},
      {"kg", kMeasure, 0, "kilogramme"},
      {"kilo", kMeasure, 0, "kilogramme"},
      {"kilos", kMeasure, 0, "kilogramme"},
      {"km", kMeasure, 0, "kilomètre"},
      {"m", kMeasure, 0, "mètre"},
      {"mai", kMonth, 5},
      {"mars", kMonth, 3},
      {"mds", kScale, 9},
      {"mille", kScale, 3},
      {"milliard", kScale, 9},
      {"milliards", kScale, 9},
      {"million", kScale, 6},
      {"millions", kScale, 6},
      {"min", kMeasure, 0, "minute"},
      {"mio", kScale, 6},
      {"mm", kMeasure, 0, "millimètre"},
      {"mrd", kScale, 9},
      {"neuf", kUnit, 9},
      {"nonante", kTens, 90},
      {"nov", kDoubtfulMonth, 11, "novembre"},
      {"novembre", kMonth, 11},
      {"oct", kDoubtfulMonth, 10, "octobre"},
      {"octante", kTens, 80},
      {"octobre", kMonth, 10},
      {"onze", kTeen, 11},
      {"pour", kPer},
      {"quarante", kTens, 40},
      {"quatorze", kTeen, 14},
      {"quatre", kUnit, 4},
      {"quinze", kTeen, 15},
      {"seize", kTeen, 16},
      {"sept", kUnit, 7},
      {"septante", kTens, 70},
      {"septembre", kMonth, 9},
      {"six", kUnit, 6},
      {"soixante", kTens, 60},
      {"treize", kTeen, 13},
      {"trente", kTens, 30},
      {"trois", kUnit, 3},
      {"un", kArticle, 1},
      {"une", kArticle, 1},
      {"usd", kCode, 0, "dollar"},
      {"vingt", kTens, 20},
      {"vingts", kTens, 20},
      {"zéro", kUnit, 0},
      {"£", kSign, 0, "livre"},
      {"¥", kSign, 0, "yen"},
      {"€", kSign, 0, "euros"},
  });
}();
static_assert(std::ranges::is_sorted(kCanonical, {}, &CanonicalWord::word));

constexpr auto kOrdinals = std::to_array<NumberWord>({
    {"10e", "dixième"},   {"10ème", "dixième"},   {"1er", "premier"},    {"1re", "première"}, {"1ère", "première"},
    {"20e", "vingtième"}, {"20ème", "vingtième"}, {"2e", "deuxième"},    {"2nd", "second"},   {"2nde", "seconde"},
    {"2ème", "deuxième"}, {"3e", "troisième"},    {"3ème", "troisième"}, {"4e", "quatrième"}, {"4ème", "quatrième"},
    {"5e", "cinquième"},  {"5ème", "cinquième"},  {"6e", "sixième"},     {"6ème", "sixième"}, {"7e", "septième"},
    {"7ème", "septième"}, {"8e", "huitième"},     {"8ème", "huitième"},  {"9e", "neuvième"},  {"9ème", "neuvième"},
});

constexpr auto kOrdinalEndings = std::to_array<std::string_view>({"er", "re", "ère", "e", "ème"});

constexpr std::array<std::string_view, 12> kMonths = {"janvier",   "février", "mars",     "avril",
                                                      "mai",       "juin",    "juillet",  "août",
                                                      "septembre", "octobre", "novembre", "décembre"};

}  // namespace

const LanguageWords& french_words() {
  static constexpr LanguageWords kWords{.function_words = kFunctionWords,
                                        .canonical = kCanonical,
                                        .ordinals = kOrdinals,
                                        .ordinal_endings = kOrdinalEndings,
                                        .months = kMonths,
                                        .numbers = SpokenGrammar::kFrench};
  return kWords;
}

}  // namespace storydiff
