#!/usr/bin/env bash
# Shows that the assertions on the ABI fail when they should. Each member of each structure is taken out
# of the header, has another put before it, and gets another type; after each of these the assertions
# must not compile. What may be done, a member more behind the last one of a structure that is not
# frozen, must compile.
#
#   mutations.sh COMPILER HEADER FOLDER-OF-THE-ASSERTIONS WORK
set -euo pipefail
compiler=$1 header=$2 assertions=$3 work=$4
rm -rf -- "$work"
mkdir -p -- "$work"
changed=$work/storydiff_plugin.h

compiles() {
  "$compiler" -std=c++20 -fsyntax-only -I"$work" -I"$assertions" "$assertions/layout_cpp20.cpp" 2> "$work/errors.txt"
}

# Lines on which the declaration of a member begins, each followed by the line on which it ends.
members=$(awk '/^typedef struct/ {inside = 1; next} /^}/ {inside = 0}
  inside && !begin && /^  [a-z]/ {begin = NR}
  begin && /;/ {print begin, NR; begin = 0}' "$header")
ends=$(awk '/^\/\*.*Frozen\.|^ \*.*Frozen\./ {frozen = 1} /^typedef struct/ {inside = 1}
  /Frozen\. Keys/ {frozen = 1} /^}/ && inside {print NR, frozen + 0; frozen = inside = 0}' "$header")
[ "$(wc -l <<< "$members")" -ge 50 ] || { echo "found only: $members"; exit 1; }

cp -- "$header" "$changed"
compiles || { echo "the header as it is does not hold:"; cat "$work/errors.txt"; exit 1; }

tried=0
must_fail() {
  tried=$((tried + 1))
  if compiles; then
    echo "unnoticed: $1"
    diff "$header" "$changed" || true
    exit 1
  fi
}
while read -r begin end; do
  sed "${begin},${end}d" "$header" > "$changed"
  must_fail "a member of line $begin gone"
  sed "${begin}i\\  void *intruder;" "$header" > "$changed"
  must_fail "a member more before line $begin"
  # Another type of the same size: signed for unsigned, a pointer to other things, another result.
  sed "${begin}s/uint\\(..\\)_t/int\\1_t/;t;${begin}s/const char \\*/char */;t;${begin}s/^  \\(const \\)\\?[a-z_]* /  struct intruder /" \
    "$header" > "$changed"
  must_fail "another type in line $begin"
done <<< "$members"
allowed=0
while read -r line frozen; do
  sed "${line}i\\  void *intruder;" "$header" > "$changed"
  if [ "$frozen" = 1 ]; then
    must_fail "a member more at the end of the frozen structure of line $line"
  else
    compiles || { echo "refused: a member more at the end, line $line"; cat "$work/errors.txt"; exit 1; }
    allowed=$((allowed + 1))
  fi
done <<< "$ends"
echo "$tried changes that break plugins are all noticed; $allowed that do not are allowed"
