// Plugins at their worst, each in a whole comparison: the report is right, what others did stands, and
// nothing is left behind.
#include <dirent.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <thread>

#include "isolation/fault_table.hpp"
#include "storydiff/plugin_catalogue.hpp"
#include "support/catch.hpp"
#include "support/process.hpp"
#include "support/temporary_folder.hpp"

using namespace storydiff;
using namespace storydiff_test;
using nlohmann::json;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif

std::string read(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// Whether this machine has all that isolates. Where it has not, plugins are not asked to kill everybody.
bool fully_isolated() {
  PluginPolicy policy;
  policy.host = STORYDIFF_HOST;
  const auto good = PluginCatalogue::discover({GOOD_PLUGINS}).load("good", "{}", policy);
  REQUIRE(good.ok());
  const std::string notice((*good)->notice());
  return notice.empty() || notice == "not fully isolated here: a build with sanitizers: its memory is not limited";
}

/// One comparison with a plugin, and beside it one that is as it should be.
class Comparison {
 public:
  Comparison() : tag_("storydiff-" + std::to_string(::getpid()) + "-" + std::to_string(++count)) {
    text_ = folder_.write("wire.txt", "bc-slug\n\nThe night ferry from Bergen sank.\n\nNobody drowned.\n");
    folder_.write("opinion.txt", "bc-other\n\nThe night ferry from Bergen sank.\n\nI have never trusted boats.\n");
  }

  [[nodiscard]] const TemporaryFolder& folder() const { return folder_; }

  /// The report, without what it says of the plugin itself.
  json run(const std::string& plugin, const std::filesystem::path& plugins, const std::string& seconds) {
    const std::set<std::string> files = all_files();
    ProcessRequest request;
    request.command = {STORYDIFF_PROGRAM,
                       "compare",
                       (folder_.path() / "wire.txt").string(),
                       (folder_.path() / "opinion.txt").string(),
                       "--no-plugins",
                       "--plugin",
                       "good",
                       "--plugin-path",
                       GOOD_PLUGINS,
                       "--plugin-timeout",
                       seconds,
                       "--json",
                       "-"};
    if (!plugin.empty()) {
      for (const std::string& argument :
           {std::string("--plugin"), plugin, std::string("--plugin-path"), plugins.string()})
        request.command.push_back(argument);
    }
    // Reaches the plugin and all that it starts: how the test knows them afterwards.
    request.environment = {{"LC_STORYDIFF_TEST", tag_}, {"STORYDIFF_PLUGIN_PATH", std::nullopt}};
    const ProcessResult result = run_process(request);
    errors_ = result.err;
    INFO(result.err);
    CHECK(result.status == 1);
    CHECK(nothing_runs());
    CHECK(all_files() == files);
    CHECK_FALSE(std::filesystem::exists("/tmp/storydiff-stolen"));
    CHECK(read(text_).starts_with("bc-slug"));
    json report = json::parse(result.out, nullptr, false);
    REQUIRE(report.is_object());

    target_ = take_run(report["documents"]["target"], plugin);
    source_ = take_run(report["documents"]["sources"][0], plugin);
    return report;
  }

  [[nodiscard]] const json& target() const { return target_; }
  [[nodiscard]] const json& source() const { return source_; }

 private:
  static json take_run(json& document, const std::string& plugin) {
    const std::string id = plugin.substr(0, plugin.find(':'));
    json& plugins = document["plugins"];
    for (auto run = plugins.begin(); run != plugins.end(); ++run) {
      if ((*run)["id"] != id) continue;
      json taken = *run;
      plugins.erase(run);
      return taken;
    }
    return nullptr;
  }

  std::set<std::string> all_files() const {
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder_.path())) names.insert(entry.path());
    return names;
  }

  /// Soon, if not at once: the kernel takes its time to end what has been killed.
  bool nothing_runs() const {
    for (int i = 0; i < 100; ++i) {
      if (running() == 0) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return false;
  }

  int running() const {
    int found = 0;
    std::error_code ec;
    for (const auto& entry : std::filesystem::directory_iterator("/proc", ec))
      if (read(entry.path() / "environ").find("LC_STORYDIFF_TEST=" + tag_) != std::string::npos) ++found;
    return found;
  }

  inline static int count = 0;
  TemporaryFolder folder_;
  std::filesystem::path text_;
  std::string tag_;
  std::string errors_;
  json target_;
  json source_;
};

