/// \file apply_edits.hpp
/// Carries out one plugin's edits: new text, new source map, marks carried along, ledger grown.
#pragma once

#include <cstdint>
#include <vector>

#include "storydiff/edit.hpp"
#include "storydiff/normalized_document.hpp"
#include "storydiff/result.hpp"

namespace storydiff {

/// Applies `edits`, which `check_edits` has accepted for `document`, as those of the plugin with
/// index `plugin`. Fails, and leaves `document` as it was, when a drop or replace reaches over the
/// edge of a paragraph whose neighbour is moved away. `original_size` is the size of the document
/// as read. O(text + pieces + edits log edits).
[[nodiscard]] Status apply_edits(NormalizedDocument& document, std::vector<ProposedEdit> edits, std::uint32_t plugin,
                                 Offset original_size);

}  // namespace storydiff
