/// \file chain_html.hpp
/// A chain of takes as one page: the takes side by side as columns, and each sentence's life across them.
#pragma once

#include <string>

#include "storydiff/chain.hpp"

namespace storydiff::cli {

/// The page, as `make_page` makes them all. Same chain, same bytes. Without script its head can still be read: how
/// many takes, what came in, was changed and left.
[[nodiscard]] std::string render_chain_html(const Chain& chain);

}  // namespace storydiff::cli
