#!/usr/bin/env python3
"""How many news pairs a second `storydiff batch` compares with one job, two, ... and how much memory it takes.

    tests/bench/batch_jobs.py build/release/bin/storydiff [--pairs 2000] [--jobs 1,2] [--rounds 5] [--memory 200000]

The pairs are those under fixtures/pairs, repeated until there are enough. The rounds go through the numbers of
jobs in turn, so that a machine that grows slow does so for all; the median counts. `--memory N` runs N
pairs once and prints the peak of resident memory after a tenth of them and at the end: it should not grow. Needs
a machine that does nothing else; Linux only.
"""
import argparse
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]


def fixture_pairs():
    pairs = []
    for gold_file in sorted((ROOT / "fixtures" / "pairs").glob("*/gold*.json")):
        gold = json.loads(gold_file.read_text(encoding="utf-8"))
        pairs.append({"sources": [str(gold_file.parent / gold["source"])], "target": str(gold_file.parent / gold["target"])})
    return pairs


def write_pairs(path, count):
    pairs = fixture_pairs()
    with open(path, "w", encoding="utf-8") as file:
        for i in range(count):
            file.write(json.dumps({"id": i, **pairs[i % len(pairs)]}) + "\n")


def run(program, pairs, jobs):
    start = time.monotonic()
    subprocess.run([program, "batch", pairs, "--jobs", str(jobs), "--output", pairs + ".out"], check=True)
    return time.monotonic() - start


def peak_kilobytes(pid):
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1])
    return 0


def memory(program, pairs, count, jobs):
    output = pathlib.Path(pairs + ".out")
    process = subprocess.Popen([program, "batch", pairs, "--jobs", str(jobs), "--output", str(output), "--select", "summary"])
    early = last = 0
    while process.poll() is None:
        try:
            last = max(last, peak_kilobytes(process.pid))
        except (FileNotFoundError, ProcessLookupError):
            break
        if early == 0 and output.exists() and sum(1 for _ in open(output, "rb")) >= count // 10:
            early = last
        time.sleep(0.5)
    if process.wait() != 0:
        sys.exit("batch failed")
    print(f"peak memory: {early / 1024:.0f} MB after a tenth of {count} pairs, {last / 1024:.0f} MB at the end")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--pairs", type=int, default=2000)
    parser.add_argument("--jobs", default="1,2")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--memory", type=int, default=0)
    arguments = parser.parse_args()
    jobs = [int(number) for number in arguments.jobs.split(",")]
    with tempfile.TemporaryDirectory() as folder:
        pairs = str(pathlib.Path(folder) / "pairs.jsonl")
        if arguments.memory > 0:
            write_pairs(pairs, arguments.memory)
            memory(arguments.program, pairs, arguments.memory, jobs[-1])
            return
        write_pairs(pairs, arguments.pairs)
        times = {number: [] for number in jobs}
        for _ in range(arguments.rounds):
            for number in jobs:
                times[number].append(run(arguments.program, pairs, number))
        base = arguments.pairs / statistics.median(times[jobs[0]])
        print("jobs  pairs a second  of the first")
        for number in jobs:
            rate = arguments.pairs / statistics.median(times[number])
            print(f"{number:4}  {rate:14.1f}  {rate / base:12.2f}")


if __name__ == "__main__":
    main()
