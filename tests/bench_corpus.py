"""Measures `corpus`: documents and megabytes a second, how both grow with cores and documents, and the memory it takes.

`make bench` prints it; `python tests/bench_corpus.py 1000` takes a thousand documents for many. The documents are those
of the corpus beside the project, or else the sources in raw/, each many
times with other numbers. Nothing is asserted.
"""

from __future__ import annotations

import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from mandate_data.corpus.build_corpus import make_corpus
from mandate_data.corpus.local_engine import local_engine
from mandate_data.corpus.manifest import FileCount
from mandate_data.corpus.worker_pool import Limits
from typesetting import typeset_text

ROOT = Path(__file__).parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"
FEW, MANY = 100, 10_000
ARCHIVE = 1_000_000
"""Documents in the public archive of the United Nations, about."""
PDFS = 24
MEGABYTE = 1_000_000


class Clock:
    """Notes when each file was done: what comes before the first is the start of the processes."""

    def __init__(self) -> None:
        self.start = time.perf_counter()
        self.done: list[tuple[float, FileCount]] = []

    def stage(self, name: str) -> None:
        pass

    def begin(self, total: int | None, unit: str) -> None:
        pass

    def advance(self, amount: int, size: int = 0) -> None:
        self.done.append((time.perf_counter(), FileCount(amount, size)))

    def rates(self) -> tuple[float, float]:
        """Documents and megabytes a second, from the first file to the last."""
        seconds = self.done[-1][0] - self.done[0][0]
        files = sum(read.files for _, read in self.done[1:])
        size = sum(read.bytes for _, read in self.done[1:])
        return files / seconds, size / seconds / MEGABYTE


def originals() -> list[bytes]:
    paths = sorted(CORPUS.glob("*.txt")) or sorted(ROOT.glob("raw/*/document.md"))
    return [path.read_bytes() for path in paths]


def write(folder: Path, count: int, texts: list[bytes]) -> None:
    """So many documents, each an original in which other figures stand for those that are there."""
    folder.mkdir()
    for number in range(count):
        figures = bytearray(b"123456789")
        shuffled = random.Random(number).sample(list(figures), 9)
        table = bytes.maketrans(bytes(figures), bytes(shuffled))
        (folder / f"document-{number:06}.txt").write_bytes(texts[number % len(texts)].translate(table))


def used() -> float:
    """Seconds of CPU time that this process and its children took."""
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def measure(folder: Path, workers: int) -> tuple[tuple[float, float], float, float]:
    """Documents and megabytes a second once it runs; seconds for the whole, by the clock and of CPU time."""
    before = used()
    with tempfile.TemporaryDirectory() as scratch:
        clock = Clock()
        make_corpus([str(folder)], Path(scratch) / "out", local_engine(Limits(), workers), clock)
        return clock.rates(), time.perf_counter() - clock.start, used() - before


def peak(folder: Path) -> tuple[int, int]:
    """Megabytes that the command and the largest of its children take at most."""
    code = (
        "import resource, runpy, sys\n"
        "try:\n    runpy.run_module('mandate_data', run_name='__main__')\n"
        "finally:\n"
        "    for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN):\n"
        "        print(resource.getrusage(who).ru_maxrss // 1024)\n"
    )
    with tempfile.TemporaryDirectory() as scratch:
        arguments = ["corpus", str(folder), "--out", f"{scratch}/out", "--workers", "2", "--quiet"]
        done = subprocess.run([sys.executable, "-c", code, *arguments], cwd=ROOT, capture_output=True, check=True)
    own, children = done.stdout.split()
    return int(own), int(children)


def main() -> None:
    texts = originals()
    many_documents = int(sys.argv[1]) if len(sys.argv) > 1 else MANY
    scratch = Path(tempfile.mkdtemp())
    try:
        few, many = scratch / "few", scratch / "many"
        write(few, FEW, texts)
        write(many, many_documents, texts)
        print(f"{'documents':>10}{'workers':>9}{'documents/s':>13}{'MB/s':>8}{'all in all':>12}")
        rates, text_seconds = {}, 0.0
        for folder, count, workers in ((few, FEW, 1), (many, many_documents, 1), (many, many_documents, 2)):
            (documents, megabytes), seconds, cpu = measure(folder, workers)
            rates[count, workers] = documents
            if workers == 1:
                text_seconds = cpu / count
            print(f"{count:>10,}{workers:>9}{documents:>13.1f}{megabytes:>8.1f}{seconds:>11.1f}s")
        growth = rates[many_documents, 1] / rates[FEW, 1]
        print(f"{many_documents:,} documents against {FEW}, one worker: {growth:.2f} of the rate")
        print(f"two workers against one: {rates[many_documents, 2] / rates[many_documents, 1]:.2f} times the rate")
        for folder, count in ((few, FEW), (many, many_documents)):
            own, children = peak(folder)
            print(f"memory for {count:,} documents: {own} MB, and {children} MB a worker")
        pdfs = scratch / "pdfs"
        pdfs.mkdir()
        for number in range(PDFS):
            text = (few / f"document-{number:06}.txt").read_text(encoding="utf-8")
            (pdfs / f"{number}.pdf").write_bytes(typeset_text(text))
        (documents, megabytes), _, cpu = measure(pdfs, 1)
        print(f"PDF: {documents:.2f} documents a second and worker, {megabytes:.2f} MB/s")
        text_hours, pdf_hours = ARCHIVE * text_seconds / 3600, ARCHIVE * cpu / PDFS / 3600
        print(
            f"the public archive, {ARCHIVE:,} documents: as text {text_hours:.1f} hours of one core, "
            f"as PDF {pdf_hours:.0f} hours of one core, {pdf_hours / 64:.1f} on 64"
        )
    finally:
        shutil.rmtree(scratch)


if __name__ == "__main__":
    main()
