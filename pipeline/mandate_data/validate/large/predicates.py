"""Predicates: for each column of a Table Schema a polars expression, true for the cells that are beyond doubt.

A cell that passes is one that the standard accepts, written as its value is: `12`, not `+12`. What doesn't pass is in
doubt, not wrong: `record_check` judges it, so that both engines always find the same faults.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

import polars as pl

from mandate_data.package.cell_values import WRITTEN
from mandate_data.package.field_constraints import Constraint
from mandate_data.package.table_columns import ReadColumn
from mandate_data.validate.formulas import FORMULA

KEY_TYPES = ("string", "integer", "year", "date")
"""Types whose cells, once they have passed, are equal if and only if their values are."""
EXACT_DIGITS = 15
"""Decimal numbers of no more digits are told apart by 64-bit floats."""

# What Python and polars may read in different ways: other escapes than these, groups with options, sets within sets,
# anchors amid a pattern.
_DOUBTFUL_PATTERN = re.compile(
    r"\\[^d.\-/+*?()\[\]{}|\\^$]|\(\?(?!:)|\{,|\[[^\]]*\[|&&|--|~~|\|\||[?*+}]\+|(?<!^)(?<![\[(|\\])\^|(?<!\\)\$(?![|)]|$)"
)

_ANY_CHARACTER = re.compile(r"(\\.|\[\^?\]?[^\]]*\])|\.")
"""A dot, which is a carriage return for polars alone; or what may hold one that is none."""

Expression = Callable[[pl.Expr], pl.Expr]


def has_plain_values(column: ReadColumn) -> bool:
    """Whether cells of the column that pass are equal if and only if their values are, as keys ask of them."""
    return column.kind in KEY_TYPES and _form(column) is not None


def no_value(column: ReadColumn) -> pl.Expr:
    """Whether a cell stands for no value."""
    cell, missing = pl.col(column.name), sorted(column.missing)
    return cell.is_in(missing) if len(missing) != 1 else cell == missing[0]


def passes(column: ReadColumn) -> pl.Expr:
    """Whether a column's cells pass: of the type, within the constraints, or no value where there may be none."""
    test, blank = (_form(column) or _by_value(column))(pl.col(column.name)), no_value(column)
    return ~blank & test if column.required else blank | test


def _by_value(column: ReadColumn) -> Expression:
    """What the standard accepts, asked once for each value in a block."""

    def accepted(text: str) -> bool:
        try:
            value = column.read(text)
        except (ValueError, ArithmeticError):
            return False
        return all(constraint.keeps(text, value) for constraint in column.constraints)

    def passes(cell: pl.Expr) -> pl.Expr:
        return _TYPES["string"](cell) & cell.map_batches(
            lambda cells: cells.is_in([text for text in cells.unique() if accepted(text)]), return_dtype=pl.Boolean
        )

    return passes


def _never_a_formula(column: ReadColumn) -> bool:
    """Whether a text column can't hold a formula, as its pattern begins with a letter or a digit."""
    pattern = str(next((item.value for item in column.constraints if item.name == "pattern"), ""))
    return column.kind == "string" and "|" not in pattern and pattern[:1].isalnum() and pattern[1:2] not in tuple("?*{")


def _form(column: ReadColumn) -> Expression | None:
    """The test that a cell is of the type and keeps the constraints; None where only `record_check` can tell."""
    test = _TYPES.get(column.kind)
    if test is None or column.format != "default" or any(option in column.descriptor for option in WRITTEN):
        return None
    tests = [] if _never_a_formula(column) else [test]
    for item in column.constraints:
        constraint = _CONSTRAINTS[item.name](column, item) if item.name in _CONSTRAINTS else None
        if constraint is None:
            return None
        tests.append(constraint)
    return lambda cell: pl.all_horizontal([one(cell) for one in tests])


def _matches(pattern: str) -> Expression:
    return lambda cell: cell.str.contains(f"^(?:{pattern})$")


def _is_date(cell: pl.Expr) -> pl.Expr:
    written = cell.str.contains(r"^[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}$")
    return written & cell.str.to_date("%Y-%m-%d", strict=False).is_not_null()


_TYPES: Mapping[str, Expression] = {
    "string": lambda cell: ~cell.str.contains(FORMULA),  # no fault, but to be looked at
    "integer": _matches("0|-?[1-9][0-9]{0,17}"),
    "year": _matches("[1-9][0-9]{3}"),
    "number": _matches(r"-?[0-9]+(?:\.[0-9]+)?"),
    "boolean": lambda cell: cell.is_in(["true", "false"]),
    "date": _is_date,
}


def _pattern(column: ReadColumn, constraint: Constraint) -> Expression | None:
    value = constraint.value
    if _DOUBTFUL_PATTERN.search(value):
        return None
    test = _matches(_ANY_CHARACTER.sub(lambda found: found[1] or r"[^\n\r]", value))
    try:
        pl.Series(["x"]).to_frame("x").select(test(pl.col("x")))
    except pl.exceptions.ComputeError:  # it is too large for polars, or written in a way that only others know
        return None
    return test


def _enum(column: ReadColumn, constraint: Constraint) -> Expression | None:
    if column.kind != "string":
        return None
    allowed = [item for item in constraint.value if isinstance(item, str)]
    return (lambda cell: cell.is_in(allowed)) if len(allowed) == len(constraint.value) else None


def _length(compare: Callable[[pl.Expr, int], pl.Expr]) -> Callable[[ReadColumn, Constraint], Expression | None]:
    def constraint(column: ReadColumn, item: Constraint) -> Expression | None:
        if column.kind != "string":
            return None
        return lambda cell: compare(cell.str.len_chars().cast(pl.Int64), item.value)

    return constraint


def _bound(compare: Callable[[Any, Any], Any], strictly: Callable[[Any, Any], Any]) -> Callable[..., Any]:
    """A test of an order: `strictly` is the same without equality, for numbers that floats don't tell apart."""

    def constraint(column: ReadColumn, item: Constraint) -> Expression | None:
        limit = column.read(str(item.value))
        if column.kind == "date":
            return lambda cell: compare(cell, limit.isoformat())  # written alike, dates are in the order of their text
        if column.kind == "number":
            exact = len(str(item.value)) <= EXACT_DIGITS
            return lambda cell: _in_order(cell, float(limit), compare if exact else strictly, strictly)
        if column.kind not in ("integer", "year") or abs(limit) >= 1 << 62:
            return None
        return lambda cell: compare(cell.cast(pl.Int64, strict=False), limit)

    return constraint


def _in_order(cell: pl.Expr, limit: float, compare: Callable[..., Any], strictly: Callable[..., Any]) -> Any:
    number = cell.cast(pl.Float64, strict=False)
    short = cell.str.len_bytes() <= EXACT_DIGITS
    return strictly(number, limit) | (short & compare(number, limit))


_AT_LEAST = _bound(lambda one, other: one >= other, lambda one, other: one > other)
_AT_MOST = _bound(lambda one, other: one <= other, lambda one, other: one < other)
_MORE = _bound(lambda one, other: one > other, lambda one, other: one > other)
_LESS = _bound(lambda one, other: one < other, lambda one, other: one < other)

_CONSTRAINTS: Mapping[str, Callable[[ReadColumn, Constraint], Expression | None]] = {
    "pattern": _pattern,
    "enum": _enum,
    "categories": _enum,
    "minLength": _length(lambda length, limit: length >= limit),
    "maxLength": _length(lambda length, limit: length <= limit),
    "minimum": _AT_LEAST,
    "maximum": _AT_MOST,
    "exclusiveMinimum": _MORE,
    "exclusiveMaximum": _LESS,
}
