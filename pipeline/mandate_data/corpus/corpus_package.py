"""The package of a corpus on disk: writes its parts and its descriptor, and deletes what is left over.

Parts never change once written, and the descriptor is written last: a reader who goes by the descriptor sees either
the old package or the new one.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import polars as pl

from mandate_data.corpus.corpus_folder import DESCRIPTOR, LOCK, MANIFEST, check_all_writable, not_writable
from mandate_data.corpus.manifest import Manifest, TableFile
from mandate_data.corpus.parts import (
    LARGEST_WEIGHT,
    BuiltPart,
    corpus_contract,
    files_per_part,
    part_from_frames,
    weight_of,
)
from mandate_data.errors import InputError
from mandate_data.regular_files import open_regular

PROFILE = "https://datapackage.org/profiles/2.0"
PARTIAL = ".partial"


@contextmanager
def lock_folder(folder: Path) -> Iterator[None]:
    """Lock the folder of a package for this run alone; it is made if it does not exist.

    Raises InputError if it can't be written, is not a corpus, or is locked by another run. Where a run ends with one
    before anything was read, what was made for it is removed.
    """
    made = [one for one in (folder, *folder.parents) if not one.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        others = {path.name for path in folder.iterdir()} - {LOCK}
        if others and MANIFEST not in others:
            raise InputError(f"{folder}: is there and is not a corpus of ours; name another folder")
        lock = (folder / LOCK).open("wb")
    except OSError as error:
        raise not_writable(folder, error) from None
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise InputError(f"{folder}: another run is writing there; wait for its end") from None
        try:
            check_all_writable(_folders(folder))
            yield
        except InputError:
            if not others:
                _remove_empty(folder, made)
            raise


def _folders(folder: Path) -> Iterator[Path]:
    """Where the files of a package lie."""
    yield folder
    yield folder / "data"
    for table in corpus_contract().tables:
        yield (folder / part_path(table, "")).parent


def _remove_empty(folder: Path, made: Sequence[Path]) -> None:
    """Remove what a run begins with, and the folders made for it, if there is nothing else."""
    with suppress(OSError):
        begun = {folder / name for name in (LOCK, MANIFEST, f"{MANIFEST}-journal")}
        if begun >= set(folder.iterdir()):
            for path in begun:
                path.unlink(missing_ok=True)
            for path in made:
                path.rmdir()


def part_path(table: str, part: str) -> str:
    """Where the file of a part lies, in the package's folder."""
    return f"data/{table}/part-{part}.parquet"


def store_part(folder: Path, made: BuiltPart) -> dict[str, TableFile]:
    """Write the files of a part, each whole or not at all; returns size, digest and rows of each by table."""
    tables = {}
    for name, data in made.tables.items():
        _write(folder / part_path(name, made.name), data)
        tables[name] = TableFile(len(data), hashlib.sha256(data).hexdigest(), made.rows[name])
    return tables


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(path.name + PARTIAL)
    partial.write_bytes(data)
    partial.replace(path)


def forget_damaged_parts(folder: Path, manifest: Manifest) -> int:
    """Forget each part that is not as it was written, so that its files are read again; returns how many there are."""
    damaged = [part for part, tables in list(manifest.parts()) if not _is_whole(folder, part, tables)]
    for part in damaged:
        manifest.forget(part)
    return len(damaged)


def _is_whole(folder: Path, part: str, tables: Mapping[str, TableFile]) -> bool:
    """Whether all files of a part have the bytes that were written."""
    for name, stored in tables.items():
        try:
            with open_regular(folder / part_path(name, part)) as stream:
                digest = hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError:
            return False
        if digest != stored.sha256:
            return False
    return True


def drop_gone_files(folder: Path, manifest: Manifest) -> None:
    """Rewrite each part that has files which no longer exist, without those files."""
    for part, digests in manifest.thinned():
        if not digests:
            manifest.replace(part, None, {})
            continue
        frames = {
            name: pl.read_parquet(folder / part_path(name, part)).filter(pl.col("file").is_in(list(digests)))
            for name in corpus_contract().tables
        }
        made = part_from_frames(frames, digests)
        manifest.replace(part, made.name, store_part(folder, made))


def merge_small_parts(folder: Path, manifest: Manifest) -> None:
    """Put parts together that are less than half full, as many runs over a few files each leave behind.

    Their files are those of a part as `batch` makes it; a part that would be alone stays as it is.
    """
    most_files = files_per_part(manifest.file_count())
    group: list[str] = []
    files = weight = 0
    for part, sizes in manifest.parts_with_fewer(-(-most_files // 2)):
        part_weight = sum(weight_of(name, size) for name, size in sizes)
        if part_weight * 2 >= LARGEST_WEIGHT:
            continue
        if files + len(sizes) > most_files or weight + part_weight > LARGEST_WEIGHT:
            _merge(folder, manifest, group)
            group, files, weight = [], 0, 0
        group.append(part)
        files += len(sizes)
        weight += part_weight
    _merge(folder, manifest, group)


def _merge(folder: Path, manifest: Manifest, parts: list[str]) -> None:
    if len(parts) < 2:
        return
    frames = {
        name: pl.concat([pl.read_parquet(folder / part_path(name, part)) for part in parts]).sort(
            "file", maintain_order=True
        )
        for name in corpus_contract().tables
    }
    digests = {name: sha256 for part in parts for name, sha256 in manifest.digests(part).items()}
    made = part_from_frames(frames, digests)
    manifest.merge(parts, made.name, store_part(folder, made))


def describe(folder: Path, manifest: Manifest) -> dict[str, int]:
    """Write the descriptor; returns the number of rows of each table."""
    contract = corpus_contract()
    resources: dict[str, dict[str, Any]] = {}
    for name, table in contract.tables.items():
        resources[name] = {
            "$schema": f"{PROFILE}/dataresource.json",
            "name": name,
            "type": "table",
            "title": table.title,
            "description": table.description,
            "path": [],
            "format": "parquet",
            "mediatype": "application/vnd.apache.parquet",
            "bytes": 0,
            "rows": 0,
            "schema": {"$schema": f"{PROFILE}/tableschema.json", **table.schema},
            "parts": [],
        }
    for part, tables in manifest.parts():
        for name, stored in tables.items():
            resource, path = resources[name], part_path(name, part)
            resource["path"].append(path)
            resource["bytes"] += stored.bytes
            resource["rows"] += stored.rows
            resource["parts"].append(
                {"path": path, "bytes": stored.bytes, "hash": f"sha256:{stored.sha256}", "rows": stored.rows}
            )
    content = {"$schema": f"{PROFILE}/datapackage.json", **contract.metadata, "resources": list(resources.values())}
    data = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
    _write(folder / DESCRIPTOR, data.encode())
    return {name: resource["rows"] for name, resource in resources.items()}


def delete_leftovers(folder: Path) -> None:
    """Delete the files of parts that the descriptor doesn't name, for example those of an interrupted run."""
    content = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))
    named = {path for resource in content["resources"] for path in resource["path"]}
    for table in corpus_contract().tables:
        for path in (folder / "data" / table).glob("part-*"):
            if path.relative_to(folder).as_posix() not in named:
                path.unlink()
