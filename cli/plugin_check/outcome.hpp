/// \file outcome.hpp
/// How a check of a plugin ended, and the line of JSON in which a child process says so.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace storydiff::plugin_check {

enum class CheckStatus : std::uint8_t {
  kPassed,
  kWarning,   ///< nothing is broken, and still the author should look at it
  kSkipped,   ///< does not apply to this plugin, or could not be tried
  kFailed,    ///< the plugin does not keep what the check asks for
  kCrashed,   ///< the plugin ended the process in which the check ran
  kTimedOut,  ///< the check was not done within its time limit
};

/// "passed", "warning", "skipped", "failed", "crashed", "timed out".
[[nodiscard]] std::string_view to_string(CheckStatus status);

/// Failed, crashed or timed out: what makes the command end with status 1.
[[nodiscard]] bool is_bad(CheckStatus status);

struct Outcome {
  CheckStatus status = CheckStatus::kPassed;
  std::string reason;       ///< one line; for a passed check what was measured, or empty
  std::string fingerprint;  ///< of what the plugin answered, where two processes must agree; else empty
};

[[nodiscard]] Outcome passed(std::string note = "");
[[nodiscard]] Outcome failed(std::string reason);
[[nodiscard]] Outcome skipped(std::string reason);
[[nodiscard]] Outcome warning(std::string reason);

/// One line of JSON, with its line feed.
[[nodiscard]] std::string outcome_line(const Outcome& outcome);
/// Nothing when `line` is none of `outcome_line`.
[[nodiscard]] std::optional<Outcome> parse_outcome(std::string_view line);

/// What a child is about to do ("text 'emoji'"): the last such line says where a crash happened.
[[nodiscard]] std::string place_line(std::string_view place);
[[nodiscard]] std::optional<std::string> parse_place(std::string_view line);

}  // namespace storydiff::plugin_check
