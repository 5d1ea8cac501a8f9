#include "analyse/names/names.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "compare_plain.hpp"
#include "name_stories.hpp"
#include "support/catch.hpp"

using namespace storydiff;
using storydiff::test::compare_plain;

namespace {

std::vector<std::string> described(const Report& report) {
  std::vector<std::string> names;
  for (const Change& name : report.names) names.push_back(name.status + " | " + name.to + " | " + name.from);
  return names;
}

std::string in_lines(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

}  // namespace

TEST_CASE("names: what is the same, another form, another name or nowhere in the source") {
  for (const test::NameStory& story : test::name_stories()) {
    const std::vector<std::string> names = described(compare_plain(story.source, story.target));
    INFO(story.title << "\n" << in_lines(names));
    for (const std::string& wanted : story.names) {
      INFO("wanted: " << wanted);
      CHECK(std::find(names.begin(), names.end(), wanted) != names.end());
    }
    for (const std::string& name : names) {
      INFO("reported: " << name);
      CHECK((name.starts_with("same") || std::find(story.names.begin(), story.names.end(), name) != story.names.end()));
    }
  }
}

TEST_CASE("names: a text and itself have no name that is not the same") {
  for (const test::NameStory& story : test::name_stories()) {
    for (const std::string& text : {story.source, story.target}) {
      const std::vector<std::string> names = described(compare_plain(text, text));
      INFO(story.title << "\n" << in_lines(names));
      CHECK(std::all_of(names.begin(), names.end(), [](const std::string& name) { return name.starts_with("same"); }));
    }
  }
}

TEST_CASE("names: spans are those of the file, in its order, and a changed name knows its alignment") {
  const std::string source = "The mill at Orrin burned on Monday. Mayor Ann Cole wept.";
  const std::string target = "The mill at Orrin burned on Monday. Mayor Ida Marsh wept.";
  const Report report = compare_plain(source, target);
  REQUIRE(report.names.size() == 2);
  for (const Change& name : report.names) {
    REQUIRE(name.target);
    REQUIRE(name.source);
    CHECK(target.substr(name.target->begin, name.target->size()) == name.to);
    CHECK(source.substr(name.source->begin, name.source->size()) == name.from);
    CHECK(name.source_document == 0U);
    CHECK(name.alignment);
  }
  CHECK(report.names[0].target->end <= report.names[1].target->begin);
  CHECK(report.names[1].status == "changed");
}

TEST_CASE("names: with several sources the best answer counts") {
  const auto a = make_document("a.txt", "Sergey Volkov spoke in Perm on Monday.", {});
  const auto b = make_document("b.txt", "Sergei Volkov spoke in Perm on Monday, Ilona Darr said.", {});
  const auto target = make_document("t.txt", "Sergei Volkov spoke in Perm on Monday, said Ilona Darr.", {});
  const Document* sources[] = {&*a, &*b};
  const Result<Report> report = compare(sources, *target, {}, {});
  REQUIRE(report);
  CHECK(described(*report) == std::vector<std::string>{"same | Sergei Volkov | Sergei Volkov", "same | Perm | Perm",
                                                       "same | Ilona Darr | Ilona Darr"});
  CHECK(report->names[0].source_document == 1U);
}

TEST_CASE("names: hostile text ends, and keeps its spans") {
  const auto repeated = [](const std::string& text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
  };
  const std::vector<std::string> texts = {
      "",
      "\"",
      repeated("\"", 50000),
      repeated("Bank of ", 5000),
      repeated("A & ", 5000),
      repeated("John Smith-", 5000),
      repeated("St. ", 5000),
      repeated("Al-", 5000) + "x",
      repeated("Mr. ", 5000) + "May",
      repeated("Smith said. ", 5000),
      repeated("\xC3\x89mile \xC3\x89"
               "l ",
               5000),
      "(Corrects " + repeated("Derwanka ", 5000) + ")",
  };
  for (const std::string& source : texts) {
    const std::string& target = &source == &texts.back() ? texts.front() : *(&source + 1);
    const Report report = compare_plain(source, target);
    for (const Change& name : report.names) {
      REQUIRE(name.target);
      CHECK(name.target->begin < name.target->end);
      CHECK(name.target->end <= target.size());
      if (name.source) CHECK(name.source->end <= source.size());
    }
  }
}
