#include "command.hpp"

#include <CLI/Validators.hpp>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <string>
#include <thread>
#include <vector>

#include "message.hpp"

namespace storydiff::cli {

void add_plugin_flags(CLI::App& arguments, PluginRequest& request) {
  // Without allow_extra_args(false) each of these would swallow the files that follow it.
  arguments.add_option("--plugin", request.plugins, "Run this plugin after the default ones, or set its options")
      ->type_name("ID[:KEY=VALUE,...]")
      ->allow_extra_args(false);
  arguments.add_option("--no-plugin", request.without, "Leave a default plugin out")
      ->type_name("ID")
      ->allow_extra_args(false);
  arguments.add_flag("--no-plugins", request.no_defaults, "Leave all default plugins out");
  arguments.add_option("--plugin-order", request.order, "Run each of these plugins before the next one")
      ->type_name("ID,ID,...")
      ->delimiter(',')
      ->allow_extra_args(false);
  arguments.add_option("--plugin-path", request.folders, "Look for plugins in this folder first")
      ->type_name("DIR")
      ->allow_extra_args(false);
  arguments
      .add_option(
          "--in-process", request.in_process,
          "Trust this plugin: run it in this process, not apart from it as all that did not come with storydiff")
      ->type_name("ID")
      ->allow_extra_args(false);
  add_plugin_timeout_flag(arguments, request);
}

void add_plugin_timeout_flag(CLI::App& arguments, PluginRequest& request) {
  arguments
      .add_option("--plugin-timeout", request.timeout_seconds,
                  "What a plugin in its own process may take to load, and for each text")
      ->type_name("SECONDS")
      ->capture_default_str();
}

void add_resource_flags(CLI::App& arguments, ResourceRequest& request) {
  CLI::Option* lexicon = arguments.add_option("--lexicon", request.lexicon, "Take synonyms from this lexicon");
  lexicon->type_name("FILE");
  arguments.add_flag("--no-lexicon", request.no_lexicon, "Leave the rung synonym off")->excludes(lexicon);
  CLI::Option* vectors = arguments.add_option("--vectors", request.vectors, "Take related words from these vectors");
  vectors->type_name("FILE");
  arguments.add_flag("--no-vectors", request.no_vectors, "Leave the rung related off")->excludes(vectors);
}

void add_reading_flags(CLI::App& arguments, ReadOptions& reading) {
  arguments
      .add_option("--as", reading.format,
                  "Read all files as html, nitf, newsml-g2, iptc7901, anpa, ninjs, json, markdown or text; else it is "
                  "told from their first bytes and names")
      ->type_name("FORMAT");
  arguments.add_option("--encoding", reading.encoding, "What the files are in: utf-8, windows-1252 or iso-8859-1")
      ->type_name("NAME")
      ->capture_default_str();
}

void add_language_flag(CLI::App& arguments, std::string& language) {
  arguments.add_option("--language", language, "Language of the texts, a BCP 47 tag; auto: told from the texts")
      ->type_name("TAG")
      ->capture_default_str();
}

void add_color_flag(CLI::App& arguments, std::string& when) {
  arguments.add_option("--color", when, "Colour")
      ->type_name("WHEN")
      ->capture_default_str()
      ->check(CLI::IsMember(std::vector<std::string>{"auto", "always", "never"}));
}

void add_timeout_flag(CLI::App& arguments, double& seconds) {
  constexpr double kLeast = 0.001;
  constexpr double kMost = 86'400;  // a day is as good as for ever, and far from what overflows
  arguments.add_option("--timeout", seconds, "End with an error what takes longer; no limit, if nothing is said")
      ->type_name("SECONDS")
      ->check(CLI::Range(kLeast, kMost).description(""));
}

Deadline deadline_in(double seconds) {
  if (seconds == 0) return {};
  return Deadline::in(std::chrono::milliseconds(static_cast<std::int64_t>(std::ceil(seconds * 1000))));
}

PluginRequest within_timeout(PluginRequest request, double seconds) {
  if (seconds > 0) request.timeout_seconds = std::min(request.timeout_seconds, seconds);
  return request;
}

void add_jobs_flag(CLI::App& arguments, unsigned& jobs) {
  arguments.add_option("--jobs", jobs, "Compare so many pairs at once; as many as there are cores, if nothing is said")
      ->type_name("N")
      ->check(CLI::Range(1U, 1024U).description(""));
}

void add_threads_flag(CLI::App& arguments, unsigned& threads) {
  arguments
      .add_option("--threads", threads,
                  "Spread a long comparison over so many threads; as many as there are cores, if nothing is said. "
                  "The result is the same")
      ->type_name("N")
      ->check(CLI::Range(1U, 1024U).description(""));
}

unsigned or_cores(unsigned asked) { return asked > 0 ? asked : std::max(1U, std::thread::hardware_concurrency()); }

Result<Pipeline> load_pipeline(const PluginRequest& request) {
  const PluginCatalogue catalogue = find_plugins(request.folders);
  for (const PluginProblem& problem : catalogue.problems()) warn(problem.message);
  return make_pipeline(request, catalogue);
}

void warn_of_language(const Report& report, const std::string& before) {
  for (const std::string& bailout : report.summary.bailouts)
    if (bailout.starts_with("language: ")) warn(before + bailout);
}

void warn_of_failures(const Pipeline& pipeline) {
  for (const PipelineStep& step : pipeline)
    if (!step.normalizer) warn("plugin '" + step.id + "' is left out: " + step.failure);
}

}  // namespace storydiff::cli
