/// \file program.hpp
/// The built program, run in a folder of small texts and away from the user's own plugins.
#pragma once

#include <string>
#include <vector>

#include "support/process.hpp"
#include "support/temporary_folder.hpp"

namespace storydiff_test {

/// A request to run storydiff with `arguments`; change it where a test needs more.
[[nodiscard]] ProcessRequest storydiff_request(const TemporaryFolder& folder, std::vector<std::string> arguments);

/// Runs it.
[[nodiscard]] ProcessResult run_storydiff(const TemporaryFolder& folder, std::vector<std::string> arguments,
                                          const std::string& input = "");

/// Writes wire.txt and opinion.txt, which share a sentence, and same.txt, which has the words of
/// wire.txt in other quotation marks.
void write_texts(const TemporaryFolder& folder);

}  // namespace storydiff_test
