#include "rule_folder.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

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

namespace storydiff::rules {
namespace {

constexpr const char* kOrderName = "order.json";
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

/// A file in memory, as it is on disk.
struct Mapping {
  std::string_view bytes;
  struct timespec written {};

  Mapping() = default;
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;
  // munmap takes the address as mmap gave it, not const; nothing is written through it.
  ~Mapping() {
    if (!bytes.empty()) ::munmap(const_cast<char*>(bytes.data()), bytes.size());
  }
};

/// Null where there is no such file, or an empty one.
std::shared_ptr<const Mapping> map(const std::string& path) {
  // A named pipe would keep a blocking open waiting for a writer.
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file < 0) return nullptr;
  struct stat facts {};
  auto mapping = std::make_shared<Mapping>();
  if (::fstat(file, &facts) == 0 && S_ISREG(facts.st_mode) && facts.st_size > 0) {
    const auto size = static_cast<std::size_t>(facts.st_size);
    // Nearly all of it is read: its pages had at once cost less than a fault for each few of them.
    void* const memory = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0);
    if (memory != MAP_FAILED) mapping->bytes = {static_cast<const char*>(memory), size};
    mapping->written = facts.st_mtim;
  }
  ::close(file);
  return mapping->bytes.empty() ? nullptr : mapping;
}

bool is_later(const struct timespec& a, const struct timespec& b) {
  return a.tv_sec != b.tv_sec ? a.tv_sec > b.tv_sec : a.tv_nsec > b.tv_nsec;
}

/// False where it is no file.
bool look_at(const std::string& folder, std::string_view name, struct stat& facts) {
  const std::string path = (folder + "/").append(name);
  return ::stat(path.c_str(), &facts) == 0 && S_ISREG(facts.st_mode);
}

/// Whether the files and their order look as they did when the cache was made, and none was written after it: then they
/// need not be read.
bool is_untouched(const std::string& folder, const RuleCache& cache, const struct timespec& written) {
  return !cache.looks.empty() && std::all_of(cache.looks.begin(), cache.looks.end(), [&](const CachedFile& file) {
    struct stat facts {};
    return look_at(folder, file.name, facts) && static_cast<std::uint64_t>(facts.st_size) == file.bytes &&
           facts.st_mtim.tv_sec == file.written && !is_later(facts.st_mtim, written);
  });
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
  const std::string order_path = folder + "/" + kOrderName;
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

std::vector<CachedFile> looks_of(const std::string& folder, const std::vector<RuleFile>& files) {
  std::vector<std::string_view> names{kOrderName};
  for (const RuleFile& file : files) names.push_back(file.name);
  std::vector<CachedFile> looks;
  for (const std::string_view name : names) {
    struct stat facts {};
    if (!look_at(folder, name, facts)) return {};
    looks.push_back({name, static_cast<std::uint64_t>(facts.st_size), facts.st_mtim.tv_sec});
  }
  return looks;
}

std::optional<RuleSet> read_rule_folder(const std::string& folder, std::string& error) {
  const std::shared_ptr<const Mapping> mapping = map(folder + "/" + kRuleCacheName);
  const std::optional<RuleCache> cache = mapping ? open_rule_cache(mapping->bytes) : std::nullopt;
  std::vector<RuleFile> files;
  const bool unchanged = cache && is_untouched(folder, *cache, mapping->written);
  if (!unchanged) {
    files = read_rule_files(folder, error);
    if (files.empty()) return std::nullopt;
  }
  if (unchanged || (cache && is_made_from(*cache, files)))
    if (std::optional<RuleSet> rules = read_rules(*cache)) {
      rules->storage = mapping;
      return rules;
    }
  if (files.empty()) files = read_rule_files(folder, error);
  std::optional<RuleSet> rules = files.empty() ? std::nullopt : read_rules(files, error);
  if (!rules && !files.empty()) error = folder + "/" + error;
  return rules;
}

}  // namespace storydiff::rules
