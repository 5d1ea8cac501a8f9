#!/usr/bin/env bash
# A plugin in plain C over the ABI header, under an id with dots.
. "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"

must_say 'cmake --build build' storydiff plugin new org.example.ferry-links --lang c
cmake -S org.example.ferry-links -B org.example.ferry-links/build
cmake --build org.example.ferry-links/build
must_say '100% tests passed' ctest --test-dir org.example.ferry-links/build
passes_its_tests org.example.ferry-links
plugin_is_in_the_report org.example.ferry-links
