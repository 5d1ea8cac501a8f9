/// \file cost.hpp
/// What a plugin costs: time and memory of this process.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "storydiff/plugin_catalogue.hpp"

namespace storydiff::plugin_check {

/// Whether the plugin's time and memory are this process's: not those of a command.
[[nodiscard]] bool runs_in_this_process(const PluginManifest& manifest);

/// Seconds that `work` takes: of this process's processor time, which other work on the machine does not
/// change; of the clock for a plugin that runs in another process.
[[nodiscard]] double seconds_of(const PluginManifest& manifest, const std::function<void()>& work);

/// Runs `round` again and again, and says how much memory each of the last three rounds has left
/// behind when all three did, by more than `allowance` bytes each (and a little noise): what grows only at first is a
/// cache. `round` must do the same each time.
[[nodiscard]] std::optional<std::string> memory_growth(const std::function<void()>& round, std::size_t allowance);

/// "12.3 ms", "4.5 s".
[[nodiscard]] std::string spoken_seconds(double seconds);

}  // namespace storydiff::plugin_check
