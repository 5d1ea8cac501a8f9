// The ledger is lossless and the source map right: random edit lists, in chains, against a model in
// which every byte carries where it came from; restore_original gives the original back.

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "language/paragraphs.hpp"
#include "language/utf8.hpp"
#include "normalize/check_edits.hpp"
#include "storydiff/pipeline.hpp"
#include "support/catch.hpp"

using namespace storydiff;

namespace {

/// One byte of the model's text: itself, and its original place if it is a copy.
struct Cell {
  char byte;
  long origin;  ///< -1: from a replacement
};

/// The obvious way: paragraphs as lists of cells, edits one by one.
std::vector<Cell> naive_apply(const std::vector<Cell>& text, const std::vector<Span>& paragraphs,
                              const std::vector<ProposedEdit>& edits) {
  // What stands at each old place afterwards; insertions go before their place.
  std::vector<std::vector<Cell>> at(text.size() + 1);
  for (std::size_t i = 0; i < text.size(); ++i) at[i] = {text[i]};
  for (const ProposedEdit& edit : edits) {
    if (edit.action != EditAction::kDrop && edit.action != EditAction::kReplace) continue;
    for (Offset i = edit.span.begin; i < edit.span.end; ++i) at[i].clear();
  }
  std::vector<std::vector<Cell>> inserted(text.size() + 1);
  for (const ProposedEdit& edit : edits)
    if (edit.action == EditAction::kReplace)
      for (const char c : edit.replacement) inserted[edit.span.begin].push_back({c, -1});

  const auto take = [&](Span span, std::vector<Cell>& out) {
    for (Offset i = span.begin; i < span.end; ++i) {
      out.insert(out.end(), inserted[i].begin(), inserted[i].end());
      out.insert(out.end(), at[i].begin(), at[i].end());
    }
  };

  // The new order, by taking moved blocks out of a list and putting them back.
  const auto count = static_cast<std::uint32_t>(paragraphs.size());
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < count; ++i) order.push_back(i);
  for (const ProposedEdit& edit : edits)
    if (edit.action == EditAction::kMove)
      for (std::uint32_t i = 0; i < edit.paragraph_count; ++i)
        order.erase(std::find(order.begin(), order.end(), edit.paragraph_first + i));
  for (const ProposedEdit& edit : edits) {
    if (edit.action != EditAction::kMove) continue;
    auto place = std::find(order.begin(), order.end(), edit.before_paragraph);
    for (std::uint32_t i = 0; i < edit.paragraph_count; ++i) place = order.insert(place, edit.paragraph_first + i) + 1;
  }

  std::vector<Cell> out;
  if (paragraphs.empty()) {
    take({0, static_cast<Offset>(text.size())}, out);
  } else {
    std::vector<std::uint32_t> free_gaps;
    for (std::uint32_t i = 0; i + 1 < count; ++i) {
      const auto place = std::find(order.begin(), order.end(), i);
      if (place + 1 == order.end() || *(place + 1) != i + 1) free_gaps.push_back(i);
    }
    std::size_t next = 0;
    take({0, paragraphs.front().begin}, out);
    for (std::size_t place = 0; place < order.size(); ++place) {
      take(paragraphs[order[place]], out);
      if (place + 1 == order.size()) break;
      const std::uint32_t gap = order[place] + 1 == order[place + 1] ? order[place] : free_gaps[next++];
      take({paragraphs[gap].end, paragraphs[gap + 1].begin}, out);
    }
    take({paragraphs.back().end, static_cast<Offset>(text.size())}, out);
  }
  out.insert(out.end(), inserted[text.size()].begin(), inserted[text.size()].end());
  return out;
}

using Random = std::mt19937;

std::size_t up_to(Random& random, std::size_t most) {
  return std::uniform_int_distribution<std::size_t>(0, most)(random);
}

std::string random_text(Random& random) {
  static const char* const kParts[] = {"a", "bc", "Def ", "é", "–", "𝄞", " ", "\n", "\n\n", "x. ", "\r\n"};
  std::string text;
  for (std::size_t i = up_to(random, 40); i > 0; --i) text += kParts[up_to(random, std::size(kParts) - 1)];
  return text;
}

/// Edits that the core must accept.
std::vector<ProposedEdit> random_edits(Random& random, const std::string& text, const std::vector<Span>& paragraphs) {
  std::vector<Offset> cuts;
  for (std::size_t i = 0; i <= text.size(); ++i)
    if (is_utf8_boundary(text, i) && up_to(random, 3) == 0) cuts.push_back(static_cast<Offset>(i));

  std::vector<ProposedEdit> edits;
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
    const Span span{cuts[i], cuts[i + 1]};
    switch (up_to(random, 5)) {
      case 0:
        edits.push_back(ProposedEdit::drop(span, "role", "drop"));
        break;
      case 1:
        edits.push_back(ProposedEdit::replace(span, random_text(random), "replace"));
        break;
      case 2:
        edits.push_back(ProposedEdit::mark(span, "mark", "mark"));
        break;
      default:
        break;
    }
  }
  const auto count = static_cast<std::uint32_t>(paragraphs.size());
  std::vector<bool> moved(count, false);
  for (std::uint32_t i = 0; i < count; ++i) moved[i] = up_to(random, 3) == 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    if (!moved[i]) continue;
    std::uint32_t before = 0;
    do before = static_cast<std::uint32_t>(up_to(random, count));
    while (before < count && moved[before]);
    edits.push_back(ProposedEdit::move(i, 1, before, "move"));
  }
  std::shuffle(edits.begin(), edits.end(), random);
  return edits;
}

