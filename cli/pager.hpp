/// \file pager.hpp
/// A long text at a terminal, shown as git shows it.
#pragma once

#include <string>

#include "storydiff/result.hpp"

namespace storydiff::cli {

/// What shows pages: $STORYDIFF_PAGER, else $PAGER, else "less". Empty where these ask for none ("" or "cat").
[[nodiscard]] std::string pager_command();

/// Sends `text` through the pager where standard output is a terminal and there is a pager, else straight to
/// standard output. LESS and LV, where they are not set, are what git sets ("FRX": less ends by itself when
/// the text fits, keeps colours and leaves the text on the screen). A pager that can not be started costs
/// nothing; one that the reader leaves early is no error. Waits for the pager's end.
[[nodiscard]] Status write_paged(const std::string& text);

/// The same with `command`, whatever standard output is. False where it could not be started, and nothing was shown.
[[nodiscard]] bool show_in_pager(const std::string& command, const std::string& text);

}  // namespace storydiff::cli
