#include "analyse/quotations/quotation_verdict.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <string_view>

#include "analyse/quotations/speech_number.hpp"
#include "analyse/quotations/speech_words.hpp"

namespace storydiff {
namespace {

constexpr std::uint32_t kMostBracketed = 8;  ///< source words that an editor's brackets may stand for
constexpr std::uint32_t kMostRest = 200;     ///< words of a sentence that are looked at before and behind a part of it
constexpr std::uint32_t kMoreReplaced = 3;   ///< so many more words of the source may stand for the replaced ones

/// Both sides written as one word: "co operate" and "cooperate".
bool same_letters(std::span<const SpokenWord> a, std::span<const SpokenWord> b, const Vocabulary& vocabulary) {
  if (a.empty() || b.empty() || a.size() + b.size() > 8) return false;
  const auto letters = [&](std::span<const SpokenWord> words) {
    std::string out;
    std::uint32_t token = kNowhere;
    for (const SpokenWord& word : words) {
      if (word.token != token)
        out += vocabulary.key_text(vocabulary[word.word].keys[static_cast<std::size_t>(Equivalence::kSpelling)]);
      token = word.token;
    }
    return out;
  };
  return letters(a) == letters(b);
}

bool same_number(std::span<const SpokenWord> a, std::span<const SpokenWord> b, const Vocabulary& vocabulary) {
  const auto value = [&](std::span<const SpokenWord> words) {
    std::vector<std::string_view> keys;
    for (const SpokenWord& word : words)
      keys.push_back(vocabulary.key_text(vocabulary[word.word].keys[static_cast<std::size_t>(Equivalence::kNumber)]));
    return speech_number(keys);
  };
  if (a.size() > 8 || b.size() > 8) return false;
  const std::optional<double> left = value(a), right = value(b);
  return left && right && std::abs(*left - *right) <= 1e-9 * std::abs(*left);
}

bool same_words(std::span<const SpokenWord> a, std::span<const SpokenWord> b, const Vocabulary& vocabulary) {
  if (same_letters(a, b, vocabulary) || same_number(a, b, vocabulary)) return true;
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const bool same = a[i].key == b[i].key || vocabulary.typos(a[i].word, b[i].word);
    // 's and 'd are written out in more than one way: it's, it is.
    const auto short_form = [&](const SpokenWord& word) {
      const std::string_view key =
          vocabulary.key_text(vocabulary[word.word].keys[static_cast<std::size_t>(Equivalence::kSpelling)]);
      return key == "'s" || key == "'d";
    };
    const bool contracted = (short_form(a[i]) && b[i].reported != 0) || (short_form(b[i]) && a[i].reported != 0);
    if (!same && !contracted) return false;
  }
  return true;
}

bool all_bracketed(std::span<const SpokenWord> words) {
  return !words.empty() && std::all_of(words.begin(), words.end(), [](const SpokenWord& w) { return w.bracketed; });
}

/// Whether the sentence of `before` goes on in `after`, though another quotation begins between them: "Nobody can buy
/// it," he said, "and nobody can show it."
bool sentence_goes_on(const SpokenText& text, const SpokenWord& before, const SpokenWord& after) {
  if (before.sentence != after.sentence) return false;
  if (before.quotation == after.quotation) return true;
  const WordRange first = text.quotation_words[before.quotation];
  const Span span = text.quotations[before.quotation].span;
  return first.size() >= 3 && !span.empty() && text.document->text[span.end - 1] == ',';
}

std::span<const SpokenWord> words_of(const SpokenText& text, WordRange range) {
  return std::span(text.spoken).subspan(range.begin, range.size());
}

/// The pairs of same words, of one speech alone: a word or two that happen to stand in the next one are no counterpart.
/// Where the target joins two speeches by a sentence of each, both are kept.
std::vector<FitPair> one_speech(std::span<const SpokenWord> words, const SpokenText& source, WordRange place,
                                const Fit& fit) {
  struct Part {
    std::size_t begin = 0, end = 0;
    std::uint32_t weight = 0, content = 0;
  };
  std::vector<FitPair> pairs;
  std::vector<Part> parts;
  for (const FitPair& pair : fit.pairs) {
    if (!pair.same) continue;
    const bool on = !pairs.empty() && source.joined(source.spoken[place.begin + pairs.back().source],
                                                    source.spoken[place.begin + pair.source]);
    if (!on) parts.push_back({pairs.size(), pairs.size()});
    pairs.push_back(pair);
    Part& part = parts.back();
    ++part.end;
    part.weight += words[pair.target].content ? 3U : 1U;
    part.content += words[pair.target].content ? 1U : 0U;
  }
  if (parts.size() < 2) return pairs;
  const auto stands = [](const Part& part) { return part.content >= 2 && part.end - part.begin >= 4; };
  const auto best =
      std::max_element(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.weight < b.weight; });
  auto first = best, last = best;
  while (first != parts.begin() && stands(*std::prev(first))) --first;
  while (std::next(last) != parts.end() && stands(*std::next(last))) ++last;
  return {pairs.begin() + static_cast<std::ptrdiff_t>(first->begin),
          pairs.begin() + static_cast<std::ptrdiff_t>(last->end)};
}

