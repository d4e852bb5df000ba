"""Guard: what must be known of a package's files before anything reads them: that they are its own, and can be read.

A package may come from anywhere. Nothing outside its folder is opened, nothing is fetched, and nothing that would take
all memory or never end is begun.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pipeline.findings import Finding, file_finding
from pipeline.tables import PackageContract

LONGEST_LINE = 1 << 20
"""Bytes: no line of a table is longer, its header least of all."""
LARGEST_DESCRIPTOR = 10 << 20
_CHUNK = LONGEST_LINE
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def check_descriptor_file(folder: Path) -> list[Finding]:
    """Findings on `datapackage.json` itself: a file of the folder, of a size that can be read."""
    path = folder / "datapackage.json"
    findings = list(_irregular(path, folder, ""))
    if not findings and path.is_file() and path.stat().st_size > LARGEST_DESCRIPTOR:
        size = path.stat().st_size
        findings.append(
            file_finding("file-too-large", path, "", f"{path.name} has {size} bytes; no descriptor has so many")
        )
    return findings


def check_files(folder: Path, descriptor: Mapping[str, Any], contract: PackageContract) -> list[Finding]:
    """Findings on paths that lead out of the folder, on what is no file, and on lines that no table has."""
    findings = [finding for resource in descriptor["resources"] for finding in _astray(resource, folder)]
    for table in contract.tables:
        for name in (f"data/{table}.csv", f"json/{table}.json", f"json/{table}.schema.json"):
            findings += _irregular(folder / name, folder, table)
        path = folder / "data" / f"{table}.csv"
        if path.is_file() and not findings:
            findings += _unreadable(path, table)
    return findings


def _astray(resource: Any, folder: Path) -> Iterator[Finding]:
    """A path of the descriptor that is absolute, an address, or leads out of the folder."""
    if not isinstance(resource, Mapping):
        return
    paths = resource.get("path")
    for path in paths if isinstance(paths, list) else [paths]:
        if isinstance(path, str) and (path.startswith(("/", "\\")) or _ADDRESS.match(path) or ".." in Path(path).parts):
            where = folder / "datapackage.json"
            yield file_finding(
                "file-outside", where, str(resource.get("name", "")), f"the path {path!r} leads out of the package"
            )


def _irregular(path: Path, folder: Path, table: str) -> Iterator[Finding]:
    """A link that leads out of the folder, or something that is no file: a folder, a pipe, a device."""
    try:
        inside = path.resolve().is_relative_to(folder.resolve())
        mode = path.stat().st_mode if inside and path.exists() else None
    except (OSError, RuntimeError) as error:
        yield file_finding("file-irregular", path, table, f"{path.name} can't be read ({error})")
        return
    if not inside:
        yield file_finding(
            "file-outside", path, table, f"{path.name} is reached by a link that leads out of the package"
        )
    elif mode is not None and not stat.S_ISREG(mode):
        yield file_finding("file-irregular", path, table, f"{path.name} is no file")


def _unreadable(path: Path, table: str) -> Iterator[Finding]:
    """A line too long for any table, or a NUL byte: the file is read once, in pieces."""
    line, length = 1, 0
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            nul = chunk.find(b"\0")
            if nul >= 0 and not chunk.startswith((b"\xff\xfe", b"\xfe\xff")):
                yield file_finding(
                    "file-nul", path, table, "a NUL byte stands in the file", line + chunk.count(b"\n", 0, nul)
                )
                return
            pieces = chunk.split(b"\n")
            length += len(pieces[0])
            if length > LONGEST_LINE:  # no other piece can be longer: none is longer than what is read at once
                yield file_finding(
                    "file-line-too-long", path, table, f"a line is longer than {LONGEST_LINE} bytes", line
                )
                return
            if len(pieces) > 1:
                line, length = line + len(pieces) - 1, len(pieces[-1])
