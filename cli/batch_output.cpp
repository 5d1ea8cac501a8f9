#include "batch_output.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <string_view>
#include <utility>

#include "line_reader.hpp"
#include "output.hpp"

namespace storydiff::cli {

namespace {

constexpr std::string_view kRecordBegin = "{\"id\":";

/// Whether `bytes` are the beginning of a record, however little of it.
bool may_be_record(std::string_view bytes) {
  const std::size_t common = std::min(bytes.size(), kRecordBegin.size());
  return bytes.substr(0, common) == kRecordBegin.substr(0, common);
}

}  // namespace

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
  // Emptied only when it is known that nobody else writes, and that it is no text of somebody's.
  if (Status opened = open(path, O_RDWR); !opened) return opened;
  std::array<char, kRecordBegin.size()> begin{};
  const ssize_t got = ::pread(descriptor_, begin.data(), begin.size(), 0);
  if (got < 0) return error(errno);
  if (!may_be_record(std::string_view(begin.data(), static_cast<std::size_t>(got))))
    return Error{ErrorCode::kUsage, path + ": is there already and holds no records of a batch: name another file"};
  return ::ftruncate(descriptor_, 0) == 0 ? Status(Success{}) : error(errno);
}

Status BatchOutput::resume(const std::string& path,
                           const std::function<Status(std::uint64_t, const std::string&)>& record,
                           const std::function<Status()>& all_read) {
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
    if (!reader.ended_with_feed()) {
      if (!may_be_record(line))
        return Error{ErrorCode::kUsage,
                     path + ": its last line is no record of a batch, whole or half: name another file"};
      break;
    }
    if (Status taken = record(++number, line); !taken) return taken;
    whole = reader.consumed();
  }
  if (Status usable = all_read(); !usable) return usable;
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
