#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <exception>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <new>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "batch_output.hpp"
#include "batch_pair.hpp"
#include "batch_progress.hpp"
#include "batch_workers.hpp"
#include "command.hpp"
#include "line_reader.hpp"
#include "message.hpp"
#include "output.hpp"
#include "stop_signal.hpp"
#include "storydiff/compare.hpp"
#include "suggest.hpp"

namespace storydiff::cli {
namespace {

struct BatchArguments {
  std::string file;
  std::string output;
  std::string resume;
  std::string summary;
  std::vector<std::string> select;
  bool unordered = false;
  unsigned jobs = 0;
  PluginRequest plugins;
  ResourceRequest resources;
  std::string language = "auto";
  ReadOptions reading;
  double timeout_seconds = 0;  ///< of each pair
};

Error usage(std::string message) { return {ErrorCode::kUsage, std::move(message)}; }

/// The pairs to compare, line by line.
class BatchInput {
 public:
  BatchInput() = default;
  BatchInput(const BatchInput&) = delete;
  BatchInput& operator=(const BatchInput&) = delete;
  ~BatchInput() {
    if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
  }

  Status open(const std::string& path, const StopSignal& stop) {
    path_ = path;
    struct stat status {};
    if (path != "-") descriptor_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor_ < 0 || ::fstat(descriptor_, &status) != 0) return failed(errno);
    if (S_ISDIR(status.st_mode)) return failed(EISDIR);
    if (S_ISREG(status.st_mode)) bytes_ = static_cast<std::uint64_t>(status.st_size);
    stop_ = stop.descriptor();
    reader_ = make_reader();
    return Success{};
  }

  /// Shows each pair to `look` before the first is taken, and begins again. False where that can not be done, as in a
  /// pipe.
  bool look_ahead(const std::function<void(const BatchJob&)>& look) {
    const off_t begin = ::lseek(descriptor_, 0, SEEK_CUR);
    if (bytes_ == 0 || begin < 0) return false;
    BatchJob job;
    while (next(job)) look(job);
    if (got_ != LineReader::Got::kEnd) return false;  // whatever it was, the next reading meets it as well
    line_ = 0;
    reader_ = make_reader();
    return ::lseek(descriptor_, begin, SEEK_SET) == begin;
  }

  /// The next pair; blank lines are passed over. False at the end, and where it can not go on.
  bool next(BatchJob& job) {
    for (;;) {
      got_ = reader_->next(job.text);
      if (got_ == LineReader::Got::kFailed) failure_ = errno;
      if (got_ != LineReader::Got::kLine && got_ != LineReader::Got::kTooLong) return false;
      job.line = ++line_;
      job.too_long = got_ == LineReader::Got::kTooLong;
      job.input_end = reader_->consumed();
      if (job.too_long || job.text.find_first_not_of(" \t\r") != std::string::npos) return true;
    }
  }

  [[nodiscard]] bool at_end() const { return got_ == LineReader::Got::kEnd; }
  /// What was wrong with the reading.
  [[nodiscard]] Status read_status() const {
    return got_ == LineReader::Got::kFailed ? Status(failed(failure_)) : Status(Success{});
  }
  [[nodiscard]] std::uint64_t bytes() const { return bytes_; }  ///< 0: not known
  [[nodiscard]] std::uint64_t consumed() const { return reader_->consumed(); }

  static constexpr std::size_t kLongestLine = std::size_t{256} << 20U;

 private:
  [[nodiscard]] std::unique_ptr<LineReader> make_reader() const {
    return std::make_unique<LineReader>(descriptor_, stop_, kLongestLine);
  }
  [[nodiscard]] Error failed(int number) const {
    return {ErrorCode::kUnreadable, "can not read " + path_ + ": " + std::strerror(number)};
  }

