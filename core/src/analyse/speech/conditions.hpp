/// \file conditions.hpp
/// Conditions that the source makes and the target cuts: "will open if the rain stops" -> "will open".
#pragma once

#include <cstdint>
#include <vector>

#include "analyse/speech/link_words.hpp"
#include "storydiff/segments.hpp"

namespace storydiff {

struct CutCondition {
  TokenRange words;  ///< of the link's source: the clause, its "if" included
  std::uint32_t source_sentence = 0;
  std::uint32_t target_sentence = 0;
};

/// A clause that begins with "if", "unless", "provided" and the like, whose own words have no partner
/// while most of its sentence has, and whose linked sentence and its neighbours make no condition. An
/// "if" that means "whether" is none. Near linear.
[[nodiscard]] std::vector<CutCondition> cut_conditions(const LinkWords& link, const Segments& target);

}  // namespace storydiff
