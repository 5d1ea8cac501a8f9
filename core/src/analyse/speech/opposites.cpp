#include "analyse/speech/opposites.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace storydiff {
namespace {

constexpr std::uint32_t kAround = 6;  ///< tokens on either side that must correspond

struct Row {
  std::string_view left;   ///< forms, separated by a space
  std::string_view right;  ///< each the opposite of each on the left
};

// The kinds of opposites are those of D. A. Cruse, Lexical Semantics (1986), ch. 9 and 10: complementaries (dead,
// alive), antonyms (strong, weak), reversives (rise, fall) and directional ones (above, below). Converses (buy and
// sell, lend and borrow) are left out: they tell one act from two sides. The words are those of everyday reports of
// markets, courts, sport, politics and disasters; a word that is as often something else is not among them.
constexpr Row kRows[] = {
    {"open opens opened opening reopened reopen", "close closes closed closing shut shuts"},
    {"rise rises rose risen rising increase increases increased increasing climb climbs climbed grow grows grew grown",
     "fall falls fell fallen falling decrease decreases decreased decreasing drop drops dropped decline declines "
     "declined shrink shrinks shrank shrunk"},
    {"raise raises raised raising", "cut cuts cutting lower lowers lowered lowering"},
    {"accept accepts accepted accepting approve approves approved approving", "reject rejects rejected rejecting"},
    {"win wins won winning", "lose loses lost losing"},
    {"victory victories", "defeat defeats"},
    {"has have had", "lack lacks lacked"},
    {"uphold upholds upheld upholding",
     "dismiss dismisses dismissed dismissing overturn overturns overturned quash quashes quashed"},
    {"alive", "dead"},
    {"guilty", "innocent"},
    {"convicted", "acquitted cleared"},
    {"above", "below"},
    {"before", "after"},
    {"north northern", "south southern"},
    {"east eastern", "west western"},
    {"inside", "outside"},
    {"higher", "lower"},
    {"highest", "lowest"},
    {"more", "less fewer"},
    {"most", "least fewest"},
    {"better", "worse"},
    {"best", "worst"},
    {"up", "down"},
    {"largest biggest", "smallest"},
    {"strong", "weak"},
    {"stronger", "weaker"},
    {"strengthen strengthens strengthened", "weaken weakens weakened"},
    {"improve improves improved improving", "worsen worsens worsened worsening"},
    {"widen widens widened", "narrow narrows narrowed"},
    {"allow allows allowed permit permits permitted",
     "ban bans banned forbid forbids forbade forbidden prohibit prohibits prohibited"},
    {"support supports supported supporting back backs backed", "oppose opposes opposed opposing"},
    {"for", "against"},
    {"succeed succeeds succeeded", "fail fails failed"},
    {"success", "failure"},
    {"true", "false"},
    {"begin begins began begun start starts started", "end ends ended finish finishes finished"},
    {"enter enters entered", "leave leaves left"},
    {"arrive arrives arrived", "depart departs departed"},
    {"confirm confirms confirmed confirming", "deny denies denied denying"},
    {"include includes included including", "exclude excludes excluded excluding"},
    {"positive", "negative"},
    {"safe", "unsafe dangerous"},
    {"surplus", "deficit"},
    {"profit profits", "loss losses"},
    {"majority", "minority"},
    {"present", "absent"},
    {"maximum", "minimum"},
};

/// Row and side of a form, by form; a form stands in one row.
const std::unordered_map<std::string_view, std::pair<std::uint32_t, bool>>& forms() {
  static const auto table = [] {
    std::unordered_map<std::string_view, std::pair<std::uint32_t, bool>> made;
    std::uint32_t row = 0;
    const auto add = [&](std::string_view list, bool right) {
      for (std::size_t at = 0; at < list.size();) {
        const std::size_t end = std::min(list.find(' ', at), list.size());
        made.emplace(list.substr(at, end - at), std::pair(row, right));
        at = end + 1;
      }
    };
    for (const Row& entry : kRows) {
      add(entry.left, false);
      add(entry.right, true);
      ++row;
    }
    return made;
  }();
  return table;
}

bool are_opposite(std::string_view a, std::string_view b) {
  const auto x = forms().find(a);
  const auto y = forms().find(b);
  if (x != forms().end() && y != forms().end() && x->second.first == y->second.first)
    return x->second.second != y->second.second;
  return without_negative_prefix(a) == b || without_negative_prefix(b) == a;
}

/// Whether a negation of any kind bears on the word, one that is the word itself apart.
bool is_denied(const SentenceWords& words, const std::vector<GoverningCue>& cues, std::uint32_t at) {
  constexpr std::uint32_t kReach = 16;  // tokens
  auto it = std::lower_bound(cues.begin(), cues.end(), at > kReach ? at - kReach : 0,
                             [](const GoverningCue& c, std::uint32_t v) { return c.cue.words.begin < v; });
  for (; it != cues.end() && it->cue.words.begin < at; ++it) {
    if (it->cue.kind != PolarityCue::Kind::kNegation || it->cue.words.contains(at)) continue;
    if (it->head == at || it->second == at || same_clause(words, it->cue.words.end - 1, at)) return true;
  }
  return false;
}

/// Whether the words of content around a token have partners, two at least. Figures are compared elsewhere.
bool corresponds_around(const SentenceWords& words, const std::vector<std::uint32_t>& partner, std::uint32_t at) {
  std::uint32_t shared = 0;
  for (std::uint32_t k = at > kAround ? at - kAround : 0; k < std::min(words.size(), at + kAround + 1); ++k) {
    if (k == at || !is_content(words[k]) || words.sentence_of(k) != words.sentence_of(at)) continue;
    if (partner[k] != kNoPartner)
      ++shared;
    else if (words[k].kind != WordKind::kNumber)
      return false;
  }
  return shared >= 2;
}

/// Whether the two stand beside words that correspond, on this side of them.
bool is_flanked(const LinkWords& link, std::int64_t s, std::int64_t t) {
  const auto ends = [](const SentenceWords& words, std::int64_t i) {
    return i < 0 || i >= words.size() || words.is(i, kClauseMark);
  };
  if (ends(link.source, s) && ends(link.target, t)) return true;
  if (ends(link.source, s) || ends(link.target, t)) return false;
  if (link.partner_of_source[static_cast<std::size_t>(s)] == t) return true;
  return link.source.is(s, kAuxiliary) && link.target.is(t, kAuxiliary);  // is closed, was open
}

}  // namespace

