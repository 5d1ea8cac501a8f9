/// \file scripts.hpp
/// What is made of the command line: the manual and the shells' completions. Same definition, same bytes.
#pragma once

#include <string>
#include <vector>

#include "shell/command_line.hpp"

namespace storydiff::cli {

/// storydiff(1), for `man`.
[[nodiscard]] std::string man_page(const std::vector<CommandLine>& commands, const std::string& version);

/// Completions of commands, options, choices, files and folders.
[[nodiscard]] std::string bash_completion(const std::vector<CommandLine>& commands);
[[nodiscard]] std::string zsh_completion(const std::vector<CommandLine>& commands);
[[nodiscard]] std::string fish_completion(const std::vector<CommandLine>& commands);

}  // namespace storydiff::cli
