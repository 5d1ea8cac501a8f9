#include "language/stock_phrases.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <utility>

#include "language/hash.hpp"
#include "language/ladder.hpp"

namespace storydiff {
namespace {

// Grouped by what they say; longer ones come of parts that overlap. Inflection is left to the stems: "speak" stands for
// "speaking" as well, "spoke" and "spoken" are the ladder's.
constexpr auto kEnglish = std::to_array<std::string_view>({
    // Nobody answered.
    "not [immediately|] [respond|reply] to",
    "[respond|reply] to [a|an|the|our|repeated|several|multiple|] [request|email|message|call|question|inquiry]",
    "[request|email|message|call|question|inquiry] [for|seeking|asking for] [comment|information|an interview]",
    "not [immediately|] return [a|] [call|message|phone call|telephone call|email] [seeking|asking for|for|] "
    "[comment|]",
    "[not|be] [immediately|] [be|] [reached|contacted|available|reachable] for [comment|further comment]",
    "could not be [immediately|] [reached|contacted|independently verified|verified independently|verified|confirmed]",
    "decline to [comment|elaborate|say more|give details|provide details|be named|be identified|be interviewed]",
    "comment [further|on the matter|on the case|on the report]",
    "refuse to comment",
    "[have|had|has] no [immediate|further|] comment",
    "not [comment|commented] on [ongoing|pending|individual|specific] [case|investigation|litigation|matter]",
    // Who speaks, and where.
    "[speak|talk|] on [the|] condition of anonymity",
    "not [authorized|authorised] to [speak|talk|comment|brief]",
    "[speak|talk|comment] [publicly|to the media|to the press|to reporter|publicly to reporter]",
    "ask not to be [name|identified|quoted]",
    "people familiar with the [matter|situation|talk|plan|discussion]",
    "source familiar with the [matter|situation|talk|plan|discussion]",
    "[said|say|announce|wrote] in [a|an|the] [statement|interview|press release|news release|email|report]",
    "in [a|an|the] [brief|short|joint|separate|written|email|] [statement|interview|press release|news release]",
    "[told|tell] [reporter|journalist|the media|parliament|lawmaker]",
    "[told|at|hold|held] [a|the] [news|press] conference",
    "[news|press] conference",
    "in [a|an|the] [telephone|phone|television|tv|radio] interview",
    "in a post on [x|twitter|facebook|social media|telegram|instagram]",
    "[write|wrote] on [x|twitter|facebook|social media|telegram|instagram]",
    "on the [sideline|margin] of",
    // What is not known yet.
    "[it was|it is|] not immediately clear [how|what|whether|if|who|why|when|how many|]",
    "there [was|were] no immediate [comment|word|response|report|claim of responsibility]",
    "no [one|group] [has|have|had|] [immediately|] [claim|claimed] responsibility",
    "[remain|remains] to be seen",
    "[remain|is|was] under investigation",
    "the investigation [is|was] [ongoing|continuing]",
    "investigation into the [cause|incident|matter]",
    "the cause of the [fire|crash|accident|incident|explosion|blast]",
    "cause [is|was|remain] [not|not immediately|] [unknown|known|clear|unclear]",
    "[more|further] details [were|are|was] not [immediately|] available",
    "this is a [developing|breaking] [story|news story]",
    // Police, courts, hospitals.
    "[anyone|anybody] with [any|] information [is|was|should|to] [asked|urged|call|contact] [to|] [call|contact|]",
    "[police|officer|detective] are appealing for [witness|information]",
    "pronounced dead at the [scene|hospital]",
    "[taken|rushed|transported|airlifted] to [a|the|] [nearby|local|] hospital",
    "[non-life-threatening|life-threatening] injuries",
    "[plead|pleaded] not guilty [to|] [all|the|] [charge|count|]",
    "[deny|denied] [any|all|] [wrongdoing|the allegation|the charge|the accusation|allegation of wrongdoing]",
    // What spokespeople say.
    "our [thought|heart|] and prayer [are|go out|be] [with|to] the [victim|family|families]",
    "our [thought|heart|condolence] [are|go out] [with|to] the [victim|family|families]",
    "safety [of our passenger|of our customer|of our staff|of our employee|] is our [top|number one|first|highest] "
    "priority",
    "cooperate fully with [the|] [authority|authorities|investigator|investigation|police]",
    "take [these|this|such|all] [allegation|matter|issue|report] [very|extremely|] seriously",
    // Time and amount.
    "for the first time [since|in|ever]",
    "earlier [this|that|in the] [week|month|year|day|decade]",
    "later [this|that|in the] [week|month|year|day]",
    "[last|next|this|past] [week|month|year|weekend|decade]",
    "[in|over|during|for] [recent|the past|the last] [day|week|month|year|decade|few day|few week|few month|few year]",
    "[so far|] this year",
    "since the [beginning|start] of the [year|month|war|week]",
    "at the [end|beginning|start] of the [year|month|week|day]",
    "at the same time",
    "on the other hand",
    "one of the world [large|big|most|lead]",
    "[around|across] the world",
    "the rest of the world",
    "[member|part] of the public",
});

std::vector<std::string_view> split(std::string_view text, char by) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(by, begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

/// Choices of words, one of which stands there.
using Slot = std::vector<std::vector<std::uint64_t>>;

/// The hash of a word's stem, computed once a word.
class Stems {
 public:
  explicit Stems(std::string_view language) : ladder_(language) {}

  std::vector<std::uint64_t> of(std::string_view text) {
    std::vector<std::uint64_t> stems;
    for (const std::string_view word : split(text, ' ')) {
      if (word.empty()) continue;
      const auto [found, added] = known_.emplace(word, 0);
      if (added) found->second = hash_bytes(ladder_.keys(word).back());
      stems.push_back(found->second);
    }
    return stems;
  }

 private:
  Ladder ladder_;
  std::unordered_map<std::string_view, std::uint64_t> known_;
};

std::vector<Slot> slots_of(std::string_view phrase, Stems& stems) {
  std::vector<Slot> slots;
  while (!phrase.empty()) {
    const std::size_t open = std::min(phrase.find('['), phrase.size());
    slots.push_back({stems.of(phrase.substr(0, open))});
    if (open == phrase.size()) break;
    const std::size_t close = std::min(phrase.find(']', open), phrase.size() - 1);
    Slot& choices = slots.emplace_back();
    for (const std::string_view choice : split(phrase.substr(open + 1, close - open - 1), '|'))
      choices.push_back(stems.of(choice));
    phrase.remove_prefix(close + 1);
  }
  return slots;
}

std::uint64_t start_of(std::uint64_t first, std::uint64_t second) { return first * 31 + second; }

}  // namespace

StockPhrases::StockPhrases(std::span<const std::string_view> phrases, std::string_view language) {
  Stems stems(language);
  std::vector<std::uint64_t> words;
  for (const std::string_view phrase : phrases) {
    const std::vector<Slot> slots = slots_of(phrase, stems);
    std::vector<std::size_t> chosen(slots.size());
    for (bool more = true; more;) {
      words.clear();
      for (std::size_t i = 0; i < slots.size(); ++i) {
        const std::vector<std::uint64_t>& choice = slots[i][chosen[i]];
        words.insert(words.end(), choice.begin(), choice.end());
      }
      add(words);
      more = false;
      for (std::size_t i = slots.size(); i-- > 0 && !more;) {
        more = ++chosen[i] < slots[i].size();
        if (!more) chosen[i] = 0;
      }
    }
  }
  std::sort(phrases_.begin(), phrases_.end(), [this](const Phrase& a, const Phrase& b) {
    if (a.start != b.start) return a.start < b.start;
    if (a.size != b.size) return a.size > b.size;
    return std::ranges::lexicographical_compare(words_of(a), words_of(b));
  });
  const auto same = [this](const Phrase& a, const Phrase& b) { return std::ranges::equal(words_of(a), words_of(b)); };
  phrases_.erase(std::unique(phrases_.begin(), phrases_.end(), same), phrases_.end());
}

void StockPhrases::add(const std::vector<std::uint64_t>& words) {
  if (words.size() < 2) return;
  const std::uint64_t start = start_of(words[0], words[1]);
  phrases_.push_back({start, static_cast<std::uint32_t>(words_.size()), static_cast<std::uint32_t>(words.size())});
  words_.insert(words_.end(), words.begin(), words.end());
  starts_.set(start % starts_.size());
}

const StockPhrases& StockPhrases::of(std::string_view primary_language) {
  static const StockPhrases english(kEnglish, "en");
  static const StockPhrases none({}, "und");
  return primary_language == "en" ? english : none;
}

std::size_t StockPhrases::match(std::span<const std::uint64_t> stems, std::size_t at) const {
  if (at + 1 >= stems.size()) return 0;
  const std::uint64_t start = start_of(stems[at], stems[at + 1]);
  if (!starts_.test(start % starts_.size())) return 0;
  const std::span<const std::uint64_t> text = stems.subspan(at);
  for (auto phrase = std::ranges::lower_bound(phrases_, start, {}, &Phrase::start);
       phrase != phrases_.end() && phrase->start == start; ++phrase)
    if (phrase->size <= text.size() && std::ranges::equal(words_of(*phrase), text.first(phrase->size)))
      return phrase->size;
  return 0;
}

}  // namespace storydiff
