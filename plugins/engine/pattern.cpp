#include "pattern.hpp"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <mutex>
#include <utility>

#include "stored_needs.hpp"

namespace storydiff::rules {
namespace {

/// Enough for the states of all rules on all lines that were ever tried; reached slowly if at all.
constexpr std::int64_t kMaximumMebibytes = 64;

RE2::Options options() {
  RE2::Options result;
  result.set_log_errors(false);
  result.set_dot_nl(true);
  result.set_max_mem(kMaximumMebibytes << 20);
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
  Compiled(std::string expression, Needs needs)
      : own_expression_(std::move(expression)),
        expression_(own_expression_),
        first_bytes_(!needs.known || needs.nullable ? ByteSet().set() : needs.front[0]),
        needs_(new Needs(std::move(needs))) {}
  explicit Compiled(const StoredPattern& pattern)
      : expression_(pattern.expression), first_bytes_(pattern.first_bytes), stored_needs_(pattern.needs) {}
  ~Compiled() { delete needs_.load(); }
  Compiled(const Compiled&) = delete;
  Compiled& operator=(const Compiled&) = delete;

  [[nodiscard]] std::string_view expression() const { return expression_; }
  [[nodiscard]] const ByteSet& first_bytes() const { return first_bytes_; }
  /// Read when first asked for: most texts ask few of the patterns.
  [[nodiscard]] const Needs& needs() const {
    const Needs* known = needs_.load(std::memory_order_acquire);
    if (known != nullptr) return *known;
    auto read = std::make_unique<const Needs>(needs_from(stored_needs_));
    // Of several threads that read them, one is heard.
    return needs_.compare_exchange_strong(known, read.get()) ? *read.release() : *known;
  }

  [[nodiscard]] std::optional<Match> match(std::string_view text, RE2::Anchor anchor) {
    Glance glance(text);
    if (!may_match(needs(), glance, anchor == RE2::ANCHOR_BOTH ? Anchor::kWhole : Anchor::kPrefix)) return {};
    std::call_once(once_, [this] { build(); });
    if (!re_->ok()) throw UnusablePattern(what_is_wrong());
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
    re_ = std::make_unique<RE2>(re2::StringPiece(expression_.data(), expression_.size()), options());
    if (!re_->ok()) return;
    for (const auto& [group, index] : re_->NamedCapturingGroups()) (group == "drop" ? drop_ : name_) = index;
    groups_ = std::max(drop_, name_) + 1;
  }

  /// It was parsed before.
  [[nodiscard]] std::string what_is_wrong() const {
    if (re_->error_code() == RE2::ErrorPatternTooLarge)
      return "its automaton is larger than " + std::to_string(kMaximumMebibytes) +
             " MiB: use * and max_bytes in place of counted repetitions";
    return "its expression is damaged: remove 'compiled.bin' beside the rules";
  }

  std::string own_expression_;
  std::string_view expression_;
  ByteSet first_bytes_;
  std::string_view stored_needs_;
  mutable std::atomic<const Needs*> needs_ = nullptr;
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
  take_checked(expression, needs_of(expression));
  return {};
}

void Pattern::take_checked(std::string expression, Needs needs) {
  compiled_ = std::make_unique<Compiled>(std::move(expression), std::move(needs));
}

void Pattern::borrow(const StoredPattern& pattern) { compiled_ = std::make_unique<Compiled>(pattern); }

std::string_view Pattern::expression() const { return compiled_->expression(); }
const Needs& Pattern::needs() const { return compiled_->needs(); }
const ByteSet& Pattern::first_bytes() const { return compiled_->first_bytes(); }

std::optional<Match> Pattern::whole(std::string_view text) const { return compiled_->match(text, RE2::ANCHOR_BOTH); }
std::optional<Match> Pattern::prefix(std::string_view text) const { return compiled_->match(text, RE2::ANCHOR_START); }

void PatternSet::add(const Pattern& pattern, std::uint32_t id) {
  const std::size_t place = members_.size();
  members_.push_back({pattern.compiled_.get(), id});
  if (place % kBits == 0) by_first_.emplace_back();
  const ByteSet& first = pattern.first_bytes();
  for (std::size_t byte = 0; byte < first.size(); ++byte)
    by_first_.back()[byte] |= std::uint64_t{first.test(byte)} << place % kBits;
}

void PatternSet::may_match(Glance& glance, std::vector<std::uint32_t>& ids) const {
  ids.clear();
  const std::string_view text = glance.text();
  const auto keep = [&](const Member& member) {
    if (rules::may_match(member.pattern->needs(), glance, anchor_)) ids.push_back(member.id);
  };
  // Where a letter outside of ASCII may stand for k or s, the first byte tells nothing.
  if (text.empty() || static_cast<unsigned char>(text.front()) >= 0x80) {
    std::for_each(members_.begin(), members_.end(), keep);
    return;
  }
  const auto first = static_cast<unsigned char>(text.front());
  for (std::size_t block = 0; block < by_first_.size(); ++block)
    for (std::uint64_t left = by_first_[block][first]; left != 0; left &= left - 1)
      keep(members_[block * kBits + static_cast<std::size_t>(std::countr_zero(left))]);
}

}  // namespace storydiff::rules
