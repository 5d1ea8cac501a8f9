/// \file chain.hpp
/// A chain of versions for people at a terminal.
#pragma once

#include <string>

#include "storydiff/chain.hpp"
#include "terminal_style.hpp"

namespace storydiff::cli {

/// What each version changed and what to look at; then the life of each sentence that did not stand unchanged in all of
/// them. Versions are called v1, v2 ... in the order of the command line.
[[nodiscard]] std::string render_chain(const Chain& chain, const TerminalStyle& style);

}  // namespace storydiff::cli
