#include "rule_cache.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <utility>
#include <vector>

#include "cache_bytes.hpp"
#include "stored_needs.hpp"

namespace storydiff::rules {
namespace {

/// To be raised with every change of the form below, of `Needs`, or of how rules are read.
constexpr std::string_view kMagic = "storydiff-rules-cache/3\n";

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

void write(CacheWriter& out, std::string& body, const Pattern& pattern) {
  const std::string needs = stored(pattern.needs());
  out.set(pattern.first_bytes());
  out.number(pattern.expression().size());
  out.number(needs.size());
  body += pattern.expression();
  body += needs;
}

/// `in` tells the sizes of what stands in `body`.
Pattern read_pattern(CacheReader& in, CacheReader& body) {
  StoredPattern stored;
  in.set(stored.first_bytes);
  const std::uint64_t expression = in.number();
  const std::uint64_t needs = in.number();
  stored.expression = body.raw(expression);
  stored.needs = body.raw(needs);
  Pattern pattern;
  pattern.borrow(stored);
  return pattern;
}

/// The conditions that name rules, in the order of the file.
constexpr RuleNames Conditions::*kNames[] = {&Conditions::previous, &Conditions::next,     &Conditions::above,
                                             &Conditions::below,    &Conditions::anywhere, &Conditions::absent,
                                             &Conditions::same_name};
constexpr bool Conditions::*kFlags[] = {&Conditions::first, &Conditions::unique, &Conditions::between_sentences,
                                        &Conditions::unannounced};

void write(CacheWriter& out, const Conditions& when) {
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
bool read(CacheReader& in, std::size_t rules, Conditions& when) {
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

std::string write_rule_cache(const RuleSet& rules, std::span<const RuleFile> files, std::span<const CachedFile> looks) {
  CacheWriter out;
  std::string body;
  out.number(rules.rules.size());
  for (const Rule& rule : rules.rules) {
    out.text(rule.id);
    out.text(rule.role);
    out.number(static_cast<std::uint64_t>(rule.place));
    out.number(static_cast<std::uint64_t>(rule.zone));
    out.number(rule.max_bytes);
    out.number((rule.joins ? 1U : 0U) | (rule.late ? 2U : 0U));
    write(out, body, rule.pattern);
    out.number(rule.unless.size());
    for (const Pattern& pattern : rule.unless) write(out, body, pattern);
    write(out, rule.when);
  }
  CacheWriter cache;
  cache.raw(kMagic);
  cache.number(fingerprint(files));
  cache.number(looks.size());
  for (const CachedFile& file : looks) {
    cache.text(file.name);
    cache.number(file.bytes);
    cache.number(static_cast<std::uint64_t>(file.written));
  }
  cache.text(out.take());
  cache.text(body);
  return cache.take();
}

std::optional<RuleCache> open_rule_cache(std::string_view cache) {
  CacheReader in(cache);
  RuleCache result;
  if (in.raw(kMagic.size()) != kMagic) return std::nullopt;
  result.fingerprint = in.number();
  result.looks.resize(in.count());
  for (CachedFile& file : result.looks) {
    file.name = in.text();
    file.bytes = in.number();
    file.written = static_cast<std::int64_t>(in.number());
  }
  result.rules = in.text();
  result.body = in.text();
  return in.done() ? std::optional(std::move(result)) : std::nullopt;
}

bool is_made_from(const RuleCache& cache, std::span<const RuleFile> files) {
  return cache.fingerprint == fingerprint(files);
}

std::optional<RuleSet> read_rules(const RuleCache& cache) {
  CacheReader in(cache.rules);
  CacheReader body(cache.body);
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
    rule.pattern = read_pattern(in, body);
    for (std::size_t left = in.count(); left > 0 && in.ok(); --left) rule.unless.push_back(read_pattern(in, body));
    if (!read(in, count, rule.when) || !in.ok() || !body.ok()) return std::nullopt;
  }
  if (!in.done() || !body.done()) return std::nullopt;
  index_patterns(set);
  return set;
}

}  // namespace storydiff::rules
