#include "line_reader.hpp"

#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace storydiff::cli {

LineReader::Got LineReader::fill() {
  constexpr std::size_t kBlock = std::size_t{64} * 1024;
  std::array<pollfd, 2> wanted{{{descriptor_, POLLIN, 0}, {stop_, POLLIN, 0}}};
  for (;;) {
    const int ready = ::poll(wanted.data(), wanted.size(), -1);
    if (ready < 0 && errno == EINTR) continue;
    if (ready < 0) return Got::kFailed;
    if ((wanted[1].revents & POLLIN) != 0) return Got::kStopped;
    buffer_.resize(kBlock);
    at_ = 0;
    const ssize_t size = ::read(descriptor_, buffer_.data(), kBlock);
    if (size < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    buffer_.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
    return size < 0 ? Got::kFailed : size == 0 ? Got::kEnd : Got::kLine;
  }
}

LineReader::Got LineReader::next(std::string& line) {
  line.clear();
  bool too_long = false;
  bool any = false;
  for (;;) {
    if (at_ == buffer_.size()) {
      const Got got = fill();
      if (got == Got::kEnd && any) {
        fed_ = false;
        return too_long ? Got::kTooLong : Got::kLine;
      }
      if (got != Got::kLine) return got;
    }
    const std::size_t feed = buffer_.find('\n', at_);
    const std::size_t end = feed == std::string::npos ? buffer_.size() : feed;
    too_long = too_long || line.size() + (end - at_) > longest_;
    if (!too_long) line.append(buffer_, at_, end - at_);
    consumed_ += end - at_;
    at_ = end;
    any = true;
    if (feed == std::string::npos) continue;
    ++at_;
    ++consumed_;
    fed_ = true;
    if (too_long) line = std::string();
    return too_long ? Got::kTooLong : Got::kLine;
  }
}

}  // namespace storydiff::cli
