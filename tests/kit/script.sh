#!/usr/bin/env bash
# Plugins that are scripts: one in Python, one for the shell. Nothing to build.
. "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"

# The system's own python3: a version manager's is a script that reads a home folder, which a plugin can not.
PATH=$prefix/bin:/usr/bin:/bin

must_say 'storydiff plugin test' storydiff plugin new ferry-links --lang script
passes_its_tests ferry-links
plugin_is_in_the_report ferry-links

rm -r ferry-links
must_say 'storydiff plugin test' storydiff plugin new shell-links --lang shell
passes_its_tests shell-links
plugin_is_in_the_report shell-links
