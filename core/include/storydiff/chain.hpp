/// \file chain.hpp
/// Versions of one story in the order of their making: what each changed, and each sentence's life through them.
///
///     const Document* versions[] = {&take1, &take2, &take3};
///     Result<Chain> story = chain(versions, pipeline, {});
///     if (story) std::cout << to_json(*story);
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "storydiff/change.hpp"
#include "storydiff/compare.hpp"
#include "storydiff/document.hpp"
#include "storydiff/pipeline.hpp"
#include "storydiff/report.hpp"
#include "storydiff/result.hpp"

namespace storydiff {

inline constexpr std::string_view kChainSchema = "storydiff-chain/1";

/// What a version did to a sentence.
enum class LifeEvent : std::uint8_t {
  kBorn,       ///< stands here for the first time
  kKept,       ///< word for word
  kEdited,     ///< mostly the same words
  kRewritten,  ///< the same content in other words
  kSplit,      ///< begins here as a part of another life's sentence
  kMerged,     ///< ends here: another life's sentence took it up
  kDropped,    ///< ends here, or rests: it may return
  kReturned,   ///< back after at least one version without it
};
/// "born", "kept", "edited", "rewritten", "split", "merged", "dropped", "returned".
[[nodiscard]] std::string_view to_string(LifeEvent event);

/// A change of meaning within a sentence, in the words of the report's lists.
struct LifeChange {
  std::string kind;    ///< "figure", "name", "quotation", "attribution", "polarity"
  std::string status;  ///< "changed", "altered", "negation-changed", ...
  std::string from;    ///< may be empty
  std::string to;      ///< may be empty
};

/// A sentence in one version.
struct LifeStage {
  std::uint32_t version = 0;
  LifeEvent event = LifeEvent::kBorn;
  std::optional<std::uint32_t> sentence;  ///< its number in this version; absent for `kMerged` and `kDropped`
  bool moved = false;                     ///< stands in another order than the sentences around it
  std::uint32_t words_out = 0;            ///< words of the version before that are gone, other forms of a word apart
  std::uint32_t words_in = 0;             ///< words that are new
  std::vector<LifeChange> changes;        ///< in text order within a kind
  std::optional<std::uint32_t> other;     ///< `kSplit`, `kMerged`: the other life
};

/// Versions ascend; a version after a drop has no stage until the sentence returns.
struct SentenceLife {
  std::vector<LifeStage> stages;  ///< never empty
};

/// One version against the one before it. Numbers are of sentences.
struct ChainStep {
  std::uint32_t from = 0;  ///< index of the version; `to` is the next one
  std::uint32_t to = 0;
  bool differs = false;  ///< in story text, as the exit status of a comparison has it
  std::uint32_t kept = 0;
  std::uint32_t edited = 0;
  std::uint32_t rewritten = 0;
  std::uint32_t moved = 0;  ///< of these three
  std::uint32_t born = 0;   ///< splits included
  std::uint32_t returned = 0;
  std::uint32_t dropped = 0;                ///< mergers included
  std::vector<ReportAlignment> alignments;  ///< the links: sources are sentences of `from`, targets of `to`
  std::vector<Finding> findings;            ///< `source` points into `from`, `target` into `to`
  std::vector<std::string> bailouts;
};

struct Chain {
  std::string tool_name;
  std::string tool_version;
  ReportOptions options;
  std::vector<ReportDocument> versions;
  std::vector<ChainStep> steps;
  std::vector<SentenceLife> lives;  ///< by birth: version, then place in its file

  [[nodiscard]] bool differs() const;
};

/// Compares each version with the one before it. Every version is normalized and cut once, by itself: a normalizer that
/// looks at a counterpart sees none. The steps are those of `compare` over the same normalized texts, in one language
/// for all. Fails on misuse (fewer than two versions), where there are too many versions or too much text, and where
/// the deadline passes. `options.explain` is not used.
[[nodiscard]] Result<Chain> chain(std::span<const Document* const> versions, const Pipeline& pipeline,
                                  const CompareOptions& options);

/// Canonical JSON, indented by one space, with a final newline.
[[nodiscard]] std::string to_json(const Chain& chain);
/// The same value on one line, without a newline.
[[nodiscard]] std::string to_json_line(const Chain& chain);
/// The JSON Schema of it, as `core/doc/chain.schema.json` has it.
[[nodiscard]] std::string_view chain_schema_json();

}  // namespace storydiff
