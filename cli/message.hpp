/// \file message.hpp
/// What the program says about itself: one line on standard error, "storydiff: ...".
#pragma once

#include <string_view>

#include "storydiff/result.hpp"

namespace storydiff::cli {

/// As `diff` has it.
enum ExitStatus : int { kNoDifference = 0, kDifference = 1, kTrouble = 2 };

/// "storydiff: warning: ..."
void warn(std::string_view message);

/// Says why the program can not go on, and gives the status to end with. An error without a message
/// is not worth a word (the reader of our output has gone) but still trouble.
[[nodiscard]] int trouble(const Error& error);
[[nodiscard]] int trouble(std::string_view message);

inline constexpr const char* kOutOfMemory =
    "out of memory: compare smaller texts, fewer at once, or give it more memory";
/// The same for that, without asking for any.
[[nodiscard]] int out_of_memory();

}  // namespace storydiff::cli
