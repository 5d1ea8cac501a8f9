#include "sentence_request.hpp"

#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace storydiff;
using namespace storydiff::cli;

TEST_CASE("what --explain understands") {
  const std::vector<std::string> files{"in/wire.txt", "ap.txt", "out/opinion.txt"};
  struct Row {
    const char* text;
    bool right;
    SentenceRef sentence;
  };
  const Row rows[] = {
      {"1", true, {true, 0, 0}},
      {"7", true, {true, 0, 6}},
      {"target:7", true, {true, 0, 6}},
      {"opinion.txt:7", true, {true, 0, 6}},
      {"out/opinion.txt:7", true, {true, 0, 6}},
      {"source:3", true, {false, 0, 2}},
      {"source1:3", true, {false, 0, 2}},
      {"source2:3", true, {false, 1, 2}},
      {"wire.txt:3", true, {false, 0, 2}},
      {"in/wire.txt:3", true, {false, 0, 2}},
      {"ap.txt:12", true, {false, 1, 11}},
      {"", false, {}},
      {"0", false, {}},
      {"-1", false, {}},
      {"3.5", false, {}},
      {"7x", false, {}},
      {"99999999999", false, {}},
      {"source3:1", false, {}},
      {"source0:1", false, {}},
      {"other.txt:1", false, {}},
      {"wire.txt:", false, {}},
      {"wire.txt", false, {}},
      {":1", false, {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Result<SentenceRef> parsed = parse_sentence(row.text, files);
    REQUIRE(static_cast<bool>(parsed) == row.right);
    if (!row.right) {
      CHECK(parsed.error().message.find(row.text) != std::string::npos);
      CHECK(parsed.error().message.find("wire.txt:3") != std::string::npos);
      continue;
    }
    CHECK(parsed->of_target == row.sentence.of_target);
    CHECK(parsed->document == row.sentence.document);
    CHECK(parsed->sentence == row.sentence.sentence);
  }
}
