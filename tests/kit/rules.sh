#!/usr/bin/env bash
# A plugin without any code: patterns with examples. Nothing to build.
. "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"

must_say 'storydiff plugin test' storydiff plugin new ferry-links --lang rules
must_say '2 examples of rules: all hold' storydiff plugin test ferry-links
passes_its_tests ferry-links
plugin_is_in_the_report ferry-links

# Its options work as those of wire-furniture do.
must_say '1 difference' bash -c 'storydiff compare wire.txt story.txt --plugin-path . \
  --plugin "ferry-links:keep-roles=[related]" || echo "$? difference"'
