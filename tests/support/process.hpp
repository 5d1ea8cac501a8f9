/// \file process.hpp
/// Runs a program as a shell would, and tells what it said.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace storydiff_test {

struct ProcessRequest {
  std::vector<std::string> command;  ///< the program's path, then its arguments
  std::string input;                 ///< its standard input
  std::string folder;                ///< its current folder; empty: ours
  /// Changes to our environment: a value sets, an absent one unsets.
  std::map<std::string, std::optional<std::string>> environment;
  bool closed_input = false;   ///< starts without standard input
  bool closed_output = false;  ///< starts without standard output
  bool broken_pipe = false;    ///< standard output is a pipe that nobody reads
  std::string output_file;     ///< standard output goes to this file instead
};

struct ProcessResult {
  int status = -1;  ///< exit status, or 128 + the signal that ended it
  std::string out;
  std::string err;
};

/// Blocks until the program has ended. Its input is limited to what a pipe holds (64 KiB).
[[nodiscard]] ProcessResult run_process(const ProcessRequest& request);

}  // namespace storydiff_test
