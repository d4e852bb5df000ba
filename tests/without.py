"""Runs tests on a machine that lacks things: each program or library is hidden in turn, and nothing may fail for it.

`make test-without` prints a table: what passes and what is skipped with the thing and without it, and what skips say. A
program is hidden from `PATH`, a library from what loads it; as a plugin of pytest, this module hides libraries.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
HIDDEN = "HIDDEN_LIBRARIES"  # in the environment: parts of names, between spaces


@dataclass(frozen=True)
class Thing:
    """What a machine may lack, the tests that it concerns, and a word that skips say if it is not there."""

    name: str
    tests: Sequence[str]
    says: str = ""  # nothing is skipped: it does without
    programs: Sequence[str] = ()
    libraries: Sequence[str] = ()
    modules: bool = False  # the folder of modules that npm fills


SITE, LOADING, DIST = "tests/website/test_browsing.py", "tests/test_loading.py", "tests/export/test_dist.py"
SET = ["tests/documents/test_pdf.py", "tests/test_citing.py", "tests/test_new_source.py", "-m", "not slow"]
THINGS = (
    Thing("Chromium", [SITE], "Chromium", ("chromium", "chromium-browser")),
    Thing("Pango", SET, "Pango", libraries=("pango",)),
    Thing("HarfBuzz", SET, "Pango", libraries=("harfbuzz",)),
    Thing("HarfBuzz-Subset", SET, libraries=("harfbuzz-subset",)),
    Thing("npm", [LOADING, f"{SITE}::test_axe_finds_no_serious_violation"], "npm", ("npm", "npx"), modules=True),
    Thing("Node.js", [LOADING], "node", ("node", "nodejs", "npm", "npx")),
    Thing("R", [LOADING], "Rscript", ("R", "Rscript")),
    Thing("sqlite3", [LOADING, DIST], "sqlite3", ("sqlite3",)),
    Thing("ssh-keygen", [DIST], "ssh-keygen", ("ssh-keygen",)),
    Thing("minisign", [DIST], "minisign", ("minisign",)),
    Thing("git", ["tests/release/test_releases.py", "-k", "git or earlier"], "git", ("git",)),
)


def hide_libraries(names: Sequence[str]) -> None:
    """Let this process find no shared library in whose name one of these stands."""

    def refusing(load: Callable[..., Any], failure: Callable[[str], object]) -> Callable[..., Any]:
        def loaded(*arguments: Any, **options: Any) -> Any:
            name = next((one for one in arguments if isinstance(one, str)), "")
            return failure(name) if any(hidden in name for hidden in names) else load(*arguments, **options)

        return loaded

    def not_there(name: str) -> object:
        raise OSError(f"{name}: cannot open shared object file: No such file or directory")

    import cffi

    cffi.FFI.dlopen = refusing(cffi.FFI.dlopen, not_there)
    ctypes.CDLL.__init__ = refusing(ctypes.CDLL.__init__, not_there)  # type: ignore[method-assign]
    ctypes.util.find_library = refusing(ctypes.util.find_library, lambda name: None)


if os.environ.get(HIDDEN):
    hide_libraries(os.environ[HIDDEN].split())


def path_without(programs: Sequence[str], folder: Path) -> str:
    """A `PATH` of one folder, with links to all that the present one finds but for some programs."""
    for place in reversed(os.get_exec_path()):
        for program in sorted(Path(place).glob("*")):
            link = folder / program.name
            link.unlink(missing_ok=True)
            link.symlink_to(program.absolute())
    for program in programs:
        (folder / program).unlink(missing_ok=True)
    return str(folder)


def is_here(thing: Thing) -> bool:
    found = [ctypes.util.find_library(f"{name}-1.0" if name == "pango" else name) for name in thing.libraries]
    return all(found) and (not thing.programs or any(map(shutil.which, thing.programs)))


def run_tests(thing: Thing, hidden: bool) -> tuple[int, dict[str, int], list[str]]:
    """Exit code, counts (passed, skipped, failed, error), and the reasons of skips."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "pipeline"), str(ROOT / "tests")])}
        if hidden:
            environment[HIDDEN] = " ".join(thing.libraries)
            environment.pop("CHROMIUM", None)
            if thing.programs:
                environment["PATH"] = path_without(thing.programs, Path(folder))
            if thing.modules:
                environment["NODE_MODULES"] = str(Path(folder) / "node_modules")
        command = [sys.executable, "-m", "pytest", "-p", "without", "-rs", "-W", "error:::mandate_data", *thing.tests]
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    counts = {word: int(number) for number, word in re.findall(r"(\d+) (passed|skipped|failed|error)", done.stdout)}
    reasons = re.findall(r"^SKIPPED \[\d+\] \S+: (.*)$", done.stdout, flags=re.MULTILINE)
    if done.returncode:
        sys.stderr.write(done.stdout[-5000:])
    return done.returncode, counts, list(dict.fromkeys(reasons))


def wrong(thing: Thing, counts: dict[str, int], reasons: Sequence[str]) -> bool:
    """Whether tests failed, or were skipped without a word about the thing that is hidden."""
    silent = bool(thing.says) and not any(thing.says in reason for reason in reasons)
    return bool(counts.get("failed") or counts.get("error")) or silent


def main() -> None:
    chosen = sys.argv[1:]
    failed = False
    print(f"{'thing':<18}{'':<9}{'passed':>8}{'skipped':>9}{'failed':>8}  what skips say")
    for thing in THINGS:
        if chosen and thing.name not in chosen:
            continue
        for hidden in (False, True):
            if not hidden and not is_here(thing):
                print(f"{thing.name:<18}{'present':<9}{'not on this machine':>25}", flush=True)
                continue
            code, counts, reasons = run_tests(thing, hidden)
            bad = code != 0 or (hidden and wrong(thing, counts, reasons))
            failed |= bad
            numbers = [counts.get("passed", 0), counts.get("skipped", 0), counts.get("failed", 0)]
            print(
                f"{thing.name:<18}{'absent' if hidden else 'present':<9}{numbers[0]:>8}{numbers[1]:>9}{numbers[2]:>8}"
                f"  {'; '.join(reasons)}{'  ← WRONG' if bad else ''}",
                flush=True,
            )
    sys.exit(failed)


if __name__ == "__main__":
    main()
