#include "plugin_kit/rule_examples.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <system_error>
#include <utility>

#include "plugin_kit/run_cases.hpp"

namespace storydiff::cli {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  return begin == std::string_view::npos ? "" : text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
}

std::string list_of(const std::vector<std::string>& texts) {
  std::string list;
  for (const std::string& text : texts) list.append(list.empty() ? "" : ", ").append("'").append(text).append("'");
  return list.empty() ? "nothing" : list;
}

std::optional<std::vector<std::string>> texts_in(const Json& object, const char* key) {
  const auto list = object.find(key);
  if (list == object.end() || !list->is_array()) return std::nullopt;
  std::vector<std::string> texts;
  for (const Json& text : *list) {
    if (!text.is_string()) return std::nullopt;
    texts.emplace_back(trimmed(text.get_ref<const std::string&>()));
  }
  return texts;
}

/// Why the rules do not keep to an example, or "".
std::string complaint(const std::vector<LedgerEntry>& edits, const std::string& rule,
                      const std::vector<std::string>& wanted) {
  std::vector<std::string> got;
  std::string others;
  for (const LedgerEntry& edit : edits) {
    if (edit.rule == rule)
      got.emplace_back(trimmed(edit.text));
    else
      others = edit.rule;
  }
  if (got == wanted) return "";
  std::string message = "drops " + list_of(got) + " instead of " + list_of(wanted);
  if (!others.empty()) message += "; there, too, is rule '" + others + "'";
  return message;
}

/// Why the rules do not keep to a counter-example, or "".
std::string counter_complaint(const std::vector<LedgerEntry>& edits, std::size_t begin, std::size_t end) {
  const auto touching = std::find_if(edits.begin(), edits.end(), [&](const LedgerEntry& edit) {
    return edit.span.begin < end && begin < edit.span.end;
  });
  if (touching == edits.end()) return "";
  return "rule '" + touching->rule + "' takes '" + std::string(trimmed(touching->text)) + "', which must stay";
}

class Trial {
 public:
  Trial(const std::shared_ptr<Normalizer>& normalizer, std::vector<ExampleResult>& results)
      : normalizer_(normalizer), results_(results) {}

  /// The examples of one rule. Gives what is wrong with one that is none, or "".
  std::string run(const Json& rule, const std::string& id) {
    for (const char* key : {"examples", "counter_examples"}) {
      const auto list = rule.find(key);
      if (list == rule.end()) continue;
      if (!list->is_array()) return std::string("'") + key + "' must be a list";
      for (const Json& example : *list) {
        const bool fits = example.is_object() && example.contains("text") && example["text"].is_string();
        if (!fits) return std::string("one of '") + key + "' has no 'text'";
        if (std::string wrong = run_one(example, id, key == std::string_view("counter_examples")); !wrong.empty())
          return wrong;
      }
    }
    return "";
  }

 private:
  std::string run_one(const Json& example, const std::string& id, bool counter) {
    ExampleResult result{id, counter, example["text"].get<std::string>(), ""};
    std::size_t begin = 0;
    std::string stays = result.text;
    std::vector<std::string> wanted;
    if (counter) {
      if (example.contains("stays") && example["stays"].is_string()) stays = example["stays"].get<std::string>();
      begin = result.text.find(stays);
      if (begin == std::string::npos) return "'stays' is no part of its counter-example: '" + stays + "'";
    } else {
      auto drops = texts_in(example, "drops");
      if (!drops) return "an example has no 'drops', a list of texts";
      wanted = *std::move(drops);
    }
    Result<Document> document = make_document("example", result.text, {});
    if (!document) return document.error().message;
    const auto edits = edits_of(normalizer_, *document);
    result.message = !edits    ? edits.error().message
                     : counter ? counter_complaint(*edits, begin, begin + stays.size())
                               : complaint(*edits, id, wanted);
    results_.push_back(std::move(result));
    return "";
  }

  const std::shared_ptr<Normalizer>& normalizer_;
  std::vector<ExampleResult>& results_;
};

}  // namespace

Result<std::vector<ExampleResult>> run_examples(const std::shared_ptr<Normalizer>& normalizer, const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  fs::directory_iterator entries(folder, error);
  for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
    std::error_code ignored;
    if (entries->path().extension() == ".json" && entries->is_regular_file(ignored)) files.push_back(entries->path());
  }
  std::sort(files.begin(), files.end());

  std::vector<ExampleResult> results;
  Trial trial(normalizer, results);
  for (const fs::path& file : files) {
    std::ifstream stream(file, std::ios::binary);
    const Json json = Json::parse(std::string{std::istreambuf_iterator<char>(stream), {}}, nullptr, false);
    // What the engine could read, in order.json's list or not, is an object; the rest it has refused.
    if (!json.is_object() || !json.contains("rules") || !json["rules"].is_array()) continue;
    for (const Json& rule : json["rules"]) {
      if (!rule.is_object() || !rule.contains("id") || !rule["id"].is_string()) continue;
      const auto id = rule["id"].get<std::string>();
      if (const std::string wrong = trial.run(rule, id); !wrong.empty())
        return Error{ErrorCode::kInvalidInput, file.string() + ": rule '" + id + "': " + wrong};
    }
  }
  return results;
}

}  // namespace storydiff::cli
