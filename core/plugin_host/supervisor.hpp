/// \file supervisor.hpp
/// The half of the host that runs no code of a plugin: it watches the half that does.
#pragma once

#include <cstdint>
#include <functional>

namespace storydiff::plugin_host {

/// Forks; `worker` runs in the child and never returns. It sends its `Filter::listener`, if it has one,
/// through the socket that it is given. Waits for the worker's end, and ends it with all
/// that it has started as soon as our standard input closes, there are too many processes, or they use
/// more than `memory_bytes` together (0: no limit). Returns the exit status of this process (see
/// `host_contract.hpp`). Call it from the only thread.
[[nodiscard]] int supervise(std::uint64_t memory_bytes, const std::function<void(int gate)>& worker);

/// Whether this process is the first of a process namespace: then nothing outlives it.
[[nodiscard]] bool has_own_namespace();

}  // namespace storydiff::plugin_host
