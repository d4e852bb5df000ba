"""Trace: where a published value comes from, as text: the lines of its sources with the value marked, and the rules."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from mandate_data.documents import Document
from mandate_data.errors import InputError
from mandate_data.package.read import ReadPackage, read_package

Row = Mapping[str, str]
Mark = Callable[[str], str]
WIDEST = 160
"""Characters of a source's line that are shown around a value."""


@dataclass(frozen=True, slots=True)
class Traced:
    """A row of a package: its values by column, and what provenance says of each, by column.

    `rules` are descriptions by id; `origins` the values of the cells from which others follow.
    """

    table: str
    row_key: str
    values: Mapping[str, str]
    provenance: Mapping[str, Sequence[Row]]
    rules: Mapping[str, str]
    origins: Mapping[tuple[str, str, str], str]


def find_row(package_folder: Path, table: str, row_key: str, column: str = "") -> Traced:
    """The row with a key (several values joined by `|`), or one column of it.

    Raises InputError for a package without provenance, and for a table, a row or a column that it does not have.
    """
    package = read_package(package_folder)
    if "provenance" not in package.tables:
        raise InputError(f"{package_folder}: has no table provenance, so that nothing can be traced")
    row = _row(package, package_folder, table, row_key)
    if column and column not in row:
        raise InputError(f"{table} has no column {column!r}; it has {', '.join(row)}")
    columns = [column] if column else list(row)
    found = [item for item in package.tables["provenance"].rows if (item["table"], item["row_key"]) == (table, row_key)]
    provenance = {
        name: [item for item in found if item.get("field", "") in ("", name)] for name in columns if row[name] != ""
    }
    rules = package.tables["rules"].rows if "rules" in package.tables else []
    return Traced(
        table,
        row_key,
        {name: row[name] for name in columns},
        provenance,
        {item["rule_id"]: item["description"] for item in rules},
        _origins(package, [item for items in provenance.values() for item in items]),
    )


def _origins(package: ReadPackage, provenance: Sequence[Row]) -> dict[tuple[str, str, str], str]:
    """The values of the cells that rows of provenance name."""
    wanted = {
        (item["from_table"], item["from_row_key"], item["from_field"]) for item in provenance if item.get("from_field")
    }
    values: dict[tuple[str, str, str], str] = {}
    for name in {table for table, _, _ in wanted} & set(package.tables):
        read = package.tables[name]
        for row in read.rows:
            key = "|".join(row[column] for column in read.primary_key)
            values |= {(name, key, column): value for column, value in row.items() if (name, key, column) in wanted}
    return values


def _row(package: ReadPackage, folder: Path, table: str, row_key: str) -> Row:
    if table not in package.tables:
        raise InputError(f"{folder}: has no table {table!r}; it has {', '.join(package.tables)}")
    read = package.tables[table]
    rows = {"|".join(row[column] for column in read.primary_key): row for row in read.rows}
    if row_key not in rows:
        near = [key for key in rows if row_key.casefold() in key.casefold()][:5]
        hint = f"; did you mean {', '.join(near)}?" if near else ""
        raise InputError(f"{table} has no row {row_key!r}{hint}")
    return rows[row_key]


def as_text(traced: Traced, documents: Mapping[str, Document], mark: Mark | None = None) -> Iterator[str]:
    """The lines of the trace. `documents` are the sources at hand, by id; `mark` colours the characters of a value,
    without it they are underlined by a line of carets."""
    yield f"{traced.table} {traced.row_key}"
    for column, value in traced.values.items():
        if value == "":
            yield f"\n{column}: empty"
            continue
        yield f"\n{column}: {_shown(value)}"
        rows = traced.provenance[column]
        if not rows:
            yield "  no provenance: this table is about the data itself"
        statements: dict[str, list[Row]] = {}
        for row in rows:
            statements.setdefault(row.get("statement", row.get("line", "")), []).append(row)
        for statement in statements.values():
            yield from _statement(statement, traced, documents, mark)


def _statement(
    rows: Sequence[Row], traced: Traced, documents: Mapping[str, Document], mark: Mark | None
) -> Iterator[str]:
    first = rows[0]
    kind, rule, erratum = first.get("kind", ""), first.get("rule_id", ""), first.get("erratum_id", "")
    if kind:
        said = f": {traced.rules[rule]}" if rule in traced.rules else ""
        by = f" by the rule {rule}{said.rstrip('.')}" if rule else ""
        yield f"  {kind}{by}{f', erratum {erratum}' if erratum else ''}"
    for row in rows:
        if row.get("from_table"):
            cell = (row["from_table"], row["from_row_key"], row["from_field"])
            value = f": {_shown(traced.origins[cell])}" if cell in traced.origins else ""
            yield f"    from {' '.join(part for part in cell if part)}{value}"
        if row["source_id"]:
            yield from _place(row, documents.get(row["source_id"]), mark)


def _place(row: Row, document: Document | None, mark: Mark | None) -> Iterator[str]:
    line, end_line = int(row["line"]), int(row["end_line"])
    page = f" (page {row['page']})" if row.get("page") else ""
    if document is None:
        yield f"    {row['source_id']}, line {line}{page}"
        return
    start = int(row["start"]) if row.get("start") else None
    column = f":{start + 1}" if start is not None else ""
    yield f"    {document.path}:{line}{column}{page}"
    for number in range(line, min(end_line, len(document.lines)) + 1):
        text = document.lines[number - 1]
        if start is None:
            yield f"      {_shown(text[:WIDEST])}"
            continue
        left = start if number == line else 0
        right = int(row["end"]) if number == end_line else len(text)
        yield from _marked(text, left, right, mark)


def _marked(text: str, left: int, right: int, mark: Mark | None) -> Iterator[str]:
    """A line with the characters from `left` to `right` marked; of a long line, what is around them."""
    begin = max(0, left - WIDEST // 3)
    stop = min(len(text), max(right + WIDEST // 3, begin + WIDEST))
    before, value, after = _shown(text[begin:left]), _shown(text[left:right]), _shown(text[right:stop])
    before = f"…{before}" if begin else before
    after = f"{after}…" if stop < len(text) else after
    if mark is not None:
        yield f"      {before}{mark(value)}{after}"
    else:
        yield f"      {before}{value}{after}"
        yield f"      {' ' * _width(before)}{'^' * max(_width(value), 1)}"


def _width(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text
    )


def _shown(text: str) -> str:
    """A text without characters that a terminal would act on; each is shown as its number."""
    return "".join(
        f"\\u{ord(sign):04x}" if unicodedata.category(sign) in ("Cc", "Cf", "Zl", "Zp") else sign
        for sign in text.replace("\t", " ")
    )
