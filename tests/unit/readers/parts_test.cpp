// The parts of the readers: references, tags, JSON strings, plain text, and how a format is told.
#include <string>
#include <vector>

#include "read/media_type.hpp"
#include "readers/entities.hpp"
#include "readers/html_tree.hpp"
#include "readers/json_strings.hpp"
#include "readers/readers.hpp"
#include "sample.hpp"
#include "support/catch.hpp"

using namespace storydiff::readers;

namespace {

std::string html(const std::string& raw) { return text_after(raw, read_html_story(raw, {}).edits); }
std::string json(const std::string& raw) {
  const Reading reading = read_news_json(raw, {});
  return reading.error.empty() ? text_after(raw, reading.edits) : reading.error;
}
std::string markdown(const std::string& raw) { return text_after(raw, read_markdown(raw, {}).edits); }
std::string xml(const std::string& raw) {
  const Reading reading = read_news_xml(raw, {});
  return reading.error.empty() ? text_after(raw, reading.edits) : reading.error;
}
std::string wire(const std::string& raw) { return text_after(raw, read_wire_text(raw, {}).edits); }

struct Case {
  std::string raw, text;
};

}  // namespace

TEST_CASE("character references mean what browsers make of them") {
  const std::vector<Case> cases = {
      {"Q&amp;A", "Q&A"},
      {"caf&eacute;s", "cafés"},
      {"caf&eacute", "café"},
      {"&#8217;&#x2019;&#X2019", "’’’"},
      {"&#146;s", "’s"},  // windows-1252 by number
      {"&notit;", "¬it;"},
      {"&notin;", "∉"},
      {"AT&T and R&D;", "AT&T and R&D;"},
      {"&;&#;&#x;&#xZ;&", "&;&#;&#x;&#xZ;&"},
      {"&#0;&#xD800;&#99999999999999999999;", "\uFFFD\uFFFD\uFFFD"},
      {"&nosuchname;", "&nosuchname;"},
      {"&NotEqualTilde;", "≂̸"},
      {"&CounterClockwiseContourIntegral;", "∳"},
  };
  for (const Case& c : cases) CHECK(decode_entities(c.raw) == c.text);
}

TEST_CASE("tags in a line leave no trace, blocks a blank line") {
  const std::vector<Case> cases = {
      {"<p>un<b>believ</b>able<i>!</i></p>", "unbelievable!"},
      {"<p>one</p><p>two</p>", "one\n\ntwo"},
      {"<p>one<p>two", "one\n\ntwo"},
      {"<p>one<br>two<br/>three<hr>four", "one\n\ntwo\n\nthree\n\nfour"},
      {"<ul><li>one<li>two</ul>three", "one\n\ntwo\n\nthree"},
      {"<table><tr><td>a<td>b<tr><td>c</table>d", "a\n\nb\n\nc\n\nd"},
      {"<p>  spaces \n\t and <b> more </b>  ends </p>", "spaces and more ends"},
      {"<p>5 < 6 and 7<8 and a<b>c</b></p>", "5 < 6 and 7<8 and ac"},
      {"<p>a<!-- no <p>no -->b<!-->c<!x>d<?y?>e</p>", "abcde"},
      {"<p title=\"a > b\">c</p><p title='>'>d</p><p title=>e</p>", "c\n\nd\n\ne"},
      {"<p>a<script>if (a</b && '</p>') x</script>b<style>p{}</style>c</p>", "abc"},
      {"<P CLASS=x>A</P><DIV>B</DIV>", "A\n\nB"},
      {"<p>she said <q>never</q> twice</p>", "she said “never” twice"},
      {"</p></div></b>alone", "alone"},
      {"<textarea><p>no</textarea><select><option>x</select><p>yes", "yes"},
      {"<head><title>t</title><meta a=b><p>no head end", "no head end"},
      {"<p>a&nbsp;b&shy;c&zwnj;",
       "a\u00A0b\u00AD"
       "c\u200C"},
      {"plain words", "plain words"},
      {"", ""},
      {"<p>cut off in a <a href=\"http", "cut off in a"},
      {"<p>cut off in a comment <!-- ", "cut off in a comment"},
      {"<p>cut off &am", "cut off &am"},
      {"<b><p>one</b></p><p>two</p>", "one\n\ntwo"},
      {"<div>a</span>b</div>", "ab"},
      {"<p>a<wbr>b<img src=x alt=no>c", "abc"},
      {"<pre>one\nline\n\nnext\n</pre>", "one line\n\nnext"},
      {"<p>x<svg><text>no</text></svg><noscript>no</noscript><template>no</template>y", "xy"},
  };
  for (const Case& c : cases) {
    INFO(c.raw);
    CHECK(html(c.raw) == c.text);
  }
}

