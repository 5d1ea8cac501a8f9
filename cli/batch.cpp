#include <cstddef>
#include <fstream>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "command.hpp"
#include "message.hpp"
#include "output.hpp"
#include "storydiff/compare.hpp"
#include "storydiff/document.hpp"
#include "storydiff/report.hpp"

namespace storydiff::cli {
namespace {

using Json = nlohmann::ordered_json;

struct BatchArguments {
  std::string file;
  PluginRequest plugins;
  ResourceRequest resources;
  std::string language = "auto";
  std::string encoding = "utf-8";
};

struct Pair {
  Json id;  ///< a string, a number, true, false or null; comes back as it is
  std::vector<std::string> sources;
  std::string target;
};

Error bad_pair(const std::string& message) { return {ErrorCode::kInvalidInput, message}; }

/// Fills `pair.id` even where the rest is wrong, so that the error can name the pair.
Status read_pair(const std::string& line, Pair& pair) {
  // A pair nests two deep. What goes deeper is left out while reading, for walking down an object that
  // nests a hundred thousand deep takes more stack than there is.
  constexpr int kDeepest = 3;
  const auto shallow = [](int depth, Json::parse_event_t, Json&) { return depth <= kDeepest; };
  const Json json = Json::parse(line, shallow, false);
  if (!json.is_object()) return bad_pair("this is no JSON object");
  if (const auto id = json.find("id"); id != json.end()) {
    if (id->is_structured()) return bad_pair("'id' must be a string or a number");
    pair.id = *id;
  }
  const auto sources = json.find("sources");
  if (sources == json.end() || !sources->is_array() || sources->empty())
    return bad_pair("'sources' must be a list of at least one path");
  for (const Json& source : *sources) {
    if (!source.is_string()) return bad_pair("'sources' must be a list of paths");
    pair.sources.push_back(source.get<std::string>());
  }
  const auto target = json.find("target");
  if (target == json.end() || !target->is_string()) return bad_pair("'target' must be a path");
  pair.target = target->get<std::string>();
  return Success{};
}

Result<Document> read_member(const std::string& path, const BatchArguments& arguments) {
  if (path == "-") return bad_pair("a pair can not read standard input");
  return read_document(path, {arguments.encoding});
}

Result<Report> compare_pair(const Pair& pair, const Pipeline& pipeline, const LanguageResources& resources,
                            const BatchArguments& arguments) {
  std::vector<Document> sources;
  for (const std::string& path : pair.sources) {
    Result<Document> document = read_member(path, arguments);
    if (!document) return document.error();
    sources.push_back(std::move(*document));
  }
  const Result<Document> target = read_member(pair.target, arguments);
  if (!target) return target.error();
  std::vector<const Document*> borrowed;
  for (const Document& source : sources) borrowed.push_back(&source);
  return compare(borrowed, *target, pipeline, {arguments.language, resources, {}});
}

std::string one_line(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

/// The report's line with the pair's id as its first member. A report is never an empty object.
std::string with_id(const std::string& report_line, const Json& id) {
  return "{\"id\":" + one_line(id) + "," + report_line.substr(1);
}

int run(const BatchArguments& arguments) {
  if (arguments.file.empty()) return trouble("batch needs a list of pairs: PAIRS.jsonl (see 'storydiff batch --help')");
  std::ifstream file;
  if (arguments.file != "-") {
    file.open(arguments.file, std::ios::binary);
    // A folder opens, but can not be read.
    if (!file || (file.peek() == std::ifstream::traits_type::eof() && file.bad()))
      return trouble("can not read " + arguments.file);
  }
  std::istream& lines = arguments.file == "-" ? std::cin : file;
  const Result<Pipeline> pipeline = load_pipeline(arguments.plugins);
  if (!pipeline) return trouble(pipeline.error());
  warn_of_failures(*pipeline);
  const Result<LanguageResources> resources = load_resources(arguments.resources, arguments.language);
  if (!resources) return trouble(resources.error());

  std::size_t pairs = 0;
  std::size_t failed = 0;
  std::string line;
  for (std::size_t number = 1; std::getline(lines, line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    ++pairs;
    Pair pair;
    const Status read = read_pair(line, pair);
    const Result<Report> report =
        read ? compare_pair(pair, *pipeline, *resources, arguments) : Result<Report>(read.error());
    std::string out;
    if (report) {
      warn_of_language(*report, "line " + std::to_string(number) + ": ");
      out = with_id(to_json_line(*report), pair.id);
    } else {
      ++failed;
      out = one_line({{"id", pair.id}, {"error", "line " + std::to_string(number) + ": " + report.error().message}}) +
            "\n";
    }
    const Status written = write_stdout_json(out);
    if (!written) return trouble(written.error());
  }
  if (lines.bad()) return trouble("can not read " + arguments.file);
  if (failed > 0)
    return trouble(std::to_string(failed) + " of " + std::to_string(pairs) + " pairs could not be compared");
  return 0;
}

}  // namespace

Command batch_command(CLI::App& program) {
  CLI::App* app = program.add_subcommand("batch", "Compare many pairs: JSON lines in, JSON lines out");
  auto arguments = std::make_shared<BatchArguments>();
  app->add_option("pairs", arguments->file, "One pair a line; '-' is standard input")->type_name("PAIRS.jsonl");
  add_plugin_flags(*app, arguments->plugins);
  add_resource_flags(*app, arguments->resources);
  add_language_flag(*app, arguments->language);
  add_reading_flags(*app, arguments->encoding);
  app->footer(
      "A line in:   {\"id\": \"p1\", \"sources\": [\"wire.txt\"], \"target\": \"opinion.txt\"}\n"
      "A line out:  the report with \"id\" as its first member, or {\"id\", \"error\"} where a pair could\n"
      "             not be compared. Lines keep their order and are written at once. Paths are relative\n"
      "             to the current folder.\n\n"
      "Exit status: 0 when all pairs were compared, 2 otherwise.\n\n"
      "Examples:\n"
      "  storydiff batch pairs.jsonl > reports.jsonl\n"
      "  grep opinion pairs.jsonl | storydiff batch - | jq -c '[.id, .summary.class]'");
  return {app, [arguments] { return run(*arguments); }, &arguments->plugins};
}

}  // namespace storydiff::cli
