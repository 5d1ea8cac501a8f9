// The one file that knows Boost.DLL, used header-only over std::filesystem.
#define BOOST_DLL_USE_STD_FS

// Boost.DLL 1.74 uses std::vector without including it.
#include <vector>

#include <boost/dll/shared_library.hpp>

#include "plugin/library_plugin.hpp"

#include <map>
#include <string>
#include <system_error>

#include "plugin/text.hpp"

namespace storydiff::plugin_host {
namespace {

/// A library stays here even when it has no entry: by then its initialisers have run.
struct Loaded {
  boost::dll::shared_library handle;
  PluginLibrary plugin;
};

/// Never destroyed: destroying it would unload plugins while the process is shutting down.
struct Registry {
  std::mutex mutex;
  std::map<std::filesystem::path, std::unique_ptr<Loaded>> libraries;
};

Registry& registry() {
  static Registry* const instance = new Registry;
  return *instance;
}

/// Boost wraps the loader's message: "boost::... failed (dlerror system message: WORDS): errno text".
std::string loader_words(const std::system_error& error) {
  const std::string what = error.what();
  const std::string before = "dlerror system message: ";
  const auto begin = what.find(before);
  const auto end = what.rfind("): ");
  if (begin == what.npos || end == what.npos || end < begin) return one_line(what);
  return one_line(what.substr(begin + before.size(), end - begin - before.size()));
}

}  // namespace

Result<PluginLibrary*> open_plugin_library(const std::filesystem::path& library) {
  std::error_code ec;
  const std::filesystem::path path = std::filesystem::canonical(library, ec);
  if (ec)
    return Error{ErrorCode::kNotFound, "its library " + library.string() + " does not exist: build or install it"};
  // A pipe would block the loader.
  if (!std::filesystem::is_regular_file(path, ec)) {
    return Error{ErrorCode::kUnreadable,
                 "its library " + library.string() + " is no regular file: build or install it"};
  }

  const std::scoped_lock lock(registry().mutex);
  std::unique_ptr<Loaded>& loaded = registry().libraries[path];
  try {
    if (loaded == nullptr) {
      auto fresh = std::make_unique<Loaded>();
      fresh->handle.load(path, boost::dll::load_mode::rtld_now | boost::dll::load_mode::rtld_local);
      fresh->plugin.path = path;
      loaded = std::move(fresh);
    }
    if (loaded->plugin.entry == nullptr) {
      loaded->plugin.entry = &loaded->handle.get<const storydiff_plugin_entry_t>(STORYDIFF_ENTRY_SYMBOL);
    }
  } catch (const std::system_error& e) {
    if (loaded != nullptr) {
      return Error{ErrorCode::kPlugin, "its library " + path.string() +
                                           " exports no '" STORYDIFF_ENTRY_SYMBOL
                                           "': it is no storydiff plugin, or lacks STORYDIFF_EXPORT_PLUGIN"};
    }
    return Error{ErrorCode::kUnreadable, "its library can not be loaded: " + loader_words(e)};
  }
  return &loaded->plugin;
}

}  // namespace storydiff::plugin_host
