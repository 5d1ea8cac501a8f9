/// \file icu_facts.hpp
/// What ICU says where its data have a say.

#pragma once

#include <string>
#include <vector>

namespace storydiff_test {

/// One line for each encoding, each property of characters, each normalization and each kind of break, with a
/// fingerprint of its answers. Texts are made by seed; the same ICU gives the same lines.
[[nodiscard]] std::vector<std::string> icu_facts();

}  // namespace storydiff_test
