#include "terminal_output.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <CLI/Validators.hpp>

#include "command.hpp"
#include "output.hpp"
#include "pager.hpp"

namespace storydiff::cli {
namespace {

constexpr std::size_t kWidestWindow = 240;  // beyond it, the eye loses the line between two columns

}  // namespace

TerminalStyle TerminalOutput::style() const {
  TerminalStyle style = stdout_style(color, kWidestWindow);
  if (width != 0) style.width = width;
  style.context = context;
  return style;
}

void add_terminal_flags(CLI::App& arguments, TerminalOutput& output) {
  add_color_flag(arguments, output.color);
  arguments
      .add_option("--width", output.width,
                  "Columns to fill, 40 to 1000; the terminal's if nothing is said. From 120 on the texts stand side by "
                  "side")
      ->type_name("N")
      ->check(CLI::Range(std::size_t{40}, std::size_t{1000}).description(""));
  arguments
      .add_option("--context", output.context,
                  "Verbatim sentences to show on either side of a change; longer stretches are folded")
      ->type_name("N")
      ->capture_default_str()
      ->check(CLI::Range(std::size_t{0}, std::size_t{1000000}).description(""));
  arguments.add_flag("--no-pager", output.no_pager,
                     "Write straight to the terminal, not through $STORYDIFF_PAGER, $PAGER or less");
}

Status write_terminal(const std::string& text, const TerminalOutput& output) {
  return output.no_pager ? write_stdout(text) : write_paged(text);
}

}  // namespace storydiff::cli
