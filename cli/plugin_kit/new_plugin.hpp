/// \file new_plugin.hpp
/// A plugin to start from: a template under another name, in a folder of its own.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "plugin_kit/spellings.hpp"
#include "storydiff/result.hpp"

namespace storydiff::cli {

/// A kind of plugin to start from.
struct Template {
  const char* language;  ///< as the user names it; also the folder of the template
  const char* about;     ///< "a plugin in C++"
  bool is_built;         ///< has to be compiled before it runs
  const char* source;    ///< where its knowledge stands, about "my-normalizer"
};

/// In the order in which they are offered.
[[nodiscard]] const std::vector<Template>& templates();

/// Null where there is none. "python" is another word for "script".
[[nodiscard]] const Template* find_template(const std::string& language);

/// Where the templates lie: found from the place of the executable, as the plugins are.
[[nodiscard]] std::filesystem::path template_folder();

/// Copies the template of `folder` to `target` under the new name. `target` is whole or not there: it
/// is written beside its place and then renamed. It must not exist, or be an empty folder.
[[nodiscard]] Status make_plugin(const std::filesystem::path& folder, const Spellings& name,
                                 const std::filesystem::path& target);

}  // namespace storydiff::cli
