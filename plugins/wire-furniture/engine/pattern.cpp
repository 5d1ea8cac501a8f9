#include "pattern.hpp"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <array>

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

constexpr std::size_t kMaximumGroups = 16;

}  // namespace

struct Pattern::Compiled {
  explicit Compiled(const std::string& expression) : re(expression, options()) {}
  RE2 re;
  int drop = 0;
  int name = 0;
  int groups = 1;

  [[nodiscard]] std::optional<Match> match(std::string_view text, RE2::Anchor anchor) const {
    std::array<re2::StringPiece, kMaximumGroups> found;
    if (!re.Match(re2::StringPiece(text.data(), text.size()), 0, text.size(), anchor, found.data(), groups)) return {};
    Match result;
    const re2::StringPiece& dropped = found[static_cast<std::size_t>(drop)];
    if (dropped.data() == nullptr) return {};
    result.drop_begin = static_cast<std::size_t>(dropped.data() - text.data());
    result.drop_end = result.drop_begin + dropped.size();
    const re2::StringPiece& named = found[static_cast<std::size_t>(name)];
    if (name > 0 && named.data() != nullptr) result.name = std::string_view(named.data(), named.size());
    return result;
  }
};

Pattern::Pattern() = default;
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;
Pattern::~Pattern() = default;

std::string Pattern::compile(const std::string& expression) {
  auto compiled = std::make_unique<Compiled>(expression);
  if (!compiled->re.ok()) return compiled->re.error();
  for (const auto& [group, index] : compiled->re.NamedCapturingGroups()) {
    if (group == "drop") {
      compiled->drop = index;
    } else if (group == "name") {
      compiled->name = index;
    } else {
      return "unknown group '" + group + "'; the groups are 'drop' and 'name'";
    }
  }
  compiled->groups = std::max(compiled->drop, compiled->name) + 1;
  if (compiled->groups > static_cast<int>(kMaximumGroups))
    return "too many groups before 'drop' or 'name'; use (?:...)";
  compiled_ = std::move(compiled);
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
