/// \file terminal.hpp
/// A report for people at a terminal.
#pragma once

#include <string>

#include "storydiff/report.hpp"
#include "terminal_style.hpp"

namespace storydiff::cli {

/// Verdict first; then warnings and findings, linked sentences in the order of the target with their
/// word changes, new sentences, sentences left out, and furniture apart. In a wide window (`kSideBySide`)
/// the story's sentences stand side by side instead. Long verbatim stretches are folded. Lines and sentences are
/// counted from 1. Reads nothing but the report; nothing in the report's texts reaches the terminal
/// as a control character.
[[nodiscard]] std::string render_terminal(const Report& report, const TerminalStyle& style);

}  // namespace storydiff::cli
