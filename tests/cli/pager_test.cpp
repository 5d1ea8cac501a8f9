// The pager, at a terminal that `script` plays.

#include <filesystem>
#include <string>

#include "cli/program.hpp"
#include "support/catch.hpp"

using namespace storydiff_test;

namespace {

/// What a terminal shows of `storydiff ARGUMENTS` with this pager (null: none is set).
std::string shown(const TemporaryFolder& folder, const std::string& arguments, const char* own, const char* usual) {
  ProcessRequest request = storydiff_request(folder, {});
  request.command = {"/usr/bin/script", "-qec", std::string(STORYDIFF_PROGRAM) + " " + arguments, "/dev/null"};
  const auto set = [&](const char* name, const char* value) {
    if (value == nullptr)
      request.environment[name] = std::nullopt;
    else
      request.environment[name] = value;
  };
  set("STORYDIFF_PAGER", own);
  set("PAGER", usual);
  request.environment["TERM"] = "xterm";
  request.environment["LESS"] = std::nullopt;
  const ProcessResult result = run_process(request);
  INFO(result.out << result.err);
  CHECK(result.status == 1);
  return result.out;
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("pager: as git chooses it, and never in the way") {
  if (!std::filesystem::exists("/usr/bin/script")) {
    WARN("no 'script': not tried");
    return;
  }
  TemporaryFolder folder;
  write_texts(folder);
  const std::string compare = "compare wire.txt opinion.txt --color never";
  const char* own = "echo own pager; cat";
  const char* usual = "echo LESS=$LESS; cat";

  std::string out = shown(folder, compare, own, usual);
  CHECK(holds(out, "own pager"));
  CHECK(holds(out, "Partially derived"));
  out = shown(folder, compare, nullptr, usual);
  CHECK(holds(out, "LESS=FRX"));
  CHECK(holds(out, "Partially derived"));
  for (const char* none : {"", "cat", "/nowhere/pager", "./wire.txt"}) {
    out = shown(folder, compare, none, usual);
    INFO(none << out);
    CHECK(holds(out, "Partially derived"));
    CHECK(!holds(out, "LESS="));
    CHECK(out.find("Partially") == out.rfind("Partially"));
  }
  // The reader leaves at once: that is no error.
  CHECK(holds(shown(folder, compare, "head -c 9 | cat; exit 3", usual), "Partially"));
  CHECK(!holds(shown(folder, compare + " --no-pager", own, usual), "own pager"));
  CHECK(!holds(shown(folder, compare + " --quiet", own, usual), "own pager"));
  CHECK(!holds(shown(folder, compare + " | tail -n 99 > out.txt; false", own, usual), "own pager"));
}
