// Reads a report back. Everything that a renderer will index or slice with is checked here, so that
// renderers need no checks of their own.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/json_cursor.hpp"
#include "storydiff/report.hpp"

namespace storydiff {
namespace {

using Json = JsonCursor::Json;

/// A report nests ten deep, and its largest object has 19 members; plugin options may have more.
/// Beyond these the file is no report, and reading it would only burn time (`ordered_json` looks
/// for duplicate keys one by one).
constexpr std::size_t kMaximumDepth = 64;
constexpr std::uint32_t kMaximumMembers = 1000;

/// What is wrong with the shape of `json`, before any of it is built; empty when nothing is.
std::string shape_problem(std::string_view json) {
  std::array<std::uint32_t, kMaximumDepth> commas{};
  std::array<bool, kMaximumDepth> is_object{};
  std::size_t depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (in_string) {
      if (c == '\\') ++i;
      if (c == '"') in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      if (depth == kMaximumDepth) return "it is nested more than " + std::to_string(kMaximumDepth) + " deep";
      commas[depth] = 0;
      is_object[depth++] = c == '{';
    } else if ((c == '}' || c == ']') && depth > 0) {
      --depth;
    } else if (c == ',' && depth > 0 && is_object[depth - 1] && ++commas[depth - 1] >= kMaximumMembers) {
      return "an object has more than " + std::to_string(kMaximumMembers) + " members";
    }
  }
  return {};
}

/// The enumerator whose word `cursor` holds. `last` is the type's last enumerator.
template <class Enum>
Enum word(const JsonCursor& cursor, Enum last) {
  const std::string& value = cursor.string();
  for (int i = 0; i <= static_cast<int>(last); ++i)
    if (value == to_string(static_cast<Enum>(i))) return static_cast<Enum>(i);
  cursor.fail("unknown word");
}

std::string one_of(const JsonCursor& cursor, std::initializer_list<std::string_view> words) {
  const std::string& value = cursor.string();
  if (std::find(words.begin(), words.end(), value) == words.end()) cursor.fail("unknown word");
  return value;
}

bool is_boundary(std::string_view text, Offset at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0u) != 0x80u;
}

Span read_span(const JsonCursor& cursor, std::string_view text) {
  std::array<Offset, 2> ends{};
  std::size_t count = 0;
  cursor.each([&](const JsonCursor& end) {
    if (count < ends.size()) ends[count] = static_cast<Offset>(end.whole(text.size()));
    ++count;
  });
  if (count != 2 || ends[0] > ends[1]) cursor.fail("expected [begin, end] with begin <= end");
  const Span span{ends[0], ends[1]};
  if (!is_boundary(text, span.begin) || !is_boundary(text, span.end)) cursor.fail("the span cuts a character");
  return span;
}

template <class T, class Function>
void read_list(const JsonCursor& cursor, std::vector<T>& into, Function read) {
  into.reserve(cursor.array_size());
  cursor.each([&](const JsonCursor& element) { into.push_back(read(element)); });
}

std::optional<std::uint32_t> optional_index(const JsonCursor& cursor, std::size_t size) {
  return cursor.is_null() ? std::nullopt : std::optional(cursor.index(size));
}

ReportOptions read_options(const JsonCursor& cursor) {
  ReportOptions options;
  options.language = cursor["language"].string();
  options.lexicon = cursor["lexicon"].string_or_empty();
  options.vectors = cursor["vectors"].string_or_empty();
  read_list(cursor["plugins"], options.plugins, [](const JsonCursor& plugin) {
    return ReportOptions::Plugin{plugin["id"].string(), plugin["options"].object().dump()};
  });
  return options;
}

PluginRun read_plugin(const JsonCursor& cursor) {
  PluginRun run;
  run.id = cursor["id"].string();
  run.version = cursor["version"].string_or_empty();
  run.status = word(cursor["status"], PluginRun::Status::kSkipped);
  run.message = cursor["message"].string_or_empty();
  run.edits = cursor["edits"].whole32();
  return run;
}

