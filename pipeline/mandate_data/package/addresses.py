"""Addresses: where the values of a package are printed, from its table `provenance`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mandate_data.documents import Document

TABLE = "provenance"
ABOUT_THE_DATA = ("sources", "rules", "errata", "claims", TABLE)
"""The tables about the data, which every project has."""
NO_DOCUMENTS: Mapping[str, Document] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Address:
    """One part of a statement about a value: how it came about, and the place or the cell that it came from.

    Lines are counted from 1, the last one included; `start` and `end` are code points from 0 within the first and the
    last line, `end` exclusive. What is not known is None or empty: releases 1.x know lines of rows, so that `column`
    is empty and `start` and `end` are None. Parts with one number of `statement` together give the value; another
    number is another place that says the same. `text` is what is printed at the place, or None where the text of the
    source is not at hand.
    """

    column: str
    source: str
    line: int | None
    start: int | None
    end_line: int | None
    end: int | None
    page: int | None
    kind: str
    rule: str
    erratum: str
    statement: int | None
    from_table: str
    from_key: str
    from_column: str
    text: str | None


@dataclass(frozen=True)
class Provenance:
    """The table `provenance` by row; `documents` are the sources at hand, by id."""

    cells: Sequence[Mapping[str, str]] = field(repr=False)
    documents: Mapping[str, Document] = field(default_factory=dict, repr=False)

    def of(self, table: str, key: str, column: str | None = None) -> list[Address]:
        """The addresses of a row's values, or of one of them, in the order of the table."""
        rows = self._by_row.get((table, key), [])
        wanted = [row for row in rows if column is None or row.get("field", "") in ("", column)]
        return [as_address(row, self.documents) for row in wanted]

    @cached_property
    def _by_row(self) -> dict[tuple[str, str], list[Mapping[str, str]]]:
        found: dict[tuple[str, str], list[Mapping[str, str]]] = {}
        for row in self.cells:
            found.setdefault((row["table"], row["row_key"]), []).append(row)
        return found


def as_address(row: Mapping[str, str], documents: Mapping[str, Document] = NO_DOCUMENTS) -> Address:
    """A row of the table `provenance`, of any release, with the text at its place if its source is at hand."""
    line, start, end_line, end = (_number(row, name) for name in ("line", "start", "end_line", "end"))
    return Address(
        column=row.get("field", ""),
        source=row["source_id"],
        line=line,
        start=start,
        end_line=end_line,
        end=end,
        page=_number(row, "page"),
        kind=row.get("kind", ""),
        rule=row.get("rule_id", ""),
        erratum=row.get("erratum_id", ""),
        statement=_number(row, "statement"),
        from_table=row.get("from_table", ""),
        from_key=row.get("from_row_key", ""),
        from_column=row.get("from_field", ""),
        text=_text(documents.get(row["source_id"]), line, start, end_line, end),
    )


def addresses_by_row(cells: Iterable[Mapping[str, str]]) -> dict[tuple[str, str], list[Address]]:
    """The addresses in a table `provenance` by table and key of the row, in the order of the table; without texts."""
    found: dict[tuple[str, str], list[Address]] = {}
    for row in cells:
        found.setdefault((row["table"], row["row_key"]), []).append(as_address(row))
    return found


def _number(row: Mapping[str, str], column: str) -> int | None:
    return int(row[column]) if row.get(column) else None


def _text(
    document: Document | None, line: int | None, start: int | None, end_line: int | None, end: int | None
) -> str | None:
    """The characters at a place, whole lines if it has no characters; None where they can't be read."""
    if document is None or line is None or end_line is None or end_line > len(document.lines):
        return None
    lines = list(document.lines[line - 1 : end_line])
    lines[-1] = lines[-1][:end]
    lines[0] = lines[0][start or 0 :]
    return "\n".join(lines)
