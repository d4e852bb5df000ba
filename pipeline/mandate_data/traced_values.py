"""Trace: where a published value comes from, as text: the lines of its sources with the value marked, and the rules."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from mandate_data.documents import Document, Place
from mandate_data.documents.positions import lines_at, plain
from mandate_data.errors import InputError
from mandate_data.extract.normalisations import NORMALISATIONS, by_id
from mandate_data.extract.source_descriptors import find_sources
from mandate_data.package.addresses import Address
from mandate_data.package.tables import Package, Table, text_of

Cell = tuple[str, str, str]
Mark = Callable[[str], str]
WIDEST = 160
"""Characters of a source's line that are shown around a value."""


@dataclass(frozen=True, slots=True)
class Traced:
    """A row of a package: its values by column, and the addresses of each, by column.

    `rules` are descriptions by id; `origins` the values of the cells from which others follow.
    """

    table: str
    row_key: str
    values: Mapping[str, str]
    addresses: Mapping[str, Sequence[Address]]
    rules: Mapping[str, str]
    origins: Mapping[Cell, str]


def find_row(package: Package, table: str, row_key: str, column: str = "") -> Traced:
    """The row with a key, whole or in short as `Table.whole_key` takes it, or one column of it.

    Raises InputError for a package without provenance, and for a table, a row or a column that it does not have.
    """
    if table not in package:
        raise InputError(f"{package.name}: has no table {table!r}; it has {', '.join(package)}")
    row_key = package[table].whole_key(row_key)
    row = package[table].row(row_key)
    package[table].where(row_key, column or None)
    columns = [column] if column else list(row)
    addresses = {name: package[table].where(row_key, name) for name in columns if row[name] is not None}
    rules = package["rules"].cells if "rules" in package else []
    return Traced(
        table,
        row_key,
        {name: text_of(row[name]) for name in columns},
        addresses,
        {rule["rule_id"]: rule["description"] for rule in rules},
        _origins(package, [address for found in addresses.values() for address in found]),
    )


def _cell_of(address: Address) -> Cell:
    return address.from_table, address.from_key, address.from_column


def _origins(package: Package, addresses: Sequence[Address]) -> dict[Cell, str]:
    """The values of the cells that addresses name."""
    wanted = {_cell_of(address) for address in addresses if address.from_column}
    return {cell: value for cell in wanted if (value := _value(package.get(cell[0]), *cell[1:])) is not None}


def _value(table: Table | None, key: str, column: str) -> str | None:
    """The value of a cell as text; None where there is no such cell."""
    try:
        return text_of(table.row(key)[column]) if table is not None else None
    except (InputError, KeyError):
        return None


def not_at_hand(sources: Sequence[Mapping[str, str]], documents: Mapping[str, Document], raw: Path) -> Iterator[str]:
    """Why no lines are shown of each of the `sources` of a package of which no document is at hand in `raw`."""
    there = find_sources(raw) if any(raw.glob("*/source.yaml")) else []
    known = {source.source_id: source.document for source in there}
    for row in sorted(sources, key=lambda row: row["source_id"]):
        source_id = row["source_id"]
        if source_id in documents:
            continue
        if source_id in known and row.get("edition") == "full_text":
            why = f"the package was made from the full text, not from {known[source_id]}"
            yield f"{source_id}: {why}; no lines are shown"
        elif source_id in known:
            why = f"{known[source_id]} has changed since the package was made from it; no lines are shown"
            yield f"{source_id}: {why}: run mandate-data build and trace anew"
        else:
            yield f"{source_id}: not at hand in the text that the package was made from; no lines are shown"


def as_text(traced: Traced, documents: Mapping[str, Document], mark: Mark | None = None) -> Iterator[str]:
    """The lines of the trace. `documents` are the sources at hand, by id; `mark` colours the characters of a value,
    without it they are underlined by a line of carets."""
    yield f"{traced.table} {traced.row_key}"
    for column, value in traced.values.items():
        if value == "":
            yield f"\n{column}: empty"
            continue
        yield f"\n{column}: {_shown(value)}"
        addresses = traced.addresses[column]
        if not addresses:
            yield "  no provenance: this table is about the data itself"
        statements: dict[int | None, list[Address]] = {}
        for address in addresses:
            statements.setdefault(address.statement or address.line, []).append(address)
        for statement in statements.values():
            yield from _statement(statement, traced, documents, mark)


def _statement(
    addresses: Sequence[Address], traced: Traced, documents: Mapping[str, Document], mark: Mark | None
) -> Iterator[str]:
    first = addresses[0]
    if first.kind:
        said = f": {traced.rules[first.rule]}" if first.rule in traced.rules else ""
        by = f" by the rule {first.rule}{said.rstrip('.')}" if first.rule else ""
        coarser = _coarser(addresses, traced, documents)
        less = f"; here it gives {coarser}, which agrees and is less precise" if coarser else ""
        yield f"  {first.kind}{by}{f', erratum {first.erratum}' if first.erratum else ''}{less}"
    for address in addresses:
        if address.from_table:
            cell = _cell_of(address)
            value = f": {_shown(traced.origins[cell])}" if cell in traced.origins else ""
            yield f"    from {' '.join(part for part in cell if part)}{value}"
        if address.source and address.line is not None and address.end_line is not None:
            yield from _place(address, address.line, address.end_line, documents.get(address.source), mark)


def _coarser(addresses: Sequence[Address], traced: Traced, documents: Mapping[str, Document]) -> str:
    """What a statement gives where that is only the beginning of the value, such as the year of a date; else empty."""
    rule = by_id(NORMALISATIONS).get(addresses[0].rule)
    if addresses[0].kind != "normalised" or rule is None:
        return ""
    texts = [_text_at(address, documents) for address in addresses]
    try:
        read = rule.read(" ".join(text for text in texts if text is not None))
    except ValueError:
        return ""
    return str(read) if None not in texts and traced.values[addresses[0].column].startswith(f"{read}-") else ""


def _text_at(address: Address, documents: Mapping[str, Document]) -> str | None:
    """What is printed at an address, in plain typography; None where the text is not at hand."""
    document = documents.get(address.source)
    line, start, end_line, end = address.line, address.start, address.end_line, address.end
    if document is None or line is None or start is None or end_line is None or end is None:
        return None
    try:
        return plain(lines_at(document, Place(address.source, line, start, end_line, end)))
    except IndexError:
        return None


def _place(address: Address, line: int, end_line: int, document: Document | None, mark: Mark | None) -> Iterator[str]:
    page = f" (page {address.page})" if address.page else ""
    if document is None:
        yield f"    {address.source}, line {line}{page}"
        return
    column = f":{address.start + 1}" if address.start is not None else ""
    yield f"    {document.path}:{line}{column}{page}"
    for number in range(line, min(end_line, len(document.lines)) + 1):
        text = document.lines[number - 1]
        if address.start is None:
            yield f"      {_shown(text[:WIDEST])}"
            continue
        left = address.start if number == line else 0
        right = address.end if number == end_line and address.end is not None else len(text)
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