ReportEdit read_edit(const JsonCursor& cursor, const ReportDocument& document) {
  ReportEdit edit;
  const JsonCursor id = cursor["plugin"];
  const auto plugin = std::find_if(document.plugins.begin(), document.plugins.end(),
                                   [&](const PluginRun& run) { return run.id == id.string(); });
  if (plugin == document.plugins.end()) id.fail("the document has no such plugin");
  edit.plugin = static_cast<std::uint32_t>(plugin - document.plugins.begin());
  edit.rule = cursor["rule"].string();
  edit.action = word(cursor["action"], EditAction::kMark);
  edit.role = cursor["role"].string_or_empty();
  edit.span = read_span(cursor["span"], document.text);
  edit.text = cursor["text"].string();
  edit.replacement = cursor["replacement"].string_or_empty();
  const JsonCursor to = cursor["to"];
  if (!to.is_null()) edit.to = static_cast<Offset>(to.whole(document.text.size()));
  return edit;
}

/// Reports of earlier versions have none.
Metadata read_metadata_json(const JsonCursor& cursor) {
  Metadata metadata;
  for (const auto& [key, value] : cursor.object().items()) metadata.emplace(key, cursor[key.c_str()].string());
  return metadata;
}

ReportDocument read_document_json(const JsonCursor& cursor) {
  ReportDocument document;
  const JsonCursor text = cursor["text"];
  document.text = text.string();
  if (document.text.size() > kMaximumDocumentBytes) text.fail("the text is too long");
  if (document.text.find('\0') != std::string::npos) text.fail("the text has a NUL byte");
  document.path = cursor["path"].string();
  document.sha256 = cursor["sha256"].string();
  document.bytes = cursor["bytes"].whole(kMaximumDocumentBytes);
  document.encoding = cursor["encoding"].string();
  if (cursor.has("metadata")) document.metadata = read_metadata_json(cursor["metadata"]);
  read_list(cursor["plugins"], document.plugins, read_plugin);
  read_list(cursor["edits"], document.edits, [&](const JsonCursor& edit) { return read_edit(edit, document); });

  const JsonCursor paragraphs = cursor["paragraphs"];
  read_list(paragraphs, document.paragraphs, [&](const JsonCursor& paragraph) {
    return ReportParagraph{read_span(paragraph["span"], document.text),
                           optional_index(paragraph["position"], paragraphs.array_size())};
  });
  const JsonCursor sentences = cursor["sentences"];
  read_list(sentences, document.sentences, [&](const JsonCursor& sentence) {
    return ReportSentence{read_span(sentence["span"], document.text),
                          sentence["paragraph"].index(document.paragraphs.size()),
                          optional_index(sentence["position"], sentences.array_size())};
  });
  return document;
}

std::vector<std::uint32_t> read_sentences(const JsonCursor& cursor, const ReportDocument& document) {
  std::vector<std::uint32_t> sentences;
  read_list(cursor, sentences, [&](const JsonCursor& sentence) { return sentence.index(document.sentences.size()); });
  const bool ascends =
      std::adjacent_find(sentences.begin(), sentences.end(), std::greater_equal<>()) == sentences.end();
  if (sentences.empty() || !ascends) cursor.fail("expected ascending sentence numbers, at least one");
  return sentences;
}

WordEdit read_word_edit(const JsonCursor& cursor, std::string_view source_text, std::string_view target_text) {
  WordEdit edit;
  edit.op = word(cursor["op"], EditOp::kInsert);
  const JsonCursor source = cursor["source"];
  if (!source.is_null()) edit.source = read_span(source, source_text);
  const JsonCursor target = cursor["target"];
  if (!target.is_null()) edit.target = read_span(target, target_text);
  if (source.is_null() != (edit.op == EditOp::kInsert) || target.is_null() != (edit.op == EditOp::kDelete))
    cursor.fail("an insertion has no source, a deletion no target, any other edit has both");
  edit.equivalence = word(cursor["equivalence"], Equivalence::kNone);
  return edit;
}

Evidence read_evidence(const JsonCursor& cursor) {
  return {cursor["words"].share(),       cursor["containment"].share(), cursor["sequence"].share(),
          cursor["competition"].share(), cursor["order"].share(),       cursor["unique"].share()};
}

