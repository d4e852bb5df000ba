"""Contract: a written package checked by Frictionless (structure, types, keys), and its files for canonical form."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from pathlib import Path
from typing import Any

import jsonschema
from frictionless import Package

from pipeline.errors import InputError
from pipeline.findings import Finding
from pipeline.tables import Contract, PackageContract, Row, Tables, Value, text_of

ERROR_LIMIT = 1_000_000  # Frictionless stops at 1,000 errors unless told otherwise


def check_contract(folder: Path) -> list[Finding]:
    """Findings of Frictionless on `datapackage.json` and its tables: line numbers are those of the CSV files.

    Raises InputError where there is no descriptor, or it can't be read.
    """
    descriptor = read_descriptor(folder)
    package = Package.from_descriptor(descriptor, basepath=str(folder))
    report = package.validate(limit_errors=ERROR_LIMIT)
    paths = {resource["name"]: str(resource.get("path", "")) for resource in descriptor["resources"]}
    findings = []
    for task in report.tasks:
        file = str(folder / paths.get(task.name, task.place))
        for error in task.errors:
            content = error.to_dict()
            findings.append(
                Finding(
                    code=f"contract-{error.type}",
                    severity="error",
                    table=task.name,
                    field=str(content.get("fieldName", "")),
                    value=str(content.get("cell", "")),
                    message=error.message,
                    hint=error.description,
                    file=file,
                    line=int(content.get("rowNumber", 0) or 0),
                    end_line=int(content.get("rowNumber", 0) or 0),
                )
            )
    for error in report.errors:
        findings.append(
            Finding(
                code=f"contract-{error.type}",
                severity="error",
                message=error.message,
                hint=error.description,
                file=str(folder / "datapackage.json"),
            )
        )
    return findings


def read_descriptor(folder: Path) -> dict[str, Any]:
    """The content of `datapackage.json`. Raises InputError where it is missing, broken or names no resources."""
    path = folder / "datapackage.json"
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise InputError(f"{path}: no such file; name the folder of a data package, or run make first") from None
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise InputError(f"{path}: not JSON ({error}); restore it, or write the package anew") from None
    if not isinstance(content, dict) or not isinstance(content.get("resources"), list):
        raise InputError(f"{path}: no data package (it names no resources)")
    return content


def check_canonical(folder: Path, contract: PackageContract) -> list[Finding]:
    """Each CSV file is what we would write: strict quotes, LF ends, UTF-8 without a BOM, rows in order of their key."""
    findings = []
    for name, table in contract.tables.items():
        path = folder / "data" / f"{name}.csv"
        if not path.is_file():
            findings.append(
                Finding(
                    code="file-missing",
                    severity="error",
                    table=name,
                    message=f"{path.name} is missing",
                    hint="restore the file, or build the package anew",
                    file=str(path),
                )
            )
            continue
        findings += [_not_canonical(path, name, line, what) for line, what in _departures(path.read_bytes(), table)]
    return findings


def _not_canonical(path: Path, table: str, line: int, what: str) -> Finding:
    return Finding(
        code="not-canonical",
        severity="error",
        table=table,
        message=what,
        file=str(path),
        line=line,
        end_line=line,
        hint="write the file in the form that the build gives it",
    )


def _departures(data: bytes, table: Contract) -> Iterator[tuple[int, str]]:
    """(line, what) of the first departure of a CSV file from its canonical form, if there is one."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        yield data[: error.start].count(b"\n") + 1, f"not UTF-8 (byte 0x{data[error.start]:02x})"
        return
    if text.startswith("\ufeff"):
        yield 1, "the file begins with a byte order mark"
        return
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        yield text.count("\n"), f"not CSV: {error}"
        return
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="\n").writerows(rows)
    again = buffer.getvalue()
    if again != text:
        pairs = zip(text.split("\n"), again.split("\n"), strict=False)
        line = next((number for number, (is_, should) in enumerate(pairs, 1) if is_ != should), again.count("\n") + 1)
        yield line, "quotes, line ends or blank lines are not as the build writes them"
        return
    if not rows or rows[0] != list(table.columns):
        yield 1, f"the header is not {','.join(table.columns)}"
        return
    keys = [_sort_key(row, table) for row in rows[1:] if len(row) == len(table.columns)]
    for number, (before, after) in enumerate(pairwise(keys), 3):
        if after < before:
            yield number, "rows are not in the order of their key"
            return


def _sort_key(row: list[str], table: Contract) -> list[Any]:
    cells = dict(zip(table.columns, row, strict=True))
    return [
        (0, int(cells[column]), "")
        if table.types[column] == "integer" and cells[column].isdigit()
        else (1, 0, cells[column])
        for column in table.primary_key
    ]


def read_tables(folder: Path, contract: PackageContract) -> Tables:
    """The tables of a package that keeps the contract. Raises ValueError for one that doesn't."""
    tables: Tables = {}
    for name, table in contract.tables.items():
        with (folder / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as handle:
            rows = list(csv.DictReader(handle))
        tables[name] = [{column: _value(row[column], table.types[column]) for column in table.columns} for row in rows]
    return tables


def _value(cell: str, kind: str) -> Value:
    if cell == "":
        return None
    if kind == "integer":
        return int(cell)
    if kind == "number":
        try:
            return Decimal(cell)
        except InvalidOperation:
            raise ValueError(f"{cell!r} is not a number") from None
    if kind == "boolean":
        return {"true": True, "false": False}[cell]
    return cell


def check_json(folder: Path, tables: Tables, contract: PackageContract) -> list[Finding]:
    """Each JSON file keeps its JSON Schema and says the same as the CSV file."""
    findings = []
    for name, table in contract.tables.items():
        path, schema_path = folder / "json" / f"{name}.json", folder / "json" / f"{name}.schema.json"
        try:
            content, schema = (
                json.loads(file.read_text(encoding="utf-8"), parse_float=Decimal) for file in (path, schema_path)
            )
        except (OSError, ValueError) as error:
            findings.append(
                Finding(
                    code="json-unreadable",
                    severity="error",
                    table=name,
                    file=str(path),
                    message=str(error),
                    hint="restore the file, or build the package anew",
                )
            )
            continue
        for broken in jsonschema.Draft202012Validator(schema).iter_errors(content):
            where = "/".join(map(str, broken.absolute_path))
            findings.append(
                Finding(
                    code="json-schema",
                    severity="error",
                    table=name,
                    file=str(path),
                    hint="make it what its schema says",
                    message=f"{where}: {broken.message}",
                )
            )
        if not _same(content, tables[name], table):
            findings.append(
                Finding(
                    code="json-differs",
                    severity="error",
                    table=name,
                    file=str(path),
                    message=f"{path.name} does not hold the rows of data/{name}.csv",
                    hint="build the package anew",
                )
            )
    return findings


def _same(content: Any, rows: list[Row], table: Contract) -> bool:
    if not isinstance(content, list):
        return False
    as_text = [[text_of(row[column]) for column in table.columns] for row in rows]
    return [
        [text_of(item.get(column)) for column in table.columns] for item in content if isinstance(item, Mapping)
    ] == as_text
