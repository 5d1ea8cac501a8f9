#include "analyse/word_edits.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "analyse/token_diff.hpp"

namespace storydiff {
namespace {

/// The tokens of one side of an alignment, sentence after sentence: looked at where they stand, unless there are
/// several sentences.
class Side {
 public:
  Side(const Segments& segments, const std::vector<std::uint32_t>& sentences) : segments_(segments) {
    if (sentences.size() == 1) {
      sentence_ = sentences.front();
      tokens = segments.tokens_of(segments.sentences[sentence_]);
      return;
    }
    for (const std::uint32_t s : sentences) {
      const std::span<const Token> of_sentence = segments.tokens_of(segments.sentences[s]);
      joined_.insert(joined_.end(), of_sentence.begin(), of_sentence.end());
      sentences_.insert(sentences_.end(), of_sentence.size(), s);
    }
    tokens = joined_;
  }
  Side(const Side&) = delete;
  Side& operator=(const Side&) = delete;

  [[nodiscard]] std::uint32_t sentence(std::uint32_t token) const {
    return sentences_.empty() ? sentence_ : sentences_[token];
  }
  [[nodiscard]] Span original(std::uint32_t token) const { return segments_.original_of(tokens[token]); }
  [[nodiscard]] std::vector<std::uint32_t> stems(const Vocabulary& vocabulary) const {
    std::vector<std::uint32_t> stems;
    stems.reserve(tokens.size());
    for (const Token& token : tokens) stems.push_back(vocabulary.stem(token.word));
    return stems;
  }

  std::span<const Token> tokens;

 private:
  const Segments& segments_;
  std::uint32_t sentence_ = 0;            ///< of a single one
  std::vector<Token> joined_;             ///< of several
  std::vector<std::uint32_t> sentences_;  ///< by token of several
};

class Writer {
 public:
  Writer(const Side& source, const Side& target, const Vocabulary& vocabulary)
      : source_(source), target_(target), vocabulary_(vocabulary) {}

  void match(std::uint32_t s, std::uint32_t t) {
    const bool same = source_.tokens[s].word == target_.tokens[t].word;
    const Equivalence rung =
        same ? Equivalence::kExact : vocabulary_.rung(source_.tokens[s].word, target_.tokens[t].word);
    WordEdit edit;
    edit.op = rung <= Equivalence::kNumber ? EditOp::kEqual : EditOp::kReplace;
    edit.equivalence = rung;
    edit.source = source_.original(s);
    edit.target = target_.original(t);
    edit.source_words = words(source_, s);
    edit.target_words = words(target_, t);
    append(edit, source_.sentence(s), target_.sentence(t));
  }

  /// What stands between two matches: synonyms in the same order are matched, the rest has no partner.
  void gap(std::uint32_t s_begin, std::uint32_t s_end, std::uint32_t t_begin, std::uint32_t t_end) {
    for (const TokenMatch& pair : synonyms(s_begin, s_end, t_begin, t_end)) {
      change(s_begin, pair.a, t_begin, pair.b);
      match(pair.a, pair.b);
      s_begin = pair.a + 1;
      t_begin = pair.b + 1;
    }
    change(s_begin, s_end, t_begin, t_end);
  }

  /// Kept as long as the report, so without what it might have grown to.
  [[nodiscard]] std::vector<WordEdit> take() {
    edits_.shrink_to_fit();
    return std::move(edits_);
  }

 private:
  /// The longest common subsequence of a gap under synonymy. Gaps too large for the table have none:
  /// so much new text holds synonyms by chance.
  [[nodiscard]] std::vector<TokenMatch> synonyms(std::uint32_t s_begin, std::uint32_t s_end, std::uint32_t t_begin,
                                                 std::uint32_t t_end) const {
    constexpr std::size_t kLargestTable = 1024;
    const std::size_t rows = s_end - s_begin;
    const std::size_t columns = t_end - t_begin;
    std::vector<TokenMatch> matches;
    if (rows == 0 || columns == 0 || rows * columns > kLargestTable) return matches;

    const auto synonymous = [&](std::size_t i, std::size_t j) {
      return vocabulary_.synonyms(source_.tokens[s_begin + i].word, target_.tokens[t_begin + j].word);
    };
    std::vector<std::uint32_t> best((rows + 1) * (columns + 1), 0);  // of the ends from (i, j)
    const auto at = [&](std::size_t i, std::size_t j) -> std::uint32_t& { return best[i * (columns + 1) + j]; };
    for (std::size_t i = rows; i-- > 0;) {
      for (std::size_t j = columns; j-- > 0;) {
        at(i, j) = std::max(at(i + 1, j), at(i, j + 1));
        if (synonymous(i, j)) at(i, j) = std::max(at(i, j), at(i + 1, j + 1) + 1);
      }
    }
    for (std::size_t i = 0, j = 0; i < rows && j < columns && at(i, j) > 0;) {
      if (at(i, j) == at(i + 1, j)) {
        ++i;
      } else if (at(i, j) == at(i, j + 1)) {
        ++j;
      } else {
        matches.push_back({s_begin + static_cast<std::uint32_t>(i++), t_begin + static_cast<std::uint32_t>(j++)});
      }
    }
    return matches;
  }