std::vector<Opposite> opposites(const LinkWords& link, const std::vector<GoverningCue>& source_cues,
                                const std::vector<GoverningCue>& target_cues) {
  std::vector<Opposite> found;
  for (std::uint32_t s = 0; s < link.source.size(); ++s) {
    if (link.matched(s) || !link.source[s].is_word()) continue;
    // The place is that behind the partner of the word before, or before the partner of the word behind.
    std::uint32_t t = kNoPartner;
    if (s > 0 && link.matched(s - 1))
      t = link.partner_of_source[s - 1] + 1;
    else if (s + 1 < link.source.size() && link.matched(s + 1) && link.partner_of_source[s + 1] > 0)
      t = link.partner_of_source[s + 1] - 1;
    if (t >= link.target.size() || link.partner_of_target[t] != kNoPartner) continue;
    if (!are_opposite(link.source[s].folded, link.target[t].folded)) continue;
    if (!is_flanked(link, std::int64_t{s} - 1, std::int64_t{t} - 1) ||
        !is_flanked(link, std::int64_t{s} + 1, std::int64_t{t} + 1))
      continue;
    if (!corresponds_around(link.source, link.partner_of_source, s) ||
        !corresponds_around(link.target, link.partner_of_target, t))
      continue;
    if (is_denied(link.source, source_cues, s) != is_denied(link.target, target_cues, t)) continue;
    found.push_back({s, t});
  }
  return found;
}

}  // namespace storydiff
