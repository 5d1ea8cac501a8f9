#include "analyse/speech/contained_sentences.hpp"

#include <cstdint>
#include <utility>

#include "analyse/speech/link_words.hpp"

namespace storydiff {
namespace {

/// Whether most content words of one side have a partner.
bool is_contained(const SentenceWords& words, const std::vector<std::uint32_t>& partner) {
  constexpr std::uint32_t kLeast = 4;
  std::uint32_t content = 0;
  std::uint32_t matched = 0;
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    if (!is_content(words[i])) continue;
    ++content;
    if (partner[i] != kNoPartner) ++matched;
  }
  return matched >= kLeast && matched * 10 >= content * 6;
}

/// Whether both sentences begin with the same name, and half of the source's few words of content stand in the
/// target, one of them close behind the name.
bool is_same_act(const LinkWords& link) {
  constexpr std::uint32_t kMost = 6;
  constexpr std::uint32_t kFarthest = 6;  // tokens from the name to the verb
  if (link.source.size() == 0 || !link.source[0].is_word() || link.source[0].function_word) return false;
  if (link.partner_of_source[0] != 0) return false;
  std::uint32_t content = 0;
  std::uint32_t matched = 0;
  bool close = false;
  for (std::uint32_t i = 0; i < link.source.size(); ++i) {
    if (!is_content(link.source[i])) continue;
    ++content;
    if (!link.matched(i)) continue;
    ++matched;
    close = close || (i > 0 && i <= kFarthest && link.partner_of_source[i] <= kFarthest);
  }
  return close && content <= kMost && matched * 2 >= content;
}

}  // namespace

std::vector<Alignment> retold_acts(const AnalysisInput& input, const SpeechWords& words) {
  std::vector<Alignment> pairs;
  for (const Unlinked& omitted : input.alignment->omitted) {
    if (!omitted.nearest) continue;
    Alignment pair;
    pair.source_document = omitted.document;
    pair.source_sentences = {omitted.sentence};
    pair.target_sentences = {omitted.nearest->sentence};
    pair.relation = Relation::kParaphrase;
    const LinkWords link = link_words(pair, input.segments[omitted.document], input.segments.back(), words);
    if (is_same_act(link) && !is_contained(link.source, link.partner_of_source)) pairs.push_back(std::move(pair));
  }
  return pairs;
}

std::vector<Alignment> contained_sentences(const AnalysisInput& input, const SpeechWords& words) {
  std::vector<Alignment> pairs;
  const Segments& target = input.segments.back();
  const auto consider = [&](std::uint32_t document, std::uint32_t s, std::uint32_t t, bool of_source) {
    Alignment pair;
    pair.source_document = document;
    pair.source_sentences = {s};
    pair.target_sentences = {t};
    pair.relation = Relation::kParaphrase;
    const LinkWords link = link_words(pair, input.segments[document], target, words);
    const bool contained = of_source ? is_contained(link.source, link.partner_of_source)
                                     : is_contained(link.target, link.partner_of_target);
    if (contained) pairs.push_back(std::move(pair));
  };
  for (const Unlinked& omitted : input.alignment->omitted)
    if (omitted.nearest) consider(omitted.document, omitted.sentence, omitted.nearest->sentence, true);
  for (const Unlinked& unmatched : input.alignment->unmatched)
    if (unmatched.nearest)
      consider(unmatched.nearest->document, unmatched.nearest->sentence, unmatched.sentence, false);
  return pairs;
}

}  // namespace storydiff
