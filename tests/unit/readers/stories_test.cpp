// Whole pages and feeds: the text beside each file is what its reader must leave, word for word.
#include <string>
#include <vector>

#include "sample.hpp"
#include "storydiff/segments.hpp"
#include "storydiff/vocabulary.hpp"
#include "support/catch.hpp"

using namespace storydiff;
using namespace readers_test;

namespace {

struct Sample {
  std::string file, media_type, story;
};

std::vector<Sample> samples() {
  const std::string newsml = "application/vnd.iptc.g2.newsitem+xml";
  std::vector<Sample> all;
  for (const std::string page : {"news-json-ld", "blog", "amp", "old-tables", "live-blog", "div-soup", "right-to-left",
                                 "preformatted", "microdata", "columns", "aggregator", "opinion", "components"})
    all.push_back({"pages/" + page + ".html", "text/html", sample("pages/" + page + ".txt")});
  const std::string story = sample("feeds/story.txt");
  all.push_back({"feeds/story.nitf", "application/nitf+xml", story});
  all.push_back({"feeds/story.newsml.xml", newsml, story});
  all.push_back({"feeds/story.ninjs", "application/vnd.iptc.ninjs+json", story});
  all.push_back({"feeds/story.json", "application/json", story});
  all.push_back({"feeds/wordpress.json", "application/json", story});
  all.push_back({"feeds/paragraphs.json", "application/json", story});
  all.push_back({"feeds/ninjs-3.json", "application/vnd.iptc.ninjs+json", story});
  all.push_back({"feeds/story.md", "text/markdown", story});
  all.push_back({"feeds/story.newsml.nitf.xml", newsml,
                 "The wall is holding, engineers said.\n\nTrains stopped at noon.\n\nRain is forecast to ease by "
                 "evening.\n\nIt was last drained in 2003.\n"});
  return all;
}

}  // namespace

TEST_CASE("a reader leaves the story, and the ledger gives the file back") {
  for (const Sample& s : samples()) {
    INFO(s.file);
    const Document document = document_of(s.file, sample(s.file));
    CHECK(document.media_type == s.media_type);
    const NormalizedDocument normalized = read_story(document);
    REQUIRE(normalized.plugins.size() == 1);
    INFO(normalized.plugins[0].message);
    CHECK(normalized.plugins[0].status == PluginRun::Status::kOk);
    CHECK(story_of(normalized) == s.story);
    CHECK(restore_original(normalized) == document.text);
  }
}

TEST_CASE("spans of sentences and words, cut from the raw file, show the very words") {
  for (const Sample& s : samples()) {
    const Document document = document_of(s.file, sample(s.file));
    const NormalizedDocument normalized = read_story(document);
    Vocabulary vocabulary("en", {});
    const Segments segments = segment(normalized, vocabulary, {});
    CHECK_FALSE(segments.sentences.empty());
    for (const Sentence& sentence : segments.sentences) {
      INFO(s.file << ": " << document.slice(sentence.original));
      CHECK(shown(document.slice(sentence.original), s.media_type) == slice(normalized.text, sentence.span));
    }
    for (const Token& token : segments.tokens) {
      INFO(s.file << ": " << document.slice(segments.original_of(token)));
      CHECK(shown(document.slice(segments.original_of(token)), s.media_type) == slice(normalized.text, token.span));
    }
  }
}

