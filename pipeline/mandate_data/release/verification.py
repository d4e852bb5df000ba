"""Verifying releases: every byte is what the ledger says, the ledger is whole, and a release can be made again."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from mandate_data.limits import LARGEST_DESCRIPTOR
from mandate_data.regular_files import open_regular, read_regular
from mandate_data.release.dist_contents import AGAIN, compare_forms, wrong_containers, wrong_names, wrong_zip
from mandate_data.release.ledger import NAME, Entry, broken_links, entries_until, ledger_bytes, read_ledger
from mandate_data.release.release_files import SUMS
from mandate_data.release.release_history import compare_history
from mandate_data.release.release_inputs import Program, checkouts
from mandate_data.release.signing import signatures_of, wrong_signatures
from mandate_data.write_locks import PARTIAL

SIGNATURES = signatures_of(SUMS)
_SUM = re.compile(r"([0-9a-f]{64})  ([^\x00-\x1f\x7f]+)")


@dataclass(frozen=True, slots=True)
class Verification:
    """What is `wrong` with releases, and `notes` on what could not be compared: one line each."""

    wrong: tuple[str, ...]
    notes: tuple[str, ...]


def verify(root: Path, versions: Sequence[str] = (), rebuild: bool = True) -> list[str]:
    """What is wrong with the releases of the project at `root`, or with those that are named: one line each.

    Raises what `verification` raises.
    """
    return list(verification(root, versions, rebuild).wrong)


def verification(root: Path, versions: Sequence[str] = (), rebuild: bool = True) -> Verification:
    """What is wrong with the releases of the project at `root`, or with those that are named, and what is unknown.

    With `rebuild` each is made again: from the working tree, if its sources and schemas are those of the release, or
    else from the commit that has them. Raises InputError for a version that is not in the ledger.
    """
    releases = root / "build" / "releases"
    entries = read_ledger(releases)
    for version in versions:
        entries_until(releases, version)  # raises for one that isn't there
    wrong = [f"{releases / NAME}: {entry.version}: {why}" for entry, why in broken_links(entries)]
    if entries:
        if read_regular(releases / NAME, LARGEST_DESCRIPTOR) != ledger_bytes(entries):
            wrong.append(f"{releases / NAME}: not written as a release writes it")
        wrong += wrong_signatures(releases / NAME, root)
    history = compare_history(root, entries)
    wrong += history.wrong
    wrong += _unlisted(releases, entries)
    notes = list(history.notes)
    for entry in entries:
        if not versions or entry.version in versions:
            faults = list(_wrong_files(releases / entry.version, entry))
            is_whole = not faults
            if rebuild and is_whole and not wrong:
                faults = _not_made_again(root, entries, entry)
            of_forms, said = _compared_dist(root, entry, is_whole, rebuild)
            wrong += [*faults, *of_forms]
            notes += said
    wrong += _forms_of_no_release(root / "build" / "dist", entries)
    return Verification(tuple(dict.fromkeys(wrong)), tuple(notes))


def _compared_dist(root: Path, entry: Entry, is_whole: bool, rebuild: bool) -> tuple[list[str], list[str]]:
    """What is wrong with the binary forms of a release, if they were made, and notes.

    Sums and signature always; where the release `is_whole`, names, containers and the zip; with `rebuild` the others.
    """
    folder, release = root / "build" / "dist" / entry.version, root / "build" / "releases" / entry.version
    if not os.path.lexists(folder) or folder.parent.is_symlink():
        return [], []
    if folder.is_symlink() or not (folder / SUMS).is_file():
        return [f"{folder / SUMS}: is missing; {AGAIN}"], []
    changed = list(_wrong_by_sums(folder, f"the binary forms of {entry.version}", SIGNATURES))
    wrong = [*changed, *wrong_signatures(folder / SUMS, root)]
    if changed or not is_whole:
        return wrong, []
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    hidden = [*wrong_names(names - {SUMS, *SIGNATURES}, folder, release), *wrong_containers(folder)]
    for path in sorted(folder.glob("*.zip")) if not hidden else ():
        hidden += wrong_zip(path, release)
    if hidden or not rebuild:
        return [*wrong, *hidden], []
    other, notes = compare_forms(folder, release, root)
    return [*wrong, *other], notes


def _forms_of_no_release(dist: Path, entries: Sequence[Entry]) -> Iterator[str]:
    """Binary forms of a version that is in no ledger, or all of them in a folder elsewhere."""
    if dist.is_symlink() or (os.path.lexists(dist) and not dist.is_dir()):
        yield f"{dist}: is not a folder of its own; delete it"
        return
    known = {entry.version for entry in entries}
    for path in sorted(dist.iterdir()) if dist.is_dir() else []:
        if path.name not in known and not path.name.endswith(PARTIAL):
            yield f"{path}: is of no release; delete it"


def _unlisted(releases: Path, entries: Sequence[Entry]) -> Iterator[str]:
    """What lies beside the releases and is in no ledger."""
    known = {NAME, *signatures_of(NAME), *(entry.version for entry in entries)}
    for path in sorted(releases.iterdir()) if releases.is_dir() else []:
        if path.name not in known:
            yield f"{path}: in no ledger; delete it, or restore {NAME}"


def _wrong_files(folder: Path, entry: Entry) -> Iterator[str]:
    """Files that are changed, missing or too many, by the sums, which are themselves what the ledger says."""
    sums = folder / SUMS
    if folder.is_symlink():
        yield f"{folder}: is a link, and no folder of its own"
        return
    if not sums.is_file() or sums.is_symlink():
        yield f"{sums}: is missing"
        return
    if _digest(sums) != entry.files.removeprefix("sha256:"):
        yield f"{sums}: is not what the ledger says of {entry.version}"
        return
    yield from _wrong_by_sums(folder, entry.version)


def _wrong_by_sums(folder: Path, what: str, beside: Sequence[str] = ()) -> Iterator[str]:
    """Files that are not as the folder's sums say; `beside` are names of files that are not part of them."""
    try:
        listed = _listed(read_regular(folder / SUMS, LARGEST_DESCRIPTOR).decode("utf-8"))
    except (OSError, ValueError):
        yield f"{folder / SUMS}: is not a list of sums"
        return
    paths = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*")}
    empty = {name for name, path in paths.items() if _is_empty_folder(path)}
    there = {name for name, path in paths.items() if path.is_symlink() or not path.is_dir()} | empty
    for path in sorted({*listed, *there} - {SUMS, *beside}):
        file = folder / path
        if path not in listed:
            yield f"{file}: is not part of {what}"
        elif path not in there:
            yield f"{file}: is missing"
        elif file.is_symlink() or not file.is_file() or _digest(file) != listed[path]:
            yield f"{file}: was changed"


def _listed(text: str) -> dict[str, str]:
    """The digests of a list of sums, by path. Raises ValueError for what is none."""
    lines = [_SUM.fullmatch(line) for line in text.removesuffix("\n").split("\n")]
    if not all(lines):
        raise ValueError
    return {line[2]: line[1] for line in lines if line}


def _is_empty_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink() and not any(path.iterdir())


def _digest(file: Path) -> str:
    """The digest of a file; "" for one that can't be read."""
    try:
        with open_regular(file) as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""


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
