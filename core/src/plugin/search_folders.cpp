#include <cstdlib>
#include <string_view>
#include <system_error>

#include "storydiff/plugin_catalogue.hpp"

namespace storydiff {
namespace {

using std::filesystem::path;

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

/// Nobody asked for these by name, so one that is not there is nothing to speak of. A relative one
/// would mean another folder in every working directory, and code would load from there.
void append_if_usable(std::vector<path>& folders, const path& folder) {
  std::error_code ec;
  if (folder.is_absolute() && std::filesystem::is_directory(folder, ec)) folders.push_back(folder);
}

path user_data_folder() {
  if (const path xdg = environment("XDG_DATA_HOME"); xdg.is_absolute()) return xdg;
  const path home = environment("HOME");
  return home.empty() ? path() : home / ".local" / "share";
}

}  // namespace

std::vector<path> plugin_search_folders(const std::vector<path>& extra, const path& installed) {
  std::vector<path> folders = extra;
  std::string_view listed = environment("STORYDIFF_PLUGIN_PATH");
  while (!listed.empty()) {
    const std::size_t colon = listed.find(':');
    append_if_usable(folders, path(listed.substr(0, colon)));
    listed.remove_prefix(colon == std::string_view::npos ? listed.size() : colon + 1);
  }
  append_if_usable(folders, user_data_folder() / "storydiff" / "plugins");
  append_if_usable(folders, installed);
  return folders;
}

}  // namespace storydiff
