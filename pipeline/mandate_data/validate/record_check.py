"""Record checks: a header and single records against the columns of a Table Schema, by the standard."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from mandate_data.findings import Finding, Location, finding
from mandate_data.package.csv_records import Record
from mandate_data.package.native_cells import NativeCell, fits, is_missing, readable_text, what_it_is
from mandate_data.package.table_columns import ReadColumn, TableSchema

_DELIMITERS = (";", "\t", "|", ",")


@dataclass(frozen=True, slots=True)
class Place:
    """The table that records are of, and the file that their findings name; `""` has no lines."""

    table: str
    file: str
    has_lines: bool = True

    def at(self, record: Record) -> Location:
        return Location(record.file or self.file, record.line if self.has_lines else 0)


def match_header(
    header: Record, schema: TableSchema, place: Place, case_sensitive: bool | None = True
) -> tuple[list[Finding], list[ReadColumn | None]]:
    """What is wrong with a header, and for each of its labels the column that it is; None where there is none.

    A field that the header lacks is in no label. Where `case_sensitive` is None, upper and lower case are alike, but
    reported.
    """
    at = place.at(header)
    names = schema.names
    written, labels = header.cells, [label.strip() for label in header.cells]
    if not any(labels):
        return [finding("contract-blank-header/table", at, table=place.table)], []
    other = _other_delimiter(labels, names, case_sensitive)
    if other:
        return [finding("contract-incorrect-label/delimiter", at, table=place.table, delimiter=other)], []
    findings = list(_blank_and_double(labels, names, at, place.table))
    if schema.fields_match == "exact":
        found, columns = _by_position(labels, schema, at, place.table, case_sensitive)
    else:
        found, columns = _by_name(labels, schema, at, place.table, case_sensitive)
    return [*findings, *found, *_other_spellings(written, columns, at, place.table, case_sensitive)], columns


def _other_spellings(
    labels: Sequence[str], columns: Sequence[ReadColumn | None], at: Location, table: str, case_sensitive: bool | None
) -> Iterator[Finding]:
    """Labels that are those of their fields but for blanks around them, or for their case."""
    for label, column in zip(labels, columns, strict=False):
        if column is None or label == column.name:
            continue
        here: dict[str, Any] = {"table": table, "field": column.name, "label": label}
        if label.strip() == column.name.strip():
            yield finding("contract-incorrect-label/blanks", at, **here)
        elif case_sensitive is None and _same(label.strip(), column.name.strip(), case_sensitive):
            yield finding("contract-incorrect-label/case", at, **here)


def _same(label: str, name: str, case_sensitive: bool | None) -> bool:
    return label == name or (not case_sensitive and label.casefold() == name.casefold())


def _other_delimiter(labels: Sequence[str], names: Sequence[str], case_sensitive: bool | None) -> str:
    """The delimiter that the file has, where the header is one cell that another one cuts into the fields."""
    if len(labels) != 1 or len(names) < 2:
        return ""
    for delimiter in _DELIMITERS:
        cut = [part.strip().strip('"') for part in labels[0].split(delimiter)]
        if len(cut) == len(names) and all(map(_same, cut, names, [case_sensitive] * len(cut))):
            return "tab" if delimiter == "\t" else delimiter
    return ""


def _blank_and_double(labels: Sequence[str], names: Sequence[str], at: Location, table: str) -> Iterator[Finding]:
    doubled = {name for name, times in Counter(names).items() if times > 1}
    for position, label in enumerate(labels, 1):
        if not label:
            field = names[position - 1] if position <= len(names) else ""
            yield finding("contract-blank-label/column", at, table=table, field=field, position=position)
        elif (first := labels.index(label) + 1) < position and label not in doubled:
            field = names[position - 1] if position <= len(names) else ""
            yield finding(
                "contract-duplicate-label/column",
                at,
                table=table,
                field=field,
                label=label,
                position=position,
                first=first,
            )


def _by_position(
    labels: Sequence[str], schema: TableSchema, at: Location, table: str, case_sensitive: bool | None
) -> tuple[list[Finding], list[ReadColumn | None]]:
    names = [column.name.strip() for column in schema.columns]

    def is_unknown(label: str) -> bool:
        return schema.lets_unknown and not any(_same(label, name, case_sensitive) for name in names)

    stray = [(position, label) for position, label in enumerate(labels, 1) if is_unknown(label)]
    places = [position for position, label in enumerate(labels, 1) if (position, label) not in stray]
    findings: list[Finding] = []
    columns: list[ReadColumn | None] = [None] * len(labels)
    for number, column in enumerate(schema.columns):
        if number >= len(places):
            findings.append(
                finding("contract-missing-label/column", at, table=table, field=column.name, position=number + 1)
            )
            continue
        position = places[number]
        label = labels[position - 1]
        columns[position - 1] = column
        if label and not _same(label, names[number], case_sensitive):
            findings.append(
                finding(
                    "contract-incorrect-label/column",
                    at,
                    table=table,
                    field=column.name,
                    label=label,
                    position=position,
                )
            )
    more = [(position, labels[position - 1]) for position in places[len(names) :]]
    findings += _extra(sorted([*stray, *more]), at, table)
    return findings, columns


def _extra(labels: Any, at: Location, table: str) -> Iterator[Finding]:
    for position, label in labels:
        yield finding("contract-extra-label/column", at, table=table, label=label, position=position)


def _by_name(
    labels: Sequence[str], schema: TableSchema, at: Location, table: str, case_sensitive: bool | None
) -> tuple[list[Finding], list[ReadColumn | None]]:
    columns: list[ReadColumn | None] = []
    left = list(schema.columns)
    for label in labels:
        column = next((item for item in left if _same(label, item.name.strip(), case_sensitive)), None)
        columns.append(column)
        if column is not None:
            left.remove(column)
    needs_all = schema.fields_match in ("equal", "subset")
    findings = [
        finding(
            "contract-missing-label/column",
            at,
            table=table,
            field=column.name,
            position=schema.columns.index(column) + 1,
        )
        for column in left
        if needs_all or column.required
    ]
    if schema.fields_match in ("equal", "superset"):
        pairs = enumerate(zip(labels, columns, strict=True), 1)
        stray = [(position, label) for position, (label, column) in pairs if label and not column]
        findings += _extra(stray, at, table)
    if schema.fields_match == "partial" and not any(columns):
        findings.append(finding("contract-incorrect-label/none", at, table=table))
    return findings, columns


def check_record(
    record: Record, columns: Sequence[ReadColumn | None], missing: Sequence[ReadColumn], place: Place
) -> tuple[list[Finding], dict[str, Any]]:
    """What is wrong with a record, keys apart, and its values by column; None where there is none.

    `columns` are those of its cells, `missing` the fields of the schema that the header lacks.
    """
    values: dict[str, Any] = {column.name: None for column in reversed([*filter(None, columns), *missing])}
    at, table, cells = place.at(record), place.table, record.cells
    findings = []
    if not any(cells):
        if len(cells) < len(columns) or any(column.required and "" in column.missing for column in columns if column):
            return [finding("contract-blank-row/row", at, table=table, row=record.number)], values
        findings.append(finding("contract-blank-row/cells", at, table=table, row=record.number))
    for position, column in enumerate(columns, 1):
        if position > len(cells):
            name = column.name if column else ""
            findings.append(
                finding("contract-missing-cell/row", at, table=table, field=name, row=record.number, position=position)
            )
        elif column is not None:
            found, value = check_cell(cells[position - 1], column, record.number, position, at, table)
            findings += found
            values[column.name] = value
    for position in range(len(columns) + 1, len(cells) + 1):
        findings.append(
            finding(
                "contract-extra-cell/row",
                at,
                table=table,
                value=cells[position - 1],
                row=record.number,
                position=position,
            )
        )
    return findings, values


def check_cell(
    text: str, column: ReadColumn, row: int, position: int, at: Location, table: str
) -> tuple[list[Finding], Any]:
    """What is wrong with a cell, and its value."""

    def wrong(code: str, **values: Any) -> Finding:
        here: dict[str, Any] = {"table": table, "field": column.name, "value": text, "row": row, "position": position}
        return finding(code, at, **here, **values)

    native = isinstance(text, NativeCell)
    if is_missing(text, column.missing) if native else text in column.missing:
        if not column.required:
            return [], None
        return [wrong("contract-constraint-error/cell", constraint="required", limit="True")], None
    try:
        value = column.read(readable_text(text, column.descriptor, column.kind) if native else text)
    except (ValueError, ArithmeticError):
        kind = f"{column.kind}/{column.format}"
        if isinstance(text, NativeCell) and not fits(text, column.kind):
            return [wrong("contract-type-error/native", kind=kind, what=what_it_is(text))], None
        return [wrong("contract-type-error/cell", kind=kind)], None
    if not column.constraints:
        return [], value
    return [
        wrong("contract-constraint-error/cell", constraint=constraint.name, limit=constraint.shown)
        for constraint in column.constraints
        if not constraint.keeps(text, value)
    ], value