TEST_CASE("every node of a tree is a piece of the file") {
  const HtmlTree tree = read_html("<ul><li>a<li class=b>c</ul>d");
  REQUIRE(tree.nodes.size() == 7);
  CHECK(tree.text(1) == "<ul>");
  CHECK(tree.nodes[1].end == 6);
  CHECK(tree.text(3) == "a");
  CHECK(tree.text(4) == "<li class=b>");
  CHECK(tree.nodes[4].parent == 1);
  CHECK(tree.text(6) == "d");
  CHECK(attribute("<a  HREF='x y' data-a=1 b hidden>", "href") == "x y");
  CHECK(attribute("<a  HREF='x y' data-a=1 b hidden>", "data-a") == "1");
  CHECK(has_attribute("<a  HREF='x y' data-a=1 b hidden>", "hidden"));
  CHECK_FALSE(has_attribute("<a  HREF='x y' data-a=1 b hidden>", "a"));
}

TEST_CASE("JSON strings keep their places through the escapes") {
  const std::string raw =
      R"({"a": {"k": "x\u00e9\n\ud83d\ude00\"z"}, "l": ["1", {"m": "2"}, "3"], "n": 4.5e1, "o": null})";
  const JsonStrings strings = read_json_strings(raw);
  CHECK(strings.error.empty());
  REQUIRE(strings.values.size() == 4);
  CHECK(strings.values[0].key == "k");
  CHECK(strings.values[0].path == "a");
  CHECK(strings.values[1].key == "l");
  CHECK(strings.values[2].key == "m");
  CHECK(strings.values[2].path == "l");
  CHECK(strings.values[3].key == "l");
  const DecodedJson decoded = decode_json(raw, strings.values[0].span);
  CHECK(decoded.text == "xé\n😀\"z");
  const auto cut = [&](std::size_t begin, std::size_t end) {
    const Span span = decoded.raw({begin, end});
    return raw.substr(span.begin, span.size());
  };
  CHECK(cut(0, 1) == "x");
  CHECK(cut(1, 3) == "\\u00e9");
  CHECK(cut(4, 8) == "\\ud83d\\ude00");
  CHECK(cut(8, 10) == "\\\"z");
  CHECK(cut(0, 10) == R"(x\u00e9\n\ud83d\ude00\"z)");
}

TEST_CASE("JSON: what is the story, and what is wrong") {
  const std::vector<Case> cases = {
      {R"({"body_html": "<p>One &amp; two.<\/p><p>\u201cThree\u201d</p>"})", "One & two.\n\n“Three”"},
      {R"({"title": "T", "body": "One.\nTwo."})", "One.\n\nTwo."},
      {R"({"body": "One \ud83d\ude00 two", "comments": [{"body": "no"}]})", "One 😀 two"},
      {R"({"articles": [{"title": "A", "text": "One."}, {"title": "B", "text": "Two."}]})", "One.\n\nTwo."},
      {R"({"body": {"html": "<p>x</p>", "note": "no"}})", "x"},
      {R"({"body": "5 < 6 & 7 &amp; 8"})", "5 < 6 & 7 &amp; 8"},
      {R"({"body": "The tag <b> is bold."})", "The tag <b> is bold."},
      {R"({"body": "The <b>tag</b> is bold."})", "The tag is bold."},
      {R"({"body": "lone \ud83d surrogate and \u0000"})", "lone \uFFFD surrogate and \uFFFD"},
      {R"({"a": 1})",
       "this JSON has no story: no member such as \"body_html\", \"body_text\", \"body\" or \"content\""},
      {R"({"body": "cut)", "this is no valid JSON: the file ends within a string, at byte 13"},
      {R"({"body": "x"})"
       "}",
       "this is no valid JSON: a bracket closes what is not open, at byte 13"},
      {R"({"body": ["x")", "this is no valid JSON: the file ends before its end, at byte 13"},
  };
  for (const Case& c : cases) {
    INFO(c.raw);
    CHECK(json(c.raw) == c.text);
  }
}