/// `documents` of the report must be read already.
ReportAlignment read_alignment(const JsonCursor& cursor, const Report& report) {
  ReportAlignment link;
  const JsonCursor id = cursor["id"];
  link.id = id.whole32();
  if (link.id != report.alignments.size()) id.fail("an alignment's id is its place in the list");
  link.relation = word(cursor["relation"], Relation::kParaphrase);
  const JsonCursor source = cursor["source"];
  link.source_document = source["document"].index(report.sources.size());
  const ReportDocument& source_document = report.sources[link.source_document];
  link.source_sentences = read_sentences(source["sentences"], source_document);
  const JsonCursor target = cursor["target"];
  link.target_sentences = read_sentences(target["sentences"], report.target);
  link.score = cursor["score"].share();
  link.moved = cursor["moved"].boolean();
  link.evidence = read_evidence(cursor["evidence"]);
  read_list(cursor["edits"], link.edits,
            [&](const JsonCursor& edit) { return read_word_edit(edit, source_document.text, report.target.text); });
  return link;
}

std::optional<Span> read_target(const JsonCursor& cursor, const Report& report) {
  if (cursor.is_null()) return std::nullopt;
  return read_span(cursor["span"], report.target.text);
}

/// A source place fills two members of its entry, both or none.
void read_source(const JsonCursor& cursor, const Report& report, std::optional<std::uint32_t>& document,
                 std::optional<Span>& span) {
  if (cursor.is_null()) return;
  document = cursor["document"].index(report.sources.size());
  span = read_span(cursor["span"], report.sources[*document].text);
}

enum class ChangeList { kQuotations, kFigures, kNames, kAttributions, kPolarity };

Change read_change(const JsonCursor& cursor, const Report& report, ChangeList list) {
  Change change;
  const JsonCursor status = cursor["status"];
  switch (list) {
    case ChangeList::kQuotations:
      change.status = one_of(
          status, {"exact", "altered", "extended", "truncated", "from-indirect", "made-indirect", "unsupported"});
      change.speaker = cursor["speaker"].string_or_empty();
      change.verb = cursor["verb"].string_or_empty();
      break;
    case ChangeList::kFigures:
      change.kind = one_of(cursor["kind"], {"count", "money", "percent", "date", "time", "age", "measure", "ordinal"});
      change.status = one_of(status, {"same", "changed", "rounded", "qualifier-dropped", "qualifier-added", "converted",
                                      "more-precise", "less-precise", "elsewhere", "unsupported"});
      break;
    case ChangeList::kNames:
      change.status = one_of(status, {"same", "variant", "changed", "unsupported"});
      break;
    case ChangeList::kAttributions:
      change.status = one_of(status, {"verb-changed", "speaker-changed", "dropped", "added"});
      break;
    case ChangeList::kPolarity:
      change.status = one_of(status, {"negation-changed", "modality-changed"});
      break;
  }
  change.from = cursor["from"].string_or_empty();
  change.to = cursor["to"].string_or_empty();
  change.target = read_target(cursor["target"], report);
  read_source(cursor["source"], report, change.source_document, change.source);
  change.alignment = optional_index(cursor["alignment"], report.alignments.size());
  return change;
}

Passage read_passage(const JsonCursor& cursor, const Report& report) {
  Passage passage;
  const JsonCursor source = cursor["source"];
  passage.source_document = source["document"].index(report.sources.size());
  passage.source = read_span(source["span"], report.sources[passage.source_document].text);
  const JsonCursor target = cursor["target"];
  passage.target = read_span(target["span"], report.target.text);
  passage.words = cursor["words"].whole32();
  return passage;
}

FurnitureChange read_furniture(const JsonCursor& cursor, const Report& report) {
  FurnitureChange change;
  change.role = cursor["role"].string();
  change.status = word(cursor["status"], FurnitureChange::Status::kOnlyTarget);
  change.target = read_target(cursor["target"], report);
  read_source(cursor["source"], report, change.source_document, change.source);
  return change;
}

ReportMiss read_miss(const JsonCursor& cursor, const ReportDocument& document, std::uint32_t document_index) {
  return {document_index, cursor["sentence"].index(document.sentences.size()), cursor["score"].share(),
          cursor["why"].string()};
}

ReportUnlinked read_unmatched(const JsonCursor& cursor, const Report& report) {
  ReportUnlinked entry;
  const JsonCursor target = cursor["target"];
  entry.sentence = target["sentence"].index(report.target.sentences.size());
  const JsonCursor nearest = cursor["nearest"];
  if (nearest.is_null()) return entry;
  const std::uint32_t document = nearest["document"].index(report.sources.size());
  entry.nearest = read_miss(nearest, report.sources[document], document);
  return entry;
}

