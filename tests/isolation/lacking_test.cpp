// A kernel that has not all that isolates: the plugin runs all the same, and the report names what lacks.
#include <nlohmann/json.hpp>
#include <string>

#include "support/catch.hpp"
#include "support/process.hpp"
#include "support/temporary_folder.hpp"

using namespace storydiff_test;
using nlohmann::json;

namespace {

struct Case {
  std::string lacks;  ///< letters of lacking.c
  std::string plugin;
  std::string status;
  std::string words;
};

void check(const Case& c) {
  INFO(c.lacks << " " << c.plugin);
  const TemporaryFolder folder;
  const std::string text = folder.write("story.txt", "Rain fell on Oslo.\n").string();
  folder.write("script/plugin.json", R"({"id": "script", "name": "N", "version": "1.0.0", "vendor": "V",
      "licence": "MIT", "summary": "S",
      "command": ["sh", "-c", "while read -r line; do echo '{\"edits\": []}'; done"]})");
  ProcessRequest request;
  request.command = {LACKING, c.lacks, STORYDIFF_PROGRAM, "compare", text, text, "--no-plugins", "--json", "-"};
  for (const std::string& argument :
       {std::string("--plugin"), c.plugin, std::string("--plugin-path"), std::string(FAULTY_PLUGINS),
        std::string("--plugin-path"), folder.path().string()})
    request.command.push_back(argument);
  const ProcessResult result = run_process(request);
  INFO(result.err);
  if (result.status == 125) return;  // this machine does not even let the test say so
  const json report = json::parse(result.out, nullptr, false);
  REQUIRE(report.is_object());
  const json& run = report["documents"]["target"]["plugins"].at(0);
  INFO(run.dump());
  CHECK(run["status"] == c.status);
  const std::string message = run["message"].is_string() ? run["message"].get<std::string>() : "";
  CHECK(message.find(c.words) != std::string::npos);
  CHECK(message.empty() == c.words.empty());
}

}  // namespace

TEST_CASE("what the kernel lacks is named, and the plugin runs") {
  const Case cases[] = {
      {"l", "faulty:fault=none", "ok", "no Landlock: it may read all files of this user"},
      {"l", "faulty:fault=read-files", "ok", "no Landlock"},
      {"l", "faulty:fault=write-files", "failed", "writing a file was refused"},
      {"l", "script", "ok", "no Landlock"},
      {"s", "faulty:fault=none", "ok", "no seccomp: it may use the network"},
      {"s", "faulty:fault=network", "ok", "no seccomp"},
      {"n", "faulty:fault=kill-parent", "failed", "a signal to its parent was refused"},
      {"n", "faulty:fault=fork-bomb", "failed", "a second process was refused"},
      {"nl", "script", "ok", "no process namespace: it may signal other processes of this user"},
      {"nls", "faulty:fault=none", "ok", "no Landlock"},
      {"nls", "faulty:fault=crash", "failed", "ended by signal 11"},
      {"nls", "faulty:fault=flood-output", "failed", "wrote more than 64 MiB"},
      {"nls", "script", "ok", "no process namespace"},
  };
  for (const Case& c : cases) check(c);
}
