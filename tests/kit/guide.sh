#!/usr/bin/env bash
# The tutorial of plugins/README.md: its commands as they stand there, one after the other.
guide=$3
. "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"

awk '/^## /{inside = /^## In ten minutes/} /^```/{shell = inside && /^```sh/; next} shell' "$guide" > tutorial.sh
[ -s tutorial.sh ] || fail "$guide has no tutorial"
bash -euo pipefail tutorial.sh > tutorial.txt 2>&1 || fail "the tutorial stops: $(cat tutorial.txt)"
for line in 'Made my-normalizer' '1 case: 1 ok' '100% tests passed' 'drop related' \
  'my-normalizer 1.0.0 (runs by default' '2 examples of rules: all hold'; do
  grep -qF -- "$line" tutorial.txt || fail "the tutorial did not print '$line' but: $(cat tutorial.txt)"
done
