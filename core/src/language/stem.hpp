/// \file stem.hpp
/// Word stems. Adapter over Snowball (libstemmer); nothing else includes it.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct sb_stemmer;

namespace storydiff {

/// Not thread-safe: the object keeps a buffer. Without a stemmer for the language every word is its
/// own stem.
class Stemmer {
 public:
  /// `primary_language`: a BCP 47 primary subtag ("en", "de").
  explicit Stemmer(std::string_view primary_language);

  [[nodiscard]] bool available() const { return stemmer_ != nullptr; }
  /// The stem of a case-folded word. O(word).
  [[nodiscard]] std::string stem(std::string_view folded) const;

 private:
  struct Deleter {
    void operator()(sb_stemmer* stemmer) const;
  };
  std::unique_ptr<sb_stemmer, Deleter> stemmer_;
};

}  // namespace storydiff
