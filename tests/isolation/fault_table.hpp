/// \file fault_table.hpp
/// What a plugin may do wrong, and what the report then says of it. `core/doc/abi.md` has this table.
#pragma once

#include <string>
#include <string_view>

namespace storydiff_test {

/// `says`: what the report's message contains; "" where the plugin is none the worse for it.
struct LibraryFault {
  std::string_view what;    ///< for the page
  std::string_view plugin;  ///< id; a fault of "faulty" has the name `fault`
  std::string_view fault;
  std::string_view says;
  bool waits = false;     ///< takes the whole time limit
  bool sanitized = true;  ///< happens under sanitizers as well
};

inline constexpr LibraryFault kLibraryFaults[] = {
    {"a static initialiser crashes", "crashes-on-loading", "", "ended by signal 11 (SIGSEGV", false, false},
    {"a static initialiser never ends", "hangs-on-loading", "", "gave no answer within 2 s", true},
    {"a static initialiser ends the process", "exits-on-loading", "",
     "ended with exit status 0 in the middle of a call"},
    {"`create` crashes", "faulty", "crash-in-create", "ended by signal 11 (SIGSEGV", false, false},
    {"`create` never ends", "faulty", "hang-in-create", "gave no answer within 2 s", true},
    {"a call crashes", "faulty", "crash", "ended by signal 11 (SIGSEGV", false, false},
    {"a call gives up (`abort`)", "faulty", "abort", "ended by signal 6 (SIGABRT", false, false},
    {"a call gives up and says why", "faulty", "last-words", "its last words: 'the dictionary is torn'", false, false},
    {"a call recurses without end", "faulty", "stack-overflow", "ended by signal 11 (SIGSEGV", false, false},
    {"a call ends the process (`exit(0)`)", "faulty", "exit", "ended with exit status 0 in the middle of a call"},
    {"a call ends the process at once (`_exit(3)`)", "faulty", "exit-at-once",
     "ended with exit status 3 in the middle of a call"},
    {"a call never ends", "faulty", "hang", "gave no answer within 2 s", true},
    {"a call never ends and keeps a processor busy", "faulty", "spin", "gave no answer within 2 s", true},
    {"a call never ends and ignores SIGTERM", "faulty", "deaf", "gave no answer within 2 s", true},
    {"fork bomb", "faulty", "fork-bomb", "a second process was refused: Operation not permitted"},
    {"thread bomb", "faulty", "thread-bomb", "ran more than 128 processes and threads and was ended", false, false},
    {"10 GB of memory", "faulty", "memory", "(it may use 1024 MiB of memory)", false, false},
    {"10 GB of shared memory", "faulty", "shared-memory", "shared memory was refused: Cannot allocate memory"},
    {"endless standard output", "faulty", "flood-output", "wrote more than 64 MiB for one text and was ended"},
    {"endless standard error", "faulty", "flood-errors", "wrote more than 64 MiB for one text and was ended"},
    {"ten million edits", "faulty", "flood-edits", "out of memory (it may use 1024 MiB of memory)", false, false},
    {"an edit out of bounds", "faulty", "bad-edit", "rule 'too-far'"},
    {"bytes of its own in the pipe to us", "faulty", "torn-frame", "its answer is torn"},
    {"a forged answer in the pipe to us", "faulty", "forged-frame", "its answer is torn"},
    {"a line to our standard output", "faulty", "our-output", ""},
    {"all descriptors closed", "faulty", "close-all", "closed its output in the middle of a call"},
    {"kills its parent, its group, everybody", "faulty", "kill-parent",
     "a signal to its parent was refused: Operation not permitted"},
    {"writes, deletes or changes files", "faulty", "write-files", "writing a file was refused"},
    {"reads files that are none of its business", "faulty", "read-files", "reading a file was refused"},
    {"opens a socket", "faulty", "network", "a socket was refused: Operation not permitted"},
    {"runs another program", "faulty", "other-program", "another program was refused: Operation not permitted"},
};

struct ScriptFault {
  std::string_view what;
  std::string_view name;
  std::string_view script;  ///< for /bin/sh
  std::string_view says;
  bool waits = false;
};

inline constexpr ScriptFault kScriptFaults[] = {
    {"a script ends without an answer", "ends", "exit 0", "ended with exit status 0 in the middle of a call"},
    {"a script fails and says why", "fails", "echo 'no such word list' >&2; exit 4",
     "ended with exit status 4 in the middle of a call; its last words: 'no such word list'"},
    {"a script fails with a traceback", "fails-deep",
     "printf 'Traceback:\\n  File \"a.py\", line 12, in f\\n    text = view[1]\\n           ~~~~^^^\\nKeyError: 1\\n' "
     ">&2; exit 1",
     "its last words: 'File \"a.py\", line 12, in f / text = view[1] / KeyError: 1'"},
    {"a script is killed", "killed", "kill -KILL $$", "ended by signal 9 (SIGKILL)"},
    {"a script never answers", "hangs", "while read -r line; do :; done", "gave no answer within 2 s", true},
    {"a script never reads and ignores SIGTERM", "deaf", "trap '' TERM INT HUP; while :; do sleep 1; done",
     "gave no answer within 2 s", true},
    {"a script answers what is no JSON", "no-json",
     "read -r line; echo 'Traceback (most recent call last):'; read -r line", "its answer is no valid JSON"},
    {"a script answers an empty line", "empty", "read -r line; echo; read -r line", "its answer is no valid JSON"},
    {"a script answers another object", "other-object", "read -r line; echo '{\"edit\": []}'; read -r line",
     "its answer must be {\"edits\": [...]}"},
    {"a script misspells a key", "misspelt",
     "read -r line; echo '{\"edits\": [{\"action\": \"drop\", \"span\": [0, 1], \"roles\": \"slug\", \"rule\": "
     "\"r\"}]}'; read -r line",
     "has an unknown key 'roles'"},
    {"a script's edit is out of bounds", "out-of-bounds",
     "while read -r line; do echo '{\"edits\": [{\"action\": \"drop\", \"span\": [0, 99999], \"role\": \"slug\", "
     "\"rule\": "
     "\"far\"}]}'; done",
     "rule 'far'"},
    {"a script gives an error", "error",
     "while read -r line; do echo '{\"error\": \"the word list is missing: run make\"}'; done",
     "the word list is missing: run make"},
    {"a script answers twice", "twice",
     "while read -r line; do printf '%s\\n%s\\n' '{\"edits\": []}' '{\"edits\": []}'; done",
     "wrote more than one answer to one text"},
    {"a script writes without end", "floods", "exec tr '\\0' x < /dev/zero",
     "wrote more than 64 MiB for one text and was ended"},
    {"a script writes errors without end", "floods-errors", "yes no >&2 & wait",
     "wrote more than 64 MiB for one text and was ended"},
    {"a script takes 10 GB of memory", "memory", "x=x; while :; do x=$x$x; done", "in the middle of a call"},
    {"a script's fork bomb", "fork-bomb", "bomb() { bomb | bomb & }; bomb; while :; do sleep 1; done",
     "ran more than 128 processes and threads and was ended"},
    {"a script kills all that it can", "kills",
     "kill -KILL -1; kill -KILL $PPID; while read -r line; do echo '{\"edits\": []}'; done", ""},
    {"a script leaves a process behind", "leaves",
     "setsid sleep 300 < /dev/null > /dev/null 2>&1 & while read -r line; do echo '{\"edits\": []}'; done", ""},
    {"a script writes a file", "writes",
     "while read -r line; do if echo x > \"$0.stolen\" || echo x > /tmp/storydiff-stolen; then exit 9; fi 2> "
     "/dev/null; echo '{\"edits\": []}'; done",
     ""},
};

}  // namespace storydiff_test
