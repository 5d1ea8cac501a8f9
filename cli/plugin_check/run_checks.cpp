#include "plugin_check/run_checks.hpp"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

#include "plugin/child_process.hpp"
#include "plugin_check/child.hpp"

extern char** environ;  // NOLINT: POSIX has it so

namespace storydiff::plugin_check {
namespace {

using plugin_host::ChildCommand;
using plugin_host::ChildEnd;
using plugin_host::ChildProcess;
using plugin_host::ChildReply;

constexpr std::size_t kMostTimeOuts = 3;
constexpr std::size_t kMostOutput = std::size_t{1} << 20;
constexpr std::chrono::seconds kTimeToEnd{5};

/// Address space of a check: enough for documents of some megabytes, and little enough that a plugin
/// that allocates without end is stopped before the machine suffers. Sanitizers reserve far more.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr std::uint64_t kMemory = 0;
#else
constexpr std::uint64_t kMemory = std::uint64_t{2} << 30;
#endif

/// Gets the orphans of our children while it lives, and ends them: a plugin's process that has left its
/// group must not outlive its check.
class Orphanage {
 public:
  Orphanage() { ::prctl(PR_SET_CHILD_SUBREAPER, 1); }
  Orphanage(const Orphanage&) = delete;
  Orphanage& operator=(const Orphanage&) = delete;
  ~Orphanage() { ::prctl(PR_SET_CHILD_SUBREAPER, 0); }

  /// Precondition: all children that we started ourselves have been reaped.
  static void clear() {
    constexpr int kMostRounds = 100;  // each ends a generation of what forks on and on
    for (int round = 0; round < kMostRounds; ++round) {
      std::ifstream children("/proc/self/task/" + std::to_string(::getpid()) + "/children");
      for (pid_t child = 0; children >> child;) ::kill(child, SIGKILL);
      if (::waitpid(-1, nullptr, 0) < 0) return;
      while (::waitpid(-1, nullptr, WNOHANG) > 0) {
      }
    }
  }
};

std::vector<std::string> our_environment() {
  std::vector<std::string> all;
  for (char** variable = environ; *variable != nullptr; ++variable) all.emplace_back(*variable);
  return all;
}

/// What a child has said so far.
struct Said {
  std::optional<Outcome> outcome;
  std::string place;
};

Said read_lines(std::string_view text) {
  Said said;
  for (std::size_t begin = 0, end = 0; (end = text.find('\n', begin)) != std::string_view::npos; begin = end + 1) {
    const std::string_view line = text.substr(begin, end - begin);
    if (auto place = parse_place(line))
      said.place = *std::move(place);
    else if (auto outcome = parse_outcome(line))
      said.outcome = std::move(outcome);
  }
  return said;
}

/// Up to and with the line of the outcome: what the plugin has started may hold the stream open.
std::optional<std::size_t> through_outcome(std::string_view output, std::size_t seen) {
  const std::size_t last = output.rfind('\n', std::max<std::size_t>(seen, 1) - 1);
  for (std::size_t begin = last == std::string_view::npos ? 0 : last + 1, end = 0;
       (end = output.find('\n', begin)) != std::string_view::npos; begin = end + 1)
    if (parse_outcome(output.substr(begin, end - begin))) return end + 1;
  return std::nullopt;
}

std::string spoken(std::chrono::milliseconds time) {
  std::string seconds = std::to_string(static_cast<double>(time.count()) / 1000);
  seconds.erase(seconds.find_last_not_of('0') + 1);
  if (seconds.back() == '.') seconds.pop_back();
  return seconds + " s";
}

Outcome crashed(const std::string& how, const Said& said, const std::string& last_words) {
  return {CheckStatus::kCrashed,
          how + (said.place.empty() ? "" : ", at " + said.place) + (last_words.empty() ? "" : ": " + last_words), ""};
}

/// How the child ended, as the check's outcome.
Outcome judge(const ChildReply& reply, const ChildEnd& end, const std::string& last_words,
              std::chrono::milliseconds limit) {
  const Said said = read_lines(reply.text);
  const std::string at = said.place.empty() ? "" : ", at " + said.place;
  if (reply.outcome == ChildReply::Outcome::kTimeout)
    return {CheckStatus::kTimedOut, "not done in " + spoken(limit) + at, ""};
  if (reply.outcome == ChildReply::Outcome::kFlood) return failed("it floods standard error" + at);
  if (end.kind == ChildEnd::Kind::kSignaled)
    return crashed("the process was ended by " + plugin_host::signal_name(end.value), said, last_words);
  if (end.kind == ChildEnd::Kind::kKilled)
    return {CheckStatus::kTimedOut, "the process does not end after its last instance", ""};
  if (end.value == kAborted)
    return crashed("the process was ended by " + plugin_host::signal_name(SIGABRT), said, last_words);
  if (!said.outcome || end.value != 0)
    return crashed("the process ended with exit status " + std::to_string(end.value), said, last_words);
  return *said.outcome;
}

class Runner {
 public:
  explicit Runner(const CheckRequest& request) : request_(request), environment_(our_environment()) {
    std::error_code error;
    program_ = std::filesystem::read_symlink("/proc/self/exe", error).string();
  }

