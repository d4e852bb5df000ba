"""Verifying releases: every byte is what the ledger says, the ledger is whole, and a release can be made again."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from mandate_data.release.ledger import NAME, Entry, broken_links, entries_until, ledger_bytes, read_ledger
from mandate_data.release.release_files import SUMS, digest_of
from mandate_data.release.release_inputs import Program, checkouts
from mandate_data.release.signing import MINISIGN_SIGNATURE, SSH_SIGNATURE, wrong_signatures

SIGNATURES = (SSH_SIGNATURE, MINISIGN_SIGNATURE)


def verify(root: Path, versions: Sequence[str] = (), rebuild: bool = True) -> list[str]:
    """What is wrong with the releases of the project at `root`, or with those that are named: a line each.

    With `rebuild` each is made again: from the working tree, if its sources and schemas are those of the release, or
    else from the commit that has them. Raises InputError for a version that is not in the ledger.
    """
    releases = root / "build" / "releases"
    entries = read_ledger(releases)
    for version in versions:
        entries_until(releases, version)  # raises for one that isn't there
    wrong = [f"{releases / NAME}: {entry.version}: {why}" for entry, why in broken_links(entries)]
    if entries and (releases / NAME).read_bytes() != ledger_bytes(entries):
        wrong.append(f"{releases / NAME}: not written as a release writes it")
    wrong += _strangers(releases, entries)
    for entry in entries:
        if not versions or entry.version in versions:
            faults = list(_wrong_files(releases / entry.version, entry))
            if rebuild and not faults and not wrong:
                faults = _not_made_again(root, entries, entry)
            wrong += [*faults, *_wrong_dist(root, entry)]
    return wrong


def _wrong_dist(root: Path, entry: Entry) -> Iterator[str]:
    """What is wrong with the binary forms of a release, if they were made: their sums, and who signed them."""
    folder = root / "build" / "dist" / entry.version
    if (folder / SUMS).is_file():
        yield from _wrong_by_sums(folder, f"the binary forms of {entry.version}", SIGNATURES)
        yield from wrong_signatures(folder, root)


def _strangers(releases: Path, entries: Sequence[Entry]) -> Iterator[str]:
    """What lies beside the releases and is in no ledger."""
    known = {NAME, *(entry.version for entry in entries)}
    for path in sorted(releases.iterdir()) if releases.is_dir() else []:
        if path.name not in known:
            yield f"{path}: in no ledger; delete it, or restore {NAME}"


def _wrong_files(folder: Path, entry: Entry) -> Iterator[str]:
    """Files that are changed, missing or too many, by the sums, which are themselves what the ledger says."""
    sums = folder / SUMS
    if not sums.is_file():
        yield f"{sums}: is missing"
        return
    if digest_of(sums.read_bytes()) != entry.files:
        yield f"{sums}: is not what the ledger says of {entry.version}"
        return
    yield from _wrong_by_sums(folder, entry.version)


def _wrong_by_sums(folder: Path, what: str, beside: Sequence[str] = ()) -> Iterator[str]:
    """Files that are not as the folder's sums say; `beside` are names of files that are no part of them."""
    data = (folder / SUMS).read_bytes()
    listed = {path: digest for digest, path in (line.split("  ", 1) for line in data.decode().splitlines())}
    there = {
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir() or path.is_symlink()
    }
    for path in sorted({*listed, *there} - {SUMS, *beside}):
        file = folder / path
        if path not in listed:
            yield f"{file}: is no part of {what}"
        elif path not in there:
            yield f"{file}: is missing"
        elif file.is_symlink() or hashlib.sha256(file.read_bytes()).hexdigest() != listed[path]:
            yield f"{file}: was changed"


def _not_made_again(root: Path, entries: Sequence[Entry], entry: Entry) -> list[str]:
    """How the release differs from the one that its inputs give: with this program, or else with that of its commit."""
    published = root / "build" / "releases" / entry.version
    faults = [f"{published}: neither the working tree nor a commit has the sources and schemas that it was made from"]
    with tempfile.TemporaryDirectory() as name:
        tree = Path(name) / "tree"
        for program in checkouts(root, entry, tree):
            _rewind(tree, root / "build" / "releases", entries[: entries.index(entry)])
            faults = list(_made(tree, program, published, entry))
            if not faults:
                break
    return faults


def _made(tree: Path, program: Program, published: Path, entry: Entry) -> Iterator[str]:
    """How the release that a program makes of a tree differs from the one that was published."""
    command = [sys.executable, "-m", program.module, "release", "--quiet", "--root", str(tree), "--date", entry.date]
    # Of two programs of one name this must be the one that runs.
    environment = {**os.environ, "PYTHONPATH": str(program.folder), "PYTHONSAFEPATH": "1"}
    done = subprocess.run(command, cwd=tree, env=environment, capture_output=True, text=True, check=False)
    made = tree / "build" / "releases" / entry.version
    if done.returncode or not made.is_dir():
        said = (done.stderr or done.stdout).strip().splitlines()
        yield f"{published}: can't be made again: {said[-1] if said else 'another version came of it'}"
    elif (made / SUMS).read_bytes() != (published / SUMS).read_bytes():
        yield from _differing(made, published)


def _rewind(tree: Path, releases: Path, entries: Sequence[Entry]) -> None:
    """The releases as they were before one of them."""
    shutil.rmtree(tree / "build", ignore_errors=True)
    before = tree / "build" / "releases"
    before.mkdir(parents=True)
    if entries:
        (before / NAME).write_bytes(ledger_bytes(entries))
    for entry in entries:
        shutil.copytree(releases / entry.version, before / entry.version)


def _differing(made: Path, published: Path) -> Iterator[str]:
    paths = {path.relative_to(folder) for folder in (made, published) for path in folder.rglob("*") if path.is_file()}
    for path in sorted(paths):
        one, other = made / path, published / path
        if not one.is_file() or not other.is_file() or one.read_bytes() != other.read_bytes():
            yield f"{other}: made again, it is another file"
