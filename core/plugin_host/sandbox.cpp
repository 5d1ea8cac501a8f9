#include "sandbox.hpp"

#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <string_view>
#include <system_error>
#include <utility>

#include "landlock.hpp"
#include "syscall_filter.hpp"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define STORYDIFF_SANITIZED 1
#else
#define STORYDIFF_SANITIZED 0
#endif

namespace storydiff::plugin_host {
namespace {

using std::filesystem::path;

constexpr rlim_t kOpenFiles = 256;

/// What programs and libraries are made of. Not /home, /root, /tmp, /var, /srv, /mnt, nor what in /etc
/// may hold a secret.
constexpr const char* kSystemFolders[] = {"/usr",
                                          "/bin",
                                          "/sbin",
                                          "/lib",
                                          "/lib32",
                                          "/lib64",
                                          "/libx32",
                                          "/opt",
                                          "/nix/store",
                                          "/gnu/store",
                                          "/proc/self",
                                          "/proc/cpuinfo",
                                          "/proc/meminfo",
                                          "/proc/stat",
                                          "/proc/sys/kernel",
                                          "/proc/sys/vm",
                                          "/sys/devices/system/cpu",
                                          "/dev/zero",
                                          "/dev/full",
                                          "/dev/random",
                                          "/dev/urandom",
                                          "/etc/ld.so.cache",
                                          "/etc/ld.so.preload",
                                          "/etc/alternatives",
                                          "/etc/localtime",
                                          "/etc/timezone",
                                          "/etc/passwd",
                                          "/etc/group",
                                          "/etc/nsswitch.conf",
                                          "/etc/locale.alias",
                                          "/etc/ssl/openssl.cnf",
                                          "/etc/pki/tls/openssl.cnf"};

/// In /etc as well, with whatever version is part of the name: what interpreters are set up by.
constexpr std::string_view kInterpreters[] = {"java", "perl", "php", "python", "ruby"};

void append_interpreters(std::vector<path>& folders) {
  std::error_code ec;
  std::filesystem::directory_iterator entries("/etc", ec);
  for (; !ec && entries != std::filesystem::directory_iterator(); entries.increment(ec)) {
    const std::string name = entries->path().filename().string();
    const auto begins_name = [&name](std::string_view interpreter) { return name.starts_with(interpreter); };
    if (std::any_of(std::begin(kInterpreters), std::end(kInterpreters), begins_name))
      folders.push_back(entries->path());
  }
}

void limit(__rlimit_resource resource, rlim_t most) {
  rlimit now{};
  if (::getrlimit(resource, &now) != 0) return;
  const rlim_t allowed = std::min(most, now.rlim_max);
  const rlimit wanted{allowed, allowed};
  ::setrlimit(resource, &wanted);
}

void drop_capabilities() {
  __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
  const __user_cap_data_struct none[2] = {};
  ::syscall(SYS_capset, &header, none);
}

/// The folders of a list with colons in our environment; relative ones mean nothing.
std::vector<path> listed_folders(const char* variable) {
  std::vector<path> folders;
  const char* const value = std::getenv(variable);
  for (std::string_view rest = value == nullptr ? "" : value; !rest.empty();) {
    const std::size_t colon = rest.find(':');
    if (path folder = rest.substr(0, colon); folder.is_absolute()) folders.push_back(std::move(folder));
    rest.remove_prefix(colon == std::string_view::npos ? rest.size() : colon + 1);
  }
  return folders;
}

void append(std::string& list, std::string_view text) { list.append(list.empty() ? "" : "; ").append(text); }

}  // namespace

std::vector<path> program_folders(const path& program) {
  std::vector<path> folders;
  const auto add = [&folders](const path& folder) {
    folders.push_back(folder);
    const path above = folder.parent_path();
    // An interpreter in a home folder: the folders beside bin/ as every installation has them, and what
    // makes a folder a Python environment.
    if (folder.filename() == "bin") {
      for (const char* beside : {"lib", "lib64", "libexec", "include", "pyvenv.cfg"}) folders.push_back(above / beside);
    }
    // The programs of pyenv, rbenv and their like, which look for the real ones in the folders beside.
    if (folder.filename() == "shims") folders.push_back(above);
  };
  std::error_code ec;
  const path real = std::filesystem::canonical(program, ec);
  add(program.parent_path());
  if (!ec) add(real.parent_path());
  for (const path& folder : listed_folders("PATH")) add(folder);
  return folders;
}

Sandbox enter_sandbox(const SandboxRequest& request, bool has_namespace) {
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_NOFILE, kOpenFiles);
  limit(RLIMIT_MEMLOCK, 0);
  limit(RLIMIT_MSGQUEUE, 0);
  std::string lacks;
  if (request.memory_bytes > 0 && STORYDIFF_SANITIZED)
    append(lacks, "a build with sanitizers: its memory is not limited");
  else if (request.memory_bytes > 0)
    limit(RLIMIT_DATA, request.memory_bytes);

  drop_capabilities();
  ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);

  std::vector<path> readable = request.readable;
  for (const char* folder : kSystemFolders) readable.emplace_back(folder);
  append_interpreters(readable);
  for (const path& folder : listed_folders("LD_LIBRARY_PATH")) readable.push_back(folder);
  const LandlockGrant landlock = confine_files(readable);
  const Filter filter = filter_system_calls({request.single_process, request.single_process && !landlock.files});

  if (!landlock.files) append(lacks, "no Landlock: it may read all files of this user");
  if (!filter.installed)
    append(lacks, "no seccomp: it may use the network, and change the modes and times of this user's files");
  if (!has_namespace && !landlock.signals && !(filter.installed && request.single_process))
    append(lacks, "no process namespace: it may signal other processes of this user");
  return {lacks, filter.listener};
}

}  // namespace storydiff::plugin_host
