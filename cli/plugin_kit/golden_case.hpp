/// \file golden_case.hpp
/// A golden case of a plugin: a text, and the edits that are expected of it.
///
///     cases/NAME/input.txt        the text; another ending says what it is, as in input.html
///               counterpart.txt   optional: the text on the other side
///               options.json      optional: the plugin's options, {"key": value}
///               metadata.json     optional: {"path": ..., "media-type": ..., "side": "source" or "target"}
///               expected.json     {"schema": "storydiff-case/1", "edits": [...]}
///
/// An edit is written as in a report's ledger: `action`, `role`, `rule`, `span`, `text`, `replacement`
/// and `to`, those left out that it does not have.
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "storydiff/document.hpp"
#include "storydiff/edit.hpp"
#include "storydiff/result.hpp"

namespace storydiff::cli {

using CaseEdit = nlohmann::ordered_json;

struct GoldenCase {
  std::string name;
  std::filesystem::path folder;
  Document input;
  std::optional<Document> counterpart;
  bool is_target = false;  ///< the input is what is compared with its source, the counterpart
  std::string options_json = "{}";
  std::optional<std::vector<CaseEdit>> expected;  ///< absent where there is no expected.json
};

/// The folders below `folder`/cases, sorted; none where there are none.
[[nodiscard]] std::vector<std::filesystem::path> case_folders(const std::filesystem::path& folder);

/// Reads a case. Errors name the file. `ignore_expected`: it may be missing or damaged, for it is about
/// to be written.
[[nodiscard]] Result<GoldenCase> read_case(const std::filesystem::path& folder, bool ignore_expected);

[[nodiscard]] CaseEdit case_edit(const LedgerEntry& entry);

/// The text of expected.json: short lines, for people who look at its changes.
[[nodiscard]] std::string expected_json(const std::vector<CaseEdit>& edits);

}  // namespace storydiff::cli
