#!/bin/sh
# Drops the lines that only point to other stories: "From our archive: ..." and "In our podcast: ...".
# Needs jq. One line in, one line out, at once; nothing else may go to standard output.
exec jq --unbuffered --compact-output '
  .text as $text
  | [$text | match("(?m)^(From our archive|In our podcast):.*"; "g")
      | ($text[:.offset] | utf8bytelength) as $begin   # jq counts characters, storydiff bytes
      | {action: "drop", span: [$begin, $begin + (.string | utf8bytelength)],
         role: "related", rule: "opening-words"}]
  | {edits: .}'
