#include "shell/scripts.hpp"

namespace storydiff::cli {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

/// `"compare:--json"|"compare:-j"`
std::string pattern(const CommandLine& command, const OptionLine& option) {
  std::string out;
  for (const std::string& name : option.names) out += (out.empty() ? "\"" : "|\"") + command.name + ":" + name + "\"";
  return out;
}

std::string reply(const OptionLine& option) {
  switch (option.value) {
    case OptionLine::Value::kChoice:
      return "mapfile -t COMPREPLY < <(compgen -W \"" + joined(option.choices) + "\" -- \"$cur\")";
    case OptionLine::Value::kFile:
      return "_storydiff_files -f";
    case OptionLine::Value::kFolder:
      return "_storydiff_files -d";
    default:
      return ":";
  }
}

}  // namespace

std::string bash_completion(const std::vector<CommandLine>& commands) {
  std::string paths;
  std::string values;
  std::string words;
  for (const CommandLine& command : commands) {
    std::string flags;
    for (const OptionLine& option : command.options) {
      flags += (flags.empty() ? "" : " ") + joined(option.names);
      if (option.value != OptionLine::Value::kNone)
        values += "    " + pattern(command, option) + ") " + reply(option) + "; return ;;\n";
    }
    for (const std::string& below : command.commands) {
      const std::string name = command.name.empty() ? below : command.name + " " + below;
      paths += "      \"" + command.name + " " + below + "\") command=\"" + name + "\" ;;\n";
    }
    std::string plain = command.commands.empty() ? ":" : "words=\"" + joined(command.commands) + "\"";
    for (const OptionLine& argument : command.arguments) {
      if (argument.value == OptionLine::Value::kChoice) plain = "words=\"" + joined(argument.choices) + "\"";
      if (argument.value == OptionLine::Value::kFile) plain = "files=-f";
      if (argument.value == OptionLine::Value::kFolder) plain = "files=-d";
    }
    words += "    \"" + command.name + "\") flags=\"" + flags + "\"; " + plain + " ;;\n";
  }
  return "# bash completion of storydiff, made by 'storydiff completion bash'\n"
         "\n"
         "_storydiff_files() {\n"
         "  compopt -o filenames 2> /dev/null\n"
         "  mapfile -t COMPREPLY < <(compgen \"$1\" -- \"$cur\")\n"
         "}\n"
         "\n"
         "_storydiff() {\n"
         "  local cur=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}\n"
         "  local command=\"\" flags=\"\" words=\"\" files=\"\" i\n"
         "  COMPREPLY=()\n"
         "  # --color=al comes as three words.\n"
         "  if [[ $cur == \"=\" ]]; then\n"
         "    cur=\"\"\n"
         "  elif [[ $before == \"=\" ]]; then\n"
         "    before=${COMP_WORDS[COMP_CWORD - 2]}\n"
         "  fi\n"
         "  for ((i = 1; i < COMP_CWORD; i++)); do\n"
         "    case \"$command ${COMP_WORDS[i]}\" in\n" +
         paths +
         "    esac\n"
         "  done\n"
         "  case \"$command:$before\" in\n" +
         values +
         "  esac\n"
         "  case \"$command\" in\n" +
         words +
         "  esac\n"
         "  if [[ $cur == -?* || ( $cur == - && -z $files ) ]]; then\n"
         "    mapfile -t COMPREPLY < <(compgen -W \"$flags\" -- \"$cur\")\n"
         "  elif [[ -n $files ]]; then\n"
         "    _storydiff_files \"$files\"\n"
         "    [[ $cur == - ]] && mapfile -t -O \"${#COMPREPLY[@]}\" COMPREPLY < <(compgen -W \"$flags\" -- \"$cur\")\n"
         "  else\n"
         "    mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$cur\")\n"
         "  fi\n"
         "}\n"
         "\n"
         "complete -F _storydiff storydiff\n";
}

}  // namespace storydiff::cli
