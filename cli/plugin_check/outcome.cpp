#include "plugin_check/outcome.hpp"

#include <array>
#include <nlohmann/json.hpp>
#include <utility>

namespace storydiff::plugin_check {
namespace {

using Json = nlohmann::json;

constexpr std::array<std::string_view, 6> kWords{"passed", "warning", "skipped", "failed", "crashed", "timed out"};

std::string line_of(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n"; }

/// The string member `key` of the JSON object in `line`.
std::optional<std::string> member(const Json& object, const char* key) {
  if (!object.is_object()) return std::nullopt;
  const auto found = object.find(key);
  if (found == object.end() || !found->is_string()) return std::nullopt;
  return found->get<std::string>();
}

}  // namespace

std::string_view to_string(CheckStatus status) { return kWords[static_cast<std::size_t>(status)]; }

bool is_bad(CheckStatus status) { return status >= CheckStatus::kFailed; }

Outcome passed(std::string note) { return {CheckStatus::kPassed, std::move(note), ""}; }
Outcome failed(std::string reason) { return {CheckStatus::kFailed, std::move(reason), ""}; }
Outcome skipped(std::string reason) { return {CheckStatus::kSkipped, std::move(reason), ""}; }
Outcome warning(std::string reason) { return {CheckStatus::kWarning, std::move(reason), ""}; }

std::string outcome_line(const Outcome& outcome) {
  return line_of(
      {{"status", to_string(outcome.status)}, {"reason", outcome.reason}, {"fingerprint", outcome.fingerprint}});
}

std::optional<Outcome> parse_outcome(std::string_view line) {
  const Json json = Json::parse(line, nullptr, false);
  const auto status = member(json, "status");
  const auto reason = member(json, "reason");
  const auto fingerprint = member(json, "fingerprint");
  if (!status || !reason || !fingerprint) return std::nullopt;
  for (std::size_t i = 0; i < kWords.size(); ++i)
    if (kWords[i] == *status) return Outcome{static_cast<CheckStatus>(i), *reason, *fingerprint};
  return std::nullopt;
}

std::string place_line(std::string_view place) { return line_of({{"at", place}}); }

std::optional<std::string> parse_place(std::string_view line) {
  return member(Json::parse(line, nullptr, false), "at");
}

}  // namespace storydiff::plugin_check
