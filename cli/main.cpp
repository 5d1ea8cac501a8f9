#include <CLI/Error.hpp>
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "command.hpp"
#include "config_request.hpp"
#include "message.hpp"
#include "output.hpp"
#include "storydiff/compare.hpp"
#include "suggest.hpp"

namespace storydiff::cli {
namespace {

/// "storydiff compare", down to the command that was chosen.
const CLI::App& chosen_command(const CLI::App& program, std::string& name) {
  const CLI::App* app = &program;
  name = "storydiff";
  for (auto chosen = app->get_subcommands(); !chosen.empty(); chosen = app->get_subcommands()) {
    app = chosen.back();
    name += " " + app->get_name();
  }
  return *app;
}

std::string first_line(std::string message) {
  message.erase(std::min(message.find('\n'), message.size()));
  return message;
}

/// What was meant by an argument that nothing took.
std::string unknown_argument(const CLI::App& program) {
  std::string name;
  const CLI::App& command = chosen_command(program, name);
  const std::vector<std::string> rest = program.remaining(true);
  if (rest.empty()) return "something on the command line is not understood";
  const std::string word = rest.front().substr(0, rest.front().find('='));
  std::vector<std::string> known;
  std::string message;
  if (word.starts_with("-")) {
    for (const CLI::Option* option : command.get_options())
      for (const std::string& long_name : option->get_lnames()) known.push_back("--" + long_name);
    message = "'" + name + "' has no option '" + word + "'";
  } else {
    for (const CLI::App* sub : command.get_subcommands([](const CLI::App*) { return true; }))
      known.push_back(sub->get_name());
    message = known.empty() ? "'" + name + "' does not know what to do with '" + word + "'"
                            : "'" + name + "' has no command '" + word + "'";
  }
  const std::string near = did_you_mean(word, known);
  return message + (near.empty() ? " (see '" + name + " --help')" : near);
}

/// The configuration's flags, for each command that has any flag to configure and does not see to it itself.
void add_config_flags_below(CLI::App& app, ConfigRequest& request) {
  for (CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    const auto keys = config_keys();
    const bool configurable = std::any_of(keys.begin(), keys.end(), [&](const ConfigKey& key) {
      return command->get_option_no_throw("--" + std::string(key.name)) != nullptr;
    });
    if (configurable && command->get_option_no_throw("--no-config") == nullptr) add_config_flags(*command, request);
    add_config_flags_below(*command, request);
  }
}

Status configure(const Command& command, const ConfigRequest& request) {
  CLI::App* chosen = command.arguments;
  while (!chosen->get_subcommands().empty()) chosen = chosen->get_subcommands().back();
  if (command.reads_configuration || chosen->get_option_no_throw("--no-config") == nullptr) return Success{};
  const Result<Configuration> configuration = load_configuration(request);
  if (!configuration) return configuration.error();
  const Result<FlagOrigins> applied = apply_configuration(*configuration, *chosen, command.plugins);
  return applied ? Status(Success{}) : Status(applied.error());
}

int run(int argc, char** argv) {
  prepare_standard_streams();

  CLI::App program("Compares texts of one news story, sentence by sentence.", "storydiff");
  program.set_version_flag("--version", "storydiff " + std::string(version()), "Print the version and exit");
  program.footer(
      "'storydiff COMMAND --help' tells more about a command.\n\n"
      "Examples:\n"
      "  storydiff compare wire.txt opinion.txt\n"
      "  storydiff normalize wire.txt --ledger");
  const std::vector<Command> commands{compare_command(program), check_command(program),      normalize_command(program),
                                      show_command(program),    chain_command(program),      batch_command(program),
                                      plugin_command(program),  config_command(program),     git_diff_command(program),
                                      schema_command(program),  completion_command(program), manual_command(program)};
  ConfigRequest config;
  add_config_flags_below(program, config);
  try {
    program.parse(argc, argv);
  } catch (const CLI::CallForVersion& version_wanted) {
    const Status written = write_stdout(std::string(version_wanted.what()) + "\n");
    return written ? 0 : trouble(written.error());
  } catch (const CLI::Success&) {
    const Status written = write_stdout(program.help());
    return written ? 0 : trouble(written.error());
  } catch (const CLI::ExtrasError&) {
    return trouble(unknown_argument(program));
  } catch (const CLI::ParseError& error) {
    std::string name;
    chosen_command(program, name);
    return trouble(first_line(error.what()) + " (see '" + name + " --help')");
  }
  for (const Command& command : commands) {
    if (!command.arguments->parsed()) continue;
    if (const Status configured = configure(command, config); !configured) return trouble(configured.error());
    return command.run();
  }
  return trouble("a command is missing, such as 'storydiff compare SOURCE... TARGET' (see 'storydiff --help')");
}

}  // namespace
}  // namespace storydiff::cli

int main(int argc, char** argv) {
  // The last resort: out of memory, or a mistake of ours, is trouble and never a crash.
  try {
    return storydiff::cli::run(argc, argv);
  } catch (const std::exception& error) {
    return storydiff::cli::trouble(std::string("unexpected: ") + error.what());
  }
}
