#include "analyse/speech/speakers.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace storydiff {
namespace {

template <std::size_t N>
bool listed(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_calendar(std::string_view folded) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
       "april", "june", "july", "august", "september", "october", "november", "december"});
  return listed(kWords, folded);
}

/// Titles and offices: capitalized before a name, and no part of it.
bool is_title(std::string_view folded) {
  constexpr auto kWords = std::to_array<std::string_view>({"mr",
                                                           "mrs",
                                                           "ms",
                                                           "dr",
                                                           "sir",
                                                           "dame",
                                                           "lord",
                                                           "lady",
                                                           "president",
                                                           "minister",
                                                           "prime",
                                                           "chancellor",
                                                           "secretary",
                                                           "governor",
                                                           "gov",
                                                           "senator",
                                                           "sen",
                                                           "rep",
                                                           "representative",
                                                           "mayor",
                                                           "judge",
                                                           "justice",
                                                           "colonel",
                                                           "col",
                                                           "general",
                                                           "gen",
                                                           "captain",
                                                           "capt",
                                                           "sergeant",
                                                           "sgt",
                                                           "lieutenant",
                                                           "lt",
                                                           "major",
                                                           "admiral",
                                                           "chief",
                                                           "executive",
                                                           "officer",
                                                           "director",
                                                           "chairman",
                                                           "chairwoman",
                                                           "chair",
                                                           "spokesman",
                                                           "spokeswoman",
                                                           "spokesperson",
                                                           "professor",
                                                           "prof",
                                                           "doctor",
                                                           "coach",
                                                           "king",
                                                           "queen",
                                                           "prince",
                                                           "princess",
                                                           "sheriff",
                                                           "commissioner",
                                                           "ambassador",
                                                           "bishop",
                                                           "archbishop",
                                                           "pope",
                                                           "rev",
                                                           "father",
                                                           "sister",
                                                           "deputy",
                                                           "vice",
                                                           "acting",
                                                           "former",
                                                           "detective",
                                                           "inspector",
                                                           "superintendent",
                                                           "constable",
                                                           "attorney",
                                                           "prosecutor",
                                                           "premier",
                                                           "ceo",
                                                           "the"});
  return listed(kWords, folded);
}

/// Words in the names of bodies: what has one is no person.
bool is_body(std::string_view folded) {
  constexpr auto kWords = std::to_array<std::string_view>({"administration",
                                                           "agency",
                                                           "army",
                                                           "association",
                                                           "authority",
                                                           "bank",
                                                           "board",
                                                           "bureau",
                                                           "center",
                                                           "centre",
                                                           "club",
                                                           "commission",
                                                           "committee",
                                                           "company",
                                                           "corp",
                                                           "council",
                                                           "court",
                                                           "department",
                                                           "federation",
                                                           "foundation",
                                                           "fund",
                                                           "government",
                                                           "group",
                                                           "house",
                                                           "inc",
                                                           "institute",
                                                           "ltd",
                                                           "ministry",
                                                           "nations",
                                                           "navy",
                                                           "office",
                                                           "organisation",
                                                           "organization",
                                                           "parliament",
                                                           "party",
                                                           "plc",
                                                           "police",
                                                           "post",
                                                           "press",
                                                           "senate",
                                                           "service",
                                                           "society",
                                                           "survey",
                                                           "times",
                                                           "trust",
                                                           "union",
                                                           "university"});
  return listed(kWords, folded);
}

/// Bodies of one kind each: "the ministry" is no club, whatever the club is called.
bool is_body_of_a_kind(std::string_view folded) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"army", "bank", "club", "commission", "committee", "council", "court", "department", "federation", "ministry",
       "navy", "parliament", "party", "police", "senate", "union", "university"});
  return listed(kWords, folded);
}

