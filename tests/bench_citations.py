"""Measures the citation engine: how well it finds, how fast, what hostile text costs, how much memory it takes.

`make bench` prints it. The text is that of `tests/data/un/`, and of the corpus beside the project where there is one.
Comparisons run on the same text in the same process, one after the other; nothing is asserted.
"""

from __future__ import annotations

import random
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from citations.citation_scoring import documents, report
from mandate_data.citations import cite, cite_stream, find, find_symbols

ROOT = Path(__file__).parents[1]
RUNS = 5
MEGABYTE = 1_000_000
SYMBOL = r"\b(?:A|S|E|T|ST|CCPR|CAT|CRC|CEDAW|CERD|CMW|CRPD|CED|HRI|HR)/[A-Z0-9][A-Za-z0-9./()-]*[0-9]"
HOSTILE = {
    "A/A/A/A/…": "A/",
    "A/1/A/1/…": "A/1/",
    "E/CN.4/E/CN.4/…": "E/CN.4/",
    "ibid. ibid. …": "ibid. ",
    "digits and slashes": "1/22/333/4/",
    "one endless line": "x",
    "spaces": " ",
}


def seconds(work: Callable[[], object]) -> float:
    """Median time of several runs, after one that is not counted."""
    times = []
    for _ in range(RUNS + 1):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times[1:])


def accuracy() -> None:
    """Precision and recall by kind."""
    print(report(), end="")


def varied(text: str, seed: int) -> str:
    """The text with other numbers in its symbols, so that nothing is remembered from before."""
    chance = random.Random(seed)
    return re.sub(r"(?<=/)\d+(?=[\s,.;)])", lambda match: str(chance.randint(1, 10 ** len(match[0]))), text)


def speed(texts: list[str]) -> None:
    """Megabytes a second, against a legal citation finder and a text search on the same text."""
    size = sum(map(len, texts)) / MEGABYTE
    everything = seconds(lambda: [find(text) for text in texts])
    print(f"{'find, all kinds':<40}{size / everything:>8.1f} MB/s")
    fresh = []
    for seed in range(RUNS):
        others = [varied(text, seed) for text in texts]
        start = time.perf_counter()
        for text in others:
            find(text)
        fresh.append(time.perf_counter() - start)
    print(f"{'find, symbols never seen before':<40}{size / statistics.median(fresh):>8.1f} MB/s")
    whole = seconds(lambda: [cite(text) for text in texts])
    print(f"{'cite: with notes, ibid. and supra':<40}{size / whole:>8.1f} MB/s")
    alone = seconds(lambda: [find_symbols(text) for text in texts])
    print(f"{'printed symbols alone':<40}{size / alone:>8.1f} MB/s")
    try:
        from eyecite.tokenizers import default_tokenizer
    except ImportError:
        print("eyecite is not installed: no comparison")
    else:
        eyecite = seconds(lambda: [default_tokenizer.tokenize(text) for text in texts[:4]])
        rate = sum(map(len, texts[:4])) / MEGABYTE / eyecite
        print(
            f"{'eyecite, default tokenizer':<40}{rate:>8.2f} MB/s; find is {size / everything / rate:.0f} times as fast"
        )
    search(texts, alone / size)


def search(texts: list[str], ours: float) -> None:
    """The time of ripgrep as a whole process for the pattern of printed symbols, and how many times ours is that."""
    command = shutil.which("rg")
    if command is None:
        print("ripgrep is not installed: no comparison")
        return
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "text.txt"
        file.write_text("\n".join(texts) * 40, encoding="utf-8")
        size = file.stat().st_size / MEGABYTE
        run = [command, "--no-unicode", "--only-matching", SYMBOL, str(file)]
        theirs = seconds(lambda: subprocess.run(run, check=True, stdout=subprocess.DEVNULL)) / size
    print(f"{'ripgrep, the same symbols':<40}{1 / theirs:>8.1f} MB/s; ours takes {ours / theirs:.1f} times as long")


def hostile(texts: list[str]) -> None:
    """Time a byte of hostile text, in times of that of real text."""
    normal = seconds(lambda: [cite(text) for text in texts]) / sum(map(len, texts))
    print(f"{'a megabyte of':<24}{'times the time of real text':>28}")
    for name, unit in HOSTILE.items():
        text = unit * (MEGABYTE // len(unit))
        start = time.perf_counter()
        cite(text)
        print(f"{name:<24}{(time.perf_counter() - start) / len(text) / normal:>28.2f}")


def memory(text: str) -> None:
    """Peak memory of a stream ten times as long as another."""
    for megabytes in (20, 200):
        code = f"from bench_citations import stream; stream({megabytes})"
        done = subprocess.run(
            [sys.executable, "-c", code],
            input=text,
            text=True,
            capture_output=True,
            check=True,
            env={"PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}"},
        )
        print(f"{f'a stream of {megabytes} MB':<24}{done.stdout.strip():>12} MB at most")


def stream(megabytes: int) -> None:
    """Cite standard input again and again, and print the peak memory of this process in megabytes."""
    text = sys.stdin.read()
    for _ in cite_stream(text for _ in range(megabytes * MEGABYTE // len(text) + 1)):
        pass
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)


def main() -> None:
    files = documents("*_*.txt").values()
    texts = [file.read_text(encoding="utf-8") for file in files]
    print("\ncitations: accuracy on references labelled by hand")
    accuracy()
    print(f"\ncitations: speed on {len(texts)} documents, {sum(map(len, texts)) / MEGABYTE:.1f} MB, one core")
    speed(texts)
    print("\ncitations: hostile text (at most five times)")
    hostile(texts)
    print("\ncitations: memory")
    memory("\n".join(texts))


if __name__ == "__main__":
    main()
