// The report's JSON. Key order here is the report's key order: `core/doc/report.schema.json` lists
// the same members in the same order.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "report/json_stream.hpp"
#include "side_by_side.hpp"
#include "storydiff/report.hpp"

namespace storydiff {
namespace {

using Out = JsonStream;

void text_or_null(Out& out, std::string_view name, const std::string& value) {
  out.key(name);
  if (value.empty())
    out.null();
  else
    out.text(value);
}

void number_or_null(Out& out, std::string_view name, const std::optional<std::uint32_t>& value) {
  out.key(name);
  if (value)
    out.number(*value);
  else
    out.null();
}

void score(Out& out, std::string_view name, double value) {
  out.key(name);
  out.score(value);
}

void span(Out& out, std::string_view name, Span value) {
  out.key(name);
  out.span(value);
}

void span_or_null(Out& out, std::string_view name, const std::optional<Span>& value) {
  out.key(name);
  if (value)
    out.span(*value);
  else
    out.null();
}

void source_place(Out& out, const std::optional<std::uint32_t>& document, const std::optional<Span>& place) {
  out.key("source");
  if (!place) return out.null();
  out.open_object();
  out.member("document", document.value_or(0));
  span(out, "span", *place);
  out.close_object();
}

void target_place(Out& out, const std::optional<Span>& place) {
  out.key("target");
  if (!place) return out.null();
  out.open_object();
  span(out, "span", *place);
  out.close_object();
}

/// A list of objects, each of which `members` writes.
template <class Items, class Members>
void objects(Out& out, std::string_view name, const Items& items, Members members) {
  out.key(name);
  out.open_list();
  for (const auto& item : items) {
    out.open_object();
    members(item);
    out.close_object();
  }
  out.close_list();
}

/// How many entries of a long list one thread writes at a time: some hundred kilobytes.
constexpr std::size_t kSlice = 1024;
/// How many slices are made at a time, however many threads there are: as many again wait to be handed on, by one
/// thread.
constexpr std::size_t kMostSlices = 8;

/// The same as `objects`, for lists that grow with the texts: slices of a long one are written on several threads,
/// while those before them are handed on.
template <class Item, class Members>
void long_list(Out& out, std::string_view name, const std::vector<Item>& items, Members members, unsigned threads) {
  if (threads < 2 || items.size() < 2 * kSlice)
    return objects(out, name, items, [&](const Item& item) { members(out, item); });
  out.key(name);
  out.open_list();
  const std::size_t slices = (items.size() + kSlice - 1) / kSlice;
  const std::size_t at_once = std::min(std::size_t{2} * threads, kMostSlices);
  std::vector<std::string> done(at_once);
  std::vector<std::string> made(at_once);
  for (std::size_t begin = 0; begin < slices + at_once; begin += at_once) {
    std::swap(done, made);
    run_side_by_side(threads, at_once + 1, [&](std::size_t task) {
      if (task == 0) {
        for (std::string& slice : done) {
          if (!slice.empty()) out.append(slice);
          slice.clear();
        }
        return;
      }
      const std::size_t first = std::min((begin + task - 1) * kSlice, items.size());
      const std::size_t end = std::min(first + kSlice, items.size());
      if (first == end) return;
      std::string& slice = made[task - 1];
      Out part = out.part(first == 0, [&](std::string_view bytes) { slice += bytes; });
      for (std::size_t i = first; i < end; ++i) {
        part.open_object();
        members(part, items[i]);
        part.close_object();
      }
      part.end_part();
    });
  }
  out.close_list();
}

void numbers(Out& out, std::string_view name, const std::vector<std::uint32_t>& values) {
  out.key(name);
  out.open_list();
  for (const std::uint32_t value : values) out.number(value);
  out.close_list();
}

void options_json(Out& out, const ReportOptions& options, int indent) {
  out.key("options");
  out.open_object();
  out.member("language", options.language);
  text_or_null(out, "lexicon", options.lexicon);
  text_or_null(out, "vectors", options.vectors);
  objects(out, "plugins", options.plugins, [&](const ReportOptions::Plugin& plugin) {
    using Json = nlohmann::ordered_json;
    Json parsed = Json::parse(plugin.options_json, nullptr, false);
    if (!parsed.is_object()) parsed = Json::object();
    out.member("id", plugin.id);
    out.key("options");
    out.json(parsed.dump(indent, ' ', false, Json::error_handler_t::replace));
  });
  out.close_object();
}

void paragraph_json(Out& out, const ReportParagraph& paragraph) {
  span(out, "span", paragraph.span);
  number_or_null(out, "position", paragraph.position);
}

void sentence_json(Out& out, const ReportSentence& sentence) {
  span(out, "span", sentence.span);
  out.member("paragraph", sentence.paragraph);
  number_or_null(out, "position", sentence.position);
}

/// The members of one document, without the braces.
void document_json(Out& out, const ReportDocument& document, unsigned threads) {
  out.member("path", document.path);
  out.member("sha256", document.sha256);
  out.member("bytes", document.bytes);
  out.member("encoding", document.encoding);
  out.key("metadata");
  out.open_object();
  for (const auto& [key, value] : document.metadata) {
    out.text_key(key);
    out.text(value);
  }
  out.close_object();
  objects(out, "plugins", document.plugins, [&](const PluginRun& run) {
    out.member("id", run.id);
    text_or_null(out, "version", run.version);
    out.member("status", to_string(run.status));
    text_or_null(out, "message", run.message);
    out.member("edits", run.edits);
  });
  objects(out, "edits", document.edits, [&](const ReportEdit& edit) {
    out.member("plugin",
               edit.plugin < document.plugins.size() ? std::string_view(document.plugins[edit.plugin].id) : "");
    out.member("rule", edit.rule);
    out.member("action", to_string(edit.action));
    text_or_null(out, "role", edit.role);
    span(out, "span", edit.span);
    out.member("text", edit.text);
    out.key("replacement");
    if (edit.action == EditAction::kReplace)
      out.text(edit.replacement);
    else
      out.null();
    number_or_null(out, "to", edit.to);
  });
  long_list(out, "paragraphs", document.paragraphs, paragraph_json, threads);
  long_list(out, "sentences", document.sentences, sentence_json, threads);
  out.member("text", document.text);
}

/// The members of one link, without the braces.
void alignment_json(Out& out, const ReportAlignment& link) {
  out.member("id", link.id);
  out.member("relation", to_string(link.relation));
  out.key("source");
  out.open_object();
  out.member("document", link.source_document);
  numbers(out, "sentences", link.source_sentences);
  out.close_object();
  out.key("target");
  out.open_object();
  numbers(out, "sentences", link.target_sentences);
  out.close_object();
  score(out, "score", link.score);
  out.member("moved", link.moved);
  const Evidence& evidence = link.evidence;
  out.key("evidence");
  out.open_object();
  score(out, "words", evidence.words);
  score(out, "containment", evidence.containment);
  score(out, "sequence", evidence.sequence);
  score(out, "competition", evidence.competition);
  score(out, "order", evidence.order);
  score(out, "unique", evidence.unique);
  out.close_object();
  objects(out, "edits", link.edits, [&](const WordEdit& edit) {
    out.member("op", to_string(edit.op));
    span_or_null(out, "source", edit.source);
    span_or_null(out, "target", edit.target);
    out.member("equivalence", to_string(edit.equivalence));
  });
}

/// Which members of `Change` a list has, beside those that all have.
struct ChangeMembers {
  bool kind = false;
  bool speaker = false;
};

void changes_json(Out& out, std::string_view name, const std::vector<Change>& changes, ChangeMembers members,
                  unsigned threads) {
  const auto change_json = [members](Out& to, const Change& change) {
    if (members.kind) to.member("kind", change.kind);
    to.member("status", change.status);
    text_or_null(to, "from", change.from);
    text_or_null(to, "to", change.to);
    if (members.speaker) {
      text_or_null(to, "speaker", change.speaker);
      text_or_null(to, "verb", change.verb);
    }
    target_place(to, change.target);
    source_place(to, change.source_document, change.source);
    number_or_null(to, "alignment", change.alignment);
  };
  long_list(out, name, changes, change_json, threads);
}

void passage_json(Out& out, const Passage& passage) {
  source_place(out, passage.source_document, passage.source);
  target_place(out, passage.target);
  out.member("words", passage.words);
}

void nearest_json(Out& out, const std::optional<ReportMiss>& miss) {
  out.key("nearest");
  if (!miss) return out.null();
  out.open_object();
  out.member("document", miss->document);
  out.member("sentence", miss->sentence);
  score(out, "score", miss->score);
  out.member("why", miss->why);
  out.close_object();
}

void summary_json(Out& out, const Summary& summary, const std::vector<Ablation>& ablation) {
  out.key("summary");
  out.open_object();
  out.member("class", to_string(summary.derivation));
  out.member("target_words", summary.target_words);
  out.member("verbatim_words", summary.verbatim_words);
  out.member("edited_words", summary.edited_words);
  out.member("paraphrase_words", summary.paraphrase_words);
  out.member("new_words", summary.new_words);
  out.member("quoted_words", summary.quoted_words);
  score(out, "source_coverage", summary.source_coverage);
  out.member("longest_verbatim_words", summary.longest_verbatim_words);
  out.key("credited");
  if (summary.credited)
    out.boolean(*summary.credited);
  else
    out.null();
  text_or_null(out, "agency", summary.agency);
  out.key("bailouts");
  out.open_list();
  for (const std::string& bailout : summary.bailouts) out.text(bailout);
  out.close_list();
  if (!ablation.empty())
    objects(out, "noise", ablation, [&](const Ablation& entry) {
      out.member("plugin", entry.plugin);
      score(out, "share", entry.noise_share);
    });
  out.close_object();
}

/// What the findings of the report and of an ablation have in common.
void finding_json(Out& out, const Finding& finding) {
  out.member("kind", finding.kind);
  out.member("rule", finding.rule);
  out.member("severity", to_string(finding.severity));
  out.member("message", finding.message);
  source_place(out, finding.source_document, finding.source);
  target_place(out, finding.target);
}

void ablation_json(Out& out, const Ablation& entry) {
  const auto findings = [&](std::string_view name, const std::vector<Finding>& list) {
    objects(out, name, list, [&](const Finding& finding) { finding_json(out, finding); });
  };
  out.member("plugin", entry.plugin);
  out.member("changed_words_with", entry.changed_words_with);
  out.member("changed_words_without", entry.changed_words_without);
  out.member("moved_links_with", entry.moved_links_with);
  out.member("moved_links_without", entry.moved_links_without);
  score(out, "noise_share", entry.noise_share);
  findings("findings_appear", entry.findings_appear);
  findings("findings_vanish", entry.findings_vanish);
}

void closest_json(Out& out, const std::optional<ClosestSource>& closest) {
  out.key("closest_source");
  if (!closest) return out.null();
  out.open_object();
  out.member("outcome", to_string(closest->outcome));
  number_or_null(out, "document", closest->document);
  numbers(out, "candidates", closest->candidates);
  out.member("why", closest->why);
  out.key("evidence");
  out.open_object();
  numbers(out, "sentences", closest->sentences);
  std::uint32_t document = 0;
  objects(out, "sources", closest->sources, [&](const SourceEvidence& evidence) {
    out.member("document", document++);
    out.member("best_sentences", evidence.best_sentences);
    out.member("words", evidence.words);
    out.member("figures", evidence.figures);
    out.member("names", evidence.names);
    out.member("quotations", evidence.quotations);
    score(out, "score", evidence.score);
  });
  out.close_object();
  out.close_object();
}

void explanation_json(Out& out, const Explanation& explanation) {
  const SentenceRef& asked = explanation.sentence;
  out.member("side", asked.of_target ? "target" : "source");
  out.member("document", asked.document);
  out.member("sentence", asked.sentence);
  objects(out, "candidates", explanation.candidates, [&](const ExplainedCandidate& candidate) {
    out.member("document", candidate.document);
    out.member("sentence", candidate.sentence);
    score(out, "score", candidate.score);
    score(out, "word_score", candidate.word_score);
    score(out, "threshold", candidate.threshold);
    out.member("linked", candidate.linked);
    text_or_null(out, "why", candidate.why);
    objects(out, "features", candidate.features, [&](const FeatureShare& feature) {
      out.member("name", feature.name);
      score(out, "value", feature.value);
      score(out, "contribution", feature.contribution);
    });
    objects(out, "words", candidate.words, [&](const WordMatch& match) {
      out.member("source", match.source);
      out.member("target", match.target);
      out.member("equivalence", to_string(match.equivalence));
    });
  });
}

void tool_json(Out& out, const Report& report) {
  out.key("tool");
  out.open_object();
  out.member("name", report.tool_name);
  out.member("version", report.tool_version);
  out.close_object();
}

void documents_json(Out& out, const Report& report, unsigned threads) {
  out.key("documents");
  out.open_object();
  objects(out, "sources", report.sources,
          [&](const ReportDocument& document) { document_json(out, document, threads); });
  out.key("target");
  out.open_object();
  document_json(out, report.target, threads);
  out.close_object();
  out.close_object();
}

/// `members`: those of the report to write; all where it is empty.
void write_report(Out& out, const Report& report, int indent, std::span<const std::string> members,
                  unsigned threads = 1) {
  const CrewScope crew;
  const auto wants = [&](std::string_view name) {
    return members.empty() || std::find(members.begin(), members.end(), name) != members.end();
  };
  out.open_object();
  if (wants("schema")) out.member("schema", kReportSchema);
  if (wants("tool")) tool_json(out, report);
  if (wants("options")) options_json(out, report.options, indent);
  if (wants("documents")) documents_json(out, report, threads);
  if (wants("alignments")) long_list(out, "alignments", report.alignments, alignment_json, threads);
  if (wants("passages")) long_list(out, "passages", report.passages, passage_json, threads);
  if (wants("quotations")) changes_json(out, "quotations", report.quotations, {.speaker = true}, threads);
  if (wants("figures")) changes_json(out, "figures", report.figures, {.kind = true}, threads);
  if (wants("names")) changes_json(out, "names", report.names, {}, threads);
  if (wants("attributions")) changes_json(out, "attributions", report.attributions, {}, threads);
  if (wants("polarity")) changes_json(out, "polarity", report.polarity, {}, threads);
  if (wants("furniture"))
    objects(out, "furniture", report.furniture, [&](const FurnitureChange& change) {
      out.member("role", change.role);
      out.member("status", to_string(change.status));
      target_place(out, change.target);
      source_place(out, change.source_document, change.source);
    });
  if (wants("unmatched"))
    objects(out, "unmatched", report.unmatched, [&](const ReportUnlinked& entry) {
      out.key("target");
      out.open_object();
      out.member("sentence", entry.sentence);
      out.close_object();
      nearest_json(out, entry.nearest);
    });
  if (wants("omitted"))
    objects(out, "omitted", report.omitted, [&](const ReportUnlinked& entry) {
      out.key("source");
      out.open_object();
      out.member("document", entry.document);
      out.member("sentence", entry.sentence);
      out.close_object();
      nearest_json(out, entry.nearest);
    });
  if (wants("findings"))
    objects(out, "findings", report.findings, [&](const Finding& finding) {
      finding_json(out, finding);
      number_or_null(out, "alignment", finding.alignment);
    });
  if (wants("summary")) summary_json(out, report.summary, report.ablation);
  if (wants("closest_source")) closest_json(out, report.closest_source);
  if (!report.explanations.empty() && wants("explanations"))
    objects(out, "explanations", report.explanations,
            [&](const Explanation& explanation) { explanation_json(out, explanation); });
  if (!report.ablation.empty() && wants("ablation"))
    objects(out, "ablation", report.ablation, [&](const Ablation& entry) { ablation_json(out, entry); });
  out.close_object();
  out.finish();
}

std::string whole(const Report& report, int indent, std::span<const std::string> members = {}) {
  std::string json;
  Out out(indent, [&](std::string_view part) { json += part; });
  write_report(out, report, indent, members);
  return json;
}

}  // namespace

void stream_json(const Report& report, const std::function<void(std::string_view)>& take, unsigned threads) {
  Out out(1, take);
  write_report(out, report, 1, {}, threads);
}

std::string to_json(const Report& report) { return whole(report, 1); }
std::string to_json_line(const Report& report) { return whole(report, -1); }
std::string to_json_line(const Report& report, std::span<const std::string> members) {
  return whole(report, -1, members);
}

}  // namespace storydiff
