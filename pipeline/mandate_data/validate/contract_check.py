"""Contract: the descriptor, tables and JSON files of a written package, and whether its files are canonical."""

from __future__ import annotations

import csv
import functools
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import jsonschema
import referencing
import referencing.exceptions

from mandate_data.findings import Finding, Location, finding
from mandate_data.package.file_safety import read_descriptor
from mandate_data.package.json_schemas import table_json_schema
from mandate_data.package.table_schemas import Contract, PackageContract, Row, Tables, text_of, value_of
from mandate_data.package.write import rows_to_json, to_json
from mandate_data.validate.quick_contract_check import is_beyond_doubt

# What the codes of findings on a broken contract begin with.
OF_CONTRACT = ("contract-", "descriptor-", "file-", "not-canonical")
OF_DIGESTS = ("contract-byte-count", "contract-hash-count")
DIGESTS = ("bytes", "hash")


def check_contract(folder: Path, contract: PackageContract, thorough: bool = False) -> list[Finding]:
    """Findings on the tables by Frictionless, and where `datapackage.json` or a file's form departs from the contract.

    The tables are judged by our contract and not by the descriptor, which an edit may have weakened. Line numbers are
    those of the CSV files. Frictionless is asked about tables that are not beyond doubt (`is_beyond_doubt`), or, where
    the check is to be `thorough`, about all. Raises InputError where there is no descriptor, or it can't be read.
    """
    resources = read_descriptor(folder)["resources"]
    named = {str(item.get("name")): item for item in resources if isinstance(item, Mapping)}
    form = check_canonical(folder, contract)
    digests = {name: _digests(named.get(name, {})) for name in contract.tables}
    findings = _check_descriptor(folder / "datapackage.json", resources, contract) + form
    if thorough or form or not is_beyond_doubt(folder, contract, digests):
        # Loading Frictionless and having it read the tables takes longer than all else.
        from mandate_data.validate.frictionless_check import check_by_frictionless

        findings += check_by_frictionless(
            folder, [{"name": name, **_expected(table), **digests[name]} for name, table in contract.tables.items()]
        )
    return findings


def _path(table: str) -> str:
    return f"data/{table}.csv"


def _digests(resource: Mapping[str, Any]) -> dict[str, Any]:
    """The size and digest that a descriptor gives, where they are usable."""
    return {name: resource[name] for name in DIGESTS if _is_digest(name, resource.get(name))}


def _expected(table: Contract) -> dict[str, Any]:
    return {
        "path": _path(table.name),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": dict(table.schema),
    }


def _is_digest(name: str, value: object) -> bool:
    """Whether the value can be a size in bytes, or a digest in the one form that we write."""
    if name == "bytes":
        return isinstance(value, int) and not isinstance(value, bool)
    return isinstance(value, str) and re.fullmatch(r"sha256:[0-9a-f]{64}", value) is not None


def _check_descriptor(path: Path, resources: Sequence[Any], contract: PackageContract) -> list[Finding]:
    """A finding for each table that the descriptor leaves out or describes otherwise than the contract."""
    names = [item.get("name") if isinstance(item, Mapping) else None for item in resources]
    at = Location(str(path))
    findings = []
    for name, table in contract.tables.items():
        if names.count(name) != 1:
            findings.append(finding("descriptor-differs/count", at, table=name, times=names.count(name)))
        elif departures := _departures_of(resources[names.index(name)], table):
            findings.append(finding("descriptor-differs", at, table=name, departures=departures))
    unknown = [name for name in names if name not in contract.tables]
    return findings + [finding("descriptor-differs/unknown", at, unknown=name) for name in unknown]


def _departures_of(resource: Mapping[str, Any], table: Contract) -> str:
    schema = resource.get("schema")
    plain = {key: value for key, value in schema.items() if key != "$schema"} if isinstance(schema, Mapping) else schema
    described = {"dialect": None, **resource, "schema": plain}
    expected = {**_expected(table), "dialect": None}
    other = [name for name, value in expected.items() if described.get(name) != value]
    unusable = [name for name in DIGESTS if not _is_digest(name, resource.get(name))]
    parts = [f"another {', '.join(other)} than the contract"] if other else []
    return " and ".join(parts + ([f"no usable {', '.join(unusable)}"] if unusable else []))


def check_canonical(folder: Path, contract: PackageContract) -> list[Finding]:
    """Each CSV file is what we would write: strict quotes, LF ends, UTF-8 without a BOM, rows in order of their key."""
    findings = []
    for name, table in contract.tables.items():
        path = folder / "data" / f"{name}.csv"
        if not path.is_file():
            findings.append(finding("file-missing", Location(str(path)), table=name))
            continue
        findings += _departures(path, table)
    return findings


