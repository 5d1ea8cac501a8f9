// `plugin new` and `plugin test`, on plugins of rules: these need no compiler.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/program.hpp"
#include "support/catch.hpp"

using namespace storydiff_test;

namespace {

std::string contents(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// A folder with a fresh plugin of rules, `links`.
struct Fresh {
  TemporaryFolder folder;
  std::filesystem::path expected = folder.path() / "links/cases/links/expected.json";
  std::filesystem::path rules = folder.path() / "links/rules/rules.json";
  Fresh() { REQUIRE(run_storydiff(folder, {"plugin", "new", "links", "--lang", "rules"}).status == 0); }

  ProcessResult test(std::vector<std::string> more = {}) const {
    more.insert(more.begin(), {"plugin", "test", "links"});
    return run_storydiff(folder, more);
  }
  void change(const std::filesystem::path& file, const std::string& from, const std::string& to) const {
    std::string text = contents(file);
    REQUIRE(holds(text, from));
    text.replace(text.find(from), from.size(), to);
    std::ofstream(file, std::ios::binary) << text;
  }
};

}  // namespace

TEST_CASE("every kind of plugin is made whole, under its own name throughout") {
  for (const char* kind : {"cpp", "c", "script", "python", "shell", "rules"}) {
    const TemporaryFolder folder;
    const auto made = run_storydiff(folder, {"plugin", "new", "org.example.ap-slugs", "--lang", kind});
    INFO(kind << made.out << made.err);
    CHECK(made.status == 0);
    CHECK(holds(made.out, "storydiff plugin test ."));
    const auto plugin = folder.path() / "org.example.ap-slugs";
    for (const char* file : {"plugin.json", "README.md", "cases/links/input.txt"})
      CHECK(std::filesystem::exists(plugin / file));
    CHECK(holds(contents(plugin / "plugin.json"), "\"id\": \"org.example.ap-slugs\""));
    CHECK(holds(contents(plugin / "plugin.json"), "\"name\": \"Ap slugs\""));
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path())) {
      const std::string all = entry.path().string() + (entry.is_regular_file() ? contents(entry.path()) : "");
      for (const char* left : {"my-normalizer", "my_normalizer", "MyNormalizer", "My normalizer"})
        CHECK_FALSE(holds(all, left));
    }
    // Nothing is left of the making.
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
  }
}

TEST_CASE("plugin new refuses names, kinds and places that are none") {
  struct Row {
    std::vector<std::string> arguments;
    const char* message;
  };
  const Row rows[] = {
      {{}, "needs a NAME"},
      {{"Slugs"}, "'Slugs' can not be the name of a plugin"},
      {{"../slugs"}, "can not be the name"},
      {{"-slugs"}, "has no option '-slugs'"},
      {{".slugs"}, "can not be the name"},
      {{"a b"}, "can not be the name"},
      {{""}, "needs a NAME"},
      {{"slugs", "--lang", "perl"}, "there is no template for 'perl': choose cpp, c, script, shell or rules"},
      {{"slugs", "--lang", "rulez"}, "did you mean 'rules'?"},
      {{"slugs", "--folder", "nowhere"}, "nowhere is no folder"},
      {{"full"}, "full is there already"},
      {{"file"}, "file is there already"},
      {{"dangling"}, "dangling is there already"},
  };
  const TemporaryFolder folder;
  folder.write("full/kept.txt", "kept");
  folder.write("file", "kept");
  std::filesystem::create_symlink("nothing", folder.path() / "dangling");
  std::filesystem::create_directory(folder.path() / "empty");
  for (const Row& row : rows) {
    std::vector<std::string> arguments{"plugin", "new"};
    arguments.insert(arguments.end(), row.arguments.begin(), row.arguments.end());
    const auto refused = run_storydiff(folder, arguments);
    INFO(refused.err);
    CHECK(refused.status == 2);
    CHECK(refused.out.empty());
    CHECK(holds(refused.err, row.message));
  }
  CHECK(contents(folder.path() / "full/kept.txt") == "kept");
  CHECK_FALSE(std::filesystem::exists(folder.path() / "slugs"));
  CHECK(run_storydiff(folder, {"plugin", "new", "empty", "--lang", "rules"}).status == 0);
  CHECK(run_storydiff(folder, {"plugin", "new", "inside", "--lang", "rules", "--folder", "empty"}).status == 0);
  CHECK(std::filesystem::exists(folder.path() / "empty/inside/plugin.json"));
}