/// Nouns for speakers that a newsroom uses for each other or for any named body: "the company",
/// "officials". The first of a row stands for the row; an empty first word: it may be anyone.
struct Row {
  std::string_view stands_for;
  std::string_view words;  ///< with a space on either side
};
constexpr Row kGroups[] = {
    {"",
     " spokesman spokeswoman spokesperson spokesmen statement official officials source sources authorities authority "
     "representative representatives office administration government leadership report reports people person man "
     "woman "
     "organisers organizers organisation organization body agency group company firm maker operator owner buyer chain "
     "team side club "
     "department ministry minister union party bank institute network broadcaster newspaper retailer carmaker airline "
     "airport data "
     "figures leaders poll survey surveys statistics filing filings indictment lawsuit suit document documents summary "
     "website site "
     "letter memo images image analysis numbers records results estimates release transcript "},
    {"researchers",
     " researchers scientists academics experts study studies authors author researcher scientist paper research "},
    {"police", " police officers officer detectives investigators investigator detective sheriff constabulary force "},
    {"doctors", " doctors medics physicians surgeons doctor medic physician hospital "},
    {"lawmakers", " lawmakers legislators deputies mps senators lawmaker legislator "},
    {"analysts", " analysts economists strategists traders analyst economist strategist trader "},
    {"residents", " residents locals villagers neighbours neighbors resident villager neighbour neighbor "},
    {"lawyer", " lawyer attorney barrister counsel solicitor lawyers attorneys "},
    {"rescuers", " rescuers firefighters paramedics rescuer firefighter "},
    {"workers", " workers staff employees strikers worker employee "},
};

std::string_view group_of(std::string_view folded) {
  const std::string wanted = " " + std::string(folded) + " ";
  for (const Row& row : kGroups)
    if (row.words.find(wanted) != std::string_view::npos) return row.stands_for;
  return folded;
}

struct Speaker {
  bool pronoun = false;
  bool named = false;       ///< the noun phrase ends in a name
  bool person = false;      ///< ... of a person, as far as can be told
  bool titled = false;      ///< ... and a title or an office says so
  bool indefinite = false;  ///< "a defence official", "officials"
  bool singular_a = false;  ///< "a defence official"
  bool anonymous = false;   ///< "on condition of anonymity"
  std::string_view head;    ///< of a description
  WordId head_word = 0;
  KeyId head_stem = 0;
  KeyId family = 0;  ///< stem of the last word of the name
  std::uint32_t family_token = 0;
  std::uint32_t name_words = 0;
  std::vector<std::uint32_t> names;  ///< tokens in `known`
  std::vector<std::uint32_t> nouns;  ///< content tokens in `known`, names and titles included
  const SentenceWords* words = nullptr;
};

bool is_name_token(const SpeakerText& text, const SentenceWords& words, std::uint32_t i) {
  const SpeechWord& word = words[i];
  if (!word.capitalized || word.function_word || is_calendar(word.folded) || is_title(word.folded)) return false;
  if (i > 0 && words[i - 1].is_word()) return true;
  if (i > 0 && !words[i - 1].is(kQuotationMark) && !words[i - 1].is(kSentenceEnd)) return true;
  return text.has_capital_within(word.stem) || (i + 1 < words.size() && words[i + 1].capitalized);
}

bool hides_name(const SentenceWords& words, std::uint32_t from) {
  constexpr std::uint32_t kAfter = 30;  // tokens
  for (std::uint32_t i = from; i < std::min(words.size(), from + kAfter); ++i) {
    if (words[i].folded == "anonymity" || words[i].folded == "anonymously") return true;
    if ((words[i].folded == "named" || words[i].folded == "identified") && words.folded(std::int64_t{i} - 1) == "be")
      return true;
  }
  return false;
}

