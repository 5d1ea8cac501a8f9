/// \file deadline_watch.hpp
/// How work that takes too long ends: wherever it looks at the deadline it is left by an exception, which becomes an
/// error where the work was begun. The stages need not hand a deadline down to their innermost loops, and no half
/// result of theirs is ever seen.
///
///     return within(options.deadline, "the comparison", [&]() -> Result<Report> { ... });
///     for (...) { check_deadline(); ... }       // once a sentence, not once a word
#pragma once

#include <string>
#include <utility>

#include "storydiff/deadline.hpp"
#include "storydiff/result.hpp"

namespace storydiff {

/// What `check_deadline` throws; never leaves the core.
struct DeadlinePassed {};

/// Makes `deadline` the one of this thread while it lives; the one before comes back then. Other threads that the work
/// starts have none: `run_side_by_side` gives them that of the thread that it is called from.
class DeadlineWatch {
 public:
  explicit DeadlineWatch(const Deadline& deadline) : DeadlineWatch(&deadline) {}
  explicit DeadlineWatch(const Deadline* deadline);   ///< null: none
  explicit DeadlineWatch(const Deadline&&) = delete;  // it is only borrowed
  DeadlineWatch(const DeadlineWatch&) = delete;
  DeadlineWatch& operator=(const DeadlineWatch&) = delete;
  ~DeadlineWatch();

 private:
  const Deadline* before_;
};

/// This thread's deadline, null where it has none.
[[nodiscard]] const Deadline* watched_deadline();

/// Throws `DeadlinePassed` where this thread's deadline has passed. Costs a look at the clock, where there is one.
void check_deadline();

/// "WHAT took longer than 2 s and was ended: give it more time".
[[nodiscard]] Error deadline_error(const std::string& what, const Deadline& deadline);

/// The result of `work`, or an error where it is not done in time; `what` was it.
template <class Work>
auto within(const Deadline& deadline, const std::string& what, Work&& work) -> decltype(work()) {
  try {
    const DeadlineWatch watch(deadline);
    auto result = std::forward<Work>(work)();
    check_deadline();
    return result;
  } catch (const DeadlinePassed&) {
    return deadline_error(what, deadline);
  }
}

}  // namespace storydiff
