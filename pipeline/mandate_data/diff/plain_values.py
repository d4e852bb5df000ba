"""Plain values: tables whose cells are written in one way, so that only other values differ."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from mandate_data.package.tables import DTYPES, Column, Table, text_of

_MOST_DIGITS = 50
"""Of a number that is written without an exponent."""


def with_plain_values(table: Table, other: Table | None = None) -> Table:
    """The table, its cells in their plain form: an empty text for none, `true` for 1, `1` for 1.0.

    A column that has another type in the `other` version of the table stays as it is, and so does a cell that is no
    value.
    """
    columns = {
        name: column
        for name, column in table.columns.items()
        if (column.type in DTYPES or column.missing != {""}) and _has_type(name, column.type, other)
    }
    if not columns:
        return table
    known: dict[str, dict[str, str]] = {name: {} for name in columns}
    return replace(table, cells=[_plain_row(row, columns, known) for row in table.cells])


def _has_type(name: str, kind: str, other: Table | None) -> bool:
    return other is None or name not in other.columns or other.columns[name].type == kind


def _plain_row(
    row: Mapping[str, str], columns: Mapping[str, Column], known: Mapping[str, dict[str, str]]
) -> dict[str, str]:
    """A row; `known` are the plain forms of cells by column, which is what most cells are taken from."""
    plain = dict(row)
    for name, column in columns.items():
        text, forms = plain[name], known[name]
        if text not in forms:
            forms[text] = _plain(text, column)
        plain[name] = forms[text]
    return plain


def _plain(text: str, column: Column) -> str:
    try:
        value = column.value_of(text)
        large = isinstance(value, Decimal) and value.is_finite() and abs(value.adjusted()) > _MOST_DIGITS
        return str(value) if large else text_of(value)
    except (ValueError, ArithmeticError):
        return text
