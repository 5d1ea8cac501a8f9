/// \file argument_error.hpp
/// What is wrong with a command line, in plain words: what the argument parser says of it is written for programmers.
#pragma once

#include <CLI/App.hpp>
#include <CLI/Error.hpp>
#include <string>

namespace storydiff::cli {

/// `error` is what parsing the arguments of `program` has thrown.
[[nodiscard]] std::string argument_error(const CLI::App& program, const CLI::ParseError& error);

/// What is wrong with the options of a command line that could be parsed: an empty value, or one that is itself an
/// option of the command. "" where there is nothing.
[[nodiscard]] std::string value_error(const CLI::App& program);

}  // namespace storydiff::cli
