/// \file isolated_dialect.hpp
/// How the host's process is spoken to: in frames where it holds a library, in lines where it has become
/// a script.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plugin/child_process.hpp"
#include "storydiff/pipeline.hpp"
#include "storydiff/plugin_catalogue.hpp"
#include "storydiff/result.hpp"

namespace storydiff::plugin_host {

class IsolatedDialect {
 public:
  IsolatedDialect() = default;
  IsolatedDialect(const IsolatedDialect&) = delete;
  IsolatedDialect& operator=(const IsolatedDialect&) = delete;
  virtual ~IsolatedDialect() = default;

  /// What the host is told on its command line, after the limits.
  [[nodiscard]] virtual Result<std::vector<std::string>> arguments() const = 0;
  /// What is said before the first text; "" for nothing, and then no answer is awaited.
  [[nodiscard]] virtual std::string greeting() const = 0;
  /// Whether the plugin needs a counterpart, out of the answer to the greeting.
  [[nodiscard]] virtual Result<bool> read_greeting(std::string_view reply) const = 0;
  [[nodiscard]] virtual std::string request(const View& view) const = 0;
  [[nodiscard]] virtual std::optional<std::size_t> find_reply(std::string_view output, std::size_t seen) const = 0;
  /// Whether the process goes on after `edits` gave an error: a plugin may well say no.
  [[nodiscard]] virtual bool is_refusal(std::string_view reply) const = 0;
  [[nodiscard]] virtual Result<std::vector<ProposedEdit>> edits(std::string_view reply) const = 0;
};

/// For the manifest's kind, which is a library or a command.
[[nodiscard]] std::unique_ptr<IsolatedDialect> make_dialect(const PluginManifest& manifest, std::string options_json);

}  // namespace storydiff::plugin_host
