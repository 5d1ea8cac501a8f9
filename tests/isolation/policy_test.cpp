// Who is trusted to run in this process, and what a program that uses the library can set.
#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "storydiff/pipeline.hpp"
#include "storydiff/plugin_catalogue.hpp"
#include "support/catch.hpp"
#include "support/process.hpp"
#include "support/temporary_folder.hpp"

using namespace storydiff;
using namespace storydiff_test;

namespace {

PluginPolicy isolating() {
  PluginPolicy policy;
  policy.host = STORYDIFF_HOST;
  return policy;
}

std::string refusal(const Result<std::shared_ptr<Normalizer>>& loaded) {
  return loaded.ok() ? "" : loaded.error().message;
}

/// `good.so` sets a variable of the process that it is loaded into.
bool loads_here(const PluginPolicy& policy, const std::filesystem::path& folder) {
  ::unsetenv("STORYDIFF_TEST_GOOD_LOADED");
  const auto loaded = PluginCatalogue::discover({folder}).load("good", "{}", policy);
  INFO(refusal(loaded));
  REQUIRE(loaded.ok());
  return ::getenv("STORYDIFF_TEST_GOOD_LOADED") != nullptr;
}

/// A copy of its own: its initialiser runs once a file.
struct GoodCopy {
  TemporaryFolder folder;
  GoodCopy() { std::filesystem::copy(std::filesystem::path(GOOD_PLUGINS) / "good", folder.path() / "good"); }
};

std::vector<ProposedEdit> propose(Normalizer& normalizer, const std::string& text) {
  const std::vector<Span> paragraphs{{0, static_cast<Offset>(text.size())}};
  View view;
  view.text = text;
  view.paragraphs = paragraphs;
  const auto edits = normalizer.propose(view);
  INFO((edits.ok() ? "" : edits.error().message));
  REQUIRE(edits.ok());
  return *edits;
}

}  // namespace

TEST_CASE("only what is trusted is loaded into this process") {
  PluginPolicy policy = isolating();
  CHECK_FALSE(loads_here(policy, GoodCopy().folder.path()));
  {
    const GoodCopy copy;
    policy.in_process = {"other", "good"};
    CHECK(loads_here(policy, copy.folder.path()));
  }
  {
    const GoodCopy copy;
    policy = isolating();
    policy.trusted_folder = copy.folder.path() / "good" / "..";  // another name of the same folder
    CHECK(loads_here(policy, copy.folder.path()));
  }
  policy.trusted_folder = "/no/such/folder";
  CHECK_FALSE(loads_here(policy, GoodCopy().folder.path()));
}

TEST_CASE("without a host nothing foreign is run") {
  const auto catalogue = PluginCatalogue::discover({GOOD_PLUGINS});
  CHECK(refusal(catalogue.load("good", "{}", PluginPolicy{})).find("there is no storydiff-plugin-host") !=
        std::string::npos);
  PluginPolicy policy;
  policy.host = "/no/such/host";
  CHECK(refusal(catalogue.load("good", "{}", policy)).find("/no/such/host can not be run") != std::string::npos);
  policy.host = "/bin/echo";
  CHECK(refusal(catalogue.load("good", "{}", policy)).find("is no plugin host of this storydiff") != std::string::npos);
}

TEST_CASE("the host is no program for people") {
  ProcessRequest request;
  request.command = {STORYDIFF_HOST};
  const ProcessResult result = run_process(request);
  CHECK(result.status == 250);
  CHECK(result.err == "storydiff-plugin-host is started by storydiff, to run a plugin apart from it\n");
}

