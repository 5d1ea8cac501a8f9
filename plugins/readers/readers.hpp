/// \file readers.hpp
/// The readers: each takes the raw text of a file and gives the edits that leave its story, without its markup.
///
/// Pure functions, free of the plugin ABI so that tests call them. None throws for bad input; what can not be read at
/// all is an error of one line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "readers/story_text.hpp"

namespace storydiff::readers {

struct Reading {
  std::vector<Edit> edits;
  std::string error;  ///< empty, or why there are no edits
};

[[nodiscard]] Reading read_html_story(std::string_view raw, const ReaderOptions& options);
/// NITF and NewsML-G2.
[[nodiscard]] Reading read_news_xml(std::string_view raw, const ReaderOptions& options);
/// IPTC 7901 and ANPA 1312.
[[nodiscard]] Reading read_wire_text(std::string_view raw, const ReaderOptions& options);
/// ninjs, and other JSON that has a story in a member such as "body_html".
[[nodiscard]] Reading read_news_json(std::string_view raw, const ReaderOptions& options);
[[nodiscard]] Reading read_markdown(std::string_view raw, const ReaderOptions& options);

/// HTML and plain text within another format: all of `span` is story and is written to `story`.
void write_html(std::string_view raw, Span span, StoryText& story);
void write_plain(std::string_view raw, Span span, StoryText& story, bool entities);

/// What the edits leave of `raw`. For tests; the core does the same with a map of all places.
[[nodiscard]] std::string text_after(std::string_view raw, const std::vector<Edit>& edits);

}  // namespace storydiff::readers
