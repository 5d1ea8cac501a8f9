#include "analyse/findings.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "analyse/furniture_findings.hpp"
#include "analyse/names/name_difference.hpp"
#include "analyse/quotations/quotation_credits.hpp"
#include "language/code_point.hpp"
#include "language/utf8.hpp"

namespace storydiff {
namespace {

/// Longer texts are cut in messages: the spans show the whole.
constexpr std::size_t kQuotedBytes = 80;

/// On one line, in quotation marks, cut between words where it is long.
std::string in_marks(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!space) line += c;
    if (space && !line.empty() && line.back() != ' ') line += ' ';
  }
  while (!line.empty() && (line.back() == ' ' || line.back() == ',')) line.pop_back();
  if (line.size() > kQuotedBytes) {
    std::size_t end = line.rfind(' ', kQuotedBytes);
    if (end == std::string::npos || end < kQuotedBytes / 2) end = kQuotedBytes;
    while (!is_utf8_boundary(line, end)) --end;
    line.resize(end);
    line += " ...";
  }
  return "“" + line + "”";
}

/// Whether two forms of a name look alike: a word of each begins with the same letter.
bool spelt_alike(std::string_view a, std::string_view b) {
  const auto initials = [](std::string_view name) {
    std::set<char32_t> letters;
    for (std::size_t i = 0; i < name.size(); i += decode_utf8(name, i).length)
      if (i == 0 || name[i - 1] == ' ') letters.insert(decode_utf8(name, i).value);
    return letters;
  };
  const std::set<char32_t> here = initials(a);
  const std::set<char32_t> there = initials(b);
  return std::any_of(here.begin(), here.end(), [&](char32_t letter) { return there.contains(letter); });
}

class Findings {
 public:
  Findings(const AnalysisInput& input, const SpeechTexts& texts, const Analysis& analysis)
      : input_(input), texts_(texts), analysis_(analysis) {
    const Segments& target = input.segments.back();
    for (const Unlinked& unlinked : input.alignment->unmatched)
      new_sentences_.push_back(target.sentences[unlinked.sentence].original);
    std::sort(new_sentences_.begin(), new_sentences_.end());
  }

  std::vector<Finding> collect() {
    const bool derived = analysis_.summary.derivation != Summary::Class::kNonDerived;
    std::vector<QuotationCredit> credits(analysis_.quotations.size());
    if (derived) credits = quotation_credits(input_, texts_, analysis_.quotations);
    for (std::size_t i = 0; i < credits.size(); ++i) quotation(analysis_.quotations[i], derived, credits[i]);
    for (const Change& change : analysis_.figures) figure(change);
    for (const Change& change : analysis_.names)
      if (change.status == "same")
        for (std::string& key : name_keys(change.to)) own_words_.insert(std::move(key));
    for (const Change& change : analysis_.names) name(change);
    for (const Change& change : analysis_.attributions) attribution(change);
    for (const Change& change : analysis_.polarity) polarity(change);
    furniture_findings(input_, analysis_.furniture, analysis_.summary, findings_);
    std::stable_sort(findings_.begin(), findings_.end(), [](const Finding& a, const Finding& b) {
      const auto place = [](const Finding& f) {
        return std::tuple(-static_cast<int>(f.severity), !f.target.has_value(), f.target.value_or(Span{}),
                          f.source_document.value_or(0), f.source.value_or(Span{}));
      };
      return place(a) < place(b);
    });
    return std::move(findings_);
  }

 private:
  [[nodiscard]] std::string in_target(const Change& change) const {
    return change.target ? in_marks(input_.documents.back()->slice(*change.target)) : "";
  }
  [[nodiscard]] std::string in_source(const Change& change) const {
    return change.source && change.source_document
               ? in_marks(input_.documents[*change.source_document]->slice(*change.source))
               : "";
  }
  /// What the change says was there, else what stands there.
  [[nodiscard]] std::string before(const Change& change) const {
    return change.from.empty() ? in_source(change) : in_marks(change.from);
  }
  [[nodiscard]] std::string after(const Change& change) const {
    return change.to.empty() ? in_target(change) : in_marks(change.to);
  }
  [[nodiscard]] bool closely_linked(const Change& change) const {
    return change.alignment && input_.alignment->alignments[*change.alignment].relation != Relation::kParaphrase;
  }

