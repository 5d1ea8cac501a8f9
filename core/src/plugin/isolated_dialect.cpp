#include "plugin/isolated_dialect.hpp"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <utility>

#include "plugin/frame.hpp"
#include "plugin/script_line.hpp"
#include "plugin/text.hpp"

namespace storydiff::plugin_host {
namespace {

using std::filesystem::path;

Error torn() { return {ErrorCode::kPlugin, "its answer is torn: the plugin has written to its host's own pipe"}; }

class LibraryDialect final : public IsolatedDialect {
 public:
  LibraryDialect(const PluginManifest& manifest, std::string options_json)
      : folder_(manifest.folder.string()), options_json_(std::move(options_json)) {}

  Result<std::vector<std::string>> arguments() const override { return std::vector<std::string>{"library", folder_}; }
  std::string greeting() const override { return load_frame(options_json_); }
  Result<bool> read_greeting(std::string_view reply) const override {
    const Frame frame = frame_in(reply);
    if (frame.kind == FrameKind::kReady) {
      if (const auto needs_counterpart = read_ready(frame.body)) return *needs_counterpart;
    } else if (frame.kind == FrameKind::kError) {
      if (auto error = read_error(frame.body)) return Error{error->code, one_line(error->message)};
    }
    return torn();
  }
  std::string request(const View& view) const override { return view_frame(view); }
  std::optional<std::size_t> find_reply(std::string_view output, std::size_t seen) const override {
    return whole_frame(output, seen);
  }
  bool is_refusal(std::string_view reply) const override { return frame_in(reply).kind == FrameKind::kError; }
  Result<std::vector<ProposedEdit>> edits(std::string_view reply) const override {
    const Frame frame = frame_in(reply);
    if (frame.kind == FrameKind::kEdits) return read_edits(frame.body);
    if (frame.kind == FrameKind::kError) {
      if (auto error = read_error(frame.body)) return Error{ErrorCode::kPlugin, one_line(error->message)};
    }
    return torn();
  }

 private:
  std::string folder_;
  std::string options_json_;
};

bool is_file(const path& file) {
  std::error_code ec;
  return std::filesystem::is_regular_file(file, ec);
}

/// The program of a command: in the plugin's folder, then, where its name has no slash, in PATH.
Result<path> find_program(const path& folder, const std::string& name) {
  const path beside = folder / name;  // an absolute name stays as it is
  if (is_file(beside)) {
    if (::access(beside.c_str(), X_OK) == 0) return beside;
    return Error{ErrorCode::kUnreadable,
                 "its program " + beside.string() + " is not executable: allow it with 'chmod +x'"};
  }
  if (name.find('/') != std::string::npos)
    return Error{ErrorCode::kNotFound, "its program " + beside.string() + " does not exist: correct 'command'"};
  const char* const listed = std::getenv("PATH");
  std::string_view folders = listed == nullptr ? "/usr/local/bin:/usr/bin:/bin" : listed;
  while (!folders.empty()) {
    const std::size_t colon = folders.find(':');
    const path there = path(folders.substr(0, colon)) / name;
    // An empty or relative entry would mean another program in every working directory.
    if (there.is_absolute() && is_file(there) && ::access(there.c_str(), X_OK) == 0) return there;
    folders.remove_prefix(colon == std::string_view::npos ? folders.size() : colon + 1);
  }
  return Error{ErrorCode::kNotFound, "its program '" + one_line(name) +
                                         "' is neither in its folder nor in PATH: install it or correct 'command'"};
}

class ScriptDialect final : public IsolatedDialect {
 public:
  ScriptDialect(const PluginManifest& manifest, std::string options_json)
      : folder_(manifest.folder), command_(manifest.command), options_json_(std::move(options_json)) {}

  Result<std::vector<std::string>> arguments() const override {
    if (command_.empty()) return Error{ErrorCode::kInvalidInput, "its 'command' names no program"};
    const Result<path> program = find_program(folder_, command_.front());
    if (!program) return program.error();
    std::vector<std::string> arguments{"command", folder_.string(), program->string()};
    arguments.insert(arguments.end(), command_.begin() + 1, command_.end());
    return arguments;
  }
  std::string greeting() const override { return {}; }
  Result<bool> read_greeting(std::string_view) const override { return false; }
  std::string request(const View& view) const override { return script_request(view, options_json_); }
  std::optional<std::size_t> find_reply(std::string_view output, std::size_t seen) const override {
    return first_line(output, seen);
  }
  bool is_refusal(std::string_view reply) const override { return is_script_error(reply); }
  Result<std::vector<ProposedEdit>> edits(std::string_view reply) const override { return read_script_reply(reply); }

 private:
  path folder_;
  std::vector<std::string> command_;
  std::string options_json_;
};

}  // namespace

std::unique_ptr<IsolatedDialect> make_dialect(const PluginManifest& manifest, std::string options_json) {
  if (manifest.kind == PluginKind::kCommand) return std::make_unique<ScriptDialect>(manifest, std::move(options_json));
  return std::make_unique<LibraryDialect>(manifest, std::move(options_json));
}

}  // namespace storydiff::plugin_host
