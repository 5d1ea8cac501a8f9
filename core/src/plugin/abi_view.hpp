/// \file abi_view.hpp
/// The core's `View` as plugin code reads it.
#pragma once

#include <memory>
#include <vector>

#include "storydiff/pipeline.hpp"
#include "storydiff_plugin.h"

namespace storydiff::plugin_host {

/// Borrows the text and strings of `view`, copies the tables; lives for one call. The counterpart
/// of a counterpart is left out: a plugin sees two texts, not a circle. O(paragraphs + marks).
class AbiView {
 public:
  explicit AbiView(const View& view) : AbiView(view, true) {}
  AbiView(const AbiView&) = delete;
  AbiView& operator=(const AbiView&) = delete;

  [[nodiscard]] const storydiff_view* abi() const { return &abi_; }

 private:
  AbiView(const View& view, bool with_counterpart);

  std::vector<storydiff_span> paragraphs_;
  std::vector<storydiff_mark> marks_;
  std::vector<storydiff_metadata> metadata_;
  std::unique_ptr<AbiView> counterpart_;
  storydiff_view abi_{};
};

}  // namespace storydiff::plugin_host
