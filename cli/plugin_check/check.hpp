/// \file check.hpp
/// The checks of `storydiff plugin check`: a table of ids, sentences and functions.
///
/// Each check runs in a process of its own (see `child.hpp`, `run_checks.hpp`), because what it looks
/// for may well end or block that process. A check asks one question; its id never changes.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "plugin_check/outcome.hpp"
#include "plugin_check/subject.hpp"

namespace storydiff::plugin_check {

/// What must hold before a check is worth running; otherwise it is skipped.
enum class Needs : std::uint8_t {
  kManifest,  ///< nothing but a manifest that can be read
  kLibrary,   ///< a plugin that is a library
  kInstance,  ///< a plugin that could be loaded and made (check "load")
  kLibraryInstance,
  kWorking,  ///< also one that does not fail on ordinary stories (check "edits-stories"): else nothing is proved
};

struct Check {
  std::string_view id;
  std::string_view sentence;  ///< what it proves
  Needs needs;
  Outcome (*run)(const Subject& subject);
  /// Runs in two processes, whose fingerprints must be equal.
  bool twice = false;
};

/// In the order in which they run.
[[nodiscard]] std::span<const Check> all_checks();
/// Null when there is none of that id.
[[nodiscard]] const Check* find_check(std::string_view id);

// The functions, a file for each group.

// library_checks.cpp: what a library says about itself, read without the host between.
[[nodiscard]] Outcome check_entry_symbol(const Subject& subject);
[[nodiscard]] Outcome check_abi_version(const Subject& subject);
[[nodiscard]] Outcome check_struct_sizes(const Subject& subject);
[[nodiscard]] Outcome check_manifest_facts(const Subject& subject);

// option_checks.cpp
[[nodiscard]] Outcome check_load(const Subject& subject);
[[nodiscard]] Outcome check_options_schema(const Subject& subject);
[[nodiscard]] Outcome check_options_accepted(const Subject& subject);
[[nodiscard]] Outcome check_options_refused(const Subject& subject);

// edit_checks.cpp
[[nodiscard]] Outcome check_edits_stories(const Subject& subject);
[[nodiscard]] Outcome check_edits_hostile(const Subject& subject);
[[nodiscard]] Outcome check_roles(const Subject& subject);
[[nodiscard]] Outcome check_some_edit(const Subject& subject);
[[nodiscard]] Outcome check_fuzz(const Subject& subject);

// promise_checks.cpp: what the same text must give, and what the flags promise.
[[nodiscard]] Outcome check_determinism(const Subject& subject);
[[nodiscard]] Outcome check_idempotence(const Subject& subject);
[[nodiscard]] Outcome check_threads(const Subject& subject);

// counterpart_checks.cpp
[[nodiscard]] Outcome check_counterpart_absent(const Subject& subject);
[[nodiscard]] Outcome check_counterpart_present(const Subject& subject);

// stripping_checks.cpp
[[nodiscard]] Outcome check_story_text(const Subject& subject);
[[nodiscard]] Outcome check_over_stripping(const Subject& subject);

// cost_checks.cpp
[[nodiscard]] Outcome check_time(const Subject& subject);
[[nodiscard]] Outcome check_time_growth(const Subject& subject);
[[nodiscard]] Outcome check_memory_growth(const Subject& subject);

// conduct_checks.cpp: how the plugin behaves as a guest in a process.
[[nodiscard]] Outcome check_instances(const Subject& subject);
[[nodiscard]] Outcome check_errors(const Subject& subject);
[[nodiscard]] Outcome check_side_effects(const Subject& subject);
[[nodiscard]] Outcome check_process_end(const Subject& subject);

}  // namespace storydiff::plugin_check
