// Plugin folders whose files are not what their manifest says.
#include <filesystem>
#include <string>

#include "storydiff/plugin_catalogue.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace storydiff;

namespace {

/// The manifest of `id`; its library is "<id>.so".
std::string manifest(const std::string& id) {
  return R"({"id": ")" + id + R"(", "name": "N", "version": "1.0.0", "vendor": "V", "licence": "MIT",
    "summary": "S", "library": ")" +
         id + R"(.so"})";
}

void check_refused(const TemporaryFolder& folder, const std::string& id, ErrorCode code, const std::string& words) {
  const auto loaded = PluginCatalogue::discover({folder.path()}).load(id, "{}");
  REQUIRE_FALSE(loaded.ok());
  INFO(loaded.error().message);
  CHECK(loaded.error().code == code);
  CHECK(loaded.error().message.starts_with("plugin '" + id + "': its library "));
  CHECK(loaded.error().message.find(words) != std::string::npos);
  CHECK(loaded.error().message.find((folder.path() / id / (id + ".so")).string()) != std::string::npos);
}

}  // namespace

TEST_CASE("a library that is none is refused with the loader's words") {
  const TemporaryFolder folder;
  folder.write("text/plugin.json", manifest("text"));
  folder.write("text/text.so",
               "This is a letter to the editor, and it is long enough to hold an ELF header of 64 bytes.");
  check_refused(folder, "text", ErrorCode::kUnreadable, "invalid ELF header");
  folder.write("empty/plugin.json", manifest("empty"));
  folder.write("empty/empty.so", "");
  check_refused(folder, "empty", ErrorCode::kUnreadable, "file too short");
}

TEST_CASE("a library that is a folder is refused") {
  const TemporaryFolder folder;
  folder.write("folder/plugin.json", manifest("folder"));
  std::filesystem::create_directory(folder.path() / "folder" / "folder.so");
  check_refused(folder, "folder", ErrorCode::kUnreadable, "is no regular file");
}

TEST_CASE("a library that is missing is refused") {
  const TemporaryFolder folder;
  folder.write("missing/plugin.json", manifest("missing"));
  check_refused(folder, "missing", ErrorCode::kNotFound, "does not exist: build or install it");
  std::filesystem::create_symlink("nowhere.so", folder.path() / "missing" / "missing.so");
  check_refused(folder, "missing", ErrorCode::kNotFound, "does not exist: build or install it");
}

TEST_CASE("a library that becomes a plugin after a refusal can then be loaded") {
  const TemporaryFolder folder;
  folder.write("good/plugin.json", manifest("good"));
  check_refused(folder, "good", ErrorCode::kNotFound, "does not exist");
  std::filesystem::copy(std::filesystem::path(BAD_PLUGINS) / "good" / "good.so", folder.path() / "good");
  CHECK(PluginCatalogue::discover({folder.path()}).load("good", "{}").ok());
}

TEST_CASE("a malformed manifest is a problem, and asking for its plugin repeats it") {
  const TemporaryFolder folder;
  const auto file = folder.write("torn/plugin.json", manifest("torn").substr(0, 60));
  const auto catalogue = PluginCatalogue::discover({folder.path(), BAD_PLUGINS});
  REQUIRE(catalogue.problems().size() == 1);
  CHECK(catalogue.problems()[0].path == file);
  CHECK(catalogue.problems()[0].message.find("is no valid JSON") != std::string::npos);
  CHECK(catalogue.find("good") != nullptr);
}

TEST_CASE("the same plugin in two folders is refused, and both files named") {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder.path() / "elsewhere");
  std::filesystem::copy(std::filesystem::path(BAD_PLUGINS) / "good", folder.path() / "elsewhere");
  const auto catalogue = PluginCatalogue::discover({BAD_PLUGINS, folder.path()});
  const auto loaded = catalogue.load("good", "{}");
  REQUIRE_FALSE(loaded.ok());
  INFO(loaded.error().message);
  CHECK(loaded.error().message.find(std::string(BAD_PLUGINS) + "/good/plugin.json") != std::string::npos);
  CHECK(loaded.error().message.find((folder.path() / "elsewhere" / "plugin.json").string()) != std::string::npos);
}
