#!/usr/bin/env python3
"""Print the tables of core/doc/alignment.md: what the models reach, and what each part of them adds.

usage: alignment_tables.py EVIDENCE LEXICON SET=PAIRS.jsonl[:WEIGHT] ...

EVIDENCE is the built alignment_evidence, LEXICON the built lexicon; each set is a file of document pairs as
alignment_evidence reads it. The place model is fitted anew for every line, to the evidence that this line
leaves, a set of weight 0 to none of it; the word model, on whose scores the features of places rest, stays the built one. Needs numpy.
Exit status 0, 2 on bad input.
"""
import argparse
import pathlib
import subprocess
import sys
import tempfile

import numpy as np

import fit_weights

RUNGS = ["typography", "case", "spelling", "number", "inflection", "canonical", "synonym"]


def evidence(program, lexicon, rung, files, folder):
    """Sets by name, with the words compared up to a rung."""
    options = ["--up-to", "canonical" if rung == "synonym" else rung]
    if rung == "synonym":
        options.append(lexicon)
    sets = {}
    for name, (path, weight) in files.items():
        out = pathlib.Path(folder) / f"{name}.tsv"
        with open(path, "rb") as pairs, open(out, "wb") as table:
            if subprocess.run([program, *options], stdin=pairs, stdout=table).returncode != 0:
                sys.exit(2)
        sets[name] = fit_weights.Set(out, weight)
    return sets


def f1(sets, model, name):
    return fit_weights.score(sets[name], model.p(sets[name]))


def row(title, cells):
    print(f"| {title} | " + " | ".join(cells) + " |")


def head(title, names):
    row(title, names)
    row("---", ["---"] * len(names))


def main(argv):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("evidence")
    parser.add_argument("lexicon")
    parser.add_argument("sets", nargs="+", metavar="SET=PAIRS.jsonl[:WEIGHT]")
    options = parser.parse_args(argv)
    files = {}
    for arg in options.sets:
        name, _, path = arg.partition("=")
        path, _, weight = path.partition(":")
        if not pathlib.Path(path).is_file():
            parser.error(f"{arg!r} is not SET=FILE")
        files[name] = (path, float(weight) if weight else 1.0)
    names = list(files)

    def fitted(sets, left_out=()):
        return fit_weights.Model(sets, "places", left_out).fit(sets)

    with tempfile.TemporaryDirectory() as folder:
        head("words are the same up to", names)
        for rung in RUNGS:
            sets = evidence(options.evidence, options.lexicon, rung, files, folder)
            model = fitted(sets)
            row(rung, [f"{f1(sets, model, n)[0]:.4f}" for n in names])
    print()

    head("fitted", names)
    full = {n: f1(sets, model, n)[0] for n in names}
    row("to all sets", [f"{full[n]:.4f}" for n in names])
    parts = [fit_weights.Model(sets, "places").fit(sets, lambda _, t, k=k: fit_weights.part_of(t, 4) != k) for k in range(4)]
    cells = []
    for n in names:
        p = np.zeros(len(sets[n].label))
        for t in sets[n].texts:
            p[t.rows] = parts[fit_weights.part_of(t, 4)].p(sets[n])[t.rows]
        cells.append(f"{fit_weights.score(sets[n], p)[0]:.4f}")
    row("to three quarters of the texts, for the fourth", cells)
    cells = []
    for n in names:
        if sets[n].weight == 0:  # nothing was fitted to it in the first place
            cells.append(f"{full[n]:.4f}")
            continue
        # Sets of one kind ("essays", "essays-moved") are left out together; one of weight 0 stands in for its kind.
        rest = {m: d for m, d in sets.items() if m.split("-")[0] != n.split("-")[0] or d.weight == 0 and m != n}
        for m, d in rest.items():
            if d.weight == 0 and m.split("-")[0] == n.split("-")[0]:
                d.weight = sets[n].weight
        cells.append(f"{f1(sets, fitted(rest), n)[0]:.4f}" if rest else "")
        for m, (_, weight) in files.items():
            sets[m].weight = weight
    row("without the set", cells)
    print()

    head("without the feature", names)
    for feature in model.names:
        without = fitted(sets, {feature})
        row(feature, [f"{f1(sets, without, n)[0] - full[n]:+.4f}" for n in names])
    print()

    p = np.concatenate([model.p(d) for d in sets.values()])
    y = np.concatenate([d.wanted for d in sets.values()])
    p, y = p[y < 2], y[y < 2]
    head("score", ["pairs", "links among them"])
    for low in range(10):
        here = (p * 10 >= low) & ((p * 10 < low + 1) | (low == 9))
        row(f".{low} to {'.' + str(low + 1) if low < 9 else '1'}", [str(here.sum()), f"{y[here].mean():.3f}" if here.any() else ""])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
