"""Every try, two at a time, and a table of what failed: `python -m torture [--seed N] [--every N] [--kind KIND]`."""

from __future__ import annotations

import argparse
import multiprocessing
import os
import shutil
import sys
import tempfile
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from torture.cases import all_cases
from torture.trying import Case, run

KINDS = ("kills", "environments", "packages", "YAML", "documents", "forgeries", "servers")
AT_ONCE = 2
_CASES: list[Case] = []


def make_project(folder: Path) -> Path:
    """A small project that was built and released once."""
    project = folder / "small"
    for arguments, place in (
        (["init", "small"], folder),
        (["build", "--quiet"], project),
        (["release", "--quiet", "--date", "2026-01-31"], project),
    ):
        done = run(arguments, place)
        assert done.code == 0, done.printed
    return project


def tried(number: int) -> tuple[str, str, str]:
    case = _CASES[number]
    folder = Path(tempfile.mkdtemp(prefix="torture-"))
    try:
        return case.kind, case.name, case.attempt(folder)
    except OSError as error:
        return case.kind, case.name, f"could not be tried: {error}"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--seed", type=int, default=0)
    arguments.add_argument("--every", type=int, default=1, help="only every so many of each kind")
    arguments.add_argument("--kind", choices=KINDS, action="append")
    asked = arguments.parse_args()
    import mandate_data.build_package
    import mandate_data.validate.foreign_package
    import mandate_data.validation  # noqa: F401

    with tempfile.TemporaryDirectory() as name:
        cases = [case for case in all_cases(make_project(Path(name)), asked.seed) if case.kind in (asked.kind or KINDS)]
        _CASES[:] = cases[:: asked.every]
        with ProcessPoolExecutor(AT_ONCE, multiprocessing.get_context("fork")) as pool:
            results = list(pool.map(tried, range(len(_CASES))))
    tries = Counter(kind for kind, _, _ in results)
    faults = Counter((kind, _group(fault)) for kind, _, fault in results if fault)
    columns = ("hang", "traceback", "crash", "half state", "connection", "undetected", "other")
    print(f"{'':14}{'tries':>7}" + "".join(f"{column:>12}" for column in columns))
    for kind in KINDS:
        if tries[kind]:
            print(f"{kind:14}{tries[kind]:>7}" + "".join(f"{faults[kind, column]:>12}" for column in columns))
    for kind, case, fault in results:
        if fault:
            print(f"{kind}: {case}: {fault}", file=sys.stderr)
    return 1 if faults else 0


def _group(fault: str) -> str:
    return fault if fault in ("hang", "traceback", "crash", "half state", "connection", "undetected") else "other"


if __name__ == "__main__":
    os.environ["PYTHONHASHSEED"] = "0"
    sys.exit(main())
