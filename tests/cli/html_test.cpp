#include "render/html.hpp"

#include <string>
#include <string_view>

#include "render/html_text.hpp"
#include "render/page_sources.hpp"
#include "storydiff/document.hpp"
#include "support/catch.hpp"
#include "unit/report/sample_report.hpp"

using namespace storydiff;
using namespace storydiff::cli;

namespace {

/// What stands between `open` and the next `close`.
std::string between(const std::string& text, std::string_view open, std::string_view close) {
  const std::size_t begin = text.find(open);
  REQUIRE(begin != std::string::npos);
  const std::size_t end = text.find(close, begin + open.size());
  REQUIRE(end != std::string::npos);
  return text.substr(begin + open.size(), end - begin - open.size());
}

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++found;
  return found;
}

constexpr const char* kDataOpen = "<script type=\"application/json\" id=\"report\">";

}  // namespace

TEST_CASE("html text: no character can end an element or an attribute") {
  struct Row {
    const char* text;
    const char* html;
  };
  const Row rows[] = {
      {"", ""},
      {"plain words", "plain words"},
      {"a < b > c & d", "a &lt; b &gt; c &amp; d"},
      {"\"quoted\" and 'quoted'", "&quot;quoted&quot; and &#39;quoted&#39;"},
      {"</script><!--", "&lt;/script&gt;&lt;!--"},
      {"&lt;", "&amp;lt;"},
      {"caf\u00e9 \u2014 \U0001F600", "caf\u00e9 \u2014 \U0001F600"},
  };
  for (const Row& row : rows) CHECK(html_text(row.text) == row.html);
}

TEST_CASE("script json: the same value, written so that it stays inside its element and in its direction") {
  struct Row {
    const char* json;
    const char* script;
  };
  const Row rows[] = {
      {R"({"a":[1,2.5,null,true]})", R"({"a":[1,2.5,null,true]})"},
      {R"("</script>")", R"("\u003c/script\u003e")"},
      {R"("<!-- & -->")", R"("\u003c!-- \u0026 --\u003e")"},
      {"\"\u2028\u2029\"", R"("\u2028\u2029")"},
      {"\"\u202e\u2066\u200f\u061c\ufeff\"", R"("\u202e\u2066\u200f\u061c\ufeff")"},
      {"\"\x7f\u0085\"", R"("\u007f\u0085")"},
      {"\"caf\u00e9 \u2014 \u20ac \U0001F600 \u0628\"", "\"caf\u00e9 \u2014 \u20ac \U0001F600 \u0628\""},
      {R"("\\u003c \" \\")", R"("\\u003c \" \\")"},
  };
  for (const Row& row : rows) CHECK(script_json(row.json) == row.script);
}

TEST_CASE("script json: cut characters at the end do no harm") {
  for (const char* bytes : {"\xC2", "\xE2", "\xE2\x80", "\xF0\x9F", "\xFF"}) CHECK_FALSE(script_json(bytes).empty());
}

TEST_CASE("base64 of hexadecimal digits") {
  struct Row {
    const char* hexadecimal;
    const char* base64;
  };
  // RFC 4648, section 10.
  const Row rows[] = {{"", ""},
                      {"66", "Zg=="},
                      {"666f", "Zm8="},
                      {"666f6f", "Zm9v"},
                      {"666f6f62", "Zm9vYg=="},
                      {"666f6f6261", "Zm9vYmE="},
                      {"666f6f626172", "Zm9vYmFy"},
                      {"fbefff", "++//"}};
  for (const Row& row : rows) CHECK(base64_of_hex(row.hexadecimal) == row.base64);
}

