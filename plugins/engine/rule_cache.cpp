#include "rule_cache.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <utility>
#include <vector>

namespace storydiff::rules {
namespace {

/// To be raised with every change of the form below, of `Needs`, or of how rules are read.
constexpr std::string_view kMagic = "storydiff-rules-cache/1\n";

/// Of names and contents, eight bytes at a time. It tells files apart that somebody changed, not forgeries: who can
/// write the cache can write the rules.
std::uint64_t fingerprint(std::span<const RuleFile> files) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  const auto add = [&](std::uint64_t value) {
    hash = (hash ^ value) * 0x9E3779B97F4A7C15U;
    hash ^= hash >> 32U;
  };
  const auto add_text = [&](std::string_view text) {
    add(text.size());
    for (; !text.empty(); text.remove_prefix(std::min<std::size_t>(8, text.size()))) {
      std::uint64_t value = 0;
      std::memcpy(&value, text.data(), std::min<std::size_t>(8, text.size()));
      add(value);
    }
  };
  for (const RuleFile& file : files) {
    add_text(file.name);
    add_text(file.json);
  }
  return hash;
}

class Writer {
 public:
  void number(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7U) bytes_ += static_cast<char>(value | 0x80U);
    bytes_ += static_cast<char>(value);
  }
  void text(std::string_view value) {
    number(value.size());
    bytes_ += value;
  }
  void raw(std::string_view value) { bytes_ += value; }
  void set(const ByteSet& value) {
    for (std::size_t byte = 0; byte < value.size(); byte += 8) {
      unsigned bits = 0;
      for (std::size_t i = 0; i < 8; ++i) bits |= value.test(byte + i) ? 1U << i : 0U;
      bytes_ += static_cast<char>(bits);
    }
  }
  [[nodiscard]] std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

/// After a mistake everything is zero and `ok` false.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : left_(bytes) {}
  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] bool done() const { return ok_ && left_.empty(); }

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const std::string_view next = raw(1);
      if (next.empty()) return 0;
      const auto byte = static_cast<unsigned char>(next.front());
      value |= std::uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80) return value;
    }
    ok_ = false;
    return 0;
  }
  /// Of things that take at least a byte each.
  std::size_t count() {
    const std::uint64_t value = number();
    if (value <= left_.size()) return static_cast<std::size_t>(value);
    ok_ = false;
    return 0;
  }
  std::string_view text() { return raw(count()); }
  std::string_view raw(std::size_t size) {
    if (!ok_ || size > left_.size()) {
      ok_ = false;
      return {};
    }
    const std::string_view value = left_.substr(0, size);
    left_.remove_prefix(size);
    return value;
  }
  void set(ByteSet& value) {
    const std::string_view bytes = raw(value.size() / 8);
    for (std::size_t i = 0; i < bytes.size() * 8; ++i)
      if ((unsigned{static_cast<unsigned char>(bytes[i / 8])} >> i % 8 & 1U) != 0) value.set(i);
  }
  template <class Enum>
  void choice(Enum& value, Enum last) {
    const std::uint64_t read = number();
    if (read > static_cast<std::uint64_t>(last))
      ok_ = false;
    else
      value = static_cast<Enum>(read);
  }

 private:
  std::string_view left_;
  bool ok_ = true;
};

void write(Writer& out, const Pattern& pattern) {
  out.text(pattern.expression());
  const Needs& needs = pattern.needs();
  out.number((needs.known ? 1U : 0U) | (needs.nullable ? 2U : 0U));
  out.number(needs.least);
  for (const ByteSet& set : needs.front) out.set(set);
  out.set(needs.last);
  out.number(needs.bytes.size());
  for (const ByteSet& clause : needs.bytes) out.set(clause);
  out.number(needs.words.size());
  for (const Words& words : needs.words) {
    out.number(words.list().size());
    for (const std::string& word : words.list()) out.text(word);
  }
}

