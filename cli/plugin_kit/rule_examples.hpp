/// \file rule_examples.hpp
/// The examples that stand beside the rules of a plugin: tried as the plugin is run, with all rules.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "storydiff/pipeline.hpp"
#include "storydiff/result.hpp"

namespace storydiff::cli {

struct ExampleResult {
  std::string rule;
  bool counter = false;  ///< a counter-example: what must stay
  std::string text;
  std::string message;  ///< one line; empty where the rules keep to the example
};

/// Tries every example and counter-example of the rule files below `folder`. An example holds when its
/// rule drops exactly what it says; a counter-example when no rule touches what it says. Errors: a file
/// that is no rule file, or an example that is none.
[[nodiscard]] Result<std::vector<ExampleResult>> run_examples(const std::shared_ptr<Normalizer>& normalizer,
                                                              const std::filesystem::path& folder);

}  // namespace storydiff::cli
