#include "output.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "terminal_style.hpp"
#include "terminal_text.hpp"

namespace storydiff::cli {
namespace {

Error write_error(const std::string& what, int number) {
  return {ErrorCode::kUnreadable, "can not write " + what + ": " + std::strerror(number)};
}

/// Closes and, unless kept, removes the file.
class TemporaryFile {
 public:
  TemporaryFile(int descriptor, std::string path) : descriptor_(descriptor), path_(std::move(path)) {}
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
    if (!path_.empty()) ::unlink(path_.c_str());
  }
  /// Some file systems report a full disk only here.
  int close() {
    const int failed = ::close(descriptor_);
    descriptor_ = -1;
    return failed == 0 ? 0 : errno;
  }
  int move_to(const std::string& path) {
    if (std::rename(path_.c_str(), path.c_str()) != 0) return errno;
    path_.clear();
    return 0;
  }

 private:
  int descriptor_;
  std::string path_;
};

mode_t default_mode() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666 & ~mask;
}

/// Stops writing, but not asking, at the first thing that goes wrong.
int write_all(int descriptor, const ByteSource& bytes) {
  int failed = 0;
  bytes([&](std::string_view part) {
    if (failed == 0) failed = write_descriptor(descriptor, part);
  });
  return failed;
}

int write_directly(const std::string& path, const ByteSource& bytes) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (descriptor < 0) return errno;
  TemporaryFile file(descriptor, "");
  const int failed = write_all(descriptor, bytes);
  return failed != 0 ? failed : file.close();
}

int replace_file(const std::string& path, mode_t mode, const ByteSource& bytes) {
  std::string beside = path + ".XXXXXX";
  const int descriptor = ::mkstemp(beside.data());
  if (descriptor < 0) return errno;
  TemporaryFile file(descriptor, beside);
  if (::fchmod(descriptor, mode) != 0) return errno;
  if (const int failed = write_all(descriptor, bytes); failed != 0) return failed;
  if (const int failed = file.close(); failed != 0) return failed;
  return file.move_to(path);
}

Status stdout_status(int failed) {
  if (failed == EPIPE) return Error{ErrorCode::kUnreadable, ""};
  if (failed != 0) return write_error("standard output", failed);
  return Success{};
}

}  // namespace

void prepare_standard_streams() {
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (::fcntl(descriptor, F_GETFD) < 0) (void)::open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY);
  std::signal(SIGPIPE, SIG_IGN);
  // Over the limit of a file's size: an error of that file, and not the end of us.
  std::signal(SIGXFSZ, SIG_IGN);
}

int write_descriptor(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

Status write_stdout(std::string_view bytes) { return stdout_status(write_descriptor(STDOUT_FILENO, bytes)); }

Status write_stdout_json(std::string_view json) {
  return stdout_is_terminal() ? write_stdout(visible_json(json)) : write_stdout(json);
}

Status write_file(const std::string& path, std::string_view bytes) {
  return write_file(path, [&](const std::function<void(std::string_view)>& take) { take(bytes); });
}

Status write_file(const std::string& path, const ByteSource& bytes) {
  struct stat known {};
  const bool exists = ::stat(path.c_str(), &known) == 0;
  if (exists && S_ISDIR(known.st_mode)) return write_error(path, EISDIR);
  int failed = 0;
  if (exists && !S_ISREG(known.st_mode)) {
    failed = write_directly(path, bytes);
  } else if (exists && ::access(path.c_str(), W_OK) != 0) {
    failed = errno;
  } else {
    std::error_code ignored;
    const std::filesystem::path real = exists ? std::filesystem::canonical(path, ignored) : std::filesystem::path(path);
    failed = replace_file(real.empty() ? path : real.string(), exists ? known.st_mode & 07777 : default_mode(), bytes);
  }
  if (failed != 0) return write_error(path, failed);
  return Success{};
}

bool same_file(const std::string& a, const std::string& b) {
  std::error_code ignored;
  if (a == b || std::filesystem::equivalent(a, b, ignored)) return true;
  if (a.empty() || b.empty() || a == "-" || b == "-") return false;
  // Neither may be there yet: "x" and "./x" are one place.
  const auto there = std::filesystem::weakly_canonical(std::filesystem::absolute(a, ignored), ignored);
  const auto here = std::filesystem::weakly_canonical(std::filesystem::absolute(b, ignored), ignored);
  return !ignored && there == here;
}

Status check_place(const std::string& flag, const std::string& file, const std::vector<std::string>& inputs,
                   const std::string& what) {
  if (file.empty() || file == "-") return Success{};
  for (const std::string& input : inputs)
    if (!input.empty() && same_file(input, file))
      return Error{
          ErrorCode::kInvalidInput,
          file + ": is " + what + ", and what is written would take its place: give " + flag + " another file"};
  return Success{};
}

Status write_json(const std::string& path, std::string_view json) {
  return path == "-" ? write_stdout_json(json) : write_file(path, json);
}

Status write_json(const std::string& path, const ByteSource& json) {
  if (path != "-") return write_file(path, json);
  if (!stdout_is_terminal()) return stdout_status(write_all(STDOUT_FILENO, json));
  std::string whole;
  json([&](std::string_view part) { whole += part; });
  return write_stdout_json(whole);
}

}  // namespace storydiff::cli
