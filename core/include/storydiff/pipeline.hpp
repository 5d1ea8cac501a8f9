/// \file pipeline.hpp
/// What a normalizer is to the core, and the ordered chain of them that a comparison runs.
///
/// A library plugin, a process, a script or a rule file all end up behind `Normalizer`; the
/// pipeline knows nothing else about plugins.
#pragma once

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "storydiff/document.hpp"
#include "storydiff/edit.hpp"
#include "storydiff/normalized_document.hpp"
#include "storydiff/result.hpp"

namespace storydiff {

/// What a normalizer reads. All members borrow from the caller and are valid for one call.
struct View {
  std::string_view text;             ///< the text after the normalizers before this one
  std::span<const Span> paragraphs;  ///< into `text`
  std::span<const Mark> marks;       ///< into `text`
  const std::map<std::string, std::string>* metadata =
      nullptr;                        ///< "path", "media-type", "side" ("source" or "target")
  const View* counterpart = nullptr;  ///< the other text, at the same point of its own chain; may be null
};

/// Thread rule: `propose` is called from one thread at a time for one object.
class Normalizer {
 public:
  Normalizer() = default;
  Normalizer(const Normalizer&) = delete;
  Normalizer& operator=(const Normalizer&) = delete;
  virtual ~Normalizer() = default;
  [[nodiscard]] virtual std::string_view id() const = 0;
  [[nodiscard]] virtual std::string_view version() const = 0;
  /// The options that it runs with, as canonical JSON text ("{}" for none).
  [[nodiscard]] virtual std::string_view options_json() const = 0;
  /// True for one that contributes nothing without a counterpart; it is then skipped.
  [[nodiscard]] virtual bool needs_counterpart() const = 0;
  /// What the reader of a report should know although nothing failed, "" for nothing: that a plugin
  /// could not be isolated as it should. Valid until the next call.
  [[nodiscard]] virtual std::string_view notice() const { return {}; }
  /// False for documents that are none of its business: it is neither asked nor named there.
  [[nodiscard]] virtual bool runs_on(std::string_view /*media_type*/) const { return true; }
  /// The edits that it proposes for `view`. An error costs all of them.
  [[nodiscard]] virtual Result<std::vector<ProposedEdit>> propose(const View& view) = 0;
  /// Another one that proposes the same edits, to be used from another thread at the same time; null where there is
  /// none to be had.
  [[nodiscard]] virtual std::shared_ptr<Normalizer> twin() { return nullptr; }
};

/// An entry of the pipeline: a normalizer, or the reason why there is none (a plugin that was asked
/// for and could not be loaded), which is reported with every document and costs nothing else.
struct PipelineStep {
  std::shared_ptr<Normalizer> normalizer;  ///< null when the plugin could not be had
  std::string id;                          ///< as asked for
  std::string version;                     ///< may be empty when it could not be had
  std::string failure;                     ///< empty unless `normalizer` is null

  /// A step without a normalizer is reported with every document.
  [[nodiscard]] bool runs_on(std::string_view media_type) const {
    return !normalizer || normalizer->runs_on(media_type);
  }
};

/// Steps run in order.
using Pipeline = std::vector<PipelineStep>;

/// Runs the pipeline over all documents in lockstep: step k sees each document after step k-1, and
/// as counterpart the other document at the same point (sources see the target; the target sees
/// the source when there is exactly one). A step that fails contributes no edit, is named in
/// `NormalizedDocument::plugins`, and the next one goes on. Never fails as a whole.
///
/// The last document of `documents` is the target, all others are sources; with one document there
/// is no counterpart. The result has one entry for each document, in the same order. Long documents are read on up to
/// `threads` threads; the result does not depend on it.
[[nodiscard]] std::vector<NormalizedDocument> run_pipeline(std::span<const Document* const> documents,
                                                           const Pipeline& pipeline, unsigned threads = 1);

}  // namespace storydiff
