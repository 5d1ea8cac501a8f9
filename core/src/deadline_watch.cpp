#include "deadline_watch.hpp"

#include <cstddef>

namespace storydiff {
namespace {

thread_local const Deadline* watched = nullptr;

std::string in_seconds(std::chrono::milliseconds time) {
  std::string text = std::to_string(time.count() / 1000);
  if (const auto rest = time.count() % 1000; rest > 0) {
    const std::string digits = std::to_string(1000 + rest).substr(1);
    text += "." + digits.substr(0, digits.find_last_not_of('0') + 1);
  }
  return text + " s";
}

}  // namespace

DeadlineWatch::DeadlineWatch(const Deadline* deadline) : before_(std::exchange(watched, deadline)) {}
DeadlineWatch::~DeadlineWatch() { watched = before_; }

const Deadline* watched_deadline() { return watched; }

void check_deadline() {
  if (watched != nullptr && watched->passed()) throw DeadlinePassed();
}

Error deadline_error(const std::string& what, const Deadline& deadline) {
  return {ErrorCode::kUnsupported,
          what + " took longer than " + in_seconds(deadline.time()) + " and was ended: give it more time"};
}

}  // namespace storydiff
