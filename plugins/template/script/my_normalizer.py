#!/usr/bin/env python3
"""Drops the paragraphs that only point to other stories: "From our archive: ..." and "In our podcast: ..."."""
import json
import sys

OPENINGS = (b"From our archive:", b"In our podcast:")


def edits_of(view):
    text = view["text"].encode("utf-8")  # places are byte offsets
    for begin, end in view["paragraphs"]:
        if text.startswith(OPENINGS, begin, end):
            yield {"action": "drop", "span": [begin, end], "role": "related", "rule": "opening-words"}


# One line in, one line out, at once; nothing else may go to standard output.
for line in sys.stdin.buffer:
    print(json.dumps({"edits": list(edits_of(json.loads(line)))}), flush=True)
