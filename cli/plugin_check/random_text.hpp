/// \file random_text.hpp
/// Texts for the fuzz check: stories, broken in ways that texts break. The same seed and stories give
/// the same texts on every machine.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "plugin_check/texts.hpp"

namespace storydiff::plugin_check {

class RandomText {
 public:
  RandomText(std::uint64_t seed, std::vector<Text> stories);

  /// The next text: valid UTF-8 without NUL, at most some 20 KB.
  [[nodiscard]] Text next();

 private:
  /// 0 .. bound-1, or 0. The standard's distributions differ between libraries.
  [[nodiscard]] std::size_t below(std::size_t bound);
  [[nodiscard]] std::string piece();
  void change(std::vector<std::string>& parts);

  std::mt19937_64 random_;
  std::vector<Text> stories_;
  std::size_t count_ = 0;
};

}  // namespace storydiff::plugin_check
