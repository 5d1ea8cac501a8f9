#include "render/word_changes.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace storydiff::cli {
namespace {

/// Follows one side of the edits and knows where white space stands between two of them.
class Side {
 public:
  explicit Side(std::string_view text) : text_(text) {}

  /// The words of `span`; `parted`: white space, or another order, lies before them.
  std::string_view take(Span span, bool& parted) {
    const bool follows = end_ && *end_ <= span.begin;
    parted = !follows || slice(text_, {*end_, span.begin}).find_first_of(" \t\r\n") != std::string_view::npos;
    end_ = span.end;
    return slice(text_, span);
  }

 private:
  std::string_view text_;
  std::optional<Offset> end_;
};

class Writer {
 public:
  Writer(FoldedText& text, const TerminalStyle& style) : text_(text), colour_(style.colour) {}

  void part(bool parted) {
    if (parted) text_.space();
  }
  void plain(std::string_view words) { text_.add(words); }
  void deleted(std::string_view words) { marked("[-", words, "-]", Ink::kDeleted); }
  void inserted(std::string_view words) { marked("{+", words, "+}", Ink::kInserted); }
  void equivalent(std::string_view source, std::string_view target) {
    if (!colour_) text_.add("[~", Ink::kEquivalent);
    text_.add(source, Ink::kEquivalent);
    text_.add("|", Ink::kEquivalent);
    text_.add(target, Ink::kEquivalent);
    if (!colour_) text_.add("~]", Ink::kEquivalent);
  }

 private:
  void marked(const char* open, std::string_view words, const char* close, Ink ink) {
    if (!colour_) text_.add(open, ink);
    text_.add(words, ink);
    if (!colour_) text_.add(close, ink);
  }

  FoldedText& text_;
  bool colour_;
};

void add_sentences(FoldedText& text, const ReportDocument& document, const std::vector<std::uint32_t>& sentences) {
  for (const std::uint32_t sentence : sentences) {
    text.space();
    text.add(slice(document.text, document.sentences[sentence].span));
  }
}

}  // namespace

std::vector<ChangedWords> changed_words(const Report& report, const ReportAlignment& link) {
  std::vector<ChangedWords> out;
  if (link.edits.empty()) {
    for (const std::uint32_t sentence : link.target_sentences)
      out.push_back({EditOp::kEqual,
                     Equivalence::kExact,
                     {},
                     slice(report.target.text, report.target.sentences[sentence].span),
                     true});
    return out;
  }
  Side source(report.sources[link.source_document].text);
  Side target(report.target.text);
  bool after_deletion = false;
  for (const WordEdit& edit : link.edits) {
    ChangedWords words{edit.op, edit.equivalence, {}, {}};
    if (edit.source) words.source = source.take(*edit.source, words.source_parted);
    if (edit.target) words.target = target.take(*edit.target, words.target_parted);
    // Deleted words part by the source's white space, and so does what follows them.
    const bool by_source = !edit.target || (edit.source && (edit.op != EditOp::kEqual || after_deletion));
    const bool by_target = edit.target.has_value();
    words.parted = (by_source && words.source_parted) || (by_target && words.target_parted);
    after_deletion = edit.op == EditOp::kDelete;
    out.push_back(words);
  }
  return out;
}

void add_changes(FoldedText& text, const Report& report, const ReportAlignment& link, const TerminalStyle& style) {
  Writer writer(text, style);
  for (const ChangedWords& words : changed_words(report, link)) {
    writer.part(words.parted);
    if (words.kept()) {
      writer.plain(words.target);
    } else if (words.op == EditOp::kEqual) {
      writer.equivalent(words.source, words.target);
    } else {
      if (!words.source.empty()) writer.deleted(words.source);
      if (!words.target.empty()) writer.inserted(words.target);
    }
  }
}

void add_source_side(FoldedText& text, const Report& report, const ReportAlignment& link, const TerminalStyle& style) {
  if (link.edits.empty()) return add_sentences(text, report.sources[link.source_document], link.source_sentences);
  // Edits come in the order of the target; the source's words read in their own.
  std::vector<const WordEdit*> edits;
  for (const WordEdit& edit : link.edits)
    if (edit.source) edits.push_back(&edit);
  std::stable_sort(edits.begin(), edits.end(),
                   [](const WordEdit* a, const WordEdit* b) { return *a->source < *b->source; });
  Writer writer(text, style);
  Side side(report.sources[link.source_document].text);
  for (const WordEdit* edit : edits) {
    bool parted = true;
    const std::string_view words = side.take(*edit->source, parted);
    writer.part(parted);
    edit->op == EditOp::kEqual ? writer.plain(words) : writer.deleted(words);
  }
}

void add_target_side(FoldedText& text, const Report& report, const ReportAlignment& link, const TerminalStyle& style) {
  if (link.edits.empty()) return add_sentences(text, report.target, link.target_sentences);
  Writer writer(text, style);
  Side side(report.target.text);
  for (const WordEdit& edit : link.edits) {
    if (!edit.target) continue;
    bool parted = true;
    const std::string_view words = side.take(*edit.target, parted);
    writer.part(parted);
    edit.op == EditOp::kEqual ? writer.plain(words) : writer.inserted(words);
  }
}

}  // namespace storydiff::cli
