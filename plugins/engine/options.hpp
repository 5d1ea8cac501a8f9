/// \file options.hpp
/// What a user may set: which roles stay, and whether furniture is dropped or only marked.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>

namespace storydiff::rules {

struct Options {
  std::set<std::string, std::less<>> keep_roles;  ///< neither dropped nor marked
  bool mark = false;                              ///< mark instead of drop
};

/// Reads `{"keep-roles": ["headline"], "mark": true}`; both keys may be missing. `error` is empty
/// afterwards, or says in one line what is wrong.
[[nodiscard]] Options read_options(std::string_view json, std::string& error);

}  // namespace storydiff::rules