  /// Speakers are read in English only.
  [[nodiscard]] bool nobody_speaks(const Change& quotation) const {
    return quotation.speaker.empty() && input_.vocabulary->language() == "en";
  }
  /// Whether the change stands in a sentence that is new as a whole, and told as that.
  [[nodiscard]] bool is_new(const Change& change) const {
    const auto after = std::upper_bound(new_sentences_.begin(), new_sentences_.end(), change.target->begin,
                                        [](Offset begin, Span sentence) { return begin < sentence.begin; });
    return after != new_sentences_.begin() && change.target->begin < std::prev(after)->end;
  }

  void add(const Change& change, const char* kind, const char* rule, Severity severity, std::string message) {
    findings_.push_back({kind, rule, severity, std::move(message), change.source_document, change.source, change.target,
                         change.alignment});
  }

  void quotation(const Change& change, bool derived, const QuotationCredit& credit) {
    const auto found = [&](const char* rule, Severity severity, std::string message) {
      add(change, "quotation", rule, severity, std::move(message));
    };
    if (change.status == "altered") {
      if (change.from.empty()) {
        found("quotation-altered", Severity::kAlert,
              "Words were added inside a quotation: " + after(change) + " is not in the source's.");
      } else if (change.to.empty()) {
        found("quotation-altered", Severity::kAlert,
              "Words were left out inside a quotation: the source has " + before(change) + ".");
      } else {
        found("quotation-altered", Severity::kAlert,
              "A quotation was altered: the source has " + before(change) + ", this text " + after(change) + ".");
      }
    } else if (change.status == "extended") {
      found("quotation-extended", Severity::kReview,
            "A quotation holds words that the source does not quote: " + after(change) + ".");
    } else if (change.status == "truncated") {
      found("quotation-truncated", Severity::kReview,
            "A quotation was cut in a way that can change its sense: the source goes on or begins with " +
                before(change) + ".");
    } else if (change.status == "from-indirect") {
      found("quotation-from-indirect", Severity::kAlert,
            "This stands in quotation marks, but the source only reports it: " + before(change) + ".");
    } else if (change.status == "made-indirect") {
      found("quotation-made-indirect", Severity::kInfo,
            "A quotation of the source is told in the text's own words: " + in_source(change) + ".");
    } else if (change.status == "unsupported" && !credit.speaker.empty()) {
      found("quotation-credited", Severity::kReview,
            "No source has this quotation, though one quotes " + in_marks(credit.speaker) +
                " with other words: " + in_target(change) + ".");
    } else if (change.status == "unsupported" && !credit.agency.empty()) {
      found("quotation-credited", Severity::kReview,
            "No source has this quotation, though it is credited to " + credit.agency +
                ", whose copy is a source: " + in_target(change) + ".");
    } else if (change.status == "unsupported" && derived && !(nobody_speaks(change) && is_new(change))) {
      found("quotation-unsupported", Severity::kInfo, "No source has this quotation: " + in_target(change) + ".");
    }
  }

  void figure(const Change& change) {
    const auto found = [&](const char* rule, Severity severity, const std::string& what) {
      const bool first = seen_figures_.insert({rule, change.from, change.to}).second;
      if (!first && !change.alignment) return;
      add(change, "figure", rule, severity,
          what + ": the source has " + before(change) + ", this text " + after(change) + ".");
    };
    if (change.status == "changed") {
      found("figure-changed", Severity::kAlert, "A figure changed");
    } else if (change.status == "qualifier-dropped") {
      found("figure-qualifier-dropped", Severity::kReview, "A figure lost its qualifier");
    } else if (change.status == "qualifier-added") {
      found("figure-qualifier-added", Severity::kReview, "A figure got a qualifier");
    } else if (change.status == "more-precise") {
      found("figure-more-precise", Severity::kReview, "A figure says more than the source's");
    } else if (change.status == "less-precise") {
      found("figure-less-precise", Severity::kInfo, "A figure is less precise than the source's");
    } else if (change.status == "rounded") {
      found("figure-rounded", Severity::kInfo, "A figure was rounded");
    }
  }