TEST_CASE("a fresh plugin passes, and a ledger that is another shows both sides") {
  const Fresh fresh;
  const auto passed = fresh.test();
  INFO(passed.out << passed.err);
  CHECK(passed.status == 0);
  CHECK(holds(passed.out, "ok       links\n"));
  CHECK(holds(passed.out, "1 case: 1 ok; 2 examples of rules: all hold\n"));

  fresh.change(fresh.expected, "[57, 104]", "[57, 103]");
  const auto failed = fresh.test({"--color", "never"});
  CHECK(failed.status == 1);
  CHECK(holds(failed.out, "failed   links: the edits are others than expected\n"));
  CHECK(holds(failed.out, "    - drop related [57,103] rule opening-words: "));
  CHECK(holds(failed.out, "    + drop related [57,104] rule opening-words: "));
  CHECK_FALSE(holds(failed.out, "[188,226]"));  // fits, and is not shown
  CHECK_FALSE(holds(failed.out, "\x1b"));
  CHECK(holds(fresh.test({"--color", "always"}).out, "\x1b[31m"));

  const auto json = nlohmann::json::parse(fresh.test({"--json", "-"}).out);
  CHECK(json["schema"] == "storydiff-plugin-test/1");
  CHECK(json["cases"][0]["status"] == "failed");
  CHECK(json["cases"][0]["missing"][0]["span"] == nlohmann::json({57, 103}));
  CHECK(json["cases"][0]["unexpected"].size() == 1);
  CHECK(json["examples"].size() == 2);

  const auto updated = fresh.test({"--update"});
  CHECK(updated.status == 0);
  CHECK(holds(updated.out, "updated  links: expected.json has been written anew"));
  CHECK(holds(updated.out, "1 case: 1 updated"));
  CHECK(fresh.test().status == 0);
}

TEST_CASE("what a person writes into expected.json may have its keys in any order") {
  const Fresh fresh;
  fresh.change(fresh.expected, R"({"action": "drop", "role": "related", )",
               R"({"role": "related", "action": "drop", )");
  CHECK(fresh.test().status == 0);
}

TEST_CASE("a case may have options, a counterpart and metadata") {
  const Fresh fresh;
  const std::string here = "links/cases/kept/";
  fresh.folder.write(here + "input.txt", "The ferry sank.\n\nFrom our archive: ferries\n");
  fresh.folder.write(here + "counterpart.txt", "The ferry sank.\n");
  fresh.folder.write(here + "options.json", R"({"keep-roles": ["related"]})");
  fresh.folder.write(here + "metadata.json", R"({"side": "target", "path": "a.txt", "media-type": "text/plain"})");
  const auto failed = fresh.test();
  CHECK(failed.status == 1);
  CHECK(holds(failed.out, "kept: has no expected.json: 'plugin test --update' writes it"));
  CHECK(fresh.test({"--update"}).status == 0);
  CHECK(contents(fresh.folder.path() / (here + "expected.json")) ==
        "{\n  \"schema\": \"storydiff-case/1\",\n  \"edits\": []\n}\n");
  CHECK(holds(fresh.test().out, "2 cases: 2 ok"));
}

TEST_CASE("cases that can not be tried are trouble, and the others are tried all the same") {
  struct Row {
    const char* file;
    const char* bytes;
    const char* message;
  };
  const Row rows[] = {
      {"notes.md", "no text", "has no input.txt"},
      {"input.txt", "caf\xE9", "input.txt"},
      {"options.json", "[1]", "is no JSON object"},
      {"options.json", R"({"colour": 1})", "it has no option 'colour'"},
      {"metadata.json", R"({"side": "left"})", "'side' must be 'source' or 'target'"},
      {"metadata.json", R"({"author": "x"})", "unknown key 'author'"},
      {"metadata.json", R"({"side": "target"})", "add its text as counterpart.txt"},
      {"expected.json", "{}", "'plugin test --update' writes it"},
      {"expected.json", R"({"schema": "storydiff-case/1", "edits": [1]})", "'edits' must hold objects"},
      {"input.html", "<p>", "holds two texts 'input'"},
  };
  for (const Row& row : rows) {
    const Fresh fresh;
    const std::string here = "links/cases/bad/";
    if (std::string(row.file) != "notes.md") fresh.folder.write(here + "input.txt", "A story.\n");
    fresh.folder.write(here + "expected.json", R"({"schema": "storydiff-case/1", "edits": []})");
    fresh.folder.write(here + row.file, row.bytes);
    const auto result = fresh.test({"--json", "r.json"});
    INFO(row.message << result.out << result.err);
    CHECK(result.status == 2);
    CHECK(holds(result.out, "broken   bad: "));
    CHECK(holds(result.out, "1 ok, 1 broken"));
    CHECK(holds(contents(fresh.folder.path() / "r.json"), row.message));
  }
}

