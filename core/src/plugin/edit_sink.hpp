/// \file edit_sink.hpp
/// The `storydiff_sink` of a normalize call: copies edits as they come, refuses what no edit can be.
///
/// Refused here is only what can not be stored: missing names, places past 32 bits, text that is
/// not UTF-8. Whether the places fit the view and each other is the pipeline's check, the same for
/// every kind of normalizer.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "storydiff/edit.hpp"
#include "storydiff_plugin.h"

namespace storydiff::plugin_host {

/// Its address is given to plugin code, so it neither copies nor moves.
class EditSink {
 public:
  EditSink();
  EditSink(const EditSink&) = delete;
  EditSink& operator=(const EditSink&) = delete;

  [[nodiscard]] const storydiff_sink* abi() const { return &abi_; }
  /// Edits are taken between `open` and `close`; a plugin that kept the sink is refused outside.
  void open();
  /// The edits since `open`, in the order of the calls.
  [[nodiscard]] std::vector<ProposedEdit> close();
  /// Why the first edit that could not be taken was refused, empty when all were. Once an edit is
  /// refused, all later ones are.
  [[nodiscard]] const std::string& refusal() const { return refusal_; }

 private:
  template <class Take>
  static int guarded(void* context, Take take) noexcept;
  static int drop(void* context, std::uint64_t begin, std::uint64_t end, const char* role, const char* rule) noexcept;
  static int replace(void* context, std::uint64_t begin, std::uint64_t end, const char* utf8, std::uint64_t size,
                     const char* rule) noexcept;
  static int move(void* context, std::uint64_t first, std::uint64_t count, std::uint64_t before,
                  const char* rule) noexcept;
  static int mark(void* context, std::uint64_t begin, std::uint64_t end, const char* role, const char* rule) noexcept;

  void check_rule(const char* rule);
  void check_role(const char* role, const char* rule);
  void check_place(std::uint64_t place, const char* rule);
  /// The first complaint of a call counts.
  void refuse(const std::string& why);

  bool open_ = false;
  std::string refusal_;
  std::vector<ProposedEdit> edits_;
  storydiff_sink abi_{};
};

}  // namespace storydiff::plugin_host