TEST_CASE("Markdown: words stay, signs go") {
  const std::vector<Case> cases = {
      {"A **bold** _word_ and `code`.", "A bold word and code."},
      {"[text](http://x.invalid \"title\") and <http://auto.invalid>", "text and http://auto.invalid"},
      {"# Head\n\nText\n\n## Cross\n\nMore", "Text\n\nCross\n\nMore"},
      {"Setext\n======\n\ntext", "text"},
      {"#hashtag is no heading", "#hashtag is no heading"},
      {"one\ntwo\n\nthree  \nfour", "one two\n\nthree\n\nfour"},
      {"> quoted\n> lines\n\n- a\n- b\n\n1. c", "quoted lines\n\na\n\nb\n\nc"},
      {"```\ncode here\n```\n\ntext", "code here\n\ntext"},
      {"a \\* b &copy; c", "a * b © c"},
      {"![alt](x.png)\n\ntext", "text"},
      {"text <b>bold</b> <!-- no --> end", "text bold end"},
      {"| a | b |\n|---|---|\n| c | d |", "a\n\nb\n\nc\n\nd"},
      {"---\ntitle: T\n---\ntext", "text"},
      {"---\nno front matter", "no front matter"},
      {"", ""},
  };
  for (const Case& c : cases) {
    INFO(c.raw);
    CHECK(markdown(c.raw) == c.text);
  }
}

TEST_CASE("XML: entities never expand, and what is wrong is one line") {
  const std::vector<Case> cases = {
      {"<nitf><body><body.content><p>a &amp; b&#8212;c &mdash; &x; <em>d</em>e</p></body.content></body></nitf>",
       "a & b—c — &x; de"},
      {"<!DOCTYPE nitf [<!ENTITY x SYSTEM \"file:///etc/passwd\"><!ENTITY y "
       "\"yyy\">]><nitf><body><body.content><p>&x;&y;"
       "</p></body.content></body></nitf>",
       "&x;&y;"},
      {"<newsItem><contentSet><inlineData>One.\n\nTwo &lt; 3.</inlineData></contentSet></newsItem>",
       "One.\n\nTwo < 3."},
      {"<newsItem><contentSet><inlineData contenttype=\"text/html\"><![CDATA[<p>One</p><p>T&amp;wo</p>]]></inlineData>"
       "</contentSet></newsItem>",
       "One\n\nT&wo"},
      {"<n:newsItem><n:contentSet><n:inlineXML><h:html><h:body><h:p>x</h:p></h:body></h:html></n:inlineXML>"
       "</n:contentSet></n:newsItem>",
       "x"},
      {"<nitf><body/></nitf>", ""},
      {"<rss><channel/></rss>", "this XML has no story: no body.content (NITF), inlineXML or inlineData (NewsML-G2)"},
      {"<nitf><body><body.content><p>cut", "the XML is not well-formed at byte 31: Start-end tags mismatch"},
      {"<nitf><body><p>x</body></p></nitf>", "the XML is not well-formed at byte 18: Start-end tags mismatch"},
  };
  for (const Case& c : cases) {
    INFO(c.raw);
    CHECK(xml(c.raw) == c.text);
  }
}

TEST_CASE("wire text without control codes, and with several messages") {
  CHECK(wire("a0123 ----- u i BC-X 01-01\n^Head<\n   Text _ more.\n").find("Head\n   Text — more.\n") !=
        std::string::npos);
  CHECK(wire("Nothing 2 strip _ or ^ here = x <\n") == "Nothing 2 strip — or ^ here = x <\n");
  const std::string two = wire(
      "\x01"
      "A1\n\x02"
      "One.\n\x03"
      "08 GMT\n\x04\x01"
      "A2\n\x02"
      "Two.\n\x03"
      "09 GMT\x04");
  CHECK(two == "One.\n\n\nTwo.\n");
  CHECK(wire("") == "");
}