ReportUnlinked read_omitted(const JsonCursor& cursor, const Report& report) {
  ReportUnlinked entry;
  const JsonCursor source = cursor["source"];
  entry.document = source["document"].index(report.sources.size());
  entry.sentence = source["sentence"].index(report.sources[entry.document].sentences.size());
  const JsonCursor nearest = cursor["nearest"];
  if (!nearest.is_null()) entry.nearest = read_miss(nearest, report.target, nearest["document"].index(1));
  return entry;
}

Finding read_finding(const JsonCursor& cursor, const Report& report) {
  Finding finding;
  finding.kind = cursor["kind"].string();
  finding.rule = cursor["rule"].string();
  finding.severity = word(cursor["severity"], Severity::kAlert);
  finding.message = cursor["message"].string();
  read_source(cursor["source"], report, finding.source_document, finding.source);
  finding.target = read_target(cursor["target"], report);
  return finding;
}

Finding read_linked_finding(const JsonCursor& cursor, const Report& report) {
  Finding finding = read_finding(cursor, report);
  finding.alignment = optional_index(cursor["alignment"], report.alignments.size());
  return finding;
}

Ablation read_ablation(const JsonCursor& cursor, const Report& report) {
  Ablation entry;
  entry.plugin = cursor["plugin"].string();
  entry.changed_words_with = cursor["changed_words_with"].whole32();
  entry.changed_words_without = cursor["changed_words_without"].whole32();
  entry.moved_links_with = cursor["moved_links_with"].whole32();
  entry.moved_links_without = cursor["moved_links_without"].whole32();
  entry.noise_share = cursor["noise_share"].share();
  const auto findings = [&](const JsonCursor& finding) { return read_finding(finding, report); };
  read_list(cursor["findings_appear"], entry.findings_appear, findings);
  read_list(cursor["findings_vanish"], entry.findings_vanish, findings);
  return entry;
}

ExplainedCandidate read_candidate(const JsonCursor& cursor, const Report& report, bool of_target) {
  ExplainedCandidate candidate;
  candidate.document = cursor["document"].index(of_target ? report.sources.size() : 1);
  const ReportDocument& other = of_target ? report.sources[candidate.document] : report.target;
  candidate.sentence = cursor["sentence"].index(other.sentences.size());
  candidate.score = cursor["score"].share();
  candidate.word_score = cursor["word_score"].share();
  candidate.threshold = cursor["threshold"].share();
  candidate.linked = cursor["linked"].boolean();
  candidate.why = cursor["why"].string_or_empty();
  read_list(cursor["features"], candidate.features, [](const JsonCursor& feature) {
    return FeatureShare{feature["name"].string(), feature["value"].number(), feature["contribution"].number()};
  });
  read_list(cursor["words"], candidate.words, [](const JsonCursor& match) {
    return WordMatch{match["source"].string(), match["target"].string(),
                     word(match["equivalence"], Equivalence::kNone)};
  });
  return candidate;
}

Explanation read_explanation(const JsonCursor& cursor, const Report& report) {
  Explanation explanation;
  SentenceRef& asked = explanation.sentence;
  asked.of_target = one_of(cursor["side"], {"source", "target"}) == "target";
  asked.document = cursor["document"].index(asked.of_target ? 1 : report.sources.size());
  const ReportDocument& own = asked.of_target ? report.target : report.sources[asked.document];
  asked.sentence = cursor["sentence"].index(own.sentences.size());
  read_list(cursor["candidates"], explanation.candidates,
            [&](const JsonCursor& candidate) { return read_candidate(candidate, report, asked.of_target); });
  return explanation;
}

Summary read_summary(const JsonCursor& cursor) {
  Summary summary;
  summary.derivation = word(cursor["class"], Summary::Class::kNonDerived);
  summary.target_words = cursor["target_words"].whole32();
  summary.verbatim_words = cursor["verbatim_words"].whole32();
  summary.edited_words = cursor["edited_words"].whole32();
  summary.paraphrase_words = cursor["paraphrase_words"].whole32();
  summary.new_words = cursor["new_words"].whole32();
  summary.quoted_words = cursor["quoted_words"].whole32();
  summary.source_coverage = cursor["source_coverage"].share();
  summary.longest_verbatim_words = cursor["longest_verbatim_words"].whole32();
  const JsonCursor credited = cursor["credited"];
  if (!credited.is_null()) summary.credited = credited.boolean();
  // Reports of earlier versions have none.
  if (cursor.has("agency") && !cursor["agency"].is_null()) summary.agency = cursor["agency"].string();
  read_list(cursor["bailouts"], summary.bailouts, [](const JsonCursor& bailout) { return bailout.string(); });
  return summary;
}

