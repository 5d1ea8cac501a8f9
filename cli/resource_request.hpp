/// \file resource_request.hpp
/// Which lexicon and word vectors a command uses: those named, else those in the data folders.
#pragma once

#include <string>

#include "storydiff/language_resources.hpp"
#include "storydiff/result.hpp"

namespace storydiff::cli {

/// What stands on the command line.
struct ResourceRequest {
  std::string lexicon;  ///< a file; empty: the one in the data folders
  std::string vectors;
  bool no_lexicon = false;
  bool no_vectors = false;
};

/// Loads them for texts of `language`. The default files are lexicon-en.bin and vectors-en.bin in the
/// user's data folder (XDG), then in that of the installation, which is found from the place of the
/// executable. A default one that is damaged, and a default lexicon that is nowhere, cost a warning and
/// their rung; a file that was named and can not be used is an error. Other languages than English
/// have no default ones.
[[nodiscard]] Result<LanguageResources> load_resources(const ResourceRequest& request, const std::string& language);

}  // namespace storydiff::cli
