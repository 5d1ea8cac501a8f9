#include "plugin/lazy_normalizer.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace storydiff::plugin_host {
namespace {

class LazyNormalizer final : public Normalizer {
 public:
  LazyNormalizer(const PluginManifest& manifest, std::string options_json, Loader load)
      : manifest_(manifest), options_json_(std::move(options_json)), load_(std::move(load)) {}

  std::string_view id() const override { return manifest_.id; }
  std::string_view version() const override { return manifest_.version; }
  std::string_view options_json() const override { return options_json_; }
  bool needs_counterpart() const override { return manifest_.needs_counterpart; }
  bool runs_on(std::string_view media_type) const override { return manifest_.runs_on(media_type); }

  std::string_view notice() const override {
    return loaded_ && loaded_->ok() ? (**loaded_)->notice() : std::string_view();
  }

  Result<std::vector<ProposedEdit>> propose(const View& view) override {
    if (!loaded().ok()) return loaded().error();
    return (*loaded())->propose(view);
  }

  std::shared_ptr<Normalizer> twin() override { return loaded().ok() ? (*loaded())->twin() : nullptr; }

 private:
  Result<std::shared_ptr<Normalizer>>& loaded() {
    if (!loaded_) loaded_ = load_();
    return *loaded_;
  }

  PluginManifest manifest_;
  std::string options_json_;
  Loader load_;
  std::optional<Result<std::shared_ptr<Normalizer>>> loaded_;
};

}  // namespace

std::shared_ptr<Normalizer> make_lazy_normalizer(const PluginManifest& manifest, std::string options_json,
                                                 Loader load) {
  return std::make_shared<LazyNormalizer>(manifest, std::move(options_json), std::move(load));
}

}  // namespace storydiff::plugin_host
