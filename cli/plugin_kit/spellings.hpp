/// \file spellings.hpp
/// The name of a plugin as it stands in an id, a file name, a class and a title.
#pragma once

#include <string>
#include <string_view>

namespace storydiff::cli {

/// "my-normalizer", "my_normalizer", "MyNormalizer", "My normalizer". Of an id with dots the last three
/// are those of what stands behind the last one.
struct Spellings {
  std::string id;
  std::string file;
  std::string type;
  std::string title;
};

/// Precondition: `is_plugin_id(id)`.
[[nodiscard]] Spellings spellings_of(std::string_view id);

/// `text`, written about "my-normalizer" as all templates are, about another plugin. One pass, O(text).
[[nodiscard]] std::string renamed(std::string_view text, const Spellings& name);

}  // namespace storydiff::cli
