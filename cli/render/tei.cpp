#include "render/tei.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "render/link_runs.hpp"
#include "render/report_places.hpp"
#include "render/word_changes.hpp"
#include "render/xml_text.hpp"

namespace storydiff::cli {
namespace {

constexpr const char* kTarget = "#T";

std::string source_witness(std::uint32_t document) { return "#S" + std::to_string(document + 1); }

/// White space as prose has it.
std::string prose(std::string_view text) {
  std::string out;
  bool blank = false;
  for (const char c : xml_text(text)) {
    if (c == ' ' || c == '\t' || c == '\n') {
      blank = true;
      continue;
    }
    if (blank && !out.empty()) out += ' ';
    blank = false;
    out += c;
  }
  return out;
}

void add_text(pugi::xml_node node, const std::string& text) {
  if (!text.empty()) node.append_child(pugi::node_pcdata).set_value(text.c_str());
}

void set(pugi::xml_node node, const char* name, const std::string& value) {
  node.append_attribute(name) = xml_text(value).c_str();
}

pugi::xml_node add_reading(pugi::xml_node app, const std::string& witnesses, const std::string& text = "") {
  pugi::xml_node reading = app.append_child("rdg");
  set(reading, "wit", witnesses);
  add_text(reading, text);
  return reading;
}

class TeiEdition {
 public:
  explicit TeiEdition(const Report& report) : report_(report), places_(report), omitted_(omitted_by_link(report)) {
    for (std::uint32_t i = 0; i < report.sources.size(); ++i) all_sources_.insert(i);
    for (const ReportAlignment& link : report.alignments)
      for (const std::uint32_t sentence : link.target_sentences) links_[sentence].push_back(&link);
    for (auto& [sentence, links] : links_)
      std::stable_sort(links.begin(), links.end(),
                       [](const ReportAlignment* a, const ReportAlignment* b) { return a->score > b->score; });
  }

  std::string render() {
    pugi::xml_node root = xml_.append_child("TEI");
    set(root, "xmlns", "http://www.tei-c.org/ns/1.0");
    new_line(root);
    header(root.append_child("teiHeader"));
    new_line(root);
    pugi::xml_node text = root.append_child("text");
    new_line(text);
    body(text.append_child("body"));
    new_line(text);
    furniture(text);
    new_line(root);
    return xml_bytes(xml_, true);
  }

 private:
  static void new_line(pugi::xml_node node) { add_text(node, "\n"); }

  void header(pugi::xml_node header) {
    pugi::xml_node file = header.append_child("fileDesc");
    add_text(file.append_child("titleStmt").append_child("title"),
             prose(places_.target_name() + " compared with " + places_.all_sources()));
    add_text(file.append_child("publicationStmt").append_child("p"), "Not published.");
    pugi::xml_node witnesses = file.append_child("sourceDesc").append_child("listWit");
    const auto witness = [&](const std::string& reference, const ReportDocument& document) {
      new_line(witnesses);
      pugi::xml_node node = witnesses.append_child("witness");
      set(node, "xml:id", reference.substr(1));
      add_text(node, prose(document.path));
    };
    for (const std::uint32_t source : all_sources_) witness(source_witness(source), report_.sources[source]);
    witness(kTarget, report_.target);
    new_line(witnesses);
    pugi::xml_node encoding = header.append_child("encodingDesc");
    pugi::xml_node variants = encoding.append_child("variantEncoding");
    set(variants, "method", "parallel-segmentation");
    set(variants, "location", "internal");
    pugi::xml_node application = encoding.append_child("appInfo").append_child("application");
    set(application, "ident", "storydiff");
    set(application, "version", report_.tool_version);
    add_text(application.append_child("label"), "storydiff");
  }

  void body(pugi::xml_node body) {
    std::optional<std::uint32_t> paragraph;
    pugi::xml_node node;
    const auto open = [&] {
      new_line(body);
      node = body.append_child("p");
    };
    if (!omitted_[nullptr].empty()) {
      open();
      add_omitted(node, nullptr);
    }
    const auto& sentences = report_.target.sentences;
    for (std::uint32_t sentence = 0; sentence < sentences.size(); ++sentence) {
      if (paragraph != sentences[sentence].paragraph) open();
      paragraph = sentences[sentence].paragraph;
      add_sentence(node, sentence);
    }
    for (const ReportAlignment& link : report_.alignments) add_omitted(node, &link);
    if (!node) open();
    new_line(body);
  }

