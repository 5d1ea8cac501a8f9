/// \file report.hpp
/// The report `storydiff-report/1`: the one thing that every renderer and program reads.
///
/// A `Report` mirrors its JSON (schema: `core/doc/report.schema.json`) member for member, in the
/// same order. It borrows nothing: it holds the documents' text, so that a report can be rendered
/// long after, and far from, the comparison. All spans are original byte offsets; sentence numbers
/// are indices into the document's `sentences`, which stand in file order.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "storydiff/ablation.hpp"
#include "storydiff/alignment.hpp"
#include "storydiff/analysis.hpp"
#include "storydiff/change.hpp"
#include "storydiff/closest_source.hpp"
#include "storydiff/edit.hpp"
#include "storydiff/explanation.hpp"
#include "storydiff/metadata.hpp"
#include "storydiff/normalized_document.hpp"
#include "storydiff/result.hpp"
#include "storydiff/span.hpp"

namespace storydiff {

inline constexpr std::string_view kReportSchema = "storydiff-report/1";

struct ReportParagraph {
  Span span;
  std::optional<std::uint32_t> position;  ///< place in the normalized order; absent when all of it was dropped
};

struct ReportSentence {
  Span span;
  std::uint32_t paragraph = 0;  ///< index into the document's report paragraphs
  std::optional<std::uint32_t> position;
};

struct ReportEdit {
  std::uint32_t plugin = 0;  ///< index into `ReportDocument::plugins`; the JSON gives the id
  std::string rule;
  EditAction action = EditAction::kDrop;
  std::string role;
  Span span;
  std::string text;
  std::string replacement;
  std::optional<Offset> to;
};

struct ReportDocument {
  std::string path;
  std::string sha256;
  std::uint64_t bytes = 0;
  std::string encoding;
  Metadata metadata;  ///< only what was found
  std::vector<PluginRun> plugins;
  std::vector<ReportEdit> edits;
  std::vector<ReportParagraph> paragraphs;  ///< in file order
  std::vector<ReportSentence> sentences;    ///< in file order; furniture is not cut into sentences
  std::string text;                         ///< as read, UTF-8
};

struct ReportAlignment {
  std::uint32_t id = 0;
  Relation relation = Relation::kParaphrase;
  std::uint32_t source_document = 0;
  std::vector<std::uint32_t> source_sentences;
  std::vector<std::uint32_t> target_sentences;
  double score = 0;
  bool moved = false;
  Evidence evidence;
  std::vector<WordEdit> edits;  ///< word counts are not part of the JSON
};

struct ReportMiss {
  std::uint32_t document = 0;
  std::uint32_t sentence = 0;
  double score = 0;
  std::string why;
};

struct ReportUnlinked {
  std::uint32_t document = 0;  ///< the source's index for `omitted`; 0 for `unmatched`
  std::uint32_t sentence = 0;
  std::optional<ReportMiss> nearest;
  std::uint32_t words = 0;  ///< without punctuation; not part of the JSON
};

/// What was asked for, so that a comparison can be repeated.
struct ReportOptions {
  struct Plugin {
    std::string id;
    std::string options_json;
  };
  std::string language;
  std::string lexicon;  ///< "wordnet-3.0/1"; empty, null in the JSON: the rung `synonym` was off
  std::string vectors;  ///< likewise, for the rung `related`
  std::vector<Plugin> plugins;
};

struct Report {
  std::string tool_name;
  std::string tool_version;
  ReportOptions options;
  std::vector<ReportDocument> sources;
  ReportDocument target;
  std::vector<ReportAlignment> alignments;
  std::vector<Passage> passages;
  std::vector<Change> quotations;
  std::vector<Change> figures;
  std::vector<Change> names;
  std::vector<Change> attributions;
  std::vector<Change> polarity;
  std::vector<FurnitureChange> furniture;
  std::vector<ReportUnlinked> unmatched;
  std::vector<ReportUnlinked> omitted;
  std::vector<Finding> findings;
  Summary summary;
  std::optional<ClosestSource> closest_source;  ///< absent with one source
  std::vector<Explanation> explanations;        ///< of what was asked for; without any, the JSON has no such member
  /// What each plugin explained, where that was asked for; without any, the JSON has neither such a member
  /// nor `noise` in its summary, which says the same in short.
  std::vector<Ablation> ablation;

  /// Whether the story text differs (exit status 1): false when every
  /// sentence of every side is linked verbatim, once, and unmoved. Derived, never stored.
  [[nodiscard]] bool story_text_differs() const;
};

/// Canonical JSON, indented by one space, with a final newline. Same report, same bytes.
[[nodiscard]] std::string to_json(const Report& report);
/// The same, handed to `take` part by part, in order: a report of a large text is many times its size. Made on up to
/// `threads` threads, of which any may call `take`, one at a time.
void stream_json(const Report& report, const std::function<void(std::string_view)>& take, unsigned threads = 1);
/// The same as `to_json` on a single line, for batches.
[[nodiscard]] std::string to_json_line(const Report& report);
/// The same with only these members ("summary", "findings"), in the report's own order; all where `members` is
/// empty. No report any more, but what a program wants of many.
[[nodiscard]] std::string to_json_line(const Report& report, std::span<const std::string> members);
/// Strict: a missing or mistyped member is an error that names its JSON pointer; so is a span or an
/// index that points outside its document. Unknown members are ignored (later minor versions add).
[[nodiscard]] Result<Report> report_from_json(std::string_view json);
/// The JSON Schema of the report, as `core/doc/report.schema.json` has it.
[[nodiscard]] std::string_view report_schema_json();

}  // namespace storydiff
