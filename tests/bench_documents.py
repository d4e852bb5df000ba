"""Measures how fast PDFs are read, in CPU time, beside `pdftotext -layout` where it is installed. Asserts nothing.

`python tests/bench_documents.py [FILE…]`: without files the sources in raw/ are typeset.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from mandate_data.documents.pdf import parse_pdf
from typesetting import typeset_text

ROOT = Path(__file__).parents[1]
RUNS = 5


def best(work: Callable[[], object], who: int) -> float:
    """The least CPU time of several runs, in seconds."""
    times: list[float] = []
    for _ in range(RUNS):
        before = resource.getrusage(who)
        work()
        after = resource.getrusage(who)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(times)


def main() -> None:
    begun = time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(name) for name in sys.argv[1:]]
        for source in [] if files else sorted(ROOT.glob("raw/*/document.md")):
            files.append(Path(folder) / f"{source.parent.name}.pdf")
            files[-1].write_bytes(typeset_text(source.read_text(encoding="utf-8")))
        contents = [file.read_bytes() for file in files]
        pages = sum(parse_pdf(data).count for data in contents)
        ours = best(lambda: [parse_pdf(data) for data in contents], resource.RUSAGE_SELF)
        print(f"{pages} pages of PDF: {ours:.2f} s of CPU, {pages / ours:.0f} pages a second")
        if not shutil.which("pdftotext"):
            print("pdftotext is not installed: no comparison")
            return

        def others() -> None:
            for file in files:
                subprocess.run(["pdftotext", "-layout", str(file), "/dev/null"], check=True)

        theirs = best(others, resource.RUSAGE_CHILDREN)
        print(f"pdftotext -layout: {theirs:.2f} s of CPU; ours is {ours / theirs:.1f} times that")
    print(f"(measured in {time.process_time() - begun:.0f} s)", file=sys.stderr)


if __name__ == "__main__":
    main()
