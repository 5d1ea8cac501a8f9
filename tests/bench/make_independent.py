#!/usr/bin/env python3
"""Pairs of texts on one subject that were written apart: the source of one pair with the target of another.

usage: make_independent.py PAIRS.jsonl [NUMBER] > independent.jsonl

For sets whose texts share a subject (essays on one question). Ids name the author before the first
dot; a pair never joins two texts of one author. Seeded: the same input gives the same output.
"""
import json
import random
import sys


def main(argv):
    if len(argv) not in (1, 2):
        print(__doc__.strip(), file=sys.stderr)
        return 2
    with open(argv[0], encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    chance = random.Random(5)
    author = lambda record: record["id"].split(".")[0]
    made = 0
    while made < int(argv[1] if len(argv) == 2 else 110):
        a, b = chance.choice(records), chance.choice(records)
        if author(a) == author(b):
            continue
        print(json.dumps({"id": f"{a['id']}+{b['id']}", "source": a["source"], "target": b["target"],
                          "source_sentences": [], "target_sentences": [], "alignments": []}))
        made += 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