TEST_CASE("isolated edits are those of the same library in this process") {
  const auto catalogue = PluginCatalogue::discover({STORYDIFF_PLUGIN_DIR});
  const std::string text = "By A. Writer\n\nOSLO (Reuters) - Rain fell on Oslo.\n\n(Reporting by B. Writer)\n";
  for (const char* id : {"wire-furniture", "paragraph-order"}) {
    const auto here = catalogue.load(id, "{}");
    const auto apart = catalogue.load(id, "{}", isolating());
    INFO(id << refusal(here) << refusal(apart));
    REQUIRE(here.ok());
    REQUIRE(apart.ok());
    Document document;
    document.text = text;
    const Document* const documents[] = {&document, &document};
    PipelineStep step;
    step.normalizer = *here;
    const auto first = run_pipeline(documents, {step});
    step.normalizer = *apart;
    const auto second = run_pipeline(documents, {step});
    CHECK(first[0].text == second[0].text);
    CHECK(first[0].ledger.size() == second[0].ledger.size());
    CHECK(second[1].plugins[0].status == PluginRun::Status::kOk);
  }
}

TEST_CASE("a process serves many texts, from whatever thread, and outlives the one that made it") {
  const auto catalogue = PluginCatalogue::discover({GOOD_PLUGINS});
  std::shared_ptr<Normalizer> normalizer;
  std::thread([&] { normalizer = *catalogue.load("good", "{}", isolating()); }).join();
  for (int i = 0; i < 50; ++i) CHECK(propose(*normalizer, "text " + std::to_string(i)).size() == 1);
  CHECK(propose(*normalizer, std::string(5'000'000, 'x')).size() == 1);
}

TEST_CASE("many threads have a process each") {
  const auto catalogue = PluginCatalogue::discover({GOOD_PLUGINS});
  std::vector<std::thread> threads;
  std::vector<std::size_t> edits(4);
  for (std::size_t i = 0; i < edits.size(); ++i)
    threads.emplace_back([&catalogue, &edits, i] {
      const auto normalizer = catalogue.load("good", "{}", isolating());
      if (!normalizer.ok()) return;
      const std::vector<Span> paragraphs{{0, 4}};
      View view;
      view.text = "text";
      view.paragraphs = paragraphs;
      for (int n = 0; n < 20; ++n)
        if (const auto proposed = (*normalizer)->propose(view); proposed.ok()) edits[i] += proposed->size();
    });
  for (std::thread& thread : threads) thread.join();
  for (const std::size_t count : edits) CHECK(count == 20);
}

TEST_CASE("the command line trusts whom it names") {
  const TemporaryFolder folder;
  folder.write("a.txt", "bc-slug\n\nRain fell.\n");
  folder.write("script/plugin.json", R"({"id": "script", "name": "N", "version": "1.0.0", "vendor": "V",
      "licence": "MIT", "summary": "S", "command": ["cat"]})");
  const auto run = [&](std::vector<std::string> more) {
    ProcessRequest request;
    request.command = {STORYDIFF_PROGRAM,      "compare",       "a.txt",        "a.txt",
                       "--no-plugins",         "--plugin-path", FAULTY_PLUGINS, "--plugin-path",
                       folder.path().string(), "--color",       "never"};
    request.command.insert(request.command.end(), more.begin(), more.end());
    request.folder = folder.path().string();
    return run_process(request);
  };
  const std::vector<std::string> exits{"--plugin", "faulty:fault=exit-at-once"};
  CHECK(run(exits).status == 0);
  CHECK(run({exits[0], exits[1], "--in-process", "faulty"}).status == 3);  // it took us with it

  const ProcessResult unknown = run({"--in-process", "faultx"});
  CHECK(unknown.status == 2);
  CHECK(unknown.err.find("there is no plugin 'faultx'; did you mean 'faulty'") != std::string::npos);
  const ProcessResult script = run({"--in-process", "script"});
  CHECK(script.status == 2);
  CHECK(script.err.find("plugin 'script' is a script, which always runs in a process of its own") != std::string::npos);
  for (const char* seconds : {"0", "-1", "nan", "1e9"}) {
    INFO(seconds);
    const ProcessResult timeout = run({std::string("--plugin-timeout=") + seconds});
    CHECK(timeout.status == 2);
    CHECK(timeout.err.find("--plugin-timeout takes seconds, more than 0 and at most 86400") != std::string::npos);
  }
}
