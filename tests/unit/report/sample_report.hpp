/// \file sample_report.hpp
/// A small report made by hand that uses every member at least once: what the JSON tests read and
/// write.
#pragma once

#include "storydiff/report.hpp"

namespace storydiff_test {

[[nodiscard]] storydiff::Report sample_report();

}  // namespace storydiff_test
