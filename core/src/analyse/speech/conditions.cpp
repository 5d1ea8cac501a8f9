#include "analyse/speech/conditions.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "analyse/speech/polarity_words.hpp"

namespace storydiff {
namespace {

constexpr std::uint32_t kLongestCondition = 30;  ///< tokens

template <std::size_t N>
bool listed(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Tokens of the words that open a condition at `at`; 0 where none does.
std::uint32_t condition_at(const SentenceWords& words, std::uint32_t at) {
  constexpr auto kAskers =
      std::to_array<std::string_view>({"ask",  "asked",  "asking",   "asks",      "know", "knew", "known", "see",
                                       "seen", "wonder", "wondered", "unclear",   "say",  "said", "doubt", "doubted",
                                       "sure", "check",  "decide",   "determine", "even", "as",   "what",  "or"});
  if (!words[at].is(kConditionOpener)) return 0;
  const std::string_view before = words.folded(std::int64_t{at} - 1);
  const std::string_view next = words.folded(std::int64_t{at} + 1);
  if (words[at].folded == "if")
    return listed(kAskers, before) || next == "not" || next == "any" || next == "only" || next == "so" ? 0 : 1;
  if (words[at].folded == "unless") return 1;
  if (words[at].folded == "provided" || words[at].folded == "providing")
    return next == "that" || (before == "," && words[at].folded == "provided") ? 1 : 0;
  if (words[at].folded == "assuming" && before == ",") return 1;
  if (words.reads(at, {"as", "long", "as"}) || words.reads(at, {"so", "long", "as"})) return 3;
  if (words.reads(at, {"on", "condition", "that"})) return 3;
  if (words.reads(at, {"subject", "to"}) || words.reads(at, {"depending", "on"})) return 2;
  return 0;
}

/// Words that may carry the same condition in another way.
bool is_conditional(std::string_view folded) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"if",          "unless",  "provided",  "providing", "assuming", "should",     "condition",
       "conditional", "subject", "depending", "depends",   "depend",   "once",       "when",
       "until",       "without", "pending",   "only",      "hinges",   "contingent", "barring"});
  return listed(kWords, folded);
}

/// "The wind would turn", "the deal was approved": the words of a condition as a statement of their own. A noun
/// made of them ("approval of the deal would ...") is none.
bool is_told_as_fact(const LinkWords& link, TokenRange condition) {
  bool first = true;
  for (std::uint32_t k = condition.begin; k < condition.end; ++k) {
    if (!is_content(link.source[k]) || !link.matched(k)) continue;
    const std::uint32_t p = link.partner_of_source[k];
    const bool subject = std::exchange(first, false);
    if (subject || p == 0) continue;
    const std::uint32_t before = link.partner_of_target[p - 1];
    const bool after_subject = before != kNoPartner && condition.contains(before) && is_content(link.target[p - 1]);
    const bool inflected = link.target[p].folded.ends_with("ed") || link.target[p].folded.ends_with("s");
    if (link.target[p - 1].is(kAuxiliary) || (after_subject && inflected)) return true;
  }
  return false;
}

/// Whether the words leave it open in any other way: may, could, likely, in case.
bool is_left_open(const SentenceWords& words) {
  for (std::uint32_t k = 0; k < words.size(); ++k) {
    if (words[k].folded == "whether" || words[k].folded == "case" || words[k].folded == "whenever") return true;
    const std::optional<PolarityCue> cue = polarity_cue_at(words, k);
    if (cue && cue->kind == PolarityCue::Kind::kModality && cue->modality != Modality::kCertain) return true;
  }
  return false;
}

struct Share {
  std::uint32_t content = 0;
  std::uint32_t matched = 0;
};

}  // namespace

std::vector<CutCondition> cut_conditions(const LinkWords& link, const Segments& target) {
  std::vector<CutCondition> found;
  const SentenceWords& words = link.source;
  for (std::uint32_t i = 0; i < words.size();) {
    const std::uint32_t opening = words[i].is_word() ? condition_at(words, i) : 0;
    if (opening == 0) {
      ++i;
      continue;
    }
    const std::uint32_t sentence = words.sentence_of(i);
    std::uint32_t end = i + opening;
    while (end < words.size() && end < i + kLongestCondition && words.sentence_of(end) == sentence &&
           !words[end].is(kClauseMark) && !words[end].is(kQuotationMark))
      ++end;
    const CutCondition cut{{i, end}, sentence, 0};
    i = end;

    Share inside;
    Share outside;
    std::uint32_t partner = kNoPartner;
    constexpr std::uint32_t kAround = 40;  // tokens on either side that count as what the condition is on
    const std::uint32_t first = cut.words.begin > kAround ? cut.words.begin - kAround : 0;
    for (std::uint32_t k = first; k < std::min(words.size(), end + kAround); ++k) {
      if (words.sentence_of(k) != sentence || !is_content(words[k])) continue;
      Share& share = cut.words.contains(k) ? inside : outside;
      ++share.content;
      if (!link.matched(k)) continue;
      ++share.matched;
      if (!cut.words.contains(k)) partner = link.partner_of_source[k];
    }
    const bool cut_off = inside.content > 0 && inside.matched * 5 <= inside.content;
    const bool kept_as_fact = inside.matched >= 2 && inside.matched * 3 >= inside.content * 2 &&
                              words[cut.words.begin].folded == "if" && is_told_as_fact(link, cut.words) &&
                              !is_left_open(link.target);
    if (!cut_off && !kept_as_fact) continue;
    if (outside.matched < 2 || outside.matched * 2 < outside.content || partner == kNoPartner) continue;

    CutCondition result = cut;
    result.target_sentence = link.target.sentence_of(partner);
    const bool conditional = [&] {
      for (std::uint32_t k = 0; k < link.target.size(); ++k)
        if (is_conditional(link.target[k].folded)) return true;
      return false;
    }();
    if (!conditional && !target.sentences.empty()) found.push_back(result);
  }
  return found;
}

}  // namespace storydiff
