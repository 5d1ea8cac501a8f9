#include "storydiff/pipeline.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace storydiff;

namespace {

/// A normalizer made of a function.
class Scripted final : public Normalizer {
 public:
  using Script = std::function<Result<std::vector<ProposedEdit>>(const View&)>;
  explicit Scripted(Script script, bool needs_counterpart = false)
      : script_(std::move(script)), needs_counterpart_(needs_counterpart) {}
  std::string_view id() const override { return "scripted"; }
  std::string_view version() const override { return "1.2.3"; }
  std::string_view options_json() const override { return "{}"; }
  bool needs_counterpart() const override { return needs_counterpart_; }
  Result<std::vector<ProposedEdit>> propose(const View& view) override { return script_(view); }

 private:
  Script script_;
  bool needs_counterpart_;
};

PipelineStep step(Scripted::Script script, bool needs_counterpart = false) {
  return {std::make_shared<Scripted>(std::move(script), needs_counterpart), "scripted", "1.2.3", ""};
}

PipelineStep step(std::vector<ProposedEdit> edits) {
  return step([edits](const View&) { return Result<std::vector<ProposedEdit>>(edits); });
}

Document document(std::string text) {
  Document d;
  d.path = "d.txt";
  d.bytes = text.size();
  d.text = std::move(text);
  return d;
}

NormalizedDocument run(const Document& d, const Pipeline& pipeline) {
  const Document* documents[] = {&d};
  return run_pipeline(documents, pipeline).front();
}

}  // namespace

TEST_CASE("drops leave the text and stay in the ledger") {
  const Document d = document("SLUG\n\nParis (XX) - Rain fell.\n");
  const auto n =
      run(d, {step({ProposedEdit::drop({6, 19}, "dateline", "date"), ProposedEdit::drop({0, 6}, "slug", "slug")})});
  CHECK(n.text == "Rain fell.\n");
  REQUIRE(n.ledger.size() == 2);
  CHECK(n.ledger[0].role == "slug");
  CHECK(n.ledger[0].text == "SLUG\n\n");
  CHECK(n.ledger[1].span == Span{6, 19});
  CHECK(n.ledger[1].text == "Paris (XX) - ");
  CHECK(n.plugins[0].edits == 2);
  CHECK(n.source_map.hull({0, 4}) == Span{19, 23});
  CHECK(restore_original(n) == d.text);
}

TEST_CASE("paragraphs move, the space between them stays whole") {
  const Document d = document("B\n\nC\nA");
  const auto n = run(d, {step({ProposedEdit::move(2, 1, 0, "lede-first")})});
  CHECK(n.text == "A\nB\n\nC");
  REQUIRE(n.ledger.size() == 1);
  CHECK(n.ledger[0].action == EditAction::kMove);
  CHECK(n.ledger[0].span == Span{5, 6});
  CHECK(n.ledger[0].to == Offset{0});
  CHECK(restore_original(n) == d.text);
}

TEST_CASE("paragraphs that a move brings together stay two, though a sentence seems to run on") {
  const std::string first = "The harbour master said that the ferry would not sail before";
  const std::string last = "the fog had lifted";
  const Document d = document(last + "\n\nB.\n" + first + "\n");
  const auto n = run(d, {step({ProposedEdit::move(0, 1, 3, "r")})});
  std::vector<std::string> paragraphs;
  for (const Span span : n.paragraphs) paragraphs.emplace_back(slice(n.text, span));
  CHECK(paragraphs == std::vector<std::string>{"B.", first, last});
  CHECK(restore_original(n) == d.text);
}

TEST_CASE("a wrapped line that lost its dateline still runs on") {
  const std::string dateline = "PORT BEAULIEU, Corisande, April 28 (UPI) -- ";
  const std::string story =
      "Prime Minister Ignace\nBelcourt fell short of an outright majority in the presidential\n"
      "election and will face opposition leader Victoire Appasamy in a second\nround on May 11, the commission said.";
  const std::string rest =
      "\n\nWith all 1,064 polling stations counted, Belcourt had 46.8 percent of\nthe vote to 41.3 percent for "
      "Appasamy, "
      "the chairman of it, Prosper\nGaillard, said. Four others shared the rest.\n";
  const Document d = document(dateline + story + rest);
  const auto n = run(d, {step({ProposedEdit::drop({0, static_cast<Offset>(dateline.size())}, "dateline", "r")}),
                         step(std::vector<ProposedEdit>{})});
  REQUIRE(n.paragraphs.size() == 2);
  CHECK(slice(n.text, n.paragraphs[0]) == story);
  CHECK(restore_original(n) == d.text);
}