Pattern read_pattern(Reader& in) {
  std::string expression(in.text());
  Needs needs;
  const std::uint64_t flags = in.number();
  needs.known = (flags & 1U) != 0;
  needs.nullable = (flags & 2U) != 0;
  needs.least = static_cast<std::uint32_t>(in.number());
  for (ByteSet& set : needs.front) in.set(set);
  in.set(needs.last);
  needs.bytes.resize(in.count());
  for (ByteSet& clause : needs.bytes) in.set(clause);
  for (std::size_t left = in.count(); left > 0 && in.ok(); --left) {
    std::vector<std::string> words(in.count());
    for (std::string& word : words) word = in.text();
    needs.words.emplace_back(std::move(words));
  }
  Pattern pattern;
  pattern.take_checked(std::move(expression), std::move(needs));
  return pattern;
}

/// The conditions that name rules, in the order of the file.
constexpr RuleNames Conditions::*kNames[] = {&Conditions::previous, &Conditions::next,     &Conditions::above,
                                             &Conditions::below,    &Conditions::anywhere, &Conditions::absent,
                                             &Conditions::same_name};
constexpr bool Conditions::*kFlags[] = {&Conditions::first, &Conditions::unique, &Conditions::between_sentences,
                                        &Conditions::unannounced};

void write(Writer& out, const Conditions& when) {
  for (const auto names : kNames) {
    const RuleNames& list = when.*names;
    out.number((list.given() ? 1U : 0U) | (list.title ? 2U : 0U));
    if (!list.given()) continue;
    std::uint64_t named = 0;
    for (const bool one : list.rules) named += one ? 1 : 0;
    out.number(named);
    for (std::size_t i = 0; i < list.rules.size(); ++i)
      if (list.rules[i]) out.number(i);
  }
  for (const auto flag : kFlags) out.number(when.*flag ? 1 : 0);
}

/// False where a rule is named that there is not.
bool read(Reader& in, std::size_t rules, Conditions& when) {
  for (const auto names : kNames) {
    RuleNames& list = when.*names;
    const std::uint64_t flags = in.number();
    list.title = (flags & 2U) != 0;
    if ((flags & 1U) == 0) continue;
    list.rules.assign(rules, false);
    for (std::size_t left = in.count(); left > 0; --left) {
      const std::uint64_t named = in.number();
      if (named >= rules) return false;
      list.rules[static_cast<std::size_t>(named)] = true;
    }
  }
  for (const auto flag : kFlags) when.*flag = in.number() != 0;
  return true;
}

}  // namespace

std::string write_rule_cache(const RuleSet& rules, std::span<const RuleFile> files) {
  Writer out;
  out.raw(kMagic);
  out.number(fingerprint(files));
  out.number(rules.rules.size());
  for (const Rule& rule : rules.rules) {
    out.text(rule.id);
    out.text(rule.role);
    out.number(static_cast<std::uint64_t>(rule.place));
    out.number(static_cast<std::uint64_t>(rule.zone));
    out.number(rule.max_bytes);
    out.number((rule.joins ? 1U : 0U) | (rule.late ? 2U : 0U));
    write(out, rule.pattern);
    out.number(rule.unless.size());
    for (const Pattern& pattern : rule.unless) write(out, pattern);
    write(out, rule.when);
  }
  return out.take();
}

std::optional<RuleSet> read_rule_cache(std::string_view cache, std::span<const RuleFile> files) {
  Reader in(cache);
  if (in.raw(kMagic.size()) != kMagic || in.number() != fingerprint(files)) return std::nullopt;
  RuleSet set;
  const std::size_t count = in.count();
  set.rules.resize(count);
  for (Rule& rule : set.rules) {
    rule.id = in.text();
    rule.role = in.text();
    in.choice(rule.place, Place::kParagraphEnd);
    in.choice(rule.zone, Zone::kEdges);
    rule.max_bytes = static_cast<std::uint32_t>(in.number());
    const std::uint64_t flags = in.number();
    rule.joins = (flags & 1U) != 0;
    rule.late = (flags & 2U) != 0;
    rule.pattern = read_pattern(in);
    for (std::size_t left = in.count(); left > 0 && in.ok(); --left) rule.unless.push_back(read_pattern(in));
    if (!read(in, count, rule.when) || !in.ok()) return std::nullopt;
  }
  if (!in.done()) return std::nullopt;
  index_patterns(set);
  return set;
}

}  // namespace storydiff::rules