  /// A new sentence, or the link that it is the first sentence of.
  void add_sentence(pugi::xml_node paragraph, std::uint32_t sentence) {
    if (shown_.contains(sentence)) return;
    const auto links = links_.find(sentence);
    if (links == links_.end()) {
      pugi::xml_node segment = add_segment(paragraph, "new", false);
      pugi::xml_node app = add_app(segment, "substantive", "");
      add_reading(app, kTarget, target_text({sentence}));
      add_reading(app, witnesses_without({}), "");
      return;
    }
    const ReportAlignment& best = *links->second.front();
    // The words of a link that is torn apart in the target can not be laid beside each other.
    const bool whole = stands_together(best.target_sentences) && best.target_sentences.front() == sentence &&
                       std::none_of(best.target_sentences.begin(), best.target_sentences.end(),
                                    [&](std::uint32_t s) { return shown_.contains(s); });
    const std::vector<std::uint32_t> here = whole ? best.target_sentences : std::vector{sentence};
    shown_.insert(here.begin(), here.end());

    pugi::xml_node segment = add_segment(paragraph, std::string(to_string(best.relation)), best.moved);
    std::set<std::uint32_t> having{best.source_document};
    std::map<std::uint32_t, std::string> others;  // what else is linked to these sentences, by source
    std::vector<const ReportAlignment*> placed{&best};
    for (const std::uint32_t each : here) {
      for (const ReportAlignment* link : links_[each]) {
        if (link == &best || !read_.insert(link).second) continue;
        std::string& text = others[link->source_document];
        text += (text.empty() ? "" : " ") + source_text(*link);
        having.insert(link->source_document);
        placed.push_back(link);
      }
    }
    const std::string again = std::exchange(others[best.source_document], "");
    others.erase(best.source_document);
    // Other sources that have the same words, where the best one has them too, are no variant.
    const std::string target = target_text(here);
    std::string with_target = kTarget;
    for (auto other = others.begin(); other != others.end();) {
      const bool same = best.relation == Relation::kVerbatim && other->second == target && source_text(best) == target;
      if (same) with_target.insert(0, source_witness(other->first) + " ");
      other = same ? others.erase(other) : std::next(other);
    }
    pugi::xml_node words = segment;
    if (having.size() < all_sources_.size() || !others.empty()) {
      pugi::xml_node app = add_app(segment, "substantive", "");
      words = add_reading(app, source_witness(best.source_document) + " " + with_target);
      for (const auto& [document, text] : others) add_reading(app, source_witness(document), text);
      if (having.size() < all_sources_.size()) add_reading(app, witnesses_without(having));
    }
    if (whole && !best.edits.empty())
      add_words(words, best);
    else
      add_variant(words, best, read_.insert(&best).second ? source_text(best) : "", target);
    if (!again.empty()) {
      add_text(words, " ");
      add_variant(words, best, again, "");
    }
    for (const ReportAlignment* link : placed) add_omitted(paragraph, link);
  }

  static bool stands_together(const std::vector<std::uint32_t>& sentences) {
    return sentences.back() - sentences.front() + 1 == sentences.size();
  }

  void add_words(pugi::xml_node node, const ReportAlignment& link) {
    read_.insert(&link);
    bool source_begun = false;
    bool target_begun = false;
    for (const ChangedWords& words : changed_words(report_, link)) {
      std::string source = side(words.source, words.source_parted, source_begun);
      std::string target = side(words.target, words.target_parted, target_begun);
      if (source == target) {
        add_text(node, target);
        continue;
      }
      if (source.starts_with(' ') && target.starts_with(' ')) {
        add_text(node, " ");
        source.erase(0, 1);
        target.erase(0, 1);
      }
      const bool orthographic = words.op == EditOp::kEqual && words.equivalence <= Equivalence::kSpelling;
      const std::string rung = words.op == EditOp::kEqual ? std::string(to_string(words.equivalence)) : "";
      pugi::xml_node app = add_app(node, orthographic ? "orthographic" : "substantive", rung);
      add_reading(app, source_witness(link.source_document), source);
      add_reading(app, kTarget, target);
    }
  }

  /// Words of one side with the blank before them; `begun`: the side has words before these.
  static std::string side(std::string_view words, bool parted, bool& begun) {
    std::string text = prose(words);
    if (text.empty()) return text;
    if (parted && begun) text.insert(0, " ");
    begun = true;
    return text;
  }

