/// \file host_services.hpp
/// The `storydiff_host` that plugin code is given, and the message that it leaves there.
#pragma once

#include <string>

#include "storydiff_plugin.h"

namespace storydiff::plugin_host {

/// One for each instance, and one for each library's `init`. Its address is given to plugin code, so
/// it neither copies nor moves. Used by one thread at a time, as the instance is.
class HostServices {
 public:
  explicit HostServices(std::string plugin_folder);
  HostServices(const HostServices&) = delete;
  HostServices& operator=(const HostServices&) = delete;

  [[nodiscard]] const storydiff_host* abi() const { return &abi_; }
  /// Forgets what earlier calls have said.
  void clear_error() { error_.clear(); }
  /// What `set_error` was last told, on one line; or that the plugin gave no reason.
  [[nodiscard]] std::string error() const;

 private:
  static void set_error(void* context, const char* message) noexcept;
  static const void* get_extension(void* context, const char* name) noexcept;

  std::string folder_;
  std::string error_;
  storydiff_host abi_{};
};

}  // namespace storydiff::plugin_host
