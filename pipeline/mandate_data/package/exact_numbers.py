"""Exact numbers: columns of numbers that 64 bits don't hold to the last digit, which binary forms keep as text."""

from __future__ import annotations

from decimal import Decimal

from mandate_data.package.tables import Table, Value

LEAST_INTEGER, MOST_INTEGER = -(1 << 63), (1 << 63) - 1


def inexact_columns(table: Table) -> set[str]:
    """The columns of numbers of which at least one would change as a 64-bit integer or float."""
    numeric = [name for name, kind in table.types.items() if kind in ("integer", "number")]
    return {name for name in numeric if not all(is_exact(row[name]) for row in table.rows)}


def is_exact(value: Value) -> bool:
    """Whether a value is the same after it was a 64-bit integer or float."""
    if isinstance(value, Decimal):
        return not value.is_finite() or Decimal(repr(float(value))) == value
    return not isinstance(value, int) or LEAST_INTEGER <= value <= MOST_INTEGER
