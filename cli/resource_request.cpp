#include "resource_request.hpp"

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string_view>
#include <system_error>
#include <vector>

#include "message.hpp"

namespace storydiff::cli {
namespace {

namespace fs = std::filesystem;

fs::path absolute_path_of(const char* variable) {
  const char* value = std::getenv(variable);
  const fs::path path = value == nullptr ? "" : value;
  // A relative one would mean another folder in every working directory.
  return path.is_absolute() ? path : fs::path();
}

std::vector<fs::path> data_folders() {
  std::vector<fs::path> folders;
  fs::path user = absolute_path_of("XDG_DATA_HOME");
  if (const fs::path home = absolute_path_of("HOME"); user.empty() && !home.empty()) user = home / ".local" / "share";
  if (!user.empty()) folders.push_back(user / "storydiff");
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (!error) folders.push_back((program.parent_path() / STORYDIFF_DATA_FROM_BIN).lexically_normal());
  return folders;
}

// "auto" may turn out to be English; if it does not, the vocabulary leaves the resources unused.
bool may_be_english(std::string_view tag) {
  const std::string_view primary = tag.substr(0, tag.find_first_of("-_"));
  return primary == "auto" || primary == "en" || primary == "EN" || primary == "En";
}

enum class Absent { kSilent, kWarn };

/// One resource: `load` is `load_lexicon` or `load_vectors`. What somebody names may come from anywhere and is read
/// through once; what was installed is not, for that would cost every comparison more than reading the texts.
template <class T>
Result<std::shared_ptr<const T>> load_one(const std::string& named, const std::string& file, const std::string& rung,
                                          Absent absent, bool english,
                                          Result<std::shared_ptr<const T>> (*load)(const fs::path&, ResourceCheck)) {
  if (!named.empty()) return load(named, ResourceCheck::kChecksum);
  if (!english) return std::shared_ptr<const T>();
  const std::string off = "the rung " + rung + " is off";
  for (const fs::path& folder : data_folders()) {
    const fs::path path = folder / file;
    Result<std::shared_ptr<const T>> loaded = load(path, ResourceCheck::kShape);
    if (loaded) return loaded;
    if (loaded.error().code == ErrorCode::kNotFound) continue;
    warn(loaded.error().message + "; " + off);
    return std::shared_ptr<const T>();
  }
  if (absent == Absent::kWarn) warn("no lexicon (" + file + ") in the data folders; " + off);
  return std::shared_ptr<const T>();
}

}  // namespace

Result<LanguageResources> load_resources(const ResourceRequest& request, const std::string& language) {
  const bool english = may_be_english(language);
  LanguageResources resources;
  if (!request.no_lexicon) {
    auto lexicon =
        load_one<Lexicon>(request.lexicon, "lexicon-en.bin", "synonym", Absent::kWarn, english, load_lexicon);
    if (!lexicon) return lexicon.error();
    resources.lexicon = *lexicon;
  }
  if (!request.no_vectors) {
    auto vectors =
        load_one<WordVectors>(request.vectors, "vectors-en.bin", "related", Absent::kSilent, english, load_vectors);
    if (!vectors) return vectors.error();
    resources.vectors = *vectors;
  }
  return resources;
}

}  // namespace storydiff::cli
