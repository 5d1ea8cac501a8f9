// Scripts: what they are given, what they may answer, how their program is found. And that the page's own
// example works.
#include "plugin/script_line.hpp"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "storydiff/plugin_catalogue.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace storydiff;
using nlohmann::json;
using plugin_host::read_script_reply;

namespace {

std::string page() {
  std::ifstream stream(std::string(STORYDIFF_SOURCE_DIR) + "/core/doc/abi.md", std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// The fenced blocks of a language that follow "## Scripts".
std::vector<std::string> blocks(const std::string& language) {
  const std::string text = page();
  const std::string fence = "```" + language + "\n";
  std::vector<std::string> found;
  const std::size_t end = text.find("\n## ", text.find("## Scripts") + 1);
  for (std::size_t at = text.find(fence, text.find("## Scripts")); at < end; at = text.find(fence, at)) {
    at += fence.size();
    found.push_back(text.substr(at, text.find("```", at) - at));
  }
  return found;
}

const std::string kText = "MADRID (AP) \u2014 Rain fell.\n\nMore follows.";

struct Story {
  std::vector<Span> paragraphs{{0, 26}, {28, 41}};
  std::vector<Mark> marks;
  std::map<std::string, std::string> metadata{{"media-type", "text/plain"}, {"path", "wire.txt"}, {"side", "source"}};
  View view;
  Story() {
    Mark mark;
    mark.span = {0, 26};
    mark.role = "lede";
    mark.rule = "first";
    marks.push_back(mark);
    view.text = kText;
    view.paragraphs = paragraphs;
    view.marks = marks;
    view.metadata = &metadata;
  }
};

std::string manifest(const std::string& id, const std::string& command) {
  return R"({"id": ")" + id + R"(", "name": "N", "version": "1.0.0", "vendor": "V", "licence": "MIT", "summary": "S",
      "options": {"properties": {"word": {"type": "string"}}}, "command": )" +
         command + "}";
}

Result<std::shared_ptr<Normalizer>> load(const TemporaryFolder& folder, const std::string& id,
                                         const std::string& options = "{}") {
  PluginPolicy policy;
  policy.host = STORYDIFF_HOST;
  return PluginCatalogue::discover({folder.path()}).load(id, options, policy);
}

std::filesystem::path executable(const std::filesystem::path& file) {
  std::filesystem::permissions(file, std::filesystem::perms::owner_all);
  return file;
}

}  // namespace

TEST_CASE("a script is given what the page says") {
  const Story story;
  const json told = json::parse(plugin_host::script_request(story.view, "{}"));
  REQUIRE(blocks("json").size() == 3);
  CHECK(told == json::parse(blocks("json")[0]));
  View counterpart = story.view;
  View view = story.view;
  view.counterpart = &counterpart;
  const std::string line = plugin_host::script_request(view, R"({"word":"x"})");
  CHECK(line.find('\n') == line.size() - 1);
  const json request = json::parse(line);
  CHECK(request["counterpart"]["text"] == kText);
  CHECK_FALSE(request["counterpart"].contains("counterpart"));
  CHECK(request["options"]["word"] == "x");
}

TEST_CASE("a script's edits are read as the page says") {
  const auto edits = read_script_reply(blocks("json").at(1));
  REQUIRE(edits.ok());
  REQUIRE(edits->size() == 4);
  CHECK((*edits)[0].action == EditAction::kDrop);
  CHECK((*edits)[0].span == Span{0, 16});
  CHECK((*edits)[1].replacement == "Hail");
  CHECK((*edits)[2].paragraph_first == 1);
  CHECK((*edits)[3].role == "notes");
  const auto error = read_script_reply(blocks("json").at(2));
  REQUIRE_FALSE(error.ok());
  CHECK(error.error().message == "the word list is missing: run make");
  CHECK(read_script_reply(R"({"edits": []})")->empty());
}

TEST_CASE("an answer that is none is refused with words that help") {
  struct Case {
    std::string line;
    std::string words;
  };
  const auto edit = [](const std::string& members) { return R"({"edits": [{)" + members + "}]}"; };
  const Case cases[] = {
      {"", "is no valid JSON"},
      {"edits", "is no valid JSON"},
      {R"({"edits": [)", "is no valid JSON"},
      {R"({"edits": []} x)", "is no valid JSON"},
      {"[]", "must be a JSON object, not array"},
      {"7", "must be a JSON object, not number"},
      {"null", "must be a JSON object, not null"},
      {"{}", "must be {\"edits\": [...]} or"},
      {R"({"edits": [], "more": 1})", "and nothing else"},
      {R"({"edits": {}})", "'edits' must be a list"},
      {R"({"edits": null})", "'edits' must be a list"},
      {R"({"error": 1})", "'error' must be a text, alone"},
      {R"({"error": "x", "edits": []})", "'error' must be a text, alone"},
      {R"({"error": {"a": "b"}})", "'error' must be a text, alone"},
      {R"({"edits": [1]})", "its edit number 1 must be an object with an 'action'"},
      {R"({"edits": [[]]})", "its edit number 1 must be an object"},
      {R"({"edits": [{}]})", "its edit number 1 must be an object with an 'action'"},
      {edit(R"("action": "delete")"), "the action 'delete', which is none of"},
      {edit(R"("action": "drop", "span": [0, 1], "rule": "r")"), "(drop) has no 'role'"},
      {edit(R"("action": "drop", "span": [0, 1], "role": "slug", "rule": "r", "why": "")"), "unknown key 'why'"},
      {edit(R"("action": "drop", "span": [0], "role": "slug", "rule": "r")"), "two byte offsets"},
      {edit(R"("action": "drop", "span": [0, 1.5], "role": "slug", "rule": "r")"), "two byte offsets"},
      {edit(R"("action": "drop", "span": [-1, 1], "role": "slug", "rule": "r")"), "two byte offsets"},
      {edit(R"("action": "drop", "span": [0, 99999999999], "role": "slug", "rule": "r")"), "beyond any document"},
      {edit(R"("action": "drop", "span": [0, 1], "role": "", "rule": "r")"), "an edit without a role"},
      {edit(R"("action": "drop", "span": [0, 1], "role": "slug", "rule": "")"), "an edit without a rule"},
      {edit(R"("action": "drop", "span": [0, 1], "role": "a\u0000b", "rule": "r")"), "has a 'role' that is no text"},
      {edit(R"("action": "replace", "span": [0, 1], "replacement": "\u0000", "rule": "r")"), "holds a NUL byte"},
      {edit(R"("action": "replace", "span": [0, 1], "replacement": 1, "rule": "r")"), "'replacement' that is no text"},
      {edit(R"("action": "move", "paragraph_first": 0, "paragraph_count": "1", "before_paragraph": 0, "rule": "r")"),
       "'paragraph_count' that is no whole number from 0"},
      {std::string(100000, '['), ""},
      {R"({"edits": [{"action": {"a": {"b": {"c": 1}}}}]})", ""},
      {"\xFF", "is no valid JSON"},
  };
  for (const Case& c : cases) {
    INFO(c.line.substr(0, 200));
    const auto edits = read_script_reply(c.line);
    REQUIRE_FALSE(edits.ok());
    INFO(edits.error().message);
    CHECK(edits.error().message.find(c.words) != std::string::npos);
    CHECK(edits.error().message.find('\n') == std::string::npos);
  }
}

TEST_CASE("a plugin that hangs on three texts in a row is given up") {
  const TemporaryFolder folder;
  folder.write("hangs/plugin.json", manifest("hangs", R"(["sh", "-c", "while read -r line; do :; done"])"));
  PluginPolicy policy;
  policy.host = STORYDIFF_HOST;
  policy.call_timeout = std::chrono::milliseconds(300);
  const auto normalizer = PluginCatalogue::discover({folder.path()}).load("hangs", "{}", policy);
  REQUIRE(normalizer.ok());
  const Story story;
  for (int text = 0; text < 3; ++text)
    CHECK((*normalizer)->propose(story.view).error().message.starts_with("gave no answer within"));
  const auto begin = std::chrono::steady_clock::now();
  CHECK((*normalizer)->propose(story.view).error().message.starts_with("was given up: it gave no answer within"));
  CHECK(std::chrono::steady_clock::now() - begin < policy.call_timeout);
}

TEST_CASE("a million edits are read without being JSON all at once") {
  std::string line = R"({"edits": [)";
  for (int i = 0; i < 1'000'000; ++i) line += R"({"action":"mark","span":[0,1],"role":"a","rule":"b"},)";
  line.back() = ']';
  line += "}";
  const auto edits = read_script_reply(line);
  REQUIRE(edits.ok());
  CHECK(edits->size() == 1'000'000);
}

TEST_CASE("a script's program is found in its folder, then in PATH") {
  const TemporaryFolder folder;
  const std::string answer = "#!/bin/sh\nwhile read -r line; do echo '{\"edits\": []}'; done\n";
  folder.write("beside/plugin.json", manifest("beside", R"(["run.sh"])"));
  executable(folder.write("beside/run.sh", answer));
  folder.write("below/plugin.json", manifest("below", R"(["bin/run", "an argument"])"));
  executable(folder.write("below/bin/run", answer));
  folder.write("path/plugin.json", manifest("path", R"(["sh", "run.sh"])"));
  folder.write("path/run.sh", answer);
  const Story story;
  for (const char* id : {"beside", "below", "path"}) {
    const auto loaded = load(folder, id);
    INFO(id << (loaded.ok() ? "" : loaded.error().message));
    REQUIRE(loaded.ok());
    const auto edits = (*loaded)->propose(story.view);
    INFO((edits.ok() ? "" : edits.error().message));
    CHECK(edits.ok());
  }
}

TEST_CASE("a program that can not be run is refused before anything runs, or says why") {
  const TemporaryFolder folder;
  const auto message = [&](const std::string& id, const std::string& command) {
    folder.write(id + "/plugin.json", manifest(id, command));
    const auto loaded = load(folder, id);
    if (!loaded.ok()) return loaded.error().message;
    const auto edits = (*loaded)->propose(Story().view);
    return edits.ok() ? "" : edits.error().message;
  };
  CHECK(message("nowhere", R"(["no-such-program-anywhere"])") ==
        "plugin 'nowhere': its program 'no-such-program-anywhere' is neither in its folder nor in PATH: install it or "
        "correct 'command'");
  CHECK(message("gone", R"(["./gone"])").find("does not exist: correct 'command'") != std::string::npos);
  CHECK(message("absolute", R"(["/no/such/program"])").find("/no/such/program does not exist") != std::string::npos);
  folder.write("plain/run.sh", "exit 0\n");
  CHECK(message("plain", R"(["run.sh"])").find("is not executable: allow it with 'chmod +x'") != std::string::npos);
  executable(folder.write("no-shebang/run", "no program at all\n"));
  CHECK(message("no-shebang", R"(["run"])") == "its program can not be run: Exec format error");
  executable(folder.write("no-interpreter/run", "#!/no/such/interpreter\n"));
  CHECK(message("no-interpreter", R"(["run"])") == "its program can not be run: No such file or directory");
}

TEST_CASE("the page's Python script drops the dateline, in bytes") {
  REQUIRE(blocks("python").size() == 1);
  const TemporaryFolder folder;
  folder.write("python/plugin.json", manifest("python", R"(["python3", "normalize.py"])"));
  folder.write("python/normalize.py", blocks("python")[0]);
  const auto loaded = load(folder, "python");
  // A machine without Python has nothing to run it with.
  if (!loaded.ok() && loaded.error().message.find("nor in PATH") != std::string::npos) return;
  REQUIRE(loaded.ok());
  const Story story;
  for (int i = 0; i < 3; ++i) {
    const auto edits = (*loaded)->propose(story.view);
    INFO((edits.ok() ? "" : edits.error().message));
    REQUIRE(edits.ok());
    REQUIRE(edits->size() == 1);
    CHECK((*edits)[0].span == Span{0, 16});
  }
}
