// The table: ids, sentences, functions.
#include <algorithm>
#include <array>

#include "plugin_check/check.hpp"

namespace storydiff::plugin_check {
namespace {

constexpr std::array kChecks{
    Check{"entry-symbol", "The library loads with all its symbols resolved, and exports its entry.", Needs::kLibrary,
          &check_entry_symbol},
    Check{"abi-version", "It was built for the major ABI version of this storydiff, and for no newer minor one.",
          Needs::kLibrary, &check_abi_version},
    Check{"struct-sizes", "Its entry and descriptors are as large as they must be, and no member is missing.",
          Needs::kLibrary, &check_struct_sizes},
    Check{"manifest-facts", "Every fact of plugin.json is the library's own as well.", Needs::kLibrary,
          &check_manifest_facts},
    Check{"load", "It loads, and makes an instance without any options.", Needs::kManifest, &check_load},
    Check{"options-schema", "Defaults and listed values of the options have the type that the schema gives them.",
          Needs::kManifest, &check_options_schema},
    Check{"options-accepted", "Every default, listed value and bound of the options' schema makes an instance.",
          Needs::kInstance, &check_options_accepted},
    Check{"options-refused", "Unknown options and values that the schema forbids are refused, with a message.",
          Needs::kInstance, &check_options_refused},
    Check{"edits-stories", "Its edits of ordinary stories are valid.", Needs::kInstance, &check_edits_stories},
    Check{"edits-hostile",
          "Its edits of odd and hostile texts are valid, from an empty one to 5 MB on one line; bytes that are no text "
          "never reach it.",
          Needs::kInstance, &check_edits_hostile},
    Check{"fuzz", "Its edits of random texts are valid, and the same in a second run.", Needs::kInstance, &check_fuzz},
    Check{"some-edit", "Some bundled story or case makes it propose an edit, so that the other checks try something.",
          Needs::kWorking, &check_some_edit},
    Check{"roles", "The roles of its edits are those that the manifest lists.", Needs::kWorking, &check_roles},
    Check{"determinism", "The same text gives the same edits: again, in another instance, in another process.",
          Needs::kWorking, &check_determinism, true},
    Check{"idempotence", "Where it claims so, a second run over its own result proposes nothing.", Needs::kWorking,
          &check_idempotence},
    Check{"threads", "Where it claims so, instances that run at the same time give the edits that each gives alone.",
          Needs::kWorking, &check_threads},
    Check{"counterpart-absent", "It works without a text on the other side, or does nothing where it needs one.",
          Needs::kInstance, &check_counterpart_absent},
    Check{"counterpart-present", "It works beside the same, another, an empty and a much longer text.",
          Needs::kInstance, &check_counterpart_present},
    Check{"story-text", "No word of the bundled stories without furniture is dropped.", Needs::kWorking,
          &check_story_text},
    Check{"over-stripping",
          "At most 10 % of a story is dropped when its words stand in capitals, on one line, in other paragraphs, "
          "hard-wrapped or without full stops.",
          Needs::kWorking, &check_over_stripping},
    Check{"time", "A kilobyte of stories takes less than 10 ms; a warning from 1 ms.", Needs::kWorking, &check_time},
    Check{"time-growth", "Eight times the text takes less than 23 times as long (the power 1.5), up to a megabyte.",
          Needs::kWorking, &check_time_growth},
    Check{"memory-growth", "The same documents over and over take no more memory each time.", Needs::kWorking,
          &check_memory_growth},
    Check{"instances", "Instances made and destroyed many times, and many at once, leave nothing behind.",
          Needs::kInstance, &check_instances},
    Check{"errors", "When the host refuses its edits, it ends in peace, or fails with a message.",
          Needs::kLibraryInstance, &check_errors},
    Check{"side-effects",
          "It writes nothing to standard output, and leaves descriptors, working directory, locale, signals and "
          "processes as they were.",
          Needs::kInstance, &check_side_effects},
    Check{"process-end", "The process ends in peace after its last instance.", Needs::kInstance, &check_process_end},
};

}  // namespace

std::span<const Check> all_checks() { return kChecks; }

const Check* find_check(std::string_view id) {
  const auto* found = std::find_if(kChecks.begin(), kChecks.end(), [&](const Check& check) { return check.id == id; });
  return found == kChecks.end() ? nullptr : found;
}

}  // namespace storydiff::plugin_check
