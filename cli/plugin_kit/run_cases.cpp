#include "plugin_kit/run_cases.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "output.hpp"
#include "storydiff/normalized_document.hpp"

namespace storydiff::cli {
namespace {

/// Two ledgers that differ in more than this many pairs of edits are shown one after the other.
constexpr std::size_t kMostPairs = std::size_t{1} << 22U;

/// What only one of both ledgers has, by their longest common sequence.
void tell_apart(const std::vector<CaseEdit>& expected, const std::vector<CaseEdit>& made, CaseResult& result) {
  std::size_t begin = 0;
  while (begin < expected.size() && begin < made.size() && expected[begin] == made[begin]) ++begin;
  const std::size_t rows = expected.size() - begin;
  const std::size_t columns = made.size() - begin;
  if (rows == 0 || columns == 0 || rows > kMostPairs / columns) {
    result.missing.assign(expected.begin() + static_cast<std::ptrdiff_t>(begin), expected.end());
    result.unexpected.assign(made.begin() + static_cast<std::ptrdiff_t>(begin), made.end());
    return;
  }
  // lengths[i][j]: the longest common sequence of what follows i and j.
  std::vector<std::uint32_t> lengths((rows + 1) * (columns + 1), 0);
  const auto at = [&](std::size_t i, std::size_t j) -> std::uint32_t& { return lengths[i * (columns + 1) + j]; };
  for (std::size_t i = rows; i-- > 0;)
    for (std::size_t j = columns; j-- > 0;)
      at(i, j) = expected[begin + i] == made[begin + j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
  for (std::size_t i = 0, j = 0; i < rows || j < columns;) {
    if (i < rows && j < columns && expected[begin + i] == made[begin + j]) {
      ++i;
      ++j;
    } else if (j == columns || (i < rows && at(i + 1, j) >= at(i, j + 1))) {
      result.missing.push_back(expected[begin + i++]);
    } else {
      result.unexpected.push_back(made[begin + j++]);
    }
  }
}

CaseResult ended(CaseResult result, CaseStatus status, std::string message) {
  result.status = status;
  result.message = std::move(message);
  return result;
}

}  // namespace

std::string_view to_string(CaseStatus status) {
  switch (status) {
    case CaseStatus::kOk:
      return "ok";
    case CaseStatus::kFailed:
      return "failed";
    case CaseStatus::kUpdated:
      return "updated";
    case CaseStatus::kBroken:
      return "broken";
  }
  return "";
}

Result<std::vector<LedgerEntry>> edits_of(const std::shared_ptr<Normalizer>& normalizer, const Document& input,
                                          const Document* counterpart, bool is_target) {
  PipelineStep step;
  step.normalizer = normalizer;
  step.id = normalizer->id();
  step.version = normalizer->version();
  std::vector<const Document*> documents{&input};
  if (counterpart != nullptr) documents.insert(is_target ? documents.begin() : documents.end(), counterpart);
  std::vector<NormalizedDocument> all = run_pipeline(documents, {step});
  NormalizedDocument& normalized = is_target ? all.back() : all.front();

  const auto run = std::find_if(normalized.plugins.begin(), normalized.plugins.end(),
                                [&](const PluginRun& plugin) { return plugin.id == step.id; });
  if (run->status == PluginRun::Status::kFailed) return Error{ErrorCode::kPlugin, "the plugin failed: " + run->message};
  if (restore_original(normalized) != input.text)
    return Error{ErrorCode::kPlugin, "the ledger does not give the text back: report this as a fault of storydiff"};
  const auto number = static_cast<std::uint32_t>(run - normalized.plugins.begin());
  std::erase_if(normalized.ledger, [&](const LedgerEntry& entry) { return entry.plugin != number; });
  return std::move(normalized.ledger);
}

CaseResult run_case(const PluginCatalogue& catalogue, const PluginPolicy& policy, const std::string& id,
                    const std::filesystem::path& folder, bool update) {
  CaseResult result;
  result.name = folder.filename().string();
  const Result<GoldenCase> read = read_case(folder, update);
  if (!read) return ended(result, CaseStatus::kBroken, read.error().message);
  const auto normalizer = catalogue.load(id, read->options_json, policy);
  if (!normalizer)
    return ended(result, normalizer.error().code == ErrorCode::kUsage ? CaseStatus::kBroken : CaseStatus::kFailed,
                 normalizer.error().message);
  const auto ledger =
      edits_of(*normalizer, read->input, read->counterpart ? &*read->counterpart : nullptr, read->is_target);
  if (!ledger) return ended(result, CaseStatus::kFailed, ledger.error().message);

  std::vector<CaseEdit> made;
  for (const LedgerEntry& entry : *ledger) made.push_back(case_edit(entry));
  if (read->expected && *read->expected == made) return result;
  tell_apart(read->expected.value_or(std::vector<CaseEdit>()), made, result);
  if (!update)
    return ended(result, CaseStatus::kFailed,
                 read->expected ? "the edits are others than expected"
                                : "has no expected.json: 'plugin test --update' writes it");
  const Status written = write_file((folder / "expected.json").string(), expected_json(made));
  if (!written) return ended(result, CaseStatus::kBroken, written.error().message);
  return ended(result, CaseStatus::kUpdated,
               read->expected ? "expected.json has been written anew" : "expected.json has been written");
}

}  // namespace storydiff::cli
