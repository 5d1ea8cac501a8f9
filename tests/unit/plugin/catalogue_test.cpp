#include <filesystem>
#include <string>

#include "storydiff/plugin_catalogue.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace storydiff;

namespace {

std::string manifest(const std::string& id, unsigned order = 0) {
  return R"({"id": ")" + id + R"(", "name": "N", "version": "1.0.0", "vendor": "V", "licence": "MIT", "summary": "S",
    "library": "none.so", "default_order": )" +
         std::to_string(order) + "}";
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("discovery finds the folders with a manifest, and only those") {
  const TemporaryFolder folder;
  folder.write("b/plugin.json", manifest("bravo"));
  folder.write("a/plugin.json", manifest("zulu"));
  folder.write("deep/er/plugin.json", manifest("too-deep"));
  folder.write("empty/readme.txt", "no manifest");
  folder.write("stray.json", "{}");
  const auto catalogue = PluginCatalogue::discover({folder.path()});
  CHECK(catalogue.problems().empty());
  REQUIRE(catalogue.plugins().size() == 2);
  CHECK(catalogue.plugins()[0].id == "bravo");
  CHECK(catalogue.plugins()[1].id == "zulu");
  CHECK(catalogue.find("zulu") == &catalogue.plugins()[1]);
  CHECK(catalogue.find("zul") == nullptr);
  CHECK(catalogue.find("") == nullptr);
}

TEST_CASE("the default profile is ordered by place, then by id") {
  const TemporaryFolder folder;
  folder.write("1/plugin.json", manifest("late", 30));
  folder.write("2/plugin.json", manifest("early", 10));
  folder.write("3/plugin.json", manifest("on-request"));
  folder.write("4/plugin.json", manifest("also-early", 10));
  const auto catalogue = PluginCatalogue::discover({folder.path()});
  std::string order;
  for (const PluginManifest* plugin : catalogue.default_profile()) order += plugin->id + " ";
  CHECK(order == "also-early early late ");
}

TEST_CASE("a broken manifest is a problem of that plugin alone") {
  const TemporaryFolder folder;
  folder.write("good/plugin.json", manifest("good"));
  const auto broken = folder.write("broken/plugin.json", R"({"id": "broken"})");
  const auto catalogue = PluginCatalogue::discover({folder.path()});
  CHECK(catalogue.plugins().size() == 1);
  REQUIRE(catalogue.problems().size() == 1);
  CHECK(catalogue.problems()[0].id == "broken");
  CHECK(catalogue.problems()[0].path == broken);

  const auto loaded = catalogue.load("broken", "{}");
  REQUIRE_FALSE(loaded.ok());
  CHECK(contains(loaded.error().message, broken.string() + ": has no 'name'"));
}

TEST_CASE("two plugins of one id are both left out, and both files named") {
  const TemporaryFolder folder;
  const auto first = folder.write("x/one/plugin.json", manifest("twin"));
  const auto second = folder.write("y/two/plugin.json", manifest("twin"));
  folder.write("y/other/plugin.json", manifest("other"));
  const auto catalogue = PluginCatalogue::discover({folder.path() / "x", folder.path() / "y"});
  CHECK(catalogue.find("twin") == nullptr);
  CHECK(catalogue.find("other") != nullptr);
  REQUIRE(catalogue.problems().size() == 1);
  CHECK(catalogue.problems()[0].id == "twin");
  for (const auto& file : {first, second}) CHECK(contains(catalogue.problems()[0].message, file.string()));
  CHECK(catalogue.load("twin", "{}").error().message == catalogue.problems()[0].message);
}

TEST_CASE("a folder that is searched twice is no conflict with itself") {
  const TemporaryFolder folder;
  folder.write("plugins/one/plugin.json", manifest("one"));
  std::filesystem::create_directory_symlink(folder.path() / "plugins", folder.path() / "link");
  const auto catalogue =
      PluginCatalogue::discover({folder.path() / "plugins", folder.path() / "link", folder.path() / "plugins" / "."});
  CHECK(catalogue.problems().empty());
  CHECK(catalogue.plugins().size() == 1);
}

TEST_CASE("search folders that can not be searched are problems") {
  const TemporaryFolder folder;
  const auto file = folder.write("own/plugin.json", manifest("own"));
  struct Case {
    std::filesystem::path searched;
    std::string complaint;
  };
  const Case cases[] = {
      {folder.path() / "missing", "no such folder"},
      {file, "no such folder"},
      {file.parent_path(), "is a plugin's own folder: name the folder above it"},
  };
  for (const Case& c : cases) {
    const auto catalogue = PluginCatalogue::discover({c.searched});
    CHECK(catalogue.plugins().empty());
    REQUIRE(catalogue.problems().size() == 1);
    INFO(catalogue.problems()[0].message);
    CHECK(contains(catalogue.problems()[0].message, c.searched.string()));
    CHECK(contains(catalogue.problems()[0].message, c.complaint));
  }
}

TEST_CASE("asking for a plugin that nobody has lists those that there are") {
  const TemporaryFolder folder;
  folder.write("a/plugin.json", manifest("alpha"));
  const auto loaded = PluginCatalogue::discover({folder.path()}).load("aleph", "{}");
  REQUIRE_FALSE(loaded.ok());
  CHECK(loaded.error().code == ErrorCode::kNotFound);
  CHECK(loaded.error().message == "there is no plugin 'aleph'; found are: 'alpha'");
}
