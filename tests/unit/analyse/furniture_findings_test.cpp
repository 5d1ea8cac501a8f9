#include "analyse/furniture_findings.hpp"

#include <string>
#include <utility>
#include <vector>

#include "analyse/furniture.hpp"
#include "support/catch.hpp"

using namespace storydiff;

namespace {

using Pieces = std::vector<std::pair<std::string, std::string>>;  ///< role and text

/// A document that consists of furniture, and a last line of story.
struct Side {
  Document document;
  NormalizedDocument normalized;

  explicit Side(const Pieces& pieces) {
    normalized.plugins.resize(1);
    normalized.plugins[0].id = "wire-furniture";
    for (const auto& [role, text] : pieces) {
      LedgerEntry entry;
      entry.role = role;
      entry.text = text;
      entry.hides_original = true;
      entry.span = {static_cast<Offset>(document.text.size()), static_cast<Offset>(document.text.size() + text.size())};
      document.text += text + "\n";
      normalized.ledger.push_back(std::move(entry));
    }
    document.text += "The mill burned.";
  }
};

std::vector<Finding> findings(const Side& source, const Side& target,
                              Summary::Class derivation = Summary::Class::kWhollyDerived, bool linked = true) {
  const std::vector<const Document*> documents{&source.document, &target.document};
  const std::vector<NormalizedDocument> normalized{source.normalized, target.normalized};
  const std::vector<Segments> segments(2);
  AlignmentSet alignment;
  if (linked) alignment.alignments.emplace_back();
  const AnalysisInput input{documents, normalized, segments, &alignment, nullptr};
  Summary summary;
  summary.derivation = derivation;
  std::vector<Finding> out;
  furniture_findings(input, compare_furniture(std::span(normalized).first(1), normalized.back()), summary, out);
  return out;
}

/// "review correction-dropped"
std::vector<std::string> rules(const std::vector<Finding>& findings) {
  std::vector<std::string> lines;
  for (const Finding& finding : findings)
    lines.push_back(std::string(to_string(finding.severity)) + " " + finding.rule);
  return lines;
}

}  // namespace

TEST_CASE("furniture findings: what a person should look at") {
  using Lines = std::vector<std::string>;
  const std::string notice = "CORRECTION: An earlier version misstated the driver's age.";
  struct Case {
    const char* title;
    Pieces source;
    Pieces target;
    Lines wanted;
  };
  const Case cases[] = {
      {"nothing", {}, {}, {}},
      {"a correction vanishes", {{"correction-notice", notice}}, {}, {"review correction-dropped"}},
      {"a correction is added",
       {},
       {{"correction-notice", "CORRECTION"}, {"correction-notice", notice}},
       {"info correction-added"}},
      {"a correction stays", {{"correction-notice", notice}}, {{"correction-notice", notice}}, {}},
      {"a correction reads otherwise",
       {{"correction-notice", notice}},
       {{"correction-notice", "CORRECTION: A detail was wrong."}},
       {"info correction-changed"}},
      {"an update line that corrects",
       {{"update-note", "(Corrects day of arrest in paragraph 5)"}},
       {},
       {"review correction-dropped"}},
      {"an update line that adds", {{"update-note", "(Adds quote, background)"}}, {}, {}},
      {"the agency is not named",
       {{"dateline", "BRNO (AP) -"}},
       {{"byline", "By Ada Brant"}},
       {"review credit-missing"}},
      {"the agency is named elsewhere", {{"dateline", "BRNO (AP) -"}}, {{"credit", "With material from AP"}}, {}},
      {"another agency is named",
       {{"dateline", "BRNO (AP) -"}},
       {{"dateline", "BRNO (Reuters) -"}},
       {"review credit-missing"}},
      {"another reporter",
       {{"byline", "By Ada Brant"}},
       {{"byline", "By Bo Lund, Business Editor"}},
       {"review byline-changed"}},
      {"one reporter more", {{"byline", "By Ada Brant"}}, {{"byline", "By ADA BRANT and Bo Lund"}}, {}},
      {"the agency's own byline is no reporter",
       {{"byline", "Associated Press"}},
       {{"byline", "By Bo Lund, Associated Press"}},
       {}},
      {"another day",
       {{"dateline", "BRNO, Aug 6 (AP) -"}},
       {{"dateline", "BRNO, Aug 7 (AP) -"}},
       {"info dateline-date"}},
      {"another place, another house",
       {{"dateline", "BRNO, Aug 6 -"}},
       {{"dateline", "PRAGUE, Aug 6 -"}},
       {"review dateline-place"}},
      {"another place, a later version",
       {{"dateline", "BRNO, Aug 6 (AP) -"}},
       {{"dateline", "PRAGUE, Aug 6 (AP) -"}},
       {"info dateline-place"}},
      {"the same place in other letters",
       {{"dateline", "BRNO, Aug. 6 (AP) -"}},
       {{"dateline", "Brno, Aug 6 (AP) -"}},
       {}},
      {"the dateline is dropped", {{"dateline", "BRNO, Aug 6 -"}}, {}, {}},
  };
  for (const Case& c : cases) {
    INFO(c.title);
    const std::vector<Finding> found = findings(Side(c.source), Side(c.target));
    CHECK(rules(found) == c.wanted);
    for (const Finding& finding : found) {
      CHECK(finding.severity != Severity::kAlert);
      CHECK(finding.message.ends_with('.'));
      CHECK((finding.source || finding.target));
      CHECK(finding.source.has_value() == finding.source_document.has_value());
    }
  }
}

TEST_CASE("furniture findings: silent where nothing was derived") {
  const Side source(Pieces{{"correction-notice", "CORRECTION"}, {"dateline", "BRNO (AP) -"}});
  const Side target(Pieces{});
  CHECK(findings(source, target, Summary::Class::kNonDerived).empty());
  CHECK(findings(source, target, Summary::Class::kPartiallyDerived, false).empty());
}

TEST_CASE("furniture findings: a message quotes no more than it bears, and no half letters") {
  std::string notice = "CORRECTION ";
  for (int i = 0; i < 60; ++i) notice += "\u00E9";
  const std::vector<Finding> found = findings(Side(Pieces{{"correction-notice", notice}}), Side(Pieces{}));
  REQUIRE(found.size() == 1);
  CHECK(found[0].message.find("...") != std::string::npos);
  CHECK(found[0].message.find("\xC3.") == std::string::npos);
}
