"""Guard: what must be known of a package's files before anything reads them: that they are its own, and can be read.

A package may come from anywhere. Nothing outside its folder is opened, nothing is fetched, and nothing that would take
all memory or never end is begun.
"""

from __future__ import annotations

import json
import re
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from mandate_data.errors import InputError
from mandate_data.findings import Finding, Location, finding
from mandate_data.limits import LARGEST_DESCRIPTOR, LONGEST_LINE, MOST_CELLS
from mandate_data.package.csv_records import NotCsvError, read_cells
from mandate_data.package.strict_json import no_constant
from mandate_data.package.tables import Package
from mandate_data.regular_files import open_regular, read_regular_text

_CHUNK = LONGEST_LINE
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+._-]*:")  # fsspec knows kinds of stores with an underscore
_ON_THE_WEB = re.compile(r"(?:https?|ftps?)://[!-~]+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def check_descriptor_file(folder: Path) -> list[Finding]:
    """Findings on `datapackage.json` itself: a file of the folder, of a size that can be read."""
    path = folder / "datapackage.json"
    findings = list(irregular(path, folder, ""))
    if not findings and path.is_file() and path.stat().st_size > LARGEST_DESCRIPTOR:
        size = path.stat().st_size
        findings.append(finding("file-too-large", Location(str(path)), size=size))
    return findings


def read_descriptor(folder: Path) -> dict[str, Any]:
    """The content of `datapackage.json`. Raises InputError where it is missing, broken or names no resources."""
    path = folder / "datapackage.json"
    try:
        text = read_regular_text(path, LARGEST_DESCRIPTOR)
        if text.startswith("\ufeff"):
            raise ValueError("it begins with a byte order mark, which JSON may not have")
        content = json.loads(text, parse_constant=no_constant)
        json.dumps(content, ensure_ascii=False).encode("utf-8")  # half of a character can be written, but never shown
    except FileNotFoundError:
        raise InputError(f"{path}: no such file; name the folder of a data package, or build one first") from None
    except (ValueError, RecursionError) as error:
        raise InputError(f"{path}: not JSON ({error}); restore it, or write the package anew") from None
    if not isinstance(content, dict) or not isinstance(content.get("resources"), list):
        raise InputError(f"{path}: no data package (it names no resources)")
    return content


def check_files(folder: Path, descriptor: Mapping[str, Any], contract: Package) -> list[Finding]:
    """Findings on paths that lead out of the folder, on what is not a file, and on lines that no table has."""
    findings = astray(folder, descriptor)
    for table in contract.tables:
        for name in (f"data/{table}.csv", f"json/{table}.json", f"json/{table}.schema.json"):
            findings += irregular(folder / name, folder, table)
        path = folder / "data" / f"{table}.csv"
        if path.is_file() and not findings:
            findings += list(check_readable(path, table)) or list(_too_wide(path, table))
    return findings


def astray(folder: Path, descriptor: Mapping[str, Any], addresses: bool = False) -> list[Finding]:
    """Paths of the descriptor that are absolute or lead out of the folder; an address on the web does, unless
    `addresses` are allowed: what is there is not read, which others say."""
    return [finding for resource in descriptor["resources"] for finding in _astray(resource, folder, addresses)]


def is_address(path: str) -> bool:
    """Whether a path is an address on the web, as the standard allows it."""
    return _ON_THE_WEB.fullmatch(path) is not None


def _astray(resource: Any, folder: Path, addresses: bool) -> Iterator[Finding]:
    if not isinstance(resource, Mapping):
        return
    paths = [path for key in ("path", "url") for path in _listed(resource.get(key))]
    for path in [*paths, resource.get("schema"), resource.get("dialect")]:
        if isinstance(path, str) and not (addresses and is_address(path)) and (code := _why_refused(path)):
            where = Location(str(folder / "datapackage.json"))
            yield finding(code, where, table=str(resource.get("name", "")), path=path)


def _listed(paths: Any) -> list[Any]:
    return paths if isinstance(paths, list) else [paths]


def _why_refused(path: str) -> str:
    """The code of what is wrong with a path that can't be one of a file in the package; "" where it can.

    Libraries that read addresses take blanks in front and line breaks and tabs anywhere out of a text before they
    look for a scheme: what begins with none as it is written may begin with one for them.
    """
    if _CONTROL.search(path):
        return "file-outside/control"
    if path != path.strip():
        return "file-outside/blank"
    if path.startswith(("/", "\\")) or _ADDRESS.match(path) or ".." in re.split(r"[/\\]", path):
        return "file-outside"
    return ""


def irregular(path: Path, folder: Path, table: str) -> Iterator[Finding]:
    """A link that leads out of the folder, or something that is not a file: a folder, a pipe, a device."""
    try:
        inside = path.resolve().is_relative_to(folder.resolve())
        mode = path.stat().st_mode if inside and path.exists() else None
    except (OSError, RuntimeError) as error:
        yield finding("file-irregular/unreadable", Location(str(path)), table=table, reason=error)
        return
    if not inside:
        yield finding("file-outside/link", Location(str(path)), table=table)
    elif mode is not None and not stat.S_ISREG(mode):
        yield finding("file-irregular", Location(str(path)), table=table)


def _too_wide(path: Path, table: str) -> Iterator[Finding]:
    """A record with too many cells to be told one by one; what else is wrong with a CSV file is found later."""
    with open_regular(path) as stream:
        data = stream.read(LONGEST_LINE + 1)
    lines = data.split(b"\n")
    if len(data) <= LONGEST_LINE and b'"' not in data and max(line.count(b",") for line in lines) < MOST_CELLS:
        return  # each record is a line, and none has so many commas
    try:
        read_cells(path)
    except NotCsvError as broken:
        if broken.code == "file-too-wide":
            yield broken.finding(path, table)


def check_readable(path: Path, table: str) -> Iterator[Finding]:
    """A line too long for any table, or a NUL byte: the file is read once, in pieces."""
    line, length, utf_16 = 1, 0, False  # UTF-16 is full of NUL bytes, and has a finding of its own
    with open_regular(path) as stream:
        while chunk := stream.read(_CHUNK):
            nul = chunk.find(b"\0")
            utf_16 = utf_16 or (line == 1 and chunk.startswith((b"\xff\xfe", b"\xfe\xff")))
            if nul >= 0 and not utf_16:
                yield finding("file-nul", Location(str(path), line + chunk.count(b"\n", 0, nul)), table=table)
                return
            pieces = chunk.split(b"\n")
            length += len(pieces[0])
            if length > LONGEST_LINE:  # no other piece can be longer: none is longer than what is read at once
                yield finding("file-line-too-long", Location(str(path), line), table=table, most=LONGEST_LINE)
                return
            if len(pieces) > 1:
                line, length = line + len(pieces) - 1, len(pieces[-1])