TEST_CASE("csp digest: as browsers count it") {
  // From the Content Security Policy specification, section 8.3, and of nothing at all.
  CHECK(csp_digest("doSomething();") == "sha256-RFWPLDbv2BY+rCkDzsE+0fr8ylGr2R2faWMhq4lfEQc=");
  CHECK(csp_digest("") == "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
}

TEST_CASE("html: the policy allows the page's own script and style, by what stands in the file") {
  const std::string page = render_html(storydiff_test::sample_report());
  const std::string policy = between(page, "http-equiv=\"Content-Security-Policy\" content=\"", "\"");
  CHECK(policy.starts_with("default-src 'none'; "));
  for (const char* wish : {"unsafe", "http", "data:", "*"}) CHECK(policy.find(wish) == std::string::npos);
  CHECK(policy.find("script-src '" + csp_digest(between(page, "<script type=\"module\">", "</script>")) + "'") !=
        std::string::npos);
  CHECK(policy.find("style-src '" + csp_digest(between(page, "<style>", "</style>")) + "'") != std::string::npos);
  // The policy stands before anything that it is about.
  CHECK(page.find("Content-Security-Policy") < page.find("<style"));
}

TEST_CASE("html: the page asks for nothing") {
  const std::string page = render_html(storydiff_test::sample_report());
  for (const char* wish :
       {" src=", "<link", "<img", "<iframe", "@import", "url(", "fetch(", "XMLHttpRequest", "import("})
    CHECK(page.find(wish) == std::string::npos);
  CHECK(count(page, "<script") == 2);
  for (const std::string_view script : {common_script(), pair_script(), chain_script()})
    for (const char* wish : {"innerHTML", "\nimport ", "\nexport "}) CHECK(script.find(wish) == std::string_view::npos);
}

TEST_CASE("html: holds the report, and the verdict for who can not run scripts") {
  const Report report = storydiff_test::sample_report();
  const std::string page = render_html(report);
  const Result<Report> inside = report_from_json(between(page, kDataOpen, "</script>"));
  REQUIRE(inside);
  CHECK(to_json(*inside) == to_json(report));
  CHECK(page.find("<h1>About two thirds come from NNA, uncredited</h1>") != std::string::npos);
  CHECK(page.find(">1 of 2 sentences of opinion.txt comes from wire.txt: 1 edited") != std::string::npos);
  CHECK(page.find("<title>opinion.txt compared with wire.txt</title>") != std::string::npos);
}

TEST_CASE("html: same report, same bytes") {
  CHECK(render_html(storydiff_test::sample_report()) == render_html(storydiff_test::sample_report()));
}

TEST_CASE("html: nothing of a hostile report gets out of its place") {
  const std::string usual = render_html(storydiff_test::sample_report());
  for (const char* text :
       {"</script><script>alert(1)</script>", "<!--<script>", "\"><img src=x onerror=alert(1)>", "{{script}}{{report}}",
        "</title></style></noscript>", "\u202etxt.exe", "'; script-src *", "]]>", "&lt;script&gt;"}) {
    INFO(text);
    Report report = storydiff_test::sample_report();
    report.tool_version = report.options.language = report.options.lexicon = text;
    report.sources[0].path = std::string("dir/") + text;
    report.target.path = text;
    report.target.text += text;
    report.findings[0].message = report.findings[0].kind = report.findings[0].rule = text;
    report.quotations[0].speaker = report.names[0].from = report.furniture[0].role = text;
    report.sources[0].plugins[0].message = report.sources[0].edits[0].rule = report.unmatched[0].nearest->why = text;
    report.summary.bailouts = {text};
    const std::string page = render_html(report);
    for (const char* tag : {"<script", "</script", "<img", "<!--", "</style", "</title", "</noscript", "<h1", "<p"})
      CHECK(count(page, tag) == count(usual, tag));
    CHECK(page.find("\u202e") == std::string::npos);
    CHECK(between(page, "Content-Security-Policy\" content=\"", "\"") ==
          between(usual, "Content-Security-Policy\" content=\"", "\""));
    const Result<Report> inside = report_from_json(between(page, kDataOpen, "</script>"));
    REQUIRE(inside);
    CHECK(inside->target.text == report.target.text);
  }
}

TEST_CASE("html: the headline says the verdict's class in plain words, and the lead does not repeat it") {
  struct Case {
    Summary::Class derivation;
    std::size_t sources;
    const char* heading;
  };
  for (const Case& c : {Case{Summary::Class::kWhollyDerived, 1, "<h1>Mostly made from the source</h1>"},
                        Case{Summary::Class::kPartiallyDerived, 1, "<h1>Partly made from the source</h1>"},
                        Case{Summary::Class::kNonDerived, 1, "<h1>Not made from the source</h1>"},
                        Case{Summary::Class::kPartiallyDerived, 2, "<h1>Partly made from the sources</h1>"}}) {
    Report report = storydiff_test::sample_report();
    report.summary.agency.clear();
    report.summary.derivation = c.derivation;
    report.sources.resize(c.sources, report.sources.front());
    const std::string page = render_html(report);
    INFO(c.heading);
    CHECK(page.find(c.heading) != std::string::npos);
    CHECK(page.find(">1 of 2 sentences of opinion.txt comes from") != std::string::npos);
  }
}

TEST_CASE("html: the headline stands whole, whatever the files are called") {
  Report report = storydiff_test::sample_report();
  report.target.path = "a: b.txt";
  report.target.sentences.clear();
  report.target.paragraphs.clear();
  report.alignments.clear();
  report.unmatched.clear();
  report.passages.clear();
  const std::string page = render_html(report);
  CHECK(page.find("<h1>a: b.txt has no story text.") != std::string::npos);
}
