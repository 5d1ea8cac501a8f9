/// \file tei.hpp
/// A report as a TEI edition of its texts, by parallel segmentation.
#pragma once

#include <string>

#include "storydiff/report.hpp"

namespace storydiff::cli {

/// A TEI P5 document whose witnesses are the sources (`S1`, `S2`, ...) and the target (`T`). It follows the
/// target: a `<p>` for each of its paragraphs, a `<seg>` for each link or new sentence with its relation as
/// type ("verbatim", "edited", "paraphrase", "new", "left-out"; subtype "moved"), and within it an `<app>` for each
/// place where the witnesses differ: type "substantive", or "orthographic" with the rung of equivalence as subtype. A
/// sentence that was left out stands behind the source sentence that it follows, where that one is linked.
/// A source sentence that was used twice stands twice. Furniture stands in `<back>`.
///
/// With several sources, a segment that a source does not have is within an `<app>` that says so. White space
/// is that of prose, one blank, and characters that XML can not have are U+FFFD.
[[nodiscard]] std::string render_tei(const Report& report);

}  // namespace storydiff::cli