TEST_CASE("wire text loses its envelope and its codes, nothing else") {
  for (const std::string name : {"story.iptc", "story.anpa"}) {
    INFO(name);
    const Document document = document_of(name, sample("feeds/" + name));
    CHECK(document.media_type == (name == "story.iptc" ? "text/vnd.iptc.7901" : "text/vnd.anpa.1312"));
    const NormalizedDocument normalized = read_story(document);
    REQUIRE(normalized.plugins.size() == 1);
    CHECK(normalized.plugins[0].status == PluginRun::Status::kOk);
    CHECK(restore_original(normalized) == document.text);
    CHECK(normalized.text.find_first_of("\x01\x02\x03\x04\x16^<=`") == std::string::npos);
    std::vector<std::string> paragraphs;
    for (const Span paragraph : normalized.paragraphs)
      paragraphs.push_back(shown(slice(normalized.text, paragraph), "text/plain"));
    const auto has = [&](const std::string& text) {
      return std::find(paragraphs.begin(), paragraphs.end(), text) != paragraphs.end();
    };
    const bool anpa = name == "story.anpa";
    CHECK(has("Dam spills over in Carrow valley; 900 leave homes"));
    CHECK(has(std::string("CARROW BRIDGE") + (anpa ? " (HNA) — " : ", May 8 (HNA) - ") +
              "About 900 people were told to leave their homes in the Carrow valley on Wednesday after water began to "
              "spill over an 84-year-old dam, police said."));
    CHECK(has(anpa ? "“The wall is holding,” engineer Piet Maas said. “We do not know for how long.”"
                   : "\"The wall is holding,\" engineer Piet Maas said. \"We do not know for how long.\""));
    CHECK(normalized.text.find("u 0118") == std::string::npos);
    CHECK(normalized.text.find("GMT MAY") == std::string::npos);
  }
}

TEST_CASE("what belongs to the story's own header is told by its role") {
  const auto furniture = [](const std::string& file) {
    return furniture_of(read_story(document_of(file, sample(file))));
  };
  using Strings = std::vector<std::string>;
  CHECK(furniture("feeds/story.nitf") ==
        Strings{"headline: Dam spills over in Carrow valley; 900 leave homes",
                "standfirst: Rain expected to ease by evening", "byline: By", "byline: Noor Lindqvist",
                "byline: Highland News Agency", "credit: Highland News Agency", "dateline: CARROW BRIDGE",
                "dateline: May 8", "caption: Water runs over the crest of the Carrow dam.",
                "photo-credit: HNA/Ruth Okafor", "tag-line: Reporting by Noor Lindqvist; Editing by Sam Teller"});
  CHECK(furniture("feeds/story.newsml.xml") ==
        Strings{"copyright: (c) Highland News Agency 2019", "editors-note: Adds mayor, background", "credit: HNA",
                "byline: By Noor Lindqvist", "dateline: CARROW BRIDGE, May 8 (HNA)", "slug: DAM-CARROW/",
                "headline: Dam spills over in Carrow valley; 900 leave homes"});
  CHECK(furniture("feeds/story.md") == Strings{"headline: Dam spills over in Carrow valley", "byline: Noor Lindqvist",
                                               "publication-date: 2019-05-08",
                                               "headline: Dam spills over in Carrow valley; 900 leave homes",
                                               "caption: Water runs over the crest of the Carrow dam."});
  const Strings page = furniture("pages/news-json-ld.html");
  for (const std::string piece :
       {"headline: Ferry strike enters third day as talks collapse", "byline: Ines Halloran",
        "publication-date: June 6, 2024, 2:10 p.m.", "caption: The pier at Soay Harbour on Thursday."}) {
    INFO(piece);
    CHECK(std::find(page.begin(), page.end(), piece) != page.end());
  }
}

TEST_CASE("with mark furniture stays and has its role, and keep-roles keeps some of it") {
  const Document document = document_of("story.nitf", sample("feeds/story.nitf"));
  const NormalizedDocument marked = read_story(document, R"({"mark": true})");
  CHECK(marked.text.starts_with("Dam spills over in Carrow valley; 900 leave homes\n\n"));
  REQUIRE_FALSE(marked.marks.empty());
  CHECK(marked.marks[0].role == "headline");
  CHECK(restore_original(marked) == document.text);
  const NormalizedDocument kept = read_story(document, R"({"keep-roles": ["caption"]})");
  CHECK(kept.text.find("Water runs over the crest") != std::string::npos);
  CHECK(kept.text.find("Ruth Okafor") == std::string::npos);
}
