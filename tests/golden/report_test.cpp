// The terminal report of each pair, as kept in fixtures/pairs/<case>/report.txt, and the ledger of its
// source in ledger.txt. To accept what has changed: cmake --build --preset release --target update_golden

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
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

// Made anew by the same command as the reports, or by scripts/pictures.
TEST_CASE("the capture of a terminal in the README is what the program prints", "[report][readme]") {
  constexpr std::size_t kLines = 34;
  const std::filesystem::path root = STORYDIFF_SOURCE_DIR;
  const std::string readme = read(root / "README.md");
  const std::string command = "    $ storydiff compare source.txt target.txt --width 88 | head -n 34\n";
  const std::size_t begin = readme.find(command);
  REQUIRE(begin != std::string::npos);
  const std::size_t end = readme.find("\n\nDeleted words", begin);
  REQUIRE(end != std::string::npos);

  std::istringstream lines(
      run_in(root / "fixtures/pairs/court-correction", {"compare", "source.txt", "target.txt", "--width", "88"}).out);
  std::string printed;
  std::string line;
  for (std::size_t i = 0; i < kLines && std::getline(lines, line); ++i)
    printed += line.empty() ? "\n" : "    " + line + "\n";
  const std::size_t body = begin + command.size();
  if (std::getenv("STORYDIFF_UPDATE_GOLDEN") != nullptr)
    std::ofstream(root / "README.md", std::ios::binary) << readme.substr(0, body) << printed << readme.substr(end + 1);
  else
    CHECK(readme.substr(body, end + 1 - body) == printed);

  const std::filesystem::path picture = root / "core/doc/pictures/page.png";
  CHECK(std::filesystem::file_size(picture) < 300000);
  CHECK(readme.find("](core/doc/pictures/page.png)") != std::string::npos);
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
