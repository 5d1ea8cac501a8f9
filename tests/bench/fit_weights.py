#!/usr/bin/env python3
"""Fit the link models of core/src/align/weights.hpp to what alignment_evidence prints.

usage: fit_weights.py words|places SET=EVIDENCE.tsv[:WEIGHT] ... [options]

  words            fit the word model (evidence of the two sentences alone)
  places           fit the place model, whose features depend on the word model: fit that first,
                   build, and print the evidence again
  --write FILE     put the weights into FILE (weights.hpp)
  --folds N        also fit on N-1 of N parts of the texts and score the rest, for each part
  --texts          also show each pair of texts of the small sets

Every pair of sentences weighs the same within a set; a set weighs 1, or what is said. A gold link that
several pairs answer asks only for the best of them. F1 is that of the links which the program would
take: highest expected F1, and a kinship of the texts. Needs numpy (Debian: python3-numpy).
Exit status 0, 2 on bad input.
"""
import argparse
import collections
import pathlib
import re
import sys
import zlib

import numpy as np

RIDGE = 1e-5
LOWEST, COUNTED, KIN_SEQUENCE, KIN_SHARE, KIN_WORDS = 0.3, 0.02, 0.5, 0.25, 2  # as in weights.hpp

Texts = collections.namedtuple("Texts", "id rows sources targets gold")  # rows: a slice of the set's


class Set:
    """The evidence of one set of document pairs."""

    def __init__(self, path, weight):
        self.weight, self.texts = weight, []
        features, self.label, self.gold, places, kin, first = [], [], [], [], [], 0
        with open(path, encoding="utf-8") as lines:
            header = next(lines).rstrip("\n").split("\t")
            bar = header.index("|")
            self.words, self.places = header[5:bar], header[bar + 1:-4]
            for line in lines:
                c = line.rstrip("\n").split("\t")
                if c[0] == "#texts":
                    self.texts.append(Texts(c[1], slice(first, len(features)), int(c[2]), int(c[3]), int(c[4])))
                    first = len(features)
                    continue
                features.append([float(x) for x in c[5:bar] + c[bar + 1:-4]])
                self.label.append({"0": 0, "1": 1, "-": 2}[c[1]])
                self.gold.append([int(g) for g in c[2].split(",") if g] if c[2] != "-" else [])
                places.append((int(c[3]), int(c[4])))
                kin.append((int(c[-4]), int(c[-3])))
        self.features = np.array(features).reshape(len(features), len(self.words) + len(self.places))
        self.label, self.place = np.array(self.label), np.array(places).reshape(-1, 2)
        self.ordinary, self.quoted = np.array(kin).reshape(-1, 2).T
        self.wanted = self.label.copy()
        likeness = self.features[:, self.words.index("sequence")]
        for t in self.texts:
            answers = collections.defaultdict(list)
            for i in range(t.rows.start, t.rows.stop):
                for g in self.gold[i]:
                    answers[g].append(i)
            for several in answers.values():
                best = max(likeness[i] for i in several)
                for i in several:
                    if likeness[i] < 0.4 * best:
                        self.wanted[i] = 2  # answers by a sliver: no example of a link, nor of none


def logistic(z):
    return 1 / (1 + np.exp(-np.clip(z, -30, 30)))


def fit(x, y, weight):
    """Logistic regression by Newton's method; the first column is 1."""
    b = np.zeros(x.shape[1])
    ridge = RIDGE * weight.sum() * np.r_[0, np.ones(x.shape[1] - 1)]
    for _ in range(50):
        p = logistic(x @ b)
        gradient = x.T @ (weight * (p - y)) + ridge * b
        hessian = (x * (weight * p * (1 - p))[:, None]).T @ x + np.diag(ridge + 1e-9)
        step = np.linalg.solve(hessian, gradient)
        b -= step
        if np.abs(step).max() < 1e-7:
            break
    return b


def threshold(p):
    p = np.sort(p[p >= COUNTED])[::-1]
    if not len(p):
        return 1.0
    right = np.cumsum(p)
    return max((2 * right / (np.arange(1, len(p) + 1) + p.sum())).max() / 2, LOWEST)


def links_of(data, texts, p):
    """Indices of the links of one pair of texts."""
    rows = np.arange(texts.rows.start, texts.rows.stop)
    scores = p[texts.rows]
    taken = rows[scores >= threshold(scores)]
    close = data.features[taken, data.words.index("sequence")] >= KIN_SEQUENCE
    speech = (data.quoted[taken] == 1) & close
    named = data.features[taken, data.words.index("unique")] > 0
    ordinary = data.ordinary[taken]
    counted = taken[~speech & ((ordinary >= KIN_WORDS) | ((ordinary > 0) & ~named))]
    reached = max((len(set(data.place[counted, side])) for side in (0, 1)), default=0)
    kin = (close & ~speech).any() or reached >= KIN_SHARE * min(texts.sources, texts.targets)
    return taken if kin else taken[speech]


