// A disk that is full, and a limit to the size of files.
#include <filesystem>
#include <string>
#include <vector>

#include "cli/program.hpp"
#include "faults/faulted_run.hpp"
#include "support/catch.hpp"

using namespace storydiff_test;

namespace {

/// `script` for /bin/sh, with the program as $0.
ProcessResult run_script(const TemporaryFolder& folder, const std::string& script) {
  ProcessRequest request = storydiff_request(folder, {});
  request.command = {"/bin/sh", "-c", script, STORYDIFF_PROGRAM};
  return run_process(request);
}

}  // namespace

TEST_CASE("on a full disk the old report stays, and no other file") {
  TemporaryFolder folder;
  write_texts(folder);
  std::filesystem::create_directory(folder.path() / "disk");
  const std::string mount = "mount -t tmpfs -o size=16k none disk";
  if (run_script(folder, "unshare -m sh -c '" + mount + "'").status != 0) {
    WARN("no file system can be mounted here: not tested");
    return;
  }
  const ProcessResult result =
      run_script(folder, "unshare -m sh -c '" + mount +
                             " && echo old > disk/out.json && head -c 8k /dev/zero > disk/rest; "
                             "\"$0\" compare wire.txt opinion.txt --quiet --json disk/out.json; echo status $?; "
                             "ls -A disk; cat disk/out.json' \"$0\"");
  CHECK(result.out == "status 2\nout.json\nrest\nold\n");
  CHECK(result.err == "storydiff: can not write disk/out.json: No space left on device\n");
}

TEST_CASE("a limit to the size of files is an error of the file, and not the end of the program") {
  TemporaryFolder folder;
  write_texts(folder);
  folder.write("pairs.jsonl", "{\"id\":1,\"sources\":[\"wire.txt\"],\"target\":\"opinion.txt\"}\n");
  for (const std::string arguments :
       {"compare wire.txt opinion.txt --json out.json", "compare wire.txt opinion.txt --html out.json",
        "normalize wire.txt --json out.json", "batch pairs.jsonl --output out.json"}) {
    const ProcessResult result = run_script(folder, "ulimit -f 1; \"$0\" " + arguments + " --no-config");
    INFO(arguments << ": " << result.err);
    if (result.status != 2) {
      // Short enough for the limit.
      CHECK(std::filesystem::file_size(folder.path() / "out.json") <= 1024);
      continue;
    }
    CHECK(result.err == "storydiff: can not write out.json: File too large\n");
    if (!arguments.starts_with("batch")) CHECK_FALSE(std::filesystem::exists(folder.path() / "out.json"));
    std::filesystem::remove(folder.path() / "out.json");
  }
}
