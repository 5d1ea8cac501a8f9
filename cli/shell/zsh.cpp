#include <string_view>

#include "shell/scripts.hpp"

namespace storydiff::cli {
namespace {

/// For the inside of a single-quoted `_arguments` or `_describe` specification.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    if (c == '\'')
      out += "'\\''";
    else
      out += c;
  }
  return out;
}

/// `:FILE:_files`
std::string value(const OptionLine& option) {
  std::string choices;
  switch (option.value) {
    case OptionLine::Value::kNone:
      return "";
    case OptionLine::Value::kChoice:
      for (const std::string& choice : option.choices) choices += (choices.empty() ? "" : " ") + choice;
      return ":" + escaped(option.type) + ":(" + choices + ")";
    case OptionLine::Value::kFile:
      return ":" + escaped(option.type) + ":_files";
    case OptionLine::Value::kFolder:
      return ":" + escaped(option.type) + ":_files -/";
    case OptionLine::Value::kOther:
      return ":" + escaped(option.type) + ": ";
  }
  return "";
}

std::string function_name(const std::string& command) {
  std::string out = "_storydiff";
  if (!command.empty()) out += "_";
  for (const char c : command) out += c == ' ' || c == '-' ? '_' : c;
  return out;
}

std::string function(const CommandLine& command) {
  std::string out = function_name(command.name) + "() {\n";
  if (!command.commands.empty()) out += "  local context state line\n  typeset -A opt_args\n";
  out += std::string("  _arguments") + (command.commands.empty() ? "" : " -C");
  for (const OptionLine& option : command.options)
    for (const std::string& name : option.names)
      out += " \\\n    '*" + name + (option.value != OptionLine::Value::kNone && name.starts_with("--") ? "=" : "") +
             "[" + escaped(option.help) + "]" + value(option) + "'";
  for (const OptionLine& argument : command.arguments) out += " \\\n    '*" + value(argument) + "'";
  if (command.commands.empty()) return out + "\n}\n\n";
  out += " \\\n    '1:command:->command' \\\n    '*::argument:->argument'\n  case $state in\n    command)\n";
  out += "      local -a commands=(\n";
  return out;
}

}  // namespace

std::string zsh_completion(const std::vector<CommandLine>& commands) {
  std::string out = "#compdef storydiff\n# zsh completion of storydiff, made by 'storydiff completion zsh'\n\n";
  for (const CommandLine& command : commands) {
    out += function(command);
    if (command.commands.empty()) continue;
    std::string choose;
    for (const std::string& below : command.commands) {
      const std::string name = command.name.empty() ? below : command.name + " " + below;
      for (const CommandLine& other : commands)
        if (other.name == name) out += "        '" + below + ":" + escaped(other.summary) + "'\n";
      choose += "        " + below + ") " + function_name(name) + " ;;\n";
    }
    out += "      )\n      _describe -t commands command commands\n      ;;\n    argument)\n      case $words[1] in\n" +
           choose + "      esac\n      ;;\n  esac\n}\n\n";
  }
  // Run as a completion function, or sourced.
  return out +
         "if [[ $funcstack[1] == _storydiff ]]; then\n  _storydiff \"$@\"\nelse\n  compdef _storydiff storydiff\nfi\n";
}

}  // namespace storydiff::cli
