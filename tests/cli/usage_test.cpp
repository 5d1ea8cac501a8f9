#include <algorithm>
#include <string>
#include <vector>

#include "cli/program.hpp"
#include "support/catch.hpp"

using namespace storydiff_test;

namespace {

struct Row {
  std::vector<std::string> arguments;
  int status;
  const char* out;  ///< standard output contains this; "" means that it is empty
  const char* err;  ///< the same for standard error
};

bool holds(const std::string& text, const std::string& part) {
  return part.empty() ? text.empty() : text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("what is printed, and how it ends") {
  TemporaryFolder folder;
  write_texts(folder);
  folder.write("empty.txt", "");
  folder.write("latin.txt", "The caf\xE9 burned down.\n");
  folder.write("binary.bin", std::string("ab\0cd", 5));
  folder.write("story.json", "{\"schema\": 1}");
  folder.write("check", "The bridge was closed.\n");
  folder.write("show", "The bridge was closed.\n");
  const Row rows[] = {
      {{}, 2, "", "storydiff: a command is missing"},
      {{"--version"}, 0, "storydiff 0.", ""},
      {{"--help"}, 0, "Examples:", ""},
      {{"compare", "--help"}, 0, "storydiff compare wire.txt opinion.txt", ""},
      {{"normalize", "--help"}, 0, "storydiff normalize wire.txt --ledger", ""},
      {{"show", "--help"}, 0, "storydiff show report.json", ""},
      {{"batch", "--help"}, 0, "storydiff batch pairs.jsonl", ""},
      {{"plugin", "--help"}, 0, "storydiff plugin list", ""},
      {{"plugin", "list", "--help"}, 0, "STORYDIFF_PLUGIN_PATH", ""},
      {{"schema", "--help"}, 0, "storydiff schema", ""},
      {{"chain", "--help"}, 0, "storydiff chain take1.txt take2.txt take3.txt", ""},

      {{"comprae", "a", "b"}, 2, "", "did you mean 'compare'?"},
      {{"--colour"}, 2, "", "has no option '--colour'"},
      {{"compare", "a", "b", "--jsn=x"}, 2, "", "has no option '--jsn'; did you mean '--json'"},
      {{"compare", "a", "b", "--json"}, 2, "", "'--json' needs a value: --json FILE (see 'storydiff compare --help')"},
      {{"compare", "a", "b", "--json", ""}, 2, "", "'--json' needs a value: --json FILE, and has an empty one"},
      {{"compare", "a", "b", "--json", "--quiet"}, 2, "", "'--json' needs a value: --json FILE, before '--quiet'"},
      {{"chain", "a", "b", "--json="}, 2, "", "'--json' needs a value"},
      {{"batch", "a", "--select", ""}, 2, "", "'--select' needs a value: --select KEY,KEY,..., and has an empty one"},
      {{"compare", "a", "b", "--json", "x", "--json", "y"}, 2, "", "'--json' is given twice: give it once"},
      {{"chain", "a", "--language", "x", "--language=y", "--language=z"}, 2, "", "'--language' is given 3 times"},
      {{"compare", "a", "b", "--quiet=x"}, 2, "", "'--quiet' takes no value"},
      {{"compare", "a", "b", "--color", "blue"}, 2, "", "'--color' takes auto, always or never, not 'blue'"},
      {{"completion", "tcsh"}, 2, "", "'shell' takes bash, zsh or fish, not 'tcsh'"},
      {{"compare", "a", "b", "--width", "20"}, 2, "", "'--width' takes a number from 40 to 1000, not '20'"},
      {{"compare", "a", "b", "--context", "-1"}, 2, "", "'--context' takes a number from 0 to"},
      {{"compare", "a", "b", "--plugin-timeout", "x"}, 2, "", "'--plugin-timeout' takes a number, not 'x'"},
      {{"compare", "a", "b", "--timeout", "0"}, 2, "", "'--timeout' takes a number from 0.001 to 86400, not '0'"},
      {{"batch", "a", "--timeout", "86401"}, 2, "", "'--timeout' takes a number from 0.001 to 86400, not '86401'"},
      {{"batch", "a", "--jobs", "0"}, 2, "", "'--jobs' takes a number from 1 to 1024, not '0'"},
      {{"batch", "a", "--jobs", "1025"}, 2, "", "'--jobs' takes a number from 1 to 1024, not '1025'"},
      {{"plugin", "check", "a", "--time-limit", "0"},
       2,
       "",
       "'--time-limit' takes a number from 0.01 to 86400, not '0'"},
      {{"compare", "a", "b", "--lexicon=x", "--no-lexicon"}, 2, "", "'--lexicon' and '--no-lexicon' can not both be"},
      {{"batch", "a", "--output", "b", "--resume", "c"}, 2, "", "'--output' and '--resume' can not both be given"},
      {{"plugin", "check-one"}, 2, "", "id is required"},
      {{"compare", "wire.txt", "same.txt", "--plugin-order", "dedupe,dedupe"},
       2,
       "",
       "names 'dedupe' twice, and a plugin"},
      {{"compare", "wire.txt", "same.txt", "--plugin", "dedupe:a=1"}, 2, "", "'dedupe' has no option 'a'"},
      {{"compare", "wire.txt", "opinion.txt", "--width", "160", "--context", "3"}, 1, "Side by side (1 link", ""},
      {{"compare"}, 2, "", "needs at least two files"},
      {{"compare", "wire.txt"}, 2, "", "needs at least two files"},
      {{"compare", "-", "-"}, 2, "", "only once"},
      {{"chain"}, 2, "", "needs at least two files"},
      {{"chain", "wire.txt"}, 2, "", "needs at least two files"},
      {{"chain", "-", "-", "wire.txt"}, 2, "", "only once"},
      {{"chain", "wire.txt", "same.txt", "--json", "same.txt"}, 2, "", "is one of the texts"},
      {{"chain", "wire.txt", "nowhere.txt", "same.txt"}, 2, "", "nowhere.txt"},
      {{"chain", "wire.txt", "same.txt", "wire.txt"}, 0, "no difference in story text", ""},
      {{"chain", "wire.txt", "same.txt", "opinion.txt"}, 1, "v2 -> v3", ""},
      {{"chain", "wire.txt", "opinion.txt", "--quiet"}, 1, "", ""},
      {{"chain", "wire.txt", "empty.txt", "wire.txt"}, 1, "returned", ""},
      {{"chain", "empty.txt", "empty.txt"}, 0, "no difference", ""},
      {{"normalize"}, 2, "", "needs a FILE"},
      {{"normalize", "a", "b"}, 2, "", "does not know what to do with 'b'"},
      {{"show"}, 2, "", "needs a report"},
      {{"batch"}, 2, "", "needs a list of pairs"},
      {{"plugin"}, 2, "", "plugin needs a command"},
      {{"plugin", "lst"}, 2, "", "did you mean 'list'"},

      {{"compare", "nowhere.txt", "wire.txt"}, 2, "", "nowhere.txt"},
      {{"compare", "wire.txt", "."}, 2, "", "directory"},
      {{"compare", "wire.txt", "binary.bin"}, 2, "", "binary"},
      {{"compare", "wire.txt", "latin.txt"}, 2, "", "latin.txt"},
      {{"compare", "wire.txt", "latin.txt", "--encoding", "klingon"}, 2, "", "klingon"},
      {{"compare", "latin.txt", "latin.txt", "--encoding", "latin1"}, 0, "No difference", ""},
      {{"compare", "wire.txt", "wire.txt"}, 0, "No difference in story text", ""},
      {{"compare", "check", "show"}, 0, "No difference in story text", ""},
      {{"compare", "wire.txt", "wire.txt", "wire.txt"}, 0, "No difference in story text", ""},
      {{"compare", "empty.txt", "wire.txt"}, 1, "Not derived", "warning: empty.txt: has no story text, so there is"},
      {{"compare", "wire.txt", "empty.txt"}, 1, "no story text", "warning: empty.txt: has no story text"},
      {{"check", "empty.txt", "wire.txt"}, 0, "", "warning: empty.txt: has no story text"},
      {{"compare", "wire.txt", "same.txt"}, 0, "No difference in story text", ""},
      {{"compare", "wire.txt", "opinion.txt", "--quiet"}, 1, "", ""},

      {{"compare", "wire.txt", "opinion.txt", "--plugin", "paragraph-ordr"}, 2, "", "did you mean 'paragraph-order'?"},
      {{"compare", "wire.txt", "opinion.txt", "--plugin", "xyzzy"}, 2, "", "there is no plugin 'xyzzy'"},
      {{"compare", "wire.txt", "opinion.txt", "--no-plugin", "xyzzy"}, 2, "", "there is no plugin 'xyzzy'"},
      {{"compare", "wire.txt", "same.txt", "--no-plugins"}, 0, "No difference", ""},
      {{"compare", "wire.txt", "same.txt", "--plugin-path", "nowhere"}, 0, "No difference", "nowhere"},

      {{"show", "nowhere.json"}, 2, "", "nowhere.json"},
      {{"show", "story.json"}, 2, "", "story.json: this is no storydiff report: at /schema"},
      {{"show", "wire.txt"}, 2, "", "wire.txt: this is no JSON"},
      {{"show", "latin.txt"}, 2, "", "latin.txt: this is no JSON"},
      {{"show", "binary.bin"}, 2, "", "binary.bin: this is no JSON"},
      {{"schema"}, 0, "\"$schema\"", ""},
      {{"schema", "chain"}, 0, "storydiff-chain/1", ""},
      {{"schema", "chian"}, 2, "", "chian"},
      {{"plugin", "list"}, 0, "paragraph-order", ""},
      {{"plugin", "list", "--json", "-"}, 0, "\"plugins\"", ""},
      {{"batch", "nowhere.jsonl"}, 2, "", "can not read nowhere.jsonl: No such file or directory"},
      {{"batch", "."}, 2, "", "can not read .: Is a directory"},
  };
  for (const Row& row : rows) {
    std::string line;
    for (const std::string& argument : row.arguments) line += argument + " ";
    const ProcessResult result = run_storydiff(folder, row.arguments);
    INFO("storydiff " << line << "\nout: " << result.out << "\nerr: " << result.err);
    CHECK(result.status == row.status);
    CHECK(holds(result.out, row.out));
    CHECK(holds(result.err, row.err));
    if (row.status == 2) {
      CHECK(result.err.starts_with("storydiff: "));
      CHECK(std::count(result.err.begin(), result.err.end(), '\n') == 1);
    }
  }
}

TEST_CASE("without a home the program works") {
  TemporaryFolder folder;
  write_texts(folder);
  ProcessRequest request = storydiff_request(folder, {"compare", "wire.txt", "opinion.txt"});
  request.environment["HOME"] = std::nullopt;
  CHECK(run_process(request).status == 1);
}

TEST_CASE("control characters of a file name do not reach standard error") {
  TemporaryFolder folder;
  const ProcessResult result = run_storydiff(folder, {"compare", "\x1b[31mred.txt", "b.txt"});
  CHECK(result.status == 2);
  CHECK(result.err.find('\x1b') == std::string::npos);
  CHECK(result.err.find("[31mred.txt") != std::string::npos);
}
