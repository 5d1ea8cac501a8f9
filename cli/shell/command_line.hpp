/// \file command_line.hpp
/// The program's command line as data, read from its own definition: what manual and completions are made of.
#pragma once

#include <CLI/App.hpp>
#include <string>
#include <vector>

namespace storydiff::cli {

struct OptionLine {
  enum class Value { kNone, kChoice, kFile, kFolder, kOther };

  std::vector<std::string> names;  ///< "-h", "--help"; empty for a positional argument
  std::string type;                ///< "FILE"; empty for a flag
  std::string help;
  Value value = Value::kNone;
  std::vector<std::string> choices;  ///< kChoice: what it takes
  std::string usual;                 ///< its default, where the help tells it
};

struct CommandLine {
  std::string name;  ///< "plugin list"; empty for the program itself
  std::string summary;
  std::string footer;  ///< notes, exit status, examples
  std::vector<OptionLine> options;
  std::vector<OptionLine> arguments;  ///< positional
  std::vector<std::string> commands;  ///< names of what is below it: "list"
};

/// The program, then all its commands, each before those below it. Hidden ones are left out.
///
/// What a value is follows from its type name: "{a,b}" (as `CLI::IsMember` writes it) is a choice, "DIR" a folder,
/// and whatever speaks of a file, a source, a report or pairs is a file.
[[nodiscard]] std::vector<CommandLine> command_lines(const CLI::App& program);

}  // namespace storydiff::cli
