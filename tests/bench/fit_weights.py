#!/usr/bin/env python3
"""Fit the link model of core/src/align/weights.hpp to what alignment_evidence prints.

usage: fit_weights.py NAME[*WEIGHT]=EVIDENCE.tsv [...] [--leave-one-out] [--report NAME=EVIDENCE.tsv]

Each file is the output of `alignment_evidence < pairs.jsonl` for one set of document pairs. Every
set weighs 1 whatever its size, or what is said. --leave-one-out fits without each set in turn and shows what
that costs on it; --report only scores a set. Plain Python, Newton's method on the logistic loss with
a small ridge; weights that come out with the wrong sign are set to zero and the rest fitted again.
Exit status 0, 2 on bad input.
"""
import math
import sys

FEATURES = ["containment", "sequence", "competition", "order", "unique"]
RIDGE = 1e-3


def read(path):
    """Rows (evidence, label), and the number of gold links that had no candidate."""
    rows, missed = [], 0
    with open(path, encoding="utf-8") as lines:
        header = next(lines).rstrip("\n").split("\t")
        columns = [header.index(f) for f in FEATURES]
        identical = header.index("identical")
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if cells[0] == "#missed":
                missed += int(cells[2])
            elif cells[1] != "-":
                rows.append(([1.0] + [float(cells[c]) for c in columns], int(cells[1]), cells[identical] == "1"))
    return rows, missed


def solve(matrix, right):
    """Gaussian elimination with partial pivoting."""
    n = len(right)
    a = [row[:] + [right[i]] for i, row in enumerate(matrix)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(a[r][i]))
        a[i], a[pivot] = a[pivot], a[i]
        for r in range(i + 1, n):
            factor = a[r][i] / a[i][i]
            for c in range(i, n + 1):
                a[r][c] -= factor * a[i][c]
    x = [0.0] * n
    for i in reversed(range(n)):
        x[i] = (a[i][n] - sum(a[i][c] * x[c] for c in range(i + 1, n))) / a[i][i]
    return x


def newton(sets, active):
    weights = [0.0] * (len(FEATURES) + 1)
    index = [0] + [i + 1 for i, f in enumerate(FEATURES) if f in active]
    for _ in range(25):
        gradient = [RIDGE * weights[i] for i in index]
        hessian = [[RIDGE if r == c else 0.0 for c in range(len(index))] for r in range(len(index))]
        for name, (rows, _) in sets.items():
            share = float((name.split("*") + ["1"])[1]) / max(1, sum(1 for _, label, _ in rows if label))
            for x, label, _ in rows:
                z = sum(weights[i] * x[i] for i in index)
                p = 1 / (1 + math.exp(-max(-30.0, min(30.0, z))))
                error, curve = share * (p - label), share * p * (1 - p)
                for r, i in enumerate(index):
                    gradient[r] += error * x[i]
                    cxi = curve * x[i]
                    for c in range(r, len(index)):
                        hessian[r][c] += cxi * x[index[c]]
        for r in range(len(index)):
            for c in range(r):
                hessian[r][c] = hessian[c][r]
        step = solve(hessian, gradient)
        for r, i in enumerate(index):
            weights[i] -= step[r]
        if max(abs(s) for s in step) < 1e-7:
            break
    return weights


def fit(sets):
    active = set(FEATURES)
    while True:
        weights = newton(sets, active)
        wrong = [f for i, f in enumerate(FEATURES) if f in active and weights[i + 1] < 0]
        if not wrong:
            return weights
        active -= set(wrong)


def f1(rows, missed, weights, threshold):
    tp = fp = fn = 0
    for x, label, identical in rows:
        z = sum(w * v for w, v in zip(weights, x))
        link = z >= threshold or identical
        tp += link and label
        fp += link and not label
        fn += not link and label
    fn += missed
    p = tp / (tp + fp) if tp + fp else 1.0
    r = tp / (tp + fn) if tp + fn else 1.0
    return (2 * p * r / (p + r) if p + r else 0.0), p, r


def show(name, data, weights):
    at_zero = f1(*data, weights, 0.0)
    best = max((f1(*data, weights, t / 10)[0], t / 10) for t in range(-30, 31, 2))
    print(f"{name:18} F1 {at_zero[0]:.4f} (P {at_zero[1]:.3f} R {at_zero[2]:.3f})   best {best[0]:.4f} at {best[1]:+.1f}")


def main(argv):
    sets, reports, target = {}, {}, None
    for arg in argv:
        if arg in ("--leave-one-out", "--report"):
            target = arg
            continue
        name, _, path = arg.partition("=")
        if not path:
            print(f"fit_weights.py: {arg!r} is not NAME=FILE", file=sys.stderr)
            return 2
        (reports if target == "--report" else sets)[name] = read(path)
    weights = fit(sets)
    print("{" + ", ".join(f"{w:.3f}" for w in weights) + "}   bias, " + ", ".join(FEATURES))
    for name, data in {**sets, **reports}.items():
        show(name, data, weights)
    if "--leave-one-out" in argv and len(sets) > 1:
        for name, data in sets.items():
            show("without " + name, data, fit({n: d for n, d in sets.items() if n != name}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
