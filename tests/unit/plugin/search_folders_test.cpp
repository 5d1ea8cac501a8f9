#include <stdlib.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "storydiff/plugin_catalogue.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace storydiff;
using std::filesystem::path;

namespace {

/// Sets or removes an environment variable for one scope.
class ScopedVariable {
 public:
  ScopedVariable(const char* name, const std::string& value) : name_(name) {
    if (const char* old = ::getenv(name)) old_ = old;
    ::setenv(name, value.c_str(), 1);
  }
  ScopedVariable(const ScopedVariable&) = delete;
  ScopedVariable& operator=(const ScopedVariable&) = delete;
  ~ScopedVariable() {
    if (old_) {
      ::setenv(name_, old_->c_str(), 1);
    } else {
      ::unsetenv(name_);
    }
  }

 private:
  const char* name_;
  std::optional<std::string> old_;
};

}  // namespace

TEST_CASE("plugin folders are searched from the most particular to the most general") {
  const TemporaryFolder folder;
  const path a = folder.path() / "a";
  const path b = folder.path() / "b";
  const path data = folder.path() / "data";
  const path installed = folder.path() / "installed";
  const path missing = folder.path() / "missing";
  for (const path& made : {a, b, data / "storydiff" / "plugins", installed}) std::filesystem::create_directories(made);
  const ScopedVariable list("STORYDIFF_PLUGIN_PATH",
                            a.string() + ":" + missing.string() + "::.:relative:" + b.string());
  const ScopedVariable xdg("XDG_DATA_HOME", data.string());

  // Named by the user: kept even when missing. From the environment: only what is there, never ".".
  const std::vector<path> expected{missing, a, b, data / "storydiff" / "plugins", installed};
  CHECK(plugin_search_folders({missing}, installed) == expected);
}

TEST_CASE("without XDG_DATA_HOME the user's folder is below the home folder") {
  const TemporaryFolder folder;
  const path user = folder.path() / ".local" / "share" / "storydiff" / "plugins";
  std::filesystem::create_directories(user);
  const ScopedVariable list("STORYDIFF_PLUGIN_PATH", "");
  const ScopedVariable home("HOME", folder.path().string());
  SECTION("empty") {
    const ScopedVariable xdg("XDG_DATA_HOME", "");
    CHECK(plugin_search_folders({}, "") == std::vector<path>{user});
  }
  SECTION("relative, which the XDG specification calls invalid") {
    const ScopedVariable xdg("XDG_DATA_HOME", "data");
    CHECK(plugin_search_folders({}, folder.path() / "missing") == std::vector<path>{user});
  }
}
