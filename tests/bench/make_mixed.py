#!/usr/bin/env python3
"""Texts that reuse only a part of another, made of document pairs.

usage: make_mixed.py PAIRS.jsonl [NUMBER] > mixed.jsonl

Each target is made of paragraphs of two or more pairs, in a random order of paragraphs; each source of paragraphs of
the same pairs, less some. So some of either text is in the other, moved, and the rest was written apart: as an opinion
piece stands to the wire copy that it reuses. Ids name the author before the first dot; one text never joins two pairs
of one author. Pairs of one paragraph (fables) are joined by fours, others by twos. Seeded: the same input gives the same output.
"""
import json
import random
import sys


def paragraphs(text, spans):
    """Numbers of the sentences of each paragraph."""
    raw, found, at = text.encode("utf-8"), [], 0
    for number, (begin, _) in enumerate(spans):
        if not found or b"\n\n" in raw[at:begin]:
            found.append([])
        found[-1].append(number)
        at = begin
    return found


def joined(pieces):
    """pieces: [(text, spans, [numbers])], a paragraph each. Text, spans, and where each sentence went."""
    out, spans, place = "", [], {}
    for n, (key, text, all_spans, numbers) in enumerate(pieces):
        raw = text.encode("utf-8")
        out += "\n\n" if n else ""
        for i, number in enumerate(numbers):
            begin, end = all_spans[number]
            out += " " if i else ""
            start = len(out.encode("utf-8"))
            out += raw[begin:end].decode("utf-8").replace("\n", " ")
            place[(key, number)] = len(spans)
            spans.append([start, len(out.encode("utf-8"))])
    return out + "\n", spans, place


def mix(chance, records):
    sides = []
    for side in ("source", "target"):
        pieces = []
        for key, record in enumerate(records):
            found = paragraphs(record[side], record[side + "_sentences"])
            # Of the first pair nearly all of the source, of the others a part; of the targets about half each.
            keep = {"source": 0.9 if key == 0 else 0.35, "target": 0.5}[side]
            if len(found) > 1:
                found = [p for p in found if chance.random() < keep] or found[:1]
            elif side == "source" and key == len(records) - 1 or side == "target" and key == len(records) - 2:
                continue
            pieces += [(key, record[side], record[side + "_sentences"], p) for p in found]
        if side == "target":
            chance.shuffle(pieces)
        sides.append(joined(pieces))
    alignments = []
    for key, record in enumerate(records):
        for link in record["alignments"]:
            source = [sides[0][2][(key, s)] for s in link["source"] if (key, s) in sides[0][2]]
            target = [sides[1][2][(key, t)] for t in link["target"] if (key, t) in sides[1][2]]
            if source and target:
                alignments.append({**link, "source": source, "target": target})
    return {"id": "+".join(r["id"] for r in records), "source": sides[0][0], "target": sides[1][0],
            "source_sentences": sides[0][1], "target_sentences": sides[1][1], "alignments": alignments}


def main(argv):
    if len(argv) not in (1, 2):
        print(__doc__.strip(), file=sys.stderr)
        return 2
    with open(argv[0], encoding="utf-8") as lines:
        records = [r for r in map(json.loads, lines) if r["source_sentences"] and r["target_sentences"]]
    chance = random.Random(7)
    author = lambda record: record["id"].split(".")[0]
    one = sum(len(paragraphs(r["source"], r["source_sentences"])) == 1 for r in records) * 2 > len(records)
    made = 0
    while made < int(argv[1] if len(argv) == 2 else 110):
        chosen = [chance.choice(records) for _ in range(4 if one else 2)]
        if len({author(r) for r in chosen}) < len(chosen):
            continue
        print(json.dumps(mix(chance, chosen), ensure_ascii=False))
        made += 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
