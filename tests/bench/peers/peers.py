#!/usr/bin/env python3
"""storydiff beside what people use today, in one run:  tests/bench/peers/peers.py PROGRAM [--sizes 10k,1m] ...

Makes texts with planted changes (inputs.py), runs every tool on each in turn, several rounds, as whole processes,
and prints tables: median seconds and the ratio to storydiff's, peak memory, how time grows with size, and what
each tool finds of the planted words and moves. Tools that are not installed are left out; Debian has them as
git, wdiff, dwdiff, docdiff and php-wikidiff2 with php-cli. What each prints differs: storydiff a whole report as JSON,
git, wdiff and dwdiff the text with marks at words, docdiff the same with tags, diff only lines, wikidiff2 (as wikis run
it, with its limits) the rows of a table in HTML, with two lines around each change.
"""
import argparse
import bisect
import functools
import html
import json
import math
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time

import inputs

SIZES = {"10k": 10_000, "100k": 100_000, "1m": 1_000_000, "10m": 10_000_000}
WORD = re.compile(r"[A-Za-z0-9]+")
MARKED = re.compile(r"\{\+(.*?)\+\}", re.DOTALL)


def run(command, output, timeout):
    """Seconds, or None when it was stopped or failed. Waited for without a limit, and killed by a timer: with one,
    Python 3 looks every 50 ms whether the process has ended, and times would be rounded up to that."""
    with open(output, "wb") as out:
        start = time.monotonic()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.DEVNULL)
        killer = threading.Timer(timeout, process.kill)
        killer.start()
        status = process.wait()
        seconds = time.monotonic() - start
        killer.cancel()
    return seconds if status in (0, 1) else None


def peak_megabytes(command, folder):
    """By GNU time: what we could ask the system ourselves would hold our own memory, from before exec."""
    if not shutil.which("time"):
        return ""
    result = folder / "memory"
    with open(os.devnull, "wb") as nothing:
        subprocess.run(["time", "-q", "-f", "%M", "-o", str(result), *command], stdin=subprocess.DEVNULL,
                       stdout=nothing, stderr=nothing, check=False)
    return f"{int(result.read_text().split()[-1]) / 1024:.0f}"


def marked_words(output):
    text = output.read_text(encoding="utf-8", errors="replace")
    return [word for part in MARKED.findall(text) for word in WORD.findall(part)], None


def tagged_words(output):
    text = output.read_text(encoding="utf-8", errors="replace")
    parts = re.findall(r"\{\+(.*?)\+\}|<\+>(.*?)</\+>|<!\+>(.*?)</!\+>", text, re.DOTALL)
    return [word for part in parts for word in WORD.findall("".join(part))], None


def inserted_lines(output):
    words = []
    for line in output.read_text(encoding="utf-8", errors="replace").splitlines():
        if line.startswith(">"):
            words += WORD.findall(line)
    return words, None


def moved_lines(output):
    """git --color-moved: lines of the target that it paints as moved, as texts."""
    moved = set()
    for line in output.read_text(encoding="utf-8", errors="replace").splitlines():
        if line.startswith("\x1b[1;36m+") or line.startswith("\x1b[1;34m+"):
            moved.add(re.sub(r"\x1b\[[0-9;]*m", "", line)[1:])
    return None, moved


def table_words(output):
    """wikidiff2: words in <ins>, those of added lines without any, and the lines that it marks as moved."""
    words = []
    moved = set()
    for row in output.read_text(encoding="utf-8", errors="replace").split("<tr>"):
        added = re.search(r'<td class="diff-addedline[^>]*><div>(.*?)</div></td>', row, re.DOTALL)
        if not added:
            continue
        inserted = re.findall(r"<ins[^>]*>(.*?)</ins>", added[1], re.DOTALL)
        words += WORD.findall(html.unescape(" ".join(inserted or [re.sub(r"<[^>]*>", "", added[1])])))
        if "mw-diff-movedpara-right" in row:
            moved.add(html.unescape(re.sub(r"<[^>]*>", "", added[1])))
    return words, moved


WIKIDIFF2 = "echo wikidiff2_do_diff(file_get_contents($argv[1]), file_get_contents($argv[2]), 2);"


@functools.cache
def is_there(tool):
    if tool == "wikidiff2":
        return shutil.which("php") is not None and subprocess.run(
            ["php", "-r", 'exit(function_exists("wikidiff2_do_diff") ? 0 : 1);'], check=False).returncode == 0
    return shutil.which(tool.split()[0]) is not None


def report_words(output):
    report = json.loads(output.read_text(encoding="utf-8"))
    target = report["documents"]["target"]
    text = pathlib.Path(target["path"]).read_bytes()
    words = []
    for link in report["alignments"]:
        for edit in link["edits"]:
            if edit["op"] in ("insert", "replace"):
                words += WORD.findall(text[edit["target"][0]:edit["target"][1]].decode())
    for entry in report["unmatched"]:
        begin, end = target["sentences"][entry["target"]["sentence"]]["span"]
        words += WORD.findall(text[begin:end].decode())
    moved = set()
    for link in report["alignments"]:
        if link["moved"]:
            moved |= {target["sentences"][number]["paragraph"] for number in link["target"]["sentences"]}
    return words, moved


