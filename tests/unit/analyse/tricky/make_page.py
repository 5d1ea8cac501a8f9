#!/usr/bin/env python3
"""Print core/doc/tricky_cases.md, made of the JSON files beside this script.

usage: tests/unit/analyse/tricky/make_page.py > core/doc/tricky_cases.md
"""
import json
import pathlib
import sys

HEAD = """# Tricky cases

What is hard to judge, what a reader would want, and what the program does today. Every row is run by a test
(`tests/unit/analyse/tricky_*_test.cpp`) from the JSON files under `tests/unit/analyse/tricky/`, from which this page is made:

    tests/unit/analyse/tricky/make_page.py > core/doc/tricky_cases.md

The texts are compared without plugins. ¶ is an empty line. *Today* names each entry of the report's list: status, words of the source, words of the target.
"""
PARTS = (("quotations", "Quotations"), ("figures", "Figures"), ("names", "Names"), ("speech", "Attribution, negation and modality"))


def cell(text):
    return text.replace("\n\n", " ¶ ").replace("\n", " ⏎ ").replace("|", "\\|").strip()


def entry(row):
    before, after = row.get("from", row.get("source")), row.get("to", row.get("target"))
    words = " → ".join(cell(side) if side else "–" for side in (before, after))
    return row["status"] + (f" ({words})" if before or after else "")


def main():
    folder = pathlib.Path(__file__).parent
    page = HEAD
    for name, title in PARTS:
        page += f"\n## {title}\n\n| case | source | target | possible | wanted | today |\n| --- | --- | --- | --- | --- | --- |\n"
        for row in json.loads((folder / f"{name}.json").read_text(encoding="utf-8")):
            today = "; ".join(entry(one) for one in row["today"]) or "nothing"
            cells = [row["title"], row["source"], row["target"], row["possible"], row["wanted"], today]
            page += "| " + " | ".join(cell(text) for text in cells) + " |\n"
    sys.stdout.write(page)
    return 0


if __name__ == "__main__":
    sys.exit(main())