def _departures(path: Path, table: Contract) -> Iterator[Finding]:
    """The first departure of a CSV file from its canonical form, if there is one."""

    def departure(code: str, line: int, **values: Any) -> Finding:
        return finding(code, Location(str(path), line), table=table.name, **values)

    data = path.read_bytes()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        yield departure("not-canonical/encoding", line, byte=f"0x{data[error.start]:02x}")
        return
    if text.startswith("\ufeff"):
        yield departure("not-canonical/byte-order-mark", 1)
        return
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        yield departure("not-canonical/csv", text.count("\n"), reason=error)
        return
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="\n").writerows(row for row in rows if row)
    again = buffer.getvalue()
    if again != text:
        pairs = zip(text.split("\n"), again.split("\n"), strict=False)
        line = next((number for number, (is_, should) in enumerate(pairs, 1) if is_ != should), again.count("\n") + 1)
        yield departure("not-canonical/layout", line)
        return
    if not rows or rows[0] != list(table.columns):
        yield departure("not-canonical/header", 1, header=",".join(table.columns))
        return
    for number, row in enumerate(rows[1:], 2):
        for column, cell in zip(table.columns, row, strict=False):
            if not _is_canonical_cell(cell, table.types[column]):
                yield departure("not-canonical/cell", number, column=column, cell=cell)
                return
    keys = [_sort_key(row, table) for row in rows[1:] if len(row) == len(table.columns)]
    for number, (before, after) in enumerate(pairwise(keys), 3):
        if after < before:
            yield departure("not-canonical", number)
            return


def _is_canonical_cell(cell: str, kind: str) -> bool:
    """Whether the value of a cell is written back as it was: `1_992`, `+1992` and `2e2` are numbers, but not ours."""
    try:
        return text_of(value_of(cell, kind)) == cell
    except ValueError:
        return True  # no value of that type at all, which is a finding of the contract


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
        tables[name] = [
            {column: value_of(row[column], table.types[column]) for column in table.columns} for row in rows
        ]
    return tables


def check_json(folder: Path, tables: Tables, contract: PackageContract) -> list[Finding]:
    """Each JSON file keeps its JSON Schema and says the same as the CSV file."""
    findings = []
    for name, table in contract.tables.items():
        path, schema_path = folder / "json" / f"{name}.json", folder / "json" / f"{name}.schema.json"
        if _is_as_written(path, schema_path, tables[name], table):
            continue
        try:
            content = _json(path)
            broken = list(_validator(schema_path.read_text(encoding="utf-8")).iter_errors(content))
        except (OSError, ValueError, RecursionError) as error:
            reason = str(error).splitlines()[0]
            findings.append(finding("json-unreadable", Location(str(path)), table=name, reason=reason))
            continue
        except (jsonschema.SchemaError, referencing.exceptions.Unresolvable) as error:
            reason = str(getattr(error, "message", error)).splitlines()[0]
            findings.append(finding("json-schema-broken", Location(str(schema_path)), table=name, reason=reason))
            continue
        for departure in broken:
            place, reason = "/".join(map(str, departure.absolute_path)) or "the whole file", departure.message
            findings.append(finding("json-schema", Location(str(path)), table=name, place=place, reason=reason))
        if not _same(content, tables[name], table):
            findings.append(finding("json-differs", Location(str(path)), table=name))
    return findings


def _is_as_written(path: Path, schema_path: Path, rows: list[Row], table: Contract) -> bool:
    """Whether both files have the bytes that we would write: then they say the same as rows that keep the contract."""
    written = {path: rows_to_json(rows, table), schema_path: to_json(table_json_schema(table))}
    return all(file.is_file() and file.read_bytes() == data for file, data in written.items())


@functools.lru_cache(maxsize=64)
def _validator(schema: str) -> jsonschema.Draft202012Validator:
    """A validator for a JSON Schema's text; to check the schema itself takes longer than to check most tables."""
    content = json.loads(schema, parse_float=Decimal)
    jsonschema.Draft202012Validator.check_schema(content)
    # Without a registry a schema may name an address on the web, which nobody is to fetch here.
    return jsonschema.Draft202012Validator(content, registry=referencing.Registry())


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)


def _same(content: Any, rows: list[Row], table: Contract) -> bool:
    if not isinstance(content, list):
        return False
    as_text = [[text_of(row[column]) for column in table.columns] for row in rows]
    return [
        [text_of(item.get(column)) for column in table.columns] for item in content if isinstance(item, Mapping)
    ] == as_text
