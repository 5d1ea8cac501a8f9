// How the plugin behaves as a guest in a process: what it leaves behind, and how it fails.
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

#include "plugin_check/check.hpp"
#include "plugin_check/cost.hpp"
#include "plugin_check/library.hpp"
#include "plugin_check/trial.hpp"

namespace storydiff::plugin_check {
namespace {

constexpr std::size_t kInstancesAtOnce = 20;
constexpr std::size_t kMostCycles = 100;
constexpr double kSecondsOfCycles = 0.5;

void run_stories(const Subject& subject, const std::shared_ptr<Normalizer>& plugin) {
  const std::vector<Text> texts = subject.stories();
  for (std::size_t i = 0; i < texts.size(); ++i)
    static_cast<void>(try_text(subject.manifest(), plugin, texts[i], opposite(subject.manifest(), texts, i)));
}

std::size_t open_descriptors() {
  std::size_t count = 0;
  std::error_code ec;
  std::filesystem::directory_iterator entries("/proc/self/fd", ec);
  for (; !ec && entries != std::filesystem::directory_iterator(); entries.increment(ec)) ++count;
  return count;
}

/// What belongs to the whole process, and so not to a plugin.
struct Surroundings {
  std::string folder;
  std::string locale;
  mode_t mask = 0;
  std::array<void (*)(int), 5> handlers{};

  static Surroundings now() {
    static constexpr std::array<int, 5> kSignals{SIGINT, SIGTERM, SIGPIPE, SIGCHLD, SIGALRM};
    Surroundings s;
    std::error_code ec;
    s.folder = std::filesystem::current_path(ec).string();
    s.locale = std::setlocale(LC_ALL, nullptr);
    s.mask = ::umask(0);
    ::umask(s.mask);
    for (std::size_t i = 0; i < kSignals.size(); ++i) {
      struct sigaction action {};
      ::sigaction(kSignals[i], nullptr, &action);
      s.handlers[i] = action.sa_handler;
    }
    return s;
  }

  [[nodiscard]] std::string change_to(const Surroundings& later) const {
    if (folder != later.folder) return "it changes the working directory to " + later.folder;
    if (locale != later.locale) return "it changes the locale to " + later.locale;
    if (mask != later.mask) return "it changes the mask of file modes";
    if (handlers != later.handlers) return "it changes what a signal does";
    return {};
  }
};

/// Takes the place of a standard stream, and knows how much was written there.
class Catcher {
 public:
  explicit Catcher(int descriptor) : descriptor_(descriptor), file_(::memfd_create("caught", MFD_CLOEXEC)) {
    if (file_ >= 0) ::dup2(file_, descriptor_);
  }
  Catcher(const Catcher&) = delete;
  Catcher& operator=(const Catcher&) = delete;
  ~Catcher() { ::close(file_); }
  [[nodiscard]] off_t written() const {
    struct stat status {};
    return ::fstat(file_, &status) == 0 ? status.st_size : 0;
  }
  /// Whether the stream still is what it was.
  [[nodiscard]] bool in_place() const {
    struct stat ours {};
    struct stat there {};
    return ::fstat(file_, &ours) == 0 && ::fstat(descriptor_, &there) == 0 && ours.st_ino == there.st_ino &&
           ours.st_dev == there.st_dev;
  }

 private:
  int descriptor_;
  int file_;
};

}  // namespace

Outcome check_instances(const Subject& subject) {
  std::size_t cycles = 5;
  const bool ours = runs_in_this_process(subject.manifest());
  bool all_made = true;
  const auto cycle = [&] { all_made = all_made && subject.make().ok(); };
  if (ours) {
    const double seconds = std::max(seconds_of(subject.manifest(), cycle), 1e-6);
    cycles = std::clamp(static_cast<std::size_t>(kSecondsOfCycles / seconds), cycles, kMostCycles);
  }
  subject.at("instances one after the other");
  const auto round = [&] {
    for (std::size_t i = 0; i < cycles; ++i) cycle();
  };
  if (ours) {
    if (const auto growth = memory_growth(round, cycles * 24))
      return failed(*growth + " more after each round of " + std::to_string(cycles) + " instances made and destroyed");
  } else {
    round();
  }
  subject.at("many instances at once");
  std::vector<std::shared_ptr<Normalizer>> instances;
  for (std::size_t i = 0; i < (ours ? kInstancesAtOnce : 4) && all_made; ++i) {
    auto made = subject.make();
    all_made = made.ok();
    if (made) instances.push_back(*made);
  }
  // Destroyed in an order of their own, and the rest must still work.
  while (instances.size() > 1) instances.erase(instances.begin() + static_cast<std::ptrdiff_t>(instances.size() / 2));
  if (!all_made) return failed("an instance could not be made although others could");
  const Text text{"a sentence", "The ferry sank.\n"};
  const Trial trial = try_text(subject.manifest(), instances.front(), text, &text);
  return trial.failure.empty() ? passed() : failed("after others were destroyed: " + trial.failure);
}

Outcome check_errors(const Subject& subject) {
  const PluginManifest& manifest = subject.manifest();
  const auto entry = open_entry(manifest);
  if (!entry) return failed(entry.error().message);
  const storydiff_descriptor* descriptor = find_descriptor(**entry, manifest);
  if (descriptor == nullptr) return failed("the library does not describe it");
  const std::vector<Text> texts = subject.stories();
  std::size_t refused = 0;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    subject.at("text '" + texts[i].name + "', edits refused");
    const RefusedCall call = call_with_refusing_sink(*descriptor, manifest, texts[i], opposite(manifest, texts, i));
    if (!call.made) return failed("an instance could not be made");
    if (call.status != STORYDIFF_OK && call.status != STORYDIFF_ERROR)
      return failed(on_text(texts[i], "'normalize' returns " + std::to_string(call.status) +
                                          ", which is neither STORYDIFF_OK nor STORYDIFF_ERROR"));
    if (call.status == STORYDIFF_ERROR && call.message.empty())
      return failed(on_text(texts[i], "'normalize' fails without a message: call set_error first"));
    refused += call.refused;
  }
  return refused > 0 ? passed() : skipped("it offers no edit on any text, so none could be refused");
}

Outcome check_side_effects(const Subject& subject) {
  const Surroundings before = Surroundings::now();
  const Catcher out(STDOUT_FILENO);
  const Catcher err(STDERR_FILENO);
  const auto plugin = subject.make();
  if (!plugin) return failed(plugin.error().message);
  run_stories(subject, *plugin);
  const std::size_t descriptors = open_descriptors();
  run_stories(subject, *plugin);

  std::fflush(nullptr);
  if (out.written() > 0) return failed("it writes to standard output, which belongs to the reports");
  if (!out.in_place() || !err.in_place()) return failed("it closes or replaces a standard stream");
  if (const std::string change = before.change_to(Surroundings::now()); !change.empty()) return failed(change);
  if (const std::size_t now = open_descriptors(); now > descriptors)
    return failed("it leaves " + std::to_string(now - descriptors) + " descriptors open each time that it is used");
  if (runs_in_this_process(subject.manifest()) && (::waitpid(-1, nullptr, WNOHANG) >= 0 || errno != ECHILD))
    return failed("it leaves child processes behind");
  if (err.written() > 0) return warning("it writes to standard error; 'storydiff.log/1' is for that");
  return passed();
}

Outcome check_process_end(const Subject& subject) {
  subject.at("the end of the process");
  {
    const auto plugin = subject.make();
    if (!plugin) return failed(plugin.error().message);
    run_stories(subject, *plugin);
  }
  return passed();
}

}  // namespace storydiff::plugin_check
