#include "analyse/speech/polarity_words.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace storydiff {
namespace {

enum class Sense : std::uint8_t {
  kIdiom,  ///< looks like a cue and is none
  kNegation,
  kPossible,
  kProbable,
  kAdvised,
  kRequired,
  kCertain,
  kPlanned,
  kWished,
  kAlleged,
};

struct Row {
  Sense sense;
  bool weak;                 ///< see `PolarityCue::weak`
  std::string_view phrases;  ///< separated by "|"
};

// Sources: R. Huddleston and G. K. Pullum, The Cambridge Grammar of the English Language (2002), ch. 9
// (negators, absolute and approximate; implicit negation of fail, refuse, deny, lack, without) and ch. 3.9
// (modal verbs and their kinds); the cue lists of BioScope (2008) and of the *SEM 2012 shared task on
// negation scope, for which idioms are no negation; K. Hyland, Hedging in Scientific Research Articles (1998).
constexpr Row kRows[] = {
    {Sense::kIdiom, false,
     "not only|not just|not merely|not simply|not solely|not least|not to mention|not unlike|not so much|"
     "no later than|no more than|no fewer than|no less than|no earlier than|no sooner|no doubt|no wonder|no matter|"
     "not more than|not less than|not fewer than|or not|if not|if any|nothing but|none other|nothing less|why not|"
     "nothing short of|not the only|not alone|can't wait|cannot wait|cannot help but|without a doubt|without doubt|"
     "will of|good will|free will|at will|the might|with might|could not be more|couldn't be more|not the least|"
     "more likely than not|likely as not"},
    {Sense::kNegation, false,
     "not|never|no|none|nobody|no one|no-one|nothing|nowhere|neither|nor|without|cannot|can't|isn't|aren't|ain't|"
     "wasn't|weren't|don't|doesn't|didn't|haven't|hasn't|hadn't|won't|wouldn't|couldn't|shouldn't|mustn't|mightn't|"
     "needn't|shan't|dont|doesnt|didnt|isnt|arent|wasnt|werent|havent|hasnt|hadnt|wouldnt|couldnt|shouldnt|hardly|"
     "scarcely|no longer|failed to|fails to|fail to|failing to|refused to|refuses to|refuse to|refusing to|"
     "declined to|declines to|decline to|declining to|unable to|deny|denies|denied|denying|lack of|yet to|unlikely|"
     "impossible"},
    {Sense::kNegation, true,
     "lack|lacks|lacked|lacking|absence|absent|far from|instead of|rather than|other than|except|except for|ruled out|"
     "rules out|rule out|ruling out|short of|free of|devoid of|declined|declines|refused|refuses|refusal|refusing|"
     "failed|fails|failure|failures|failing|incapable|rejected|rejects|rejecting|rejection|lost|losing|empty|ban|bans|"
     "banned|remove|removed|removing|stop|stopped|stops|prevent|prevents|prevented|avoid|avoids|avoided|exclude|"
     "excluded|against|unlike|discourage|deficient|oppose|opposes|opposed|block|blocks|blocked|halted|cancelled|"
     "canceled|scrapped|dropped|barred|forbidden|prohibited|prohibits|little|few|barely|rarely|seldom|almost|nearly|"
     "denial|missing|false|untrue|wrong|incorrect|limited|only"},
    {Sense::kPossible, false, "may|might|could|possibly|perhaps|maybe|potentially|conceivably|the possibility of"},
    {Sense::kPossible, true, "possible|potential|can|chance|risk|risks|possibility"},
    {Sense::kProbable, false,
     "likely|probably|presumably|expected to|expects to|expect to|seems to|seem to|seemed to|appears to|appear to|"
     "appeared to|apparently"},
    {Sense::kProbable, true,
     "expected|expects|expect|expecting|tends to|tend to|seems|seem|seemed|appears|appear|appeared|indicated|"
     "indicates|suggests|suggested|forecast|predicted|apparent|likelihood"},
    {Sense::kAdvised, false, "should|ought to"},
    {Sense::kRequired, false,
     "must|has to|have to|had to|needs to|need to|needed to|required to|requires|obliged to|forced to|compelled to"},
    {Sense::kCertain, false,
     "will|shall|would|'ll|he'll|she'll|it'll|they'll|we'll|i'll|you'll|he'd|she'd|they'd|we'd|certain to|certain|"
     "sure to|bound to|guaranteed to|going to|definitely|certainly|inevitably|undoubtedly|surely|inevitable"},
    {Sense::kPlanned, false,
     "plans to|plan to|planned to|planning to|intends to|intend to|intending to|set to|scheduled to|prepares to|"
     "preparing to|about to|slated to|on course to|poised to|threatens to|threatened to|threatening to"},
    {Sense::kPlanned, true,
     "plans|plan|planned|planning|intended|intention|intentions|agreed to|agrees to|agree to|prepared to|ready to|"
     "proposed|proposes|proposal|scheduled|due to"},
    {Sense::kWished, false,
     "hopes to|hope to|hoped to|hoping to|wants to|want to|wanted to|wanting to|seeks to|seek to|seeking to|sought to|"
     "tries to|try to|tried to|trying to|attempts to|attempted to|attempting to|aims to|aim to|aimed to|aiming to|"
     "wishes to|wish to|wished to|would like to|considering|mulling|proposes to|proposed to|offers to|offered to"},
    {Sense::kWished, true,
     "hopes|hope|hoped|wants|want|wanted|seeking|considers|considered|mulls|attempt|attempts|attempted|effort|efforts|"
     "bid|urged to|asked to|aim|aims|struggled|struggling"},
    {Sense::kAlleged, false,
     "alleged|allegedly|suspected|suspected of|on suspicion of|accused of|reportedly|purported|purportedly|supposed|"
     "supposedly|believed to|thought to|said to|reported to|rumoured to|rumored to|alleged "
     "to|apparent|presumed|feared"},
    {Sense::kAlleged, true,
     "suspect|suspects|suspicion|accused|accuses|accusing|accusation|accusations|allegation|allegations|alleges|"
     "allege|charged with|charges|so-called|understood to|claims|claimed|claim|charged"},
};

struct Phrase {
  std::vector<std::string_view> words;
  Sense sense;
  bool weak;
};

std::vector<std::string_view> split(std::string_view text, char by) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(by, at), text.size());
    parts.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

