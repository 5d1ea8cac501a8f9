// The plugin as the host sees it: its manifest, its options, and the moves for a view.

#include <map>
#include <string>
#include <vector>

#include "storydiff/plugin_catalogue.hpp"
#include "support/catch.hpp"

namespace {

using namespace storydiff;

Result<std::shared_ptr<Normalizer>> load(std::string_view options) {
  return PluginCatalogue::discover({STORYDIFF_PLUGIN_DIR}).load("paragraph-order", options);
}

/// A text of one-line paragraphs and the view of it.
struct Text {
  explicit Text(std::vector<std::string> lines) {
    for (const std::string& line : lines) {
      const auto begin = static_cast<Offset>(text.size());
      spans.push_back({begin, begin + static_cast<Offset>(line.size())});
      text += line + "\n";
    }
    view.text = text;
    view.paragraphs = spans;
    view.metadata = &metadata;
  }
  Text(const Text&) = delete;
  std::string text;
  std::vector<Span> spans;
  std::map<std::string, std::string> metadata{{"side", "source"}};
  View view;
};

}  // namespace

TEST_CASE("the plugin moves a lede that an earlier plugin marked") {
  const auto plugin = load("{}");
  REQUIRE(plugin);
  Text text({"Oyelaran said pickets were out.", "Workers walked out of four mills on Monday."});
  CHECK((*plugin)->propose(text.view)->empty());

  const std::vector<Mark> marks = {{text.spans[1], "lede", "dateline-lede", 0}};
  text.view.marks = marks;
  const auto edits = (*plugin)->propose(text.view);
  REQUIRE(edits);
  REQUIRE(edits->size() == 1);
  CHECK(edits->front().action == EditAction::kMove);
  CHECK(edits->front().paragraph_first == 1);
  CHECK(edits->front().paragraph_count == 1);
  CHECK(edits->front().before_paragraph == 0);
  CHECK(edits->front().rule == "lede-first");
}

TEST_CASE("follow-counterpart moves the source only, and only with a counterpart") {
  const auto plugin = load(R"({"strategy":"follow-counterpart"})");
  REQUIRE(plugin);
  const Text other({"A brass band played until the rain came.", "Cod prices rose by a tenth in Bergen harbour."});
  Text text({"Cod prices rose by a tenth in Bergen harbour.", "A brass band played until the rain came."});
  CHECK((*plugin)->propose(text.view)->empty());
  text.view.counterpart = &other.view;
  CHECK((*plugin)->propose(text.view)->size() == 1);
  text.metadata["side"] = "target";
  CHECK((*plugin)->propose(text.view)->empty());
}

TEST_CASE("an unknown strategy is refused") { CHECK_FALSE(load(R"({"strategy":"alphabetical"})")); }
