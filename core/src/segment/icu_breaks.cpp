#include "segment/icu_breaks.hpp"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "language/code_point.hpp"

namespace storydiff {

struct UnspacedWords::State {
  State() {
    UErrorCode status = U_ZERO_ERROR;
    breaks = ubrk_open(UBRK_WORD, "", nullptr, 0, &status);
    if (U_FAILURE(status)) breaks = nullptr;
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    if (breaks != nullptr) ubrk_close(breaks);
    utext_close(&text);
  }

  UBreakIterator* breaks = nullptr;
  UText text = UTEXT_INITIALIZER;
};

UnspacedWords::UnspacedWords() = default;
UnspacedWords::~UnspacedWords() = default;

void UnspacedWords::split(std::string_view text, std::vector<Offset>& ends) {
  if (!state_) state_ = std::make_unique<State>();
  UErrorCode status = U_ZERO_ERROR;
  if (state_->breaks != nullptr) {
    utext_openUTF8(&state_->text, text.data(), static_cast<int64_t>(text.size()), &status);
    ubrk_setUText(state_->breaks, &state_->text, &status);
    if (U_SUCCESS(status)) {
      for (int32_t end = ubrk_next(state_->breaks); end != UBRK_DONE; end = ubrk_next(state_->breaks)) {
        ends.push_back(static_cast<Offset>(end));
      }
      return;
    }
  }
  for (std::size_t i = 0; i < text.size();) {
    i += decode_utf8(text, i).length;
    ends.push_back(static_cast<Offset>(i));
  }
}

}  // namespace storydiff
