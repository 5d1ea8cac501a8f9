// Programs that end, hang, flood, die and linger, and what the host is told.
#include "plugin/child_process.hpp"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <chrono>
#include <string>
#include <thread>

#include "support/catch.hpp"

using namespace storydiff;
using namespace storydiff::plugin_host;
using namespace std::chrono_literals;

namespace {

ChildCommand shell(const std::string& script) { return {{"/bin/sh", "-c", script}, {"PATH=/usr/bin:/bin"}, {}}; }

ChildProcess start(const ChildCommand& command) {
  Result<ChildProcess> child = ChildProcess::start(command);
  INFO((child.ok() ? std::string() : child.error().message));
  REQUIRE(child.ok());
  return std::move(*child);
}

ChildReply say(ChildProcess& child, std::string_view input, std::chrono::milliseconds limit = 5s) {
  return child.exchange(input, first_line, {deadline_in(limit), 1 << 20});
}

bool lives(pid_t id) { return ::kill(id, 0) == 0; }

/// A process that is gone a moment from now.
bool ends(pid_t id) {
  for (int i = 0; i < 200 && lives(id); ++i) std::this_thread::sleep_for(10ms);
  return !lives(id);
}

}  // namespace

TEST_CASE("a child answers line by line, and ends when its input does") {
  ChildProcess child = start(shell("while read line; do echo \"<$line>\"; done; exit 7"));
  CHECK(say(child, "one\n").text == "<one>\n");
  CHECK(say(child, "two\nthree\n").text == "<two>\n");
  CHECK(say(child, "").text == "<three>\n");
  const ChildEnd end = child.finish(deadline_in(5s));
  CHECK(end.kind == ChildEnd::Kind::kExited);
  CHECK(to_string(end) == "ended with exit status 7");
}

TEST_CASE("more than a pipe holds goes both ways at once") {
  ChildProcess child = start(shell("exec cat"));
  const std::string line = std::string(900'000, 'x') + "\n";
  const ChildReply reply = say(child, line);
  CHECK(reply.outcome == ChildReply::Outcome::kReply);
  CHECK(reply.text == line);
  CHECK_FALSE(child.has_unread_output());
}

TEST_CASE("what is not a reply is told apart") {
  using Outcome = ChildReply::Outcome;
  struct Case {
    std::string script;
    Outcome outcome;
    std::string end;
    std::string error_line;
  };
  const Case cases[] = {
      {"exit 0", Outcome::kClosed, "ended with exit status 0", ""},
      {"echo half; kill -SEGV $$", Outcome::kReply, "was ended by signal 11 (SIGSEGV, an access to memory", ""},
      {"echo why >&2; printf half; exit 3", Outcome::kClosed, "ended with exit status 3", "why"},
      {"echo first >&2; echo last >&2; echo >&2; exit 1", Outcome::kClosed, "ended with exit status 1", "last"},
      {"exec sleep 60", Outcome::kTimeout, "had to be killed", ""},
      {"trap '' TERM INT HUP; while :; do sleep 1; done", Outcome::kTimeout, "had to be killed", ""},
      {"exec sleep 60 >&-", Outcome::kClosed, "had to be killed", ""},
      {"exec tr '\\0' x < /dev/zero", Outcome::kFlood, "had to be killed", ""},
      {"tr '\\0' x < /dev/zero >&2 & exec sleep 60", Outcome::kFlood, "had to be killed", "xxxx"},
      {"yes no >&2 & exec sleep 60", Outcome::kFlood, "had to be killed", "n"},
  };
  for (const Case& c : cases) {
    INFO(c.script);
    ChildProcess child = start(shell(c.script));
    const auto patience = c.outcome == Outcome::kTimeout ? 300ms : 20'000ms;
    CHECK(say(child, "a line that nobody reads\n", patience).outcome == c.outcome);
    const std::string end = to_string(child.finish(deadline_in(300ms)));
    INFO(end);
    CHECK(end.starts_with(c.end));
    CHECK(child.last_error_lines(1).starts_with(c.error_line));
  }
}

TEST_CASE("a child that does not read is no SIGPIPE of ours") {
  ChildProcess child = start(shell("exec <&-; sleep 0.2"));
  const ChildReply reply = say(child, std::string(500'000, 'x'));
  CHECK(reply.outcome == ChildReply::Outcome::kClosed);
}

TEST_CASE("no descriptor of ours reaches the child") {
  const int ours = ::open("/dev/null", O_RDONLY);  // without O_CLOEXEC
  REQUIRE(ours > 2);
  ChildProcess child = start(shell("ls /proc/self/fd | tr '\\n' ' '; echo"));
  // `ls` has one more, for the folder that it lists.
  CHECK(say(child, "").text == "0 1 2 3 \n");
  ::close(ours);
}

TEST_CASE("a program that can not be run is an error, not a child") {
  const auto missing = ChildProcess::start({{"/no/such/program"}, {}, {}});
  REQUIRE_FALSE(missing.ok());
  CHECK(missing.error().message == "/no/such/program can not be run: No such file or directory");
  const auto folder = ChildProcess::start({{"/"}, {}, {}});
  REQUIRE_FALSE(folder.ok());
  CHECK(folder.error().message.find("Permission denied") != std::string::npos);
  CHECK_FALSE(ChildProcess::start({}).ok());
}

TEST_CASE("nothing that a child started outlives it") {
  for (const bool own_namespace : {false, true}) {
    ChildCommand command = shell("sleep 300 & echo $!; echo; wait");
    command.own_namespace = own_namespace;
    ChildProcess child = start(command);
    const pid_t id = child.id();
    const ChildReply grandchild = say(child, "");
    child.kill();
    CHECK_FALSE(lives(id));
    // In its own namespace it counts its processes itself; there the first one takes all others with it.
    if (!child.has_own_namespace()) CHECK(ends(std::stoi(grandchild.text)));
  }
}

TEST_CASE("what ends by itself takes its process group with it") {
  ChildProcess child = start(shell("sleep 300 > /dev/null 2>&1 & echo $!"));
  const pid_t grandchild = std::stoi(say(child, "").text);
  CHECK(to_string(child.finish(deadline_in(5s))) == "ended with exit status 0");
  CHECK(ends(grandchild));
}

TEST_CASE("a child in its own namespace sees itself as the first process") {
  ChildCommand command = shell("echo $$");
  command.own_namespace = true;
  ChildProcess child = start(command);
  const ChildReply reply = say(child, "");
  if (child.has_own_namespace()) CHECK(reply.text == "1\n");
}

TEST_CASE("limits of memory and time hold") {
  ChildCommand command = shell("x=x; while :; do x=$x$x; done");
  command.memory_bytes = 100 << 20;
  ChildProcess hungry = start(command);
  CHECK(say(hungry, "").outcome == ChildReply::Outcome::kClosed);
  command = shell("while :; do :; done");
  command.cpu_seconds = 1;
  ChildProcess busy = start(command);
  CHECK(say(busy, "", 20s).outcome == ChildReply::Outcome::kClosed);
  CHECK(to_string(busy.finish(deadline_in(1s))).find("signal") != std::string::npos);
}

TEST_CASE("a child ends with the thread that started it, unless it shall not") {
  ChildCommand command = shell("exec sleep 60");
  command.ends_with_thread = false;
  ChildProcess lasting = start(command);
  ChildProcess bound = start(command);
  std::thread([&] {
    command.ends_with_thread = true;
    bound = start(command);
  }).join();
  CHECK(say(bound, "").outcome == ChildReply::Outcome::kClosed);
  CHECK(lives(lasting.id()));
}
