"""Publishing: releases copied to a bucket of any S3-compatible store, or to a folder. Needs the extra `publish`.

A version is there once its SHA256SUMS is, which comes last: what was broken off goes on where it was, and nothing that
is there is ever written again. Only the ledger is replaced, and only by one that goes on from it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import fsspec

from mandate_data.errors import InputError
from mandate_data.progress import SILENT, Progress
from mandate_data.release.ledger import NAME, Entry, entries_of, entries_until, ledger_bytes, read_ledger
from mandate_data.release.release_files import SUMS
from mandate_data.release.verify import SIGNATURES, verify

PROTOCOLS = ("file", "s3")
ASIDE = ".partial"


@dataclass(slots=True)
class Published:
    """How many files were written, and how many were there; `wrong`: what stands in the way, a line each."""

    written: int = 0
    there: int = 0
    wrong: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Store:
    """A place in a file system of fsspec."""

    files: Any
    path: str
    url: str

    def at(self, name: str) -> Store:
        return Store(self.files, f"{self.path}/{name}", f"{self.url}/{name}")

    def read(self) -> bytes | None:
        """The content; None where there is nothing."""
        try:
            return bytes(self.files.cat_file(self.path))
        except FileNotFoundError:
            return None

    def names(self) -> set[str]:
        """All files below, by their path from here, but for what a broken run had begun."""
        start = self.path + "/"
        return {path.removeprefix(start) for path in self.files.find(self.path) if not path.endswith(ASIDE)}

    @property
    def is_bucket(self) -> bool:
        return "s3" in self.files.protocol

    def create(self, data: bytes) -> None:
        """Write in one step what isn't there yet. Raises FileExistsError if somebody was quicker (stores see that)."""
        if self.is_bucket:
            self.files.pipe_file(self.path, data, mode="create")
        else:
            self.replace(data)

    def replace(self, data: bytes) -> None:
        """Write in one step: a store does it so by itself, for a folder it is written aside and renamed."""
        if self.is_bucket:
            self.files.pipe_file(self.path, data)
            return
        self.files.makedirs(self.path.rpartition("/")[0], exist_ok=True)
        aside = self.path + ASIDE
        self.files.pipe_file(aside, data)
        self.files.mv(aside, self.path)


def publish(root: Path, version: str, url: str, binary: bool = False, progress: Progress = SILENT) -> Published:
    """Copy a release of the project at `root` to `url`, and those before it that are not there yet.

    With `binary` its binary forms, too, from `build/dist/<version>/` to `<url>/dist/<version>/`. Credentials and the
    address of an S3-compatible store come from the environment (AWS_ACCESS_KEY_ID, AWS_ENDPOINT_URL and so on).
    Raises InputError for an unknown version, a release without binary forms, an address that can't be used, and a
    connection that broke.
    """
    releases = root / "build" / "releases"
    entries, until = read_ledger(releases), entries_until(releases, version)
    dist = root / "build" / "dist" / version
    if binary and not (dist / SUMS).is_file():
        raise InputError(f"{dist}: the binary forms of {version} are not there; make them first (mandate-data dist)")
    result = Published(wrong=verify(root, [entry.version for entry in until], rebuild=False))
    if result.wrong:
        return result
    with _connected(url):
        store = _store(url)
        ledger = store.at(NAME)
        published = _published(ledger)
        same = min(len(published), len(entries))
        if published[:same] != entries[:same]:
            result.wrong.append(f"{ledger.url}: tells another history than {releases / NAME}")
            return result
        folders = [
            (releases / entry.version, entry.version)
            for entry in until
            if entry not in published or entry.version == version
        ]
        for folder, name in [*folders, *([(dist, f"dist/{version}")] if binary else [])]:
            _copy(folder, store.at(name), result, progress)
            if result.wrong:
                return result
        if len(published) < len(until):
            ledger.replace(ledger_bytes(until))
    return result


def _copy(folder: Path, target: Store, result: Published, progress: Progress) -> None:
    """Copy a folder that has sums, which come last; every file is read back."""
    listed = [line.split("  ", 1)[1] for line in (folder / SUMS).read_text(encoding="utf-8").splitlines()]
    names = [*listed, *(name for name in SIGNATURES if (folder / name).is_file()), SUMS]
    there = target.names()
    result.wrong += [f"{target.at(name).url}: is no part of the release" for name in sorted(there - set(names))]
    if SUMS in there and target.at(SUMS).read() != (folder / SUMS).read_bytes():
        result.wrong.append(f"{target.url}: another release of this version is published there")
    for name in names:
        if result.wrong:
            return  # before the sums, which would call the version complete
        progress.stage(f"{target.url}: {name}")
        data, file = (folder / name).read_bytes(), target.at(name)
        if name in there:
            result.there += 1
        else:
            file.create(data)
            result.written += 1
        if _digest(file.read()) != _digest(data):
            result.wrong.append(f"{file.url}: is there, and is another file than {folder / name}")


def _digest(data: bytes | None) -> str:
    return "" if data is None else hashlib.sha256(data).hexdigest()


def _published(ledger: Store) -> Sequence[Entry]:
    data = ledger.read()
    return [] if data is None else entries_of(data, ledger.url)


def _store(url: str) -> Store:
    try:
        files, path = fsspec.core.url_to_fs(url, use_listings_cache=False, skip_instance_cache=True)
    except (ValueError, ImportError) as error:
        raise InputError(f"--to {url}: can't be published to ({error})") from None
    if files.protocol[0] not in PROTOCOLS or not path.strip("/"):
        raise InputError(f"--to {url}: name a folder, or a bucket as s3://bucket or s3://bucket/folder")
    return Store(files, path.rstrip("/"), url.rstrip("/"))


@contextmanager
def _connected(url: str) -> Iterator[None]:
    """A store that can't be reached, or no longer, is told in one line."""
    faults: tuple[type[Exception], ...] = (OSError, ValueError, KeyError)  # an address that is none; odd answers
    if url.startswith("s3://"):
        try:
            import botocore.exceptions
        except ModuleNotFoundError as error:
            raise InputError(f"{error.name} is not installed; pip install 'mandate-data[publish]'") from None
        faults = (*faults, botocore.exceptions.BotoCoreError, botocore.exceptions.ClientError)
    try:
        yield
    except faults as error:
        why = " ".join(str(error).split()) or type(error).__name__
        raise InputError(f"--to {url}: {why}; mend that, and the same command goes on where it was") from None
