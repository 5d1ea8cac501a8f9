#include "analyse/names/name_roles.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "analyse/names/name_tables.hpp"
#include "analyse/word_edits.hpp"

namespace storydiff {
namespace {

constexpr std::uint32_t kMostWords = 10;  // a longer edit rewrites the clause: no word stands for another
constexpr std::uint32_t kMostSwapped = 5;
constexpr KeyId kNameMark = 0xFFFFFFFF;  // no stem has this number
constexpr std::size_t kMostNames = 64;  // a sentence with more is a list, or an attack: its names are compared in pairs

void append_mentions(const NameIndex& index, std::uint32_t sentence, std::vector<std::uint32_t>& out) {
  const std::vector<NameMention>& all = index.mentions();
  auto at = std::lower_bound(all.begin(), all.end(), sentence,
                             [](const NameMention& mention, std::uint32_t s) { return mention.sentence < s; });
  for (; at != all.end() && at->sentence == sentence; ++at) out.push_back(static_cast<std::uint32_t>(at - all.begin()));
}

bool holds(std::span<const NameWord> whole, std::span<const NameWord> part) {
  return part.size() <= whole.size() && (std::equal(part.begin(), part.end(), whole.begin()) ||
                                         std::equal(part.rbegin(), part.rend(), whole.rbegin()));
}

/// An institution answers an institution; "the White House" for "Bush" is another way to say it, or
/// nobody can tell. Abbreviations are institutions more often than not.
bool may_be_one_kind(const NameForm& a, const NameForm& b) {
  const auto institution = [](const NameForm& form) { return form.kind == NameKind::kInstitution; };
  return institution(a) == institution(b) || (institution(a) && b.acronym) || (institution(b) && a.acronym);
}

}  // namespace

NameRoles::NameRoles(const AnalysisInput& input, std::span<const NameIndex> sources, const NameIndex& target,
                     NameWords& words)
    : input_(input), sources_(sources), target_(target), words_(words) {
  by_sentence_.resize(input.segments.back().sentences.size());
  const std::vector<Alignment>& alignments = input.alignment->alignments;
  edits_.resize(alignments.size());
  for (std::uint32_t a = 0; a < alignments.size(); ++a) {
    if (source_mentions(alignments[a]).size() > kMostNames || target_mentions(alignments[a]).size() > kMostNames)
      continue;
    for (const std::uint32_t t : alignments[a].target_sentences) by_sentence_[t].push_back(a);
  }
}

const std::vector<WordEdit>& NameRoles::edits(std::uint32_t alignment) {
  std::optional<std::vector<WordEdit>>& kept = edits_[alignment];
  if (!kept) {
    const Alignment& a = input_.alignment->alignments[alignment];
    kept = word_edits(a, input_.segments[a.source_document], input_.segments.back(), *input_.vocabulary).edits;
  }
  return *kept;
}

std::vector<std::uint32_t> NameRoles::source_mentions(const Alignment& alignment) const {
  std::vector<std::uint32_t> mentions;
  for (const std::uint32_t s : alignment.source_sentences)
    append_mentions(sources_[alignment.source_document], s, mentions);
  return mentions;
}

std::vector<std::uint32_t> NameRoles::target_mentions(const Alignment& alignment) const {
  std::vector<std::uint32_t> mentions;
  for (const std::uint32_t t : alignment.target_sentences) append_mentions(target_, t, mentions);
  return mentions;
}

std::size_t NameRoles::count(std::span<const NameWord> words, const NameIndex& index,
                             const std::vector<std::uint32_t>& mentions) const {
  return static_cast<std::size_t>(std::count_if(mentions.begin(), mentions.end(), [&](std::uint32_t m) {
    const std::vector<NameWord>& other = index.mentions()[m].words;
    return holds(other, words) || holds(words, other);
  }));
}

std::optional<NameReplacement> NameRoles::replaced(std::uint32_t mention) {
  for (const std::uint32_t a : by_sentence_[target_.mentions()[mention].sentence]) {
    if (input_.alignment->alignments[a].relation == Relation::kVerbatim) continue;
    if (auto found = by_edit(mention, a)) return found;
    if (auto found = by_role(mention, a)) return found;
  }
  return std::nullopt;
}

std::optional<NameReplacement> NameRoles::by_edit(std::uint32_t mention, std::uint32_t alignment) {
  const Alignment& link = input_.alignment->alignments[alignment];
  const NameIndex& source = sources_[link.source_document];
  const NameMention& name = target_.mentions()[mention];
  const std::vector<std::uint32_t> others = target_mentions(link);
  const std::vector<std::uint32_t> candidates = source_mentions(link);
  for (const WordEdit& edit : edits(alignment)) {
    if (edit.op != EditOp::kReplace || !edit.source || !edit.target || !edit.target->overlaps(name.original)) continue;
    if (edit.source_words > kMostWords || edit.target_words > kMostWords) continue;
    // Names of one edit answer each other in their order.
    std::size_t place = 0;
    for (const std::uint32_t other : others) {
      const NameMention& before = target_.mentions()[other];
      if (other < mention && edit.target->overlaps(before.original) && !stands_in(before.words, source, candidates))
        ++place;
    }
    for (const std::uint32_t candidate : candidates) {
      const NameMention& stood = source.mentions()[candidate];
      if (!edit.source->overlaps(stood.original) || stands_in(stood.words, target_, others)) continue;
      if (place-- > 0) continue;
      const NameForm& here = target_.forms()[target_.form_of(mention)];
      const NameForm& there = source.forms()[source.form_of(candidate)];
      // One name for one name, and all around is as it was: whoever they are, they have been exchanged.
      const bool exact = name.original.contains(*edit.target) && stood.original.contains(*edit.source);
      if (!(exact || may_be_one_kind(here, there)) || abbreviates(here, there, *edit.source, link.source_document))
        break;
      // Only persons are known to answer each other whatever stands around them.
      const bool persons = here.kind == NameKind::kPerson && there.kind == NameKind::kPerson;
      const bool brief = edit.source_words <= kMostSwapped && edit.target_words <= kMostSwapped;
      if (!persons && !brief) break;
      return NameReplacement{alignment, link.source_document, candidate};
    }
  }
  return std::nullopt;
}

/// "ADA" for "Americans with Disabilities Act", which the reader of names has in two pieces.
bool NameRoles::abbreviates(const NameForm& a, const NameForm& b, Span source, std::uint32_t document) const {
  const NameForm& shorter = a.acronym ? a : b;
  if (!shorter.acronym || a.acronym == b.acronym) return false;
  const std::string_view letters = words_.text(shorter.words[0]);
  std::string capitals;
  char before = ' ';
  for (const char c : input_.documents[document]->slice(source)) {
    const bool begins = before == ' ' || before == '\n' || before == '-';
    if (begins && c >= 'A' && c <= 'Z') capitals += static_cast<char>(c - 'A' + 'a');
    before = c;
  }
  return capitals.find(letters) != std::string::npos;
}

/// The title or office that stands before the name: "mayor" of "Mayor Ann Cole".
NameWord NameRoles::role_before(const Segments& segments, const NameMention& mention) {
  std::uint32_t at = mention.first_token;
  if (at > 0 && words_.surface(segments.tokens[at - 1].word) == ".") --at;
  if (at == 0) return 0;
  const NameToken& token = words_.token(segments.tokens[at - 1].word);
  return (token.classes & kTitle) != 0 ? token.word + 1 : 0;
}

/// Where the clause is turned round, the title still tells who stands for whom; and so does a sentence
/// with one person on each side.
std::optional<NameReplacement> NameRoles::by_role(std::uint32_t mention, std::uint32_t alignment) {
  const Alignment& link = input_.alignment->alignments[alignment];
  const NameIndex& source = sources_[link.source_document];
  const auto is_person = [](const NameIndex& index, std::uint32_t m) {
    return index.forms()[index.form_of(m)].kind == NameKind::kPerson;
  };
  if (!is_person(target_, mention)) return std::nullopt;
  const std::vector<std::uint32_t> in_target = target_mentions(link);
  const std::vector<std::uint32_t> in_source = source_mentions(link);
  const NameWord role = role_before(input_.segments.back(), target_.mentions()[mention]);

  std::vector<std::uint32_t> gone;
  for (const std::uint32_t m : in_source)
    if (is_person(source, m) && !stands_in(source.mentions()[m].words, target_, in_target)) gone.push_back(m);
  for (const std::uint32_t m : gone)
    if (role != 0 && role_before(input_.segments[link.source_document], source.mentions()[m]) == role)
      return NameReplacement{alignment, link.source_document, m};

  const auto come = std::count_if(in_target.begin(), in_target.end(), [&](std::uint32_t m) {
    return is_person(target_, m) && !stands_in(target_.mentions()[m].words, source, in_source);
  });
  if (gone.size() == 1 && come == 1 && link.relation == Relation::kEdited)
    return NameReplacement{alignment, link.source_document, gone[0]};
  return std::nullopt;
}

std::optional<NameReplacement> NameRoles::swapped(std::uint32_t mention) {
  const NameMention& name = target_.mentions()[mention];
  const NameKind kind = target_.forms()[target_.form_of(mention)].kind;
  for (const std::uint32_t a : by_sentence_[name.sentence]) {
    const Alignment& link = input_.alignment->alignments[a];
    if (link.relation != Relation::kEdited) continue;
    const NameIndex& source = sources_[link.source_document];
    std::vector<std::uint32_t> in_source = source_mentions(link);
    for (const WordEdit& edit : edits(a)) {
      if (edit.op != EditOp::kReplace || !edit.source || !edit.target || !edit.target->overlaps(name.original))
        continue;
      if (edit.source_words > kMostSwapped || edit.target_words > kMostSwapped) continue;
      const auto stood = std::find_if(in_source.begin(), in_source.end(), [&](std::uint32_t m) {
        return edit.source->overlaps(source.mentions()[m].original);
      });
      if (stood == in_source.end()) continue;
      const NameMention& before = source.mentions()[*stood];
      const NameKind was = source.forms()[source.form_of(*stood)].kind;
      const std::vector<std::uint32_t> in_target = target_mentions(link);
      // The sentence has one more of the one name and one less of the other: not the same in another order.
      const bool gone = count(before.words, source, in_source) > count(before.words, target_, in_target);
      const bool come = count(name.words, target_, in_target) > count(name.words, source, in_source);
      if (!gone || !come) continue;
      if (source.neighbours(before.words, name.words) || target_.neighbours(before.words, name.words)) continue;
      const bool persons = kind == NameKind::kPerson && was == NameKind::kPerson;
      // One name for one name, unless both are ways to call one place or government.
      const bool exact = name.original.contains(*edit.target) && before.original.contains(*edit.source) &&
                         !one_place(name.words, before.words) && !spells_out(name, before);
      if (!persons && !exact) continue;
      // "He" of this or the last sentence may have been spelled out.
      std::vector<std::uint32_t> nearby = in_source;
      for (const std::uint32_t s : link.source_sentences)
        if (s > 0) append_mentions(source, s - 1, nearby);
      if (!exact && stands_in(name.words, source, nearby)) continue;
      return NameReplacement{a, link.source_document, *stood};
    }
  }
  return std::nullopt;
}

/// The stems of a sentence with one mark in place of each name.
std::vector<KeyId> NameRoles::frame(const Segments& segments, std::uint32_t sentence, const NameIndex& index,
                                    const std::vector<std::uint32_t>& mentions) const {
  std::vector<KeyId> stems;
  const Sentence& whole = segments.sentences[sentence];
  std::uint32_t at = whole.first_token;
  for (const std::uint32_t m : mentions) {
    for (; at < index.mentions()[m].first_token; ++at)
      stems.push_back(input_.vocabulary->stem(segments.tokens[at].word));
    stems.push_back(kNameMark);
    at = index.mentions()[m].end_token;
  }
  for (; at < whole.first_token + whole.token_count; ++at)
    stems.push_back(input_.vocabulary->stem(segments.tokens[at].word));
  return stems;
}

std::optional<NameReplacement> NameRoles::exchanged(std::uint32_t mention) {
  const NameMention& name = target_.mentions()[mention];
  for (const std::uint32_t a : by_sentence_[name.sentence]) {
    const Alignment& link = input_.alignment->alignments[a];
    if (link.relation == Relation::kVerbatim || link.source_sentences.size() != 1 || link.target_sentences.size() != 1)
      continue;
    const NameIndex& source = sources_[link.source_document];
    const std::vector<std::uint32_t> from = source_mentions(link);
    const std::vector<std::uint32_t> to = target_mentions(link);
    if (from.size() != to.size()) continue;
    const auto same = [&](std::size_t i, std::size_t k) {
      const std::vector<NameWord>& x = source.mentions()[from[i]].words;
      const std::vector<NameWord>& y = target_.mentions()[to[k]].words;
      return holds(x, y) || holds(y, x);
    };
    const auto place = static_cast<std::size_t>(std::find(to.begin(), to.end(), mention) - to.begin());
    if (place == to.size() || same(place, place)) continue;
    std::size_t other = 0;
    while (other < from.size() && !(same(other, place) && same(place, other))) ++other;
    if (other == from.size()) continue;
    const Segments& target = input_.segments.back();
    if (frame(input_.segments[link.source_document], link.source_sentences[0], source, from) !=
        frame(target, link.target_sentences[0], target_, to))
      continue;
    // "Poland, Norway and Spain" says the same in any order.
    const NameMention& left = target_.mentions()[to[std::min(place, other)]];
    const NameMention& right = target_.mentions()[to[std::max(place, other)]];
    std::size_t next = std::min(place, other) + 1;
    for (std::uint32_t t = left.end_token; t < right.first_token; ++t) {
      if (next < to.size() && t == target_.mentions()[to[next]].first_token) {
        t = target_.mentions()[to[next++]].end_token - 1;
        continue;
      }
      const NameToken& token = words_.token(target.tokens[t].word);
      const std::string_view text = words_.text(token.word);
      if (!token.is_word || text == "and" || text == "or" || text == "the" || text == "with" || text == "&") continue;
      return NameReplacement{a, link.source_document, from[place]};
    }
  }
  return std::nullopt;
}

bool NameRoles::one_place(std::span<const NameWord> a, std::span<const NameWord> b) const {
  const auto text = [&](std::span<const NameWord> words) {
    std::string joined;
    for (const NameWord word : words) joined += (joined.empty() ? "" : " ") + std::string(words_.text(word));
    return joined;
  };
  const std::string other = text(b);
  const std::vector<std::string_view> names = place_names(text(a));
  return std::find(names.begin(), names.end(), other) != names.end();
}

/// "WTO" and "World Trade Organization".
bool NameRoles::spells_out(const NameMention& a, const NameMention& b) const {
  const NameMention& shorter = a.acronym ? a : b;
  const NameMention& longer = a.acronym ? b : a;
  if (!shorter.acronym || longer.words.size() < 2) return false;
  std::string initials;
  for (const NameWord word : longer.words) initials += words_.text(word).substr(0, 1);
  return initials.find(words_.text(shorter.words[0]).substr(0, 2)) == 0;
}

}  // namespace storydiff
