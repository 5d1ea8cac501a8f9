#include <execinfo.h>

#include <CLI/Error.hpp>
#include <algorithm>
#include <array>
#include <new>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "argument_error.hpp"
#include "command.hpp"
#include "config_request.hpp"
#include "find_option.hpp"
#include "message.hpp"
#include "output.hpp"
#include "storydiff/compare.hpp"

namespace storydiff::cli {
namespace {

/// The configuration's flags, for each command that has any flag to configure and does not see to it itself.
void add_config_flags_below(CLI::App& app, ConfigRequest& request) {
  for (CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    const auto keys = config_keys();
    const bool configurable = std::any_of(keys.begin(), keys.end(), [&](const ConfigKey& key) {
      return find_option(*command, "--" + std::string(key.name)) != nullptr;
    });
    if (configurable && find_option(*command, "--no-config") == nullptr) add_config_flags(*command, request);
    add_config_flags_below(*command, request);
  }
}

/// The commands, in the order of the help.
struct NamedCommand {
  std::string_view name;
  Command (*make)(CLI::App& program);
  bool shows_all = false;  ///< it reads the other commands
};
constexpr auto kCommands = std::to_array<NamedCommand>({{"compare", compare_command},
                                                        {"check", check_command},
                                                        {"normalize", normalize_command},
                                                        {"show", show_command},
                                                        {"chain", chain_command},
                                                        {"batch", batch_command},
                                                        {"plugin", plugin_command},
                                                        {"config", config_command},
                                                        {"git-diff", git_diff_command},
                                                        {"schema", schema_command},
                                                        {"completion", completion_command, true},
                                                        {"man", manual_command, true}});

/// Those that a command line needs: the one that its first argument names, for to describe the arguments of all takes
/// as long as to compare two short texts. All, where it names none or one that shows them.
std::vector<Command> make_commands(CLI::App& program, int argc, char** argv) {
  const std::string_view first = argc > 1 ? argv[1] : "";
  const auto* named = std::ranges::find(kCommands, first, &NamedCommand::name);
  if (named != kCommands.end() && !named->shows_all) return {named->make(program)};
  std::vector<Command> all;
  for (const NamedCommand& command : kCommands) all.push_back(command.make(program));
  return all;
}

Status configure(const Command& command, const ConfigRequest& request) {
  CLI::App* chosen = command.arguments;
  while (!chosen->get_subcommands().empty()) chosen = chosen->get_subcommands().back();
  if (command.reads_configuration || find_option(*chosen, "--no-config") == nullptr) return Success{};
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
  const std::vector<Command> commands = make_commands(program, argc, argv);
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
  } catch (const CLI::ParseError& error) {
    return trouble(argument_error(program, error));
  }
  if (const std::string wrong = value_error(program); !wrong.empty()) return trouble(wrong);
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
  // The C library loads what it needs to unwind its own frames when an exception first passes through one of them
  // (std::call_once). Where memory is refused it could not, and would abort: so it does now, though no frame is asked
  // for (the C library loads first, and counts then). Not under the address sanitizer, whose leak checker takes what
  // the loader keeps then for lost.
#ifndef __SANITIZE_ADDRESS__
  void* frame = nullptr;
  backtrace(&frame, 0);
#endif

  // The last resort: out of memory, or a mistake of ours, is trouble and never a crash.
  try {
    return storydiff::cli::run(argc, argv);
  } catch (const std::bad_alloc&) {
    return storydiff::cli::out_of_memory();
  } catch (const std::exception& error) {
    return storydiff::cli::trouble(std::string("unexpected: ") + error.what());
  }
}
