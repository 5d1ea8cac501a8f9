// A plugin's process, or the one that keeps watch over it, is killed at any moment of its answer.
#include <cerrno>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/program.hpp"
#include "faults/faulted_run.hpp"
#include "support/catch.hpp"

using nlohmann::json;
using namespace storydiff_test;

namespace {

const std::string kAnswer = R"({"edits": [{"action": "drop", "begin": 0, "end": 4, "role": "slug", "rule": "all"}]})";

/// A plugin that does `script` once it has a text.
void write_plugin(const TemporaryFolder& folder, const std::string& script) {
  const json manifest{
      {"id", "killed"},     {"name", "Killed"},
      {"version", "1.0.0"}, {"vendor", "storydiff tests"},
      {"licence", "MIT"},   {"summary", "Is killed."},
      {"roles", {"slug"}},  {"command", {"/bin/sh", "-c", "read -r line; " + script}},
  };
  folder.write("plugins/killed/plugin.json", manifest.dump());
}

const std::vector<std::string> kComparison{"compare", "wire.txt",         "opinion.txt", "--json",
                                           "-",       "--plugin-path",    "plugins",     "--plugin",
                                           "killed",  "--plugin-timeout", "60"};

/// The comparison is what it is without the plugin, and says that it failed.
void check_only_plugin_failed(const std::string& text, const json& plain) {
  const json report = json::parse(text, nullptr, false);
  REQUIRE(report.is_object());
  for (const json& document : {report["documents"]["sources"][0], report["documents"]["target"]}) {
    CHECK(document["plugins"].back()["id"] == "killed");
    CHECK(document["plugins"].back()["status"] == "failed");
  }
  CHECK(report["alignments"] == plain["alignments"]);
  CHECK(report["findings"] == plain["findings"]);
}

}  // namespace

TEST_CASE("a plugin that is killed at any part of its answer costs its edits, and nothing else") {
  const TemporaryFolder folder;
  write_texts(folder);
  const json plain = json::parse(run_storydiff(folder, {"compare", "wire.txt", "opinion.txt", "--json", "-"}).out);
  for (std::size_t written = 0; written <= kAnswer.size(); written += 9) {
    INFO("after " << written << " bytes");
    write_plugin(folder, "printf '%s' '" + kAnswer.substr(0, written) + "'; kill -KILL $$");
    const ProcessResult result = run_storydiff(folder, kComparison);
    check_ends_well(result);
    CHECK(result.status == 1);
    check_only_plugin_failed(result.out, plain);
  }
}

TEST_CASE("the process that keeps watch over a plugin is killed at any moment, again and again") {
  const TemporaryFolder folder;
  write_texts(folder);
  const json plain = json::parse(run_storydiff(folder, {"compare", "wire.txt", "opinion.txt", "--json", "-"}).out);
  write_plugin(folder, "exec sleep 600");
  for (const std::string pause : {"0.001", "0.004", "0.02", "0.1"}) {
    INFO("every " << pause << " s");
    ProcessRequest request = storydiff_request(folder, {});
    std::string words;
    for (const std::string& word : kComparison) words += " " + word;
    request.command = {"/bin/sh", "-c",
                       "\"$0\"" + words +
                           " & while [ -e /proc/$!/exe ]; do"
                           " for child in $(cat /proc/$!/task/*/children 2>/dev/null); do kill -KILL $child; done;"
                           " sleep " +
                           pause + "; done 2>/dev/null; wait $!",
                       STORYDIFF_PROGRAM};
    const ProcessResult result = run_process(request);
    check_ends_well(result);
    CHECK(result.status == 1);
    check_only_plugin_failed(result.out, plain);
  }
}

TEST_CASE("a plugin's process that can not be had costs its edits, and nothing else") {
  const TemporaryFolder folder;
  write_texts(folder);
  write_plugin(folder, "kill -KILL $$");
  const std::vector<std::string> arguments{"compare", "wire.txt",      "opinion.txt", "--json",   "out.json",
                                           "--quiet", "--plugin-path", "plugins",     "--plugin", "killed"};
  for (const Fault& fault : {Fault{"pipe", EMFILE}, Fault{"fork", EAGAIN}, Fault{"poll", ENOMEM}}) {
    static_cast<void>(run_faulted(folder, arguments, fault, 0));
    const auto calls = counted_calls(folder);
    REQUIRE(calls);
    for (long at = 1; at <= *calls; ++at) {
      INFO(fault.call << " " << at);
      std::filesystem::remove(folder.path() / "out.json");
      const ProcessResult result = run_faulted(folder, arguments, fault, at);
      check_ends_well(result);
      CHECK(result.status == 1);
      check_leaves_nothing(folder, {"wire.txt", "same.txt", "opinion.txt", "plugins"}, "out.json");
    }
  }
}