def tools(program):
    """(name, command for two files, reader of what it found)"""
    every = [
        ("storydiff", lambda a, b: [program, "compare", a, b, "--json", "-", "--quiet"], report_words),
        ("git word-diff", lambda a, b: ["git", "-c", "core.pager=cat", "diff", "--no-index", "--no-color",
                                        "--word-diff=plain", a, b], marked_words),
        ("git color-moved", lambda a, b: ["git", "-c", "core.pager=cat", "diff", "--no-index", "--color=always",
                                          "--color-moved=plain", a, b], moved_lines),
        ("wdiff", lambda a, b: ["wdiff", a, b], marked_words),
        ("dwdiff", lambda a, b: ["dwdiff", a, b], marked_words),
        ("docdiff", lambda a, b: ["docdiff", "--word", "--wdiff", a, b], tagged_words),
        ("diff", lambda a, b: ["diff", a, b], inserted_lines),
        ("wikidiff2", lambda a, b: ["php", "-d", "memory_limit=-1", "-r", WIKIDIFF2, a, b], table_words),
    ]
    return [tool for tool in every if tool[0] == "storydiff" or is_there(tool[0])]


def word_shares(found, planted):
    """Recall and precision of a list of words."""
    wanted = set(planted)
    return len(wanted & set(found)) / max(1, len(wanted)), sum(word in wanted for word in found) / max(1, len(found))


def fewest_moves(order):
    """How many must have moved for the others to stand in their old order."""
    ends = []  # of the rising runs of each length, the least last one
    for place in order:
        at = bisect.bisect_left(ends, place)
        ends[at:at + 1] = [place]
    return len(order) - len(ends)


def move_shares(found, base):
    """Recall and precision of a set of paragraphs of the target; `base`: where each one stood. They are right as far as
    the others stand in order without them: of two neighbours that changed places either may have moved, and what came
    back to its own place did not move."""
    wanted = fewest_moves(base)
    explained = wanted - fewest_moves([place for number, place in enumerate(base) if number not in found])
    return explained / max(1, wanted), explained / max(1, len(found))


def quality(reader, output, truth, target_text):
    words, moved = reader(output)
    cells = []
    cells.append("–" if words is None else "{:.3f} / {:.3f}".format(*word_shares(words, truth["planted"])))
    if moved is None:
        cells.append("none")
    elif fewest_moves(truth["base"]) == 0:
        cells.append("–")
    else:
        if moved and isinstance(next(iter(moved)), str):
            paragraphs = target_text.rstrip("\n").split("\n\n")
            moved = {place for place, text in enumerate(paragraphs) if text in moved}
        cells.append("{:.3f} / {:.3f}".format(*move_shares(moved, truth["base"])))
    return cells


def table(head, rows):
    print("| " + " | ".join(head) + " |")
    print("| " + " | ".join("---" for _ in head) + " |")
    for row in rows:
        print("| " + " | ".join(row) + " |")
    print(flush=True)


def measure(family, size, arguments, folder, medians):
    source, target, truth = inputs.make(family, SIZES[size], arguments.seed)
    files = [str(folder / name) for name in ("source.txt", "target.txt")]
    for file, text in zip(files, (source, target)):
        pathlib.Path(file).write_text(text, encoding="utf-8")
    chosen = tools(arguments.program)
    times = {name: [] for name, _, _ in chosen}
    memory = {}
    found = {}
    for _ in range(arguments.rounds):
        for name, command, reader in chosen:
            if times[name] is None:
                continue
            output = folder / "output"
            result = run(command(*files), output, arguments.timeout)
            if result is None:
                times[name] = None
                continue
            times[name].append(result)
            if name not in found:
                memory[name] = peak_megabytes(command(*files), folder)
                found[name] = quality(reader, output, truth, target) if SIZES[size] <= arguments.check else ["", ""]
    own = statistics.median(times["storydiff"]) if times["storydiff"] else math.nan
    rows = []
    for name, _, _ in chosen:
        if not times[name]:
            rows.append([name, f"over {arguments.timeout} or failed", "", "", "", ""])
            continue
        median = statistics.median(times[name])
        medians[name, family, size] = median
        rows.append([name, f"{median:.3f}", f"{own / median:.2f}", memory[name], *found[name]])
    print(f"{family}, {size} a side, median of {arguments.rounds} rounds in turn:\n")
    table(["tool", "seconds", "storydiff takes × of it", "MB", "planted words: recall / precision",
           "planted moves: recall / precision"], rows)


def growth(arguments, medians):
    rows = []
    for name, _, _ in tools(arguments.program):
        for family in arguments.families:
            points = [(SIZES[size], medians[name, family, size]) for size in arguments.sizes
                      if (name, family, size) in medians and SIZES[size] >= 100_000]
            if len(points) >= 2:
                exponent = math.log(points[-1][1] / points[0][1]) / math.log(points[-1][0] / points[0][0])
                rows.append([name, family, f"{exponent:.2f}"])
    if rows:
        print("How time grows from 100 kB on (1: as the text does):\n")
        table(["tool", "family", "exponent"], rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", help="a built storydiff")
    parser.add_argument("--sizes", default="10k,100k,1m", help="of 10k, 100k, 1m, 10m (default: all but the last)")
    parser.add_argument("--families", default="revised,worst,repetitive")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--timeout", type=float, default=100, help="seconds a run may take")
    parser.add_argument("--check", type=float, default=2e6, help="bytes up to which it is looked at what was found")
    arguments = parser.parse_args()
    arguments.program = str(pathlib.Path(arguments.program).resolve())
    arguments.sizes = arguments.sizes.split(",")
    arguments.families = arguments.families.split(",")
    if unknown := set(arguments.sizes) - set(SIZES):
        sys.exit(f"peers.py: there is no size {', '.join(sorted(unknown))}; there are {', '.join(SIZES)}")
    medians = {}
    with tempfile.TemporaryDirectory() as folder:
        for family in arguments.families:
            for size in arguments.sizes:
                measure(family, size, arguments, pathlib.Path(folder), medians)
    growth(arguments, medians)


main()
