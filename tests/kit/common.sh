# Sourced by the scripts beside it, which do what a stranger does who has nothing but the installed
# storydiff: make a plugin in an empty folder, build it, test it, and see its edit in a report.
#
#   SCRIPT PREFIX FOLDER     PREFIX: where storydiff is installed; FOLDER: made anew to work in
set -euo pipefail

prefix=$1
rm -rf -- "$2"
mkdir -p -- "$2/home" "$2/work"
export HOME=$2/home PATH=$prefix/bin:$PATH
unset STORYDIFF_PLUGIN_PATH XDG_DATA_HOME XDG_CONFIG_HOME
cd -- "$2/work"

fail() {
  echo "FAILED: $*" >&2
  exit 1
}

# must_say TEXT COMMAND...: the command ends well, and TEXT is in what it prints.
must_say() {
  local text=$1 out
  shift
  out=$("$@" 2>&1) || fail "'$*' ended with $?: $out"
  grep -qF -- "$text" <<< "$out" || fail "'$*' did not say '$text' but: $out"
}

# must_leave STATUS COMMAND...: the command ends with this status.
must_leave() {
  local expected=$1 status=0
  shift
  "$@" > out.txt 2>&1 || status=$?
  [ "$status" -eq "$expected" ] || fail "'$*' ended with $status instead of $expected: $(cat out.txt)"
}

# plugin_is_in_the_report ID: a comparison with the plugins of this folder drops the link, and its
# report says which plugin and which rule did it.
plugin_is_in_the_report() {
  printf 'The ferry sank off the coast on Friday, officials said.\n\nFrom our archive: all about ferries\n' > wire.txt
  printf 'The ferry sank off the coast on Friday, officials said.\n' > story.txt
  must_say 'No difference' storydiff compare wire.txt story.txt --plugin-path . --json report.json
  tr -d ' \n' < report.json > squeezed.json
  local edit="{\"plugin\":\"$1\",\"rule\":\"opening-words\",\"action\":\"drop\",\"role\":\"related\""
  grep -qF -- "$edit" squeezed.json || fail "the report has no edit of $1: $(cat report.json)"
}

# passes_its_tests FOLDER: its golden cases, and every check of `plugin check`.
passes_its_tests() {
  must_say '1 ok' storydiff plugin test "$1"
  # A case that is not as expected must show, or the test is none.
  sed -i 's/opening-words/closing-words/' "$1/cases/links/expected.json"
  must_leave 1 storydiff plugin test "$1"
  must_say 'updated' storydiff plugin test "$1" --update
  must_say '1 ok' storydiff plugin test "$1"
  if storydiff plugin --help | grep -q '^  check '; then must_leave 0 storydiff plugin check "$1"; fi
}
