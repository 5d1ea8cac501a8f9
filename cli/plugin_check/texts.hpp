/// \file texts.hpp
/// The texts on which a plugin is tried.
///
/// The stories are bundled with the program (`share/storydiff/stories`, from `fixtures/stories`),
/// written for this project: `plain` ones have no furniture at all, `furnished` ones are as agencies
/// and web pages send them. The hostile ones are made here.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace storydiff::plugin_check {

struct Text {
  std::string name;  ///< for messages and as the document's path
  std::string text;  ///< valid UTF-8 without NUL, as the core demands of every document
};

/// The `.txt` files and the inputs of golden cases (`input.*`) below `folder`, sorted by path; none when it is not
/// there. `prefix` goes before each name. Files that are no document (see `make_document`) are left out, as are those
/// over 1 MiB.
[[nodiscard]] std::vector<Text> read_texts(const std::filesystem::path& folder, const std::string& prefix);

/// Short texts of every odd kind that a document may hold, and some large ones (the largest has 5 MB
/// on one line).
[[nodiscard]] std::vector<Text> hostile_texts();

/// Bytes that are no document, and must be refused before any plugin sees them.
[[nodiscard]] std::vector<Text> refused_bytes();

/// The same words in other clothes: capitals, one line, a paragraph for each sentence, hard-wrapped,
/// without final punctuation.
[[nodiscard]] std::vector<Text> reshaped(const Text& story);

/// The texts one after the other, again and again, until there are `bytes`; cut at a line.
[[nodiscard]] std::string tiled(const std::vector<Text>& texts, std::size_t bytes);

}  // namespace storydiff::plugin_check
