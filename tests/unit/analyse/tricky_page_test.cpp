// The page of tricky cases is made of the files that the other tricky tests run: nothing of them is missing there.

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "support/catch.hpp"

namespace {

std::string read(const std::string& path) {
  std::ifstream file(std::string(STORYDIFF_SOURCE_DIR) + "/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

TEST_CASE("core/doc/tricky_cases.md has every tricky case") {
  const std::string page = read("core/doc/tricky_cases.md");
  std::size_t cases = 0;
  for (const char* list : {"quotations", "figures", "names", "speech"}) {
    const auto rows = nlohmann::json::parse(read(std::string("tests/unit/analyse/tricky/") + list + ".json"));
    for (const auto& row : rows) {
      ++cases;
      for (const char* member : {"title", "possible", "wanted"}) {
        const auto text = row.at(member).get<std::string>();
        CAPTURE(list, text);
        if (text.find('|') == std::string::npos && text.find('\n') == std::string::npos)
          CHECK(page.find(text) != std::string::npos);
      }
    }
  }
  CHECK(cases >= 40);
}
