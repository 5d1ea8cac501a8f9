/// \file agencies.hpp
/// News agencies and the names under which copy credits them.
#pragma once

#include <cstdint>
#include <string_view>

namespace storydiff {

/// A set of agencies, one bit each.
using AgencySet = std::uint64_t;

/// The agencies that `text` names as whole words. Abbreviations count in capitals only: "AP" is an
/// agency, "ap" is not. O(text).
[[nodiscard]] AgencySet agencies_named(std::string_view text);

/// Whether furniture of a role is where copy says whose it is: a dateline, a byline, a credit, a sign-off, a copyright
/// line. A headline may name an agency, or a Mr Bloomberg, as its subject.
[[nodiscard]] bool names_the_agency(std::string_view role);

/// How a reader calls the first agency of the set: "AP", "Reuters". Empty for an empty set.
[[nodiscard]] std::string_view agency_name(AgencySet agencies);

}  // namespace storydiff
