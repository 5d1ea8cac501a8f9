#include "readers/story_text.hpp"

#include <algorithm>

#include "readers/entities.hpp"

namespace storydiff::readers {
namespace {

bool only_space(std::string_view text) { return std::all_of(text.begin(), text.end(), is_space); }

}  // namespace

void StoryText::set(Part part) {
  const bool furniture = part.fate == Part::Fate::kFurniture;
  const auto& keep = options_.keep_roles;
  if (furniture && (options_.mark || std::find(keep.begin(), keep.end(), part.role) != keep.end()))
    part.fate = Part::Fate::kStory;
  if (part == part_) return;
  part_ = part;
  fresh_ = true;
}

void StoryText::add_story(Span span, bool replaced, std::string_view meaning) {
  if (!any_story_) separator_ = Separator::kNone;
  if (!fresh_ && !replaced && separator_ == Separator::kNone && !pieces_.empty() && !pieces_.back().replaced &&
      pieces_.back().span.end == span.begin) {
    pieces_.back().span.end = span.end;
    return;
  }
  pieces_.push_back({span, part_, separator_, replaced, std::string(meaning)});
  separator_ = Separator::kNone;
  any_story_ = true;
  fresh_ = false;
}

void StoryText::add_other(Span span) {
  while (!span.empty() && is_space(raw_[span.begin])) ++span.begin;
  while (!span.empty() && is_space(raw_[span.end - 1])) --span.end;
  if (span.empty()) return;
  if (!pieces_.empty() && pieces_.back().part == part_) {
    Piece& last = pieces_.back();
    const bool joins = part_.fate == Part::Fate::kAside || only_space(slice(raw_, {last.span.end, span.begin}));
    if (joins) {
      last.span.end = span.end;
      return;
    }
  }
  pieces_.push_back({span, part_, Separator::kNone, false, {}});
  fresh_ = true;
}

void StoryText::text(Span span) {
  if (part_.fate != Part::Fate::kStory) return add_other(span);
  for (std::size_t i = span.begin; i < span.end;) {
    std::size_t word = i;
    while (word < span.end && is_space(raw_[word])) ++word;
    if (word > i && separator_ == Separator::kNone) separator_ = Separator::kSpace;
    if (word == span.end) return;
    // A word and what follows it with nothing but single spaces is one piece.
    std::size_t end = word;
    while (end < span.end) {
      if (!is_space(raw_[end])) {
        ++end;
      } else if (raw_[end] == ' ' && end + 1 < span.end && !is_space(raw_[end + 1])) {
        end += 2;
      } else {
        break;
      }
    }
    add_story({word, end}, false, {});
    i = end;
  }
}

void StoryText::stands_for(Span span, std::string_view meaning) {
  if (part_.fate != Part::Fate::kStory) return add_other(span);
  if (only_space(meaning)) {
    if (!meaning.empty() && separator_ == Separator::kNone) separator_ = Separator::kSpace;
    return;
  }
  add_story(span, true, meaning);
}

void StoryText::text_with_entities(Span span) {
  std::string meaning;
  const std::string_view within = raw_.substr(0, span.end);
  std::size_t begin = span.begin;
  for (std::size_t i = span.begin; i < span.end;) {
    const std::size_t sign = within.find('&', i);
    if (sign == std::string_view::npos) break;
    meaning.clear();
    const std::size_t length = decode_entity(within, sign, meaning);
    i = sign + std::max<std::size_t>(length, 1);
    if (length == 0) continue;
    text({begin, sign});
    stands_for({sign, i}, meaning);
    begin = i;
  }
  text({begin, span.end});
}

std::vector<Edit> StoryText::finish() {
  std::vector<Edit> edits;
  std::size_t at = 0;
  const auto replace = [&](Span span, std::string_view by, const char* rule) {
    if (slice(raw_, span) == by) return;
    edits.push_back({Edit::Action::kReplace, span, std::string(by), "", rule});
  };
  std::size_t marked = 0;  // where the mark that is being gathered stands, one past it; 0: none
  for (const Piece& piece : pieces_) {
    const Span gap{at, piece.span.begin};
    const char* rule = only_space(slice(raw_, gap)) ? "white-space" : "markup";
    at = piece.span.end;
    if (piece.part.fate != Part::Fate::kStory) {
      replace(gap, "", rule);
      edits.push_back({Edit::Action::kDrop, piece.span, "", piece.part.role, piece.part.rule});
      marked = 0;
      continue;
    }
    const bool paragraph = piece.before == Separator::kParagraph;
    replace(gap, paragraph ? "\n\n" : piece.before == Separator::kSpace ? " " : "", rule);
    if (*piece.part.role == '\0') {
      marked = 0;
    } else if (marked != 0 && !paragraph && edits[marked - 1].role == piece.part.role) {
      edits[marked - 1].span.end = piece.span.end;
    } else {
      edits.push_back({Edit::Action::kMark, piece.span, "", piece.part.role, piece.part.rule});
      marked = edits.size();
    }
    if (piece.replaced) replace(piece.span, piece.meaning, "character-reference");
  }
  replace({at, raw_.size()}, "", only_space(raw_.substr(at)) ? "white-space" : "markup");
  pieces_.clear();
  return edits;
}

}  // namespace storydiff::readers