json without_paths(json report) {
  report["documents"]["target"].erase("path");
  report["documents"]["sources"][0].erase("path");
  report.erase("options");
  return report;
}

/// The report of a comparison in which the other plugin was never asked for.
const json& reference() {
  static const json report = [] {
    Comparison comparison;
    return without_paths(comparison.run("", "", "60"));
  }();
  REQUIRE(report["documents"]["target"]["plugins"].size() == 1);
  REQUIRE(report["documents"]["target"]["plugins"][0]["edits"] == 1);
  return report;
}

void check_run(const json& run, std::string_view says) {
  INFO(run.dump());
  REQUIRE(run.is_object());
  CHECK(run["edits"] == 0);
  if (says.empty()) {
    CHECK(run["status"] == "ok");
    return;
  }
  CHECK(run["status"] == "failed");
  const std::string message = run["message"].is_string() ? run["message"].get<std::string>() : "";
  CHECK(message.find(says) != std::string::npos);
  CHECK(message.find('\n') == std::string::npos);
}

void check_library(const LibraryFault& fault) {
  if (kSanitized && !fault.sanitized) return;
  INFO(fault.what);
  Comparison comparison;
  const std::string plugin(fault.plugin);
  const std::string asked = plugin + (fault.fault.empty() ? "" : ":fault=" + std::string(fault.fault));
  const json report = comparison.run(asked, FAULTY_PLUGINS, fault.waits ? "2" : "60");
  check_run(comparison.target(), fault.says);
  check_run(comparison.source(), fault.says);
  CHECK(without_paths(report) == reference());
}

void check_script(const ScriptFault& fault) {
  if (kSanitized && fault.name == "memory") return;
  INFO(fault.what);
  Comparison comparison;
  const std::string id(fault.name);
  comparison.folder().write("plugins/" + id + "/plugin.json",
                            R"({"id": ")" + id + R"(", "name": "N", "version": "1.0.0", "vendor": "V", "licence": "MIT",
                                "summary": "S", "command": ["sh", "run.sh"]})");
  comparison.folder().write("plugins/" + id + "/run.sh", fault.script);
  const json report = comparison.run(id, comparison.folder().path() / "plugins", fault.waits ? "2" : "60");
  check_run(comparison.target(), fault.says);
  CHECK(without_paths(report) == reference());
}

}  // namespace

TEST_CASE("a comparison survives every fault of a library") {
  const bool isolated = fully_isolated();
  for (const LibraryFault& fault : kLibraryFaults) {
    if (!fault.waits && (isolated || !fault.says.ends_with("Operation not permitted"))) check_library(fault);
  }
}

TEST_CASE("a comparison survives a library that never ends") {
  for (const LibraryFault& fault : kLibraryFaults) {
    if (fault.waits) check_library(fault);
  }
}

TEST_CASE("a comparison survives every fault of a script") {
  const bool isolated = fully_isolated();
  for (const ScriptFault& fault : kScriptFaults) {
    if (!fault.waits && (isolated || fault.name != "kills")) check_script(fault);
  }
}

TEST_CASE("a comparison survives a script that never answers") {
  for (const ScriptFault& fault : kScriptFaults) {
    if (fault.waits) check_script(fault);
  }
}

TEST_CASE("the text after a crash gets a fresh process") {
  Comparison comparison;
  comparison.run("faulty:fault=crash-on-source", FAULTY_PLUGINS, "60");
  CHECK(comparison.source()["status"] == "failed");
  CHECK(comparison.target()["status"] == "ok");
  CHECK(comparison.target()["edits"] == 1);
}

TEST_CASE("core/doc/abi.md has the table of faults") {
  std::string table = "| what the plugin does | what the report says |\n| --- | --- |\n";
  const auto add = [&](std::string_view what, std::string_view says) {
    table.append("| ").append(what).append(" | ");
    says.empty() ? table.append("nothing: no harm done") : table.append("... `").append(says).append("`");
    table.append(" |\n");
  };
  for (const LibraryFault& fault : kLibraryFaults) add(fault.what, fault.says);
  for (const ScriptFault& fault : kScriptFaults) add(fault.what, fault.says);
  const std::string page = read(std::filesystem::path(STORYDIFF_SOURCE_DIR) / "core/doc/abi.md");
  INFO("the table as it should stand there:\n" << table);
  CHECK(page.find(table) != std::string::npos);
}