TEST_CASE("a plugin without cases, or none at all, is trouble with a way out") {
  const Fresh fresh;
  std::filesystem::remove_all(fresh.folder.path() / "links/cases");
  CHECK(holds(fresh.test().err, "has no cases: put a text into links/cases/NAME/input.txt and run this with --update"));
  CHECK(run_storydiff(fresh.folder, {"plugin", "test"}).status == 2);
  CHECK(holds(run_storydiff(fresh.folder, {"plugin", "test", "nowhere"}).err, "nowhere/plugin.json: no such file"));

  REQUIRE(run_storydiff(fresh.folder, {"plugin", "new", "coded"}).status == 0);
  const auto unbuilt = run_storydiff(fresh.folder, {"plugin", "test", "coded"});
  CHECK(unbuilt.status == 2);
  CHECK(holds(unbuilt.err, "is not built"));
  CHECK(holds(unbuilt.err, "cmake -S coded -B coded/build && cmake --build coded/build"));
}

TEST_CASE("plugin test gives a plugin the time that --plugin-timeout says") {
  const Fresh fresh;
  fresh.folder.write("sleeper/plugin.json",
                     R"({"id": "sleeper", "name": "Sleeper", "version": "1.0.0", "vendor": "storydiff tests",
                         "licence": "MIT", "summary": "Never answers.", "command": ["/bin/sh", "-c", "exec sleep 600"]})");
  fresh.folder.write("sleeper/cases/one/input.txt", "Rain fell.\n");
  fresh.folder.write("sleeper/cases/one/expected.json", R"({"schema": "storydiff-case/1", "edits": []})");
  const auto slow = run_storydiff(fresh.folder, {"plugin", "test", "sleeper", "--plugin-timeout", "0.25"});
  INFO(slow.out << slow.err);
  CHECK(slow.status != 0);
  CHECK(holds(slow.out + slow.err, "within 0.25 s"));
  const auto wrong = fresh.test({"--plugin-timeout", "0"});
  CHECK(wrong.status == 2);
  CHECK(holds(wrong.err, "--plugin-timeout takes seconds, more than 0"));
}

TEST_CASE("the examples of rules are tried") {
  const Fresh fresh;
  fresh.change(fresh.rules, R"("drops": ["From our archive: What)", R"("drops": ["From our archive: Who)");
  const auto failed = fresh.test();
  INFO(failed.out);
  CHECK(failed.status == 1);
  CHECK(holds(failed.out, "failed   example of rule opening-words: drops 'From our archive: What"));
  CHECK(holds(failed.out, "2 examples of rules: 1 failed"));

  const Fresh greedy;
  greedy.change(greedy.rules, R"("pattern": "{{opening}}: .+")", R"("pattern": "(?:.*: )?{{opening}}: .+")");
  const auto counter = greedy.test();
  CHECK(counter.status == 1);
  CHECK(holds(counter.out, "failed   counter-example of rule opening-words: rule 'opening-words' takes 'The"));
}

TEST_CASE("a rule that is wrong is named with its file") {
  struct Row {
    const char* from;
    const char* to;
    const char* message;
  };
  const Row rows[] = {
      {R"("pattern": "{{opening}}: .+")", R"("pattern": "{{opening}}: (")",
       "rules.json: rule 'opening-words', pattern: missing )"},
      {R"("at": "paragraph")", R"("at": "row")",
       "rule 'opening-words', at: unknown word 'row'; it is one of: 'line', "},
      {R"("zone")", R"("zoen")", "rule 'opening-words': unknown key 'zoen'; keys are: "},
      {R"("schema")", R"("schema" "x")", "rules.json: rule file: is no JSON: see line 2"},
      {R"("drops")", R"("drips")", "rule 'opening-words': an example has no 'drops'"},
  };
  for (const Row& row : rows) {
    const Fresh fresh;
    fresh.change(fresh.rules, row.from, row.to);
    const auto result = fresh.test();
    INFO(result.out << result.err);
    CHECK(result.status == 2);
    CHECK(holds(result.err, "links/rules/rules.json: "));
    CHECK(holds(result.err, row.message));
  }
}

TEST_CASE("the engine of rules has none itself, and says so") {
  const TemporaryFolder folder;
  write_texts(folder);
  const auto result = run_storydiff(folder, {"normalize", "wire.txt", "--plugin", "rules-engine"});
  INFO(result.err);
  CHECK(holds(result.err, "it runs the rules of other plugins and has none itself"));
}
