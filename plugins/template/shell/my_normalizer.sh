#!/bin/sh
# Drops the lines that only point to other stories: "From our archive: ..." and "In our podcast: ...".
# Needs jq. One line in, one line out, at once; nothing else may go to standard output.
exec jq --unbuffered --compact-output '
  {edits: [
    # Places are byte offsets: each line begins a line feed behind the end of the one before it.
    foreach (.text / "\n")[] as $line ({end: -1};
      {line: $line, begin: (.end + 1), end: (.end + 1 + ($line | utf8bytelength))})
    | select(.line | test("^(From our archive|In our podcast):"))
    | {action: "drop", span: [.begin, .end], role: "related", rule: "opening-words"}
  ]}'
