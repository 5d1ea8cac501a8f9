#include "analyse/furniture_findings.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyse/agencies.hpp"
#include "analyse/dateline.hpp"
#include "language/icu_text.hpp"
#include "language/utf8.hpp"

namespace storydiff {
namespace {

using Outcome = FurnitureChange::Status;

/// On one line, and no longer than a message bears.
std::string quoted(std::string_view text) {
  constexpr std::size_t kLongest = 80;
  std::string line;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!space || (!line.empty() && line.back() != ' ')) line += space ? ' ' : c;
  }
  while (line.ends_with(' ')) line.pop_back();
  if (line.size() > kLongest) {
    std::size_t end = kLongest;
    while (!is_utf8_boundary(line, end)) --end;
    line.resize(end);
    line += "...";
  }
  return "\u201C" + line + "\u201D";
}

/// A notice of its own, or an update line or editor's note that tells of a correction.
bool tells_of_correction(std::string_view role, std::string_view text) {
  if (role == "correction-notice") return true;
  if (role != "update-note" && role != "editors-note") return false;
  const std::string folded = fold_case(text);
  for (const std::string_view word : {"correct", "misstated", "misspel", "misidentified", "in error", "wrongly"})
    if (folded.find(word) != std::string::npos) return true;
  return false;
}

/// Names of reporters: capitalized words of a byline that are no agency's.
std::vector<std::string> reporters(std::string_view byline) {
  std::vector<std::string> names;
  if (agencies_named(byline) != 0 && byline.find(',') == std::string_view::npos && !byline.starts_with("By ") &&
      !byline.starts_with("by ") && !byline.starts_with("BY "))
    return names;
  constexpr std::string_view kNoNames[] = {"by",     "and",   "from",     "our",    "own",          "staff",
                                           "with",   "the",   "agencies", "editor", "reporter",     "reporters",
                                           "writer", "press", "foreign",  "for",    "correspondent"};
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= byline.size(); ++i) {
    const char c = i < byline.size() ? byline[i] : ' ';
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') || c == '\'' || c == '-') continue;
    // The office follows a comma: "Hattie Brocklesby, Business Editor".
    const std::string word = fold_case(byline.substr(begin, i - begin));
    if (word.size() > 2 && std::find(std::begin(kNoNames), std::end(kNoNames), word) == std::end(kNoNames))
      names.push_back(word);
    if (c == ',') break;
    begin = i + 1;
  }
  return names;
}

class Reader {
 public:
  Reader(const AnalysisInput& input, const std::vector<FurnitureChange>& changes, const Summary& summary,
         std::vector<Finding>& out)
      : input_(input), changes_(changes), summary_(summary), out_(out), linked_(input.documents.size() - 1, false) {
    for (const Alignment& alignment : input.alignment->alignments) linked_[alignment.source_document] = true;
  }

  void run() {
    const bool any = std::any_of(linked_.begin(), linked_.end(), [](bool linked) { return linked; });
    if (!any || summary_.derivation == Summary::Class::kNonDerived) return;
    bool source_corrects = false;
    for (std::uint32_t source = 0; source < linked_.size(); ++source) {
      if (!linked_[source]) continue;
      source_corrects = correction(source) || source_corrects;
      credit(source);
      byline(source);
      dateline(source);
    }
    if (source_corrects) return;
    if (const std::optional<Span> notice = notice_of(input_.documents.size() - 1))
      add("correction", "correction-added", Severity::kInfo, std::nullopt, std::nullopt, notice,
          "This text carries a correction that no source has: " + quoted(target_text(*notice)) + ".");
  }

 private:
  [[nodiscard]] std::string_view target_text(Span span) const { return input_.documents.back()->slice(span); }
  [[nodiscard]] std::string_view text(std::uint32_t source, Span span) const {
    return input_.documents[source]->slice(span);
  }
  [[nodiscard]] bool wholly() const { return summary_.derivation == Summary::Class::kWhollyDerived; }

  void add(std::string_view kind, std::string_view rule, Severity severity, std::optional<std::uint32_t> document,
           std::optional<Span> source, std::optional<Span> target, std::string message) {
    Finding finding;
    finding.kind = kind;
    finding.rule = rule;
    finding.severity = severity;
    finding.message = std::move(message);
    finding.source_document = document;
    finding.source = source;
    finding.target = target;
    out_.push_back(std::move(finding));
  }

  /// The first piece that tells of a correction; the longest of a notice's pieces says what was wrong.
  [[nodiscard]] std::optional<Span> notice_of(std::size_t document) const {
    std::optional<Span> notice;
    for (const LedgerEntry& entry : input_.normalized[document].ledger) {
      if (entry.action != EditAction::kDrop || !tells_of_correction(entry.role, entry.text)) continue;
      if (!notice || entry.span.size() > notice->size()) notice = entry.span;
    }
    return notice;
  }