  /// Tokens that have no partner, between two matches. One sentence of a side at a time.
  void change(std::uint32_t s_begin, std::uint32_t s_end, std::uint32_t t_begin, std::uint32_t t_end) {
    while (s_begin < s_end || t_begin < t_end) {
      const std::uint32_t s_stop = same_sentence(source_, s_begin, s_end);
      const std::uint32_t t_stop = same_sentence(target_, t_begin, t_end);
      WordEdit edit;
      edit.op = s_begin == s_end ? EditOp::kInsert : t_begin == t_end ? EditOp::kDelete : EditOp::kReplace;
      if (s_begin < s_stop) edit.source = hull(source_.original(s_begin), source_.original(s_stop - 1));
      if (t_begin < t_stop) edit.target = hull(target_.original(t_begin), target_.original(t_stop - 1));
      for (; s_begin < s_stop; ++s_begin) edit.source_words += words(source_, s_begin);
      for (; t_begin < t_stop; ++t_begin) edit.target_words += words(target_, t_begin);
      edits_.push_back(edit);
      joinable_ = false;
    }
  }

  [[nodiscard]] std::uint32_t words(const Side& side, std::uint32_t at) const {
    return vocabulary_[side.tokens[at].word].kind == WordKind::kPunctuation ? 0 : 1;
  }

  static std::uint32_t same_sentence(const Side& side, std::uint32_t begin, std::uint32_t end) {
    std::uint32_t stop = begin;
    while (stop < end && side.sentence(stop) == side.sentence(begin)) ++stop;
    return stop;
  }

  /// Lengthens the last run where the match continues it.
  void append(const WordEdit& edit, std::uint32_t s_sentence, std::uint32_t t_sentence) {
    const bool continues = joinable_ && edits_.back().op == edit.op && edits_.back().equivalence == edit.equivalence &&
                           s_sentence == last_source_sentence_ && t_sentence == last_target_sentence_;
    if (continues) {
      WordEdit& last = edits_.back();
      last.source = hull(*last.source, *edit.source);
      last.target = hull(*last.target, *edit.target);
      last.source_words += edit.source_words;
      last.target_words += edit.target_words;
    } else {
      edits_.push_back(edit);
    }
    joinable_ = true;
    last_source_sentence_ = s_sentence;
    last_target_sentence_ = t_sentence;
  }

  const Side& source_;
  const Side& target_;
  const Vocabulary& vocabulary_;
  std::vector<WordEdit> edits_;
  bool joinable_ = false;  ///< the last edit is a run of matches
  std::uint32_t last_source_sentence_ = 0;
  std::uint32_t last_target_sentence_ = 0;
};

}  // namespace

WordEdits word_edits(const Alignment& alignment, const Segments& source_segments, const Segments& target_segments,
                     const Vocabulary& vocabulary) {
  const Side source(source_segments, alignment.source_sentences);
  const Side target(target_segments, alignment.target_sentences);
  Writer writer(source, target, vocabulary);
  if (std::equal(source.tokens.begin(), source.tokens.end(), target.tokens.begin(), target.tokens.end(),
                 [](const Token& a, const Token& b) { return a.word == b.word; })) {
    for (std::uint32_t i = 0; i < source.tokens.size(); ++i) writer.match(i, i);
    return {writer.take(), false};
  }

  const TokenDiff diff = diff_tokens(source.stems(vocabulary), target.stems(vocabulary));
  std::uint32_t s = 0;
  std::uint32_t t = 0;
  for (const TokenMatch& match : diff.matches) {
    writer.gap(s, match.a, t, match.b);
    writer.match(match.a, match.b);
    s = match.a + 1;
    t = match.b + 1;
  }
  writer.gap(s, static_cast<std::uint32_t>(source.tokens.size()), t, static_cast<std::uint32_t>(target.tokens.size()));
  return {writer.take(), diff.bailout};
}

}  // namespace storydiff
