"""Measures the CPU time of build, validation and start-up: `make bench`. Asserts nothing.

Times are printed in seconds and as ratios to a fixed piece of work in pure Python, so that machines can be compared.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
RUNS = 5


FIXED_WORK = """
import hashlib
digest, counts = b"", {}
for number in range(300_000):
    digest = hashlib.sha256(digest + str(number).encode()).digest()
    counts[digest[0]] = counts.get(digest[0], 0) + 1
"""
"""What the ratios are of: hashing, small numbers and a mapping, as in our own work."""


def median_cpu_seconds(command: list[str]) -> float:
    """Median CPU time, of user and system, of several runs of a command, after one that is not counted."""
    times = []
    for _ in range(RUNS + 1):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return statistics.median(times[1:])


def main() -> None:
    program = [sys.executable, "-m", "mandate_data"]
    with tempfile.TemporaryDirectory() as folder:
        package, site = str(Path(folder) / "package"), str(Path(folder) / "site")
        measures = {
            "build from nothing": [*program, "build", "--quiet", "--out", package],
            "validate": [*program, "validate", "--quiet", package],
            "validate --thorough": [*program, "validate", "--quiet", "--thorough", package],
            "website of a release": [*program, "site", "--quiet", "--out", site],
            "--help": [*program, "--help"],
            "make with nothing to do": ["make", "--silent"],
        }
        fixed = median_cpu_seconds([sys.executable, "-c", FIXED_WORK])
        print(f"{'what':<26} {'CPU':>8} {'ratio':>7}   (medians of {RUNS} runs)")
        print(f"{'fixed piece of work':<26} {fixed:>6.2f} s {1:>7.2f}")
        for what, command in measures.items():
            seconds = median_cpu_seconds(command)
            print(f"{what:<26} {seconds:>6.2f} s {seconds / fixed:>7.2f}", flush=True)


if __name__ == "__main__":
    main()
