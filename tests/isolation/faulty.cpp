// A library that does the worst it can: which, its option says, or its build where it happens on loading.
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <new>
#include <storydiff/plugin.hpp>
#include <string>
#include <vector>

namespace {

using storydiff::plugin::Failure;
using storydiff::plugin::Sink;
using storydiff::plugin::View;

[[noreturn]] void hang() {
  for (;;) ::pause();
}

/// As a bad pointer does, and no optimizer or sanitizer between.
void crash() {
  ::signal(SIGSEGV, SIG_DFL);
  ::raise(SIGSEGV);
}

#if defined(CRASHES_ON_LOADING)
[[maybe_unused]] const int kLoaded = (crash(), 0);
#elif defined(HANGS_ON_LOADING)
[[maybe_unused]] const int kLoaded = (hang(), 0);
#elif defined(EXITS_ON_LOADING)
[[maybe_unused]] const int kLoaded = (::_exit(0), 0);
#endif

/// The attempt that was refused is the plugin's own error; one that went through is nothing at all, and
/// the test then misses the words.
void must_fail(long result, const char* what) {
  if (result < 0) throw Failure(std::string(what) + " was refused: " + std::strerror(errno));
}

std::uint64_t overflow_stack(std::uint64_t depth) {
  if (depth == UINT64_MAX) return 0;  // long after the end of every stack
  volatile char frame[4096];
  frame[depth % sizeof frame] = 1;
  return depth + overflow_stack(depth + 1) + static_cast<std::uint64_t>(frame[0]);
}

void* sleep_for_ever(void*) { hang(); }

void fork_bomb() {
  int started = 0;
  for (int i = 0; i < 100000; ++i) {
    const pid_t child = ::fork();
    if (child == 0) hang();
    if (child < 0) break;
    ++started;
  }
  if (started > 0) hang();
  pid_t child = 0;
  char program[] = "/bin/true";
  char* const arguments[] = {program, nullptr};
  errno = ::posix_spawn(&child, program, nullptr, nullptr, arguments, nullptr);
  must_fail(-errno, "a second process");
}

void thread_bomb() {
  pthread_attr_t attributes;
  ::pthread_attr_init(&attributes);
  ::pthread_attr_setstacksize(&attributes, 65536);
  for (int i = 0; i < 5000; ++i) {
    pthread_t thread{};
    if (::pthread_create(&thread, &attributes, &sleep_for_ever, nullptr) != 0) break;
  }
  hang();
}

void take_memory() {
  constexpr std::size_t kStep = std::size_t{64} << 20;
  std::vector<char*> taken;
  for (int i = 0; i < 160; ++i) {
    taken.push_back(new char[kStep]);
    std::memset(taken.back(), 1, kStep);
  }
  for (char* memory : taken) delete[] memory;
}

void share_memory() {
  void* const memory =
      ::mmap(nullptr, std::size_t{10} << 30, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) must_fail(-1, "shared memory");
}

[[noreturn]] void flood(std::FILE* stream) {
  for (;;) std::fputs("a line of a flood that never ends\n", stream);
}

void write_into_pipes(const char* bytes, std::size_t size) {
  for (int descriptor = 3; descriptor < 1024; ++descriptor) {
    struct stat status {};
    if (::fstat(descriptor, &status) == 0 && S_ISFIFO(status.st_mode))
      static_cast<void>(!::write(descriptor, bytes, size));
  }
}

void kill_everybody() {
  for (const pid_t victim : {::getppid(), pid_t{1}, pid_t{0}, pid_t{-1}}) ::kill(victim, SIGKILL);
  must_fail(::kill(::getppid(), SIGKILL), "a signal to its parent");
}

void write_files(const View& view) {
  // Beside the document, to the document, and where everybody may.
  const std::string document(view.metadata("path"));
  for (const std::string& file : {document, document + ".stolen", std::string("/tmp/storydiff-stolen")}) {
    const int opened = ::open(file.c_str(), O_WRONLY | O_CREAT, 0600);
    if (opened >= 0) return;
  }
  const char* const name = document.c_str();
  if (::unlink(name) == 0 || ::chmod(name, 0) == 0 || ::truncate(name, 0) == 0) return;
  must_fail(-1, "writing a file");
}

struct Fault {
  std::string_view name;
  void (*run)(const View& view, Sink& sink);
};

const Fault kFaults[] = {
    {"none", [](const View&, Sink&) {}},
    {"crash", [](const View&, Sink&) { crash(); }},
    {"abort", [](const View&, Sink&) { std::abort(); }},
    {"last-words",
     [](const View&, Sink&) {
       std::fputs("the dictionary is torn\n", stderr);
       std::abort();
     }},
    {"stack-overflow", [](const View&, Sink&) { std::printf("%d", static_cast<int>(overflow_stack(0))); }},
    {"exit", [](const View&, Sink&) { std::exit(0); }},
    {"exit-at-once", [](const View&, Sink&) { ::_exit(3); }},
    {"hang", [](const View&, Sink&) { hang(); }},
    {"spin",
     [](const View&, Sink&) {
       volatile bool on = true;
       while (on) {
       }
     }},
    {"deaf",
     [](const View&, Sink&) {
       ::signal(SIGTERM, SIG_IGN);
       ::signal(SIGINT, SIG_IGN);
       hang();
     }},
    {"fork-bomb", [](const View&, Sink&) { fork_bomb(); }},
    {"thread-bomb", [](const View&, Sink&) { thread_bomb(); }},
    {"memory", [](const View&, Sink&) { take_memory(); }},
    {"shared-memory", [](const View&, Sink&) { share_memory(); }},
    {"flood-output", [](const View&, Sink&) { flood(stdout); }},
    {"flood-errors", [](const View&, Sink&) { flood(stderr); }},
    {"flood-edits",
     [](const View&, Sink& sink) {
       for (int i = 0; i < 10'000'000; ++i) sink.mark({0, 1}, "lede", "flood");
     }},
    {"torn-frame", [](const View&, Sink&) { write_into_pipes("xxxxxxxxxxxxxxxxxxxx", 20); }},
    {"forged-frame",
     [](const View&, Sink&) {
       // Kind, size, one edit, and then nothing of it.
       write_into_pipes("E\4\0\0\0\0\0\0\0\1\0\0\0", 13);
     }},
    {"our-output",
     [](const View&, Sink&) {
       std::puts("{\"this\": \"is no report\"}");
       std::fflush(stdout);
     }},
    {"close-all",
     [](const View&, Sink&) {
       for (int descriptor = 0; descriptor < 1024; ++descriptor) ::close(descriptor);
     }},
    {"kill-parent", [](const View&, Sink&) { kill_everybody(); }},
    {"write-files", [](const View& view, Sink&) { write_files(view); }},
    {"read-files",
     [](const View& view, Sink&) {
       must_fail(::open(std::string(view.metadata("path")).c_str(), O_RDONLY), "reading a file");
     }},
    {"network", [](const View&, Sink&) { must_fail(::socket(AF_INET, SOCK_STREAM, 0), "a socket"); }},
    {"other-program",
     [](const View&, Sink&) {
       char shell[] = "/bin/true";
       char* const arguments[] = {shell, nullptr};
       must_fail(::execv(shell, arguments), "another program");
     }},
    {"crash-on-source",
     [](const View& view, Sink& sink) {
       if (view.metadata("side") == "source") crash();
       sink.mark({0, 1}, "lede", "survivor");
     }},
    {"bad-edit",
     [](const View& view, Sink& sink) {
       sink.drop({0, view.text().size() + 1}, "slug", "too-far");
     }},
};

class Faulty : public storydiff::plugin::Normalizer {
 public:
  static constexpr storydiff::plugin::Info kInfo{.id = PLUGIN_ID,
                                                 .name = "Faulty plugin",
                                                 .version = "1.0.0",
                                                 .vendor = "storydiff tests",
                                                 .licence = "MIT",
                                                 .summary = "Does the worst it can.",
                                                 .options_schema = R"({"properties": {"fault": {"type": "string"}}})"};
  Faulty(std::string_view options, const storydiff::plugin::Host&) {
    for (const Fault& fault : kFaults) {
      if (options == R"({"fault":")" + std::string(fault.name) + R"("})") fault_ = &fault;
    }
    if (options == R"({"fault":"crash-in-create"})") crash();
    if (options == R"({"fault":"hang-in-create"})") hang();
    if (fault_ == nullptr) throw Failure("no such fault");
  }
  void normalize(const View& view, Sink& sink) override { fault_->run(view, sink); }

 private:
  const Fault* fault_ = nullptr;
};

}  // namespace

STORYDIFF_EXPORT_PLUGIN(Faulty)
