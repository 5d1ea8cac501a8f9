#include "plugin/isolated_normalizer.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "plugin/child_process.hpp"
#include "plugin/host_contract.hpp"
#include "plugin/isolated_dialect.hpp"
#include "plugin/text.hpp"

namespace storydiff::plugin_host {
namespace {

using std::chrono::milliseconds;

/// How long a process may take to end once it has been told to, or has closed its output.
constexpr milliseconds kTimeToEnd{1000};
/// A plugin that hangs on so many texts in a row hangs on all: a batch must not wait for each.
constexpr int kMostTimeouts = 3;

/// Of our environment only what a program needs to run at all: the rest is none of a plugin's business.
std::vector<std::string> child_environment() {
  static constexpr std::array<std::string_view, 9> kNames{
      "PATH",         "LANG",         "LANGUAGE",     "TZ",           "LD_LIBRARY_PATH",
      "ASAN_OPTIONS", "LSAN_OPTIONS", "TSAN_OPTIONS", "UBSAN_OPTIONS"};
  std::vector<std::string> environment;
  for (char** variable = environ; variable != nullptr && *variable != nullptr; ++variable) {
    const std::string_view entry = *variable;
    const std::string_view name = entry.substr(0, entry.find('='));
    if (name.starts_with("LC_") || std::find(kNames.begin(), kNames.end(), name) != kNames.end())
      environment.emplace_back(entry);
  }
  return environment;
}

std::string in_seconds(milliseconds time) {
  const auto whole = time.count() / 1000;
  const auto rest = time.count() % 1000;
  std::string text = std::to_string(whole);
  if (rest > 0) {
    const std::string digits = std::to_string(1000 + rest).substr(1);
    text += "." + digits.substr(0, digits.find_last_not_of('0') + 1);
  }
  return text + " s";
}

std::string in_mebibytes(std::uint64_t bytes) { return std::to_string(bytes >> 20) + " MiB"; }

class IsolatedNormalizer final : public Normalizer {
 public:
  IsolatedNormalizer(const PluginManifest& manifest, std::string options_json, const PluginPolicy& policy)
      : manifest_(manifest),
        options_json_(std::move(options_json)),
        policy_(policy),
        dialect_(make_dialect(manifest, options_json_)) {}

  ~IsolatedNormalizer() override { end_process(); }

  std::string_view id() const override { return manifest_.id; }
  std::string_view version() const override { return manifest_.version; }
  std::string_view options_json() const override { return options_json_; }
  bool needs_counterpart() const override { return manifest_.needs_counterpart; }
  bool runs_on(std::string_view media_type) const override { return manifest_.runs_on(media_type); }
  std::string_view notice() const override { return notice_; }

  /// Makes `child_` a process that waits for its first text.
  Status start() {
    const Result<std::vector<std::string>> told = dialect_->arguments();
    if (!told) return told.error();
    ChildCommand command;
    command.arguments = {policy_.host.string(), std::to_string(policy_.memory_bytes)};
    command.arguments.insert(command.arguments.end(), told->begin(), told->end());
    command.environment = child_environment();
    // The host watches its standard input instead: this thread may end before the normalizer does.
    command.ends_with_thread = false;
    command.own_namespace = true;
    Result<ChildProcess> child = ChildProcess::start(command);
    if (!child) return child.error();
    child_ = std::move(*child);

    const Result<std::string> hello = ask("", first_line);
    if (!hello) return hello.error();
    const auto lacks = read_hello(*hello);
    if (!lacks) return Error{ErrorCode::kPlugin, policy_.host.string() + " is no plugin host of this storydiff"};
    notice_ = lacks->empty() ? "" : "not fully isolated here: " + one_line(*lacks);

    const std::string greeting = dialect_->greeting();
    if (greeting.empty()) return Success{};
    const Result<std::string> reply = ask(greeting, replies());
    if (!reply) return reply.error();
    const Result<bool> needs_counterpart = dialect_->read_greeting(*reply);
    if (!needs_counterpart) {
      end_process();
      return needs_counterpart.error();
    }
    manifest_.needs_counterpart = *needs_counterpart;
    return Success{};
  }