  void name(const Change& change) {
    if (change.status != "changed" && change.status != "variant") return;
    const bool changed = change.status == "changed";
    // "Kiev" for "Ukraine": the reader is told the same.
    if (!changed && !spelt_alike(change.from, change.to)) return;
    if (!seen_names_.insert({changed, change.from, change.to}).second) return;
    if (changed) {
      add(change, "name", "name-changed", closely_linked(change) ? Severity::kAlert : Severity::kReview,
          "A name changed: the source has " + before(change) + ", this text " + after(change) + ".");
      return;
    }
    switch (name_difference(change.from, change.to, own_words_)) {
      case NameDifference::kPeople:
        break;
      case NameDifference::kSlip:
        add(change, "name", "name-misspelled", Severity::kReview,
            "A name is probably misspelled: " + after(change) + " here, " + before(change) +
                " in the source and elsewhere in this text.");
        break;
      case NameDifference::kSpelling:
        add(change, "name", "name-variant", Severity::kInfo,
            "A name is spelled otherwise: the source has " + before(change) + ", this text " + after(change) + ".");
        break;
      case NameDifference::kForm:
        add(change, "name", "name-variant", Severity::kInfo,
            "A name has another form: the source has " + before(change) + ", this text " + after(change) + ".");
        break;
    }
  }

  void attribution(const Change& change) {
    if (change.status == "dropped") {
      add(change, "attribution", "attribution-dropped", Severity::kReview,
          "Told as fact: the source has it from somebody (" + before(change) + ").");
    } else if (change.status == "added") {
      add(change, "attribution", "attribution-added", Severity::kInfo,
          "The source tells this itself, this text has it from somebody (" + after(change) + ").");
    } else if (change.status == "speaker-changed") {
      add(change, "attribution", "attribution-speaker-changed", Severity::kAlert,
          "Somebody else is said to have said it: the source has " + before(change) + ", this text " + after(change) +
              ".");
    } else if (change.status == "verb-changed") {
      add(change, "attribution", "attribution-verb-changed", Severity::kReview,
          "Another verb of saying: the source has " + before(change) + ", this text " + after(change) + ".");
    }
  }

  void polarity(const Change& change) {
    const bool negation = change.status == "negation-changed";
    std::string message = negation ? "A negation changed" : "A possibility, a plan or a condition changed";
    if (change.to.empty() && !change.from.empty()) {
      message += ": " + in_marks(change.from) + " of the source is gone.";
    } else if (change.from.empty() && !change.to.empty()) {
      message += ": " + in_marks(change.to) + " is not in the source.";
    } else {
      message += ": the source has " + before(change) + ", this text " + after(change) + ".";
    }
    add(change, "polarity", negation ? "negation-changed" : "modality-changed", Severity::kAlert, std::move(message));
  }

  const AnalysisInput& input_;
  const SpeechTexts& texts_;
  const Analysis& analysis_;
  std::vector<Span> new_sentences_;  ///< original, ascending
  std::vector<Finding> findings_;
  std::set<std::string, std::less<>> own_words_;  ///< keys of the names that the target writes as a source does
  std::set<std::tuple<std::string, std::string, std::string>> seen_figures_;  ///< without a link, one is told once
  std::set<std::tuple<bool, std::string, std::string>> seen_names_;  ///< a name is told once, wherever it stands
};

}  // namespace

std::vector<Finding> make_findings(const AnalysisInput& input, const SpeechTexts& texts, const Analysis& analysis) {
  return Findings(input, texts, analysis).collect();
}

}  // namespace storydiff
