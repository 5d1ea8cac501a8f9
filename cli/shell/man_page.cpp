#include <cctype>
#include <sstream>
#include <string_view>

#include "shell/scripts.hpp"

namespace storydiff::cli {
namespace {

std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\')
      out += "\\e";
    else if (c == '-')
      out += "\\-";
    else if (c == '\'')
      out += "\\(aq";
    else
      out += c;
  }
  // At the start of a line a period would be a request.
  return out.starts_with('.') ? "\\&" + out : out;
}

std::string upper(std::string text) {
  for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return text;
}

/// A footer: paragraphs as text, and what is indented or stands below "Examples:" as it is.
std::string footer(const std::string& text) {
  std::string out;
  std::istringstream lines(text);
  bool literal = false;
  bool parted = true;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty()) {
      parted = true;
      continue;
    }
    const bool indented = line.starts_with("  ");
    if (literal && !indented) out += ".fi\n.RE\n";
    if (indented && !literal) out += ".RS 4\n.nf\n";
    if (!indented && parted) out += ".PP\n";
    literal = indented;
    parted = false;
    out += roff(indented ? line.substr(2) : line) + "\n";
  }
  return literal ? out + ".fi\n.RE\n" : out;
}

std::string option(const OptionLine& option) {
  std::string out = ".TP\n";
  for (std::size_t i = 0; i < option.names.size(); ++i)
    out += std::string(i == 0 ? "" : ", ") + "\\fB" + roff(option.names[i]) + "\\fR";
  if (!option.type.empty()) out += std::string(option.names.empty() ? "" : " ") + "\\fI" + roff(option.type) + "\\fR";
  out += "\n" + roff(option.help);
  std::string choices;
  for (const std::string& choice : option.choices) choices += (choices.empty() ? "" : ", ") + choice;
  if (!choices.empty()) out += roff(" (one of: " + choices + ")");
  if (!option.usual.empty()) out += roff(" (if nothing is said: " + option.usual + ")");
  return out + ".\n";
}

}  // namespace

std::string man_page(const std::vector<CommandLine>& commands, const std::string& version) {
  std::string out = ".\\\" made by 'storydiff man'\n.TH STORYDIFF 1 \"\" \"storydiff " + roff(version) +
                    "\" \"User Commands\"\n.SH NAME\nstorydiff \\- compare texts of one news story, sentence by "
                    "sentence\n.SH SYNOPSIS\n";
  for (const CommandLine& command : commands) {
    if (!command.commands.empty()) continue;
    out += ".br\n\\fBstorydiff " + roff(command.name) + "\\fR [\\fIOPTION\\fR...]";
    for (const OptionLine& argument : command.arguments) out += " \\fI" + roff(argument.type) + "\\fR";
    out += "\n";
  }
  for (const CommandLine& command : commands) {
    out += command.name.empty() ? ".SH DESCRIPTION\n" : ".SH " + upper(roff(command.name)) + "\n";
    out += roff(command.summary) + (command.summary.ends_with('.') ? "\n" : ".\n");
    for (const OptionLine& argument : command.arguments) out += option(argument);
    for (const OptionLine& line : command.options) out += option(line);
    out += footer(command.footer);
  }
  return out +
         ".SH EXIT STATUS\n0: no difference in story text; 1: differences; 2: trouble, with a line on standard "
         "error.\n"
         ".SH ENVIRONMENT\n"
         ".TP\n\\fBSTORYDIFF_PLUGIN_PATH\\fR\nFolders to look for plugins in, parted by colons.\n"
         ".TP\n\\fBSTORYDIFF_PAGER\\fR, \\fBPAGER\\fR\nShows reports at a terminal; less if neither is set, none if "
         "it is empty or cat.\n"
         ".TP\n\\fBNO_COLOR\\fR\nWhere it is set and not empty, \\-\\-color auto means never.\n"
         ".TP\n\\fBCOLUMNS\\fR\nThe width of reports where standard output is no terminal.\n"
         ".TP\n\\fBXDG_DATA_HOME\\fR\nWhere storydiff/plugins and the user\\(aqs lexicon and vectors lie.\n";
}

}  // namespace storydiff::cli
