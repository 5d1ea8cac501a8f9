#include "shell/command_line.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <string_view>

namespace storydiff::cli {
namespace {

std::vector<std::string> choices_of(const std::string& type) {
  std::vector<std::string> out;
  const std::size_t open = type.find('{');
  const std::size_t close = type.find('}', open);
  if (open == std::string::npos || close == std::string::npos) return out;
  std::string word;
  for (const char c : type.substr(open + 1, close - open - 1) + ",") {
    if (c != ',') {
      word += c;
      continue;
    }
    if (!word.empty()) out.push_back(word);
    word.clear();
  }
  return out;
}

OptionLine::Value value_of(const OptionLine& option) {
  if (option.type.empty()) return OptionLine::Value::kNone;
  if (!option.choices.empty()) return OptionLine::Value::kChoice;
  if (option.type.find("DIR") != std::string::npos) return OptionLine::Value::kFolder;
  for (const std::string_view part : {"FILE", "SOURCE", "REPORT", "PAIRS", ".json", ".txt"})
    if (option.type.find(part) != std::string::npos) return OptionLine::Value::kFile;
  return OptionLine::Value::kOther;
}

OptionLine read_option(const CLI::Option& option) {
  OptionLine out;
  for (const std::string& name : option.get_snames()) out.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) out.names.push_back("--" + name);
  if (option.get_positional()) out.names.clear();
  if (option.get_items_expected_max() != 0) {
    const std::string type = option.get_type_name();
    out.choices = choices_of(type);
    out.type = type.substr(0, type.find(':'));
    // "ID[:KEY=VALUE]" has a colon of its own.
    if (out.type.find('[') != std::string::npos) out.type = type;
    if (out.type.empty()) out.type = "VALUE";
  }
  out.help = option.get_description();
  out.usual = option.get_default_str();
  out.value = value_of(out);
  return out;
}

void read_command(const CLI::App& app, const std::string& name, std::vector<CommandLine>& out) {
  CommandLine command;
  command.name = name;
  command.summary = app.get_description();
  command.footer = app.get_footer();
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_group().empty()) continue;
    OptionLine line = read_option(*option);
    (line.names.empty() ? command.arguments : command.options).push_back(std::move(line));
  }
  const auto shown = app.get_subcommands([](const CLI::App* sub) { return !sub->get_group().empty(); });
  for (const CLI::App* sub : shown) command.commands.push_back(sub->get_name());
  out.push_back(std::move(command));
  for (const CLI::App* sub : shown)
    read_command(*sub, name.empty() ? sub->get_name() : name + " " + sub->get_name(), out);
}

}  // namespace

std::vector<CommandLine> command_lines(const CLI::App& program) {
  std::vector<CommandLine> out;
  read_command(program, "", out);
  return out;
}

}  // namespace storydiff::cli
