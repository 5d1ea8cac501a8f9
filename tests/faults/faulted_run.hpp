/// \file faulted_run.hpp
/// The program with one call to the system failing, and what must hold however that ends.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "support/process.hpp"
#include "support/temporary_folder.hpp"

namespace storydiff_test {

/// Of a call to the system: which one fails, and how.
struct Fault {
  const char* call = "";  ///< as the shim knows it
  int error = 0;          ///< `errno`
  bool kills = false;     ///< the program is killed at it instead; of a write, half has gone out
};

/// Runs storydiff with `arguments`; of the calls of `fault` the one of number `at` fails, from 1. None for 0.
[[nodiscard]] ProcessResult run_faulted(const TemporaryFolder& folder, const std::vector<std::string>& arguments,
                                        const Fault& fault, long at);
/// How many calls the last run has made; nothing where it did not end by itself.
[[nodiscard]] std::optional<long> counted_calls(const TemporaryFolder& folder);

/// Status 0, 1 or 2, and with 2 one line that says why, warnings apart.
void check_ends_well(const ProcessResult& result);
/// Nothing is there but `inputs` (names in the folder) and `output`, if that; and `output` is whole JSON.
void check_leaves_nothing(const TemporaryFolder& folder, const std::vector<std::string>& inputs,
                          const std::string& output);

}  // namespace storydiff_test
