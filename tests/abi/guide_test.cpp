// The plugin writer's guide and the template: what they print is what is built here.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "storydiff/pipeline.hpp"
#include "storydiff/plugin_catalogue.hpp"
#include "support/catch.hpp"

using namespace storydiff;

namespace {

std::string contents(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  REQUIRE(stream.is_open());
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// The text after `id`, with `options`, has run over it.
std::string normalized(const char* folder, const std::string& id, const std::string& options, std::string text) {
  const auto loaded = PluginCatalogue::discover({folder}).load(id, options);
  INFO((loaded.ok() ? std::string() : loaded.error().message));
  REQUIRE(loaded.ok());
  Document document;
  document.text = std::move(text);
  const Document* const documents[] = {&document};
  auto result = run_pipeline(documents, {{*loaded, id, "", ""}});
  CHECK(result.front().plugins.at(0).status == PluginRun::Status::kOk);
  return result.front().text;
}

}  // namespace

TEST_CASE("the guide prints the files that are built, byte for byte") {
  const std::filesystem::path source = STORYDIFF_SOURCE_DIR;
  const std::string guide = contents(source / "plugins" / "README.md");
  const std::filesystem::path templates = source / "plugins" / "template";
  const std::filesystem::path files[] = {
      templates / "cpp" / "my_normalizer.cpp",
      templates / "cpp" / "plugin.json",
      templates / "cpp" / "CMakeLists.txt",
      templates / "script" / "my_normalizer.py",
      templates / "shell" / "my_normalizer.sh",
      templates / "rules" / "rules" / "rules.json",
      source / "tests" / "abi" / "guide" / "with_options.cpp",
      source / "tests" / "abi" / "guide" / "plugin.json",
  };
  for (const auto& file : files) {
    INFO(file);
    std::string block = contents(file);
    block.insert(0, 1, '\n').append("```\n");
    CHECK(guide.find(block) != std::string::npos);
  }
}

TEST_CASE("the template, built against the package alone, does what the guide says") {
  CHECK(normalized(TEMPLATE_PLUGINS, "my-normalizer", "{}", "The story.\n\nFrom our archive: another story.\n")
            .find("another") == std::string::npos);
  CHECK(PluginCatalogue::discover({TEMPLATE_PLUGINS}).default_profile().size() == 1);
}

TEST_CASE("the guide's plugin with options takes them") {
  const std::string text = "Read more: one.\n\nSee also: two.\n\nThree.";
  CHECK(normalized(GUIDE_PLUGINS, "with-options", "{}", text).find("one") == std::string::npos);
  const std::string other = normalized(GUIDE_PLUGINS, "with-options", R"({"openings": ["See also:"]})", text);
  CHECK(other.find("one") != std::string::npos);
  CHECK(other.find("two") == std::string::npos);
  const auto refused = PluginCatalogue::discover({GUIDE_PLUGINS}).load("with-options", R"({"openings": "See also:"})");
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().message.find("option 'openings' must be an array") != std::string::npos);
}
