#include "landlock.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>

namespace storydiff::plugin_host {
namespace {

// The kernel's interface in numbers of our own: headers of the distributions that we build on are older
// than many kernels that we run on. Names as in linux/landlock.h.
constexpr long kCreateRuleset = 444;
constexpr long kAddRule = 445;
constexpr long kRestrictSelf = 446;
constexpr std::uint32_t kCreateRulesetVersion = 1;
constexpr int kRulePathBeneath = 1;

constexpr std::uint64_t kExecute = 1U << 0;
constexpr std::uint64_t kWriteFile = 1U << 1;
constexpr std::uint64_t kReadFile = 1U << 2;
constexpr std::uint64_t kReadDir = 1U << 3;
constexpr std::uint64_t kTcp = 3;             // bind, connect
constexpr std::uint64_t kAbstractSocket = 1;  // scopes
constexpr std::uint64_t kSignal = 2;

struct RulesetAttributes {
  std::uint64_t handled_access_fs;
  std::uint64_t handled_access_net;  // since version 4
  std::uint64_t scoped;              // since version 6
};

struct __attribute__((packed)) PathBeneath {
  std::uint64_t allowed_access;
  std::int32_t parent_fd;
};

/// All rights over files that a version knows; those it does not know it would refuse to handle.
std::uint64_t file_rights(long version) {
  constexpr std::uint64_t kVersion1 = (1U << 13) - 1;
  std::uint64_t rights = kVersion1;
  if (version >= 2) rights |= 1U << 13;  // refer
  if (version >= 3) rights |= 1U << 14;  // truncate
  if (version >= 5) rights |= 1U << 15;  // ioctl on devices
  return rights;
}

void allow(int ruleset, const std::filesystem::path& place, std::uint64_t rights) {
  const int parent = ::open(place.c_str(), O_PATH | O_CLOEXEC);
  if (parent < 0) return;
  struct stat status {};
  if (::fstat(parent, &status) == 0) {
    if (!S_ISDIR(status.st_mode)) rights &= ~kReadDir;
    const PathBeneath rule{rights, parent};
    // A rule that is refused allows nothing.
    static_cast<void>(::syscall(kAddRule, ruleset, kRulePathBeneath, &rule, 0U));
  }
  ::close(parent);
}

}  // namespace

LandlockGrant confine_files(const std::vector<std::filesystem::path>& readable) {
  const long version = ::syscall(kCreateRuleset, nullptr, 0U, kCreateRulesetVersion);
  if (version < 1) return {};
  RulesetAttributes attributes{file_rights(version), 0, 0};
  std::size_t size = offsetof(RulesetAttributes, handled_access_net);
  if (version >= 4) {
    attributes.handled_access_net = kTcp;
    size = offsetof(RulesetAttributes, scoped);
  }
  if (version >= 6) {
    attributes.scoped = kAbstractSocket | kSignal;
    size = sizeof attributes;
  }
  const auto ruleset = static_cast<int>(::syscall(kCreateRuleset, &attributes, size, 0U));
  if (ruleset < 0) return {};
  for (const auto& place : readable) allow(ruleset, place, kExecute | kReadFile | kReadDir);
  allow(ruleset, "/dev/null", kReadFile | kWriteFile);
  const bool confined = ::syscall(kRestrictSelf, ruleset, 0U) == 0;
  ::close(ruleset);
  return {confined, confined && version >= 6};
}

}  // namespace storydiff::plugin_host