/// By first word, the longest phrases first.
const std::unordered_map<std::string_view, std::vector<Phrase>>& phrases() {
  static const auto table = [] {
    std::unordered_map<std::string_view, std::vector<Phrase>> made;
    for (const Row& row : kRows)
      for (const std::string_view phrase : split(row.phrases, '|')) {
        std::vector<std::string_view> words = split(phrase, ' ');
        const std::string_view first = words.front();
        made[first].push_back({std::move(words), row.sense, row.weak});
      }
    for (auto& [first, list] : made)
      std::stable_sort(list.begin(), list.end(),
                       [](const Phrase& a, const Phrase& b) { return a.words.size() > b.words.size(); });
    return made;
  }();
  return table;
}

Modality modality_of(Sense sense) {
  switch (sense) {
    case Sense::kPossible:
      return Modality::kPossible;
    case Sense::kProbable:
      return Modality::kProbable;
    case Sense::kAdvised:
      return Modality::kAdvised;
    case Sense::kRequired:
      return Modality::kRequired;
    case Sense::kCertain:
      return Modality::kCertain;
    case Sense::kPlanned:
      return Modality::kPlanned;
    case Sense::kWished:
      return Modality::kWished;
    case Sense::kAlleged:
      return Modality::kAlleged;
    default:
      return Modality::kStated;
  }
}

/// Whether the words at hand, though they read like the phrase, are something else here.
bool misread(const SentenceWords& words, std::uint32_t at, const Phrase& phrase) {
  const std::string_view first = phrase.words.front();
  const std::uint32_t end = at + static_cast<std::uint32_t>(phrase.words.size());
  const std::string_view next = words.folded(end);
  if (first == "may" || first == "will" || first == "might")  // the month, the name
    if (words[at].capitalized) return true;
  if (first == "no" && phrase.words.size() == 1)  // "No. 10", "No 10", "no,"
    return next == "." || next == "," || (end < words.size() && words[end].kind == WordKind::kNumber);
  if (first == "could" && (next == "not" || next == "no")) return true;  // of ability: negation says it
  const auto hyphen = [&](std::int64_t i) { return words.folded(i) == "-"; };
  if (words.is(end, kQuotationMark) && words.is(std::int64_t{at} - 1, kQuotationMark))
    return true;                                                 // the word "should"
  if (hyphen(std::int64_t{at} - 1) || hyphen(end)) return true;  // "do-not-call", "weaker-than-expected"
  if (first == "considering" || first == "mulling") return !next.ends_with("ing");
  if (first == "yet" || first == "set") {  // "has yet to", "is set to"
    return !words.is(std::int64_t{at} - 1, kAuxiliary) && words.folded(std::int64_t{at} - 1) != "'s";
  }
  if (phrase.sense == Sense::kAlleged && phrase.words.size() == 1 && !first.ends_with("ly")) {
    // An adjective before its noun; "prosecutors alleged that" is attribution.
    return end >= words.size() || !words[end].is_word() || words[end].function_word;
  }
  return false;
}

