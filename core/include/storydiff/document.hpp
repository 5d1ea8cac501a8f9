/// \file document.hpp
/// A text as read: the first station of the corridor, and what every report's spans point into.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "storydiff/result.hpp"
#include "storydiff/span.hpp"

namespace storydiff {

/// Immutable after reading. `text` is valid UTF-8 without NUL bytes. A byte order mark is part of
/// the text (offsets are those of the file); the pipeline drops it with an edit of its own.
struct Document {
  std::string path;         ///< as the user wrote it; "-" for standard input
  std::string text;         ///< UTF-8; equals the file's bytes when `encoding` is "utf-8"
  std::string encoding;     ///< what the file was in: "utf-8", "windows-1252", "iso-8859-1", or what a page or
                            ///< an XML file that is no UTF-8 says of itself, in small letters
  std::string media_type;   ///< such as "text/plain" or "text/html": which reader takes the text apart
  std::string sha256;       ///< of the file's bytes, 64 lower-case hexadecimal digits
  std::uint64_t bytes = 0;  ///< the file's size, before any conversion to UTF-8

  [[nodiscard]] std::string_view slice(Span original) const { return storydiff::slice(text, original); }
};

struct ReadOptions {
  /// "utf-8" (checked), "windows-1252" or "iso-8859-1" (converted). Names are case-insensitive,
  /// and the usual aliases ("latin1", "cp1252", "utf8") are known.
  std::string encoding = "utf-8";
  /// "html", "nitf", "newsml-g2", "iptc7901", "anpa", "ninjs", "json", "markdown" or "text"; empty: told from the
  /// file's first bytes and its name.
  std::string format = {};
};

/// Reads a file, or standard input for "-". Errors name the path: not found, a directory, not
/// readable, over `kMaximumDocumentBytes`, a NUL byte ("binary file"), or the byte offset of the
/// first invalid UTF-8 sequence. An empty file is a valid document.
[[nodiscard]] Result<Document> read_document(const std::filesystem::path& path, const ReadOptions& options);

/// The same checks over bytes that are already in memory; `path` is only a name for messages.
[[nodiscard]] Result<Document> make_document(std::string path, std::string bytes, const ReadOptions& options);

}  // namespace storydiff
