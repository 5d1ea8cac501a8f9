#!/usr/bin/env bash
# A plugin in C++, from nothing to a report.
. "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"

must_say 'cmake --build build' storydiff plugin new ferry-links
cmake -S ferry-links -B ferry-links/build
cmake --build ferry-links/build
must_say '100% tests passed' ctest --test-dir ferry-links/build
passes_its_tests ferry-links
plugin_is_in_the_report ferry-links

# Installed for the user it is found without being told where.
cmake --install ferry-links/build --prefix "$HOME/.local" > /dev/null
must_say 'ferry-links 1.0.0' storydiff plugin list