  Outcome run(const Check& check) const {
    Outcome first = run_once(check);
    if (!check.twice || first.status != CheckStatus::kPassed) return first;
    const Outcome second = run_once(check);
    if (second.status == CheckStatus::kPassed && second.fingerprint != first.fingerprint)
      return failed("two processes get other edits for the same texts");
    return second.status == CheckStatus::kPassed ? first : second;
  }

 private:
  Outcome run_once(const Check& check) const {
    ChildCommand command;
    command.arguments = {program_,
                         "plugin",
                         "check-one",
                         std::string(check.id),
                         request_.folder.string(),
                         "--seed",
                         std::to_string(request_.seed)};
    command.environment = environment_;
    command.memory_bytes = kMemory;
    // So that a plugin can neither signal us nor leave anything behind. A command's own process gets a
    // namespace from its host, and there is none within a namespace.
    command.own_namespace = request_.manifest.kind != PluginKind::kCommand;
    Result<ChildProcess> child = ChildProcess::start(command);
    if (!child) return skipped(child.error().message);
    const ChildReply reply =
        child->exchange({}, through_outcome, {plugin_host::deadline_in(request_.time_limit), kMostOutput});
    const bool ends = reply.outcome == ChildReply::Outcome::kReply || reply.outcome == ChildReply::Outcome::kClosed;
    const ChildEnd end = ends ? child->finish(plugin_host::deadline_in(kTimeToEnd)) : child->kill();
    Orphanage::clear();
    return judge(reply, end, child->last_error_lines(1), request_.time_limit);
  }

  const CheckRequest& request_;
  std::vector<std::string> environment_;
  std::string program_;
};

/// Why `check` need not be run, after what has been run; empty when it must be.
std::string reason_to_skip(const Check& check, const PluginManifest& manifest, const std::vector<CheckRun>& runs) {
  const bool library = manifest.kind == PluginKind::kLibrary;
  const bool library_only = check.needs == Needs::kLibrary || check.needs == Needs::kLibraryInstance;
  if (library_only && !library) return "it is no library";
  const bool needs_instance = check.needs != Needs::kManifest && check.needs != Needs::kLibrary;
  for (const CheckRun& run : runs)
    if (needs_instance && run.check->id == "load" && is_bad(run.outcome.status)) return "it does not load (see load)";
  const auto time_outs = std::count_if(runs.begin(), runs.end(),
                                       [](const auto& run) { return run.outcome.status == CheckStatus::kTimedOut; });
  return static_cast<std::size_t>(time_outs) < kMostTimeOuts ? "" : "three checks have timed out already";
}

bool is_plain_argument(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-_./+,:@").find(c) != std::string_view::npos;
  });
}

/// `word` as a shell reads it back.
std::string quoted(const std::string& word) {
  if (is_plain_argument(word)) return word;
  std::string out = "'";
  for (const char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

}  // namespace

std::vector<CheckRun> run_checks(const CheckRequest& request, const std::function<void(const CheckRun&)>& done) {
  const Orphanage orphanage;
  const Runner runner(request);
  std::vector<CheckRun> runs;
  for (const Check& check : all_checks()) {
    if (!request.only.empty() && std::find(request.only.begin(), request.only.end(), check.id) == request.only.end())
      continue;
    std::string reason = reason_to_skip(check, request.manifest, runs);
    runs.push_back({&check, reason.empty() ? runner.run(check) : skipped(std::move(reason))});
    done(runs.back());
  }
  return runs;
}

std::string repeat_command(const CheckRequest& request, const Check& check) {
  return "storydiff plugin check " + quoted(request.folder.string()) + " --only " + std::string(check.id) +
         (check.id == "fuzz" ? " --seed " + std::to_string(request.seed) : "");
}

}  // namespace storydiff::plugin_check
