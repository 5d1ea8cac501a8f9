#include "plugin_check/subject.hpp"

#include <chrono>
#include <system_error>
#include <utility>

#include "plugin_request.hpp"

namespace storydiff::plugin_check {

namespace fs = std::filesystem;

namespace {

/// As a comparison grants a script for one text.
constexpr std::chrono::seconds kScriptTimeout{10};

}  // namespace

Subject::Subject(const fs::path& folder, PluginManifest manifest, std::uint64_t seed,
                 std::function<void(std::string_view)> tell_place)
    : manifest_(std::move(manifest)),
      seed_(seed),
      tell_place_(std::move(tell_place)),
      catalogue_(PluginCatalogue::discover({cli::installed_plugin_folder()}).with(manifest_)),
      plain_(read_texts(bundled_stories() / "plain", "")),
      furnished_(read_texts(bundled_stories() / "furnished", "")),
      cases_(read_texts(folder / "cases", "cases/")) {}

Result<std::shared_ptr<Normalizer>> Subject::make(std::string_view options_json) const {
  if (manifest_.kind != PluginKind::kCommand) return catalogue_.load(manifest_.id, options_json);
  PluginPolicy policy;
  policy.host = cli::plugin_host_program();
  policy.call_timeout = kScriptTimeout;
  return catalogue_.load(manifest_.id, options_json, policy);
}

std::vector<Text> Subject::stories() const {
  std::vector<Text> all = plain_;
  all.insert(all.end(), furnished_.begin(), furnished_.end());
  all.insert(all.end(), cases_.begin(), cases_.end());
  return all;
}

fs::path bundled_stories() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (error) return {};
  return (program.parent_path() / STORYDIFF_DATA_FROM_BIN / "stories").lexically_normal();
}

}  // namespace storydiff::plugin_check
