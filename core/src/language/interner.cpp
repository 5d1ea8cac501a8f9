#include "language/interner.hpp"

#include <algorithm>
#include <cstring>
#include <functional>

namespace storydiff {
namespace {

constexpr std::size_t kFirstSlots = 1024;
constexpr std::size_t kBlockBytes = std::size_t{1} << 16;

}  // namespace

Interner::Interner() : slots_(kFirstSlots) {}

Interner::Entry Interner::intern(std::string_view text) {
  const std::uint64_t hash = std::hash<std::string_view>{}(text);
  const std::size_t mask = slots_.size() - 1;
  std::size_t i = hash & mask;
  for (; slots_[i].id_plus_one != 0; i = (i + 1) & mask) {
    const std::uint32_t id = slots_[i].id_plus_one - 1;
    if (slots_[i].hash == hash && texts_[id] == text) return {id, false};
  }
  texts_.push_back(store(text));
  slots_[i] = {hash, static_cast<std::uint32_t>(texts_.size())};
  if (texts_.size() * 2 > slots_.size()) grow();
  return {static_cast<std::uint32_t>(texts_.size() - 1), true};
}

std::string_view Interner::store(std::string_view text) {
  if (text.empty()) return {};
  if (text.size() > block_left_) {
    const std::size_t bytes = std::max(kBlockBytes, text.size());
    blocks_.push_back(std::make_unique<char[]>(bytes));
    block_next_ = blocks_.back().get();
    block_left_ = bytes;
  }
  char* const place = block_next_;
  std::memcpy(place, text.data(), text.size());
  block_next_ += text.size();
  block_left_ -= text.size();
  return {place, text.size()};
}

void Interner::grow() {
  std::vector<Slot> larger(slots_.size() * 2);
  const std::size_t mask = larger.size() - 1;
  for (const Slot& slot : slots_) {
    if (slot.id_plus_one == 0) continue;
    std::size_t i = slot.hash & mask;
    while (larger[i].id_plus_one != 0) i = (i + 1) & mask;
    larger[i] = slot;
  }
  slots_ = std::move(larger);
}

}  // namespace storydiff
