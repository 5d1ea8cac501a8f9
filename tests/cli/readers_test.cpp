// Files in their own formats, by the program.
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "program.hpp"
#include "support/catch.hpp"

using namespace storydiff_test;

namespace {

constexpr const char* kPage =
    "<!doctype html><title>t</title><nav><a href=/>Home</a></nav><article><h1>Fire</h1>"
    "<p>Three people were hurt when a <b>warehouse</b> burned down in Leith on Friday, police said.</p>"
    "<p>The cause is not known &mdash; yet.</p></article>";
constexpr const char* kNitf =
    "<nitf><body><body.content><p>Two people were hurt when a warehouse burned down in Leith on Friday, police "
    "said.</p>"
    "<p>The cause is not known &#8212; yet.</p></body.content></body></nitf>";

void write_files(const TemporaryFolder& folder) {
  folder.write("page.html", kPage);
  folder.write("saved.txt", kPage);
  folder.write("wire.nitf", kNitf);
  folder.write("wire.txt", "Two people were hurt in a fire, *he* said.\n");
  folder.write("notes.md", "Two people were hurt in a fire, *he* said.\n");
}

}  // namespace

TEST_CASE("a wire story in NITF is compared with a web page") {
  const TemporaryFolder folder;
  write_files(folder);
  const ProcessResult result = run_storydiff(folder, {"compare", "wire.nitf", "page.html", "--json", "-"});
  INFO(result.err);
  CHECK(result.status == 1);
  const auto report = nlohmann::json::parse(result.out);
  REQUIRE(report["alignments"].size() == 2);
  CHECK(report["alignments"][1]["relation"] == "verbatim");
  REQUIRE(report["figures"].size() >= 1);
  const auto span = report["figures"][0]["target"]["span"];
  CHECK(std::string(kPage).substr(span[0], span[1].get<std::size_t>() - span[0].get<std::size_t>()) == "Three");
  CHECK(run_storydiff(folder, {"check", "wire.nitf", "page.html"}).out.find("Three") != std::string::npos);
}

TEST_CASE("normalize prints the story of a page, and the ledger what was dropped") {
  const TemporaryFolder folder;
  write_files(folder);
  const std::string story =
      "Three people were hurt when a warehouse burned down in Leith on Friday, police said.\n\nThe cause is not known "
      "\u2014 yet.";
  const std::vector<std::vector<std::string>> calls = {
      {"normalize", "page.html"}, {"normalize", "saved.txt"}, {"normalize", "saved.txt", "--as", "html"}};
  for (const auto& arguments : calls) {
    const ProcessResult result = run_storydiff(folder, arguments);
    CHECK(result.status == 0);
    CHECK(result.out == story);
    CHECK(result.err.empty());
  }
  const ProcessResult ledger = run_storydiff(folder, {"normalize", "page.html", "--ledger"});
  CHECK(ledger.out.find("headline") != std::string::npos);
  CHECK(run_storydiff(folder, {"normalize", "page.html", "--as", "text"}).out.find("<b>warehouse</b>") !=
        std::string::npos);
}

TEST_CASE("the flag --as is for all files of a call") {
  const TemporaryFolder folder;
  write_files(folder);
  CHECK(run_storydiff(folder, {"compare", "wire.txt", "notes.md", "--as", "text", "--quiet"}).status == 0);
  CHECK(run_storydiff(folder, {"compare", "wire.txt", "notes.md", "--as", "markdown", "--quiet"}).status == 0);
  const ProcessResult unknown = run_storydiff(folder, {"compare", "wire.txt", "notes.md", "--as", "docx"});
  CHECK(unknown.status == 2);
  CHECK(unknown.err.find("unknown format \"docx\"") != std::string::npos);
}

TEST_CASE("a file that is broken costs its reader, in one line") {
  const TemporaryFolder folder;
  write_files(folder);
  folder.write("cut.nitf", std::string(kNitf).substr(0, 60));
  const ProcessResult result = run_storydiff(folder, {"normalize", "cut.nitf"});
  CHECK(result.status == 0);
  CHECK(result.err.find("plugin 'news-xml' failed on cut.nitf: the XML is not well-formed at byte") !=
        std::string::npos);
}
