/// \file bounded_json.hpp
/// Reads JSON that a stranger wrote: manifests and options.
#pragma once

#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <string_view>

#include "storydiff/result.hpp"

namespace storydiff::plugin_host {

/// Deeper nesting than this is refused, so that later recursion over the value is bounded.
inline constexpr int kDeepestJson = 32;

/// Parses `text`, which must hold one JSON object. The error says what is wrong and at which line
/// and column, without naming the text: the caller knows what it is.
[[nodiscard]] Result<nlohmann::json> parse_json_object(std::string_view text);

}  // namespace storydiff::plugin_host
