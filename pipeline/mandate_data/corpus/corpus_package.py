"""The package of a corpus on disk: parts put in their place, the descriptor that names them, what is left over.

Parts never change once they are there, and the descriptor comes last: who reads a package by its descriptor sees the
old one or the new one.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import polars as pl

from mandate_data.corpus.manifest import NAME as MANIFEST
from mandate_data.corpus.manifest import Manifest, Table
from mandate_data.corpus.parts import Made, corpus_contract, from_frames
from mandate_data.errors import InputError

DESCRIPTOR = "datapackage.json"
LOCK = ".lock"
PROFILE = "https://datapackage.org/profiles/2.0"
PARTIAL = ".partial"


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """The folder of a package, made if it isn't there, for this run alone.

    Raises InputError where it can't be written, is something else, or another run is at it.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        others = {path.name for path in folder.iterdir()} - {LOCK}
        if others and MANIFEST not in others:
            raise InputError(f"{folder}: is there and is no corpus of ours; name another folder with --out")
        lock = (folder / LOCK).open("wb")
    except OSError as error:
        raise InputError(f"{folder}: can't write there ({error.strerror}); name another folder with --out") from None
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise InputError(f"{folder}: another run is writing there; wait for its end") from None
        yield


def part_path(table: str, part: str) -> str:
    """Where the file of a part lies, in the package's folder."""
    return f"data/{table}/part-{part}.parquet"


def place(folder: Path, made: Made) -> dict[str, Table]:
    """Put the files of a part in their place, each whole or not at all."""
    tables = {}
    for name, data in made.tables.items():
        _write(folder / part_path(name, made.name), data)
        tables[name] = Table(len(data), hashlib.sha256(data).hexdigest(), made.rows[name])
    return tables


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(path.name + PARTIAL)
    partial.write_bytes(data)
    partial.replace(path)


def thin(folder: Path, manifest: Manifest) -> None:
    """Make each part anew that has lost files, without those."""
    for part, digests in manifest.thinned():
        if not digests:
            manifest.replace(part, None, {})
            continue
        frames = {
            name: pl.read_parquet(folder / part_path(name, part)).filter(pl.col("file").is_in(list(digests)))
            for name in corpus_contract().tables
        }
        made = from_frames(frames, digests)
        manifest.replace(part, made.name, place(folder, made))


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
        for name, one in tables.items():
            resource, path = resources[name], part_path(name, part)
            resource["path"].append(path)
            resource["bytes"] += one.bytes
            resource["rows"] += one.rows
            resource["parts"].append(
                {"path": path, "bytes": one.bytes, "hash": f"sha256:{one.sha256}", "rows": one.rows}
            )
    content = {"$schema": f"{PROFILE}/datapackage.json", **contract.metadata, "resources": list(resources.values())}
    data = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
    _write(folder / DESCRIPTOR, data.encode())
    return {name: resource["rows"] for name, resource in resources.items()}


def sweep(folder: Path) -> None:
    """Delete the files of parts that the descriptor doesn't name, such as those of a run that was broken off."""
    content = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))
    named = {path for resource in content["resources"] for path in resource["path"]}
    for table in corpus_contract().tables:
        for path in (folder / "data" / table).glob("part-*"):
            if path.relative_to(folder).as_posix() not in named:
                path.unlink()