  void add_variant(pugi::xml_node node, const ReportAlignment& link, const std::string& source,
                   const std::string& target) {
    if (source == target) return add_text(node, target);
    pugi::xml_node app = add_app(node, "substantive", "");
    add_reading(app, source_witness(link.source_document), source);
    add_reading(app, kTarget, target);
  }

  void add_omitted(pugi::xml_node paragraph, const ReportAlignment* link) {
    const auto entries = omitted_.find(link);
    if (entries == omitted_.end()) return;
    for (const ReportUnlinked* entry : entries->second) {
      const ReportDocument& source = report_.sources[entry->document];
      pugi::xml_node app = add_app(add_segment(paragraph, "left-out", false), "substantive", "");
      add_reading(app, source_witness(entry->document),
                  prose(slice(source.text, source.sentences[entry->sentence].span)));
      const std::string others = witnesses_without({entry->document});
      add_reading(app, others.empty() ? kTarget : others + " " + kTarget);
    }
    omitted_.erase(entries);
  }

  static pugi::xml_node add_segment(pugi::xml_node paragraph, const std::string& type, bool moved) {
    if (paragraph.first_child()) add_text(paragraph, "\n");
    pugi::xml_node segment = paragraph.append_child("seg");
    set(segment, "type", type);
    if (moved) set(segment, "subtype", "moved");
    return segment;
  }

  static pugi::xml_node add_app(pugi::xml_node node, const char* type, const std::string& subtype) {
    pugi::xml_node app = node.append_child("app");
    set(app, "type", type);
    if (!subtype.empty()) set(app, "subtype", subtype);
    return app;
  }

  [[nodiscard]] std::string witnesses_without(const std::set<std::uint32_t>& having) const {
    std::string out;
    for (const std::uint32_t source : all_sources_)
      if (!having.contains(source)) out += (out.empty() ? "" : " ") + source_witness(source);
    return out;
  }

  [[nodiscard]] std::string target_text(const std::vector<std::uint32_t>& sentences) const {
    return text_of(report_.target, sentences);
  }
  [[nodiscard]] std::string source_text(const ReportAlignment& link) const {
    return text_of(report_.sources[link.source_document], link.source_sentences);
  }
  static std::string text_of(const ReportDocument& document, const std::vector<std::uint32_t>& sentences) {
    std::string out;
    for (const std::uint32_t sentence : sentences)
      out += (out.empty() ? "" : " ") + prose(slice(document.text, document.sentences[sentence].span));
    return out;
  }

  void furniture(pugi::xml_node text) {
    if (report_.furniture.empty()) return;
    pugi::xml_node back = text.append_child("back");
    pugi::xml_node division = back.append_child("div");
    set(division, "type", "furniture");
    for (const FurnitureChange& change : report_.furniture) {
      new_line(division);
      pugi::xml_node block = division.append_child("ab");
      set(block, "type", token(change.role));
      const bool in_source = change.source && change.source_document;
      const std::string source =
          in_source ? prose(slice(report_.sources[*change.source_document].text, *change.source)) : "";
      const std::string target = change.target ? prose(slice(report_.target.text, *change.target)) : "";
      const std::string witness = in_source ? source_witness(*change.source_document) : "";
      pugi::xml_node app = add_app(block, "substantive", std::string(to_string(change.status)));
      if (in_source && change.target && source == target) {
        add_reading(app, witness + " " + kTarget, target);
        continue;
      }
      if (in_source) add_reading(app, witness, source);
      if (change.target) add_reading(app, kTarget, target);
    }
    new_line(division);
    new_line(text);
  }

  /// A plugin's word as a value of `type`, which is a name: letters, digits, hyphens, not a digit first.
  static std::string token(const std::string& word) {
    std::string out;
    for (const char c : word) {
      const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      out += letter || c == '-' || (c >= '0' && c <= '9') ? c : '_';
    }
    const bool begins_well = !out.empty() && out.front() != '-' && !(out.front() >= '0' && out.front() <= '9');
    return begins_well ? out : "_" + out;
  }

  const Report& report_;
  ReportPlaces places_;
  pugi::xml_document xml_;
  std::set<std::uint32_t> all_sources_;
  std::map<std::uint32_t, std::vector<const ReportAlignment*>> links_;  ///< by target sentence, best first
  OmittedByLink omitted_;
  std::set<std::uint32_t> shown_;          ///< target sentences
  std::set<const ReportAlignment*> read_;  ///< links whose source has been given
};

}  // namespace

std::string render_tei(const Report& report) { return TeiEdition(report).render(); }

}  // namespace storydiff::cli
