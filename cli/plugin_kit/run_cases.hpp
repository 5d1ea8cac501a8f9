/// \file run_cases.hpp
/// What a plugin does to its golden cases and to the examples of its rules, and how that fits.
#pragma once

#include <string>
#include <vector>

#include "plugin_kit/golden_case.hpp"
#include "storydiff/pipeline.hpp"
#include "storydiff/plugin_catalogue.hpp"
#include "storydiff/result.hpp"

namespace storydiff::cli {

/// How a case ended. `kBroken`: the case itself can not be tried.
enum class CaseStatus { kOk, kFailed, kUpdated, kBroken };

/// "ok", "failed", "updated", "broken".
[[nodiscard]] std::string_view to_string(CaseStatus status);

struct CaseResult {
  std::string name;
  CaseStatus status = CaseStatus::kOk;
  std::string message;               ///< why it failed; one line, empty when ok
  std::vector<CaseEdit> missing;     ///< expected, and not made
  std::vector<CaseEdit> unexpected;  ///< made, and not expected
};

/// Runs the plugin of `id` alone over the case in `folder`. `update`: where the edits are others than
/// expected, writes these down as what is expected from now on. A plugin that fails, or whose ledger
/// does not give the text back, fails the case and updates nothing.
[[nodiscard]] CaseResult run_case(const PluginCatalogue& catalogue, const PluginPolicy& policy, const std::string& id,
                                  const std::filesystem::path& folder, bool update);

/// The edits of a run of one plugin over a text, or why there are none.
[[nodiscard]] Result<std::vector<LedgerEntry>> edits_of(const std::shared_ptr<Normalizer>& normalizer,
                                                        const Document& input, const Document* counterpart = nullptr,
                                                        bool is_target = false);

}  // namespace storydiff::cli
