"""Publishing: releases copied to a folder, or to a bucket of any S3-compatible store with the extra `publish`.

A version is there once its SHA256SUMS is, which comes last: what was broken off goes on where it was, and nothing that
is there is ever written again. Only the ledger is replaced, by one that goes on from it, unless another publisher was
quicker.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mandate_data.errors import InputError, how_to_add
from mandate_data.limits import LARGEST_DESCRIPTOR, LARGEST_HASHED
from mandate_data.object_stores import PROTOCOLS, advice_on, faults_of_stores, store_at
from mandate_data.package.atomic_folders import replace_file
from mandate_data.progress import SILENT, Progress
from mandate_data.regular_files import read_regular
from mandate_data.release.ledger import NAME, Entry, entries_of, entries_until, ledger_bytes, read_ledger
from mandate_data.release.release_files import SUMS
from mandate_data.release.signing import signatures_of
from mandate_data.release.verification import SIGNATURES, verify
from mandate_data.write_locks import PARTIAL, taking_turns

ASIDE = PARTIAL
TRIES = 5
"""How often a ledger is read again that another publisher has written meanwhile."""
_OWN = (
    ".git", "raw", "schemas", "build/corpus", "build/dist", "build/package", "build/releases", "build/site",
)  # fmt: skip
"""Folders of a project that others write, or that is made of them."""
_OTHER_ADDRESS = r"s3:///|file://(?!/)|(?!s3://|file://|[a-z0-9]+://)[A-Za-z][A-Za-z0-9+.-]*:"
"""What begins as an address and is none: a bucket without a name, a kind of store without slashes or in capitals."""


@dataclass(slots=True)
class Published:
    """How many files were written, and how many were there; `wrong`: what stands in the way, one line each."""

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

    def beside(self, name: str) -> Store:
        return Store(self.files, f"{self.path.rpartition('/')[0]}/{name}", f"{self.url.rpartition('/')[0]}/{name}")

    def read(self) -> bytes | None:
        """The content; None where there is nothing."""
        try:
            if not self.is_bucket:
                return read_regular(self.path, LARGEST_HASHED)
            return bytes(self.files.cat_file(self.path))
        except FileNotFoundError:
            return None

    def names(self) -> set[str]:
        """All files below, by their path from here, but for what a broken run had begun."""
        start = self.path + "/"
        found = (path for path in self.files.find(self.path) if path.startswith(start) and not path.endswith(ASIDE))
        return {path.removeprefix(start) for path in found}

    def tag(self) -> str:
        """What the store calls the present version of the file; "" where there is none."""
        try:
            return str(self.files.info(self.path).get("ETag", ""))
        except FileNotFoundError:
            return ""

    @property
    def is_bucket(self) -> bool:
        return "s3" in self.files.protocol

    def create(self, data: bytes) -> None:
        """Write in one step what isn't there yet. Raises FileExistsError if somebody was quicker (stores see that)."""
        if self.is_bucket:
            self.files.pipe_file(self.path, data, mode="create")
        else:
            self.replace(data)

    def replace(self, data: bytes, tag: str = "") -> None:
        """Write in one step: a store does it so by itself, for a folder it is written aside and renamed.

        With `tag` a store writes only where the file is still the one that had this tag; else it raises OSError.
        """
        if self.is_bucket:
            self.files.pipe_file(self.path, data, **({"IfMatch": tag} if tag else {}))
            return
        path = Path(self.path)
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, data)


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
    _check_target(url, root)
    with _connected(url), _alone(_store(url)) as store:
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
        _go_on(ledger, until, releases, result)
    return result


