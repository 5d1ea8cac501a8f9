#include "render/terminal.hpp"

#include <sstream>
#include <string>

#include "render/verdict.hpp"
#include "storydiff/report.hpp"
#include "support/catch.hpp"
#include "terminal_text.hpp"
#include "unit/report/sample_report.hpp"

using namespace storydiff;
using namespace storydiff::cli;

namespace {

std::string verdict_of(const Report& report) { return verdict(report, ReportPlaces(report)); }

/// One line, with single spaces: where lines end is another test's business.
std::string unfolded(const std::string& text) {
  std::istringstream words(text);
  std::string out;
  for (std::string word; words >> word;) out += word + " ";
  return out;
}

Report shape(Summary::Class derivation, Relation relation) {
  Report report = storydiff_test::sample_report();
  report.summary.derivation = derivation;
  report.alignments[0].relation = relation;
  return report;
}

}  // namespace

TEST_CASE("every part of a report shows") {
  const std::string out = unfolded(render_terminal(storydiff_test::sample_report(), {false, 100}));
  INFO(out);
  for (const char* part :
       {"Partially derived: 1 of 2 sentences of opinion.txt comes from wire.txt: 1 edited; 67 % of "
        "its words. 1 of these stands in another place. 1 sentence of wire.txt was left out; 60 % of the source words "
        "were used.",
        "The agency is not credited.", "warning: plugin order failed on wire.txt and changed nothing: no such library",
        "the report may be incomplete: passages", "alert: A quotation was altered.",
        "opinion.txt 1 (line 1) <- wire.txt 1, 3 (lines 3-5): edited 0.88, moved",
        "The {+old+} [-ferry-]{+ferry+} [-sank-]", "New in opinion.txt (1 sentence)",
        "nearest: wire.txt 2 (line 3), 0.12: too few common words", "Left out of wire.txt (1 sentence)",
        "dateline: only-source", "OSLO (Wire) -", "[furniture: dateline]",
        "furniture moved 1 paragraph and replaced 1 piece of text"})
    CHECK(out.find(part) != std::string::npos);
}

TEST_CASE("verbatim sentences that follow each other on both sides show as one run") {
  Report report = storydiff_test::sample_report();
  report.unmatched.clear();
  ReportAlignment link = report.alignments[0];
  link.relation = Relation::kVerbatim;
  link.moved = false;
  link.edits.clear();
  link.source_sentences = {1};
  report.alignments = {link, link};
  report.alignments[1].source_sentences = {2};
  report.alignments[1].target_sentences = {1};
  const auto shows_run = [&] {
    return unfolded(render_terminal(report, {false, 100}))
               .find("opinion.txt 1-2 (lines 1-3) <- wire.txt 2-3 (lines 3-5): verbatim The old ferry sank. I weep.") !=
           std::string::npos;
  };
  CHECK(shows_run());
  SECTION("but not when one of them moved") {
    report.alignments[1].moved = true;
    CHECK(!shows_run());
  }
  SECTION("but not across a sentence left out") {
    report.alignments[0].source_sentences = {0};
    CHECK(!shows_run());
  }
}

TEST_CASE("no line is wider than the terminal") {
  Report report = storydiff_test::sample_report();
  report.findings[0].message = std::string(300, 'x') + " \u4e2d\u6587\u4e2d\u6587\u4e2d\u6587\u4e2d\u6587";
  report.target.text = "\u4e2d\u6587\u4e2d\u6587\u4e2d\u6587 ok.\n\nI weep.\n";
  report.target.sentences = {{{0, 22}, 0, 0}, {{24, 31}, 1, 1}};
  report.alignments[0].edits.clear();
  report.findings[0].target = Span{0, 18};
  for (const std::size_t width : {std::size_t{40}, std::size_t{80}, std::size_t{120}, std::size_t{141}}) {
    std::istringstream lines(render_terminal(report, {false, width}));
    for (std::string line; std::getline(lines, line);) {
      INFO(line);
      CHECK(display_width(line) <= width);
    }
  }
}

TEST_CASE("nothing of a report reaches the terminal as a control character") {
  Report report = storydiff_test::sample_report();
  const std::string evil = "\x1b]0;owned\x07\u009b2J\u202e";
  report.sources[0].path = evil;
  report.target.path = evil + "2";
  report.sources[0].plugins[1].message = evil;
  report.findings[0].message = evil;
  report.furniture[0].role = evil;
  report.unmatched[0].nearest->why = evil;
  report.summary.bailouts = {evil};
  report.sources[0].plugins[0].id = evil;
  report.alignments[0].edits.clear();
  for (ReportDocument* document : {&report.sources[0], &report.target})
    document->text.replace(document->sentences[0].span.begin, 5, "\x1b[1m\x07");
  for (const std::size_t width : {std::size_t{80}, std::size_t{140}}) {
    const std::string out = render_terminal(report, {false, width});
    for (const char* control : {"\x1b", "\x07", "\u009b", "\u202e"}) CHECK(out.find(control) == std::string::npos);
  }
}

