#!/usr/bin/env bash
# Plugins that are scripts: one in Python, one for the shell. Nothing to build.
. "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"

must_say 'storydiff plugin test' storydiff plugin new ferry-links --lang script
passes_its_tests ferry-links
plugin_is_in_the_report ferry-links

rm -r ferry-links
must_say 'storydiff plugin test' storydiff plugin new shell-links --lang shell
passes_its_tests shell-links
plugin_is_in_the_report shell-links
