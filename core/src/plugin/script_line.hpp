/// \file script_line.hpp
/// The line protocol of scripts, as `core/doc/abi.md` describes it: a text as one line of JSON, and the
/// edits out of another, which a stranger wrote.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "storydiff/pipeline.hpp"
#include "storydiff/result.hpp"

namespace storydiff::plugin_host {

/// `options_json`: a JSON object, as `check_options` returns it.
[[nodiscard]] std::string script_request(const View& view, std::string_view options_json);

/// The edits of one line. Strict: unknown keys and wrong types are errors that name them, and so is
/// `{"error": "..."}`. Each edit then goes through the checks of the sink. O(line), and holds one edit
/// as JSON at a time.
[[nodiscard]] Result<std::vector<ProposedEdit>> read_script_reply(std::string_view line);

/// Whether the line is `{"error": "..."}`: the script speaks the protocol and can go on.
[[nodiscard]] bool is_script_error(std::string_view line);

}  // namespace storydiff::plugin_host
