/// \file html_tags.hpp
/// The elements of HTML that matter for where a story stands and where its paragraphs end.
#pragma once

#include <cstdint>
#include <string_view>

namespace storydiff::readers {

enum class Tag : std::uint8_t {
  kText,   ///< no element: a run of text
  kRoot,   ///< what holds all of a page
  kOther,  ///< any element without a rule of its own: runs along in the line, as unknown ones do
  kOtherBlock,
  kOtherVoid,
  kSkip,    ///< never shown or never story: style, template, iframe ...
  kWidget,  ///< shown, but a thing to press and not to read: button, select, form
  kA,
  kAddress,
  kArticle,
  kAside,
  kBlockquote,
  kBody,
  kBr,
  kDd,
  kDiv,
  kDt,
  kFigcaption,
  kFigure,
  kFooter,
  kH1,
  kH2,
  kHeader,
  kHeading,  ///< h3 to h6
  kHtml,
  kLi,
  kList,
  kMain,
  kMeta,
  kNav,
  kOption,
  kP,
  kPre,
  kQ,
  kScript,
  kSection,
  kTable,
  kTablePart,  ///< thead, tbody, tfoot, caption
  kTd,
  kTime,
  kTitle,
  kTr,
};
inline constexpr int kTagCount = static_cast<int>(Tag::kTr) + 1;

struct TagFacts {
  std::string_view name;
  Tag tag = Tag::kOther;
  bool block = false;    ///< begins and ends a paragraph
  bool empty = false;    ///< has no content and no end tag
  bool raw = false;      ///< holds text up to its end tag, whatever looks like markup in it
  bool special = false;  ///< the end tag of an element in the line can not reach over it
};

/// The facts of a name in any case; those of an unknown one are those of `kOther`. O(log tags).
[[nodiscard]] const TagFacts& tag_facts(std::string_view name);

[[nodiscard]] bool is_block(Tag tag);

}  // namespace storydiff::readers
