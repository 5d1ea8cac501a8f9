#include "stored_needs.hpp"

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "cache_bytes.hpp"

namespace storydiff::rules {
namespace {

void write_one(CacheWriter& out, const Needs& needs) {
  out.number((needs.known ? 1U : 0U) | (needs.nullable ? 2U : 0U));
  out.number(needs.least);
  for (const ByteSet& set : needs.front) out.set(set);
  out.set(needs.last);
  out.number(needs.bytes.size());
  for (const ByteSet& clause : needs.bytes) out.set(clause);
  out.number(needs.words.size());
  for (const Words& words : needs.words) out.text(words.packed());
}

Needs read_one(CacheReader& in) {
  Needs needs;
  const std::uint64_t flags = in.number();
  needs.known = (flags & 1U) != 0;
  needs.nullable = (flags & 2U) != 0;
  needs.least = static_cast<std::uint32_t>(in.number());
  for (ByteSet& set : needs.front) in.set(set);
  in.set(needs.last);
  needs.bytes.resize(in.count());
  for (ByteSet& clause : needs.bytes) in.set(clause);
  for (std::size_t left = in.count(); left > 0 && in.ok(); --left) needs.words.push_back(Words::borrowed(in.text()));
  return needs;
}

}  // namespace

std::string stored(const Needs& needs) {
  CacheWriter out;
  write_one(out, needs);
  out.number(needs.branches.size());
  for (const Needs& branch : needs.branches) write_one(out, branch);
  return out.take();
}

Needs needs_from(std::string_view bytes) {
  CacheReader in(bytes);
  Needs needs = read_one(in);
  for (std::size_t left = in.count(); left > 0 && in.ok(); --left) needs.branches.push_back(read_one(in));
  return in.done() ? std::move(needs) : Needs();
}

}  // namespace storydiff::rules
