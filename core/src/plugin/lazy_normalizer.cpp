#include "plugin/lazy_normalizer.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace storydiff::plugin_host {
namespace {

class LazyNormalizer final : public Normalizer {
 public:
  LazyNormalizer(const PluginManifest& manifest, std::string options_json, Loader load)
      : id_(manifest.id),
        version_(manifest.version),
        options_json_(std::move(options_json)),
        needs_counterpart_(manifest.needs_counterpart),
        load_(std::move(load)) {}

  std::string_view id() const override { return id_; }
  std::string_view version() const override { return version_; }
  std::string_view options_json() const override { return options_json_; }
  bool needs_counterpart() const override { return needs_counterpart_; }

  Result<std::vector<ProposedEdit>> propose(const View& view) override {
    if (!loaded_) loaded_ = load_();
    if (!loaded_->ok()) return loaded_->error();
    return (**loaded_)->propose(view);
  }

 private:
  std::string id_;
  std::string version_;
  std::string options_json_;
  bool needs_counterpart_;
  Loader load_;
  std::optional<Result<std::shared_ptr<Normalizer>>> loaded_;
};

}  // namespace

std::shared_ptr<Normalizer> make_lazy_normalizer(const PluginManifest& manifest, std::string options_json,
                                                 Loader load) {
  return std::make_shared<LazyNormalizer>(manifest, std::move(options_json), std::move(load));
}

}  // namespace storydiff::plugin_host
