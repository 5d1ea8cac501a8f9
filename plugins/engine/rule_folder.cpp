#include "rule_folder.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string_view>
#include <system_error>
#include <utility>

#include "rule_cache.hpp"

namespace storydiff::rules {
namespace {

constexpr std::string_view kSchema = "storydiff-rules-order/1";
constexpr std::uintmax_t kLargestFile = std::uintmax_t{16} << 20U;

struct Close {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

std::optional<std::string> read(const std::string& path) {
  // A pipe would block, and a device might never end.
  std::error_code trouble;
  if (!std::filesystem::is_regular_file(path, trouble) || std::filesystem::file_size(path, trouble) > kLargestFile)
    return std::nullopt;
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

/// The names of the rule files that lie in `folder`, sorted.
std::vector<std::string> names_below(const std::string& folder) {
  std::vector<std::string> names;
  std::error_code trouble;
  std::filesystem::directory_iterator entries(folder, trouble);
  for (; !trouble && entries != std::filesystem::directory_iterator(); entries.increment(trouble))
    if (entries->path().extension() == ".json") names.push_back(entries->path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

std::vector<RuleFile> read_rule_files(const std::string& folder, std::string& error) {
  const std::string order_path = folder + "/order.json";
  std::error_code ignored;
  std::vector<std::string> names;
  if (std::filesystem::exists(order_path, ignored)) {
    const std::optional<std::string> order = read(order_path);
    names = names_in(order.value_or(""));
    if (names.empty()) error = order_path + ": is no list of files of the form '" + std::string(kSchema) + "'";
  } else {
    names = names_below(folder);
    if (names.empty()) error = folder + ": holds no rule file: put one there, such as rules.json";
  }
  std::vector<RuleFile> files;
  for (const std::string& name : names) {
    std::optional<std::string> json = read(folder + "/" + name);
    if (!json) {
      error = folder + "/" + name + ": can not be read: it must be a file, of at most 16 MiB";
      return {};
    }
    files.push_back({name, std::move(*json)});
  }
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
