#include "plugin/bounded_json.hpp"

#include <nlohmann/json.hpp>
#include <string>

#include "plugin/text.hpp"

namespace storydiff::plugin_host {

Result<nlohmann::json> parse_json_object(std::string_view text) {
  using nlohmann::json;
  bool too_deep = false;
  const auto bounded = [&too_deep](int depth, json::parse_event_t, const json&) {
    too_deep = too_deep || depth > kDeepestJson;
    return !too_deep;
  };
  try {
    json value = json::parse(text.begin(), text.end(), bounded);
    if (too_deep) {
      return Error{ErrorCode::kInvalidInput, "is nested more than " + std::to_string(kDeepestJson) + " levels deep"};
    }
    if (!value.is_object()) {
      return Error{ErrorCode::kInvalidInput, "must be a JSON object, not " + std::string(value.type_name())};
    }
    return value;
  } catch (const json::exception& e) {
    std::string_view what = e.what();  // "[json.exception.parse_error.101] parse error at line ..."
    if (const auto end = what.find("] "); what.starts_with("[") && end != what.npos) what.remove_prefix(end + 2);
    return Error{ErrorCode::kInvalidInput, "is no valid JSON: " + one_line(what)};
  }
}

}  // namespace storydiff::plugin_host
