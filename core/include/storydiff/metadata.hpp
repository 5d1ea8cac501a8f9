/// \file metadata.hpp
/// What a document says of itself: agency, slug, take, urgency, place and day, as normalizers marked them.
///
/// Any normalizer supplies a fact with a mark, in one of two roles:
///
///     mark(span, "meta.agency", rule)             // the marked words are the value
///     mark(span, "meta.date=2026-08-06", rule)    // the role gives it; the words are the evidence
///
/// So each fact stands in the ledger with its words, its plugin and its rule, and a later plugin may drop the words.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace storydiff {

struct NormalizedDocument;

/// Roles that begin so are metadata.
inline constexpr std::string_view kMetadataRole = "meta.";

/// By key: small letters, digits and hyphens. `plugins/write-thru/README.md` names those of the bundled plugin.
using Metadata = std::map<std::string, std::string>;

/// The facts of the ledger's marks. The first mark of a key counts: plugins in their order, then each one's order.
/// White space of a value becomes single spaces; a bad key or an empty value is passed over. O(ledger).
[[nodiscard]] Metadata read_metadata(const NormalizedDocument& document);

}  // namespace storydiff
