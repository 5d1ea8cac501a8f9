/// \file sample.hpp
/// The pages and feeds of this folder, and a document after its reader.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "storydiff/document.hpp"
#include "storydiff/normalized_document.hpp"
#include "storydiff/plugin_catalogue.hpp"

namespace readers_test {

/// A policy under which the plugin runs in this process.
[[nodiscard]] storydiff::PluginPolicy trusting(const std::string& id);

/// Bytes of a file of this folder ("pages/blog.html").
[[nodiscard]] std::string sample(const std::string& name);

/// The bytes as a document; requires that they are one. `format` as of `--as`, empty: told from name and bytes.
[[nodiscard]] storydiff::Document document_of(const std::string& name, std::string bytes,
                                              const std::string& format = "");

/// The document after the reader of its media type, as the catalogue gives it, alone.
[[nodiscard]] storydiff::NormalizedDocument read_story(const storydiff::Document& document,
                                                       const std::string& options = "{}");

/// Its paragraphs with a blank line between them and a line break at the end.
[[nodiscard]] std::string story_of(const storydiff::NormalizedDocument& normalized);

/// What a reader of a raw file sees in a piece of it: without tags, references, escapes of JSON, signs of Markdown;
/// white space folded. Written apart from the readers, to check them.
[[nodiscard]] std::string shown(std::string_view raw, std::string_view media_type);

/// Text and role of each drop of the ledger that is no aside of a page, in file order.
[[nodiscard]] std::vector<std::string> furniture_of(const storydiff::NormalizedDocument& normalized);

}  // namespace readers_test
