/// \file ladder.hpp
/// The keys of a word on the ladder of equivalence, for one language.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "language/number_form.hpp"
#include "language/stem.hpp"
#include "storydiff/vocabulary.hpp"

namespace storydiff {

/// Each rung's key is a function of the key one rung below it and of nothing else, so words that are
/// equal on one rung are equal on all later ones, whatever the rules of the language are.
class Ladder {
 public:
  using Keys = std::array<std::string, kKeyedRungs>;  ///< indexed by `Equivalence`

  /// `language`: a BCP 47 tag; only its primary subtag counts, in any case.
  explicit Ladder(std::string_view language);

  /// Not thread-safe (the stemmer keeps a buffer). O(surface x tables).
  [[nodiscard]] Keys keys(std::string_view surface) const;

  [[nodiscard]] std::string_view language() const { return language_; }

 private:
  [[nodiscard]] std::string case_key(std::string_view typography) const;
  [[nodiscard]] std::string stem_key(std::string_view number) const;

  std::string language_;  ///< primary subtag, lower case
  NumberStyle number_style_;
  Stemmer stemmer_;
};

}  // namespace storydiff
