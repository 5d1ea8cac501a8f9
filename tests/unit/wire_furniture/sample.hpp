/// \file sample.hpp
/// The shipped rules of both furniture plugins and what they do to a text, for the tests of this room.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/propose.hpp"
#include "engine/rule_file.hpp"

namespace wire_furniture_test {

struct Drop {
  std::string role;
  std::string rule;
  std::string text;  ///< without white space around it
  std::size_t begin = 0;
  std::size_t end = 0;
};

[[nodiscard]] std::string read_file(const std::string& path);
/// The folder of a plugin's sources.
[[nodiscard]] std::string plugin_folder(const std::string& plugin);
[[nodiscard]] std::string room();
/// Those of wire-furniture.
[[nodiscard]] const storydiff::rules::RuleSet& shipped_rules();
/// Those of page-furniture.
[[nodiscard]] const storydiff::rules::RuleSet& page_rules();
[[nodiscard]] std::vector<Drop> drops_of(const storydiff::rules::RuleSet& rules, std::string_view text);
[[nodiscard]] std::string without(std::string_view text, const std::vector<Drop>& drops);
[[nodiscard]] std::string list_of(const std::vector<Drop>& drops);

}  // namespace wire_furniture_test
