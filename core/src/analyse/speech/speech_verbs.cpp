#include "analyse/speech/speech_verbs.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

namespace storydiff {
namespace {

struct Entry {
  std::string_view phrase;  ///< base form, then fixed words
  std::string_view past;    ///< of the first word, where -ed does not make it; may be empty
  SpeechClass speech_class;
  bool plain;
};

using enum SpeechClass;

// Sources: B. Levin, English Verb Classes and Alternations (1993), sections 37.1 to 37.9 (verbs of
// communication), 29.5 and 33 (conjecture, judgement), and VerbNet's classes say-37.7, tell-37.2,
// manner_speaking-37.3, complain-37.8, advise-37.9, promise-37.13, order-60, conjecture-29.5, for
// which verbs there are; for the classes, what newsroom guides (AP, Reuters, BBC, the Guardian) say
// of "said" and its substitutes: which of them imply truth, doubt, reluctance or secrecy.
constexpr Entry kVerbs[] = {
    {"say", "said", kNeutral, true},
    {"tell", "told", kNeutral, true},
    {"add", "", kNeutral, false},
    {"state", "", kNeutral, false},
    {"announce", "", kNeutral, false},
    {"declare", "", kNeutral, false},
    {"report", "", kNeutral, false},
    {"explain", "", kNeutral, false},
    {"recall", "", kNeutral, false},
    {"recount", "", kNeutral, false},
    {"remember", "", kNeutral, false},
    {"reply", "replied", kNeutral, true},
    {"respond", "", kNeutral, false},
    {"answer", "", kNeutral, false},
    {"ask", "", kNeutral, false},
    {"write", "wrote", kNeutral, false},
    {"tweet", "", kNeutral, false},
    {"post", "", kNeutral, false},
    {"testify", "testified", kNeutral, false},
    {"comment", "", kNeutral, false},
    {"remark", "", kNeutral, false},
    {"continue", "", kNeutral, false},
    {"go on", "went", kNeutral, false},
    {"conclude", "", kNeutral, false},
    {"repeat", "", kNeutral, false},
    {"reiterate", "", kNeutral, false},
    {"exclaim", "", kNeutral, true},
    {"mention", "", kNeutral, false},
    {"inform", "", kNeutral, false},
    {"clarify", "clarified", kNeutral, false},
    {"quote", "", kNeutral, false},
    {"put it", "put", kNeutral, false},
    {"let it be known", "let", kNeutral, true},
    {"make it known", "made", kNeutral, true},
    {"argue", "", kDoubt, true},
    {"show", "", kFinding, false},
    {"find", "found", kFinding, false},
    {"indicate", "", kFinding, false},
    {"suggest", "", kFinding, false},
    {"determine", "", kFinding, false},
    {"estimate", "", kFinding, false},
    {"calculate", "", kFinding, false},
    {"point out", "", kFact, true},
    {"note", "", kFact, false},
    {"observe", "", kFact, false},
    {"confirm", "", kFact, false},
    {"verify", "verified", kFact, false},
    {"make clear", "made", kFact, false},
    {"make it clear", "made", kFact, false},
    {"prove", "", kFact, false},
    {"remind", "", kFact, false},
    {"claim", "", kDoubt, false},
    {"allege", "", kDoubt, false},
    {"insist", "", kDoubt, true},
    {"assert", "", kDoubt, false},
    {"contend", "", kDoubt, false},
    {"maintain", "", kDoubt, false},
    {"profess", "", kDoubt, false},
    {"purport", "", kDoubt, false},
    {"imply", "implied", kDoubt, false},
    {"insinuate", "", kDoubt, false},
    {"hint", "", kDoubt, false},
    {"speculate", "", kOpinion, false},
    {"believe", "", kOpinion, false},
    {"think", "thought", kOpinion, false},
    {"suspect", "", kOpinion, false},
    {"reckon", "", kOpinion, true},
    {"assume", "", kOpinion, false},
    {"feel", "felt", kOpinion, false},
    {"muse", "", kOpinion, false},
    {"opine", "", kOpinion, true},
    {"admit", "admitted", kConcession, false},
    {"concede", "", kConcession, false},
    {"acknowledge", "", kConcession, false},
    {"confess", "", kConcession, false},
    {"own up", "", kConcession, false},
    {"grant", "", kConcession, false},
    {"allow", "", kConcession, false},
    {"accept", "", kConcession, false},
    {"reveal", "", kDisclosure, false},
    {"disclose", "", kDisclosure, false},
    {"divulge", "", kDisclosure, false},
    {"let slip", "let", kDisclosure, false},
    {"leak", "", kDisclosure, false},
    {"confide", "", kDisclosure, false},
    {"promise", "", kCommitment, false},
    {"pledge", "", kCommitment, false},
    {"vow", "", kCommitment, false},
    {"swear", "swore", kCommitment, false},
    {"guarantee", "", kCommitment, false},
    {"assure", "", kCommitment, false},
    {"undertake", "undertook", kCommitment, false},
    {"warn", "", kWarning, true},
    {"threaten", "", kWarning, false},
    {"caution", "", kWarning, false},
    {"predict", "", kPrediction, false},
    {"forecast", "forecast", kPrediction, false},
    {"foresee", "foresaw", kPrediction, false},
    {"prophesy", "prophesied", kPrediction, false},
    {"urge", "", kCommand, false},
    {"order", "", kCommand, false},
    {"demand", "", kCommand, false},
    {"command", "", kCommand, false},
    {"instruct", "", kCommand, false},
    {"call for", "", kCommand, false},
    {"call on", "", kCommand, false},
    {"advise", "", kCommand, false},
    {"recommend", "", kCommand, false},
    {"exhort", "", kCommand, false},
    {"beg", "begged", kPlea, false},
    {"plead", "", kPlea, false},
    {"implore", "", kPlea, false},
    {"beseech", "besought", kPlea, false},
    {"appeal", "", kPlea, false},
    {"deny", "denied", kDenial, false},
    {"dismiss", "", kDenial, false},
    {"reject", "", kDenial, false},
    {"refute", "", kDenial, false},
    {"rebut", "rebutted", kDenial, false},
    {"dispute", "", kDenial, false},
    {"rule out", "", kDenial, false},
    {"play down", "", kDenial, false},
    {"stress", "", kEmphasis, false},
    {"emphasize", "", kEmphasis, false},
    {"emphasise", "", kEmphasis, false},
    {"underline", "", kEmphasis, false},
    {"underscore", "", kEmphasis, false},
    {"highlight", "", kEmphasis, false},
    {"complain", "", kComplaint, true},
    {"grumble", "", kComplaint, true},
    {"moan", "", kComplaint, true},
    {"whine", "", kComplaint, true},
    {"protest", "", kComplaint, false},
    {"lament", "", kComplaint, false},
    {"bemoan", "", kComplaint, false},
    {"object", "", kComplaint, false},
    {"gripe", "", kComplaint, true},
    {"sigh", "", kComplaint, true},
    {"sob", "sobbed", kComplaint, true},
    {"accuse", "", kCriticism, false},
    {"blame", "", kCriticism, false},
    {"criticize", "", kCriticism, false},
    {"criticise", "", kCriticism, false},
    {"condemn", "", kCriticism, false},
    {"denounce", "", kCriticism, false},
    {"slam", "slammed", kCriticism, false},
    {"blast", "", kCriticism, false},
    {"decry", "decried", kCriticism, false},
    {"deplore", "", kCriticism, false},
    {"lash out", "", kCriticism, false},
    {"hit out", "hit", kCriticism, false},
    {"charge", "", kDoubt, false},
    {"boast", "", kBoast, false},
    {"brag", "bragged", kBoast, true},
    {"crow", "", kBoast, true},
    {"gloat", "", kBoast, true},
    {"trumpet", "", kBoast, false},
    {"thunder", "", kAnger, false},
    {"fume", "", kAnger, false},
    {"roar", "", kAnger, false},
    {"snap", "snapped", kAnger, false},
    {"bark", "", kAnger, false},
    {"shout", "", kAnger, false},
    {"yell", "", kAnger, false},
    {"cry", "cried", kAnger, false},
    {"scream", "", kAnger, false},
    {"bellow", "", kAnger, false},
    {"hit back", "hit", kAnger, false},
    {"fire back", "", kAnger, false},
    {"shoot back", "shot", kAnger, false},
    {"retort", "", kAnger, true},
    {"rant", "", kAnger, false},
    {"scoff", "", kScorn, true},
    {"sneer", "", kScorn, true},
    {"mock", "", kScorn, false},
    {"jeer", "", kScorn, false},
    {"taunt", "", kScorn, false},
    {"sniff", "", kScorn, false},
    {"joke", "", kScorn, false},
    {"quip", "quipped", kScorn, true},
    {"gush", "", kPraise, false},
    {"enthuse", "", kPraise, true},
    {"hail", "", kPraise, false},
    {"rejoice", "", kPraise, false},
};

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }
bool after_consonant_y(std::string_view verb) {
  return verb.size() > 1 && verb.back() == 'y' && !is_vowel(verb[verb.size() - 2]);
}

std::string third_person(std::string_view verb) {
  if (verb == "go") return "goes";
  if (after_consonant_y(verb)) return std::string(verb.substr(0, verb.size() - 1)) + "ies";
  const bool hisses = verb.ends_with("s") || verb.ends_with("sh") || verb.ends_with("ch");
  return std::string(verb) + (hisses ? "es" : "s");
}

std::string past_tense(std::string_view verb) {
  if (after_consonant_y(verb)) return std::string(verb.substr(0, verb.size() - 1)) + "ied";
  return std::string(verb) + (verb.back() == 'e' ? "d" : "ed");
}

std::string gerund(std::string_view verb, std::string_view past) {
  if (verb == "put" || verb == "let" || verb == "hit") return std::string(verb) + std::string(1, verb.back()) + "ing";
  // A consonant that the past tense doubles is doubled here too.
  const bool doubles = past.size() == verb.size() + 3 && past.starts_with(verb) && past[verb.size()] == verb.back();
  if (doubles) return std::string(verb) + std::string(1, verb.back()) + "ing";
  const bool mute_e = verb.back() == 'e' && !verb.ends_with("ee");
  return std::string(mute_e ? verb.substr(0, verb.size() - 1) : verb) + "ing";
}

std::string participle(std::string_view verb) {
  if (verb == "write") return "written";
  if (verb == "show") return "shown";
  if (verb == "swear") return "sworn";
  if (verb == "go") return "gone";
  return {};
}

struct Phrase {
  std::vector<std::string_view> rest;  ///< the words after the first
  SpeechVerb verb;
};

/// By the inflected first word; phrases with more words come first.
class VerbTable {
 public:
  VerbTable() {
    for (const Entry& entry : kVerbs) {
      const std::size_t space = entry.phrase.find(' ');
      const std::string_view first = entry.phrase.substr(0, space);
      Phrase phrase;
      for (std::size_t at = space; at != std::string_view::npos;) {
        const std::size_t next = entry.phrase.find(' ', at + 1);
        phrase.rest.push_back(entry.phrase.substr(at + 1, next == std::string_view::npos ? next : next - at - 1));
        at = next;
      }
      phrase.verb.speech_class = entry.speech_class;
      phrase.verb.plain = entry.plain;
      phrase.verb.tokens = static_cast<std::uint32_t>(phrase.rest.size() + 1);
      const std::string past = entry.past.empty() ? past_tense(first) : std::string(entry.past);
      add(std::string(first), VerbForm::kBase, phrase);
      add(third_person(first), VerbForm::kThird, phrase);
      add(past, VerbForm::kPast, phrase);
      add(gerund(first, past), VerbForm::kGerund, phrase);
      if (const std::string form = participle(first); !form.empty()) add(form, VerbForm::kPast, phrase);
    }
    for (auto& [form, phrases] : by_form_)
      std::stable_sort(phrases.begin(), phrases.end(),
                       [](const Phrase& a, const Phrase& b) { return a.rest.size() > b.rest.size(); });
  }

