#include "storydiff/metadata.hpp"

#include <algorithm>

#include "storydiff/edit.hpp"
#include "storydiff/normalized_document.hpp"

namespace storydiff {
namespace {

/// No fact of a slug line is longer; a plugin that marks a whole text says nothing of it.
constexpr std::size_t kLongestValue = 200;

bool is_key(std::string_view key) {
  return !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

std::string squeezed(std::string_view text) {
  std::string value;
  bool parted = false;
  for (const char c : text) {
    if (c == ' ' || (c >= '\t' && c <= '\r')) {
      parted = !value.empty();
      continue;
    }
    if (parted) value += ' ';
    parted = false;
    value += c;
  }
  return value;
}

}  // namespace

Metadata read_metadata(const NormalizedDocument& document) {
  Metadata metadata;
  for (const LedgerEntry& entry : document.ledger) {
    if (entry.action != EditAction::kMark || !entry.role.starts_with(kMetadataRole)) continue;
    const std::string_view fact = std::string_view(entry.role).substr(kMetadataRole.size());
    const std::size_t equals = fact.find('=');
    const std::string_view key = fact.substr(0, equals);
    const std::string_view text =
        equals == std::string_view::npos ? std::string_view(entry.text) : fact.substr(equals + 1);
    if (!is_key(key) || text.size() > kLongestValue) continue;
    if (std::string value = squeezed(text); !value.empty()) metadata.try_emplace(std::string(key), std::move(value));
  }
  return metadata;
}

}  // namespace storydiff
