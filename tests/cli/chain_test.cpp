#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/program.hpp"
#include "storydiff/chain.hpp"
#include "support/catch.hpp"
#include "support/mini_schema.hpp"

using namespace storydiff_test;
using nlohmann::json;

namespace {

/// The takes of a chain under fixtures/, copied to the folder.
void copy_takes(const TemporaryFolder& folder, const std::string& name) {
  const std::filesystem::path from = std::filesystem::path(STORYDIFF_SOURCE_DIR) / "fixtures/chains" / name;
  for (const char* take : {"take1.txt", "take2.txt", "take3.txt", "take4.txt"})
    std::filesystem::copy_file(from / take, folder.path() / take);
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("chain: steps, findings and lives as a person reads them") {
  TemporaryFolder folder;
  copy_takes(folder, "dam-break");
  const ProcessResult result = run_storydiff(folder, {"chain", "take1.txt", "take2.txt", "take3.txt", "take4.txt"});
  INFO(result.out << result.err);
  CHECK(result.status == 1);
  CHECK(result.err.empty());
  CHECK(holds(result.out, "v1 take1.txt: 3 sentences, version flash\n"));
  CHECK(holds(result.out, "v3 take3.txt: 5 sentences, version writethru, take 2\n"));
  CHECK(holds(result.out, "v1 -> v2: 2 kept, 1 edited, 2 new\n"));
  CHECK(holds(result.out, "alert: A figure changed"));
  CHECK(holds(result.out, "in v1; edited in v2 (figure changed “At least four” to “At least nine”"));
  CHECK(holds(result.out, "born in v2; dropped in v3; returned in v4"));
  CHECK(holds(result.out, "alert: A negation changed"));
  CHECK(result.out.find("\x1b") == std::string::npos);
}

TEST_CASE("chain: the JSON fits its schema, and is the same each time") {
  TemporaryFolder folder;
  copy_takes(folder, "bank-merger");
  const std::vector<std::string> arguments = {"chain",     "take1.txt", "take2.txt", "take3.txt",
                                              "take4.txt", "--json",    "-"};
  const ProcessResult result = run_storydiff(folder, arguments);
  CHECK(result.status == 1);
  const json chain = json::parse(result.out);
  CHECK(chain["schema"] == storydiff::kChainSchema);
  const auto problems = schema_problems(chain, json::parse(storydiff::chain_schema_json()));
  CAPTURE(problems);
  CHECK(problems.empty());
  CHECK(chain["versions"].size() == 4);
  CHECK(chain["steps"].size() == 3);
  CHECK(chain["versions"][1]["metadata"]["take"] == "1");
  CHECK(chain["versions"][3]["metadata"]["version"] == "correction");
  CHECK(run_storydiff(folder, arguments).out == result.out);

  const ProcessResult file = run_storydiff(
      folder, {"chain", "take1.txt", "take2.txt", "take3.txt", "take4.txt", "--json", "chain.json", "--quiet"});
  CHECK(file.out.empty());
  CHECK(read_file(folder.path() / "chain.json") == result.out);
}

TEST_CASE("chain: a page that holds the same chain, and tells its head without script") {
  TemporaryFolder folder;
  copy_takes(folder, "dam-break");
  std::vector<std::string> arguments = {"chain", "take1.txt", "take2.txt", "take3.txt", "take4.txt", "--html", "-"};
  const ProcessResult page = run_storydiff(folder, arguments);
  CHECK(page.status == 1);
  CHECK(holds(page.out, "<title>4 takes: take1.txt to take4.txt</title>"));
  CHECK(holds(page.out, "From 3 sentences in the first take to "));
  const std::string open = "<script type=\"application/json\" id=\"report\">";
  const std::size_t begin = page.out.find(open) + open.size();
  const json inside = json::parse(page.out.substr(begin, page.out.find("</script>", begin) - begin));
  arguments[5] = "--json";
  CHECK(inside == json::parse(run_storydiff(folder, arguments).out));
  const ProcessResult file = run_storydiff(
      folder, {"chain", "take1.txt", "take2.txt", "take3.txt", "take4.txt", "--html", "chain.html", "--quiet"});
  CHECK(file.out.empty());
  CHECK(read_file(folder.path() / "chain.html") == page.out);
}

TEST_CASE("chain: links and words of a step are those of the comparison of its two versions") {
  TemporaryFolder folder;
  copy_takes(folder, "bank-merger");
  const json chain =
      json::parse(run_storydiff(folder, {"chain", "take1.txt", "take2.txt", "take3.txt", "--json", "-"}).out);
  for (const char* from : {"take1.txt", "take2.txt"}) {
    const std::size_t step = from == std::string("take1.txt") ? 0 : 1;
    const std::string to = step == 0 ? "take2.txt" : "take3.txt";
    const json pair = json::parse(run_storydiff(folder, {"compare", from, to, "--json", "-"}).out);
    const json& links = chain["steps"][step]["alignments"];
    REQUIRE(links.size() == pair["alignments"].size());
    REQUIRE(!links.empty());
    for (std::size_t i = 0; i < links.size(); ++i) {
      for (const char* member : {"id", "relation", "score", "moved", "edits", "target"})
        CHECK(links[i][member] == pair["alignments"][i][member]);
      CHECK(links[i]["source"]["sentences"] == pair["alignments"][i]["source"]["sentences"]);
    }
    CHECK(chain["versions"][step]["paragraphs"] == pair["documents"]["sources"][0]["paragraphs"]);
    CHECK(chain["versions"][step]["sentences"] == pair["documents"]["sources"][0]["sentences"]);
  }
}

TEST_CASE("chain: plugins and standard input as in a comparison") {
  TemporaryFolder folder;
  write_texts(folder);
  CHECK(run_storydiff(folder, {"chain", "-", "wire.txt"},
                      "The night ferry from Bergen sank off the coast on Tuesday.\n\n\"Nobody drowned in the "
                      "accident,\" harbour master Kari Moen said.\n")
            .status == 0);
  const ProcessResult bare = run_storydiff(folder, {"chain", "wire.txt", "opinion.txt", "--no-plugins", "--json", "-"});
  CHECK(json::parse(bare.out)["options"]["plugins"].empty());
}

TEST_CASE("compare: the verdict says which take was followed") {
  TemporaryFolder folder;
  copy_takes(folder, "dam-break");
  folder.write(
      "piece.txt",
      "I grew up below that wall.\n\nAn 80-year-old dam burst above the town of Altmoor on Monday, killing two "
      "people. Engineers had warned of cracks in the wall in March.\n\nThe regional government had not ordered "
      "repairs.\n");
  const ProcessResult compared =
      run_storydiff(folder, {"compare", "take1.txt", "take2.txt", "take3.txt", "piece.txt", "--json", "r.json"});
  INFO(compared.out << compared.err);
  CHECK(compared.status == 1);
  CHECK(json::parse(read_file(folder.path() / "r.json"))["closest_source"]["document"] == 2);
  std::string words;
  for (const char c : compared.out) words += c == '\n' ? ' ' : c;
  CHECK(holds(words, "It follows take3.txt most closely: it fits best in "));
  const ProcessResult page = run_storydiff(folder, {"show", "r.json", "--html", "-"});
  CHECK(holds(page.out, "It follows take3.txt most closely"));
  CHECK(holds(run_storydiff(folder, {"compare", "take1.txt", "take1.txt", "take3.txt"}).out, "can not be told"));
}