/// Proposes what it is told for the text that it sees, and keeps the model in step.
class Twin final : public Normalizer {
 public:
  Twin(Random& random, std::vector<Cell>& model) : random_(random), model_(model) {}
  std::string_view id() const override { return "twin"; }
  std::string_view version() const override { return "1.0.0"; }
  std::string_view options_json() const override { return "{}"; }
  bool needs_counterpart() const override { return false; }

  Result<std::vector<ProposedEdit>> propose(const View& view) override {
    REQUIRE(view.text.size() == model_.size());
    const std::vector<Span> paragraphs(view.paragraphs.begin(), view.paragraphs.end());
    auto edits = random_edits(random_, std::string(view.text), paragraphs);
    REQUIRE(check_edits(view.text, paragraphs, edits).ok());
    expected_ = naive_apply(model_, paragraphs, edits);
    return edits;
  }

  /// After the run: the model follows if the core carried the edits out.
  void settle(const PluginRun& run) {
    if (run.status == PluginRun::Status::kOk) model_ = expected_;
  }

 private:
  Random& random_;
  std::vector<Cell>& model_;
  std::vector<Cell> expected_;
};

std::string text_of(const std::vector<Cell>& cells) {
  std::string text;
  for (const Cell& cell : cells) text += cell.byte;
  return text;
}

}  // namespace

TEST_CASE("random edit lists agree with the naive model, and the ledger gives the original back") {
  std::size_t carried_out = 0;
  for (std::uint32_t seed = 0; seed < 3000; ++seed) {
    INFO("seed " << seed);
    Random random(seed);
    Document document;
    document.text = random_text(random);
    std::vector<Cell> model;
    for (std::size_t i = 0; i < document.text.size(); ++i) model.push_back({document.text[i], static_cast<long>(i)});

    // A chain is grown step by step: replaying its first steps must give the same text again.
    const Document* documents[] = {&document};
    const auto twin = std::make_shared<Twin>(random, model);
    struct Replay final : Normalizer {
      std::vector<ProposedEdit> edits;
      std::string_view id() const override { return "replay"; }
      std::string_view version() const override { return "1.0.0"; }
      std::string_view options_json() const override { return "{}"; }
      bool needs_counterpart() const override { return false; }
      Result<std::vector<ProposedEdit>> propose(const View&) override { return edits; }
    };
    struct Recorder final : Normalizer {
      std::shared_ptr<Twin> twin;
      std::vector<ProposedEdit> edits;
      std::string_view id() const override { return "recorder"; }
      std::string_view version() const override { return "1.0.0"; }
      std::string_view options_json() const override { return "{}"; }
      bool needs_counterpart() const override { return false; }
      Result<std::vector<ProposedEdit>> propose(const View& view) override {
        auto proposed = twin->propose(view);
        edits = *proposed;
        return proposed;
      }
    };
    Pipeline chain;
    NormalizedDocument result;
    for (int link = 0; link < 3; ++link) {
      const auto recorder = std::make_shared<Recorder>();
      recorder->twin = twin;
      Pipeline grown = chain;
      grown.push_back({recorder, "recorder", "", ""});
      result = run_pipeline(documents, grown).front();
      twin->settle(result.plugins.back());
      carried_out += result.plugins.back().edits;
      const auto replay = std::make_shared<Replay>();
      replay->edits = recorder->edits;
      chain.push_back({replay, "replay", "", ""});

      REQUIRE(result.text == text_of(model));
      REQUIRE(restore_original(result) == document.text);
    }

    // The map: pieces cover the text in order; copied bytes are the original's own.
    Offset covered = 0;
    for (const SourcePiece& piece : result.source_map.pieces()) {
      REQUIRE(piece.normalized.begin == covered);
      covered = piece.normalized.end;
      REQUIRE(piece.original.end <= document.text.size());
      for (Offset i = piece.normalized.begin; i < piece.normalized.end; ++i) {
        const long origin = model[i].origin;
        REQUIRE(piece.copied == (origin >= 0));
        if (piece.copied) REQUIRE(origin == static_cast<long>(piece.original.begin + (i - piece.normalized.begin)));
      }
    }
    REQUIRE(covered == result.text.size());

    // Spans on UTF-8 boundaries, everywhere.
    for (const LedgerEntry& entry : result.ledger) {
      REQUIRE(is_utf8_boundary(document.text, entry.span.begin));
      REQUIRE(is_utf8_boundary(document.text, entry.span.end));
    }
    for (const Mark& mark : result.marks) {
      REQUIRE(mark.span.end <= result.text.size());
      REQUIRE(is_utf8_boundary(result.text, mark.span.begin));
      REQUIRE(is_utf8_boundary(result.text, mark.span.end));
    }
  }
  CHECK(carried_out > 10000);  // the edits are not refused wholesale
}