/// The differing words as one phrase each side, the word before them too where a side would say nothing.
class Differences {
 public:
  Differences(const SpokenText& target, std::span<const SpokenWord> words, const SpokenText& source)
      : target_(target), words_(words), source_(source) {}

  void add(WordRange target, WordRange source) {
    if (++count_ > kMostShown) return;
    if (count_ > 1) from_ += " ... ", to_ += " ... ";
    const bool thin = std::min(target.size(), source.size()) == 0 || std::max(target.size(), source.size()) == 1;
    for (bool more = thin; more && target.begin > 0 && source.begin > 0;) {
      --target.begin;
      --source.begin;
      const Offset at = target_.span_of(words_[target.begin]).begin;  // never half of "business-like"
      more = at > 0 && target_.document->text[at - 1] == '-';
    }
    from_ += source_.speech(source);
    if (target.size() > 0) to_ += target_.text(words_[target.begin], words_[target.end - 1]);
  }

  [[nodiscard]] bool any() const { return count_ > 0; }
  [[nodiscard]] const std::string& from() const { return from_; }
  [[nodiscard]] const std::string& to() const { return to_; }

 private:
  static constexpr std::uint32_t kMostShown = 8;
  const SpokenText& target_;
  std::span<const SpokenWord> words_;
  const SpokenText& source_;
  std::uint32_t count_ = 0;
  std::string from_, to_;
};

}  // namespace

std::optional<Reading> read_quotation(const SpokenText& target, std::span<const SpokenWord> words,
                                      const SpokenText& source, WordRange place, const Fit& fit, Edges edges,
                                      const Vocabulary& vocabulary) {
  const std::vector<SpokenWord>& spoken = source.spoken;
  const auto size = static_cast<std::uint32_t>(words.size());
  Reading reading;
  Differences differences(target, words, source);
  bool stitched = false;
  std::uint32_t first = kNowhere, begin = 0, t = 0, s = 0;  // t, s: behind the last pair
  for (const FitPair& pair : one_speech(words, source, place, fit)) {
    const std::uint32_t at = place.begin + pair.source;
    if (first == kNowhere) {
      first = pair.target;
      begin = at;
    } else {
      const WordRange added{t, pair.target}, left_out{s, at};
      const auto ours = words.subspan(added.begin, added.size());
      const auto theirs = words_of(source, left_out);
      const bool bracketed = all_bracketed(ours) ? left_out.size() <= kMostBracketed
                                                 : all_bracketed(theirs) && added.size() <= kMostBracketed;
      if (ours.empty() && theirs.empty()) {
        stitched = stitched || !source.joined(spoken[at - 1], spoken[at]);
      } else if (ours.empty() && words[pair.target].after_omission) {
        reading.omitted.push_back(left_out);
      } else if (!bracketed && !same_words(ours, theirs, vocabulary)) {
        differences.add(added, left_out);
      }
    }
    t = pair.target + 1;
    s = at + 1;
  }
  if (first == kNowhere) return std::nullopt;

  WordRange before{begin, begin}, after{s, s};  // the rest of the first and of the last sentence
  while (before.begin > 0 && before.size() < kMostRest &&
         sentence_goes_on(source, spoken[before.begin - 1], spoken[before.begin]))
    --before.begin;
  while (after.end < spoken.size() && after.size() < kMostRest &&
         sentence_goes_on(source, spoken[after.end - 1], spoken[after.end]))
    ++after.end;

  WordRange head{0, first}, tail{t, size};
  const auto ours = [&](WordRange range) { return words.subspan(range.begin, range.size()); };
  for (std::uint32_t k = 1; head.size() > 0 && k <= std::min(before.size(), head.size() + 2); ++k) {
    if (!same_words(ours(head), words_of(source, {begin - k, begin}), vocabulary)) continue;
    head.end = 0;
    before.end = begin = begin - k;
  }
  for (std::uint32_t k = 1; tail.size() > 0 && k <= std::min(after.size(), tail.size() + 2); ++k) {
    if (!same_words(ours(tail), words_of(source, {s, s + k}), vocabulary)) continue;
    tail.begin = size;
    after.begin = s = s + k;
  }
  if (all_bracketed(ours(head))) head.end = 0;
  if (all_bracketed(ours(tail)) || (edges.unclosed && after.size() == 0)) tail.begin = size;
  reading.spoken = {begin, s};

  if (differences.any() || stitched || (head.size() > 0 && before.size() > 0) ||
      (tail.size() > 0 && after.size() > 0)) {
    reading.status = Reading::Status::kAltered;
    // What was replaced at an end: the rest of the sentence where it is about as long, else as many words.
    const auto size_for = [](WordRange rest, WordRange words_there) {
      return rest.size() <= words_there.size() + kMoreReplaced ? rest.size() : words_there.size();
    };
    WordRange head_for{before.end - (head.size() > 0 ? size_for(before, head) : 0), before.end};
    WordRange tail_for{after.begin, after.begin + (tail.size() > 0 ? size_for(after, tail) : 0)};
    const WordRange replaced{head_for.begin, tail_for.end};
    while (head.size() > 0 && head_for.size() > 0 && words[head.begin].key == spoken[head_for.begin].key)
      ++head.begin, ++head_for.begin;
    while (tail.size() > 0 && tail_for.size() > 0 && words[tail.end - 1].key == spoken[tail_for.end - 1].key)
      --tail.end, --tail_for.end;
    if (head.size() + head_for.size() > 0) differences.add(head, head_for);
    if (tail.size() + tail_for.size() > 0) differences.add(tail, tail_for);
    reading.spoken = replaced;
  } else if (head.size() > 0 || tail.size() > 0) {
    reading.status = Reading::Status::kExtended;
    if (head.size() > 0) differences.add(head, {begin, begin});
    if (tail.size() > 0) differences.add(tail, {s, s});
  } else {
    if (edges.front && before.size() > 0)
      (words.front().after_omission ? reading.omitted : reading.cuts).push_back(before);
    if (edges.back && after.size() > 0) (edges.omission_follows ? reading.omitted : reading.cuts).push_back(after);
  }
  reading.from = differences.from();
  reading.to = differences.to();
  return reading;
}

