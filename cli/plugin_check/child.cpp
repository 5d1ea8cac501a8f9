#include "plugin_check/child.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <exception>
#include <new>
#include <string>
#include <utility>

#include "output.hpp"
#include "plugin_check/trial.hpp"

namespace storydiff::plugin_check {
namespace {

/// Where the parent reads: high up, out of the way of plugins that count descriptors, and not handed
/// down to programs that they start.
constexpr int kLowestResult = 100;

int take_standard_output() {
  const int result = ::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, kLowestResult);
  const int nowhere = ::open("/dev/null", O_RDWR | O_CLOEXEC);
  ::dup2(nowhere, STDIN_FILENO);
  ::dup2(nowhere, STDOUT_FILENO);
  ::close(nowhere);
  return result;
}

Outcome run_guarded(const Check& check, const std::filesystem::path& folder, PluginManifest manifest,
                    std::uint64_t seed, int result) {
  try {
    const Subject subject(folder, std::move(manifest), seed,
                          [result](std::string_view place) { (void)cli::write_descriptor(result, place_line(place)); });
    if (check.needs == Needs::kWorking) {
      const auto made = subject.make();
      if (!made) return failed("it does not load: " + made.error().message);
      if (const auto failure = first_failure(subject, *made, subject.stories()))
        return skipped("it fails on " + *failure + " (see edits-stories)");
    }
    return check.run(subject);
  } catch (const std::bad_alloc&) {
    return failed("it takes more memory than a check may have");
  } catch (const std::exception& error) {
    return failed(std::string("an exception: ") + error.what());
  }
}

}  // namespace

int run_check_here(const Check& check, const std::filesystem::path& folder, std::uint64_t seed) {
  const int result = take_standard_output();
  std::signal(SIGABRT, [](int) { ::_exit(kAborted); });
  auto read = read_plugin_folder(folder);
  const Outcome outcome =
      read ? run_guarded(check, folder, *std::move(read), seed, result) : skipped("plugin.json can not be read");
  (void)cli::write_descriptor(result, outcome_line(outcome));
  if (check.id != "process-end") ::_exit(0);
  return 0;
}

}  // namespace storydiff::plugin_check