def _go_on(ledger: Store, until: Sequence[Entry], releases: Path, result: Published) -> None:
    """Put a longer ledger in the place of the published one, and of no other: another publisher may be quicker."""
    for _ in range(TRIES):
        tag = ledger.tag()
        published = _published(ledger)
        same = min(len(published), len(until))
        if published[:same] != until[:same]:
            result.wrong.append(f"{ledger.url}: was replaced meanwhile by another history than {releases / NAME}")
            return
        if len(published) < len(until):
            try:
                if published:
                    ledger.replace(ledger_bytes(until), tag)
                else:
                    ledger.create(ledger_bytes(until))
            except OSError:
                if ledger.tag() == tag:
                    raise
                continue  # somebody else has written it meanwhile
        if len(published) <= len(until):
            for name in signatures_of(NAME):
                if (releases / name).is_file() and read_regular(releases / NAME, LARGEST_DESCRIPTOR) == ledger.read():
                    ledger.beside(name).replace(read_regular(releases / name, LARGEST_DESCRIPTOR))
        return
    result.wrong.append(f"{ledger.url}: others write it again and again; run the command again")


def _copy(folder: Path, target: Store, result: Published, progress: Progress) -> None:
    """Copy a folder that has sums, which come last; every file is read back."""
    listed = [line.split("  ", 1)[1] for line in read_regular(folder / SUMS, LARGEST_DESCRIPTOR).decode().splitlines()]
    names = [*listed, *(name for name in SIGNATURES if (folder / name).is_file()), SUMS]
    there = target.names()
    result.wrong += [f"{target.at(name).url}: is not part of the release" for name in sorted(there - set(names))]
    if SUMS in there and target.at(SUMS).read() != read_regular(folder / SUMS, LARGEST_DESCRIPTOR):
        result.wrong.append(f"{target.url}: another release of this version is published there")
    for name in names:
        if result.wrong:
            return  # before the sums, which would call the version complete
        progress.stage(f"{target.url}: {name}")
        data, file = read_regular(folder / name, LARGEST_HASHED), target.at(name)
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
        files, path = store_at(url)
    except (ValueError, ImportError) as error:
        raise InputError(f"--to {url}: can't be published to ({error})") from None
    if files.protocol[0] not in PROTOCOLS or not path.strip("/"):
        raise InputError(f"--to {url}: name a folder, or a bucket as s3://bucket or s3://bucket/folder")
    return Store(files, path.rstrip("/"), url.rstrip("/"))


def _check_target(url: str, root: Path) -> None:
    """Raises InputError for an address that is ambiguous, or that lies in what the project consists of."""
    if ".." in url.split("/") or re.search(r"[?#\x00-\x1f\x7f]|::", url) or url != url.strip():
        raise InputError(f"--to {url}: has '..', a query, a fragment or a control character; name the place plainly")
    if not url or re.match(_OTHER_ADDRESS, url):
        raise InputError(f"--to {url}: name a folder, or a bucket as s3://bucket or s3://bucket/folder")
    place, project = (Path(os.path.realpath(path)) for path in (url.removeprefix("file://"), root))
    own = [project / name for name in _OWN]
    if "://" not in url.removeprefix("file://") and (
        place in (project, project / "build") or any(place.is_relative_to(folder) for folder in own)
    ):
        raise InputError(f"--to {url}: lies in the project itself, where nothing is published; name another place")


@contextmanager
def _alone(store: Store) -> Iterator[Store]:
    """A folder is written by one publisher at a time, who removes what broken runs had begun; a store looks itself."""
    if store.is_bucket:
        yield store
        return
    store.files.makedirs(store.path, exist_ok=True)
    with taking_turns(Path(store.path)):
        for path in store.files.find(store.path):
            if path.endswith(ASIDE):
                store.files.rm_file(path)
        yield store


@contextmanager
def _connected(url: str) -> Iterator[None]:
    """A store that can't be reached, or no longer, is told in one line."""
    try:
        faults = faults_of_stores(url)
    except ModuleNotFoundError as error:
        raise InputError(f"{error.name} is not installed; {how_to_add('publish')}") from None
    try:
        yield
    except faults as error:
        why = " ".join(str(error).split()) or type(error).__name__
        raise InputError(
            f"--to {url}: {why}; {advice_on(error) or 'mend that'}, and the same command goes on where it was"
        ) from None
