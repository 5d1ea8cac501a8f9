/// \file subject.hpp
/// The plugin that is checked, inside the child process of one check.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "plugin_check/texts.hpp"
#include "storydiff/pipeline.hpp"
#include "storydiff/plugin_catalogue.hpp"
#include "storydiff/result.hpp"

namespace storydiff::plugin_check {

class Subject {
 public:
  /// `folder`: what the user named, where the plugin's cases lie; the built plugin may lie below it.
  /// `tell_place` is told what the check is about to do.
  Subject(const std::filesystem::path& folder, PluginManifest manifest, std::uint64_t seed,
          std::function<void(std::string_view)> tell_place);

  [[nodiscard]] const PluginManifest& manifest() const { return manifest_; }
  [[nodiscard]] std::uint64_t seed() const { return seed_; }
  void at(std::string_view place) const { tell_place_(place); }

  /// A new instance. A library is loaded into this process, whoever wrote it; a script gets one of its own.
  [[nodiscard]] Result<std::shared_ptr<Normalizer>> make(std::string_view options_json = "{}") const;

  /// The bundled stories without and with furniture. Empty where none are installed.
  [[nodiscard]] const std::vector<Text>& plain_stories() const { return plain_; }
  [[nodiscard]] const std::vector<Text>& furnished_stories() const { return furnished_; }
  /// The author's own texts: what lies in the plugin's folder `cases`.
  [[nodiscard]] const std::vector<Text>& cases() const { return cases_; }
  /// All three.
  [[nodiscard]] std::vector<Text> stories() const;

 private:
  PluginManifest manifest_;
  std::uint64_t seed_;
  std::function<void(std::string_view)> tell_place_;
  PluginCatalogue catalogue_;
  std::vector<Text> plain_;
  std::vector<Text> furnished_;
  std::vector<Text> cases_;
};

/// Where the bundled stories lie: found from the place of the executable, as its plugins are.
[[nodiscard]] std::filesystem::path bundled_stories();

}  // namespace storydiff::plugin_check
