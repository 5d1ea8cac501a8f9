// What a comparison and a chain refuse before they begin, and that they look at their deadline.
#include <chrono>
#include <random>
#include <string>
#include <vector>

#include "deadline_watch.hpp"
#include "storydiff/chain.hpp"
#include "storydiff/compare.hpp"
#include "support/catch.hpp"

using namespace storydiff;

namespace {

Document document(std::string text) {
  auto made = make_document("story.txt", std::move(text), {});
  REQUIRE(made.ok());
  return *std::move(made);
}

CompareOptions with(Deadline deadline) {
  CompareOptions options;
  options.deadline = deadline;
  return options;
}

}  // namespace

TEST_CASE("too many texts, and too much text, are refused at once") {
  const Document small = document("Rain fell in Lisbon on Sunday.");
  const Document large = document(std::string(kMaximumComparedBytes / 999 + 1, 'x'));
  struct Row {
    const Document* source;
    std::size_t sources;
    const char* message;
  };
  for (const Row& row : {Row{&small, kMaximumTexts, "there are 1001 texts, and at most 1000 can be compared at once"},
                         Row{&large, 999, "the texts are longer than 4 GiB together"}}) {
    const std::vector<const Document*> sources(row.sources, row.source);
    const auto report = compare(sources, small, {}, {});
    REQUIRE_FALSE(report.ok());
    CHECK(report.error().code == ErrorCode::kUnsupported);
    CHECK(report.error().message.starts_with(row.message));

    std::vector<const Document*> versions = sources;
    versions.push_back(&small);
    const auto followed = chain(versions, {}, {});
    REQUIRE_FALSE(followed.ok());
    CHECK(followed.error().message == report.error().message);
  }
}

TEST_CASE("a bound that bites is named in the report") {
  const auto words = [](int count, int first) {
    std::string text;
    for (int i = first; i < first + count; ++i) text += "word" + std::to_string(i) + " ";
    return text + "ended.";
  };
  std::string alike;
  std::string also_alike;
  for (int i = 0; i < 300; ++i) {
    alike += "The police found three men on the hill.\n\n";
    also_alike += "The police found four men on the hill.\n\n";
  }
  // No word of these stands once, so that nothing cuts the long way from one to the other.
  const auto babble = [](unsigned seed) {
    std::mt19937 random(seed);
    std::string text;
    for (int i = 0; i < 2000; ++i) text += "word" + std::to_string(random() % 50) + " ";
    return text + "ended.";
  };
  struct Row {
    std::string source;
    std::string target;
    std::vector<std::string> bailouts;
  };
  const Row rows[] = {
      {words(400, 0), words(400, 1), {}},
      {words(600, 0), words(600, 1), {"align: a sentence is too long for its word order to be compared"}},
      {alike, also_alike, {"align: sentences whose words stand in too many others were not compared"}},
      {babble(1),
       babble(2),
       {"align: a sentence is too long for its word order to be compared",
        "word edits: a pair of sentences is too long for an exact diff"}},
  };
  for (const Row& row : rows) {
    const Document source = document(row.source);
    const std::vector<const Document*> sources{&source};
    const auto report = compare(sources, document(row.target), {}, {});
    REQUIRE(report.ok());
    CHECK(report->summary.bailouts == row.bailouts);
  }
}

TEST_CASE("a deadline that has passed is an error of its own kind, one that has not is none") {
  const Document a = document("Rain fell in Lisbon on Sunday.");
  const Document b = document("Snow fell in Lisbon on Sunday.");
  const std::vector<const Document*> both{&a, &b};
  const std::vector<const Document*> sources{&a};
  const Deadline passed = Deadline::in(std::chrono::milliseconds(0));
  const Deadline far = Deadline::in(std::chrono::hours(24));

  const auto report = compare(sources, b, {}, with(passed));
  REQUIRE_FALSE(report.ok());
  CHECK(report.error().code == ErrorCode::kUnsupported);
  CHECK(report.error().message == "the comparison took longer than 0 s and was ended: give it more time");
  CHECK(chain(both, {}, with(passed)).error().code == ErrorCode::kUnsupported);
  CHECK(normalize_texts(both, {}, passed).error().code == ErrorCode::kUnsupported);

  CHECK(to_json(*compare(sources, b, {}, with(far))) == to_json(*compare(sources, b, {}, {})));
  CHECK(to_json(*chain(both, {}, with(far))) == to_json(*chain(both, {}, {})));
  CHECK(normalize_texts(both, {}, far)->size() == 2);
}

TEST_CASE("a watch ends with its work, and the one around it goes on") {
  const Deadline passed = Deadline::in(std::chrono::milliseconds(0));
  check_deadline();
  {
    const DeadlineWatch outer(passed);
    {
      const Deadline never;
      const DeadlineWatch inner(never);
      check_deadline();
    }
    CHECK_THROWS_AS(check_deadline(), DeadlinePassed);
  }
  check_deadline();
  CHECK(within(passed, "it", []() -> Status { return Success{}; }).error().message ==
        "it took longer than 0 s and was ended: give it more time");
  check_deadline();
}
