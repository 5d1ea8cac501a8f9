// What no newsroom sends: bombs, depths, floods, files cut anywhere, noise. Bounded time, no crash, the file comes
// back.
#include <ctime>
#include <random>
#include <string>
#include <vector>

#include "readers/readers.hpp"
#include "sample.hpp"
#include "support/catch.hpp"

using namespace storydiff;
using namespace readers_test;

namespace {

std::string times(std::size_t count, const std::string& text) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

/// Reads it, demands losslessness, gives what is left.
std::string read(const std::string& bytes, const std::string& format) {
  const Document document = document_of("hostile", bytes, format);
  const NormalizedDocument normalized = read_story(document);
  REQUIRE(normalized.plugins.size() == 1);
  CHECK(restore_original(normalized) == document.text);
  return normalized.plugins[0].status == PluginRun::Status::kOk ? normalized.text : normalized.plugins[0].message;
}

/// Milliseconds of processor time, so that a busy machine fails nothing.
double milliseconds(const std::string& bytes, const std::string& format) {
  const Document document = document_of("hostile", bytes, format);
  const std::clock_t begin = std::clock();
  static_cast<void>(read_story(document));
  return 1000.0 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

}  // namespace

TEST_CASE("100,000 levels are read to their bottom") {
  constexpr std::size_t kDeep = 100'000;
  for (const std::string tag :
       {"div", "b", "span", "blockquote", "table", "article", "ul><li", "my-box", "q", "font"}) {
    INFO(tag);
    const std::string page = times(kDeep, "<" + tag + ">") + "The bottom of it.";
    CHECK(read(page, "html").find("The bottom of it.") != std::string::npos);
  }
  const std::string xml = "<nitf><body><body.content>" + times(kDeep, "<em>") + "The bottom." + times(kDeep, "</em>") +
                          "</body.content></body></nitf>";
  CHECK(read(xml, "nitf") == "The bottom.");
  CHECK(read(times(kDeep, "[") + "\"x\"", "json").find("more than 64 deep") != std::string::npos);
  CHECK(read(times(kDeep, "{\"body\":"), "json").find("more than 64 deep") != std::string::npos);
  static_cast<void>(read(times(20'000, "> ") + "x", "markdown"));
  static_cast<void>(read(times(kDeep, "**_["), "markdown"));
}

TEST_CASE("no bomb goes off") {
  std::string bomb = "<?xml version=\"1.0\"?><!DOCTYPE nitf [<!ENTITY a0 \"ha\">";
  for (int i = 1; i < 30; ++i) {
    const std::string before = "&a" + std::to_string(i - 1) + ";";
    bomb += "<!ENTITY a" + std::to_string(i) + " \"" + before + before + "\">";
  }
  bomb += "]><nitf><body><body.content><p>&a29;</p></body.content></body></nitf>";
  CHECK(read(bomb, "nitf") == "&a29;");
}

TEST_CASE("twice the flood takes no more than about twice the time") {
  struct Flood {
    std::string format, unit, head;
  };
  const std::vector<Flood> floods = {
      {"html", "<div>", ""},
      {"html", "<p>", ""},
      {"html", "</p>", ""},
      {"html", "<b><p>", ""},
      {"html", "</b>", "<b><div>"},
      {"html", "<a href=x><i>t</a>", ""},
      {"html", "<table><tr><td></div>", "<div>"},
      {"html", "<li>x", "<ul>"},
      {"html", "<h2 class=headline>x</h2>", ""},
      {"html", "<article><p>A sentence that is long enough to count as running text, by far.</p></article>", ""},
      {"html", "<ul><li><a href=x>A link that is long enough to count as running text, by far</a>", ""},
      {"html", "<", ""},
      {"html", "</", ""},
      {"html", "<!-", ""},
      {"html", "<a ", ""},
      {"html", "<a b='", ""},
      {"html", "&", ""},
      {"html", "&#", ""},
      {"html", "x\n", "<pre>"},
      {"html", "x<b>y</b>", "<pre>"},
      {"html", "</x>", "<" + times(200'000, "y") + ">"},
      {"html", "<h2 class=byline>x</h2><p itemprop=articleBody>y</p>", ""},
      {"html", " x='y' class=\"ad related byline\"", "<p"},
      {"html", "<p itemprop=articleBody>Text that is long enough to count as running text, by far, of a body.", ""},
      {"html", "<script type=application/ld+json>{\"articleBody\":\"a b c d e f\"}</script>", ""},
      {"nitf", "<p>", "<nitf>"},
      {"nitf", "x<b/>", "<nitf><body><body.content><" + times(200'000, "y") + ">"},
      {"nitf", "<p>x &amp; y</p>", "<nitf><body><body.content>"},
      {"json", "\"\\u0041\",", "{\"body\":["},
      {"json", "a", "{\"body\": "},
      {"json", "\"x\",", "{\"body\": \"y\", \"headline\": ["},
      {"json", "{\"value\":\"x\"},", "{\"bodies\": ["},
      {"json", "\\", "{\"body\":\""},
      {"json", "\\u0026lt;", "{\"body\":\""},
      {"markdown", "**a", ""},
      {"markdown", "[a](", ""},
      {"markdown", "![", ""},
      {"markdown", "# a\n\n", ""},
      {"markdown", "> a\n", ""},
      {"markdown", "`", ""},
      {"markdown", "a: b\n", "---\n"},
      {"anpa", "^\n", ""},
      {"anpa", "\x01\x02\x03", ""},
      {"anpa", "\x02x\x03", ""},
      {"iptc7901", "``a''", "\x01\x02"},
  };
  for (const Flood& flood : floods) {
    const std::size_t count = 400'000 / flood.unit.size();
    INFO(flood.format << " " << flood.head << flood.unit);
    const auto flooded = [&](std::size_t units) {
      return milliseconds(flood.head + times(units, flood.unit), flood.format);
    };
    double once = flooded(count);
    double twice = flooded(2 * count);
    // Fresh memory may cost several times its price on a virtual machine: what grows too fast does it each time.
    for (int again = 0; again < 2 && twice >= 4 * once + 200; ++again) {
      once = flooded(count);
      twice = flooded(2 * count);
    }
    INFO(once << " ms, " << twice << " ms");
    CHECK(twice < 4 * once + 200);
    CHECK(twice < 20'000);  // nobody waits so long, on however busy a machine
  }
}

TEST_CASE("huge attributes are markup like any other") {
  const std::string huge = times(1'000'000, "x ");
  CHECK(read("<p class=\"" + huge + "\" onclick='" + huge + "'>The text.</p>", "html") == "The text.");
  CHECK(read("<nitf><body><body.content><p id=\"" + huge + "\">The text.</p></body.content></body></nitf>", "nitf") ==
        "The text.");
}

TEST_CASE("a file cut anywhere is read or refused, and always comes back") {
  for (const std::string name : {"pages/news-json-ld.html", "pages/old-tables.html", "feeds/story.nitf",
                                 "feeds/story.ninjs", "feeds/story.md", "feeds/story.anpa"}) {
    const Document whole = document_of(name, sample(name));
    for (std::size_t size = 0; size < whole.text.size(); size += 37) {
      while ((static_cast<unsigned char>(whole.text[size]) & 0xC0) == 0x80) ++size;
      Document cut = whole;
      cut.text.resize(size);
      const NormalizedDocument normalized = read_story(cut);
      INFO(name << " cut at " << size << ": " << normalized.plugins[0].message);
      CHECK(restore_original(normalized) == cut.text);
      const bool html = name.ends_with("html");
      if (html) CHECK(normalized.plugins[0].status == PluginRun::Status::kOk);
    }
  }
}

TEST_CASE("noise made of markup is read without harm") {
  const std::vector<std::string> pieces = {"<p>",        "</p>",     "<div class=ad>",
                                           "</div>",     "<b>",      "</b>",
                                           "<table>",    "<td>",     "</table>",
                                           "<!--",       "-->",      "<script>",
                                           "</script>",  "&amp;",    "&",
                                           "<",          ">",        "\"",
                                           "'",          "=",        "text ",
                                           "é",          "\n",       "<article>",
                                           "</article>", "<h1>",     "{",
                                           "}",          "[",        "]",
                                           "\\",         "\\u00e9",  ":",
                                           ",",          "\"body\"", "<![CDATA[",
                                           "]]>",        "*",        "_",
                                           "`",          "#",        "\x01",
                                           "\x02",       "\x03",     "^",
                                           "😀",          "<nitf>",   "<body.content>",
                                           "</nitf>",    "- ",       "> ",
                                           "---\n",      "<q>",      "</q>",
                                           "<pre>",      "<head>"};
  std::mt19937 random(20190508);
  for (int round = 0; round < 1500; ++round) {
    std::string noise;
    const std::size_t length = random() % 60;
    for (std::size_t i = 0; i < length; ++i) noise += pieces[random() % pieces.size()];
    for (const std::string format : {"html", "nitf", "json", "markdown", "anpa"}) {
      INFO(format << ": " << noise);
      const Document document = document_of("noise", noise, format);
      const NormalizedDocument normalized = read_story(document);
      CHECK(restore_original(normalized) == document.text);
      // The edits themselves must be sound: a refusal by the core is a mistake of the reader.
      CHECK(normalized.plugins[0].message.find(" at [") == std::string::npos);
    }
  }
}
