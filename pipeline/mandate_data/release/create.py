"""Making a release: the version is computed; with an error or without a change there is none; it is written at once."""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import stat
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date as calendar_date
from pathlib import Path

from mandate_data.build_package import BuildResult, build
from mandate_data.diff.changes import Difference
from mandate_data.diff.compare import compare
from mandate_data.diff.version_bump import FIRST, Judgement, judge
from mandate_data.errors import InputError
from mandate_data.limits import LARGEST_DOCUMENT
from mandate_data.package.atomic_folders import replace_folder, scratch_folder
from mandate_data.package.read import read_package
from mandate_data.package.row_titles import RowTemplates, templates_of
from mandate_data.package.table_schemas import load_contract
from mandate_data.package.tables import Package
from mandate_data.regular_files import not_utf8, read_regular_text
from mandate_data.release.changes_report import changes_report
from mandate_data.release.ledger import NAME, Entry, broken_links, ledger_bytes, read_ledger
from mandate_data.release.release_files import SUMS, Files, Release, digest_of, release_files
from mandate_data.release.release_inputs import digest_of_inputs
from mandate_data.release.signing import sign, signatures_of


@dataclass(frozen=True, slots=True)
class Plan:
    """A release that could be written: its ledger entry and its files; `entry` is None where nothing has changed.

    `difference` is None for the first release.
    """

    built: BuildResult
    entry: Entry | None
    files: Files
    difference: Difference | None


def plan_release(root: Path, date: str, package: Path | None = None) -> Plan:
    """Build the package of the project at `root`, and decide what its release would be.

    `date` is the day of the release, YYYY-MM-DD. The package is built into `package`, by default `build/package` of the
    project. With findings of severity error there is no entry. Raises InputError for a date that is none or lies before
    the last release, and for releases that can't be read.
    """
    _check_date(date)
    releases = root / "build" / "releases"
    entries = read_ledger(releases)
    for entry, why in broken_links(entries):
        raise InputError(f"{releases / NAME}: {entry.version}: {why}; restore it before anything is released")
    if entries and date < entries[-1].date:
        raise InputError(f"--date {date}: lies before the last release, {entries[-1].version} of {entries[-1].date}")
    package, inputs = package or root / "build" / "package", digest_of_inputs(root)
    built = build(root, package)
    if not built.accepted:
        return Plan(built, None, {}, None)
    previous = read_package(releases / entries[-1].version) if entries else None
    new = read_package(package)
    difference, judgement = _judged(previous, new, templates_of(load_contract(root / "schemas")))
    if judgement is not None and judgement.weight == "none":
        return Plan(built, None, {}, difference)
    earlier = _text(releases / entries[-1].version / "CHANGELOG.md") if entries else ""
    version = judgement.after(entries[-1].version) if judgement else FIRST
    notes = root / "schemas" / "release_notes" / f"{version}.md"
    release = Release(
        version=version,
        date=date,
        change=judgement.weight if judgement else "initial",
        reasons=judgement.reasons if judgement else (),
        changes=changes_report(difference, previous, new) if difference and previous else None,
        earlier=earlier,
        notes=_text(notes) if os.path.lexists(notes) else "",
    )
    files = release_files(package, root, release, built.findings)
    if digest_of_inputs(root) != inputs:
        raise InputError(f"{root}: a source or a schema was saved while the release was being made; run this again")
    entry = Entry(
        version=release.version,
        date=date,
        change=release.change,
        reasons=release.reasons,
        files=digest_of(files[SUMS]),
        inputs=inputs,
        previous=entries[-1].digest if entries else "",
    )
    return Plan(built, entry.sealed(), files, difference)


def _text(path: Path) -> str:
    try:
        return read_regular_text(path, LARGEST_DOCUMENT)
    except UnicodeDecodeError as error:
        raise InputError(f"{path}{not_utf8(error)}") from None


def _check_date(date: str) -> None:
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", date):
            raise ValueError
        calendar_date.fromisoformat(date)
    except ValueError:
        raise InputError(f"--date {date!r}: not a day; write it as 2026-01-31") from None


def _judged(
    previous: Package | None, new: Package, templates: Mapping[str, RowTemplates]
) -> tuple[Difference | None, Judgement | None]:
    if previous is None:
        return None, None
    difference = compare(previous, new, templates)
    return difference, judge(difference, previous)


def write_release(releases: Path, entry: Entry, files: Files, key: Path | None = None) -> None:
    """Add a release and its ledger entry in one step: whoever looks sees the releases as before, or with the new one.

    All releases are put together aside, the old ones as links to their files, and take the place of the folder in one
    exchange. With a secret `key` the ledger is signed. Raises InputError where another release is being made, and where
    the ledger is signed and there is no key.
    """
    _check_signed_on(releases, key)
    with _alone(releases), scratch_folder(releases) as scratch:
        entries = read_ledger(releases)
        if entry.previous != (entries[-1].digest if entries else ""):
            raise InputError(f"{releases}: another release has been made meanwhile; run the command again")
        new = scratch / "releases"
        if releases.is_dir():
            shutil.copytree(releases, new, copy_function=_link)
        else:
            new.mkdir()
        for path, data in files.items():
            file = new / entry.version / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        for name in (NAME, *signatures_of(NAME)):
            (new / name).unlink(missing_ok=True)  # a link: writing to it would change the old one
        (new / NAME).write_bytes(ledger_bytes([*entries, entry]))
        if key is not None:
            sign(new / NAME, key)
        _sync(new)
        replace_folder(new, releases)


def _check_signed_on(releases: Path, key: Path | None) -> None:
    """Raises InputError where the releases so far are signed and this one would not be."""
    if key is None and any(os.path.lexists(releases / name) for name in signatures_of(NAME)):
        raise InputError(f"{releases / NAME}: the ledger is signed; sign this release, too: --sign KEY")


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:  # another disk, or a file system without links
        shutil.copy2(source, target)


def _sync(folder: Path) -> None:
    """What was written is on the disk before it takes its place."""
    for path in folder.rglob("*"):
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def _alone(releases: Path) -> Iterator[None]:
    """Only one release is made at a time; the lock goes with the process, however it ends."""
    releases.parent.mkdir(parents=True, exist_ok=True)
    path = releases.with_name(f"{releases.name}.lock")
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK, 0o644)
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise InputError(f"{path}: is not a regular file; delete it")
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise InputError(f"{path}: another release is being made; wait for its end") from None
        yield
    finally:
        os.close(handle)


def summary(plan: Plan) -> Sequence[str]:
    """What a release is, or would be, in a few lines."""
    if plan.entry is None:
        return ("nothing has changed since the last release",)
    return (f"{plan.entry.version} ({plan.entry.change}), {len(plan.files)} files", *plan.entry.reasons)
