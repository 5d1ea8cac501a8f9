#include "analyse/names/names.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <unordered_set>
#include <utility>

#include "analyse/names/name_index.hpp"
#include "analyse/names/name_reading.hpp"
#include "analyse/names/name_roles.hpp"
#include "analyse/names/name_support.hpp"
#include "analyse/names/name_words.hpp"
#include "deadline_watch.hpp"

namespace storydiff {
namespace {

struct Answer {
  NameSupport support;
  std::uint32_t document = 0;
};

/// Line ends and indents of hard-wrapped copy become one space.
std::string on_one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!space) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  return line;
}

class Comparison {
 public:
  explicit Comparison(const AnalysisInput& input) : input_(input), words_(*input.vocabulary) {
    for (const Segments& segments : input.segments) words_.learn(segments);
    for (std::size_t i = 0; i < input.segments.size(); ++i)
      indexes_.emplace_back(read_names(input.segments[i], *input.vocabulary, words_), input.segments[i],
                            input.normalized[i], words_);
    corrected_ = corrected_words(input.segments.back(), input.normalized.back(), words_);
  }

  std::vector<Change> run() {
    NameRoles roles(input_, sources(), target(), words_);
    answer_forms();
    follow_full_names();

    const std::vector<NameMention>& mentions = target().mentions();
    std::vector<std::optional<NameReplacement>> replaced(mentions.size());
    std::vector<std::optional<NameReplacement>> of_form(target().forms().size());
    for (std::uint32_t m = 0; m < mentions.size(); ++m) {
      check_deadline();
      const std::uint32_t form = target().form_of(m);
      const bool unsupported = answers_[form].support.status == NameStatus::kUnsupported;
      if (unsupported) replaced[m] = roles.replaced(m);
      if (answers_[form].support.status == NameStatus::kSame) {
        replaced[m] = roles.swapped(m);
        if (!replaced[m]) replaced[m] = roles.exchanged(m);
      }
      // What stands for another name once, stands for it in the rest of the text.
      if (unsupported && replaced[m] && !of_form[form]) of_form[form] = replaced[m];
    }
    std::vector<Change> changes;
    for (std::uint32_t m = 0; m < mentions.size(); ++m) {
      std::optional<NameReplacement> replacement = replaced[m];
      const std::uint32_t form = target().form_of(m);
      if (!replacement) replacement = of_form[form];
      const std::uint32_t full = target().full_form(form);
      if (!replacement && answers_[form].support.status == NameStatus::kUnsupported) replacement = of_form[full];
      changes.push_back(change(m, replacement, roles));
    }
    std::stable_sort(changes.begin(), changes.end(),
                     [](const Change& a, const Change& b) { return *a.target < *b.target; });
    return changes;
  }

 private:
  [[nodiscard]] const NameIndex& target() const { return indexes_.back(); }
  [[nodiscard]] std::span<const NameIndex> sources() const {
    return std::span<const NameIndex>(indexes_).first(indexes_.size() - 1);
  }

  void answer_forms() {
    for (std::uint32_t form = 0; form < target().forms().size(); ++form) {
      check_deadline();
      Answer best;
      for (std::uint32_t document = 0; document < sources().size(); ++document) {
        const NameSupport support = find_support(target(), form, sources()[document], corrected_, words_);
        if (support.status < best.support.status) best = {support, document};
      }
      answers_.push_back(best);
    }
  }

  /// "Novak" alone is whoever the target's "Paul Novak" is, whatever Novak the source has.
  void follow_full_names() {
    for (std::uint32_t form = 0; form < answers_.size(); ++form) {
      const std::uint32_t full = target().full_form(form);
      const NameStatus own = answers_[form].support.status;
      const NameStatus whole = answers_[full].support.status;
      const bool person = target().forms()[full].kind == NameKind::kPerson;
      if (full != form && person && whole == NameStatus::kChanged && own < whole) answers_[form] = answers_[full];
    }
  }

  /// The mention of the same source form in a sentence that is linked with this one, if there is one.
  [[nodiscard]] std::optional<std::pair<std::uint32_t, std::uint32_t>> linked(std::uint32_t m, const Answer& answer,
                                                                              const NameRoles& roles) const {
    for (const std::uint32_t a : roles.alignments_of(target().mentions()[m].sentence)) {
      const Alignment& link = input_.alignment->alignments[a];
      if (link.source_document != answer.document) continue;
      const NameIndex& source = sources()[link.source_document];
      for (const std::uint32_t s : roles.source_mentions(link))
        if (answer.support.form && source.form_of(s) == *answer.support.form) return std::pair(a, s);
      // The target's own words: the answer may be a longer form that stands elsewhere.
      if (answer.support.status == NameStatus::kChanged) continue;
      for (const std::uint32_t s : roles.source_mentions(link))
        if (source.mentions()[s].words == target().mentions()[m].words) return std::pair(a, s);
    }
    return std::nullopt;
  }

  [[nodiscard]] Change change(std::uint32_t m, const std::optional<NameReplacement>& replacement,
                              const NameRoles& roles) const {
    const NameMention& mention = target().mentions()[m];
    const Answer& answer = answers_[target().form_of(m)];
    Change change;
    change.target = mention.original;
    change.to = on_one_line(input_.documents.back()->slice(mention.original));
    NameStatus status = answer.support.status;
    if (replacement) {
      status = NameStatus::kChanged;
      change.source_document = replacement->source_document;
      change.source = sources()[replacement->source_document].mentions()[replacement->source_mention].original;
      const auto& here = roles.alignments_of(mention.sentence);
      if (std::find(here.begin(), here.end(), replacement->alignment) != here.end())
        change.alignment = replacement->alignment;
    } else if (answer.support.source) {
      change.source_document = answer.document;
      change.source = answer.support.source;
      if (const auto near = linked(m, answer, roles)) {
        change.alignment = near->first;
        change.source = sources()[answer.document].mentions()[near->second].original;
      }
    }
    change.status = to_string(status);
    if (change.source) change.from = on_one_line(input_.documents[*change.source_document]->slice(*change.source));
    return change;
  }

  const AnalysisInput& input_;
  NameWords words_;
  std::vector<NameIndex> indexes_;  ///< the sources in order, then the target
  std::unordered_set<NameWord> corrected_;
  std::vector<Answer> answers_;  ///< by form of the target
};

}  // namespace

std::vector<Change> compare_names(const AnalysisInput& input) { return Comparison(input).run(); }

}  // namespace storydiff
