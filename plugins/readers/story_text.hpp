/// \file story_text.hpp
/// What a reader hands over: which bytes of the raw file are the story, which are its furniture, and what lies between
/// them. From that come the edits; a reader never builds a text of its own.
///
/// A story comes out as its paragraphs, a blank line between them, white space within folded to single spaces. All
/// that is neither story nor furniture is markup and becomes nothing, a space or a blank line: one edit a gap.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "readers/span.hpp"

namespace storydiff::readers {

/// One edit in offsets of the text that was read. Without overlap and ascending, but for marks.
struct Edit {
  enum class Action : std::uint8_t { kReplace, kDrop, kMark };
  Action action = Action::kReplace;
  Span span;
  std::string replacement;  ///< kReplace
  const char* role = "";    ///< kDrop, kMark; static storage
  const char* rule = "";    ///< static storage
};

/// What a stretch of visible text is.
struct Part {
  enum class Fate : std::uint8_t {
    kStory,      ///< stays; with a role it is marked
    kFurniture,  ///< of the story itself, such as its headline: dropped, piece by piece, without markup
    kAside,      ///< of the page around it: dropped with all the markup between its pieces
  };
  Fate fate = Fate::kStory;
  const char* role = "";
  const char* rule = "";
  friend bool operator==(const Part&, const Part&) = default;
};

/// The options that all readers have.
struct ReaderOptions {
  bool mark = false;                    ///< mark furniture instead of dropping it
  std::vector<std::string> keep_roles;  ///< furniture of these roles stays in the story
};

class StoryText {
 public:
  /// `raw` is borrowed until `finish`.
  StoryText(std::string_view raw, const ReaderOptions& options) : raw_(raw), options_(options) {}

  /// What the text that follows is.
  void set(Part part);
  /// Visible bytes that mean themselves. Spans must ascend over all calls.
  void text(Span span);
  /// Visible bytes that mean something else, such as "&amp;".
  void stands_for(Span span, std::string_view meaning);
  /// `text` for all but the character references in it, and `stands_for` for those.
  void text_with_entities(Span span);
  /// The text that follows is another paragraph.
  void break_paragraph() { separator_ = Separator::kParagraph; }

  /// The edits; call once. O(pieces).
  [[nodiscard]] std::vector<Edit> finish();

 private:
  enum class Separator : std::uint8_t { kNone, kSpace, kParagraph };
  struct Piece {
    Span span;
    Part part;
    Separator before = Separator::kNone;
    bool replaced = false;
    std::string meaning;
  };

  void add_story(Span span, bool replaced, std::string_view meaning);
  void add_other(Span span);

  std::string_view raw_;
  const ReaderOptions& options_;
  Part part_;
  std::vector<Piece> pieces_;
  Separator separator_ = Separator::kNone;
  bool any_story_ = false;
  bool fresh_ = true;  ///< the next piece can not continue the one before
};

}  // namespace storydiff::readers
