// Our own plugins and the templates keep the rules that we set for others.
#include <filesystem>
#include <string>

#include "checked_folder.hpp"
#include "cli/program.hpp"
#include "support/catch.hpp"

using namespace storydiff_test;

namespace {

void check_sound(const std::filesystem::path& plugin) {
  const TemporaryFolder folder;
  ProcessRequest request = storydiff_request(
      folder, {"plugin", "check", plugin.string(), "--json", "-", "--seed", "7", "--time-limit", "100"});
  // The system's own python3: a version manager's reads a home folder, which an isolated plugin can not.
  request.environment["PATH"] = "/usr/bin:/bin";
  const ProcessResult result = run_process(request);
  INFO(result.out << result.err);
  CHECK(result.status == 0);
}

}  // namespace

TEST_CASE("the bundled plugin wire-furniture passes") { check_sound(STORYDIFF_PLUGIN_DIR "/wire-furniture"); }
TEST_CASE("the bundled plugin page-furniture passes") { check_sound(STORYDIFF_PLUGIN_DIR "/page-furniture"); }
TEST_CASE("the bundled plugin paragraph-order passes") { check_sound(STORYDIFF_PLUGIN_DIR "/paragraph-order"); }
TEST_CASE("the template in C++ passes") { check_sound(TEMPLATE_PLUGINS "/my-normalizer"); }
TEST_CASE("the template of rules passes") { check_sound(STORYDIFF_SOURCE_DIR "/plugins/template/rules"); }

#if defined(SYSTEM_HAS_PYTHON)
TEST_CASE("the template of a script passes") { check_sound(STORYDIFF_SOURCE_DIR "/plugins/template/script"); }
#endif
