#include "storydiff/chain.hpp"

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "command.hpp"
#include "comparison.hpp"
#include "message.hpp"
#include "output.hpp"
#include "render/chain.hpp"
#include "render/chain_html.hpp"
#include "storydiff/document.hpp"
#include "terminal_style.hpp"
#include "terminal_text.hpp"

namespace storydiff::cli {
namespace {

struct ChainArguments {
  std::vector<std::string> files;
  std::string json;
  std::string html;
  PluginRequest plugins;
  ResourceRequest resources;
  std::string language = "auto";
  ReadOptions reading;
  double timeout_seconds = 0;
  std::string color = "auto";
  unsigned threads = 0;
  bool quiet = false;
};

Result<Chain> chain_files(const ChainArguments& arguments) {
  const auto usage = [](std::string message) { return Error{ErrorCode::kUsage, std::move(message)}; };
  if (arguments.files.size() < 2)
    return usage(
        "chain needs at least two files: V1 V2... in the order of their making (see 'storydiff chain --help')");
  if (std::count(arguments.files.begin(), arguments.files.end(), "-") > 1)
    return usage("standard input ('-') can be read only once");
  for (const auto& [flag, file] : {std::pair("--json", &arguments.json), std::pair("--html", &arguments.html)})
    if (const Status free = check_place(flag, *file, arguments.files, "one of the texts"); !free) return free.error();
  if (!arguments.json.empty() && !arguments.html.empty() && same_file(arguments.json, arguments.html))
    return usage("--json and --html can not both write to " +
                 (arguments.json == "-" ? "standard output" : arguments.json));

  const Deadline deadline = deadline_in(arguments.timeout_seconds);
  const Result<Pipeline> pipeline = load_pipeline(within_timeout(arguments.plugins, arguments.timeout_seconds));
  if (!pipeline) return pipeline.error();
  warn_of_failures(*pipeline);
  const Result<LanguageResources> resources = load_resources(arguments.resources, arguments.language);
  if (!resources) return resources.error();
  std::vector<Document> documents;
  for (const std::string& file : arguments.files) {
    Result<Document> document = read_document(file, arguments.reading);
    if (!document) return document.error();
    documents.push_back(std::move(*document));
  }
  std::vector<const Document*> versions;
  for (const Document& document : documents) versions.push_back(&document);
  Result<Chain> result =
      chain(versions, *pipeline, {arguments.language, *resources, {}, or_cores(arguments.threads), deadline});
  if (!result) return result;
  std::vector<const ReportDocument*> compared;
  for (const ReportDocument& version : result->versions) compared.push_back(&version);
  warn_of_failed_runs(compared, *pipeline);
  return result;
}

/// Once each: every step is compared in the same language.
void warn_of_languages(const Chain& chain) {
  std::set<std::string> said;
  for (const ChainStep& step : chain.steps)
    for (const std::string& bailout : step.bailouts)
      if (bailout.starts_with("language: ") && said.insert(bailout).second) warn(bailout);
}

Status write_html(const std::string& file, const std::string& page) {
  if (file != "-") return write_file(file, page);
  return write_stdout(stdout_is_terminal() ? visible_text(page) : page);
}

int run(const ChainArguments& arguments) {
  const Result<Chain> chain = chain_files(arguments);
  if (!chain) return trouble(chain.error());
  warn_of_languages(*chain);
  if (!arguments.json.empty())
    if (const Status written = write_json(arguments.json, to_json(*chain)); !written) return trouble(written.error());
  if (!arguments.html.empty())
    if (const Status written = write_html(arguments.html, render_chain_html(*chain)); !written)
      return trouble(written.error());
  if (!arguments.quiet && arguments.json != "-" && arguments.html != "-") {
    const Status written = write_stdout(render_chain(*chain, stdout_style(arguments.color)));
    if (!written) return trouble(written.error());
  }
  return chain->differs() ? kDifference : kNoDifference;
}

}  // namespace

Command chain_command(CLI::App& program) {
  CLI::App* app = program.add_subcommand("chain", "Follow each sentence through the versions of one story");
  auto arguments = std::make_shared<ChainArguments>();
  app->add_option("files", arguments->files, "The versions, the oldest first; '-' is standard input")
      ->type_name("V1 V2...");
  app->add_option("--json", arguments->json, "Write the chain as JSON; '-' is standard output, instead of the text")
      ->type_name("FILE");
  app->add_option("--html", arguments->html,
                  "Write the chain as a page, the versions side by side, one file that needs no other")
      ->type_name("FILE");
  add_plugin_flags(*app, arguments->plugins);
  add_resource_flags(*app, arguments->resources);
  add_language_flag(*app, arguments->language);
  add_reading_flags(*app, arguments->reading);
  add_threads_flag(*app, arguments->threads);
  add_timeout_flag(*app, arguments->timeout_seconds);
  add_color_flag(*app, arguments->color);
  app->add_flag("--quiet", arguments->quiet, "Print no text; the exit status, --json and --html tell");
  app->footer(
      "Each version is compared with the one before it. Then follows the life of every sentence that does not\n"
      "stand unchanged in all versions: born, edited (and what changed), moved, split, merged, dropped, returned.\n\n"
      "Exit status: 0 no difference in story text in any step, 1 differences, 2 trouble.\n\n"
      "Examples:\n"
      "  storydiff chain take1.txt take2.txt take3.txt\n"
      "  storydiff chain take1.txt take2.txt take3.txt --html chain.html\n"
      "  storydiff chain take?.txt --json chain.json\n"
      "  storydiff chain take?.txt --json - | jq '.lives[] | select(.stages[-1].event == \"dropped\")'\n"
      "  git show HEAD:story.txt | storydiff chain - story.txt\n"
      "  storydiff schema chain");
  return {app, [arguments] { return run(*arguments); }, &arguments->plugins};
}

}  // namespace storydiff::cli
