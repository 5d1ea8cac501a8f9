#!/usr/bin/env python3
"""How often the take that a piece was made from is found: closest_takes.py STORYDIFF [SEED]

Two takes of one story, both as sources; the piece is made of a random half of one take's paragraphs, of
which every twelfth word is gone, between two sentences of its own. Prints how the 100 answers fall out:
right, WRONG (the other take), and the outcomes that name no take.
"""
import collections
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

FIXTURES = pathlib.Path(__file__).resolve().parents[2] / "fixtures"
CASES = ["dev-pairs/wildfire-takes", "dev-pairs/ferry-takes", "dev-pairs/aviation-takes", "pairs/quake-takes", "pairs/court-correction"]


def piece(take):
    paragraphs = [p for p in re.split(r"\n\s*\n", take) if len(p) > 80 and random.random() < 0.45]
    thinned = [" ".join(word for word in p.split() if random.random() > 1 / 12) for p in paragraphs]
    return "\n\n".join(["I have followed this affair for years.", *thinned, "And so it goes, dear reader, as always."]) + "\n"


def main():
    random.seed(int(sys.argv[2]) if len(sys.argv) > 2 else 7)
    with tempfile.TemporaryDirectory() as folder:
        jobs, made_from = [], {}
        for case in CASES:
            takes = [str(FIXTURES / case / name) for name in ("source.txt", "target.txt")]
            for side in (0, 1):
                for number in range(10):
                    name = f"{pathlib.Path(case).name} {side} {number}"
                    target = pathlib.Path(folder) / f"{name}.txt"
                    target.write_text(piece(pathlib.Path(takes[side]).read_text()))
                    jobs.append(json.dumps({"id": name, "sources": takes, "target": str(target)}))
                    made_from[name] = side
        reports = subprocess.run([sys.argv[1], "batch", "-"], input="\n".join(jobs), capture_output=True, text=True, check=True)
        counts = collections.Counter()
        for line in reports.stdout.splitlines():
            report = json.loads(line)
            closest = report["closest_source"]
            answer = closest["outcome"]
            if answer == "one":
                answer = "right" if closest["document"] == made_from[report["id"]] else "WRONG"
            counts[report["id"].split()[0], answer] += 1
    for (case, answer), count in sorted(counts.items()):
        print(f"{case:20} {answer:10} {count:3}")


main()