  std::string path_;
  int descriptor_ = STDIN_FILENO;
  int stop_ = -1;
  int failure_ = 0;  ///< `errno` of the reading
  std::uint64_t bytes_ = 0;
  std::uint64_t line_ = 0;
  std::unique_ptr<LineReader> reader_;
  LineReader::Got got_ = LineReader::Got::kLine;
};

/// What all threads read.
struct BatchContext {
  const BatchArguments& arguments;
  const std::vector<Pipeline>& pipelines;  ///< one for each worker
  const LanguageResources& resources;
};

/// Plugins that were there and failed on a text of the pair.
void note_failed_plugins(const Report& report, std::uint64_t line, BatchRecord& record) {
  const auto of_document = [&](const ReportDocument& document) {
    for (const PluginRun& run : document.plugins)
      if (run.status == PluginRun::Status::kFailed)
        record.failed_plugins.emplace(run.id, "line " + std::to_string(line) + ": plugin '" + run.id + "' failed on " +
                                                  document.path + ": " + run.message);
  };
  for (const ReportDocument& source : report.sources) of_document(source);
  of_document(report.target);
}

BatchRecord compare_job(const BatchContext& context, unsigned worker, const BatchJob& job) {
  BatchRecord record;
  Pair pair;
  const auto fail = [&](const std::string& message) {
    record.bytes = error_record(pair.id, job.line, message);
    record.totals.add_error();
    return record;
  };
  // What one pair takes too much of costs that pair, and not the whole batch.
  try {
    if (job.too_long) return fail("is longer than 256 MiB: name files instead of giving the texts");
    if (const Status read = read_pair(job.text, pair); !read) return fail(read.error().message);
    const Deadline deadline = deadline_in(context.arguments.timeout_seconds);
    const Result<std::vector<Document>> documents = read_documents(pair, context.arguments.reading);
    if (!documents) return fail(documents.error().message);
    std::vector<const Document*> sources;
    for (const Document& document : *documents) sources.push_back(&document);
    sources.pop_back();
    const Result<Report> report = compare(sources, documents->back(), context.pipelines[worker],
                                          {context.arguments.language, context.resources, {}, 1, deadline});
    if (!report) return fail(report.error().message);
    for (const std::string& bailout : report->summary.bailouts)
      if (bailout.starts_with("language: "))
        record.warnings.push_back("line " + std::to_string(job.line) + ": " + bailout);
    note_failed_plugins(*report, job.line, record);
    record.bytes = report_record(pair.id, *report, context.arguments.select);
    record.totals.add(*report);
    return record;
  } catch (const std::bad_alloc&) {
    return fail(kOutOfMemory);
  } catch (const std::exception& error) {
    return fail(std::string("unexpected: ") + error.what());
  }
}

std::string key_of(const BatchJob& job) {
  Pair pair;
  if (!job.too_long) static_cast<void>(read_pair(job.text, pair));
  return pair_key(pair.id, job.line);
}

/// What an earlier run left behind: its records are counted, and their pairs passed over.
class Resumption {
 public:
  Resumption(const BatchArguments& arguments, BatchInput& input, BatchTotals& totals)
      : arguments_(arguments), input_(input), totals_(totals) {}

  Status take(std::uint64_t number, const std::string& line) {
    const auto fail = [&](const std::string& message) {
      return usage(arguments_.resume + ": line " + std::to_string(number) + " " + message);
    };
    const auto head = read_record_head(line);
    if (!head) return fail("is no record of a batch");
    if (arguments_.summary.empty()) {
      head->failed ? totals_.add_error() : totals_.add_uncounted();
    } else if (const Status added = totals_.add_record(line); !added) {
      return fail(added.error().message);
    }
    if (arguments_.unordered) {
      if (head->key.empty()) return fail("has no id, so --unordered can not tell which pair it is of");
      if (!done_.insert(head->key).second) return fail("has the id of another one: with --unordered ids must differ");
      return Success{};
    }
    // In order: record and pair side by side, so nothing needs to be remembered.
    BatchJob job;
    if (!input_.next(job)) return fail("is one more than there are pairs");
    const std::string key = key_of(job);
    const bool same = head->key.empty() ? key == pair_key("null", job.line) : key == head->key;
    return same
               ? Status(Success{})
               : fail("is of " + (head->key.empty() ? "a pair without an id" : head->key) + ", and the pair there is " +
                      key + ": the file was made from another input, or with --unordered");
  }

  /// To be called when all has been taken. With --unordered only the ids tell what is done, and ids that no pair has
  /// are another batch's: what came of this one would be lost among them. In a pipe nobody can look ahead.
  Status check_origin() {
    if (done_.empty()) return Success{};
    std::unordered_set<std::string> unknown = done_;
    if (!input_.look_ahead([&](const BatchJob& job) { unknown.erase(key_of(job)); }) || unknown.empty())
      return Success{};
    return usage(arguments_.resume + ": has a record of " + *std::min_element(unknown.begin(), unknown.end()) +
                 ", and no pair has that id: the file was made from another input; name another file");
  }

