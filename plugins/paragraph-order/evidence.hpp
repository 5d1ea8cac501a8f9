/// \file evidence.hpp
/// Whether a file's paragraphs are shuffled: its opening paragraph, which a dateline gives away,
/// does not stand first.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace storydiff::paragraph_order {

/// A paragraph of running text, as against a headline, a byline, a credit: it has at least five
/// words, ends as a sentence does, and is not wholly in parentheses.
[[nodiscard]] bool is_story_paragraph(std::string_view text);

/// Whether the paragraph opens with a wire dateline: "VIENNA (AP) -- ", "HARLAN SPRINGS, Ark. (AP) ",
/// "BRUSSELS, Nov 18 (Reuters) - ", "BALLANDERRY, Aug 6 AAP - ", "GANNET COVE, N.S. -- " with a real
/// dash, "(Bloomberg) -- ", and "VIENNA AFP  " with the two spaces that a lost dash leaves.
[[nodiscard]] bool has_dateline(std::string_view text);

struct Misplaced {
  std::uint32_t lede = 0;   ///< the paragraph that should be first
  std::uint32_t first = 0;  ///< the story paragraph that stands first instead; less than `lede`
};

/// The lede that stands behind other story paragraphs. Nothing where there is no dateline or mark,
/// where there are several (a round-up), or where the lede is first. `marked`: paragraphs that an
/// earlier plugin marked as lede, ascending. Headlines and bylines before the story do not count.
[[nodiscard]] std::optional<Misplaced> find_misplaced_lede(const std::vector<std::string_view>& paragraphs,
                                                           const std::vector<std::uint32_t>& marked);

}  // namespace storydiff::paragraph_order
