#include <sys/stat.h>

#include <filesystem>
#include <string>

#include "cli/program.hpp"
#include "support/catch.hpp"

using namespace storydiff_test;

TEST_CASE("output: what can not be written is trouble, said in one line") {
  TemporaryFolder folder;
  write_texts(folder);
  struct Row {
    const char* file;
    const char* message;
  };
  const Row rows[] = {
      {"missing/report.json", "can not write missing/report.json: No such file"},
      {"wire.txt/report.json", "can not write wire.txt/report.json: Not a directory"},
      {".", "can not write .: Is a directory"},
      {"/proc/report.json", "can not write /proc/report.json"},
      {"/dev/full", "can not write /dev/full: No space left"},
  };
  for (const Row& row : rows) {
    const ProcessResult result = run_storydiff(folder, {"compare", "wire.txt", "opinion.txt", "--json", row.file});
    INFO(row.file << ": " << result.err);
    CHECK(result.status == 2);
    CHECK(result.err.find(row.message) != std::string::npos);
  }
  for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
    CHECK(entry.path().filename().string().find("report.json") == std::string::npos);
}

TEST_CASE("output: a report never takes the place of a text that it compares") {
  TemporaryFolder folder;
  write_texts(folder);
  const auto size = std::filesystem::file_size(folder.path() / "wire.txt");
  const ProcessResult result = run_storydiff(folder, {"compare", "wire.txt", "opinion.txt", "--json", "./wire.txt"});
  CHECK(result.status == 2);
  CHECK(result.err.find("is one of the texts") != std::string::npos);
  CHECK(std::filesystem::file_size(folder.path() / "wire.txt") == size);
}

TEST_CASE("output: standard output that is full, closed or gone") {
  TemporaryFolder folder;
  write_texts(folder);
  ProcessRequest request = storydiff_request(folder, {"compare", "wire.txt", "opinion.txt"});
  SECTION("full") {
    request.output_file = "/dev/full";
    const ProcessResult result = run_process(request);
    CHECK(result.status == 2);
    CHECK(result.err == "storydiff: can not write standard output: No space left on device\n");
  }
  SECTION("closed: no file takes its place") {
    request.closed_output = true;
    request.command.insert(request.command.end(), {"--json", "report.json"});
    const ProcessResult result = run_process(request);
    CHECK(result.status == 2);
    CHECK(result.err == "storydiff: can not write standard output: Bad file descriptor\n");
  }
  SECTION("a pipe without a reader is nobody's business") {
    request.broken_pipe = true;
    const ProcessResult result = run_process(request);
    CHECK(result.status == 2);
    CHECK(result.err.empty());
  }
  SECTION("standard input that is closed can not be read") {
    request.command = {request.command[0], "compare", "-", "opinion.txt"};
    request.closed_input = true;
    CHECK(run_process(request).status == 2);
  }
}

TEST_CASE("output: a file is replaced as a whole and keeps its mode, a link stays a link") {
  TemporaryFolder folder;
  write_texts(folder);
  const std::filesystem::path real = folder.write("real.json", "old");
  std::filesystem::permissions(real, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  std::filesystem::create_symlink("real.json", folder.path() / "link.json");
  CHECK(run_storydiff(folder, {"compare", "wire.txt", "opinion.txt", "--quiet", "--json", "link.json"}).status == 1);
  CHECK(std::filesystem::is_symlink(folder.path() / "link.json"));
  CHECK(std::filesystem::file_size(real) > 1000);
  CHECK((std::filesystem::status(real).permissions() & std::filesystem::perms::mask) ==
        (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
}