/// Absent in reports of earlier versions.
std::optional<ClosestSource> read_closest(const JsonCursor& cursor, const Report& report) {
  if (cursor.is_null()) return std::nullopt;
  ClosestSource closest;
  closest.outcome = word(cursor["outcome"], ClosestSource::Outcome::kTooLittle);
  closest.document = optional_index(cursor["document"], report.sources.size());
  if (closest.document.has_value() != (closest.outcome == ClosestSource::Outcome::kOne))
    cursor.fail("there is a document where the outcome is 'one', and nowhere else");
  const auto index_of = [](std::size_t size) { return [size](const JsonCursor& c) { return c.index(size); }; };
  read_list(cursor["candidates"], closest.candidates, index_of(report.sources.size()));
  closest.why = cursor["why"].string();
  const JsonCursor evidence = cursor["evidence"];
  read_list(evidence["sentences"], closest.sentences, index_of(report.target.sentences.size()));
  const JsonCursor sources = evidence["sources"];
  read_list(sources, closest.sources, [&](const JsonCursor& source) {
    const JsonCursor document = source["document"];
    if (document.whole32() != closest.sources.size()) document.fail("a source's number is its place in the list");
    return SourceEvidence{source["best_sentences"].whole32(), source["words"].whole32(),
                          source["figures"].whole32(),        source["names"].whole32(),
                          source["quotations"].whole32(),     source["score"].number()};
  });
  if (closest.sources.size() != report.sources.size()) sources.fail("expected one entry for each source");
  return closest;
}

Report read_report(const JsonCursor& cursor) {
  Report report;
  const JsonCursor tool = cursor["tool"];
  report.tool_name = tool["name"].string();
  report.tool_version = tool["version"].string();
  report.options = read_options(cursor["options"]);
  const JsonCursor documents = cursor["documents"];
  read_list(documents["sources"], report.sources, read_document_json);
  report.target = read_document_json(documents["target"]);

  const auto list = [&](const char* name, auto& into, auto read) {
    read_list(cursor[name], into, [&](const JsonCursor& element) { return read(element, report); });
  };
  const auto changes = [&](const char* name, std::vector<Change>& into, ChangeList kind) {
    list(name, into, [kind](const JsonCursor& c, const Report& r) { return read_change(c, r, kind); });
  };
  list("alignments", report.alignments, read_alignment);
  list("passages", report.passages, read_passage);
  changes("quotations", report.quotations, ChangeList::kQuotations);
  changes("figures", report.figures, ChangeList::kFigures);
  changes("names", report.names, ChangeList::kNames);
  changes("attributions", report.attributions, ChangeList::kAttributions);
  changes("polarity", report.polarity, ChangeList::kPolarity);
  list("furniture", report.furniture, read_furniture);
  list("unmatched", report.unmatched, read_unmatched);
  list("omitted", report.omitted, read_omitted);
  list("findings", report.findings, read_linked_finding);
  report.summary = read_summary(cursor["summary"]);
  if (cursor.has("closest_source")) report.closest_source = read_closest(cursor["closest_source"], report);
  if (cursor.has("explanations")) list("explanations", report.explanations, read_explanation);
  if (cursor.has("ablation")) list("ablation", report.ablation, read_ablation);
  return report;
}

Error invalid(std::string message) { return {ErrorCode::kInvalidInput, std::move(message)}; }

}  // namespace

Result<Report> report_from_json(std::string_view json) {
  if (const std::string problem = shape_problem(json); !problem.empty())
    return invalid("this is no storydiff report: " + problem);
  try {
    const Json parsed = Json::parse(json);
    const JsonCursor top(parsed);
    const JsonCursor schema = top["schema"];
    if (schema.string() != kReportSchema)
      return Error{ErrorCode::kUnsupported, "at /schema: this version reads only '" + std::string(kReportSchema) + "'"};
    return read_report(top);
  } catch (const JsonFailure& failure) {
    return invalid("this is no storydiff report: " + failure.message);
  } catch (const Json::parse_error& error) {
    return invalid("this is no JSON: something is wrong at byte " + std::to_string(error.byte));
  } catch (const Json::exception&) {
    return invalid("this is no JSON that can be read: a number is out of range");
  }
}

}  // namespace storydiff
