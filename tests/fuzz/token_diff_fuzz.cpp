// The token diff: matches are equal, ascend, and are as many as the longest common subsequence has.

#include <algorithm>

#include "analyse/token_diff.hpp"
#include "fuzz.hpp"

using namespace storydiff;

namespace {

std::size_t longest_common(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  std::vector<std::size_t> row(b.size() + 1, 0);
  for (const std::uint32_t word : a) {
    std::size_t diagonal = 0;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t above = row[j + 1];
      row[j + 1] = word == b[j] ? diagonal + 1 : std::max(above, row[j]);
      diagonal = above;
    }
  }
  return row.back();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kLongest = 1200;
  if (size == 0 || size > kLongest) return 0;
  const std::size_t cut = data[0] * (size - 1) / 255;
  std::vector<std::uint32_t> a(data + 1, data + 1 + cut);
  std::vector<std::uint32_t> b(data + 1 + cut, data + size);
  const TokenDiff diff = diff_tokens(a, b);
  for (std::size_t i = 0; i < diff.matches.size(); ++i) {
    const TokenMatch& match = diff.matches[i];
    fuzz::promise(match.a < a.size() && match.b < b.size() && a[match.a] == b[match.b], "matches are equal");
    if (i > 0) fuzz::promise(match.a > diff.matches[i - 1].a && match.b > diff.matches[i - 1].b, "matches ascend");
  }
  if (!diff.bailout) fuzz::promise(diff.matches.size() == longest_common(a, b), "matches are as many as can be");
  return 0;
}
