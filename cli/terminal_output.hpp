/// \file terminal_output.hpp
/// How a command shows its report at a terminal: `--color`, `--width`, `--context`, `--no-pager`.
#pragma once

#include <CLI/App.hpp>
#include <cstddef>
#include <string>

#include "storydiff/result.hpp"
#include "terminal_style.hpp"

namespace storydiff::cli {

struct TerminalOutput {
  std::string color = "auto";
  std::size_t width = 0;  ///< 0: as wide as the terminal
  std::size_t context = 1;
  bool no_pager = false;

  [[nodiscard]] TerminalStyle style() const;
};

/// The flags that fill `output`; it must outlive the parsing.
void add_terminal_flags(CLI::App& arguments, TerminalOutput& output);

/// To the pager or straight to standard output.
[[nodiscard]] Status write_terminal(const std::string& text, const TerminalOutput& output);

}  // namespace storydiff::cli
