"""Like Frictionless: a package given to Frictionless as it is, but for what it would fetch or open elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from frictionless import FrictionlessException, Package

from mandate_data.findings import Finding, Location, finding
from mandate_data.limits import MOST_FAULTS
from mandate_data.package.csv_records import NotCsvError
from mandate_data.package.file_safety import irregular, is_address
from mandate_data.package.resource_formats import COMPRESSIONS, FORMATS
from mandate_data.package.resources import Resource
from mandate_data.package.side_files import InvalidResourceError, read_object, read_part
from mandate_data.package.stated_data import stated_path
from mandate_data.package.table_files import table_records
from mandate_data.validate.community_profiles import is_of_the_standard
from mandate_data.validate.foreign_key_cache import reading_once
from mandate_data.validate.frictionless_errors import finding_of, findings_of_task

OUR_LIMITS = ("file-line-too-long", "file-too-wide", "file-compressed/too-large")
"""Codes of what is not given to Frictionless, which has no such limits."""
_LEADS_ELSEWHERE = ("scheme", "basepath", "checklist", "pipeline", "extrapaths", "url")
"""Properties that only Frictionless knows, by which it reads what is not a file of the package."""


@dataclass(frozen=True, slots=True)
class _Given:
    """A resource as it is given to Frictionless: its descriptor, the file that findings name, the lines of records."""

    name: str
    descriptor: Mapping[str, Any]
    file: str
    lines: list[int] | None


def check_like_frictionless(
    folder: Path, descriptor: Mapping[str, Any], tables: Sequence[Resource], copies: Mapping[str, Path]
) -> tuple[set[str], list[Finding]]:
    """The names of the resources that Frictionless judges, and what it has against them and the package.

    `tables` are those that were read: typed ones are given to Frictionless as they were read, all others as the
    descriptor has them. `copies` are files of schemas, by table or address. Findings are on physical lines.
    """
    read = {table.name: table for table in tables}
    where = Location(str(folder / "datapackage.json"))
    given: list[_Given] = []
    findings: list[Finding] = []
    for number, item in enumerate(descriptor["resources"], 1):
        if not isinstance(item, Mapping):
            continue
        name = str(item.get("name") or f"resource {number}")
        table, paths = read.get(name), _paths(item)
        file = str(folder / paths[0]) if paths else where.file
        barred = [one for path in paths for one in irregular(folder / path, folder, name)]
        lines, broken = ([], None) if barred else _lines_of(table)
        if broken is not None and broken.code in OUR_LIMITS:
            barred.append(broken.finding(Path(file), name))
        findings += barred
        try:
            judged = None if barred else _judged(folder, item, table, copies)
        except InvalidResourceError:
            continue  # said of the resource as it was read
        if judged is not None:
            given.append(_Given(name, judged, file, lines if paths else None))
    stated = {key: value for key, value in descriptor.items() if key not in _LEADS_ELSEWHERE}
    content = {**_of_the_standard(stated), "resources": [one.descriptor for one in given]}
    return {one.name for one in given}, [*findings, *_judgements(content, folder, given, where.file)]


def _judgements(
    content: Mapping[str, Any], folder: Path, given: Sequence[_Given], descriptor: str
) -> Iterator[Finding]:
    try:
        package = reading_once(Package.from_descriptor(dict(content), basepath=str(folder)))
    except FrictionlessException as error:
        yield from (finding_of(one, "", descriptor, 0) for one in error.reasons or [error.error])
        return
    except Exception as error:  # noqa: BLE001  whatever Frictionless raises is a finding
        yield _failed(error, "", folder)
        return
    for resource, one in zip(package.resources, given, strict=True):
        try:
            report = resource.validate(limit_errors=MOST_FAULTS)
        except Exception as error:  # noqa: BLE001  as above
            yield _failed(error, one.name, Path(one.file))
            continue
        for task in report.tasks:
            yield from findings_of_task(task, one.file, one.lines)


def _failed(error: Exception, table: str, path: Path) -> Finding:
    kind = type(error).__name__
    return finding("contract-uncheckable", Location(str(path)), table=table, kind=kind, reason=error)


def _lines_of(table: Resource | None) -> tuple[list[int] | None, NotCsvError | None]:
    """The lines of a table's records, as far as they could be read, and why no further; None where it has no lines."""
    if table is not None and table.file is None:
        return None, None
    lines: list[int] = []
    if table is None or table.file is None:
        return lines, None
    try:
        for record in table_records(table.file):
            lines.append(record.line)
    except NotCsvError as broken:
        return lines, broken
    return lines, None


def _judged(
    folder: Path, item: Mapping[str, Any], table: Resource | None, copies: Mapping[str, Path]
) -> dict[str, Any] | None:
    """A resource as Frictionless is to read it: nothing is fetched. None for one that is not a table of ours to give.

    Raises InvalidResourceError for a schema or a dialect in a file that can't be read.
    """
    judged = deepcopy({key: value for key, value in item.items() if key not in _LEADS_ELSEWHERE})
    for key in ("schema", "dialect"):
        content = item.get(key)
        copy = copies.get(str(item.get("name"))) or copies.get(str(content)) if key == "schema" else None
        if copy is not None:
            judged[key] = read_object(copy, f"the schema {str(copy)!r}")
        elif isinstance(content, str) and is_address(content):
            del judged[key]
            if key == "schema" and table is not None and table.schema is not None and table.has_own_schema:
                judged[key] = dict(table.schema.descriptor)
        elif isinstance(content, str):
            judged[key] = read_part(folder, content, key)
    paths = _paths(item)
    if not paths:
        return _of_the_standard(judged)
    if any(is_address(path) or not (folder / path).is_file() for path in paths):
        return None
    if table is None and (not _is_csv(item, paths[0]) or _is_compressed(item, paths[0])):
        return None  # no table, or none whose size is known
    if table is not None and table.file is None:
        stated: dict[str, Any] = {key: judged[key] for key in ("name", "schema") if key in judged}
        return {**stated, "data": [list(map(_value, row)) for row in table.rows or ()]}
    if not _is_csv(item, paths[0]):
        judged["format"] = "csv"
    several = {"path": paths[0], "extrapaths": paths[1:], "scheme": "multipart"}
    return _of_the_standard({**judged, **(several if len(paths) > 1 else {"path": paths[0], "scheme": "file"})})


def _is_csv(item: Mapping[str, Any], path: str) -> bool:
    """Whether a resource says that it is CSV, so that Frictionless has no other format for it."""
    suffixes = [suffix[1:].lower() for suffix in Path(path).suffixes]
    if suffixes and suffixes[-1] in COMPRESSIONS:
        suffixes.pop()
    format = str(item.get("format") or (suffixes[-1] if suffixes else "")).lower()
    return format.partition(".")[0] in FORMATS  # csv.gz


def _is_compressed(item: Mapping[str, Any], path: str) -> bool:
    return bool(item.get("compression")) or Path(path).suffix[1:].lower() in COMPRESSIONS


def _value(cell: Any) -> Any:
    return getattr(cell, "value", cell)


def _paths(item: Mapping[str, Any]) -> list[str]:
    stated = stated_path(item)
    return [path for path in (stated if isinstance(stated, list) else [stated]) if isinstance(path, str)]


def _of_the_standard(item: Mapping[str, Any]) -> dict[str, Any]:
    """A part of the descriptor without a profile of somebody's own, which Frictionless would fetch."""
    return {
        key: value
        for key, value in item.items()
        if key not in ("$schema", "profile") or not isinstance(value, str) or is_of_the_standard(value)
    }
