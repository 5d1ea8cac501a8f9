#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "message.hpp"
#include "output.hpp"
#include "plugin_command.hpp"
#include "plugin_kit/new_plugin.hpp"
#include "plugin_kit/spellings.hpp"
#include "storydiff/plugin_catalogue.hpp"
#include "suggest.hpp"

namespace storydiff::cli {
namespace {

struct NewArguments {
  std::string name;
  std::string language = "cpp";
  std::filesystem::path folder = ".";
};

std::string offered_languages() {
  std::string list;
  for (const Template& kind : templates()) {
    const bool last = &kind == &templates().back();
    list.append(list.empty() ? "" : last ? " or " : ", ").append(kind.language);
  }
  return list;
}

/// What was made, and what to type next.
std::string next_steps(const Template& kind, const Spellings& name, const std::filesystem::path& target) {
  std::string out = "Made " + target.string() + ", " + kind.about + ". Next:\n\n  cd " + target.string() + "\n";
  if (kind.is_built) out += "  cmake -S . -B build\n  cmake --build build\n";
  out +=
      "  storydiff plugin test .\n"
      "  storydiff normalize cases/links/input.txt --plugin-path .. --ledger\n\n";
  return out + "Then make it yours: " + renamed(kind.source, name) +
         " is what it knows, plugin.json what is known about it,\nand cases/ what it must do. README.md tells more.\n";
}

int run(const NewArguments& arguments) {
  if (arguments.name.empty()) return trouble("plugin new needs a NAME (see 'storydiff plugin new --help')");
  if (!is_plugin_id(arguments.name))
    return trouble("'" + arguments.name +
                   "' can not be the name of a plugin: use lower-case letters, digits, '-' and '.', as in 'ap-slugs'");
  const Template* kind = find_template(arguments.language);
  if (kind == nullptr) {
    std::vector<std::string> known;
    for (const Template& offered : templates()) known.emplace_back(offered.language);
    const std::string near = did_you_mean(arguments.language, known);
    return trouble("there is no template for '" + arguments.language + "'" +
                   (near.empty() ? ": choose " + offered_languages() : near));
  }
  std::error_code error;
  if (!std::filesystem::is_directory(arguments.folder, error))
    return trouble(arguments.folder.string() + " is no folder: make it first");
  const Spellings name = spellings_of(arguments.name);
  const std::filesystem::path target = (arguments.folder / name.id).lexically_normal();
  if (const Status made = make_plugin(template_folder() / kind->language, name, target); !made)
    return trouble(made.error());
  const Status written = write_stdout(next_steps(*kind, name, target));
  return written ? 0 : trouble(written.error());
}

}  // namespace

Command plugin_new_command(CLI::App& group) {
  CLI::App* app = group.add_subcommand("new", "Make a plugin to start from: sources, a manifest, a test");
  auto arguments = std::make_shared<NewArguments>();
  app->add_option("name", arguments->name, "Its id: lower-case letters, digits, '-' and '.'")->type_name("NAME");
  app->add_option("--lang", arguments->language, "What it is made of: " + offered_languages())
      ->type_name("LANG")
      ->capture_default_str();
  app->add_option("--folder", arguments->folder, "Make its folder NAME in this folder")
      ->type_name("DIR")
      ->capture_default_str();
  app->footer(
      "cpp and c are built with CMake against the installed package. script is Python, and like shell one\n"
      "JSON line in, one JSON line out. rules is a file of patterns with examples, and no code.\n\n"
      "Examples:\n"
      "  storydiff plugin new ap-slugs\n"
      "  storydiff plugin new org.example.slugs --lang rules --folder ~/plugins");
  return {app, [arguments] { return run(*arguments); }};
}

}  // namespace storydiff::cli
