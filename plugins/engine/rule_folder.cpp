#include "rule_folder.hpp"

#include <cstddef>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "rule_cache.hpp"

namespace storydiff::rules {
namespace {

constexpr std::string_view kSchema = "storydiff-rules-order/1";

struct Close {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

std::optional<std::string> read(const std::string& path) {
  const std::unique_ptr<std::FILE, Close> file(std::fopen(path.c_str(), "rbe"));
  if (!file) return std::nullopt;
  std::string bytes;
  // Most rule files are smaller than this.
  for (std::size_t size = std::size_t{1} << 14;; size *= 2) {
    const std::size_t before = bytes.size();
    bytes.resize(before + size);
    const std::size_t got = std::fread(bytes.data() + before, 1, size, file.get());
    bytes.resize(before + got);
    if (got < size) break;
  }
  return std::ferror(file.get()) == 0 ? std::optional(std::move(bytes)) : std::nullopt;
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
  if (const auto cache = read(folder + "/" + kRuleCacheName))
    if (std::optional<RuleSet> rules = read_rule_cache(*cache, files)) return rules;
  std::optional<RuleSet> rules = read_rules(files, error);
  if (!rules) error = folder + "/" + error;
  return rules;
}

}  // namespace storydiff::rules
