#include "rule_folder.hpp"

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string_view>

namespace storydiff::rules {
namespace {

constexpr std::string_view kSchema = "storydiff-rules-order/1";

std::optional<std::string> read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// The names in `order.json`, or none when it is not as it should be.
std::vector<std::string> names_in(const std::string& json) {
  const auto order = nlohmann::json::parse(json, nullptr, false);
  if (!order.is_object() || order.value("schema", nlohmann::json()) != kSchema) return {};
  const auto files = order.find("files");
  if (files == order.end() || !files->is_array()) return {};
  std::vector<std::string> names;
  for (const auto& name : *files) {
    if (!name.is_string()) return {};
    names.push_back(name.get<std::string>());
  }
  return names;
}

}  // namespace

std::vector<RuleFile> read_rule_files(const std::string& folder, std::string& error) {
  const std::string order_path = folder + "/order.json";
  const std::optional<std::string> order = read(order_path);
  if (!order) {
    error = order_path + ": can not be read";
    return {};
  }
  std::vector<RuleFile> files;
  for (const std::string& name : names_in(*order)) {
    std::optional<std::string> json = read(folder + "/" + name);
    if (!json) {
      error = folder + "/" + name + ": can not be read";
      return {};
    }
    files.push_back({name, std::move(*json)});
  }
  if (files.empty()) error = order_path + ": is no list of files of the form '" + std::string(kSchema) + "'";
  return files;
}

std::optional<RuleSet> read_rule_folder(const std::string& folder, std::string& error) {
  const std::vector<RuleFile> files = read_rule_files(folder, error);
  if (files.empty()) return std::nullopt;
  std::optional<RuleSet> rules = read_rules(files, error);
  if (!rules) error = folder + "/" + error;
  return rules;
}

}  // namespace storydiff::rules