TEST_CASE("the format is told by the first bytes, then by the name") {
  using storydiff::detect_media_type;
  struct Told {
    std::string path, text, type;
  };
  const std::vector<Told> cases = {
      {"a.txt", "<!doctype html><p>x", "text/html"},
      {"a.txt", "\xEF\xBB\xBF\n  <!-- saved --><HTML>", "text/html"},
      {"a.xml", "<?xml version=\"1.0\"?><!DOCTYPE nitf SYSTEM \"x\"><nitf>", "application/nitf+xml"},
      {"-", "<nitf uno=\"x\"><body>", "application/nitf+xml"},
      {"-", "<?xml version='1.0'?>\n<newsItem xmlns='x'>", "application/vnd.iptc.g2.newsitem+xml"},
      {"-", "<nar:newsMessage>", "application/vnd.iptc.g2.newsitem+xml"},
      {"-", "<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"x\"><html>", "text/html"},
      {"-",
       "\x16\x16\x01"
       "a0123 -----\n\x02text",
       "text/vnd.anpa.1312"},
      {"-", "\x01HNA0117 4 u 0118\r\n\x02text", "text/vnd.iptc.7901"},
      {"-", "{\"uri\": \"x\", \"body_text\": \"y\"}", "application/vnd.iptc.ninjs+json"},
      {"-", " {\n \"title\" : \"y\"}", "application/json"},
      {"a.json", "[{\"body\": \"x\"}]", "application/json"},
      {"a.html", "no markup at all", "text/html"},
      {"story.MD", "# Head", "text/markdown"},
      {"dir.html/story", "Text.", "text/plain"},
      {".md", "Text.", "text/plain"},
      // Stories.
      {"a.txt", "The tag <b> is bold, he said.", "text/plain"},
      {"a.txt", "<b> is a tag, he said.", "text/plain"},
      {"a.txt", "{Adds quote} The mayor said", "text/plain"},
      {"a.txt", "{\"No,\" he said", "text/plain"},
      {"a.txt", "#flood The river rose", "text/plain"},
      {"a.txt", "# Take 2", "text/plain"},
      {"a.txt", "[\"No,\" he said]", "text/plain"},
      {"a.txt", "<body count rises, police say", "text/plain"},
      {"a.txt", "<body>", "text/html"},
      {"a.txt", "<BODY BGCOLOR=white>", "text/html"},
      {"a.txt", "<<MAKE CLEAR", "text/plain"},
      {"a.json", "Not JSON", "text/plain"},
      {"a.txt", "", "text/plain"},
      {"a.txt", "<", "text/plain"},
      {"a.txt", "<!--", "text/plain"},
  };
  for (const Told& c : cases) {
    INFO(c.path << ": " << c.text);
    CHECK(detect_media_type(c.path, c.text) == c.type);
  }
}

TEST_CASE("the flag --as overrides what is told, and an unknown format is named") {
  CHECK(readers_test::document_of("a.txt", "<html>", "text").media_type == "text/plain");
  CHECK(readers_test::document_of("a.txt", "Hm", "markdown").media_type == "text/markdown");
  storydiff::ReadOptions options;
  options.format = "docx";
  const auto document = storydiff::make_document("a", "x", options);
  REQUIRE_FALSE(document.ok());
  CHECK(document.error().message ==
        "unknown format \"docx\": give one of html, nitf, newsml-g2, iptc7901, anpa, ninjs, json, markdown, text");
}

TEST_CASE("a page that is no UTF-8 is read as what it says that it is") {
  const auto read = [](const std::string& bytes) { return readers_test::document_of("a.html", bytes); };
  const auto latin = read("<meta charset=iso-8859-1><p>caf\xE9 \x93yes\x94</p>");
  CHECK(latin.text == "<meta charset=iso-8859-1><p>café “yes”</p>");
  CHECK(latin.encoding == "windows-1252");
  const auto russian = read("<meta http-equiv='Content-Type' content='text/html; charset=KOI8-R'><p>\xED\xC9\xD2</p>");
  CHECK(russian.text.find("<p>Мир</p>") != std::string::npos);
  CHECK(russian.encoding == "koi8-r");
  const auto japanese = readers_test::document_of(
      "a.xml",
      "<?xml version=\"1.0\" "
      "encoding=\"Shift_JIS\"?><nitf><body><body.content><p>\x93\x8C\x8B\x9E</p></body.content></body></nitf>");
  CHECK(japanese.text.find("<p>東京</p>") != std::string::npos);
  // What is UTF-8 stays so, whatever it says.
  CHECK(read("<meta charset=windows-1251><p>caf\xC3\xA9").encoding == "utf-8");
  // A declaration that can not be true, or none: the error of all texts.
  for (const std::string head : {"<meta charset=utf-16>", "<meta charset=utf-8>", "<meta charset=nonsense>", "<p>"}) {
    const auto document = storydiff::make_document("a.html", head + "\xE9", {});
    REQUIRE_FALSE(document.ok());
    CHECK(document.error().message.find("not valid UTF-8 at byte") != std::string::npos);
  }
}
