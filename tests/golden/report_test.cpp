// The terminal report of each pair, as kept in fixtures/pairs/<case>/report.txt, and the ledger of its
// source in ledger.txt. To accept what has changed: cmake --build --preset release --target update_golden

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "golden/fixture_pair.hpp"
#include "support/catch.hpp"
#include "support/process.hpp"

using namespace storydiff_test;

namespace {

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

ProcessResult run_in(const std::filesystem::path& folder, std::vector<std::string> arguments) {
  ProcessRequest request;
  request.command = {STORYDIFF_PROGRAM};
  request.command.insert(request.command.end(), arguments.begin(), arguments.end());
  request.folder = folder.string();
  request.environment = {{"COLUMNS", "100"},
                         {"NO_COLOR", "1"},
                         {"XDG_DATA_HOME", "/nonexistent"},
                         {"STORYDIFF_PLUGIN_PATH", std::nullopt}};
  return run_process(request);
}

/// Compares with the kept file, or writes it where that was asked for.
void check_golden(const std::filesystem::path& file, const std::string& now) {
  if (std::getenv("STORYDIFF_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(file, std::ios::binary) << now;
    return;
  }
  INFO(file.string());
  CHECK(now == read(file));
}

}  // namespace

TEST_CASE("terminal reports and ledgers of the pairs", "[report]") {
  for (const FixturePair& pair : fixture_pairs()) {
    const std::string suffix = pair.name.ends_with(" 2") ? "2" : "";
    const ProcessResult compared = run_in(pair.folder, {"compare", pair.source_file, pair.target_file});
    CHECK(compared.status == 1);
    CHECK(compared.err.empty());
    check_golden(pair.folder / ("report" + suffix + ".txt"), compared.out);

    const ProcessResult ledger = run_in(pair.folder, {"normalize", pair.source_file, "--ledger"});
    CHECK(ledger.status == 0);
    check_golden(pair.folder / ("ledger" + suffix + ".txt"), ledger.out);
  }
}

TEST_CASE("the example of the README is what the program prints") {
  const auto squeeze = [](const std::string& text) {
    std::string words;
    for (const char c : text) {
      if (c != ' ' && c != '\n') {
        words += c;
      } else if (!words.empty() && words.back() != ' ') {
        words += ' ';
      }
    }
    return words;
  };
  const std::filesystem::path root = STORYDIFF_SOURCE_DIR;
  const std::string readme = read(root / "README.md");
  const std::string command = "    $ storydiff compare source.txt target.txt\n";
  const std::size_t begin = readme.find(command);
  REQUIRE(begin != std::string::npos);
  const std::size_t end = readme.find("\n\nDeleted words", begin);
  REQUIRE(end != std::string::npos);
  const std::string printed =
      squeeze(run_in(root / "fixtures/pairs/court-correction", {"compare", "source.txt", "target.txt"}).out);

  // Three dots stand where the example is shortened.
  std::string example = squeeze(readme.substr(begin + command.size(), end - begin - command.size())) + " ... ";
  std::size_t parts = 0;
  for (std::size_t at = 0, dots = 0; (dots = example.find(" ... ", at)) != std::string::npos; at = dots + 4, ++parts) {
    const std::string part = squeeze(example.substr(at, dots - at));
    INFO(part);
    CHECK(printed.find(part) != std::string::npos);
  }
  CHECK(parts > 3);
}

TEST_CASE("a report rendered again from its JSON is the same report", "[report]") {
  const FixturePair pair = fixture_pairs().front();
  const ProcessResult json = run_in(pair.folder, {"compare", pair.source_file, pair.target_file, "--json", "-"});
  REQUIRE(json.status == 1);
  const auto kept = std::filesystem::temp_directory_path() / "storydiff_golden_report.json";
  std::ofstream(kept, std::ios::binary) << json.out;
  CHECK(run_in(pair.folder, {"show", kept.string()}).out == read(pair.folder / "report.txt"));
  std::filesystem::remove(kept);
}