  [[nodiscard]] bool is_done(const BatchJob& job) const { return !done_.empty() && done_.contains(key_of(job)); }

 private:
  const BatchArguments& arguments_;
  BatchInput& input_;
  BatchTotals& totals_;
  std::unordered_set<std::string> done_;
};

Status check_arguments(const BatchArguments& arguments) {
  if (arguments.file.empty()) return usage("batch needs a list of pairs: PAIRS.jsonl (see 'storydiff batch --help')");
  const nlohmann::json schema = nlohmann::json::parse(report_schema_json());
  std::vector<std::string> known;
  for (const auto& [key, unused] : schema.at("properties").items()) known.push_back(key);
  for (const std::string& key : arguments.select)
    if (std::find(known.begin(), known.end(), key) == known.end())
      return usage("--select: a report has no member '" + key + "'" + did_you_mean(key, known));
  const std::string& output = arguments.output.empty() ? arguments.resume : arguments.output;
  std::error_code ignored;
  for (const std::string& written : {output, arguments.summary})
    if (!written.empty() && std::filesystem::equivalent(written, arguments.file, ignored))
      return usage(written + ": is the list of pairs, and would be written over");
  for (const auto& [flag, file] : {std::pair{"--output", arguments.output}, std::pair{"--resume", arguments.resume},
                                   std::pair{"--summary", arguments.summary}})
    if (file == "-") return usage(std::string(flag) + " takes a file; without --output records go to standard output");
  if (std::ifstream old(arguments.summary, std::ios::binary); old && old.peek() != '{' && old.peek() >= 0)
    return usage(arguments.summary + ": is there already and holds no totals of a batch: give --summary another file");
  if (!output.empty() && !arguments.summary.empty() && output == arguments.summary)
    return usage("--summary can not write to the file of the reports");
  return Success{};
}

Result<std::vector<Pipeline>> make_pipelines(const BatchArguments& arguments, unsigned count) {
  std::vector<Pipeline> pipelines;
  const PluginCatalogue catalogue = find_plugins(arguments.plugins.folders);
  for (const PluginProblem& problem : catalogue.problems()) warn(problem.message);
  while (pipelines.size() < count) {
    Result<Pipeline> pipeline = make_pipeline(within_timeout(arguments.plugins, arguments.timeout_seconds), catalogue);
    if (!pipeline) return pipeline.error();
    pipelines.push_back(std::move(*pipeline));
  }
  warn_of_failures(pipelines.front());
  return pipelines;
}

std::string counted(std::uint64_t pairs) { return std::to_string(pairs) + (pairs == 1 ? " pair" : " pairs"); }

int run(const BatchArguments& arguments) {
  if (const Status usable = check_arguments(arguments); !usable) return trouble(usable.error());
  const unsigned jobs = or_cores(arguments.jobs);
  StopSignal stop;
  BatchInput input;
  if (const Status opened = input.open(arguments.file, stop); !opened) return trouble(opened.error());
  const Result<std::vector<Pipeline>> pipelines = make_pipelines(arguments, jobs);
  if (!pipelines) return trouble(pipelines.error());
  const Result<LanguageResources> resources = load_resources(arguments.resources, arguments.language);
  if (!resources) return trouble(resources.error());

  BatchTotals totals;
  Resumption earlier(arguments, input, totals);
  BatchOutput output;
  Status opened = Success{};
  if (!arguments.output.empty()) opened = output.create(arguments.output);
  if (!arguments.resume.empty())
    opened = output.resume(
        arguments.resume, [&](std::uint64_t number, const std::string& line) { return earlier.take(number, line); },
        [&] { return earlier.check_origin(); });
  if (stop.received() != 0) return 128 + stop.received();
  if (!opened) return trouble(opened.error());

  BatchProgress progress(input.bytes(), input.consumed());
  const std::uint64_t before = totals.pairs();
  const BatchContext context{arguments, *pipelines, *resources};
  std::set<std::string> failed;  // plugins whose failure has been said: one that fails on all texts is one line
  // What could not be loaded has had its line.
  for (const PipelineStep& step : pipelines->front())
    if (!step.normalizer) failed.insert(step.id);
  BatchWorkers workers(jobs, arguments.unordered ? BatchOrder::kAsDone : BatchOrder::kInput,
                       {[&](unsigned worker, const BatchJob& job) { return compare_job(context, worker, job); },
                        [&](BatchRecord& record) {
                          if (!record.warnings.empty() || !record.failed_plugins.empty()) progress.clear();
                          for (const std::string& warning : record.warnings) warn(warning);
                          for (const auto& [id, failure] : record.failed_plugins)
                            if (failed.insert(id).second) warn(failure + " (said once; each record has its own)");
                          totals.add(record.totals);
                          Status written = output.write(record.bytes);
                          if (!written) stop.wake();
                          progress.show(totals.pairs() - before, totals.errors(), record.input_end);
                          return written;
                        },
                        [&] { return stop.received() != 0; }});
  BatchJob job;
  while (stop.received() == 0 && input.next(job))
    if (!earlier.is_done(job) && !workers.add(std::exchange(job, {}))) break;
  Status finished = workers.finish();
  progress.clear();
  if (finished) finished = output.close();
  if (!finished) return trouble(finished.error());

  if (!arguments.summary.empty())
    if (const Status written = write_file(arguments.summary, totals.to_json(input.at_end() && stop.received() == 0));
        !written)
      return trouble(written.error());
  if (const Status read = input.read_status(); !read) return trouble(read.error());
  if (const int signal = stop.received(); signal != 0) {
    const std::string& file = arguments.output.empty() ? arguments.resume : arguments.output;
    static_cast<void>(trouble("stopped by a signal after " + counted(totals.pairs()) +
                              (file.empty() ? "" : "; go on with --resume " + file)));
    return 128 + signal;
  }
  if (totals.errors() > 0)
    return trouble(std::to_string(totals.errors()) + " of " + counted(totals.pairs()) + " could not be compared");
  return 0;
}

}  // namespace