TEST_CASE("in a wide window the texts stand side by side") {
  const std::string out = render_terminal(storydiff_test::sample_report(), {false, 120});
  INFO(out);
  const std::string column(58, ' ');
  for (const std::string& line :
       {std::string("wire.txt 1, 3 (lines 3-5)") + column.substr(25) +
            " ~ opinion.txt 1 (line 1): edited 0.88, moved\n",
        std::string("The [-ferry-] [-sank-]") + column.substr(22) + " ~ The {+old+} {+ferry+}\n",
        std::string("wire.txt 2 (line 3): left out") + column.substr(29) + " <\n",
        std::string("nearest: wire.txt 2 (line 3), 0.12: too few common words") + column.substr(56) +
            " > opinion.txt 2 (line 3): new\n",
        column + " > I weep.\n"})
    CHECK(out.find(line) != std::string::npos);
  CHECK(out.find("New in") == std::string::npos);
  CHECK(render_terminal(storydiff_test::sample_report(), {false, 119}).find("New in") != std::string::npos);
}

TEST_CASE("long verbatim stretches are folded but for what stands next to a change") {
  Report report;
  ReportDocument document;
  for (std::uint32_t i = 0; i < 9; ++i) {
    const auto begin = static_cast<Offset>(document.text.size());
    document.text += "Line " + std::to_string(i + 1) + ".\n";
    document.sentences.push_back({{begin, begin + 7}, 0, i});
  }
  document.paragraphs = {{{0, static_cast<Offset>(document.text.size())}, 0}};
  report.sources = {document};
  report.target = document;
  for (std::uint32_t i = 0; i < 9; ++i) {
    ReportAlignment link;
    link.id = i;
    link.relation = i == 4 ? Relation::kEdited : Relation::kVerbatim;
    link.source_sentences = link.target_sentences = {i};
    report.alignments.push_back(link);
  }
  struct Row {
    std::size_t context;
    const char* before;
    const char* after;
  };
  // At the ends of the texts there is no change to give context to.
  for (const Row& row : {Row{0, "[... 4 sentences ...]", "[... 4 sentences ...]"},
                         Row{1, "[... 3 sentences ...] Line 4.", "Line 6. [... 3 sentences ...]"},
                         Row{2, "[... 2 sentences ...] Line 3. Line 4.", "Line 6. Line 7. [... 2 sentences ...]"},
                         Row{3, "Line 1. Line 2. Line 3. Line 4.", "Line 6. Line 7. Line 8. Line 9."}}) {
    const std::string out = unfolded(render_terminal(report, {false, 100, row.context}));
    INFO(out);
    CHECK(out.find(std::string(": verbatim ") + row.before + " ") != std::string::npos);
    CHECK(out.find(std::string(": verbatim ") + row.after + " ") != std::string::npos);
    const std::string wide = render_terminal(report, {false, 130, row.context});
    INFO(wide);
    CHECK((wide.find("Line 1.") == std::string::npos) == (row.context < 3));
  }
}

TEST_CASE("the headline names how much came from which agency, where the report knows it") {
  struct Row {
    std::uint32_t taken;  ///< words of 100
    bool credited;
    const char* agency;
    const char* headline;
  };
  const Row rows[] = {
      {25, false, "AP", "About a quarter comes from AP, uncredited"},
      {66, true, "AP", "About two thirds come from AP, credited"},
      {3, false, "NNA", "A little comes from NNA, uncredited"},
      {97, false, "NNA", "Nearly all of it comes from NNA, uncredited"},
      {100, true, "NNA", "All of it comes from NNA, credited"},
      {0, false, "AP", "Partially derived"},
      {25, false, "", "Partially derived"},
  };
  for (const Row& row : rows) {
    Report report = storydiff_test::sample_report();
    report.summary.target_words = 100;
    report.summary.edited_words = row.taken;
    report.summary.new_words = 100 - row.taken;
    report.summary.credited = row.credited;
    report.summary.agency = row.agency;
    CHECK(headline(report, ReportPlaces(report)) == row.headline);
  }
  Report several = storydiff_test::sample_report();
  several.sources.push_back(several.sources[0]);
  CHECK(headline(several, ReportPlaces(several)) == "Partially derived");
}

TEST_CASE("the verdict in plain words") {
  using Class = Summary::Class;
  CHECK(verdict_of(shape(Class::kWhollyDerived, Relation::kVerbatim)).starts_with("Wholly derived: 1 of 2 sentences"));
  CHECK(verdict_of(shape(Class::kNonDerived, Relation::kParaphrase)).find(": 1 paraphrased;") != std::string::npos);

  Report none = storydiff_test::sample_report();
  none.summary.derivation = Class::kNonDerived;
  none.alignments.clear();
  CHECK(verdict_of(none).starts_with("Not derived: no sentence of opinion.txt (2 sentences) comes from wire.txt."));

  Report same = storydiff_test::sample_report();
  same.alignments[0].relation = Relation::kVerbatim;
  same.alignments[0].moved = false;
  same.unmatched.clear();
  same.omitted.clear();
  same.sources[0].sentences.resize(2);
  same.alignments.push_back(same.alignments[0]);
  CHECK(verdict_of(same) == "No difference in story text (2 sentences). 1 piece of furniture differs.");

  // A sentence that is linked twice counts once, by its closest relation.
  Report twice = storydiff_test::sample_report();
  twice.alignments.push_back(twice.alignments[0]);
  twice.alignments[1].relation = Relation::kVerbatim;
  CHECK(verdict_of(twice).find("1 of 2 sentences of opinion.txt comes from wire.txt: 1 verbatim;") !=
        std::string::npos);
}
