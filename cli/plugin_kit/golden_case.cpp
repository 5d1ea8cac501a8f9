#include "plugin_kit/golden_case.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

namespace storydiff::cli {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr const char* kSchema = "storydiff-case/1";

Error wrong(const fs::path& file, const std::string& what) {
  return {ErrorCode::kInvalidInput, file.string() + ": " + what};
}

/// A JSON object, or null where there is no such file.
Result<Json> read_object(const fs::path& file) {
  std::error_code ignored;
  if (!fs::exists(file, ignored)) return Json(nullptr);
  if (!fs::is_regular_file(file, ignored)) return wrong(file, "is no file");
  std::ifstream stream(file, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  Json object = Json::parse(text, nullptr, false);
  if (!object.is_object()) return wrong(file, "is no JSON object");
  return object;
}

/// The file `stem`.ANYTHING of the folder that holds a text, or none.
Result<std::optional<fs::path>> text_file(const fs::path& folder, const std::string& stem) {
  std::optional<fs::path> found;
  std::error_code error;
  fs::directory_iterator entries(folder, error);
  for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
    // An editor's copy "input.txt~" is no second text.
    if (entries->path().stem() != stem || entries->path().string().ends_with("~")) continue;
    if (found) return wrong(folder, "holds two texts '" + stem + "': keep one");
    found = entries->path();
  }
  if (error) return wrong(folder, "can not be listed: " + error.message());
  return found;
}

Result<Document> read_text(const fs::path& file) {
  Result<Document> document = read_document(file, {});
  // The same wherever the case lies.
  if (document) document->path = file.filename().string();
  return document;
}

Status read_metadata(GoldenCase& result) {
  const fs::path file = result.folder / "metadata.json";
  const Result<Json> metadata = read_object(file);
  if (!metadata) return metadata.error();
  for (const auto& [key, value] : metadata->items()) {
    if (!value.is_string()) return wrong(file, "'" + key + "' must be a string");
    const auto text = value.get<std::string>();
    if (key == "path") {
      result.input.path = text;
    } else if (key == "media-type") {
      result.input.media_type = text;
    } else if (key == "side" && (text == "source" || text == "target")) {
      result.is_target = text == "target";
    } else {
      return wrong(file, key == "side" ? "'side' must be 'source' or 'target'"
                                       : "unknown key '" + key + "'; keys are: 'path', 'media-type', 'side'");
    }
  }
  if (result.is_target && !result.counterpart)
    return wrong(file, "a target has a source: add its text as counterpart.txt");
  return Success{};
}

/// An edit that a person wrote, its keys in the order in which we write them; others stay, last.
CaseEdit in_order(const CaseEdit& edit) {
  CaseEdit result = CaseEdit::object();
  for (const char* key : {"action", "role", "rule", "span", "text", "replacement", "to"})
    if (const auto member = edit.find(key); member != edit.end()) result[key] = *member;
  for (const auto& [key, value] : edit.items())
    if (!result.contains(key)) result[key] = value;
  return result;
}

Status read_expected(GoldenCase& result) {
  const fs::path file = result.folder / "expected.json";
  const Result<Json> expected = read_object(file);
  if (!expected) return expected.error();
  if (expected->is_null()) return Success{};
  const auto edits = expected->find("edits");
  if (expected->value("schema", Json()) != kSchema || edits == expected->end() || !edits->is_array())
    return wrong(file, std::string("must be {\"schema\": \"") + kSchema +
                           "\", \"edits\": [...]}: 'plugin test --update' writes it");
  result.expected.emplace();
  for (const Json& edit : *edits) {
    if (!edit.is_object()) return wrong(file, "'edits' must hold objects");
    result.expected->push_back(in_order(edit));
  }
  return Success{};
}

}  // namespace

std::vector<fs::path> case_folders(const fs::path& folder) {
  std::vector<fs::path> folders;
  std::error_code error;
  fs::directory_iterator entries(folder / "cases", error);
  for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
    std::error_code ignored;
    if (entries->is_directory(ignored)) folders.push_back(entries->path());
  }
  std::sort(folders.begin(), folders.end());
  return folders;
}

Result<GoldenCase> read_case(const fs::path& folder, bool ignore_expected) {
  GoldenCase result;
  result.name = folder.filename().string();
  result.folder = folder;

  const auto input = text_file(folder, "input");
  if (!input) return input.error();
  if (!*input) return wrong(folder, "has no input.txt: put the text there that the plugin is to read");
  Result<Document> document = read_text(**input);
  if (!document) return document.error();
  result.input = *std::move(document);

  const auto other = text_file(folder, "counterpart");
  if (!other) return other.error();
  if (*other) {
    Result<Document> counterpart = read_text(**other);
    if (!counterpart) return counterpart.error();
    result.counterpart = *std::move(counterpart);
  }

  const Result<Json> options = read_object(folder / "options.json");
  if (!options) return options.error();
  if (!options->is_null()) result.options_json = options->dump();
  if (const Status status = read_metadata(result); !status) return status.error();
  if (const Status status = read_expected(result); !status && !ignore_expected) return status.error();
  return result;
}

CaseEdit case_edit(const LedgerEntry& entry) {
  CaseEdit edit = CaseEdit::object();
  edit["action"] = to_string(entry.action);
  if (!entry.role.empty()) edit["role"] = entry.role;
  edit["rule"] = entry.rule;
  edit["span"] = {entry.span.begin, entry.span.end};
  edit["text"] = entry.text;
  if (entry.action == EditAction::kReplace) edit["replacement"] = entry.replacement;
  if (entry.to) edit["to"] = *entry.to;
  return edit;
}

std::string expected_json(const std::vector<CaseEdit>& edits) {
  const auto text = [](const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); };
  std::string out = std::string("{\n  \"schema\": \"") + kSchema + "\",\n  \"edits\": [";
  for (std::size_t i = 0; i < edits.size(); ++i) {
    out += i == 0 ? "\n    {" : ",\n    {";
    bool first = true;
    for (const auto& [key, value] : edits[i].items()) {
      // What an edit says of its text stands on lines of its own: these are the long ones.
      const bool own_line = key == "text" || key == "replacement";
      if (!first) out += own_line ? ",\n     " : ", ";
      out += text(key) + ": ";
      out += value.is_array() ? "[" + text(value[0]) + ", " + text(value[1]) + "]" : text(value);
      first = false;
    }
    out += "}";
  }
  return out + (edits.empty() ? "]\n}\n" : "\n  ]\n}\n");
}

}  // namespace storydiff::cli
