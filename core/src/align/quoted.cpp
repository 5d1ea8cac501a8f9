#include "align/quoted.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace storydiff {
namespace {

enum class Mark : std::uint8_t { kNone, kStraight, kLowDouble, kLeftDouble, kRightDouble, kLeftAngle, kRightAngle };

Mark mark_of(std::string_view surface) {
  if (surface == "\"") return Mark::kStraight;
  if (surface == "„") return Mark::kLowDouble;
  if (surface == "“") return Mark::kLeftDouble;
  if (surface == "”") return Mark::kRightDouble;
  if (surface == "«") return Mark::kLeftAngle;
  if (surface == "»") return Mark::kRightAngle;
  return Mark::kNone;
}

/// Whether a mark ends what `open` began. The same mark opens in one house and closes in another (“a” and „a“,
/// «a» and »a«), so what stands open decides.
bool closes(Mark open, Mark mark) {
  switch (open) {
    case Mark::kStraight:
      return mark == Mark::kStraight;
    case Mark::kLowDouble:
      return mark == Mark::kLeftDouble || mark == Mark::kRightDouble;
    case Mark::kLeftDouble:
    case Mark::kRightDouble:
      return mark == Mark::kRightDouble;
    case Mark::kLeftAngle:
      return mark == Mark::kRightAngle;
    case Mark::kRightAngle:
      return mark == Mark::kLeftAngle;
    case Mark::kNone:
      return false;
  }
  return false;
}

}  // namespace

std::vector<bool> mostly_quoted(const Segments& segments, const Vocabulary& vocabulary) {
  std::vector<Mark> marks(vocabulary.size(), Mark::kNone);
  std::vector<bool> is_word(vocabulary.size(), true);
  for (WordId id = 0; id < vocabulary.size(); ++id) {
    if (vocabulary[id].kind != WordKind::kPunctuation) continue;
    is_word[id] = false;
    marks[id] = mark_of(vocabulary[id].surface);
  }

  std::vector<bool> quoted(segments.sentences.size(), false);
  Mark open = Mark::kNone;
  for (std::size_t i = 0; i < segments.sentences.size(); ++i) {
    const Sentence& sentence = segments.sentences[i];
    if (i == 0 || segments.sentences[i - 1].paragraph != sentence.paragraph) open = Mark::kNone;
    std::size_t words = 0;
    std::size_t inside = 0;
    for (const Token& token : segments.tokens_of(sentence)) {
      const Mark mark = marks[token.word];
      if (mark != Mark::kNone) {
        if (open == Mark::kNone) {
          open = mark;
        } else if (closes(open, mark)) {
          open = Mark::kNone;
        }
      } else if (is_word[token.word]) {
        ++words;
        if (open != Mark::kNone) ++inside;
      }
    }
    quoted[i] = words > 0 && 2 * inside >= words;
  }
  return quoted;
}

}  // namespace storydiff
