#include "plugin/abi_normalizer.hpp"

#include <utility>
#include <vector>

#include "plugin/abi_call.hpp"
#include "plugin/abi_check.hpp"
#include "plugin/abi_view.hpp"
#include "plugin/edit_sink.hpp"

namespace storydiff::plugin_host {
namespace {

class AbiNormalizer final : public Normalizer {
 public:
  AbiNormalizer(PluginLibrary& library, const storydiff_descriptor& descriptor, const PluginManifest& manifest,
                std::string options_json)
      : library_(library),
        descriptor_(descriptor),
        thread_safe_((descriptor.flags & STORYDIFF_THREAD_SAFE) != 0),
        needs_counterpart_((descriptor.flags & STORYDIFF_NEEDS_COUNTERPART) != 0),
        create_(descriptor.create),
        normalize_(descriptor.normalize),
        destroy_(descriptor.destroy),
        manifest_(manifest),
        options_json_(std::move(options_json)),
        host_(manifest.folder.string()) {}

  ~AbiNormalizer() override {
    if (instance_ == nullptr) return;
    const auto lock = lock_calls();
    // Nobody is left to tell.
    static_cast<void>(escaped_exception([this] { destroy_(instance_); }));
  }

  Status create() {
    const auto lock = lock_calls();
    const auto escaped = escaped_exception([this] { instance_ = create_(options_json_.c_str(), host_.abi()); });
    if (escaped) return Error{ErrorCode::kPlugin, *escaped};
    if (instance_ == nullptr) return Error{ErrorCode::kPlugin, host_.error()};
    return Success{};
  }

  std::string_view id() const override { return manifest_.id; }
  std::string_view version() const override { return manifest_.version; }
  std::string_view options_json() const override { return options_json_; }
  bool needs_counterpart() const override { return needs_counterpart_; }
  bool runs_on(std::string_view media_type) const override { return manifest_.runs_on(media_type); }

  Result<std::vector<ProposedEdit>> propose(const View& view) override {
    const auto lock = lock_calls();
    const AbiView abi_view(view);
    host_.clear_error();
    sink_.open();
    int status = STORYDIFF_OK;
    const auto escaped = escaped_exception([&] { status = normalize_(instance_, abi_view.abi(), sink_.abi()); });
    std::vector<ProposedEdit> edits = sink_.close();

    // The host's own refusal says more than what the plugin makes of it.
    if (!sink_.refusal().empty()) return Error{ErrorCode::kPlugin, sink_.refusal()};
    if (escaped) return Error{ErrorCode::kPlugin, *escaped};
    if (status != STORYDIFF_OK) return Error{ErrorCode::kPlugin, host_.error()};
    return edits;
  }

  std::shared_ptr<Normalizer> twin() override {
    if (!thread_safe_) return nullptr;
    auto twin = std::make_shared<AbiNormalizer>(library_, descriptor_, manifest_, options_json_);
    return twin->create() ? std::move(twin) : nullptr;
  }

 private:
  /// Instances run side by side only where the plugin allows it.
  std::unique_lock<std::mutex> lock_calls() const {
    return thread_safe_ ? std::unique_lock<std::mutex>() : std::unique_lock(library_.calls);
  }

  PluginLibrary& library_;
  const storydiff_descriptor& descriptor_;  ///< the library's, which is never unloaded
  bool thread_safe_;
  bool needs_counterpart_;
  CreateFunction create_;
  NormalizeFunction normalize_;
  DestroyFunction destroy_;
  PluginManifest manifest_;
  std::string options_json_;
  HostServices host_;
  EditSink sink_;
  void* instance_ = nullptr;
};

Status initialise(PluginLibrary& library, const PluginManifest& manifest) {
  const std::scoped_lock lock(library.calls);
  if (library.initialised) return *library.initialised;
  library.initialised = Success{};
  const InitFunction init = library.entry->init;
  if (init == nullptr) return Success{};

  library.host = std::make_unique<HostServices>(manifest.folder.string());
  int status = STORYDIFF_OK;
  const auto escaped = escaped_exception([&] { status = init(library.host->abi()); });
  if (escaped || status != STORYDIFF_OK) {
    library.initialised =
        Error{ErrorCode::kPlugin, "failed to initialise: " + (escaped ? *escaped : library.host->error())};
  }
  return *library.initialised;
}

std::string name_of(const PluginLibrary& library, const PluginManifest& manifest) {
  return "plugin '" + manifest.id + "' (" + library.path.string() + ") ";
}

/// The descriptor that `manifest` promises, of a library that has been initialised.
Result<const storydiff_descriptor*> ready(PluginLibrary& library, const PluginManifest& manifest) {
  const auto named = [&](const Error& error) { return Error{error.code, name_of(library, manifest) + error.message}; };
  if (const Status status = check_entry(*library.entry); !status) return named(status.error());
  if (const Status status = initialise(library, manifest); !status) return named(status.error());
  const auto descriptor = find_descriptor(*library.entry, manifest);
  if (!descriptor) return named(descriptor.error());
  return *descriptor;
}

}  // namespace

Result<std::shared_ptr<Normalizer>> make_abi_normalizer(PluginLibrary& library, const PluginManifest& manifest,
                                                        std::string options_json) {
  const auto descriptor = ready(library, manifest);
  if (!descriptor) return descriptor.error();
  auto normalizer = std::make_shared<AbiNormalizer>(library, **descriptor, manifest, std::move(options_json));
  if (const Status status = normalizer->create(); !status)
    return Error{status.error().code, name_of(library, manifest) + "could not be created: " + status.error().message};
  return std::shared_ptr<Normalizer>(std::move(normalizer));
}

Result<std::shared_ptr<Normalizer>> make_abi_normalizer(PluginLibrary& library, const PluginManifest& worker,
                                                        const PluginManifest& plugin, std::string options_json) {
  const auto descriptor = ready(library, worker);
  if (!descriptor) return descriptor.error();
  auto normalizer = std::make_shared<AbiNormalizer>(library, **descriptor, plugin, std::move(options_json));
  if (const Status status = normalizer->create(); !status)
    return Error{status.error().code, "plugin '" + plugin.id + "': " + status.error().message};
  return std::shared_ptr<Normalizer>(std::move(normalizer));
}

}  // namespace storydiff::plugin_host
