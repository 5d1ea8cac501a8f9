// Our tree beside that of gumbo, which builds trees as the HTML standard says: on pages of every layout both must see
// the same text, in the same order and in the same paragraphs.
#include <gumbo.h>

#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "readers/entities.hpp"
#include "readers/html_tags.hpp"
#include "readers/html_tree.hpp"
#include "readers/html_walk.hpp"
#include "sample.hpp"
#include "support/catch.hpp"

using namespace storydiff::readers;

namespace {

/// Text with "|" for each beginning and end of a block; white space folded, doubled marks joined.
class Outline {
 public:
  void text(std::string_view words) {
    for (const char c : words) {
      if (!is_space(c)) out_ += c;
    }
  }
  void block() {
    if (!out_.ends_with('|')) out_ += '|';
  }
  [[nodiscard]] const std::string& get() const { return out_; }

 private:
  std::string out_;
};

bool is_shown(Tag tag) { return tag != Tag::kSkip && tag != Tag::kScript && tag != Tag::kTitle; }

std::string by_gumbo(const std::string& page) {
  GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size());
  Outline outline;
  struct Step {
    const GumboNode* node;
    bool leaves;
  };
  std::vector<Step> steps{{output->document, false}};
  while (!steps.empty()) {
    const Step step = steps.back();
    steps.pop_back();
    const GumboNode& node = *step.node;
    const GumboVector* children = nullptr;
    if (node.type == GUMBO_NODE_DOCUMENT) {
      children = &node.v.document.children;
    } else if (node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE) {
      std::string name = gumbo_normalized_tagname(node.v.element.tag);
      if (name.empty()) name = "x-unknown";
      const Tag tag = tag_facts(name).tag;
      if (name == "svg" || name == "math" || !is_shown(tag)) continue;
      if (is_block(tag)) outline.block();
      if (step.leaves) continue;
      steps.push_back({&node, true});
      children = &node.v.element.children;
    } else if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA) {
      outline.text(node.v.text.text);
      continue;
    } else {
      continue;
    }
    for (unsigned i = children->length; i > 0; --i)
      steps.push_back({static_cast<const GumboNode*>(children->data[i - 1]), false});
  }
  gumbo_destroy_output(&kGumboDefaultOptions, output);
  return outline.get();
}

std::string by_us(const std::string& page) {
  const HtmlTree tree = read_html(page);
  Outline outline;
  const auto enter = [&](std::uint32_t node) {
    const Tag tag = tree.nodes[node].tag;
    if (!is_shown(tag)) return false;
    if (is_block(tag)) outline.block();
    return true;
  };
  const auto leave = [&](std::uint32_t node) {
    if (is_block(tree.nodes[node].tag)) outline.block();
  };
  walk(tree, enter, leave, [&](std::uint32_t node) { outline.text(decode_entities(tree.text(node))); });
  return outline.get();
}

/// Marks at both ends say nothing: gumbo adds html and body, where they are missing.
std::string trimmed(std::string text) {
  while (text.ends_with('|')) text.pop_back();
  return text.substr(std::min(text.find_first_not_of('|'), text.size()));
}

}  // namespace

TEST_CASE("our tree has the text and the paragraphs of a standard one") {
  for (const std::string page : {"news-json-ld", "blog", "amp", "old-tables", "live-blog", "div-soup", "right-to-left",
                                 "preformatted", "microdata", "columns", "aggregator", "opinion", "components"}) {
    INFO(page);
    const std::string raw = readers_test::sample("pages/" + page + ".html");
    CHECK(trimmed(by_us(raw)) == trimmed(by_gumbo(raw)));
  }
}

TEST_CASE("our tree closes what a standard one closes") {
  const std::vector<std::string> pages = {
      "<p>a<p>b<div>c</div>d",
      "<p>a<ul><li>b<li>c<ul><li>d</ul><li>e</ul>f",
      "<dl><dt>a<dd>b<dt>c<dd>d</dl>e",
      "<table><tr><td>a<td>b<tr><th>c</table>d",
      "<table><tr><td><table><tr><td>a</table>b</table>c",
      "<div>a<p>b</div>c</p>d",
      "<b>a<p>b</b>c</p>d",
      "<h2>a<h3>b</h3>c",
      "<p>a</br>b</p>c",
      "a</p>b",
      "<div><span>a</div>b</span>c",
      "<ul><li>a</li></ul></li>b",
      "<p>a<table><tr><td>b</table>c",
      "<a href=1>a<a href=2>b</a>c",
      "<blockquote>a<p>b</blockquote>c",
      "<p>a<hr>b",
      "<figure>a<figcaption>b</figure>c",
      "<p>a<script>b</script>c<style>d</style>e",
      "<title>a</title><p>b",
      "<p>a &lt; b &ampc; &eacute &notit; &#150;",
      "<!-- a --><!doctype html>b<?c?>d</e>f<!g>h",
      "<section>a<header>b</header><main>c</main></section>d",
  };
  for (const std::string& page : pages) {
    INFO(page);
    CHECK(trimmed(by_us(page)) == trimmed(by_gumbo(page)));
  }
}
