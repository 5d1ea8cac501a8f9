// The one file that includes dtl.

#include <cstdint>
#include <dtl/dtl.hpp>
#include <vector>

#include "analyse/token_diff.hpp"

namespace storydiff {

std::vector<TokenMatch> diff_gap_with_dtl(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
  using Sequence = std::vector<std::uint32_t>;
  dtl::Diff<std::uint32_t, Sequence> diff(Sequence(a.begin(), a.end()), Sequence(b.begin(), b.end()));
  diff.compose();

  std::vector<TokenMatch> matches;
  for (const auto& [element, info] : diff.getSes().getSequence())
    if (info.type == dtl::SES_COMMON)
      matches.push_back(
          {static_cast<std::uint32_t>(info.beforeIdx - 1), static_cast<std::uint32_t>(info.afterIdx - 1)});
  return matches;
}

}  // namespace storydiff
