#include "plugin/abi_check.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "plugin/abi_call.hpp"
#include "plugin/text.hpp"

namespace storydiff::plugin_host {
namespace {

/// Sizes of the structures as of 1.0: the least that a plugin of this major version can have.
constexpr std::size_t kEntrySize10 = offsetof(storydiff_plugin_entry_t, deinit) + sizeof(void*);
constexpr std::size_t kDescriptorSize10 = offsetof(storydiff_descriptor, destroy) + sizeof(void*);

/// More plugins than this in one library is taken for a damaged entry.
constexpr std::uint32_t kMostDescriptors = 1024;

std::string abi_text(std::uint32_t major, std::uint32_t minor) {
  return std::to_string(major) + "." + std::to_string(minor);
}

Error broken(std::string message) {
  return {ErrorCode::kPlugin, message + ": rebuild it against storydiff_plugin.h of ABI " +
                                  abi_text(STORYDIFF_ABI_MAJOR, STORYDIFF_ABI_MINOR)};
}

Status check_descriptor(const storydiff_descriptor& descriptor, const std::string& which) {
  if (descriptor.struct_size < kDescriptorSize10) {
    return broken("has a " + which + " of " + std::to_string(descriptor.struct_size) + " bytes instead of at least " +
                  std::to_string(kDescriptorSize10));
  }
  struct Member {
    const char* name;
    bool present;
  };
  const Member members[] = {
      {"id", descriptor.id != nullptr},
      {"name", descriptor.name != nullptr},
      {"version", descriptor.version != nullptr},
      {"vendor", descriptor.vendor != nullptr},
      {"licence", descriptor.licence != nullptr},
      {"summary", descriptor.summary != nullptr},
      {"languages", descriptor.languages != nullptr},
      {"roles", descriptor.roles != nullptr},
      {"options_schema", descriptor.options_schema != nullptr},
      {"create", descriptor.create != nullptr},
      {"normalize", descriptor.normalize != nullptr},
      {"destroy", descriptor.destroy != nullptr},
  };
  for (const Member& member : members) {
    if (!member.present) {
      return Error{ErrorCode::kPlugin, "has a " + which + " whose '" + member.name + "' is NULL: give it a value"};
    }
  }
  return Success{};
}

}  // namespace

Status check_entry(const storydiff_plugin_entry_t& entry) {
  constexpr std::size_t kVersionEnd = offsetof(storydiff_plugin_entry_t, abi_minor) + sizeof(entry.abi_minor);
  const std::size_t size = entry.struct_size;
  // The version comes first where it can be read: another major version may well have another size.
  if (size >= kVersionEnd) {
    const std::string versions = "was built for ABI " + abi_text(entry.abi_major, entry.abi_minor) +
                                 ", this storydiff has " + abi_text(STORYDIFF_ABI_MAJOR, STORYDIFF_ABI_MINOR);
    if (entry.abi_major != STORYDIFF_ABI_MAJOR) {
      return Error{ErrorCode::kUnsupported, versions + ": rebuild it against this release's headers or install " +
                                                (entry.abi_major > STORYDIFF_ABI_MAJOR ? "a newer" : "an older") +
                                                " storydiff"};
    }
    if (entry.abi_minor > STORYDIFF_ABI_MINOR) {
      return Error{ErrorCode::kUnsupported,
                   versions + ": install a newer storydiff or rebuild it against this release's headers"};
    }
  }
  if (size < kEntrySize10) {
    return broken("has an entry of " + std::to_string(size) + " bytes instead of at least " +
                  std::to_string(kEntrySize10));
  }
  if (entry.descriptor == nullptr) return broken("has an entry whose 'descriptor' is NULL");
  if (entry.count == 0 || entry.count > kMostDescriptors) {
    return broken("has an entry that counts " + std::to_string(entry.count) + " plugins instead of 1 to " +
                  std::to_string(kMostDescriptors));
  }
  return Success{};
}

Result<const storydiff_descriptor*> find_descriptor(const storydiff_plugin_entry_t& entry,
                                                    const PluginManifest& manifest) {
  const DescriptorFunction descriptor_at = entry.descriptor;
  std::vector<std::string> described;
  for (std::uint32_t i = 0; i < entry.count; ++i) {
    const storydiff_descriptor* descriptor = nullptr;
    if (const auto escaped = escaped_exception([&] { descriptor = descriptor_at(i); })) {
      return Error{ErrorCode::kPlugin, "failed to describe itself: " + *escaped};
    }
    const std::string which = "descriptor (number " + std::to_string(i) + ")";
    if (descriptor == nullptr) return broken("counts " + std::to_string(entry.count) + " plugins and has no " + which);
    if (Status status = check_descriptor(*descriptor, which); !status) return status.error();
    if (manifest.id != descriptor->id) {
      described.push_back(one_line(descriptor->id));
      continue;
    }
    if (manifest.version != descriptor->version) {
      return Error{ErrorCode::kPlugin, "is version " + one_line(descriptor->version) + " by its library and " +
                                           manifest.version +
                                           " by its plugin.json: install library and plugin.json of one build"};
    }
    return descriptor;
  }
  return Error{ErrorCode::kPlugin, "describes " + quoted_list(described) +
                                       " and not that id: make plugin.json and the descriptor say the same"};
}

}  // namespace storydiff::plugin_host