namespace {

constexpr std::uint16_t kTurns = kNegates | kHedges | kConditions | kContrasts;

/// Whether the words make a statement of their own, so that a reader takes them for all that was said: they begin
/// where the sentence begins, or have a subject, a predicate or a negation that no relative word introduces.
bool is_statement(std::span<const SpokenWord> words, bool from_the_start) {
  if (from_the_start && words.size() >= 4) return true;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0 && (words[i].traits & kRelates) != 0) return false;
    if ((words[i].traits & (kSubject | kFinite | kNegates)) != 0) return true;
  }
  return false;
}

}  // namespace

std::string lost_by_cuts(std::span<const SpokenWord> words, const SpokenText& source, const Reading& reading,
                         const Told& told) {
  const auto told_elsewhere = [&](const SpokenWord& word) {
    const bool quoted = std::any_of(told.spoken.begin(), told.spoken.end(), [&](WordRange range) {
      return range.begin <= word.spoken && word.spoken < range.end;
    });
    return quoted || std::any_of(told.words.begin(), told.words.end(), [&](const SpokenWord& other) {
             return other.stem == word.stem || (word.traits & other.traits & kTurns) != 0;
           });
  };
  const bool from_the_start =
      reading.cuts.empty() || reading.cuts.front().begin >= reading.spoken.begin;  // nothing cut in front
  const bool statement = is_statement(words, from_the_start);

  std::string lost;
  const auto lose = [&](WordRange range) {
    if (!lost.empty()) lost += " ... ";
    lost += source.speech(range);
  };
  for (const WordRange cut : reading.cuts) {
    const bool in_front = cut.end <= reading.spoken.begin;
    WordRange part = cut;
    bool changes = false;
    if (statement) {
      // Joining words at its head say little: "And we will go".
      while (in_front && part.size() > 0 && (source.spoken[part.begin].traits & kJoins) != 0) ++part.begin;
      for (const SpokenWord& word : words_of(source, part))
        changes = changes || ((word.content || (word.traits & kTurns) != 0) && !told_elsewhere(word));
    } else if (in_front) {
      // A phrase: what governs it stands before it ("not a retreat"), though not beyond a "but".
      for (std::uint32_t i = part.end; i > part.begin; --i) {
        const SpokenWord& word = source.spoken[i - 1];
        if ((word.traits & kContrasts) != 0) break;
        changes = changes || ((word.traits & (kNegates | kHedges)) != 0 && !told_elsewhere(word));
      }
    } else {
      // What takes it back, or makes it depend, stands right behind it ("overdue, but badly prepared").
      const SpokenWord& word = source.spoken[part.begin];
      changes = (word.traits & (kContrasts | kConditions)) != 0 && !told_elsewhere(word);
    }
    if (changes) lose(part);
  }
  for (const WordRange gap : reading.omitted) {
    bool changes = false;
    for (const SpokenWord& word : words_of(source, gap)) {
      // A whole sentence may go; a part of the sentences around the mark may not, if it turns them.
      const bool around = (gap.begin > 0 && word.sentence == source.spoken[gap.begin - 1].sentence) ||
                          (gap.end < source.spoken.size() && word.sentence == source.spoken[gap.end].sentence);
      changes = changes || (around && (word.traits & kTurns) != 0 && !told_elsewhere(word));
    }
    if (changes) lose(gap);
  }
  return lost;
}

}  // namespace storydiff
