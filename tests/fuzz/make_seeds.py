#!/usr/bin/env python3
"""Writes the seeds of the targets whose input is not written by hand: python3 tests/fuzz/make_seeds.py PROGRAM

Reports come from PROGRAM (a built storydiff), the others from here. The results are kept in the repository;
run this when a format changes.
"""
import pathlib
import struct
import subprocess
import sys
import tempfile

SEEDS = pathlib.Path(__file__).parent / "seeds"
BORDER = "\n====\n"

WIRE = """HAVEN (AP) — The ferry Lindal sank in 14 metres of water on Monday, killing at least two people.

“We don't know why,” harbour master Ida Holm said. She would not say who was at the wheel.

Divers found the engine room open. The owner paid $1.2 million for the boat in March 2019.
"""
PIECE = """Two people died when the Lindal sank on Monday, says Ida Holm: “We do not know why.”

The owner, who paid about $1 million for it, was not at the wheel. Divers found the engine room open.

Nobody answers for boats here.
"""


def write(target, name, content):
    folder = SEEDS / target
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())


def texts():
    write("read", "utf8", b"\x00" + WIRE.encode())
    write("read", "windows-1252", b"\x01" + WIRE.encode("cp1252"))
    write("read", "byte-order-mark", b"\x00\xef\xbb\xbf" + PIECE.encode())
    write("read", "wide", b"\x00" + PIECE.encode("utf-16"))
    for number, text in enumerate((WIRE, PIECE)):
        write("segment", f"english-{number}", bytes([0]) + text.encode())
    write("segment", "german", bytes([1]) + "Am 3. Mai sagte er: „Das ist z. B. Unsinn.“ Dann ging er.\n".encode())
    write("segment", "arabic", bytes([5]) + "وقال المدير: \"لم يصب أحد بأذى.\" ثم سكت.\n".encode())
    write("segment", "chinese", bytes([6]) + "他说：“没有人受伤。”船在星期一沉没。\n".encode())
    write("align", "rewritten", WIRE + BORDER + PIECE)
    write("align", "reordered", "One ship sank.\n\nTwo swam.\n\nRain fell." + BORDER + "Rain fell.\n\nOne ship sank.\n\nTwo swam.")
    write("align", "repeated", "It rained. " * 12 + BORDER + "It rained. " * 9)
    write("compare", "two-sources", WIRE + BORDER + "Rain fell on Monday." + BORDER + PIECE)
    write("compare", "quotation-changed", "“We will not go,” she said." + BORDER + BORDER + "“We will go,” she admitted.")
    write("compare", "figures", "Over 14,000 people died, 3.5 percent." + BORDER + BORDER + "14,000 died, 4%.")
    write("token_diff", "short", bytes([120]) + b"the ferry sank" + b"the old ferry sank twice")
    write("token_diff", "swapped", bytes([128]) + b"aabbccddee" + b"ddeeaabbcc")


def edits():
    steps = bytes(range(7, 90, 3)) * 3
    write("edits", "one-paragraph", PIECE.encode() + BORDER.encode() + steps)
    write("edits", "paragraphs", "\n\n".join("abcdéfg"[: 1 + i % 7] for i in range(12)).encode() + BORDER.encode() + steps[::-1])


def rules():
    rule = """{"schema": "storydiff-rules/1", "about": "Seeds.", "rules": [
  {"id": "end", "role": "end-mark", "at": "line", "zone": "any", "pattern": "-30-|###", "knowledge": "End of copy.",
   "examples": [{"text": "It rained.\\n\\n-30-\\n", "drops": ["-30-"]}], "counter_examples": [{"text": "It rained.\\n"}]},
  {"id": "dateline", "role": "dateline", "at": "paragraph-start", "zone": "head",
   "pattern": "(?P<drop>[A-Z]{3,}(?: \\\\(AP\\\\))? — )", "knowledge": "Town, agency, dash."}]}"""
    write("rules", "two-rules", rule + BORDER + WIRE + "\n-30-\n")
    write("rules", "no-rules", '{"schema": "storydiff-rules/1", "about": "None.", "rules": []}' + BORDER + PIECE)
    manifest = """{"id": "seed", "name": "Seed", "version": "1.0.0", "vendor": "V", "licence": "MIT", "summary": "S.",
  "flags": ["idempotent"], "languages": ["en"], "roles": ["slug"], "after": ["a"], "command": ["./run", "-x"],
  "options": {"type": "object", "additionalProperties": false, "properties": {
    "level": {"type": "integer", "minimum": 0, "maximum": 9, "default": 1},
    "roles": {"type": "array", "items": {"type": "string", "enum": ["a", "b"]}}, "deep": {"type": "boolean"}}}}"""
    write("manifest", "command", manifest + BORDER + '{"level": 3, "roles": ["a"], "deep": true}')
    write("manifest", "library", manifest.replace('"command": ["./run", "-x"]', '"library": "s.so"') + BORDER + "{}")


def resources():
    words = [b"a", b"boat", b"ferry", b"government"]
    text = b"".join(words)
    ends = [0]
    for word in words:
        ends.append(ends[-1] + len(word))
    numbers = lambda values: struct.pack(f"<{len(values)}I", *values)
    body = numbers(ends) + numbers([0, 0, 1, 2, 2]) + numbers([7, 7]) + bytes([1, 1, 1, 1]) + bytes([9, 9, 9, 9]) + text
    write("resources", "lexicon-body", bytes([2]) + numbers([4, 2, len(text), 0]) + body)
    write("resources", "vectors-body", bytes([0]) + numbers([2, 2, 5, 0]) + numbers([0, 4, 5]) + struct.pack("<2f", 1, 1)
          + bytes([100, 20, 30, 90]) + b"boata")
    write("resources", "cut-short", bytes([3]) + b"SDLEXIC\n" + numbers([2, 1, 0, 3]))


def reports(program):
    with tempfile.TemporaryDirectory() as folder:
        for name, source, target in (("story", WIRE, PIECE), ("same", PIECE, PIECE), ("empty", "", PIECE)):
            for file, content in (("a.txt", source), ("b.txt", target)):
                (pathlib.Path(folder) / file).write_text(content)
            subprocess.run([program, "compare", "a.txt", "b.txt", "--json", "r.json", "--quiet", "--explain", "1"],
                           cwd=folder, check=False)
            write("report", name, (pathlib.Path(folder) / "r.json").read_bytes())


if len(sys.argv) != 2:
    sys.exit(__doc__)
texts()
edits()
rules()
resources()
reports(sys.argv[1])
