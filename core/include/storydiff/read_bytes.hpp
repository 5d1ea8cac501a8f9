/// \file read_bytes.hpp
/// A file as it is, for what is no text of a comparison: a report that was written before.
#pragma once

#include <filesystem>
#include <string>

#include "storydiff/result.hpp"

namespace storydiff {

/// The bytes of a file, or of standard input for "-", whatever they are. Errors name the path: not found, a directory,
/// not readable, over `kMaximumDocumentBytes`.
[[nodiscard]] Result<std::string> read_bytes(const std::filesystem::path& path);

}  // namespace storydiff