Speaker read(const SpeakerText& text, SpeakerPlace place) {
  const SentenceFrames& sentence = text.frames()[place.sentence];
  const AttributionFrame& frame = sentence.frames[place.frame];
  const SentenceWords& words = sentence.words;
  Speaker speaker;
  speaker.words = &words;
  if (frame.speaker.empty()) return speaker;
  if (words[frame.speaker.end - 1].is(kSubjectPronoun) && frame.speaker.end - frame.speaker.begin == 1) {
    speaker.pronoun = true;
    return speaker;
  }
  for (std::uint32_t i = frame.known.begin; i < frame.known.end; ++i) {
    if (!is_content(words[i])) continue;
    speaker.nouns.push_back(i);
    if (is_name_token(text, words, i)) speaker.names.push_back(i);
  }
  // The noun that heads the phrase: the last content word before "of", "for", a comma.
  std::uint32_t head = kNobody;
  for (std::uint32_t i = frame.speaker.begin; i < frame.speaker.end; ++i) {
    const bool ends = words[i].is(kPreposition) || words[i].is(kClauseMark);
    if (ends && head != kNobody) break;
    if (is_content(words[i]) && words[i].folded != "'s") head = i;
  }
  if (head == kNobody) return speaker;
  speaker.head = words[head].folded;
  speaker.head_word = words[head].word;
  speaker.head_stem = words[head].stem;
  speaker.named = is_name_token(text, words, head);

  if (!speaker.named && !speaker.names.empty()) {
    // "the prosecutor, Ghislain Van Acker": the name stands in the apposition.
    for (const std::uint32_t i : speaker.names)
      if (!frame.speaker.contains(i) && i + 1 < words.size() && words[i + 1].capitalized) speaker.named = true;
  }
  if (speaker.named) {
    std::uint32_t last = head;
    if (!is_name_token(text, words, head)) last = speaker.names.back();
    speaker.family = words[last].stem;
    speaker.family_token = last;
    bool body = false;  // "Prof Alan Whitby of Cardiff University" is none
    for (std::uint32_t i = last + 1; i-- > frame.known.begin && is_name_token(text, words, i);) {
      ++speaker.name_words;
      body = body || is_body(words[i].folded);
    }
    for (std::uint32_t i = frame.known.begin; i < frame.known.end; ++i)
      speaker.titled = speaker.titled || (is_title(words[i].folded) && !words[i].function_word);
    speaker.person = !body && (speaker.name_words >= 2 || speaker.titled) && !is_body(words[last].folded) &&
                     !std::all_of(words[last].surface.begin(), words[last].surface.end(),
                                  [](char c) { return c >= 'A' && c <= 'Z'; });
  }
  const std::string_view first = words[frame.speaker.begin].folded;
  speaker.singular_a = first == "a" || first == "an" || first == "one";
  speaker.indefinite = !speaker.named && (speaker.singular_a || !words[frame.speaker.begin].is(kDeterminer) ||
                                          first == "some" || first == "two");
  speaker.anonymous = hides_name(words, frame.words.begin);
  return speaker;
}

constexpr std::uint32_t kMostTokens = 300;  ///< of a sentence that is searched for a name

bool same_word(const Vocabulary& vocabulary, const SpeechWord& a, const SpeechWord& b) {
  return a.stem == b.stem || vocabulary.rung(a.word, b.word) <= Equivalence::kInflection;
}

/// "WHO" for "World Health Organization".
bool abbreviates(const Speaker& a, const Speaker& b) {
  for (const std::uint32_t i : a.names) {
    const std::string_view short_form = (*a.words)[i].surface;
    if (short_form.size() < 2 || short_form.size() > 6) continue;
    std::string initials;
    for (const std::uint32_t k : b.nouns)
      if ((*b.words)[k].capitalized) initials += (*b.words)[k].surface.front();
    if (initials.find(short_form) != std::string::npos) return true;
  }
  return false;
}

bool share_any(const Vocabulary& vocabulary, const Speaker& a, const std::vector<std::uint32_t>& in_a, const Speaker& b,
               const std::vector<std::uint32_t>& in_b) {
  for (const std::uint32_t i : in_a)
    for (const std::uint32_t k : in_b)
      if (same_word(vocabulary, (*a.words)[i], (*b.words)[k])) return true;
  return false;
}

/// Surnames that begin and end alike, and no other first name: one person in two spellings. Whether the
/// spelling is right is for the list of names to say.
bool likely_one_person(const Speaker& a, const Speaker& b) {
  const SpeechWord& first_a = (*a.words)[a.family_token + 1 - a.name_words];
  const SpeechWord& first_b = (*b.words)[b.family_token + 1 - b.name_words];
  if (a.name_words >= 2 && b.name_words >= 2 && first_a.stem != first_b.stem) return false;
  const std::string_view one = (*a.words)[a.family_token].folded;
  const std::string_view two = (*b.words)[b.family_token].folded;
  const std::size_t longer = std::max(one.size(), two.size());
  const std::size_t shorter = std::min(one.size(), two.size());
  std::size_t head = 0;
  while (head < shorter && one[head] == two[head]) ++head;
  std::size_t tail = 0;
  while (head + tail < shorter && one[one.size() - 1 - tail] == two[two.size() - 1 - tail]) ++tail;
  return shorter >= 4 && (head + tail) * 10 >= longer * 7;
}

