#include <array>
#include <cstddef>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "command.hpp"
#include "message.hpp"
#include "output.hpp"
#include "render/ledger.hpp"
#include "storydiff/compare.hpp"
#include "storydiff/document.hpp"
#include "storydiff/pipeline.hpp"
#include "terminal_style.hpp"
#include "terminal_text.hpp"

namespace storydiff::cli {
namespace {

using Json = nlohmann::ordered_json;

struct NormalizeArguments {
  std::string file;
  bool ledger = false;
  std::string json;
  PluginRequest plugins;
  ReadOptions reading;
  double timeout_seconds = 0;
  std::string color = "auto";
};

/// The document's part of a report in the report's own words, and the text that came of it.
std::string normalized_json(const Document& document, const NormalizedDocument& normalized) {
  const auto or_null = [](const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); };
  Json result = Json::object();
  result["schema"] = "storydiff-normalized/1";
  result["tool"] = {{"name", "storydiff"}, {"version", version()}};
  Json& about = result["document"] = Json::object();
  about["path"] = document.path;
  about["sha256"] = document.sha256;
  about["bytes"] = document.bytes;
  about["encoding"] = document.encoding;
  about["plugins"] = Json::array();
  for (const PluginRun& run : normalized.plugins)
    about["plugins"].push_back({{"id", run.id},
                                {"version", or_null(run.version)},
                                {"status", to_string(run.status)},
                                {"message", or_null(run.message)},
                                {"edits", run.edits}});
  about["edits"] = Json::array();
  for (const LedgerEntry& entry : normalized.ledger) {
    const bool replaces = entry.action == EditAction::kReplace;
    about["edits"].push_back({{"plugin", normalized.plugins[entry.plugin].id},
                              {"rule", entry.rule},
                              {"action", to_string(entry.action)},
                              {"role", or_null(entry.role)},
                              {"span", Json::array({entry.span.begin, entry.span.end})},
                              {"text", entry.text},
                              {"replacement", replaces ? Json(entry.replacement) : Json(nullptr)},
                              {"to", entry.to ? Json(*entry.to) : Json(nullptr)}});
  }
  result["text"] = normalized.text;
  return result.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

int run(const NormalizeArguments& arguments) {
  if (arguments.file.empty()) return trouble("normalize needs a FILE (see 'storydiff normalize --help')");
  if (const Status free = check_place("--json", arguments.json, {arguments.file}, "the text"); !free)
    return trouble(free.error());
  const Deadline deadline = deadline_in(arguments.timeout_seconds);
  const Result<Pipeline> pipeline = load_pipeline(within_timeout(arguments.plugins, arguments.timeout_seconds));
  if (!pipeline) return trouble(pipeline.error());
  const Result<Document> document = read_document(arguments.file, arguments.reading);
  if (!document) return trouble(document.error());

  const std::array<const Document*, 1> documents{&*document};
  const Result<std::vector<NormalizedDocument>> all = normalize_texts(documents, *pipeline, deadline);
  if (!all) return trouble(all.error());
  const NormalizedDocument& normalized = all->front();
  for (const PluginRun& plugin : normalized.plugins)
    if (plugin.status == PluginRun::Status::kFailed)
      warn("plugin '" + plugin.id + "' failed on " + document->path + ": " + plugin.message);

  Status written = Success{};
  if (!arguments.json.empty()) written = write_json(arguments.json, normalized_json(*document, normalized));
  if (written && arguments.json != "-") {
    if (arguments.ledger)
      written = write_stdout(render_ledger(*document, normalized, stdout_style(arguments.color)));
    else
      written = write_stdout(stdout_is_terminal() ? visible_text(normalized.text) : normalized.text);
  }
  return written ? 0 : trouble(written.error());
}

}  // namespace

Command normalize_command(CLI::App& program) {
  CLI::App* app = program.add_subcommand("normalize", "Print what is left of a text after the plugins");
  auto arguments = std::make_shared<NormalizeArguments>();
  app->add_option("file", arguments->file, "The text; '-' is standard input")->type_name("FILE");
  app->add_flag("--ledger", arguments->ledger, "Print what each plugin did, and by which rule, instead of the text");
  app->add_option("--json", arguments->json,
                  "Write text and ledger as JSON; '-' is standard output, instead of the text")
      ->type_name("FILE");
  add_plugin_flags(*app, arguments->plugins);
  add_reading_flags(*app, arguments->reading);
  add_timeout_flag(*app, arguments->timeout_seconds);
  add_color_flag(*app, arguments->color);
  app->footer(
      "A plugin that needs a second text to work with has none here and does nothing.\n\n"
      "Exit status: 0, or 2 for trouble.\n\n"
      "Examples:\n"
      "  storydiff normalize wire.txt\n"
      "  storydiff normalize wire.txt --ledger\n"
      "  storydiff normalize wire.txt --no-plugins --plugin wire-furniture --json ledger.json");
  return {app, [arguments] { return run(*arguments); }, &arguments->plugins};
}

}  // namespace storydiff::cli
