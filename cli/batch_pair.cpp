#include "batch_pair.hpp"

#include <nlohmann/json.hpp>
#include <utility>

namespace storydiff::cli {
namespace {

using Json = nlohmann::ordered_json;

Error bad_pair(const std::string& message) { return {ErrorCode::kInvalidInput, message}; }

std::string one_line(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Status read_text(const Json& json, const std::string& what, PairText& into) {
  if (json.is_string()) {
    into.path = json.get<std::string>();
    return Success{};
  }
  const auto text = json.is_object() ? json.find("text") : json.end();
  if (!json.is_object() || text == json.end() || !text->is_string())
    return bad_pair(what + " must be a path, or {\"text\": ..., \"name\": ...}");
  into.text = text->get<std::string>();
  into.path = "text";
  if (const auto name = json.find("name"); name != json.end()) {
    if (!name->is_string()) return bad_pair("'name' of " + what + " must be a string");
    into.path = name->get<std::string>();
  }
  return Success{};
}

Result<Document> read_member(const PairText& text, const ReadOptions& reading) {
  // JSON is UTF-8, whatever the files are in.
  if (text.text) return make_document(text.path, *text.text, {});
  if (text.path == "-") return bad_pair("a pair can not read standard input");
  return read_document(text.path, reading);
}

}  // namespace

Status read_pair(std::string_view line, Pair& pair) {
  // A pair nests three deep. What goes deeper is left out while reading, for walking down an object that
  // nests a hundred thousand deep takes more stack than there is.
  constexpr int kDeepest = 3;
  const auto shallow = [](int depth, Json::parse_event_t, Json&) { return depth <= kDeepest; };
  const Json json = Json::parse(line, shallow, false);
  if (!json.is_object()) return bad_pair("this is no JSON object");
  if (const auto id = json.find("id"); id != json.end()) {
    if (id->is_structured()) return bad_pair("'id' must be a string or a number");
    pair.id = one_line(*id);
  }
  const auto sources = json.find("sources");
  if (sources == json.end() || !sources->is_array() || sources->empty())
    return bad_pair("'sources' must be a list of at least one path");
  for (const Json& source : *sources)
    if (const Status read = read_text(source, "a source", pair.sources.emplace_back()); !read) return read;
  const auto target = json.find("target");
  if (target == json.end()) return bad_pair("'target' must be a path, or {\"text\": ..., \"name\": ...}");
  return read_text(*target, "'target'", pair.target);
}

Result<std::vector<Document>> read_documents(const Pair& pair, const ReadOptions& reading) {
  std::vector<Document> documents;
  for (const PairText& text : pair.sources) {
    Result<Document> document = read_member(text, reading);
    if (!document) return document.error();
    documents.push_back(std::move(*document));
  }
  Result<Document> target = read_member(pair.target, reading);
  if (!target) return target.error();
  documents.push_back(std::move(*target));
  return documents;
}

std::string report_record(const std::string& id, const Report& report, const std::vector<std::string>& select) {
  const std::string line = to_json_line(report, select);
  // "{...}\n" or "{}\n"
  return "{\"id\":" + id + (line[1] == '}' ? "" : ",") + line.substr(1);
}

std::string error_record(const std::string& id, std::uint64_t line, const std::string& message) {
  const Json error = "line " + std::to_string(line) + ": " + message;
  return "{\"id\":" + id + ",\"error\":" + one_line(error) + "}\n";
}

std::string pair_key(const std::string& id, std::uint64_t line) {
  return id == "null" ? "line " + std::to_string(line) : id;
}

std::optional<RecordHead> read_record_head(std::string_view line) {
  // Only the first two members are read: a report is long, and there may be many.
  constexpr std::string_view kStart = "{\"id\":";
  if (!line.starts_with(kStart) || !line.ends_with('}')) return std::nullopt;
  std::size_t end = kStart.size();
  if (end < line.size() && line[end] == '"')
    for (++end; end < line.size() && line[end] != '"'; ++end)
      if (line[end] == '\\') ++end;
  end = line.find_first_of(",}", end);
  if (end == std::string_view::npos) return std::nullopt;
  const std::string id(line.substr(kStart.size(), end - kStart.size()));
  if (!Json::accept(id)) return std::nullopt;

  RecordHead head;
  constexpr std::string_view kError = ",\"error\":\"line ";
  head.failed = line.substr(end).starts_with(kError);
  if (id != "null") {
    head.key = id;
  } else if (head.failed) {
    const std::string_view number = line.substr(end + kError.size());
    head.key = "line " + std::string(number.substr(0, number.find(':')));
  }
  return head;
}

}  // namespace storydiff::cli
