#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "storydiff/ablation.hpp"
#include "storydiff/compare.hpp"
#include "storydiff/document.hpp"
#include "storydiff/report.hpp"
#include "support/catch.hpp"

using namespace storydiff;

namespace {

/// Drops each place where `text` stands, or says the same without doing it.
class Dropper final : public Normalizer {
 public:
  Dropper(std::string id, std::string text) : id_(std::move(id)), text_(std::move(text)) {}
  std::string_view id() const override { return id_; }
  std::string_view version() const override { return "1.0.0"; }
  std::string_view options_json() const override { return "{}"; }
  bool needs_counterpart() const override { return false; }
  Result<std::vector<ProposedEdit>> propose(const View& view) override {
    ++turns;
    std::vector<ProposedEdit> edits;
    for (std::size_t at = view.text.find(text_); at != std::string_view::npos; at = view.text.find(text_, at + 1))
      edits.push_back(
          ProposedEdit::drop({static_cast<Offset>(at), static_cast<Offset>(at + text_.size())}, "note", "same-text"));
    return edits;
  }
  int turns = 0;

 private:
  std::string id_;
  std::string text_;
};

Document document(const std::string& path, const std::string& text) { return *make_document(path, text, {}); }

PipelineStep step(const std::shared_ptr<Dropper>& normalizer) { return {normalizer, "", "", ""}; }

struct Compared {
  Report report;
  std::vector<Ablation> ablation;
};

Compared compare_and_ablate(const std::string& source, const std::string& target, const Pipeline& pipeline) {
  const Document a = document("a.txt", source);
  const Document b = document("b.txt", target);
  const std::vector<const Document*> sources{&a};
  Compared result;
  result.report = *compare(sources, b, pipeline, {});
  result.ablation = *ablate(sources, b, pipeline, {}, result.report);
  return result;
}

}  // namespace

TEST_CASE("changed words are those of edits on both sides, and those of sentences without a link") {
  struct Row {
    const char* source;
    const char* target;
    std::uint32_t changed;
  };
  const Row rows[] = {
      {"", "", 0},
      {"The court in Lyon freed two men on Friday.", "The court in Lyon freed two men on Friday.", 0},
      {"The court in Lyon freed two men on Friday.", "The court in Lyon jailed two men on Friday.", 2},
      {"The court in Lyon freed two men on Friday.", "The court in Lyon freed two old men on Friday.", 1},
      {"The court in Lyon freed two men on Friday.", "", 9},
      {"The court in Lyon freed two men on Friday. Rain fell.", "The court in Lyon freed two men on Friday.", 2},
  };
  for (const Row& row : rows) {
    INFO(row.source << " / " << row.target);
    CHECK(changed_words(compare_and_ablate(row.source, row.target, {}).report) == row.changed);
  }
}

TEST_CASE("a normalizer explains the changes that come back when it is left out") {
  const std::string story = "Shares of the steel maker fell 4 percent in Seoul on Monday after a weak forecast.";
  const auto tail = std::make_shared<Dropper>("tail", "Follow our markets page for more.");
  const auto idle = std::make_shared<Dropper>("idle", "Nowhere to be seen");
  const Pipeline pipeline{step(tail), step(idle)};
  const Compared result = compare_and_ablate(story + "\n\nFollow our markets page for more.", story + "\n", pipeline);
  REQUIRE(result.ablation.size() == 2);
  CHECK(result.ablation[0].plugin == "tail");
  CHECK(result.ablation[0].changed_words_with == 0);
  CHECK(result.ablation[0].changed_words_without == 6);
  CHECK(result.ablation[0].noise_share == 1.0);
  CHECK(result.ablation[1].plugin == "idle");
  CHECK(result.ablation[1].changed_words_without == 0);
  CHECK(result.ablation[1].noise_share == 0.0);
  // Both sides of the comparison, and of the one without the other plugin: an idle one costs no comparison.
  CHECK(idle->turns == 4);
  CHECK(tail->turns == 2);
}

TEST_CASE("findings that a normalizer hides appear without it") {
  const std::string before =
      "The ferry carried 312 passengers from Gdansk to Ystad on Tuesday, the harbour office said.";
  const std::string after =
      "The ferry carried 412 passengers from Gdansk to Ystad on Tuesday, the harbour office said.";
  const auto note = std::make_shared<Dropper>("note", "412 ");
  const Compared result = compare_and_ablate(before, after, {step(note)});
  REQUIRE(result.ablation.size() == 1);
  const Ablation& ablation = result.ablation.front();
  CHECK(ablation.changed_words_with == 1);
  CHECK(ablation.changed_words_without == 2);
  CHECK(ablation.noise_share == 0.5);
  REQUIRE(ablation.findings_appear.size() == 1);
  const Finding& finding = ablation.findings_appear.front();
  CHECK(finding.rule == "figure-changed");
  CHECK_FALSE(finding.alignment);
  CHECK(finding.target);
}

TEST_CASE("a normalizer that makes changes explains none, and a failed one is passed over") {
  const std::string story = "Rescuers reached the village near Izmir before dawn and found nobody hurt.";
  const auto cutter = std::make_shared<Dropper>("cutter", "nobody hurt");
  PipelineStep failed;
  failed.id = "broken";
  failed.failure = "could not be loaded";
  const Compared result = compare_and_ablate(story, story + " All nobody.", {failed, step(cutter)});
  REQUIRE(result.ablation.size() == 1);
  CHECK(result.ablation.front().plugin == "cutter");
  CHECK(result.ablation.front().noise_share == 0.0);
}
