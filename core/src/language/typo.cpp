#include "language/typo.hpp"

#include <algorithm>
#include <utility>

#include "language/code_point.hpp"

namespace storydiff {
namespace {

// Letters past ASCII count as well: whether they are letters is for the tokenizer to say.
bool has_letters_only(std::string_view word) {
  return std::ranges::all_of(word, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || is_ascii_letter(byte);
  });
}

// "Seperate" is a typo; of two consonants each mostly makes a word: "patched", "latched".
bool sound_alike(char a, char b) {
  constexpr std::string_view kVowels = "aeiouy";
  constexpr std::string_view kSibilants = "cskzx";
  const auto both_in = [&](std::string_view letters) {
    return letters.find(a) != std::string_view::npos && letters.find(b) != std::string_view::npos;
  };
  return both_in(kVowels) || both_in(kSibilants);
}

}  // namespace

bool is_typo(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (a.size() < kShortestTypo || b.size() > a.size() + 1) return false;
  const auto begin = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
  if (begin == 0 || begin == a.size()) return false;
  std::size_t end = 0;  // letters that are equal at the end, not counting those before `begin`
  while (end < a.size() - begin && a[a.size() - 1 - end] == b[b.size() - 1 - end]) ++end;
  const std::size_t changed = b.size() - begin - end;
  if (end == 0 || (end == 1 && a.back() == 's')) return false;
  const bool added = changed == 1 && a.size() != b.size();
  const bool replaced = changed == 1 && a.size() == b.size() && sound_alike(a[begin], b[begin]);
  const bool exchanged = changed == 2 && a.size() == b.size() && a[begin] == b[begin + 1] && a[begin + 1] == b[begin];
  return (added || replaced || exchanged) && has_letters_only(a) && has_letters_only(b);
}

}  // namespace storydiff
