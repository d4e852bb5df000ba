"""Values of ours that a column can't have, as a kind or a country's code with a typing error: one finding for each line
of the guide that gives one, in plain words."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from mandate_data.extract.extraction_guide import Guide, Passage
from mandate_data.extract.guide_places import line_in_entry, places_of
from mandate_data.extract.merge import agreed
from mandate_data.extract.records import Record, Scalar
from mandate_data.extract.reference_lists import REFERENCE_LISTS, ReferenceList
from mandate_data.findings.finding import Finding, Location
from mandate_data.findings.registry import finding
from mandate_data.package.json_schemas import TYPES, column_json_schema
from mandate_data.package.tables import KEY_SEPARATOR, Column, Package, Table, text_of
from mandate_data.schema_check import breach_of, meant

REFUSED = "value-not-allowed"
TWICE = "id-twice"
MOST_NAMED = 40
"""Values that a message names; a longer list is in the schema."""
NUMBERS = {"integer": "a whole number", "number": "a number", "boolean": "true or false"}
LIMITS = {
    "minimum": "not below",
    "maximum": "not above",
    "minLength": "of so many characters or more:",
    "maxLength": "of no more characters than",
    "pattern": "of the form",
}


def check_values(records: Iterable[Record], guide: Path, document: str, contract: Package) -> Iterator[Finding]:
    """A finding for each line of the guide that gives a column a value which it can't have, or, where the guide does
    not, for the line of the document that the first row rests on which has it."""
    seen: set[tuple[str, str, Scalar]] = set()
    for record in records:
        table = contract.tables[record.table]
        for name, cell in record.cells.items():
            if cell.value is None or cell.evidence.kind != "assigned" or (table.name, name, cell.value) in seen:
                continue
            seen.add((table.name, name, cell.value))
            if (why := _refusal(table, name, cell.value, contract)) is None:
                continue
            here = Location(document, record.place.line, record.place.end_line)
            for at in places_of(guide, table, name, cell.value) or [here]:
                yield _found(why, at, table, table.key_of(record.values), name, cell.value)


def check_twice(guide: Guide, contract: Package) -> Iterator[Finding]:
    """A finding for each passage whose id, or number in a list, another one has that gives the same column another
    value of ours: they are meant to be two rows, or one of the values is wrong."""
    first: dict[tuple[str, str, str], Passage] = {}
    told: set[int] = set()
    for passage in guide.passages:
        table = contract.tables[passage.table]
        parts = {table.primary_key[0]: passage.key, **passage.values}
        if any(parts.get(column) is None for column in table.primary_key):
            continue  # a part of the key is printed
        key = KEY_SEPARATOR.join(text_of(parts[column]) for column in table.primary_key)
        for column, value in passage.values.items():
            other = first.setdefault((passage.table, key, column), passage)
            said = other.values[column]
            if passage.line in told or agreed(table, column, said, value) is not None:
                continue
            told.add(passage.line)
            yield finding(
                TWICE,
                Location(str(guide.path), line_in_entry(guide.path, passage.line, *(table.primary_key[1:] or ["id"]))),
                table=table.name,
                row_key=key,
                field=column,
                value=text_of(value),
                said=text_of(said),
                line=other.line,
            )


def _found(
    why: tuple[str, dict[str, str]], at: Location, table: Table, key: str, column: str, value: Scalar
) -> Finding:
    variant, texts = why
    return finding(
        f"{REFUSED}/{variant}" if variant else REFUSED,
        at,
        table=table.name,
        row_key=key,
        field=column,
        value=text_of(value),
        **texts,
    )


def _refusal(table: Table, name: str, value: Scalar, contract: Package) -> tuple[str, dict[str, str]] | None:
    """Why a column can't have a value: the variant of the check, and what its texts name."""
    column = table.columns[name]
    listed = _list_of(table, name, contract)
    if listed is not None and not _is_listed(listed, str(value)):
        return "list", {"like": _like(str(value), listed.keys()), "entry": listed.entry, "where": listed.where}
    if column.type not in TYPES or (breach := breach_of(_schema(table, name), _as_json(value))) is None:
        return None
    if known := column.constraints.get("enum"):
        if len(known) > MOST_NAMED:
            return "many", {"schema": f"schemas/tables/{table.name}.yaml", "like": _like(str(value), known)}
        return "", {"known": ", ".join(map(str, known)), "like": _like(str(value), known)}
    return "form", {"described": _described(column), "rule": _rule(column) or breach.message}


def _like(value: str, known: Iterable[object]) -> str:
    """The value that may be meant, to stand before what is known."""
    like = meant(value, known)
    return f"{like} " if like else ""


def _described(column: Column) -> str:
    return " ".join(column.description.split()).rstrip(".") or column.title or column.name


def _rule(column: Column) -> str:
    """The form of a column's values, in words; "" where its constraints say nothing of it that has words here."""
    rules = column.constraints
    words = [NUMBERS[column.type]] if column.type in NUMBERS else []
    for name, said in LIMITS.items():
        words += [f"{said} {rules[name]}"] if name in rules else []
    return ", ".join(words)


def _list_of(table: Table, name: str, contract: Package) -> ReferenceList | None:
    """The reference list whose keys a column has, if it is of one."""
    resource, _ = table.references.get(name, ("", ""))
    of = contract.get(resource) if resource else table if table.primary_key == (name,) else None
    return REFERENCE_LISTS.get(str(of.extensions.get("x-reference"))) if of is not None else None


def _is_listed(listed: ReferenceList, key: str) -> bool:
    try:
        return listed.look_up(key) is not None
    except ValueError:
        return True  # a symbol, whose form has a check of its own


@lru_cache(maxsize=1024)
def _schema(table: Table, name: str) -> str:
    return json.dumps(column_json_schema(table, name))


def _as_json(value: Scalar) -> object:
    if not isinstance(value, Decimal):
        return value
    return int(value) if value == value.to_integral_value() else float(value)
