/// \file batch_totals.hpp
/// What a whole batch comes to: `--summary FILE`.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "storydiff/report.hpp"
#include "storydiff/result.hpp"

namespace storydiff::cli {

/// Sums only, so the order of the pairs makes no difference.
class BatchTotals {
 public:
  void add(const Report& report);
  void add_error();
  void add_uncounted() { ++pairs_; }  ///< a pair that was compared, where nobody asks for more
  void add(const BatchTotals& other);
  /// A record of an earlier run. An error where it lacks `summary` or `findings`.
  [[nodiscard]] Status add_record(std::string_view line);

  [[nodiscard]] std::uint64_t pairs() const { return pairs_; }
  [[nodiscard]] std::uint64_t errors() const { return errors_; }
  /// `complete`: all of the input was done.
  [[nodiscard]] std::string to_json(bool complete) const;

 private:
  std::uint64_t pairs_ = 0;
  std::uint64_t errors_ = 0;
  std::array<std::uint64_t, 3> classes_{};   ///< by `Summary::Class`
  std::array<std::uint64_t, 3> findings_{};  ///< by `Severity`
  std::array<std::uint64_t, 6> words_{};     ///< target, verbatim, edited, paraphrase, new, quoted
};

}  // namespace storydiff::cli
