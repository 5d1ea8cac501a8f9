/// \file sentence_request.hpp
/// What `--explain` asks for: "7", "target:7", "source:3", "source2:3" or "wire.txt:3".
#pragma once

#include <string>
#include <vector>

#include "storydiff/explanation.hpp"
#include "storydiff/result.hpp"

namespace storydiff::cli {

/// `files`: the sources, then the target. Sentences are counted from 1, as the terminal report does; a
/// plain number is of the target. Fails with one line that says what is possible.
[[nodiscard]] Result<SentenceRef> parse_sentence(const std::string& text, const std::vector<std::string>& files);

}  // namespace storydiff::cli
