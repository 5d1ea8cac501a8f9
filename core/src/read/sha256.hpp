/// \file sha256.hpp
/// The fingerprint that a report gives of each file. Adapter over nettle, which has it in the processor's own
/// instructions; nothing else includes it.
#pragma once

#include <string>
#include <string_view>

namespace storydiff {

/// 64 lower-case hexadecimal digits. O(bytes).
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace storydiff
