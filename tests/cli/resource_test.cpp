// Where the program finds its lexicon and word vectors, and what it says where it can not use them.

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "cli/program.hpp"
#include "language/lexicon.hpp"
#include "language/word_vectors.hpp"
#include "support/catch.hpp"

namespace {

using namespace storydiff_test;

const std::string kUserLexicon = ".local/share/storydiff/lexicon-en.bin";
const std::string kUserVectors = ".local/share/storydiff/vectors-en.bin";

std::string lexicon() {
  return storydiff::lexicon_bytes({{"sank", {{1}, storydiff::kVerb}}, {"foundered", {{1}, storydiff::kVerb}}}, "tiny");
}

void write_pair(const TemporaryFolder& folder) {
  folder.write("a.txt", "The night ferry from Bergen sank off the coast on Tuesday.\n");
  folder.write("b.txt", "The night ferry from Bergen foundered off the coast on Tuesday.\n");
}

ProcessResult compare_as_json(const TemporaryFolder& folder, std::vector<std::string> more) {
  std::vector<std::string> arguments{"compare", "a.txt", "b.txt", "--json", "-"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return run_storydiff(folder, arguments);
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("the user's lexicon makes synonyms, and the report names it", "[resource]") {
  const TemporaryFolder folder;
  write_pair(folder);
  folder.write(kUserLexicon, lexicon());
  const ProcessResult result = compare_as_json(folder, {});
  CHECK(result.status == 1);
  CHECK(result.err.empty());
  CHECK(contains(result.out, "\"lexicon\": \"tiny/3\""));
  CHECK(contains(result.out, "\"vectors\": null"));
  CHECK(contains(result.out, "\"equivalence\": \"synonym\""));

  const ProcessResult without = compare_as_json(folder, {"--no-lexicon"});
  CHECK(without.err.empty());
  CHECK(contains(without.out, "\"lexicon\": null"));
  CHECK_FALSE(contains(without.out, "\"equivalence\": \"synonym\""));
}

TEST_CASE("a named lexicon counts before the user's", "[resource]") {
  const TemporaryFolder folder;
  write_pair(folder);
  folder.write(kUserLexicon, "rubbish");
  folder.write("mine.bin", lexicon());
  const ProcessResult result = compare_as_json(folder, {"--lexicon", "mine.bin"});
  CHECK(result.err.empty());
  CHECK(contains(result.out, "\"lexicon\": \"tiny/3\""));
}

TEST_CASE("a default resource that is damaged costs a warning and its rung", "[resource]") {
  const TemporaryFolder folder;
  write_pair(folder);
  for (const auto& [file, rung] :
       std::map<std::string, std::string>{{kUserLexicon, "synonym"}, {kUserVectors, "related"}}) {
    const auto path = folder.write(file, lexicon().substr(0, 70));
    const ProcessResult result = compare_as_json(folder, {});
    CHECK(result.status == 1);
    CHECK(contains(result.err, "storydiff: warning: "));
    CHECK(contains(result.err, file));
    CHECK(contains(result.err, "the rung " + rung + " is off"));
    std::filesystem::remove(path);
  }
}

TEST_CASE("a named resource that can not be used is trouble", "[resource]") {
  const TemporaryFolder folder;
  write_pair(folder);
  folder.write("damaged.bin", lexicon() + "x");
  folder.write("pairs.jsonl", "{\"sources\": [\"a.txt\"], \"target\": \"b.txt\"}\n");
  for (const std::string option : {"--lexicon", "--vectors"}) {
    for (const std::string file : {"none.bin", "damaged.bin", "."}) {
      INFO(option << ' ' << file);
      const ProcessResult result = compare_as_json(folder, {option, file});
      CHECK(result.status == 2);
      CHECK(result.out.empty());
      CHECK(contains(result.err, file));
      CHECK(run_storydiff(folder, {"batch", "pairs.jsonl", option, file}).status == 2);
    }
    CHECK(compare_as_json(folder, {option, "damaged.bin", "--no-" + option.substr(2)}).status == 2);
  }
}

TEST_CASE("other languages have no lexicon, and no warning about it", "[resource]") {
  const TemporaryFolder folder;
  write_pair(folder);
  folder.write(kUserLexicon, "rubbish");
  const ProcessResult result = compare_as_json(folder, {"--language", "de"});
  CHECK(result.err.empty());
  CHECK(contains(result.out, "\"lexicon\": null"));
}

TEST_CASE("a program without a lexicon beside it says so once", "[resource]") {
  const TemporaryFolder folder;
  write_pair(folder);
  std::filesystem::create_directories(folder.path() / "bin");
  std::filesystem::copy_file(STORYDIFF_PROGRAM, folder.path() / "bin/storydiff");
  ProcessRequest request = storydiff_request(folder, {"compare", "a.txt", "b.txt", "--quiet"});
  request.command.front() = (folder.path() / "bin/storydiff").string();
  const ProcessResult result = run_process(request);
  CHECK(result.status == 1);
  CHECK(contains(result.err, "no lexicon (lexicon-en.bin) in the data folders; the rung synonym is off\n"));
  CHECK_FALSE(contains(result.err, "vectors"));
}