/// Whether a denial that reads as one denies too little to raise an alarm.
bool is_weak_here(const SentenceWords& words, std::uint32_t at, std::uint32_t end) {
  const std::string_view first = words[at].folded;
  const std::string_view next = words.folded(end);
  if (first.starts_with("den"))  // "denied stealing", not "denied the request"
    return !(next.ends_with("ing") || next == "that" || words.is(end, kSubjectPronoun));
  if (first == "not" || first.ends_with("n't")) {
    // "did not open until May": it opened in May.
    for (std::uint32_t k = end; k < end + 8 && k < words.size() && !words[k].is(kClauseMark); ++k)
      if (words[k].folded == "until" || words[k].folded == "till") return true;
    // "Didn't your mother die?"
    const std::string_view before = words.folded(std::int64_t{at} - 1);
    if (first == "not" && words.is(std::int64_t{at} - 1, kSubjectPronoun) && words.is(std::int64_t{at} - 2, kAuxiliary))
      return true;  // "do you not see"
    return first != "not" && (before.empty() || words.is(std::int64_t{at} - 1, kQuotationMark) || before == ",") &&
           !words.folded(end).empty();
  }
  return false;
}

}  // namespace

std::vector<std::string_view> polarity_cue_openers() {
  std::vector<std::string_view> openers;
  for (const auto& [first, list] : phrases()) openers.push_back(first);
  return openers;
}

std::optional<PolarityCue> polarity_cue_at(const SentenceWords& words, std::uint32_t at) {
  if (!words[at].is(kCueOpener)) return std::nullopt;
  const auto found = phrases().find(words[at].folded);
  if (found == phrases().end()) return std::nullopt;
  for (const Phrase& phrase : found->second) {
    if (at + phrase.words.size() > words.size()) continue;
    bool reads = true;
    for (std::size_t i = 1; i < phrase.words.size() && reads; ++i) reads = words[at + i].folded == phrase.words[i];
    if (!reads) continue;
    const TokenRange range{at, at + static_cast<std::uint32_t>(phrase.words.size())};
    PolarityCue cue;
    cue.words = range;
    if (phrase.sense == Sense::kIdiom) {
      cue.kind = PolarityCue::Kind::kIdiom;
      return cue;
    }
    if (misread(words, at, phrase)) continue;
    cue.kind = phrase.sense == Sense::kNegation ? PolarityCue::Kind::kNegation : PolarityCue::Kind::kModality;
    cue.modality = modality_of(phrase.sense);
    cue.weak = phrase.weak || (phrase.sense == Sense::kNegation && is_weak_here(words, at, range.end));
    return cue;
  }
  return std::nullopt;
}

bool modalities_differ(Modality a, Modality b) {
  if (a > b) std::swap(a, b);
  switch (a) {
    case Modality::kStated:
      return b == Modality::kPossible || b == Modality::kProbable || b == Modality::kAdvised ||
             b == Modality::kPlanned || b == Modality::kWished || b == Modality::kAlleged;
    case Modality::kPossible:
      return b == Modality::kRequired || b == Modality::kCertain;
    case Modality::kProbable:
    case Modality::kAdvised:
      return b == Modality::kCertain;
    case Modality::kCertain:
      return b == Modality::kWished;
    default:
      return false;
  }
}

std::string_view without_negative_prefix(std::string_view folded) {
  // Opposites in dis- by list: most words that begin so are none.
  constexpr auto kDis = std::to_array<std::string_view>(
      {"agree",   "approve",  "satisfied", "honest",    "allow",    "allowed",  "qualified", "qualify",
       "prove",   "proved",   "proven",    "obey",      "like",     "trust",    "respect",   "loyal",
       "similar", "continue", "connect",   "connected", "agreed",   "approved", "advantage", "comfort",
       "belief",  "believe",  "order",     "organized", "organised"});
  constexpr auto kNoOpposites = std::to_array<std::string_view>(
      {"invaluable", "infamous", "inflammable", "immediate", "important", "impressive", "intensive", "inventive",
       "united",     "unique",   "universal",   "unions",    "union",     "uniform",    "inclusive", "incentive",
       "imperative", "irate",    "increase",    "increased", "injured",   "involved",   "included"});
  if (std::find(kNoOpposites.begin(), kNoOpposites.end(), folded) != kNoOpposites.end()) return {};
  if (folded.starts_with("un") && folded.size() >= 6) return folded.substr(2);
  if (folded.starts_with("non") && folded.size() >= 8) return folded.substr(3);
  if (folded.starts_with("dis")) {
    const std::string_view rest = folded.substr(3);
    return std::find(kDis.begin(), kDis.end(), rest) != kDis.end() ? rest : std::string_view{};
  }
  const bool in =
      folded.starts_with("in") || folded.starts_with("im") || folded.starts_with("il") || folded.starts_with("ir");
  constexpr auto kEndings = std::to_array<std::string_view>(
      {"able", "ible", "al", "ate", "ent", "ant", "ive", "ous", "ect", "ete", "ular", "ure", "ically", "ably", "ibly"});
  if (in && folded.size() >= 7)
    for (const std::string_view ending : kEndings)
      if (folded.ends_with(ending)) return folded.substr(2);
  return {};
}

}  // namespace storydiff
