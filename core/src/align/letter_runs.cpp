#include "align/letter_runs.hpp"

#include <utility>

namespace storydiff {

std::size_t LetterRuns::place(std::uint32_t run) const {
  // The upper bits of a product with the golden ratio spread neighbouring keys (Knuth).
  std::size_t at = (run * std::uint64_t{0x9E3779B97F4A7C15U}) >> shift_;
  while (slots_[at].number != kFree && slots_[at].run != run) at = (at + 1) & (slots_.size() - 1);
  return at;
}

std::uint32_t LetterRuns::number(std::uint32_t run) {
  const std::size_t at = place(run);
  if (slots_[at].number != kFree) return slots_[at].number;
  const auto number = static_cast<std::uint32_t>(counts_.size());
  slots_[at] = {run, number};
  counts_.emplace_back();
  if (2 * counts_.size() > slots_.size()) {
    const std::vector<Slot> smaller = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2));
    --shift_;
    for (const Slot& slot : smaller)
      if (slot.number != kFree) slots_[place(slot.run)] = slot;
  }
  return number;
}

void LetterRuns::learn(WordId id, std::string_view folded) {
  if (words_.size() <= id) words_.resize(std::size_t{id} + 1);
  WordLetters word;
  word.length = static_cast<std::uint32_t>(folded.size());
  word.first_inside = static_cast<std::uint32_t>(inside_.size());
  std::uint32_t last = ' ';
  for (std::size_t i = 0; i <= folded.size(); ++i) {
    last = last << 8U | static_cast<unsigned char>(i < folded.size() ? folded[i] : ' ');
    if (i == 1 || folded.empty()) word.head = last & 0xFFFFU;
    if (i >= 2) inside_.push_back(number(last));
  }
  word.end_inside = static_cast<std::uint32_t>(inside_.size());
  word.tail = last;
  words_[id] = word;
}

void LetterRuns::add(std::span<const WordId> words, std::uint32_t sentences) {
  const std::uint32_t call = ++added_;
  const auto count = [call, sentences](Count& run) {
    if (run.last == call) return;
    run.last = call;
    run.sentences += sentences;
  };
  walk(
      words, [&](std::uint32_t run) { count(counts_[number(run)]); },
      [&](std::span<const std::uint32_t> inside) {
        Count* const counts = counts_.data();
        for (const std::uint32_t run : inside) count(counts[run]);
      });
}

}  // namespace storydiff
