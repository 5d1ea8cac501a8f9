#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

#include "cli/program.hpp"
#include "support/catch.hpp"

using nlohmann::json;
using namespace storydiff_test;

TEST_CASE("normalize: prints the text, the ledger, or both as JSON") {
  TemporaryFolder folder;
  write_texts(folder);
  const std::string text = "\xEF\xBB\xBFOne line.\n";
  folder.write("bom.txt", text);

  const ProcessResult plain = run_storydiff(folder, {"normalize", "bom.txt"});
  CHECK(plain.status == 0);
  CHECK(plain.out == "One line.\n");

  const ProcessResult ledger = run_storydiff(folder, {"normalize", "bom.txt", "--ledger"});
  CHECK(ledger.status == 0);
  CHECK(ledger.out.find("drop") != std::string::npos);
  CHECK(ledger.out.find("line 1, bytes 0-3") != std::string::npos);

  const ProcessResult machine = run_storydiff(folder, {"normalize", "bom.txt", "--json", "-"});
  CHECK(machine.status == 0);
  const json parsed = json::parse(machine.out);
  CHECK(parsed["text"] == "One line.\n");
  CHECK(parsed["document"]["edits"][0]["action"] == "drop");
  CHECK(parsed["document"]["edits"][0]["span"] == json::array({0, 3}));
}

TEST_CASE("normalize: a plugin that fails is named") {
  TemporaryFolder folder;
  write_texts(folder);
  const ProcessResult result = run_storydiff(folder, {"normalize", "wire.txt", "--ledger", "--plugin-path", BAD_PLUGINS,
                                                      "--plugin", "misbehaves:behaviour=throws"});
  INFO(result.err);
  CHECK(result.status == 0);
  CHECK(result.err.find("boom") != std::string::npos);
  CHECK(result.out.find("misbehaves 1.0.0: failed") != std::string::npos);
}

TEST_CASE("normalize: the plugins that fold a story's own text") {
  TemporaryFolder folder;
  folder.write("story.txt", "\u201CNobody drowned \u2014 nobody,\u201D she said.\n");
  CHECK(run_storydiff(folder, {"normalize", "story.txt", "--plugin", "typography"}).out ==
        "\"Nobody drowned -- nobody,\" she said.\n");
  const std::string wrapped =
      "Dockworkers in the country's busiest port agreed Tuesday to suspend\n"
      "their strike for 10 days while a former judge tries to settle the\n"
      "quarrel over automatic cranes that has kept some forty ships lying\n"
      "at anchor since the spring.\n";
  folder.write("old.txt", wrapped);
  CHECK(run_storydiff(folder, {"normalize", "old.txt"}).out == wrapped);
  const std::string flat = run_storydiff(folder, {"normalize", "old.txt", "--plugin", "hard-wrap"}).out;
  CHECK(std::count(flat.begin(), flat.end(), '\n') == 1);

  folder.write("wire.txt", "The ferry sank.\n\nIt was old.\n\nNobody died.\n");
  folder.write(
      "page.txt",
      "The ferry sank.\n\n\u201CWe heard her groan before she went down\u201D\n\n\"We heard her groan before she "
      "went down, and then we swam,\" the cook said.\n\nNobody died.\n");
  const ProcessResult compared = run_storydiff(folder, {"compare", "wire.txt", "page.txt", "--plugin", "dedupe"});
  CHECK(compared.out.find("pull-quote: only-target") != std::string::npos);
}