/// Whether the paragraphs up to the frame, back to the last one that names a speaker, hold the word.
bool named_near(const SpeakerText& text, SpeakerPlace place, const Speaker& other) {
  constexpr std::uint32_t kFarthest = 14;  // sentences
  const Vocabulary& vocabulary = text.vocabulary();
  for (std::uint32_t back = 0; back <= kFarthest && back <= place.sentence; ++back) {
    const SentenceWords& words = text.frames()[place.sentence - back].words;
    for (std::uint32_t i = 0; i < std::min(words.size(), kMostTokens); ++i)
      for (std::uint32_t k = 0; k < other.name_words; ++k)
        if (words[i].capitalized && same_word(vocabulary, words[i], (*other.words)[other.family_token - k]))
          return true;
  }
  return false;
}

/// Whether a frame before names a person whom a pronoun may mean.
bool names_person_before(const SpeakerText& text, SpeakerPlace place) {
  constexpr std::uint32_t kFarthest = 6;  // sentences
  constexpr std::uint32_t kMost = 8;      // frames of each
  for (std::uint32_t back = 0; back <= kFarthest && back <= place.sentence; ++back) {
    const std::uint32_t s = place.sentence - back;
    const std::uint32_t count = static_cast<std::uint32_t>(text.frames()[s].frames.size());
    for (std::uint32_t f = 0; f < std::min(kMost, back == 0 ? place.frame : count); ++f)
      if (read(text, {s, f}).person) return true;
  }
  return false;
}

bool mentions_anywhere(const SpeakerText& text, const Speaker& other) {
  for (std::uint32_t k = 0; k < other.name_words; ++k)
    if (text.mentions((*other.words)[other.family_token - k].stem)) return true;
  return false;
}

SpeakerMatch described_and_named(const SpeakerText& text, SpeakerPlace place, const Speaker& described,
                                 const Speaker& named, const Vocabulary& vocabulary) {
  bool head_shared = false;
  for (const std::uint32_t i : named.nouns) head_shared = head_shared || (*named.words)[i].stem == described.head_stem;
  if (described.anonymous && !named.anonymous && named.person) return SpeakerMatch::kDifferent;
  if (head_shared) return SpeakerMatch::kSame;
  const std::string_view group = group_of(described.head);
  const bool spokesman = described.head.starts_with("spokes");
  if (described.singular_a && named.person && !spokesman) return SpeakerMatch::kDifferent;
  if (share_any(vocabulary, described, described.nouns, named, named.nouns)) return SpeakerMatch::kSame;
  if (described.singular_a && text.speaks(named.family)) return SpeakerMatch::kDifferent;
  if (is_body_of_a_kind(described.head) && is_body_of_a_kind((*named.words)[named.family_token].folded))
    return SpeakerMatch::kDifferent;
  if (mentions_anywhere(text, named)) {
    // The text knows the name, and calls others "witnesses" all the same.
    const bool others = described.indefinite && named.person && !group.empty() && !named_near(text, place, named);
    return others ? SpeakerMatch::kDifferent : SpeakerMatch::kUnclear;
  }
  if (group.empty() && !(named.person && named.titled)) return SpeakerMatch::kUnclear;
  return spokesman ? SpeakerMatch::kUnclear : SpeakerMatch::kDifferent;
}

}  // namespace

SpeakerText::SpeakerText(const Segments& segments, const std::vector<SentenceFrames>& frames, const SpeechWords& words)
    : segments_(&segments), frames_(&frames), vocabulary_(&words.vocabulary()) {
  KeyId last = 0;
  for (WordId word = 0; word < words.vocabulary().size(); ++word) last = std::max(last, words[word].stem);
  stems_.assign(std::size_t{last} + 1, 0);
  const auto note = [&](KeyId stem, StemFact fact) { stems_[stem] = static_cast<std::uint8_t>(stems_[stem] | fact); };
  for (const SentenceFrames& sentence : frames) {
    for (const AttributionFrame& frame : sentence.frames)
      for (std::uint32_t i = frame.known.begin; i < frame.known.end; ++i)
        if (sentence.words[i].capitalized && !frame.shared) note(sentence.words[i].stem, kSpeaks);
    for (std::uint32_t i = 0; i < sentence.words.size(); ++i) {
      const SpeechWord& word = sentence.words[i];
      if (!is_content(word)) continue;
      note(word.stem, kMentioned);
      if (i > 0 && word.capitalized && sentence.words[i - 1].is_word() && !sentence.words[i - 1].capitalized)
        note(word.stem, kCapital);
    }
  }
}

