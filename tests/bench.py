"""Measures how long the build and the start-up take: `make bench`. Prints medians; asserts nothing."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
RUNS = 5


def median_seconds(command: list[str]) -> float:
    """Median wall time of several runs of a command, after one that is not counted."""
    times = []
    for _ in range(RUNS + 1):
        start = time.perf_counter()
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return statistics.median(times[1:])


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        build = [sys.executable, "-m", "mandate_data", "build", "--quiet", "--out", str(Path(folder) / "package")]
        site = [sys.executable, "-m", "mandate_data", "site", "--quiet", "--out", str(Path(folder) / "site")]
        measures = {
            "build from nothing": (build, 5.0),
            "website of a release": (site, 5.0),
            "--help": ([sys.executable, "-m", "mandate_data", "--help"], 0.3),
            "make with nothing to do": (["make", "--silent"], 0.3),
        }
        print(f"{'what':<26} {'median':>8} {'limit':>8}   ({RUNS} runs)")
        for what, (command, limit) in measures.items():
            print(f"{what:<26} {median_seconds(command):>6.2f} s {limit:>6.2f} s")


if __name__ == "__main__":
    main()