  Result<std::vector<ProposedEdit>> propose(const View& view) override {
    if (timeouts_ >= kMostTimeouts)
      return Error{ErrorCode::kPlugin, "was given up: it gave no answer within " + in_seconds(policy_.call_timeout) +
                                           " to " + std::to_string(kMostTimeouts) + " texts in a row"};
    // What it has written since, nobody asked for: it would be taken for the answer to this text.
    if (child_ && child_->has_unread_output()) child_.reset();
    if (!child_) {
      if (const Status started = start(); !started) {
        child_.reset();
        return started.error();
      }
    }
    const Result<std::string> reply = ask(dialect_->request(view), replies());
    if (!reply) return reply.error();
    timeouts_ = 0;
    Result<std::vector<ProposedEdit>> edits = dialect_->edits(*reply);
    if (!edits && !dialect_->is_refusal(*reply)) {
      child_.reset();
    } else if (child_->has_unread_output()) {
      child_.reset();
      return Error{ErrorCode::kPlugin, "wrote more than one answer to one text"};
    }
    return edits;
  }

 private:
  FindReply replies() const {
    return [this](std::string_view output, std::size_t seen) { return dialect_->find_reply(output, seen); };
  }

  /// One exchange. Anything but a reply is the end of the process, and is told as what happened to it.
  Result<std::string> ask(std::string_view input, const FindReply& find_reply) {
    ChildReply reply = child_->exchange(
        input, find_reply, {deadline_in(policy_.call_timeout), static_cast<std::size_t>(policy_.output_bytes)});
    if (reply.outcome == ChildReply::Outcome::kTimeout) ++timeouts_;
    if (reply.outcome == ChildReply::Outcome::kReply) return std::move(reply.text);
    const std::string what = what_happened(reply);
    child_.reset();
    return Error{ErrorCode::kPlugin, what};
  }

  std::string what_happened(const ChildReply& reply) {
    switch (reply.outcome) {
      case ChildReply::Outcome::kTimeout:
        return "gave no answer within " + in_seconds(policy_.call_timeout) + " and was ended";
      case ChildReply::Outcome::kFlood:
        return "wrote more than " + in_mebibytes(policy_.output_bytes) + " for one text and was ended";
      default:
        break;
    }
    const ChildEnd end = child_->finish(deadline_in(kTimeToEnd));
    // A script's traceback ends with the place, the line that stands there and the error.
    constexpr std::size_t kLastWords = 3;
    const std::string last_words = one_line(child_->last_error_lines(kLastWords));
    const std::string closed = "closed its output in the middle of a call and was ended";
    if (end.kind == ChildEnd::Kind::kKilled) return closed;
    if (end.kind == ChildEnd::Kind::kExited) {
      switch (end.value) {
        case kNobodyListens:
          return closed;
        case kTooManyTasks:
          return "ran more than " + std::to_string(kMostTasks) + " processes and threads and was ended";
        case kTooMuchMemory:
          return "used more than " + in_mebibytes(policy_.memory_bytes) + " of memory and was ended";
        case kCanNotRun:
          return "its program can not be run: " + last_words;
        case kCanNotServe:
          return "its process could not be set up: " + last_words;
        default:
          break;
      }
    }
    std::string text = "its process " + to_string(plugin_end(end)) + " in the middle of a call";
    if (!last_words.empty()) text += "; its last words: '" + last_words + "'";
    return text;
  }

  void end_process() {
    if (child_) child_->finish(deadline_in(kTimeToEnd));
    child_.reset();
  }

  PluginManifest manifest_;
  std::string options_json_;
  PluginPolicy policy_;
  std::unique_ptr<IsolatedDialect> dialect_;
  std::optional<ChildProcess> child_;
  int timeouts_ = 0;  ///< in a row, up to now
  std::string notice_;
};

}  // namespace

Result<std::shared_ptr<Normalizer>> make_isolated_normalizer(const PluginManifest& manifest, std::string options_json,
                                                             const PluginPolicy& policy) {
  const auto named = [&](const std::string& message) { return "plugin '" + manifest.id + "': " + message; };
  if (policy.host.empty()) {
    return Error{ErrorCode::kPlugin,
                 named("it is not ours and there is no storydiff-plugin-host to run it in: name that program, or trust "
                       "the plugin to run in-process")};
  }
  auto normalizer = std::make_shared<IsolatedNormalizer>(manifest, std::move(options_json), policy);
  if (const Status status = normalizer->start(); !status) {
    const std::string& message = status.error().message;
    // What the host says of a library is named already.
    return Error{status.error().code, message.starts_with("plugin '") ? message : named(message)};
  }
  return std::shared_ptr<Normalizer>(std::move(normalizer));
}

}  // namespace storydiff::plugin_host
