#include "analyse/speech/word_classes.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <unordered_map>

#include "analyse/speech/polarity_words.hpp"
#include "analyse/speech/speech_verbs.hpp"

namespace storydiff {
namespace {

struct WordList {
  std::uint32_t classes;
  std::string_view words;  ///< parted by one space
};

// All lists: the closed classes of English as grammars give them.
constexpr WordList kLists[] = {
    {kAuxiliary,
     "'d 'll 're 've am are aren't be been being can can't cannot could couldn't did didn't do does doesn't doing "
     "don't "
     "had hadn't has hasn't have haven't having he'd he'll i'd i'll i'm i've is isn't it'd it'll may mayn't might "
     "mightn't must mustn't shall shan't she'd she'll should shouldn't they'd they'll they're they've was wasn't we'd "
     "we'll we're we've were weren't will won't would wouldn't you'd you'll you're you've"},
    {kSubjectPronoun,
     "everybody everyone he he'd he'll i i'd i'll i'm i've it nobody one she she'd she'll somebody someone there they "
     "they'd they'll they're they've we we'd we'll we're we've who you you'd you'll you're you've"},
    {kDeterminer,
     "a all an another any both each every few her his its many more most my no one our some that the their these this "
     "those two your"},
    {kPreposition,
     "about above across after against along amid among around at before behind below between by during for from in "
     "inside into near of off on onto outside over per since through throughout to toward towards under until via with "
     "within without"},
    {kClauseWord,
     "although as because but if lest nor since so that though unless until what when where whereas whether which "
     "while who whom whose why"},
    {kMidAdverb,  // those that do not end in -ly
     "again already also always even ever first just later now often once only quite rather soon still then too twice "
     "very yet"},
    {kBeForm, "is are was were be been being 's"},
    {kDayWord, "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight"},
    {kNegative, "not never no none nobody nothing neither nor without cannot"},
    {kVerdict | kFrameOpener, "account assessment eyes judgement judgment opinion telling verdict version view words"},
    {kHearsay | kFrameOpener,
     "reportedly allegedly supposedly purportedly said reported believed thought alleged rumoured rumored understood "
     "known told"},
    {kFrameOpener, "according read reads"},
    {kNamingVerb | kFrameOpener,
     "branded brands called calls characterised characterises characterized characterizes described describes dubbed "
     "dubs labeled labelled labels termed terms"},
    {kThat, "that"},
    {kConditionOpener, "if unless provided providing assuming as so on subject depending"},
    {kQuotationMark, "\" ' '' ` `` \u201c \u201d \u2018 \u2019 \u201e \u201a \u00ab \u00bb \u2039 \u203a"},
    {kClauseMark, ", ; : ( ) [ ] -- \u2013 \u2014"},
    {kClauseMark | kSentenceEnd, ". ! ? ... \u2026 ?! !?"},
};

/// Adverbs in -ly, by their end but for those that are none, or none of the kind.
bool is_ly_adverb(std::string_view folded) {
  constexpr auto kOthers = std::to_array<std::string_view>(
      {"family", "supply", "assembly", "italy", "july", "reply", "apply", "rally", "likely", "unlikely"});
  return folded.size() > 4 && folded.ends_with("ly") &&
         std::find(kOthers.begin(), kOthers.end(), folded) == kOthers.end();
}

template <typename Use>
void each_word(std::string_view list, const Use& use) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(' '), list.size());
    use(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

using Table = std::unordered_map<std::string_view, std::uint32_t>;

Table make_table() {
  Table table;
  for (const WordList& list : kLists)
    each_word(list.words, [&](std::string_view word) { table[word] |= list.classes; });
  for (const std::string_view form : speech_verb_openers()) table[form] |= kSpeechVerb | kFrameOpener;
  for (const std::string_view word : polarity_cue_openers()) table[word] |= kCueOpener;
  for (auto& [word, classes] : table) {
    const bool past = word == "has" || word == "have" || word == "had" || word == "'ve" || word == "'d";
    if ((classes & kAuxiliary) != 0 && (classes & kBeForm) == 0 && !past) classes |= kIrreal;
  }
  return table;
}

}  // namespace

std::uint32_t word_classes(std::string_view folded) {
  static const Table table = make_table();
  const auto found = table.find(folded);
  std::uint32_t classes = found == table.end() ? 0 : found->second;
  if (is_ly_adverb(folded)) classes |= kMidAdverb;
  if (folded.ends_with("n't")) classes |= kNegative;
  return classes;
}

SpeechWords::SpeechWords(const Vocabulary& vocabulary) : vocabulary_(&vocabulary) {
  words_.reserve(vocabulary.size());
  for (WordId id = 0; id < vocabulary.size(); ++id) {
    const Word& word = vocabulary[id];
    SpeechWord entry;
    entry.folded = vocabulary.key_text(word.keys[static_cast<std::size_t>(Equivalence::kCase)]);
    entry.surface = word.surface;
    entry.word = id;
    entry.stem = vocabulary.stem(id);
    entry.classes = word_classes(entry.folded);
    entry.kind = word.kind;
    entry.function_word = word.function_word;
    entry.capitalized = word.capitalized;
    words_.push_back(entry);
  }
}

}  // namespace storydiff
