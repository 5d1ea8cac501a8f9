/// \file ledger.hpp
/// What the plugins did to one document, for people.
#pragma once

#include <string>

#include "storydiff/document.hpp"
#include "storydiff/normalized_document.hpp"
#include "terminal_style.hpp"

namespace storydiff::cli {

/// One line for each plugin, then each edit in the order in which it was made: what was done, the
/// role, the lines, the rule, and the text it is about, cut where it is long.
[[nodiscard]] std::string render_ledger(const Document& document, const NormalizedDocument& normalized,
                                        const TerminalStyle& style);

}  // namespace storydiff::cli
