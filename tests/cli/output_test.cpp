#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "cli/program.hpp"
#include "support/catch.hpp"

using namespace storydiff_test;

namespace {

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

}  // namespace

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

TEST_CASE("output: nothing takes the place of what is read, nor of a text that is no output of ours") {
  TemporaryFolder folder;
  write_texts(folder);
  folder.write("note.txt", "An important note without a line feed");
  folder.write("words.bin", "no lexicon, but somebody's");
  folder.write("pairs.jsonl", R"({"id": "a", "sources": ["wire.txt"], "target": "opinion.txt"})"
                              "\n");
  std::filesystem::create_symlink("wire.txt", folder.path() / "link");
  std::map<std::string, std::string> before;
  for (const char* file : {"wire.txt", "opinion.txt", "note.txt", "words.bin", "pairs.jsonl"})
    before[file] = bytes_of(folder.path() / file);

  struct Row {
    std::vector<std::string> arguments;
    const char* message;
  };
  const Row rows[] = {
      {{"compare", "wire.txt", "opinion.txt", "--json", "./wire.txt"}, "./wire.txt: is one of the texts"},
      {{"compare", "wire.txt", "opinion.txt", "--sarif", "link"}, "link: is one of the texts"},
      {{"compare", "wire.txt", "opinion.txt", "--lexicon", "words.bin", "--json", "words.bin"},
       "words.bin: is used for the comparison"},
      {{"check", "wire.txt", "opinion.txt", "--sarif", "opinion.txt"}, "opinion.txt: is one of the texts"},
      {{"normalize", "wire.txt", "--json", "link"}, "link: is the text"},
      {{"chain", "wire.txt", "opinion.txt", "--json", "link"}, "link: is one of the texts"},
      {{"chain", "wire.txt", "opinion.txt", "--html", "wire.txt"}, "wire.txt: is one of the texts"},
      {{"chain", "wire.txt", "opinion.txt", "--html", "link2", "--json", "./link2"}, "can not both write to"},
      {{"batch", "pairs.jsonl", "--output", "wire.txt"}, "wire.txt: is there already and holds no records of a batch"},
      {{"batch", "pairs.jsonl", "--resume", "note.txt"}, "note.txt: its last line is no record of a batch"},
      {{"batch", "pairs.jsonl", "--resume", "opinion.txt"}, "opinion.txt: line 1 is no record of a batch"},
      {{"batch", "pairs.jsonl", "--summary", "opinion.txt"}, "opinion.txt: is there already and holds no totals"},
      {{"batch", "pairs.jsonl", "--output", "-"}, "--output takes a file"},
      {{"batch", "pairs.jsonl", "--output", "pairs.jsonl"}, "pairs.jsonl: is the list of pairs"},
  };
  for (const Row& row : rows) {
    const ProcessResult result = run_storydiff(folder, row.arguments);
    INFO(row.arguments.front() << " " << row.arguments.back() << ": " << result.err);
    CHECK(result.status == 2);
    CHECK(result.err.find(row.message) != std::string::npos);
    CHECK(std::count(result.err.begin(), result.err.end(), '\n') == 1);
    for (const auto& [file, bytes] : before) CHECK(bytes_of(folder.path() / file) == bytes);
  }
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
