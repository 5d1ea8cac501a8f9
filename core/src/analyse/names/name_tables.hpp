/// \file name_tables.hpp
/// What a word tells about the names around it: titles, institutions, particles, and capitals that are no names.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace storydiff {

/// Bits; a word may have several ("general" is a title, "state" an office).
enum NameClass : std::uint32_t {
  kNoNameClass = 0,
  kTitle = 1U << 0,          ///< stands before a person's name: "president", "sgt"
  kOffice = 1U << 1,         ///< part of a title: "foreign", "prime", "state"
  kHead = 1U << 2,           ///< ends the name of an institution or place: "bank", "island"
  kGoverns = 1U << 3,        ///< head that takes "of", "for", "on": "University of ..."
  kParticle = 1U << 4,       ///< small word inside of a name: "van", "bin"
  kSuffix = 1U << 5,         ///< after a company's name, and often left out: "Inc", "plc"
  kNoName = 1U << 6,         ///< capitalized, but no name alone: "Christmas", "Republican", "CEO"
  kDemonym = 1U << 7,        ///< of a nation, faith or region: "French"
  kTime = 1U << 8,           ///< month or weekday
  kStarter = 1U << 9,        ///< begins sentences; never a name there
  kNumbered = 1U << 10,      ///< takes a number: "Local 618"
  kNoHyphenTail = 1U << 11,  ///< after a name's hyphen, but no part of it: "based"
  kAbbreviation = 1U << 12,  ///< its period ends no name: "St", "Mt", "Gov"
  kGeographic = 1U << 14,    ///< head of a place that nobody founded: "island", "springs"
  kSpeech = 1U << 13,        ///< verb of reporting: its subject is a name more often than not
  kSmallWord = 1U << 15,     ///< stands between the words of a name, and tells nothing: "of", "the", "&"
  kCorrection = 1U << 16,    ///< tells that something was corrected: "misspelled", "clarifies"
};

/// The classes of a case-folded word without periods. O(word).
[[nodiscard]] std::uint32_t name_classes(std::string_view folded);

/// Whether the two given names are one person's: "bill" and "william". Symmetric.
[[nodiscard]] bool nicknames(std::string_view a, std::string_view b);

/// Other names of the place that `folded` names, "us", "usa" and "america" for "united states", and of the
/// government that sits there: "moscow" and "kremlin" for "russia". Words are parted by one space.
[[nodiscard]] std::vector<std::string_view> place_names(std::string_view folded);

}  // namespace storydiff