  /// True where the source tells of a correction.
  bool correction(std::uint32_t source) {
    const std::optional<Span> before = notice_of(source);
    if (!before) return false;
    const std::optional<Span> after = notice_of(input_.documents.size() - 1);
    if (!after) {
      add("correction", "correction-dropped", Severity::kReview, source, before, std::nullopt,
          "The source carries a correction that this text has dropped: " + quoted(text(source, *before)) + ".");
    } else if (quoted(text(source, *before)) != quoted(target_text(*after))) {
      add("correction", "correction-changed", Severity::kInfo, source, before, after,
          "The correction reads otherwise: " + quoted(text(source, *before)) + " became " +
              quoted(target_text(*after)) + ".");
    }
    return true;
  }

  void credit(std::uint32_t source) {
    const AgencySet named = agencies_named(input_.documents.back()->text);
    AgencySet wanted = 0;
    std::optional<Span> where;
    for (const LedgerEntry& entry : input_.normalized[source].ledger) {
      if (entry.action != EditAction::kDrop || !credits(entry.role)) continue;
      const AgencySet here = agencies_named(entry.text);
      if (here != 0 && !where) where = entry.span;
      wanted |= here;
    }
    if (wanted == 0 || (wanted & named) != 0) return;
    const std::string agency(agency_name(wanted));
    std::string message = wholly() ? "This text was made from copy of " + agency + " and does not name it"
                                   : "Parts of this text are copy of " + agency + ", which it does not name";
    message += "; credit the agency.";
    add("credit", "credit-missing", Severity::kReview, source, where, std::nullopt, std::move(message));
  }
  static bool credits(std::string_view role) {
    return role == "dateline" || role == "byline" || role == "credit" || role == "signoff" || role == "copyright";
  }

  void byline(std::uint32_t source) {
    std::vector<std::string> before;
    std::vector<std::string> after;
    std::optional<Span> source_span;
    std::optional<Span> target_span;
    collect(input_.normalized[source], before, source_span);
    collect(input_.normalized.back(), after, target_span);
    if (before.empty() || after.empty()) return;
    const bool shared = std::any_of(before.begin(), before.end(), [&](const std::string& name) {
      return std::find(after.begin(), after.end(), name) != after.end();
    });
    if (shared) return;
    add("credit", "byline-changed", wholly() ? Severity::kReview : Severity::kInfo, source, source_span, target_span,
        "The byline names others than the source's: " + quoted(text(source, *source_span)) + " became " +
            quoted(target_text(*target_span)) + ".");
  }
  static void collect(const NormalizedDocument& document, std::vector<std::string>& names, std::optional<Span>& span) {
    constexpr std::size_t kMostNames = 64;  // a byline is a line; what is longer was no byline
    for (const LedgerEntry& entry : document.ledger) {
      if (entry.action != EditAction::kDrop || entry.role != "byline" || names.size() > kMostNames) continue;
      std::vector<std::string> here = reporters(entry.text);
      if (here.empty()) continue;
      if (!span) span = entry.span;
      names.insert(names.end(), here.begin(), here.end());
    }
  }

  void dateline(std::uint32_t source) {
    for (const FurnitureChange& change : changes_) {
      if (change.role != "dateline" || change.status != Outcome::kChanged || change.source_document != source) continue;
      if (!change.source || !change.target) continue;
      const Dateline before = read_dateline(text(source, *change.source));
      const Dateline after = read_dateline(target_text(*change.target));
      // A later version of an agency's own story may well come from nearer the scene.
      const bool one_agency =
          (agencies_named(text(source, *change.source)) & agencies_named(target_text(*change.target))) != 0;
      const std::string was = quoted(text(source, *change.source));
      const std::string is = quoted(target_text(*change.target));
      if (!before.place.empty() && !after.place.empty() && fold_case(before.place) != fold_case(after.place))
        add("dateline", "dateline-place", wholly() && !one_agency ? Severity::kReview : Severity::kInfo, source,
            change.source, change.target, "The dateline names another place: " + was + " became " + is + ".");
      if (before.day && after.day && *before.day != *after.day)
        add("dateline", "dateline-date", Severity::kInfo, source, change.source, change.target,
            "The dateline bears another day: " + was + " became " + is +
                "; days such as \"Tuesday\" may now mean another date.");
      return;
    }
  }

  const AnalysisInput& input_;
  const std::vector<FurnitureChange>& changes_;
  const Summary& summary_;
  std::vector<Finding>& out_;
  std::vector<bool> linked_;
};

}  // namespace

void furniture_findings(const AnalysisInput& input, const std::vector<FurnitureChange>& changes, const Summary& summary,
                        std::vector<Finding>& out) {
  Reader(input, changes, summary, out).run();
}

}  // namespace storydiff
