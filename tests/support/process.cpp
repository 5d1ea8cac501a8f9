#include "support/process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <stdexcept>

namespace storydiff_test {
namespace {

struct Pipe {
  int read = -1;
  int write = -1;
  Pipe() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("pipe");
    read = ends[0];
    write = ends[1];
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    close_end(read);
    close_end(write);
  }
  static void close_end(int& end) {
    if (end >= 0) ::close(end);
    end = -1;
  }
};

/// Only what may be called between fork and exec.
[[noreturn]] void become(const ProcessRequest& request, char** arguments, int in, int out, int err) {
  if (!request.folder.empty() && ::chdir(request.folder.c_str()) != 0) ::_exit(126);
  ::dup2(in, STDIN_FILENO);
  ::dup2(out, STDOUT_FILENO);
  ::dup2(err, STDERR_FILENO);
  if (!request.output_file.empty()) {
    const int file = ::open(request.output_file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (file < 0) ::_exit(126);
    ::dup2(file, STDOUT_FILENO);
    ::close(file);
  }
  if (request.closed_input) ::close(STDIN_FILENO);
  if (request.closed_output) ::close(STDOUT_FILENO);
  for (const auto& [name, value] : request.environment)
    value ? ::setenv(name.c_str(), value->c_str(), 1) : ::unsetenv(name.c_str());
  ::execv(arguments[0], arguments);
  ::_exit(127);
}

/// Reads both ends until they close: one after the other could block the program.
void drain(int out, int err, ProcessResult& result) {
  std::array<pollfd, 2> ends{{{out, POLLIN, 0}, {err, POLLIN, 0}}};
  const std::array<std::string*, 2> texts{&result.out, &result.err};
  while (ends[0].fd >= 0 || ends[1].fd >= 0) {
    if (::poll(ends.data(), ends.size(), -1) < 0) continue;
    for (std::size_t i = 0; i < ends.size(); ++i) {
      if (ends[i].fd < 0 || ends[i].revents == 0) continue;
      std::array<char, 65536> buffer{};
      const ssize_t count = ::read(ends[i].fd, buffer.data(), buffer.size());
      if (count > 0)
        texts[i]->append(buffer.data(), static_cast<std::size_t>(count));
      else
        ends[i].fd = -1;
    }
  }
}

}  // namespace

ProcessResult run_process(const ProcessRequest& request) {
  std::vector<std::string> words = request.command;
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);

  Pipe in;
  Pipe out;
  Pipe err;
  if (request.input.size() > 65536) throw std::runtime_error("the input is too long for a pipe");
  if (::write(in.write, request.input.data(), request.input.size()) < 0) throw std::runtime_error("write");
  Pipe::close_end(in.write);
  if (request.broken_pipe) Pipe::close_end(out.read);

  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("fork");
  if (child == 0) become(request, arguments.data(), in.read, out.write, err.write);
  Pipe::close_end(in.read);
  Pipe::close_end(out.write);
  Pipe::close_end(err.write);

  ProcessResult result;
  drain(out.read, err.read, result);
  int status = 0;
  if (::waitpid(child, &status, 0) != child) throw std::runtime_error("waitpid");
  result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return result;
}

}  // namespace storydiff_test
