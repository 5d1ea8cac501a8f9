/// \file landlock.hpp
/// Which files this process may still open, by the kernel's Landlock (5.13 and newer).
#pragma once

#include <filesystem>
#include <vector>

namespace storydiff::plugin_host {

/// How much of it the kernel had.
struct LandlockGrant {
  bool files = false;    ///< nothing but what is listed can be read or run, nothing can be written
  bool signals = false;  ///< no signal reaches a process outside (6.12 and newer)
};

/// From now on this process and its descendants read and run only what lies below `readable`, and write
/// nowhere but to /dev/null; nor do they bind or connect TCP where the kernel knows of that. Paths that do
/// not exist are left out. Needs PR_SET_NO_NEW_PRIVS.
[[nodiscard]] LandlockGrant confine_files(const std::vector<std::filesystem::path>& readable);

}  // namespace storydiff::plugin_host
