#include "analyse/speech/link_words.hpp"

#include <cstddef>
#include <numeric>
#include <unordered_map>

#include "analyse/token_diff.hpp"
#include "deadline_watch.hpp"

namespace storydiff {
namespace {

std::vector<std::uint32_t> stems_of(const SentenceWords& words) {
  std::vector<std::uint32_t> stems;
  stems.reserve(words.size());
  for (std::uint32_t i = 0; i < words.size(); ++i) stems.push_back(words[i].stem);
  return stems;
}

std::vector<std::uint32_t> unmatched_content(const SentenceWords& words, const std::vector<std::uint32_t>& partner) {
  std::vector<std::uint32_t> free;
  for (std::uint32_t i = 0; i < words.size(); ++i)
    if (partner[i] == kNoPartner && is_content(words[i])) free.push_back(i);
  return free;
}

void join(LinkWords& link, std::uint32_t s, std::uint32_t t) {
  link.partner_of_source[s] = t;
  link.partner_of_target[t] = s;
}

void match_moved(LinkWords& link) {
  const std::vector<std::uint32_t> free = unmatched_content(link.target, link.partner_of_target);
  if (free.empty()) return;
  std::unordered_map<KeyId, std::vector<std::uint32_t>> places;  // by stem, the last first
  for (auto at = free.rbegin(); at != free.rend(); ++at) places[link.target[*at].stem].push_back(*at);
  for (const std::uint32_t s : unmatched_content(link.source, link.partner_of_source)) {
    const auto found = places.find(link.source[s].stem);
    if (found == places.end() || found->second.empty()) continue;
    join(link, s, found->second.back());
    found->second.pop_back();
  }
}

void match_synonyms(LinkWords& link, const Vocabulary& vocabulary) {
  constexpr std::size_t kLargestTable = 1024;  // as in word_edits: much new text holds synonyms by chance
  const std::vector<std::uint32_t> source = unmatched_content(link.source, link.partner_of_source);
  const std::vector<std::uint32_t> target = unmatched_content(link.target, link.partner_of_target);
  if (source.size() * target.size() > kLargestTable) return;
  for (const std::uint32_t s : source) {
    for (const std::uint32_t t : target) {
      if (link.partner_of_target[t] != kNoPartner) continue;
      if (!vocabulary.synonyms(link.source[s].word, link.target[t].word)) continue;
      join(link, s, t);
      break;
    }
  }
}

}  // namespace

LinkWords link_words(const Alignment& alignment, const Segments& source, const Segments& target,
                     const SpeechWords& words) {
  check_deadline();
  LinkWords link;
  link.source = SentenceWords(source, alignment.source_sentences, words);
  link.target = SentenceWords(target, alignment.target_sentences, words);
  if (link.source.same_words(link.target)) {
    link.partner_of_source.resize(link.source.size());
    std::iota(link.partner_of_source.begin(), link.partner_of_source.end(), 0U);
    link.partner_of_target = link.partner_of_source;
    return link;
  }
  link.partner_of_source.assign(link.source.size(), kNoPartner);
  link.partner_of_target.assign(link.target.size(), kNoPartner);
  for (const TokenMatch& match : diff_tokens(stems_of(link.source), stems_of(link.target)).matches)
    join(link, match.a, match.b);
  match_moved(link);
  match_synonyms(link, words.vocabulary());
  return link;
}

}  // namespace storydiff
