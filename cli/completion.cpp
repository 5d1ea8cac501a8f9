#include <memory>
#include <string>
#include <vector>

#include "command.hpp"
#include "message.hpp"
#include "output.hpp"
#include "shell/scripts.hpp"
#include "storydiff/compare.hpp"

namespace storydiff::cli {

Command completion_command(CLI::App& program) {
  CLI::App* app = program.add_subcommand("completion", "Print what makes a shell complete storydiff's commands");
  auto shell = std::make_shared<std::string>();
  app->add_option("shell", *shell, "The shell")
      ->type_name("SHELL")
      ->check(CLI::IsMember(std::vector<std::string>{"bash", "zsh", "fish"}));
  app->footer(
      "An installation has these files already, where the shells look for them.\n\n"
      "Examples:\n"
      "  source <(storydiff completion bash)\n"
      "  storydiff completion zsh > ~/.zfunc/_storydiff\n"
      "  storydiff completion fish > ~/.config/fish/completions/storydiff.fish");
  return {app, [&program, shell] {
            if (shell->empty()) return trouble("completion needs a shell: bash, zsh or fish");
            const std::vector<CommandLine> commands = command_lines(program);
            const Status written = write_stdout(*shell == "bash"  ? bash_completion(commands)
                                                : *shell == "zsh" ? zsh_completion(commands)
                                                                  : fish_completion(commands));
            return written ? 0 : trouble(written.error());
          }};
}

Command manual_command(CLI::App& program) {
  CLI::App* app = program.add_subcommand("man", "Print the manual page, for man");
  app->group("");  // for the build; a reader has man
  return {app, [&program] {
            const Status written = write_stdout(man_page(command_lines(program), std::string(version())));
            return written ? 0 : trouble(written.error());
          }};
}

}  // namespace storydiff::cli
