#include "plugin/host_services.hpp"

#include <exception>
#include <utility>

#include "plugin/text.hpp"

namespace storydiff::plugin_host {

HostServices::HostServices(std::string plugin_folder) : folder_(std::move(plugin_folder)) {
  abi_.struct_size = sizeof(storydiff_host);
  abi_.abi_major = STORYDIFF_ABI_MAJOR;
  abi_.abi_minor = STORYDIFF_ABI_MINOR;
  abi_.context = this;
  abi_.set_error = &HostServices::set_error;
  abi_.get_extension = &HostServices::get_extension;
  abi_.plugin_folder = folder_.c_str();
}

std::string HostServices::error() const { return error_.empty() ? "the plugin gave no reason" : error_; }

void HostServices::set_error(void* context, const char* message) noexcept {
  if (message == nullptr) return;
  auto& self = *static_cast<HostServices*>(context);
  try {
    self.error_ = one_line(message);
  } catch (const std::exception&) {
    self.error_.clear();  // out of memory: the failure itself still counts
  }
}

// No extension yet, not even the log: nothing in this host would read what is logged.
const void* HostServices::get_extension(void*, const char*) noexcept { return nullptr; }

}  // namespace storydiff::plugin_host