Command batch_command(CLI::App& program) {
  CLI::App* app = program.add_subcommand("batch", "Compare many pairs: JSON lines in, JSON lines out");
  auto arguments = std::make_shared<BatchArguments>();
  app->add_option("pairs", arguments->file, "One pair a line; '-' is standard input")->type_name("PAIRS.jsonl");
  CLI::Option* output =
      app->add_option("--output", arguments->output, "Write the reports to this file instead of standard output");
  output->type_name("FILE");
  app->add_option("--resume", arguments->resume, "Go on with the file that an interrupted run has written")
      ->type_name("FILE")
      ->excludes(output);
  add_jobs_flag(*app, arguments->jobs);
  app->add_flag("--unordered", arguments->unordered, "Write each report as soon as it is there");
  app->add_option("--select", arguments->select, "Keep only these members of each report, such as summary,findings")
      ->type_name("KEY,KEY,...")
      ->delimiter(',')
      ->allow_extra_args(false);
  app->add_option("--summary", arguments->summary, "Write totals to this file at the end")->type_name("FILE");
  add_plugin_flags(*app, arguments->plugins);
  add_resource_flags(*app, arguments->resources);
  add_language_flag(*app, arguments->language);
  add_reading_flags(*app, arguments->reading);
  add_timeout_flag(*app, arguments->timeout_seconds);
  app->footer(
      "--timeout is that of each pair: one that takes longer is an error line, and the batch goes on.\n\n"
      "A line in:   {\"id\": \"p1\", \"sources\": [\"wire.txt\"], \"target\": \"opinion.txt\"}\n"
      "             A text may also stand in the line: {\"text\": \"...\", \"name\": \"wire\"}\n"
      "A line out:  the report with \"id\" as its first member, or {\"id\", \"error\"} where a pair could\n"
      "             not be compared. Lines keep their order, whatever --jobs is, unless --unordered is\n"
      "             given. Paths are relative to the current folder.\n\n"
      "Exit status: 0 when all pairs were compared, 2 otherwise, 128 + N when a signal N (Ctrl-C) ended\n"
      "             the batch: pairs that had begun are finished and written then.\n\n"
      "Examples:\n"
      "  storydiff batch pairs.jsonl > reports.jsonl\n"
      "  storydiff batch pairs.jsonl --resume reports.jsonl --summary totals.json\n"
      "  storydiff batch pairs.jsonl --select summary,findings --unordered\n"
      "  grep opinion pairs.jsonl | storydiff batch - | jq -c '[.id, .summary.class]'");
  return {app, [arguments] { return run(*arguments); }, &arguments->plugins};
}

}  // namespace storydiff::cli
