// The program that a plugin runs in which nobody trusts. Not for people: storydiff starts it, says what
// it is to be on its command line, and then speaks with it through pipes (plugin/host_contract.hpp).
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "library_server.hpp"
#include "plugin/host_contract.hpp"
#include "sandbox.hpp"
#include "storydiff/plugin_catalogue.hpp"
#include "supervisor.hpp"
#include "task_gate.hpp"

#if defined(__SANITIZE_ADDRESS__)
/// What a plugin leaves behind when it ends the process is its own affair, and the filter forbids looking for it.
extern "C" __attribute__((visibility("default"))) const char* __asan_default_options() { return "detect_leaks=0"; }
#endif

using namespace storydiff;
using namespace storydiff::plugin_host;

namespace {

using std::filesystem::path;

[[noreturn]] void fail(int status, const std::string& why) {
  std::fprintf(stderr, "%s\n", why.c_str());
  std::fflush(stderr);
  ::_exit(status);
}

/// Where a library stands may be elsewhere than where its manifest says, through a link.
path real_folder_of(const path& file) {
  std::error_code ec;
  const path real = std::filesystem::canonical(file, ec);
  return ec ? file.parent_path() : real.parent_path();
}

/// Gives up what a plugin must not have. What is then said of it.
std::string hello_from_sandbox(const SandboxRequest& request, bool has_namespace, int gate) {
  const Sandbox sandbox = enter_sandbox(request, has_namespace);
  // Where nobody could answer, every new process would wait for ever.
  if (sandbox.listener >= 0 && !send_descriptor(gate, sandbox.listener)) fail(kCanNotServe, std::strerror(errno));
  ::close(sandbox.listener);
  ::close(gate);
  return hello(sandbox.lacks);
}

[[noreturn]] void be_library(std::uint64_t memory_bytes, const path& folder, bool has_namespace, int gate) {
  const Result<PluginManifest> manifest = read_plugin_manifest(folder / "plugin.json");
  if (!manifest) fail(kCanNotServe, manifest.error().message);
  const Channel channel = take_channel();
  if (channel.requests < 0 || channel.replies < 0) fail(kCanNotServe, std::strerror(errno));
  SandboxRequest request;
  request.memory_bytes = memory_bytes;
  request.readable = {folder, real_folder_of(folder / "plugin.json"), real_folder_of(folder / manifest->library)};
  request.single_process = true;
  const std::string line = hello_from_sandbox(request, has_namespace, gate);
  if (!write_all(channel.replies, line.data(), line.size())) ::_exit(kCanNotServe);
  // Without the plugin's destructors and exit handlers: nobody waits for what they do.
  ::_exit(serve_library(channel, *manifest, memory_bytes));
}

[[noreturn]] void be_command(std::uint64_t memory_bytes, const path& folder, char** command, bool has_namespace,
                             int gate) {
  if (::chdir(folder.c_str()) != 0) fail(kCanNotServe, folder.string() + ": " + std::strerror(errno));
  SandboxRequest request;
  request.memory_bytes = memory_bytes;
  request.readable = program_folders(command[0]);
  request.readable.push_back(folder);
  const std::string line = hello_from_sandbox(request, has_namespace, gate);
  if (!write_all(STDOUT_FILENO, line.data(), line.size())) ::_exit(kCanNotServe);
  ::execv(command[0], command);
  fail(kCanNotRun, std::strerror(errno));
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string_view> arguments(argv, argv + argc);
  const bool library = argc == 4 && arguments[2] == "library";
  const bool command = argc >= 5 && arguments[2] == "command";
  if (!library && !command) {
    std::fputs("storydiff-plugin-host is started by storydiff, to run a plugin apart from it\n", stderr);
    return kCanNotServe;
  }
  const std::uint64_t memory_bytes = std::strtoull(argv[1], nullptr, 10);
  const bool has_namespace = has_own_namespace();
  return supervise(memory_bytes, [&](int gate) {
    if (library) be_library(memory_bytes, argv[3], has_namespace, gate);
    be_command(memory_bytes, argv[3], argv + 4, has_namespace, gate);
  });
}
