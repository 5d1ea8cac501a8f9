#include "normalize/check_edits.hpp"

#include <string>
#include <vector>

#include "support/catch.hpp"

using storydiff::ProposedEdit;
using storydiff::Span;

namespace {

// Bytes:            0123456789...  é is two bytes at [9, 11)
const std::string kText = "One.\n\nDé.\n\nThree.";
const std::vector<Span> kParagraphs = {{0, 4}, {6, 10}, {12, 18}};

struct Row {
  const char* name;
  std::vector<ProposedEdit> edits;
  std::string error;  ///< part of the message; empty: accepted
};

ProposedEdit with_rule(ProposedEdit edit, std::string rule) {
  edit.rule = std::move(rule);
  return edit;
}

const std::vector<Row> kRows = {
    {"nothing", {}, ""},
    {"one of each",
     {ProposedEdit::drop({0, 4}, "slug", "r"), ProposedEdit::replace({6, 7}, "D", "r"),
      ProposedEdit::mark({0, 4}, "lede", "r"), ProposedEdit::move(2, 1, 0, "r")},
     ""},
    {"touching drops", {ProposedEdit::drop({0, 2}, "a", "r"), ProposedEdit::drop({2, 4}, "a", "r")}, ""},
    {"insertion at the edge of a drop",
     {ProposedEdit::drop({0, 2}, "a", "r"), ProposedEdit::replace({2, 2}, "x", "r"),
      ProposedEdit::replace({0, 0}, "x", "r")},
     ""},
    {"marks may overlap", {ProposedEdit::mark({0, 4}, "a", "r"), ProposedEdit::mark({2, 5}, "b", "r")}, ""},
    {"move to the end", {ProposedEdit::move(0, 2, 3, "r")}, ""},
    {"no rule", {with_rule(ProposedEdit::drop({0, 4}, "slug", "r"), "")}, "has no rule"},
    {"no role", {ProposedEdit::drop({0, 4}, "", "r")}, "has no role"},
    {"empty drop", {ProposedEdit::drop({1, 1}, "slug", "r")}, "is empty"},
    {"reversed", {ProposedEdit::drop({4, 1}, "slug", "r")}, "ends before it begins"},
    {"beyond the end",
     {ProposedEdit::drop({12, 100}, "slug", "far")},
     "rule 'far' at [12, 100) is out of bounds: the text has 18 bytes"},
    {"inside a sequence", {ProposedEdit::drop({6, 8}, "slug", "r")}, "cuts a UTF-8 sequence"},
    {"bad replacement", {ProposedEdit::replace({0, 1}, "\xC3", "r")}, "not valid UTF-8"},
    {"NUL replacement", {ProposedEdit::replace({0, 1}, std::string(1, '\0'), "r")}, "NUL"},
    {"overlap",
     {ProposedEdit::drop({2, 6}, "a", "late"), ProposedEdit::drop({0, 3}, "a", "early")},
     "rule 'late' at [2, 6) overlaps the one of rule 'early' at [0, 3)"},
    {"overlap hidden behind a short edit",
     {ProposedEdit::drop({0, 9}, "a", "r"), ProposedEdit::drop({1, 2}, "a", "s")},
     "overlaps"},
    {"insertion inside a drop",
     {ProposedEdit::drop({0, 4}, "a", "r"), ProposedEdit::replace({2, 2}, "x", "s")},
     "overlaps"},
    {"empty move", {ProposedEdit::move(0, 0, 2, "r")}, "is empty"},
    {"move beyond the end", {ProposedEdit::move(2, 2, 0, "r")}, "the text has 3 paragraphs"},
    {"move to nowhere", {ProposedEdit::move(0, 1, 4, "r")}, "the text has 3 paragraphs"},
    {"moved twice", {ProposedEdit::move(0, 2, 2, "r"), ProposedEdit::move(1, 1, 3, "r")}, "second time"},
    {"before a moved one", {ProposedEdit::move(0, 1, 1, "r"), ProposedEdit::move(1, 1, 3, "r")}, "itself moved"},
    {"before itself", {ProposedEdit::move(1, 1, 1, "r")}, "itself moved"},
};

}  // namespace

TEST_CASE("edits are accepted, or the first bad one is named") {
  for (const Row& row : kRows) {
    INFO(row.name);
    const storydiff::Status status = storydiff::check_edits(kText, kParagraphs, row.edits);
    CHECK(status.ok() == row.error.empty());
    if (!status.ok()) {
      INFO(status.error().message);
      CHECK(status.error().message.find(row.error) != std::string::npos);
      CHECK(status.error().code == storydiff::ErrorCode::kPlugin);
    }
  }
}