def score(data, p, only=None):
    """F1, P, R over the set, mean F1 over its texts, and false links; `only`: which texts."""
    total, each = np.zeros(4), []
    for n, t in enumerate(data.texts):
        if only is not None and not only[n]:
            continue
        taken = links_of(data, t, p)
        label = data.label[taken]
        found = {g for i in taken for g in data.gold[i]}
        c = np.array([(label == 1).sum(), (label < 2).sum(), len(found), t.gold], float)
        total += c
        each.append((t.id, f1(c)[0]))
    return (*f1(total), float(np.mean([f for _, f in each])) if each else 1.0, int(total[1] - total[0]), each)


def f1(c):
    p = c[0] / c[1] if c[1] else 1.0
    r = c[2] / c[3] if c[3] else (1.0 if c[1] == 0 else 0.0)
    return (2 * p * r / (p + r) if p + r else 0.0), p, r


class Model:
    def __init__(self, sets, kind, left_out=()):
        self.kind = kind
        first = next(iter(sets.values()))
        self.names = first.words + (first.places if kind == "places" else [])
        self.active = [i for i, n in enumerate(self.names) if n not in left_out]

    def x(self, data, rows=slice(None)):
        part = data.features[rows][:, self.active]
        return np.hstack([np.ones((len(part), 1)), part])

    def fit(self, sets, keep=lambda name, texts: True):
        xs, ys, ws = [], [], []
        for name, data in sets.items():
            rows = [i for t in data.texts if keep(name, t) for i in range(t.rows.start, t.rows.stop) if data.wanted[i] < 2]
            if rows:
                xs.append(self.x(data, rows))
                ys.append(data.wanted[rows])
                ws.append(np.full(len(rows), data.weight))
        self.b = fit(np.vstack(xs), np.concatenate(ys), np.concatenate(ws))
        return self

    def p(self, data):
        return logistic(self.x(data) @ self.b)


def show(name, result, extra=""):
    f, p, r, mean, false, _ = result
    print(f"  {name:20} F1 {f:.4f} (P {p:.3f} R {r:.3f})  mean {mean:.3f}  false {false:4}{extra}")


def part_of(texts, folds):
    return zlib.crc32(re.split(r"[:.]", texts.id)[0].encode()) % folds


def array(values):
    return "{" + ", ".join(f"{v:.3f}" for v in values) + "}"


def write(path, model):
    """Replaces the weights of one model in weights.hpp."""
    text = pathlib.Path(path).read_text(encoding="utf-8")
    title = "Word" if model.kind == "words" else "Place"
    text = re.sub(rf"(k{title}Bias = )[-.\d]+", rf"\g<1>{model.b[0]:.3f}", text)
    if model.kind == "words":
        text = re.sub(r"(kWordWeights)\{[^}]*\}", lambda m: m[1] + array(model.b[1:]), text)
    else:
        n = model.words
        text = re.sub(r"(kPlaceWordWeights)\{[^}]*\}", lambda m: m[1] + array(model.b[1:n + 1]), text)
        text = re.sub(r"(kPlaceWeights)\{[^}]*\}", lambda m: m[1] + array(model.b[n + 1:]), text)
    pathlib.Path(path).write_text(text, encoding="utf-8")


def main(argv):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", choices=["words", "places"])
    parser.add_argument("sets", nargs="+", metavar="SET=FILE[:WEIGHT]")
    parser.add_argument("--texts", action="store_true")
    parser.add_argument("--write")
    parser.add_argument("--folds", type=int, default=0)
    options = parser.parse_args(argv)
    sets = {}
    for arg in options.sets:
        name, _, path = arg.partition("=")
        path, _, weight = path.partition(":")
        if not path:
            parser.error(f"{arg!r} is not SET=FILE")
        try:
            sets[name] = Set(path, float(weight) if weight else 1.0)
        except (OSError, ValueError) as e:
            parser.error(f"{path}: {e}")
    model = Model(sets, options.model).fit(sets)
    model.words = len(next(iter(sets.values())).words)
    for name, value in zip(["bias"] + model.names, model.b):
        print(f"{value:9.3f}  {name}")
    results = {name: score(data, model.p(data)) for name, data in sets.items()}
    for name, result in results.items():
        show(name, result)
        if options.texts and len(result[-1]) <= 20:
            print("    " + "  ".join(f"{i[:9]} {f:.2f}" for i, f in result[-1]))
    if options.write:
        write(options.write, model)
    if options.folds:
        print(f"fitted on the other texts ({options.folds} parts)")
        parts = [Model(sets, options.model).fit(sets, lambda _, t, k=k: part_of(t, options.folds) != k) for k in range(options.folds)]
        for name, data in sets.items():
            p = np.zeros(len(data.label))
            for t in data.texts:
                p[t.rows] = parts[part_of(t, options.folds)].p(data)[t.rows]
            show(name, score(data, p))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