  [[nodiscard]] const std::vector<Phrase>* find(std::string_view form) const {
    const auto found = by_form_.find(std::string(form));
    return found == by_form_.end() ? nullptr : &found->second;
  }

  /// Views are valid as long as the table.
  [[nodiscard]] std::vector<std::string_view> forms() const {
    std::vector<std::string_view> forms;
    for (const auto& [form, phrases] : by_form_) forms.emplace_back(form);
    return forms;
  }

 private:
  void add(std::string form, VerbForm kind, Phrase phrase) {
    phrase.verb.form = kind;
    by_form_[std::move(form)].push_back(std::move(phrase));
  }

  std::unordered_map<std::string, std::vector<Phrase>> by_form_;
};

const VerbTable& verbs() {
  static const VerbTable table;
  return table;
}

}  // namespace

std::vector<std::string_view> speech_verb_openers() { return verbs().forms(); }

std::optional<SpeechVerb> speech_verb_at(const SentenceWords& words, std::uint32_t at) {
  if (!words[at].is(kSpeechVerb)) return std::nullopt;
  const std::vector<Phrase>* phrases = verbs().find(words[at].folded);
  if (phrases == nullptr) return std::nullopt;
  std::optional<SpeechVerb> past;
  for (const Phrase& phrase : *phrases) {
    if (at + phrase.rest.size() >= words.size()) continue;
    bool reads = true;
    for (std::size_t i = 0; i < phrase.rest.size() && reads; ++i) reads = words[at + 1 + i].folded == phrase.rest[i];
    if (!reads) continue;
    // "let", "put", "hit", "forecast": the past tense where a form is both.
    if (phrase.verb.form == VerbForm::kPast || !past) past = phrase.verb;
    if (past->tokens > phrase.verb.tokens || past->form == VerbForm::kPast) break;
  }
  return past;
}

bool speech_classes_differ(SpeechClass a, SpeechClass b) {
  const auto group = [](SpeechClass c) { return c == kFinding ? kNeutral : c; };
  if (a == kUnknown || b == kUnknown) return false;
  return group(a) != group(b);
}

}  // namespace storydiff
