#include "plugin_check/library.hpp"

#include <dlfcn.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <filesystem>

namespace storydiff::plugin_check {
namespace {

constexpr std::size_t kVersionEnd = offsetof(storydiff_plugin_entry_t, abi_minor) + sizeof(std::uint32_t);
/// Sizes as of 1.0, the least that a plugin of this major version can have.
constexpr std::size_t kEntrySize = offsetof(storydiff_plugin_entry_t, deinit) + sizeof(void*);
constexpr std::size_t kDescriptorSize = offsetof(storydiff_descriptor, destroy) + sizeof(void*);
constexpr std::uint32_t kMostDescriptors = 1024;

std::string abi_text(std::uint32_t major, std::uint32_t minor) {
  return std::to_string(major) + "." + std::to_string(minor);
}

std::string too_small(const std::string& what, std::size_t size, std::size_t wanted) {
  return what + " has a struct_size of " + std::to_string(size) + " bytes, at least " + std::to_string(wanted) +
         " are needed";
}

std::string descriptor_complaint(const storydiff_descriptor* descriptor, std::uint32_t index) {
  const std::string which = "descriptor " + std::to_string(index);
  if (descriptor == nullptr) return which + " is NULL although the entry counts it";
  if (descriptor->struct_size < kDescriptorSize) return too_small(which, descriptor->struct_size, kDescriptorSize);
  struct Member {
    const char* name;
    bool there;
  };
  const Member members[] = {{"id", descriptor->id != nullptr},
                            {"name", descriptor->name != nullptr},
                            {"version", descriptor->version != nullptr},
                            {"vendor", descriptor->vendor != nullptr},
                            {"licence", descriptor->licence != nullptr},
                            {"summary", descriptor->summary != nullptr},
                            {"languages", descriptor->languages != nullptr},
                            {"roles", descriptor->roles != nullptr},
                            {"options_schema", descriptor->options_schema != nullptr},
                            {"create", descriptor->create != nullptr},
                            {"normalize", descriptor->normalize != nullptr},
                            {"destroy", descriptor->destroy != nullptr}};
  for (const Member& member : members)
    if (!member.there) return which + " has a '" + std::string(member.name) + "' that is NULL";
  return {};
}

/// The host's side of a direct call.
struct Host {
  std::string message;
  storydiff_host abi{};

  explicit Host(const std::string& folder) {
    abi.struct_size = sizeof(storydiff_host);
    abi.abi_major = STORYDIFF_ABI_MAJOR;
    abi.abi_minor = STORYDIFF_ABI_MINOR;
    abi.context = this;
    abi.set_error = [](void* context, const char* text) noexcept {
      if (text != nullptr) static_cast<Host*>(context)->message = text;
    };
    abi.get_extension = [](void*, const char*) noexcept -> const void* { return nullptr; };
    abi.plugin_folder = folder.c_str();
  }
  Host(const Host&) = delete;
  Host& operator=(const Host&) = delete;
};

/// A text as the ABI shows it. Paragraphs: what stands between empty lines.
class RawView {
 public:
  explicit RawView(const Text& text, const storydiff_view* counterpart = nullptr) {
    const std::string& bytes = text.text;
    for (std::size_t begin = 0; begin < bytes.size();) {
      const std::size_t end = std::min(bytes.find("\n\n", begin), bytes.size());
      if (bytes.find_first_not_of(" \t\r\n", begin) < end) {
        const std::size_t first = bytes.find_first_not_of(" \t\r\n", begin);
        const std::size_t last = bytes.find_last_not_of(" \t\r\n", end - 1);
        paragraphs_.push_back({first, last + 1});
      }
      begin = end + 2;
    }
    abi_.struct_size = sizeof(storydiff_view);
    abi_.text = bytes.c_str();
    abi_.text_size = bytes.size();
    abi_.paragraphs = paragraphs_.data();
    abi_.paragraph_count = paragraphs_.size();
    abi_.counterpart = counterpart;
  }
  RawView(const RawView&) = delete;
  RawView& operator=(const RawView&) = delete;
  [[nodiscard]] const storydiff_view* abi() const { return &abi_; }

