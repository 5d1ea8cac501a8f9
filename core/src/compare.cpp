#include "storydiff/compare.hpp"

namespace storydiff {
std::string_view version() { return STORYDIFF_VERSION; }
}  // namespace storydiff
