/// \file icu_breaks.hpp
/// Words of scripts that write none apart (Han, kana, Thai, Lao, Khmer, ...). Adapter over ICU's
/// dictionary break iterator; nothing else includes it.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "storydiff/span.hpp"

namespace storydiff {

/// ICU loads its dictionaries with the first run that is split, so texts without such scripts never
/// pay for them. Not thread-safe.
class UnspacedWords {
 public:
  UnspacedWords();
  UnspacedWords(const UnspacedWords&) = delete;
  UnspacedWords& operator=(const UnspacedWords&) = delete;
  ~UnspacedWords();

  /// Appends where the words of `text` end, ascending, the last at `text.size()`. Without ICU's
  /// data each code point is a word. About linear. Precondition: `text` is not empty.
  void split(std::string_view text, std::vector<Offset>& ends);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace storydiff
