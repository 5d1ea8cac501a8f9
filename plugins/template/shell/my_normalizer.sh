#!/bin/sh
# Drops the lines that only point to other stories: "Read more: ..." and "Related: ...".
# Needs jq. One line in, one line out, at once; nothing else may go to standard output.
exec jq --unbuffered --compact-output '
  .text as $text
  | [$text | match("(?m)^(Read more|Related):.*"; "g")
      | ($text[:.offset] | utf8bytelength) as $begin   # jq counts characters, storydiff bytes
      | {action: "drop", span: [$begin, $begin + (.string | utf8bytelength)],
         role: "related-link", rule: "opening-words"}]
  | {edits: .}'
