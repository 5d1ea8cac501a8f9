#include "analyse/quotations/speech_words.hpp"

#include <unordered_map>

namespace storydiff {
namespace {

struct TraitRow {
  std::string_view word;
  std::uint16_t traits;
};

// Sources: negation, modality, conditionals and discourse markers as listed in Quirk et al., A
// Comprehensive Grammar of the English Language (chapters 3, 8, 10, 15), and the hedge list of Hyland,
// Metadiscourse (2005, appendix), without words that hedge in scholarly prose only.
constexpr TraitRow kTraits[] = {
    {"ah", kFills | kJoins},
    {"allegedly", kHedges},
    {"almost", kHedges},
    {"although", kContrasts},
    {"am", kFinite},
    {"and", kJoins},
    {"apparently", kHedges},
    {"appear", kHedges},
    {"appears", kHedges},
    {"are", kFinite},
    {"assume", kHedges},
    {"assuming", kConditions},
    {"barely", kNegates},
    {"because", kRelates},
    {"believe", kHedges},
    {"but", kContrasts | kJoins},
    {"can", kFinite},
    {"could", kHedges | kFinite},
    {"deny", kNegates},
    {"denied", kNegates},
    {"denies", kNegates},
    {"despite", kContrasts},
    {"did", kFinite},
    {"do", kFinite},
    {"does", kFinite},
    {"doubt", kNegates | kHedges},
    {"er", kFills},
    {"erm", kFills},
    {"except", kContrasts},
    {"expect", kHedges},
    {"fail", kNegates},
    {"failed", kNegates},
    {"guess", kHedges},
    {"had", kFinite},
    {"hardly", kNegates},
    {"has", kFinite},
    {"have", kFinite},
    {"he", kSubject},
    {"hm", kFills},
    {"hmm", kFills},
    {"hope", kHedges},
    {"hopefully", kHedges},
    {"how", kRelates},
    {"however", kContrasts},
    {"i", kSubject},
    {"if", kConditions},
    {"is", kFinite},
    {"likely", kHedges},
    {"listen", kJoins},
    {"look", kJoins},
    {"may", kHedges | kFinite},
    {"maybe", kHedges},
    {"might", kHedges | kFinite},
    {"must", kFinite},
    {"n't", kNegates},
    {"neither", kNegates},
    {"never", kNegates},
    {"no", kNegates},
    {"nobody", kNegates | kSubject},
    {"none", kNegates | kSubject},
    {"nor", kNegates},
    {"not", kNegates},
    {"nothing", kNegates},
    {"nowhere", kNegates},
    {"now", kJoins},
    {"oh", kFills | kJoins},
    {"okay", kJoins},
    {"only", kConditions},
    {"or", kJoins},
    {"perhaps", kHedges},
    {"possible", kHedges},
    {"possibly", kHedges},
    {"probably", kHedges},
    {"provided", kConditions},
    {"providing", kConditions},
    {"rarely", kNegates},
    {"refuse", kNegates},
    {"refused", kNegates},
    {"refuses", kNegates},
    {"scarcely", kNegates},
    {"seem", kHedges},
    {"seemed", kHedges},
    {"seemingly", kHedges},
    {"seems", kHedges},
    {"she", kSubject},
    {"should", kFinite},
    {"so", kJoins},
    {"suppose", kHedges},
    {"suspect", kHedges},
    {"that", kRelates},
    {"then", kJoins},
    {"they", kSubject},
    {"think", kHedges},
    {"though", kContrasts},
    {"uh", kFills},
    {"um", kFills},
    {"unless", kConditions},
    {"unlikely", kNegates | kHedges},
    {"until", kConditions},
    {"was", kFinite},
    {"we", kSubject},
    {"well", kJoins},
    {"were", kFinite},
    {"what", kRelates},
    {"when", kRelates},
    {"where", kRelates},
    {"whereas", kContrasts},
    {"whether", kConditions},
    {"which", kRelates},
    {"while", kContrasts},
    {"who", kRelates},
    {"whom", kRelates},
    {"whose", kRelates},
    {"why", kRelates},
    {"will", kFinite},
    {"without", kNegates},
    {"would", kFinite},
    {"yeah", kJoins},
    {"yes", kJoins},
    {"yet", kContrasts | kJoins},
};

struct ClassRow {
  std::string_view word;
  std::uint8_t number;
};

// Source: backshift and change of person in reported speech, Quirk et al. 14.30-14.35.
constexpr ClassRow kReported[] = {
    {"am", 6},       {"are", 6},    {"be", 6},      {"been", 6},  {"can", 8},     {"could", 8},     {"did", 11},
    {"do", 11},      {"does", 11},  {"had", 10},    {"has", 10},  {"have", 10},   {"he", 1},        {"her", 3},
    {"here", 12},    {"hers", 4},   {"herself", 5}, {"him", 2},   {"himself", 5}, {"his", 3},       {"i", 1},
    {"is", 6},       {"it", 1},     {"its", 3},     {"may", 9},   {"me", 2},      {"might", 9},     {"mine", 4},
    {"must", 10},    {"my", 3},     {"myself", 5},  {"our", 3},   {"ours", 4},    {"ourselves", 5}, {"shall", 7},
    {"she", 1},      {"should", 7}, {"that", 13},   {"their", 3}, {"theirs", 4},  {"them", 2},      {"themselves", 5},
    {"there", 12},   {"these", 13}, {"they", 1},    {"this", 13}, {"those", 13},  {"us", 2},        {"was", 6},
    {"we", 1},       {"were", 6},   {"will", 7},    {"would", 7}, {"you", 1},     {"your", 3},      {"yours", 4},
    {"yourself", 5},
};

struct ContractionRow {
  std::string_view end;
  std::string_view second;
};
constexpr ContractionRow kContractions[] = {
    {"n't", "not"}, {"'ll", "will"}, {"'re", "are"}, {"'m", "am"}, {"'ve", "have"}};

using Table = std::unordered_map<std::string_view, SpeechFacts>;

Table make_table() {
  Table table;
  for (const TraitRow& row : kTraits) table[row.word].traits = row.traits;
  for (const ClassRow& row : kReported) table[row.word].reported = row.number;
  return table;
}

}  // namespace

SpeechFacts speech_facts(std::string_view folded) {
  static const Table table = make_table();
  const auto found = table.find(folded);
  return found == table.end() ? SpeechFacts{} : found->second;
}

Expansion expand_contraction(std::string_view folded) {
  if (folded == "can't" || folded == "cannot") return {"can", "not"};
  if (folded == "won't") return {"will", "not"};
  if (folded == "shan't") return {"shall", "not"};
  if (folded == "ain't" || folded.find('\'') == std::string_view::npos) return {folded, {}};
  for (const ContractionRow& row : kContractions)
    if (folded.size() > row.end.size() && folded.ends_with(row.end))
      return {folded.substr(0, folded.size() - row.end.size()), row.second};
  return {folded, {}};
}

}  // namespace storydiff
