/// \file find_option.hpp
/// An option of a command by its name.
#pragma once

#include <CLI/App.hpp>
#include <algorithm>
#include <string>

namespace storydiff::cli {

/// The option of `command` (a `CLI::App`, or a constant one) that is called `name` ("--json"); null: it has none.
/// CLI11's own search is declared to throw nothing and asks for memory all the same: without any it ends the program.
template <class App>
[[nodiscard]] auto find_option(App& command, const std::string& name) {
  const auto options = command.get_options();
  const auto found =
      std::find_if(options.begin(), options.end(), [&](const CLI::Option* option) { return option->check_name(name); });
  return found == options.end() ? nullptr : *found;
}

}  // namespace storydiff::cli
