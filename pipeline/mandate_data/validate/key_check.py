"""Key checks: primary keys, unique keys and columns, and foreign keys of tables in memory, by the standard."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from mandate_data.findings import Finding, Location, finding
from mandate_data.package.key_texts import NATIVE
from mandate_data.package.resources import Resource
from mandate_data.package.table_columns import TableSchema
from mandate_data.package.tables import ForeignKey

Key = tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class KeyRow:
    """What keys need of one row: where it is, its number, its values as text that is equal where values are."""

    at: Location
    number: int
    values: Mapping[str, str | None]

    def key(self, columns: Iterable[str]) -> Key:
        return tuple(self.values[column] for column in columns)


def check_own_keys(rows: Sequence[KeyRow], schema: TableSchema, table: str) -> Iterator[Finding]:
    """Keys without a value, and keys, unique keys and unique values that a row before has."""
    primary = schema.primary_key
    if primary:
        for row in rows:
            if None in row.key(primary):
                yield finding("contract-primary-key/empty", row.at, table=table, row=row.number)
        for row, first in _repeated(rows, primary):
            yield finding("contract-primary-key/twice", row.at, table=table, row=row.number, first=first)
    for key in schema.unique_keys:
        for row, first in _repeated(rows, key):
            fields = ", ".join(key)
            yield finding("contract-unique-error/key", row.at, table=table, row=row.number, first=first, fields=fields)
    for position, column in enumerate(schema.columns, 1):
        if column.unique:
            for row, first in _repeated(rows, [column.name]):
                yield finding(
                    "contract-unique-error/cell",
                    row.at,
                    table=table,
                    field=column.name,
                    value=str(row.values[column.name]).removeprefix(NATIVE),
                    row=row.number,
                    position=position,
                    first=first,
                )


def _repeated(rows: Iterable[KeyRow], columns: Sequence[str]) -> Iterator[tuple[KeyRow, int]]:
    """Rows with the same key as one before, and the number of the last one; a key without a part is like no other."""
    last: dict[Key, int] = {}
    for row in rows:
        key = row.key(columns)
        if None in key:
            continue
        if key in last:
            yield row, last[key]
        last[key] = row.number


def as_compared(
    rows: Sequence[KeyRow], schema: TableSchema, columns: Sequence[str], other: Resource, there: Sequence[str]
) -> Sequence[KeyRow]:
    """The rows as their `columns` are compared with those of another table, `there`.

    A number in a column of numbers is like one in a column of any type, where this is of JSON, and not like the text.
    """
    assert other.schema is not None
    typed = [
        column
        for column, partner in zip(columns, there, strict=True)
        if other.has_native_cells
        and other.schema.column(partner).kind == "any"
        and schema.column(column).kind not in ("any", "string")
    ]
    if not typed:
        return rows
    return [replace(row, values={**row.values, **dict(_native(row, typed))}) for row in rows]


def _native(row: KeyRow, columns: Sequence[str]) -> Iterator[tuple[str, str]]:
    for column in columns:
        value = row.values[column]
        if value is not None:
            yield column, NATIVE + value


def check_foreign_key(
    rows: Iterable[KeyRow], key: ForeignKey, there: Callable[[], set[Key]], table: str
) -> Iterator[Finding]:
    """Rows whose values are in no row of the table that they refer to; one with an empty part refers to none."""
    known = there()
    for row in rows:
        values = row.key(key.fields)
        if None not in values and values not in known:
            yield foreign_key_finding(row.at, row.number, values, key, table)


def foreign_key_finding(
    at: Location, number: int, values: Sequence[str | None], key: ForeignKey, table: str
) -> Finding:
    """What is said of a row that refers to none."""
    shown = ", ".join(str(value).removeprefix(NATIVE) for value in values)
    return finding(
        "contract-foreign-key/row",
        at,
        table=table,
        value=shown,
        row=number,
        values=shown,
        fields=", ".join(key.fields),
        resource=key.resource or table,
        there=", ".join(key.reference_fields),
    )


def key_columns(schema: TableSchema) -> set[str]:
    """The columns that a table's own keys and its references are made of."""
    names = {*schema.primary_key, *(column.name for column in schema.columns if column.unique)}
    for key in schema.unique_keys:
        names |= set(key)
    for reference in schema.foreign_keys:
        names |= set(reference.fields)
        if not reference.resource:
            names |= set(reference.reference_fields)
    return names