 private:
  std::vector<storydiff_span> paragraphs_;
  storydiff_view abi_{};
};

int refuse(void* context) noexcept {
  ++*static_cast<std::size_t*>(context);
  return STORYDIFF_ERROR;
}

storydiff_sink refusing_sink(std::size_t& count) {
  storydiff_sink sink{};
  sink.struct_size = sizeof(storydiff_sink);
  sink.context = &count;
  sink.drop = [](void* c, std::uint64_t, std::uint64_t, const char*, const char*) noexcept { return refuse(c); };
  sink.replace = [](void* c, std::uint64_t, std::uint64_t, const char*, std::uint64_t, const char*) noexcept {
    return refuse(c);
  };
  sink.move = [](void* c, std::uint64_t, std::uint64_t, std::uint64_t, const char*) noexcept { return refuse(c); };
  sink.mark = [](void* c, std::uint64_t, std::uint64_t, const char*, const char*) noexcept { return refuse(c); };
  return sink;
}

}  // namespace

Result<const storydiff_plugin_entry_t*> open_entry(const PluginManifest& manifest) {
  const std::filesystem::path library = manifest.folder / manifest.library;
  void* handle = ::dlopen(library.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (handle == nullptr) return Error{ErrorCode::kUnreadable, std::string("it can not be loaded: ") + ::dlerror()};
  void* entry = ::dlsym(handle, STORYDIFF_ENTRY_SYMBOL);
  if (entry == nullptr)
    return Error{ErrorCode::kPlugin, "it exports no '" STORYDIFF_ENTRY_SYMBOL
                                     "': use STORYDIFF_EXPORT_PLUGIN, or "
                                     "STORYDIFF_EXPORT in C"};
  return static_cast<const storydiff_plugin_entry_t*>(entry);
}

std::string version_complaint(const storydiff_plugin_entry_t& entry) {
  if (entry.struct_size < kVersionEnd) return too_small("the entry", entry.struct_size, kEntrySize);
  if (entry.abi_major == STORYDIFF_ABI_MAJOR && entry.abi_minor <= STORYDIFF_ABI_MINOR) return {};
  return "built for ABI " + abi_text(entry.abi_major, entry.abi_minor) + ", this storydiff has " +
         abi_text(STORYDIFF_ABI_MAJOR, STORYDIFF_ABI_MINOR);
}

std::string size_complaint(const storydiff_plugin_entry_t& entry) {
  if (entry.struct_size < kEntrySize) return too_small("the entry", entry.struct_size, kEntrySize);
  if (entry.descriptor == nullptr) return "the entry's 'descriptor' is NULL";
  if (entry.count == 0 || entry.count > kMostDescriptors)
    return "the entry counts " + std::to_string(entry.count) + " plugins, 1 to " + std::to_string(kMostDescriptors) +
           " are possible";
  for (std::uint32_t i = 0; i < entry.count; ++i)
    if (std::string complaint = descriptor_complaint(entry.descriptor(i), i); !complaint.empty()) return complaint;
  if (entry.descriptor(entry.count) != nullptr) return "the entry gives a descriptor beyond those that it counts";
  return {};
}

const storydiff_descriptor* find_descriptor(const storydiff_plugin_entry_t& entry, const PluginManifest& manifest) {
  if (entry.init != nullptr) {
    static Host* const host = new Host(*new std::string(manifest.folder.string()));  // the plugin may keep it
    if (entry.init(&host->abi) != STORYDIFF_OK) return nullptr;
  }
  for (std::uint32_t i = 0; i < entry.count; ++i)
    if (const storydiff_descriptor* descriptor = entry.descriptor(i); manifest.id == descriptor->id) return descriptor;
  return nullptr;
}

RefusedCall call_with_refusing_sink(const storydiff_descriptor& descriptor, const PluginManifest& manifest,
                                    const Text& text, const Text* counterpart) {
  const std::string folder = manifest.folder.string();
  Host host(folder);
  RefusedCall call;
  void* instance = descriptor.create("{}", &host.abi);
  if (instance == nullptr) return call;
  call.made = true;
  host.message.clear();
  const RawView other(counterpart == nullptr ? Text{} : *counterpart);
  const RawView view(text, counterpart == nullptr ? nullptr : other.abi());
  const storydiff_sink sink = refusing_sink(call.refused);
  call.status = descriptor.normalize(instance, view.abi(), &sink);
  call.message = host.message;
  descriptor.destroy(instance);
  return call;
}

}  // namespace storydiff::plugin_check
