// A bad plugin for every check: that check finds it, and no other complains.
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "checked_folder.hpp"
#include "support/catch.hpp"

using namespace storydiff_test;
using nlohmann::json;

namespace {

struct Row {
  const char* behaviour;
  std::vector<std::string> found;  ///< all that is found, "ID status", sorted by id
  const char* words;               ///< the reason of the first of these contains them
  json manifest = json::object();
};

const json kListed = json::parse(
    R"({"options": {"properties": {"count": {"type": "string", "enum": ["one", "two"], "description": "D"}}}})");
const json kBounded =
    json::parse(R"({"options": {"properties": {"name": {"type": "string", "maxLength": 3, "description": "D"}}}})");
const json kBadDefault = json::parse(
    R"({"options": {"properties": {"level": {"type": "integer", "default": "high", "description": "D"}}}})");
const json kUndescribed = json::parse(R"({"options": {"properties": {"level": {"type": "integer"}}}})");
const json kNeedsCounterpart = json::parse(R"({"flags": ["idempotent", "thread_safe", "needs_counterpart"]})");

const std::vector<Row>& what_it_says() {
  static const std::vector<Row> rows{
      {"exports-nothing", {"entry-symbol failed", "load failed"}, "exports no 'storydiff_plugin_entry'"},
      {"is-of-another-major-version", {"abi-version failed", "load failed"}, "built for ABI 2.0"},
      {"is-of-a-newer-minor-version", {"abi-version failed", "load failed"}, "built for ABI 1.1"},
      {"has-a-short-entry", {"load failed", "struct-sizes failed"}, "has an entry of 24 bytes"},
      {"has-a-short-descriptor", {"load failed", "struct-sizes failed"}, "has a descriptor (number 0) of 88 bytes"},
      {"has-no-function", {"load failed", "struct-sizes failed"}, "'normalize' is NULL"},
      {"has-another-summary",
       {"manifest-facts failed"},
       "'summary' is 'Breaks one rule on purpose.' in plugin.json and 'Does something else.' in the library"},
      {"has-other-flags", {"manifest-facts failed"}, "'flags' is 'idempotent thread_safe' in plugin.json"},
      {"cannot-be-made", {"load failed"}, "the dictionary is missing"},
      {"crashes-at-load",
       {"abi-version crashed", "entry-symbol crashed", "load crashed", "manifest-facts crashed",
        "struct-sizes crashed"},
       "SIGILL"},
      {"exits-at-load",
       {"abi-version crashed", "entry-symbol crashed", "load crashed", "manifest-facts crashed",
        "struct-sizes crashed"},
       "ended with exit status 3"},
      {"has-a-bad-default",
       {"options-accepted failed", "options-schema failed"},
       "option 'level' = \"high\" is allowed by the schema and refused",
       kBadDefault},
      {"describes-nothing", {"options-schema warning"}, "without a description: 'level'", kUndescribed},
      {"refuses-a-listed-value", {"options-accepted failed"}, "two is not supported", kListed},
      {"accepts-what-is-too-long", {"options-refused failed"}, "'name' = \"aaaa\" is not allowed", kBounded},
      {"refuses-silently", {"options-refused failed"}, "without a message", kBounded},
  };
  return rows;
}

const std::vector<Row>& what_it_does_to_texts() {
  static const std::vector<Row> rows{
      {"invalid-on-stories",
       {"counterpart-absent failed", "counterpart-present failed", "edits-stories failed", "fuzz failed"},
       "is out of bounds"},
      {"crashes-on-flags",
       {"determinism crashed", "edits-hostile crashed", "idempotence crashed", "threads crashed"},
       "SIGSEGV"},
      {"aborts-on-flags",
       {"determinism crashed", "edits-hostile crashed", "idempotence crashed", "threads crashed"},
       "SIGABRT"},
      {"cuts-a-sequence", {"edits-hostile failed"}, "text 'right-to-left': drop of rule 'byline-line'"},
      {"invalid-on-an-address", {"fuzz failed"}, "seed 7, text "},
      {"never-edits", {"some-edit warning"}, "add texts that it changes"},
      {"other-role", {"roles failed"}, "'slug' (rule 'byline-line')"},
      {"counts-its-calls", {"determinism failed", "fuzz failed", "threads failed"}, "a second run"},
      {"says-its-process", {"determinism failed"}, "two processes"},
      {"edits-again", {"idempotence failed"}, "a second run over the result still edits: replace of rule 'once-more'"},
      {"shares-its-state", {"threads failed"}, "other edits than alone"},
      {"edits-without-counterpart", {"counterpart-absent failed"}, "without the counterpart", kNeedsCounterpart},
      {"crashes-without-counterpart", {"counterpart-absent crashed"}, "alone", kNeedsCounterpart},
      {"crashes-beside-nothing", {"counterpart-present crashed", "fuzz crashed"}, "beside 'empty'"},
      {"drops-a-word", {"story-text failed"}, "rule 'byline-line' takes 'The'"},
      {"empties-a-word", {"story-text failed"}, "rule 'shorter' takes 'The'"},
      {"drops-long-paragraphs", {"over-stripping failed"}, ", on one line': "},
  };
  return rows;
}

const std::vector<Row>& what_it_costs() {
  static const std::vector<Row> rows{
      {"is-slow", {"time failed"}, "a kilobyte, more than 10.0 ms"},
      {"is-rather-slow", {"time warning"}, "a kilobyte, more than 1.0 ms"},
      {"is-quadratic", {"time warning", "time-growth failed"}, "a kilobyte"},
      {"leaks", {"memory-growth failed"}, "more after each round of the same"},
      {"leaks-instances", {"instances failed"}, "instances made and destroyed"},
  };
  return rows;
}

const std::vector<Row>& what_it_does_to_the_process() {
  static const std::vector<Row> rows{
      {"odd-status", {"errors failed"}, "'normalize' returns 12345"},
      {"fails-silently", {"errors failed"}, "fails without a message"},
      {"writes-to-stdout", {"side-effects failed"}, "standard output"},
      {"writes-to-stderr", {"side-effects warning"}, "standard error"},
      {"closes-stdout", {"side-effects failed"}, "a standard stream"},
      {"changes-folder", {"side-effects failed"}, "working directory to /"},
      {"changes-locale", {"side-effects failed"}, "locale to C.UTF-8"},
      {"changes-mask", {"side-effects failed"}, "mask of file modes"},
      {"changes-signals", {"side-effects failed"}, "what a signal does"},
      {"leaves-descriptors", {"side-effects failed"}, "descriptors open each time"},
      {"forks", {"side-effects failed"}, "leaves child processes behind"},
      {"aborts-at-end", {"process-end crashed"}, "SIGABRT"},
      {"hangs-at-end", {"process-end timed out"}, "does not end"},
  };
  return rows;
}

void check_rows(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
#if defined(__SANITIZE_ADDRESS__)
    // Its allocator is not the one that the checker measures.
    if (std::string_view(row.behaviour).starts_with("leaks")) continue;
#endif
    INFO(row.behaviour);
    const TemporaryFolder folder;
    write_checked_plugin(folder, row.behaviour, row.manifest);
    const ProcessResult result = check_plugin(folder, {"--json", "-", "--seed", "7"});
    INFO(result.out << result.err);
    CHECK(not_passed(result) == row.found);
    const bool bad = row.found.front().find(" warning") == std::string::npos || row.found.size() > 1;
    CHECK(result.status == (bad ? 1 : 0));
    const std::string id = row.found.front().substr(0, row.found.front().find(' '));
    const json check = checks_of(result).at(id);
    CHECK(check.at("reason").get<std::string>().find(row.words) != std::string::npos);
  }
}

}  // namespace

