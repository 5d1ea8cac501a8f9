#include "pattern.hpp"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <array>
#include <mutex>
#include <utility>

namespace storydiff::rules {
namespace {

/// Enough for the states of all rules on all lines that were ever tried; reached slowly if at all.
constexpr std::int64_t kMaximumMemory = std::int64_t{64} << 20;

RE2::Options options() {
  RE2::Options result;
  result.set_log_errors(false);
  result.set_dot_nl(true);
  result.set_max_mem(kMaximumMemory);
  return result;
}

constexpr std::size_t kMaximumGroups = 32;

/// How many capturing groups `expression` may have: brackets in classes count, too.
std::size_t most_groups(const std::string& expression) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < expression.size(); ++at) {
    if (expression[at] == '\\') {
      ++at;
    } else if (expression[at] == '(' &&
               (expression.compare(at + 1, 1, "?") != 0 || expression.compare(at, 3, "(?P") == 0)) {
      ++count;
    }
  }
  return count;
}

/// The first name of a group `(?P<name>` other than those that rules may use, or "".
std::string unknown_group(const std::string& expression) {
  constexpr std::string_view kOpen = "(?P<";
  for (std::size_t at = expression.find(kOpen); at != std::string::npos; at = expression.find(kOpen, at + 1)) {
    const std::size_t begin = at + kOpen.size();
    std::string name = expression.substr(begin, expression.find('>', begin) - begin);
    if (name != "drop" && name != "name") return name;
  }
  return "";
}

}  // namespace

class Pattern::Compiled {
 public:
  explicit Compiled(std::string expression) : expression_(std::move(expression)) {}

  [[nodiscard]] std::optional<Match> match(std::string_view text, RE2::Anchor anchor) {
    std::call_once(once_, [this] { build(); });
    if (!re_->ok()) return {};
    std::array<re2::StringPiece, kMaximumGroups> found;
    if (!re_->Match(re2::StringPiece(text.data(), text.size()), 0, text.size(), anchor, found.data(), groups_))
      return {};
    Match result;
    const re2::StringPiece& dropped = found[static_cast<std::size_t>(drop_)];
    if (dropped.data() == nullptr) return {};
    result.drop_begin = static_cast<std::size_t>(dropped.data() - text.data());
    result.drop_end = result.drop_begin + dropped.size();
    const re2::StringPiece& named = found[static_cast<std::size_t>(name_)];
    if (name_ > 0 && named.data() != nullptr) result.name = std::string_view(named.data(), named.size());
    return result;
  }

 private:
  void build() {
    re_ = std::make_unique<RE2>(expression_, options());
    if (!re_->ok()) return;
    for (const auto& [group, index] : re_->NamedCapturingGroups()) (group == "drop" ? drop_ : name_) = index;
    groups_ = std::max(drop_, name_) + 1;
  }

  std::string expression_;
  std::once_flag once_;
  std::unique_ptr<RE2> re_;
  int drop_ = 0;
  int name_ = 0;
  int groups_ = 1;
};

Pattern::Pattern() = default;
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;
Pattern::~Pattern() = default;

std::string Pattern::compile(const std::string& expression) {
  std::string trouble;
  // A set only parses what it takes in.
  if (RE2::Set(options(), RE2::ANCHOR_BOTH).Add(expression, &trouble) < 0) return trouble;
  if (const std::string group = unknown_group(expression); !group.empty())
    return "unknown group '" + group + "'; the groups are 'drop' and 'name'";
  if (most_groups(expression) >= kMaximumGroups) return "too many groups; use (?:...)";
  compiled_ = std::make_unique<Compiled>(expression);
  return {};
}

std::optional<Match> Pattern::whole(std::string_view text) const { return compiled_->match(text, RE2::ANCHOR_BOTH); }
std::optional<Match> Pattern::prefix(std::string_view text) const { return compiled_->match(text, RE2::ANCHOR_START); }

struct PatternSet::Compiled {
  explicit Compiled(bool whole) : set(options(), whole ? RE2::ANCHOR_BOTH : RE2::ANCHOR_START) {}
  RE2::Set set;
  std::vector<std::uint32_t> ids;
  std::vector<int> found;
  bool usable = false;
};

PatternSet::PatternSet(bool whole) : compiled_(std::make_unique<Compiled>(whole)) {}
PatternSet::PatternSet(PatternSet&&) noexcept = default;
PatternSet& PatternSet::operator=(PatternSet&&) noexcept = default;
PatternSet::~PatternSet() = default;

void PatternSet::add(const std::string& expression, std::uint32_t id) {
  if (compiled_->set.Add(expression, nullptr) >= 0) compiled_->ids.push_back(id);
}

void PatternSet::finish() { compiled_->usable = !compiled_->ids.empty() && compiled_->set.Compile(); }

void PatternSet::matches(std::string_view text, std::vector<std::uint32_t>& ids) const {
  ids.clear();
  RE2::Set::ErrorInfo trouble{};
  if (compiled_->usable) {
    const re2::StringPiece piece(text.data(), text.size());
    // Asking for the list allocates; nearly every line matches nothing, so first ask without it.
    if (compiled_->set.Match(piece, nullptr, &trouble)) {
      compiled_->set.Match(piece, &compiled_->found, &trouble);
      for (const int index : compiled_->found) ids.push_back(compiled_->ids[static_cast<std::size_t>(index)]);
      std::sort(ids.begin(), ids.end());
      return;
    }
    if (trouble.kind == RE2::Set::kNoError) return;
  }
  ids = compiled_->ids;
}

}  // namespace storydiff::rules
