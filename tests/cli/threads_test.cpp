// What the number of threads must not change: anything.

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "cli/program.hpp"
#include "support/catch.hpp"

using namespace storydiff_test;

namespace {

/// The texts of some pairs under fixtures/, `times` over, each time with a number of its own so that no two
/// sentences are the same.
std::string long_text(const char* file, int times) {
  std::ostringstream text;
  for (int i = 0; i < times; ++i)
    for (const char* pair : {"court-correction", "merger-local", "summit-shuffled", "election-wrapped"}) {
      std::ifstream one(std::filesystem::path(STORYDIFF_SOURCE_DIR) / "fixtures/pairs" / pair / file, std::ios::binary);
      std::string word;
      for (std::string line; std::getline(one, line); text << '\n') {
        std::istringstream words(line);
        for (int n = 0; words >> word; ++n) text << word << (n % 11 == 7 ? std::to_string(i) + " " : " ");
      }
      text << '\n';
    }
  return text.str();
}

std::string report(const TemporaryFolder& folder, const char* threads) {
  const ProcessResult result =
      run_storydiff(folder, {"compare", "a.txt", "b.txt", "--json", "-", "--threads", threads});
  CHECK(result.err.empty());
  REQUIRE(result.status == 1);
  return result.out;
}

}  // namespace

TEST_CASE("compare: the report is the same on any number of threads") {
  TemporaryFolder folder;
  // The second is long enough for plugins to work on both texts at once.
  const int times = GENERATE(1, 22);
  folder.write("a.txt", long_text("source.txt", times));
  folder.write("b.txt", long_text("target.txt", times));
  if (times > 1)
    REQUIRE(std::filesystem::file_size(folder.path() / "a.txt") + std::filesystem::file_size(folder.path() / "b.txt") >
            400'000);
  const std::string alone = report(folder, "1");
  CHECK(report(folder, "2") == alone);
  CHECK(report(folder, "7") == alone);
}

TEST_CASE("compare: no threads at all is an error") {
  TemporaryFolder folder;
  write_texts(folder);
  const ProcessResult result = run_storydiff(folder, {"compare", "wire.txt", "opinion.txt", "--threads", "0"});
  CHECK(result.status == 2);
  CHECK(result.err.find("--threads") != std::string::npos);
}
