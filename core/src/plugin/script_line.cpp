#include "plugin/script_line.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>

#include "plugin/bounded_json.hpp"
#include "plugin/edit_sink.hpp"
#include "plugin/text.hpp"

namespace storydiff::plugin_host {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

constexpr int kProtocol = 1;

ordered_json span_json(Span span) { return ordered_json::array({span.begin, span.end}); }

void add_text(ordered_json& object, const View& view) {
  object["text"] = view.text;
  ordered_json& paragraphs = object["paragraphs"] = ordered_json::array();
  for (const Span span : view.paragraphs) paragraphs.push_back(span_json(span));
  ordered_json& marks = object["marks"] = ordered_json::array();
  for (const Mark& mark : view.marks)
    marks.push_back({{"span", span_json(mark.span)}, {"role", mark.role}, {"rule", mark.rule}});
  ordered_json& metadata = object["metadata"] = ordered_json::object();
  if (view.metadata != nullptr) {
    for (const auto& [key, value] : *view.metadata) metadata[key] = value;
  }
}

using Keys = std::span<const std::string_view>;
constexpr std::array<std::string_view, 4> kNamed{"action", "span", "role", "rule"};
constexpr std::array<std::string_view, 4> kReplaced{"action", "span", "replacement", "rule"};
constexpr std::array<std::string_view, 5> kMoved{"action", "paragraph_first", "paragraph_count", "before_paragraph",
                                                 "rule"};

/// Takes the edits of the line as they are parsed, and keeps the first complaint.
class ReplyReader {
 public:
  ReplyReader() { sink_.open(); }

  [[nodiscard]] bool failed() const { return !complaint_.empty() || !sink_.refusal().empty(); }
  [[nodiscard]] const std::string& complaint() const { return complaint_.empty() ? sink_.refusal() : complaint_; }
  std::vector<ProposedEdit> edits() { return sink_.close(); }

  void complain(const std::string& what) {
    if (!failed()) complaint_ = what;
  }

  void take(const json& edit) {
    ++count_;
    const auto action = edit.is_object() ? edit.find("action") : edit.end();
    if (!edit.is_object() || action == edit.end() || !action->is_string())
      return complain(which() + "must be an object with an 'action'");
    const auto& name = action->get_ref<const std::string&>();
    const storydiff_sink& to = *sink_.abi();
    if (name == "drop" || name == "mark") {
      if (!check_keys(edit, name, kNamed)) return;
      const auto span = span_of(edit);
      const auto role = text_of(edit, "role");
      const auto rule = text_of(edit, "rule");
      if (!span || !role || !rule) return;
      (name == "drop" ? to.drop : to.mark)(to.context, (*span)[0], (*span)[1], role->c_str(), rule->c_str());
    } else if (name == "replace") {
      if (!check_keys(edit, name, kReplaced)) return;
      const auto span = span_of(edit);
      const auto replacement = text_of(edit, "replacement", true);
      const auto rule = text_of(edit, "rule");
      if (!span || !replacement || !rule) return;
      to.replace(to.context, (*span)[0], (*span)[1], replacement->data(), replacement->size(), rule->c_str());
    } else if (name == "move") {
      if (!check_keys(edit, name, kMoved)) return;
      const auto first = number_of(edit.at("paragraph_first"), "paragraph_first");
      const auto count = number_of(edit.at("paragraph_count"), "paragraph_count");
      const auto before = number_of(edit.at("before_paragraph"), "before_paragraph");
      const auto rule = text_of(edit, "rule");
      if (!first || !count || !before || !rule) return;
      to.move(to.context, *first, *count, *before, rule->c_str());
    } else {
      complain(which() + "has the action '" + one_line(name) + "', which is none of 'drop', 'replace', 'move', 'mark'");
    }
  }

 private:
  [[nodiscard]] std::string which() const { return "its edit number " + std::to_string(count_) + " "; }

