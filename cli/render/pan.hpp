/// \file pan.hpp
/// Links as the text alignment tasks of PAN write them, for their corpora and measures.
#pragma once

#include <string>

#include "storydiff/report.hpp"

namespace storydiff::cli {

/// One `<document>` for the target, and a `<feature name="detected-plagiarism">` for each reused passage:
/// links that go on where the one before ended, in both texts, are one passage, and sentences of a link
/// that do not stand together are several. Offsets and lengths count characters (code points) of the
/// texts as read. The name is what the tasks ask for, no judgement.
[[nodiscard]] std::string render_pan(const Report& report);

}  // namespace storydiff::cli