SpeakerMatch compare_speakers(const SpeakerText& text_a, SpeakerPlace in_a, const SpeakerText& text_b,
                              SpeakerPlace in_b) {
  const Vocabulary& vocabulary = text_a.vocabulary();
  const Speaker a = read(text_a, in_a);
  const Speaker b = read(text_b, in_b);
  if (a.pronoun || b.pronoun) {
    if (a.pronoun && b.pronoun) return SpeakerMatch::kUnclear;
    const Speaker& other = a.pronoun ? b : a;
    if (!other.person) return SpeakerMatch::kUnclear;
    const bool near = a.pronoun ? named_near(text_a, in_a, other) : named_near(text_b, in_b, other);
    if (near) return SpeakerMatch::kSame;
    // Another one only where the text before the pronoun offers somebody else.
    const bool offered = a.pronoun ? names_person_before(text_a, in_a) : names_person_before(text_b, in_b);
    return offered ? SpeakerMatch::kDifferent : SpeakerMatch::kUnclear;
  }
  if (a.nouns.empty() || b.nouns.empty()) return SpeakerMatch::kUnclear;
  if (abbreviates(a, b) || abbreviates(b, a)) return SpeakerMatch::kSame;
  const auto finding = [](const SpeakerText& text, SpeakerPlace place) {
    return text.frames()[place.sentence].frames[place.frame].speech_class == SpeechClass::kFinding;
  };
  const bool found = finding(text_a, in_a) || finding(text_b, in_b);
  if (found && !(a.person && b.person)) return SpeakerMatch::kUnclear;  // a study and those who made it
  if (a.named && b.named) {
    const bool two_persons = a.person && b.person && a.name_words >= 2 && b.name_words >= 2;
    if (!two_persons && share_any(vocabulary, a, a.nouns, b, b.nouns)) return SpeakerMatch::kSame;
    for (const std::uint32_t i : a.names)
      for (const std::uint32_t k : b.names) {
        const SpeechWord& one = (*a.words)[i];
        const SpeechWord& two = (*b.words)[k];
        // Of two full names a shared first name is not enough.
        const bool decides = !two_persons || one.stem == a.family || two.stem == b.family;
        if (decides && same_word(vocabulary, one, two)) return SpeakerMatch::kSame;
      }
    if (likely_one_person(a, b)) return SpeakerMatch::kSame;
    return SpeakerMatch::kDifferent;
  }
  if (a.named) return described_and_named(text_b, in_b, b, a, vocabulary);
  if (b.named) return described_and_named(text_a, in_a, a, b, vocabulary);
  if (share_any(vocabulary, a, a.nouns, b, b.nouns)) return SpeakerMatch::kSame;
  const std::string_view group_a = group_of(a.head);
  const std::string_view group_b = group_of(b.head);
  if (group_a == group_b) return SpeakerMatch::kSame;
  if (group_a.empty() || group_b.empty() || vocabulary.synonyms(a.head_word, b.head_word))
    return SpeakerMatch::kUnclear;
  return SpeakerMatch::kDifferent;
}

bool mentions_speaker(const SpeakerText& text, SpeakerPlace place, const SentenceWords& words) {
  const Speaker speaker = read(text, place);
  for (std::uint32_t i = 0; i < std::min(words.size(), kMostTokens); ++i) {
    if (!is_content(words[i])) continue;
    if (words[i].stem == speaker.head_stem && !speaker.head.empty()) return true;
    for (const std::uint32_t k : speaker.names)
      if (words[i].stem == (*speaker.words)[k].stem) return true;
  }
  return false;
}

}  // namespace storydiff
