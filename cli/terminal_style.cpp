#include "terminal_style.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>

namespace storydiff::cli {
namespace {

constexpr std::size_t kNarrowest = 40;

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : value;
}

std::size_t terminal_width(std::size_t widest) {
  std::size_t width = 80;
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    width = size.ws_col;
  } else {
    const std::string_view columns = environment("COLUMNS");
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(columns.data(), columns.data() + columns.size(), value);
    if (error == std::errc() && end == columns.data() + columns.size() && value > 0) width = value;
  }
  return std::clamp(width, kNarrowest, widest);
}

const char* code(Ink ink) {
  switch (ink) {
    case Ink::kPlain:
      return "";
    case Ink::kHeading:
      return "\x1b[1m";
    case Ink::kQuiet:
      return "\x1b[2m";
    case Ink::kDeleted:
      return "\x1b[31m";
    case Ink::kInserted:
      return "\x1b[32m";
    case Ink::kEquivalent:
      return "\x1b[36m";
    case Ink::kWarning:
      return "\x1b[33m";
  }
  return "";
}

}  // namespace

bool stdout_is_terminal() { return isatty(STDOUT_FILENO) != 0; }

TerminalStyle stdout_style(std::string_view when, std::size_t widest) {
  TerminalStyle style;
  style.width = terminal_width(widest);
  style.colour = when == "always" || (when == "auto" && stdout_is_terminal() && environment("NO_COLOR").empty() &&
                                      environment("TERM") != "dumb");
  return style;
}

std::string paint(std::string_view text, Ink ink, const TerminalStyle& style) {
  if (!style.colour || ink == Ink::kPlain || text.empty()) return std::string(text);
  return code(ink) + std::string(text) + "\x1b[0m";
}

}  // namespace storydiff::cli
