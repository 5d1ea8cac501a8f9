#include <string_view>

#include "shell/scripts.hpp"

namespace storydiff::cli {
namespace {

std::string in_quotes(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

std::string value(const OptionLine& option) {
  switch (option.value) {
    case OptionLine::Value::kNone:
      return "";
    case OptionLine::Value::kChoice:
      return " -x -a " + in_quotes(joined(option.choices));
    case OptionLine::Value::kFile:
      return " -r -F";
    case OptionLine::Value::kFolder:
      return " -x -a '(__fish_complete_directories)'";
    case OptionLine::Value::kOther:
      return " -x";
  }
  return "";
}

}  // namespace

std::string fish_completion(const std::vector<CommandLine>& commands) {
  std::string paths;
  std::string lines;
  for (const CommandLine& command : commands) {
    const std::string at = "complete -c storydiff -n " + in_quotes("__storydiff_at " + command.name);
    // Files only where the command takes some.
    bool files = false;
    for (const OptionLine& argument : command.arguments) {
      files = files || argument.value == OptionLine::Value::kFile || argument.value == OptionLine::Value::kFolder;
      if (argument.value == OptionLine::Value::kChoice)
        lines += at + " -a " + in_quotes(joined(argument.choices)) + "\n";
    }
    if (!files) lines += at + " -f\n";
    for (const std::string& below : command.commands) {
      const std::string name = command.name.empty() ? below : command.name + " " + below;
      paths +=
          "            case " + in_quotes(command.name + " " + below) + "\n                set command " + name + "\n";
      for (const CommandLine& other : commands)
        if (other.name == name) lines += at + " -a " + below + " -d " + in_quotes(other.summary) + "\n";
    }
    for (const OptionLine& option : command.options) {
      lines += at;
      for (const std::string& name : option.names)
        lines += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
      lines += value(option) + " -d " + in_quotes(option.help) + "\n";
    }
  }
  return "# fish completion of storydiff, made by 'storydiff completion fish'\n"
         "\n"
         "# Whether the words so far name the command ARGV.\n"
         "function __storydiff_at\n"
         "    set -l command\n"
         "    for word in (commandline -opc)[2..-1]\n"
         "        switch \"$command $word\"\n" +
         paths +
         "        end\n"
         "    end\n"
         "    test \"$command\" = \"$argv\"\n"
         "end\n"
         "\n" +
         lines;
}

}  // namespace storydiff::cli
