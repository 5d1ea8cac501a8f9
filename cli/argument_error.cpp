#include "argument_error.hpp"

#include <CLI/Option.hpp>
#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "find_option.hpp"
#include "suggest.hpp"

namespace storydiff::cli {
namespace {

/// The command that was chosen, and what a user calls it: "storydiff compare".
struct Chosen {
  const CLI::App* command;
  std::string name;

  [[nodiscard]] std::string see_help() const { return " (see '" + name + " --help')"; }
};

Chosen chosen_command(const CLI::App& program) {
  Chosen result{&program, "storydiff"};
  for (auto chosen = program.get_subcommands(); !chosen.empty(); chosen = result.command->get_subcommands()) {
    result.command = chosen.back();
    result.name += " " + result.command->get_name();
  }
  return result;
}

std::string in_marks(std::string_view text) { return "'" + std::string(text) + "'"; }

/// What was meant by an argument that nothing took.
std::string unknown_argument(const CLI::App& program, const Chosen& chosen) {
  const std::vector<std::string> rest = program.remaining(true);
  if (rest.empty()) return "something on the command line is not understood" + chosen.see_help();
  const std::string word = rest.front().substr(0, rest.front().find('='));
  std::vector<std::string> known;
  std::string message;
  if (word.starts_with("-")) {
    for (const CLI::Option* option : chosen.command->get_options())
      for (const std::string& long_name : option->get_lnames()) known.push_back("--" + long_name);
    message = in_marks(chosen.name) + " has no option " + in_marks(word);
  } else {
    for (const CLI::App* sub : chosen.command->get_subcommands([](const CLI::App*) { return true; }))
      known.push_back(sub->get_name());
    message = in_marks(chosen.name) + (known.empty() ? " does not know what to do with " : " has no command ") +
              in_marks(word);
  }
  const std::string near = did_you_mean(word, known);
  return message + (near.empty() ? chosen.see_help() : near);
}

/// "{a,b,c}" as "a, b or c".
std::string spoken_list(std::string_view braced) {
  if (braced.size() < 2 || braced.front() != '{' || braced.back() != '}') return std::string(braced);
  std::string list(braced.substr(1, braced.size() - 2));
  const std::size_t last = list.rfind(',');
  for (std::size_t comma = list.find(','); comma < last; comma = list.find(',', comma + 2)) list.insert(comma + 1, " ");
  if (const std::size_t comma = list.rfind(','); comma != std::string::npos) list.replace(comma, 1, " or ");
  return list;
}

/// "0.010000" as "0.01", "86400.000000" as "86400".
std::string short_number(std::string_view number) {
  std::string text(number);
  if (text.find('.') == std::string::npos) return text;
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

/// Why a value is not possible. The parser's words: "Value 20 not in range 40 to 1000", "blue not in {auto,never}".
std::string impossible_value(const std::string& name, std::string_view words) {
  constexpr std::string_view kValue = "Value ";
  constexpr std::string_view kRange = " not in range ";
  constexpr std::string_view kTo = " to ";
  constexpr std::string_view kMembers = " not in ";
  if (const std::size_t range = words.rfind(kRange); words.starts_with(kValue) && range != std::string_view::npos) {
    const std::string_view bounds = words.substr(range + kRange.size());
    const std::size_t to = std::min(bounds.find(kTo), bounds.size());
    return in_marks(name) + " takes a number from " + short_number(bounds.substr(0, to)) + " to " +
           short_number(bounds.substr(std::min(to + kTo.size(), bounds.size()))) + ", not " +
           in_marks(words.substr(kValue.size(), range - kValue.size()));
  }
  if (const std::size_t members = words.rfind(kMembers); members != std::string_view::npos)
    return in_marks(name) + " takes " + spoken_list(words.substr(members + kMembers.size())) + ", not " +
           in_marks(words.substr(0, members));
  return in_marks(name) + " can not be this: " + std::string(words);
}

std::string value_name(const Chosen& chosen, const std::string& name) {
  const CLI::Option* option = find_option(*chosen.command, name);
  return option == nullptr || option->get_type_name().empty() ? "value" : option->get_type_name();
}

bool is_flag(const Chosen& chosen, const std::string& name) {
  const CLI::Option* option = find_option(*chosen.command, name);
  return option != nullptr && option->get_expected_max() == 0;
}

std::string spoken_count(const CLI::App& command, const std::string& name) {
  const CLI::Option* option = find_option(command, name);
  const std::size_t count = option == nullptr ? 2 : option->count();
  return count == 2 ? "twice" : std::to_string(count) + " times";
}

/// `words` is what the parser says; the option's name begins it, but for a value that it could not convert.
std::string plain_words(const Chosen& chosen, const CLI::ParseError& error, std::string_view words) {
  constexpr std::string_view kConvert = "Could not convert: ";
  constexpr std::string_view kExcludes = " excludes ";
  if (const std::size_t excludes = words.find(kExcludes);
      dynamic_cast<const CLI::ExcludesError*>(&error) != nullptr && excludes != std::string_view::npos)
    return in_marks(words.substr(0, excludes)) + " and " + in_marks(words.substr(excludes + kExcludes.size())) +
           " can not both be given";
  if (words.starts_with(kConvert)) {
    words.remove_prefix(kConvert.size());
    const std::size_t equals = std::min(words.find(" = "), words.size());
    const std::string name(words.substr(0, equals));
    if (is_flag(chosen, name)) return in_marks(name) + " takes no value";
    return in_marks(name) + " takes a number, not " + in_marks(words.substr(std::min(equals + 3, words.size())));
  }
  const std::size_t end = std::min(words.find_first_of(": "), words.size());
  const std::string name(words.substr(0, end));
  const std::string_view rest = words.substr(std::min(words.find_first_not_of(": ", end), words.size()));
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
    if (is_flag(chosen, name)) return in_marks(name) + " takes no value";
    return rest.starts_with("At Most")
               ? in_marks(name) + " is given " + spoken_count(*chosen.command, name) + ": give it once"
               : in_marks(name) + " needs a value: " + name + " " + value_name(chosen, name);
  }
  if (dynamic_cast<const CLI::ValidationError*>(&error) != nullptr) return impossible_value(name, rest);
  return std::string(words);
}

}  // namespace

std::string argument_error(const CLI::App& program, const CLI::ParseError& error) {
  const Chosen chosen = chosen_command(program);
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) return unknown_argument(program, chosen);
  const std::string_view words = error.what();
  return plain_words(chosen, error, words.substr(0, words.find('\n'))) + chosen.see_help();
}

std::string value_error(const CLI::App& program) {
  const Chosen chosen = chosen_command(program);
  for (const CLI::Option* option : chosen.command->get_options()) {
    // An argument without a name that is wrong has an error of its own.
    if (option->get_expected_max() == 0 || !option->nonpositional()) continue;
    for (const std::string& value : option->results()) {
      const std::string name = option->get_name();
      const std::string needs = in_marks(name) + " needs a value: " + name + " " + value_name(chosen, name);
      if (value.empty()) return needs + ", and has an empty one" + chosen.see_help();
      if (value.starts_with("--") && find_option(*chosen.command, value) != nullptr)
        return needs + ", before " + in_marks(value) + chosen.see_help();
    }
  }
  return "";
}

}  // namespace storydiff::cli
