#include "batch_output.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstring>
#include <utility>

#include "line_reader.hpp"
#include "output.hpp"

namespace storydiff::cli {

BatchOutput::~BatchOutput() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Error BatchOutput::error(int number) const {
  return {ErrorCode::kUnreadable, "can not write " + path_ + ": " + std::strerror(number)};
}

Status BatchOutput::open(const std::string& path, int flags) {
  path_ = path;
  descriptor_ = ::open(path.c_str(), flags | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor_ < 0) return error(errno);
  struct stat status {};
  if (::fstat(descriptor_, &status) != 0) return error(errno);
  if (!S_ISREG(status.st_mode))
    return Error{ErrorCode::kUsage, path + ": is no regular file; leave --output and --resume out, and redirect"};
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0)
    return Error{ErrorCode::kUnreadable, path + ": another run is writing to it"};
  return Success{};
}

Status BatchOutput::create(const std::string& path) {
  // Emptied only when it is known that nobody else writes.
  if (Status opened = open(path, O_WRONLY); !opened) return opened;
  return ::ftruncate(descriptor_, 0) == 0 ? Status(Success{}) : error(errno);
}

Status BatchOutput::resume(const std::string& path,
                           const std::function<Status(std::uint64_t, const std::string&)>& record) {
  if (Status opened = open(path, O_RDWR); !opened) return opened;
  // Longer than any record: a report holds each text and more, of at most 1 GiB each.
  constexpr std::size_t kLongestRecord = std::size_t{1} << 34;
  LineReader reader(descriptor_, -1, kLongestRecord);
  std::string line;
  std::uint64_t whole = 0;
  std::uint64_t number = 0;
  for (;;) {
    const LineReader::Got got = reader.next(line);
    if (got == LineReader::Got::kEnd) break;
    if (got != LineReader::Got::kLine) return error(got == LineReader::Got::kFailed ? errno : EFBIG);
    if (!reader.ended_with_feed()) break;
    if (Status taken = record(++number, line); !taken) return taken;
    whole = reader.consumed();
  }
  if (::ftruncate(descriptor_, static_cast<off_t>(whole)) != 0) return error(errno);
  if (::lseek(descriptor_, static_cast<off_t>(whole), SEEK_SET) < 0) return error(errno);
  return Success{};
}

Status BatchOutput::write(std::string_view lines) {
  if (descriptor_ < 0) return write_stdout_json(lines);
  const int failed = write_descriptor(descriptor_, lines);
  return failed == 0 ? Status(Success{}) : error(failed);
}

Status BatchOutput::close() {
  if (descriptor_ < 0) return Success{};
  return ::close(std::exchange(descriptor_, -1)) == 0 ? Status(Success{}) : error(errno);
}

}  // namespace storydiff::cli