TEST_CASE("a good plugin passes every check") {
  const TemporaryFolder folder;
  write_checked_plugin(folder, "good");
  const ProcessResult result = check_plugin(folder, {"--json", "-", "--seed", "7"});
  INFO(result.out << result.err);
  CHECK(result.status == 0);
  CHECK(not_passed(result, true) == std::vector<std::string>{"options-accepted skipped", "options-schema skipped"});
}

TEST_CASE("what a library says about itself is checked") { check_rows(what_it_says()); }
TEST_CASE("what a plugin does to texts is checked") { check_rows(what_it_does_to_texts()); }
TEST_CASE("what a plugin costs is checked") { check_rows(what_it_costs()); }
TEST_CASE("what a plugin does to its process is checked") { check_rows(what_it_does_to_the_process()); }

TEST_CASE("every check has a bad plugin") {
  std::set<std::string> broken;
  for (const auto* rows : {&what_it_says(), &what_it_does_to_texts(), &what_it_costs(), &what_it_does_to_the_process()})
    for (const Row& row : *rows)
      for (const std::string& found : row.found) broken.insert(found.substr(0, found.find(' ')));
  const TemporaryFolder folder;
  write_checked_plugin(folder, "good");
  for (const auto& [id, check] : checks_of(check_plugin(folder, {"--json", "-"}))) {
    INFO(id);
    CHECK(broken.count(id) == 1);
  }
}