TEST_CASE("a chain composes: later plugins work on what earlier ones left") {
  const Document d = document("xx one two yy");
  const auto n = run(d, {step({ProposedEdit::drop({0, 3}, "a", "r1")}),       // "one two yy"
                         step({ProposedEdit::replace({0, 3}, "ONE", "r2")}),  // "ONE two yy"
                         step({ProposedEdit::drop({2, 5}, "b", "r3")})});     // "ONwo yy"
  CHECK(n.text == "ONwo yy");
  CHECK(restore_original(n) == d.text);
  REQUIRE(n.ledger.size() == 4);
  CHECK(n.ledger[1].replacement == "ONE");
  CHECK(n.ledger[2].text == "E");           // what the third plugin saw and hid
  CHECK_FALSE(n.ledger[2].hides_original);  // the original's bytes are in the second entry
  CHECK(n.ledger[2].span == Span{3, 6});
  CHECK(n.ledger[3].text == " t");
}

TEST_CASE("marks follow their text") {
  const Document d = document("one two three");
  const auto n =
      run(d, {step({ProposedEdit::mark({4, 13}, "lede", "m")}), step({ProposedEdit::drop({0, 6}, "x", "r")})});
  CHECK(n.text == "o three");
  REQUIRE(n.marks.size() == 1);
  CHECK(n.marks[0].span == Span{0, 7});
  CHECK(n.marks[0].role == "lede");
}

TEST_CASE("a step that fails costs its own edits only") {
  const Document d = document("one two");
  const auto fails = [](const View&) -> Result<std::vector<ProposedEdit>> {
    return Error{ErrorCode::kPlugin, "no luck"};
  };
  const auto n = run(d, {step(fails),
                         step({ProposedEdit::drop({0, 99}, "x", "r")}),
                         {nullptr, "gone", "", "not installed"},
                         step({ProposedEdit::drop({0, 4}, "x", "good")})});
  CHECK(n.text == "two");
  REQUIRE(n.plugins.size() == 4);
  CHECK(n.plugins[0].message == "no luck");
  CHECK(n.plugins[1].message.find("out of bounds") != std::string::npos);
  CHECK(n.plugins[2].message == "not installed");
  CHECK(n.plugins[2].id == "gone");
  for (int i = 0; i < 3; ++i) {
    CHECK(n.plugins[static_cast<std::size_t>(i)].status == PluginRun::Status::kFailed);
    CHECK(n.plugins[static_cast<std::size_t>(i)].edits == 0);
  }
  CHECK(n.plugins[3].status == PluginRun::Status::kOk);
  REQUIRE(n.ledger.size() == 1);
  CHECK(n.ledger[0].plugin == 3);
}

TEST_CASE("an edit over the edge of a moved paragraph fails") {
  const auto n =
      run(document("A\nB\nC"), {step({ProposedEdit::move(2, 1, 1, "m"), ProposedEdit::drop({0, 3}, "x", "wide")})});
  CHECK(n.text == "A\nB\nC");
  CHECK(n.plugins[0].message.find("'wide' at [0, 3) reaches over the edge") != std::string::npos);
}

TEST_CASE("both sides see each other at the same point of the chain") {
  const Document source = document("S1 source");
  const Document target = document("T1 target");
  std::vector<std::string> seen;
  const auto look = [&](const View& view) -> Result<std::vector<ProposedEdit>> {
    seen.push_back(view.metadata->at("side") + ": " + std::string(view.text) + " / " +
                   (view.counterpart != nullptr ? std::string(view.counterpart->text) : "none"));
    return std::vector<ProposedEdit>{};
  };
  const Document* both[] = {&source, &target};
  static_cast<void>(run_pipeline(both, {step({ProposedEdit::drop({0, 3}, "x", "r")}), step(look)}));
  CHECK(seen == std::vector<std::string>{"source: source / target", "target: target / source"});

  seen.clear();
  const Document* three[] = {&source, &source, &target};
  static_cast<void>(run_pipeline(three, {step(look)}));
  CHECK(seen.back() == "target: T1 target / none");

  const Document* one[] = {&source};
  const auto alone = run_pipeline(one, {step(look, true)});
  CHECK(alone[0].plugins[0].status == PluginRun::Status::kSkipped);
}

TEST_CASE("a byte order mark is the core's own edit") {
  const Document d = document("\xEF\xBB\xBFHello.");
  const auto n = run(d, {});
  CHECK(n.text == "Hello.");
  REQUIRE(n.ledger.size() == 1);
  CHECK(n.plugins[0].id == "core");
  CHECK(n.ledger[0].rule == "byte-order-mark");
  CHECK(restore_original(n) == d.text);
}
