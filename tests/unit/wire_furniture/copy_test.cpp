// Whole pieces of copy, each with all that should go: copy/NAME.txt and expected.json.
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "language/paragraphs.hpp"
#include "sample.hpp"
#include "support/catch.hpp"

namespace {

using namespace wire_furniture_test;
using Json = nlohmann::ordered_json;

const Json& expected() {
  static const Json file = Json::parse(read_file(room() + "/expected.json"));
  return file;
}

std::string with_carriage_returns(const std::string& text) {
  std::string result;
  for (const char c : text) result += c == '\n' ? std::string("\r\n") : std::string(1, c);
  return result;
}

}  // namespace

TEST_CASE("the furniture of whole stories goes, and nothing else") {
  for (const auto& [name, wanted] : expected().items()) {
    const std::string text = read_file(room() + "/copy/" + name);
    const std::vector<Drop> drops = drops_of(shipped_rules(), text);
    INFO(name << "\n" << list_of(drops));
    REQUIRE(drops.size() == wanted.size());
    for (std::size_t i = 0; i < drops.size(); ++i) {
      CHECK(drops[i].text == wanted[i]["text"].get<std::string>());
      CHECK(drops[i].role == wanted[i]["role"].get<std::string>());
    }
  }
}

TEST_CASE("carriage returns change nothing") {
  for (const auto& [name, wanted] : expected().items()) {
    const std::string text = with_carriage_returns(read_file(room() + "/copy/" + name));
    const std::vector<Drop> drops = drops_of(shipped_rules(), text);
    INFO(name << "\n" << list_of(drops));
    CHECK(drops.size() == wanted.size());
    const std::string rest = without(text, drops);
    for (std::size_t i = rest.find('\n'); i != std::string::npos; i = rest.find('\n', i + 1))
      CHECK(rest[i - 1] == '\r');
  }
}

TEST_CASE("a second run proposes nothing") {
  for (const auto& [name, wanted] : expected().items()) {
    const std::string text = read_file(room() + "/copy/" + name);
    const std::string rest = without(text, drops_of(shipped_rules(), text));
    INFO(name);
    CHECK(list_of(drops_of(shipped_rules(), rest)).empty());
  }
}

TEST_CASE("a sentence runs on over a page turn as over any line break") {
  const std::string text = read_file(room() + "/copy/upi_wrapped.txt");
  const std::string rest = without(text, drops_of(shipped_rules(), text));
  CHECK(rest.find("took away the\nchairs. Neither side") != std::string::npos);
}

TEST_CASE("roles that are to stay count as evidence all the same") {
  const std::string text = "River swallows bridge\nBy Ann Moss\n\nThe river rose by two metres overnight.\n";
  std::vector<storydiff::rules::Range> paragraphs;
  for (const storydiff::Span span : storydiff::find_paragraphs(text)) paragraphs.push_back({span.begin, span.end});
  const auto proposals = storydiff::rules::propose(shipped_rules(), text, paragraphs, {"byline"});
  REQUIRE(proposals.size() == 1);
  CHECK(proposals[0].role == "headline");
}
