/// \file furniture_plugin.hpp
/// A normalizer that consists of rules: base of the plugins whose knowledge is data.
///
///     class WebFurniture : public storydiff::rules::FurniturePlugin {
///      public:
///       static constexpr storydiff::plugin::Info kInfo{.id = "web-furniture", ...,
///                                                      .options_schema = storydiff::rules::kOptionsSchema, ...};
///       using FurniturePlugin::FurniturePlugin;
///     };
#pragma once

#include <storydiff/plugin.hpp>
#include <string>
#include <string_view>

#include "options.hpp"
#include "propose.hpp"
#include "rule.hpp"

namespace storydiff::rules {

/// The schema of `Options`, for the plugin's `Info`; its manifest says the same.
inline constexpr const char* kOptionsSchema =
    R"({"type": "object", "additionalProperties": false, "properties": {"keep-roles": {"type": "array", "items": {"type": "string"}, "description": "Roles that stay in the story, such as \"headline\""}, "mark": {"type": "boolean", "default": false, "description": "Mark furniture instead of dropping it"}}})";

class FurniturePlugin : public plugin::Normalizer {
 public:
  /// Reads the folder `rules` beside the manifest. Throws `plugin::Failure`, as all plugins may.
  FurniturePlugin(std::string_view options_json, const plugin::Host& host);
  /// Reads the rules of `folder` (see `rule_folder.hpp`).
  FurniturePlugin(std::string_view options_json, const std::string& folder);
  void normalize(const plugin::View& view, plugin::Sink& sink) override;

 protected:
  /// Called behind each drop that `normalize` proposes.
  virtual void dropped(const Proposal& /*proposal*/, const plugin::View& /*view*/, plugin::Sink& /*sink*/) {}

 private:
  RuleSet rules_;
  Options options_;
};

}  // namespace storydiff::rules