  bool check_keys(const json& edit, const std::string& action, Keys keys) {
    for (const auto& [key, value] : edit.items()) {
      if (std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
      complain(which() + "(" + action + ") has an unknown key '" + one_line(key) + "'; keys are: " + quoted_list(keys));
      return false;
    }
    for (const std::string_view key : keys) {
      if (edit.contains(std::string(key))) continue;
      complain(which() + "(" + action + ") has no '" + std::string(key) + "'");
      return false;
    }
    return true;
  }

  std::optional<std::uint64_t> number_of(const json& value, const std::string& key) {
    if (value.is_number_unsigned()) return value.get<std::uint64_t>();
    complain(which() + "has a '" + key + "' that is no whole number from 0");
    return std::nullopt;
  }

  std::optional<std::array<std::uint64_t, 2>> span_of(const json& edit) {
    const json& span = edit.at("span");
    if (!span.is_array() || span.size() != 2 || !span[0].is_number_unsigned() || !span[1].is_number_unsigned()) {
      complain(which() + "has a 'span' that is not two byte offsets [begin, end]");
      return std::nullopt;
    }
    return std::array{span[0].get<std::uint64_t>(), span[1].get<std::uint64_t>()};
  }

  /// Names go through C strings, which a NUL would cut; a replacement's size goes with it.
  std::optional<std::string> text_of(const json& edit, const std::string& key, bool may_hold_nul = false) {
    const json& value = edit.at(key);
    if (value.is_string()) {
      const auto& text = value.get_ref<const std::string&>();
      if (may_hold_nul || text.find('\0') == std::string::npos) return text;
    }
    complain(which() + "has a '" + key + "' that is no text");
    return std::nullopt;
  }

  EditSink sink_;
  std::string complaint_;
  std::uint64_t count_ = 0;
};

Error wrong(const std::string& what) { return {ErrorCode::kPlugin, what}; }

}  // namespace

std::string script_request(const View& view, std::string_view options_json) {
  ordered_json request;
  request["storydiff"] = kProtocol;
  add_text(request, view);
  request["options"] = ordered_json::parse(options_json, nullptr, false);
  ordered_json& counterpart = request["counterpart"] = nullptr;
  if (view.counterpart != nullptr) add_text(counterpart, *view.counterpart);
  return request.dump(-1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

Result<std::vector<ProposedEdit>> read_script_reply(std::string_view line) {
  ReplyReader reader;
  std::string member;  // of the whole
  bool too_deep = false;
  // The whole is an object, `edits` in it a list, an edit in that at depth 2: taken as soon as it is
  // there and then forgotten, so that a million of them are never JSON at once.
  const auto each = [&](int depth, json::parse_event_t event, const json& parsed) {
    if (depth > 4) too_deep = true;
    if (depth == 1 && event == json::parse_event_t::key) member = parsed.get<std::string>();
    if (too_deep || reader.failed()) return false;
    const bool value_ends = event == json::parse_event_t::object_end || event == json::parse_event_t::array_end ||
                            event == json::parse_event_t::value;
    if (depth != 2 || !value_ends || member != "edits") return true;
    reader.take(parsed);
    return false;
  };
  json reply;
  try {
    reply = json::parse(line.begin(), line.end(), each);
  } catch (const json::exception& e) {
    std::string_view what = e.what();
    if (const auto end = what.find("] "); what.starts_with("[") && end != what.npos) what.remove_prefix(end + 2);
    return wrong("its answer is no valid JSON: " + one_line(what));
  }
  if (too_deep) return wrong("its answer is nested more than 4 levels deep");
  if (reader.failed()) return wrong(reader.complaint());
  if (!reply.is_object()) return wrong("its answer must be a JSON object, not " + std::string(reply.type_name()));
  if (const auto error = reply.find("error"); error != reply.end()) {
    if (!error->is_string() || reply.size() != 1) return wrong("its answer's 'error' must be a text, alone");
    return wrong(one_line(error->get_ref<const std::string&>()));
  }
  const auto edits = reply.find("edits");
  if (edits == reply.end() || reply.size() != 1)
    return wrong("its answer must be {\"edits\": [...]} or {\"error\": \"...\"} and nothing else");
  if (!edits->is_array()) return wrong("its answer's 'edits' must be a list");
  return reader.edits();
}

bool is_script_error(std::string_view line) {
  constexpr std::size_t kLongest = 65536;  // a reason, and not a text to be parsed twice
  if (line.size() > kLongest) return false;
  const json reply = json::parse(line.begin(), line.end(), nullptr, false);
  return reply.is_object() && reply.size() == 1 && reply.contains("error") && reply["error"].is_string();
}

}  // namespace storydiff::plugin_host
