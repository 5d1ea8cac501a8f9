#!/usr/bin/env python3
"""The pairs under fixtures/pairs as document pairs that alignment_evidence reads.

usage: make_stories.py STORYDIFF FIXTURES/PAIRS > stories.jsonl

The texts are what the default plugins leave of them, in normalized order: STORYDIFF's report says where each
sentence stands. Sentences keep their bytes, but for line breaks inside them; paragraphs are those of the report.
Gold links are found by overlap, as `answers` in alignment_evidence.cpp has it.
"""
import json
import pathlib
import subprocess
import sys


def find(document, text):
    at = document.find(text.encode("utf-8"))
    return at, at + len(text.encode("utf-8"))


def answers(a, b):
    shorter, longer = sorted((a[1] - a[0], b[1] - b[0]))
    common = min(a[1], b[1]) - max(a[0], b[0])
    return shorter > 0 and longer <= 3 * shorter and common * 2 >= shorter


def story(document, raw):
    """The text that was compared, the spans of its sentences in it, and in the file."""
    text, spans, originals, paragraph = "", [], [], None
    for sentence in sorted(document["sentences"], key=lambda s: s["position"]):
        begin, end = sentence["span"]
        if text:
            text += " " if sentence["paragraph"] == paragraph else "\n\n"
        paragraph = sentence["paragraph"]
        words = " ".join(raw[begin:end].decode("utf-8").split())
        start = len(text.encode("utf-8"))
        text += words
        spans.append([start, len(text.encode("utf-8"))])
        originals.append((begin, end))
    return text + "\n", spans, originals


def record(program, gold_file):
    gold = json.loads(gold_file.read_text(encoding="utf-8"))
    paths = [gold_file.parent / gold[side] for side in ("source", "target")]
    run = subprocess.run([program, "compare", *paths, "--json", "-"], stdout=subprocess.PIPE, check=False)
    if run.returncode > 1:
        sys.exit(2)
    documents = json.loads(run.stdout)["documents"]
    raw = [path.read_bytes() for path in paths]
    source, source_spans, source_originals = story(documents["sources"][0], raw[0])
    target, target_spans, target_originals = story(documents["target"], raw[1])
    alignments = []
    for link in gold["alignments"]:
        numbers = [[n for n, span in enumerate(originals) if any(answers(span, find(raw[i], text)) for text in link[side])]
                   for i, (side, originals) in enumerate((("source", source_originals), ("target", target_originals)))]
        if all(numbers):
            alignments.append({"relation": link["relation"], "source": numbers[0], "target": numbers[1],
                               **({"optional": True} if link.get("optional") else {})})
    name = gold_file.parent.name + (".2" if gold_file.stem == "gold2" else "")
    return {"id": name, "source": source, "target": target, "source_sentences": source_spans,
            "target_sentences": target_spans, "alignments": alignments}


def main(argv):
    if len(argv) != 2:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    for gold_file in sorted(pathlib.Path(argv[1]).glob("*/gold*.json")):
        print(json.dumps(record(argv[0], gold_file), ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
