"""Forms: for each field of a Table Schema a polars expression, true for the cells that are beyond doubt.

A cell that passes is one that Frictionless accepts, written as its value is: `12`, not `+12`. What doesn't pass is in
doubt, not wrong: Frictionless itself judges it (judge.py), so that both always find the same faults.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

import polars as pl
from frictionless import Field, fields

from mandate_data.validate.formulas import FORMULA

KEY_TYPES = ("string", "integer", "year", "date")
"""Types whose cells, once they have passed, are equal if and only if their values are."""
EXACT_DIGITS = 15
"""Decimal numbers of no more digits are told apart by 64-bit floats."""

# What Python and polars may read in different ways: other escapes than these, groups with options, sets within sets.
_DOUBTFUL_PATTERN = re.compile(r"\\[^d.\-/+*?()\[\]{}|\\^$]|\(\?(?!:)|\{,|\[[^\]]*\[|&&|--|~~|\|\|")

Expression = Callable[[pl.Expr], pl.Expr]


def has_plain_values(field: Field) -> bool:
    """Whether cells of the column that pass are equal if and only if their values are, as keys ask of them."""
    return field.type in KEY_TYPES and _form(field) is not None


def missing_values(field: Field) -> list[str]:
    """What stands for no value in a column."""
    own = field.has_defined("missing_values") or field.schema is None
    return list(field.missing_values if own or field.schema is None else field.schema.missing_values)


def no_value(field: Field) -> pl.Expr:
    cell, missing = pl.col(field.name), missing_values(field)
    return cell.is_in(missing) if len(missing) != 1 else cell == missing[0]


def passes(field: Field) -> pl.Expr:
    """Whether a column's cells pass: of the type, within the constraints, or no value where there may be none."""
    test, blank = (_form(field) or _by_value(field))(pl.col(field.name)), no_value(field)
    return ~blank & test if field.constraints.get("required") else blank | test


def _by_value(field: Field) -> Expression:
    """What Frictionless accepts, asked once for each value in a block."""

    def passes(cell: pl.Expr) -> pl.Expr:
        return _TYPES[fields.StringField](cell) & cell.map_batches(
            lambda cells: cells.is_in([value for value in cells.unique() if field.read_cell(value)[1] is None]),
            return_dtype=pl.Boolean,
        )

    return passes


def _never_a_formula(field: Field) -> bool:
    """Whether a text column can't hold a formula, as its pattern begins with a letter or a digit."""
    pattern = str(field.constraints.get("pattern", ""))
    return (
        isinstance(field, fields.StringField)
        and "|" not in pattern
        and pattern[:1].isalnum()
        and pattern[1:2] not in tuple("?*{")
    )


def _form(field: Field) -> Expression | None:
    """The test that a cell is of the type and keeps the constraints; None where only Frictionless can tell."""
    test = _TYPES.get(type(field))
    if test is None or field.format != "default" or any(field.has_defined(option) for option in _OPTIONS):
        return None
    tests = [] if _never_a_formula(field) else [test]
    for name, value in field.constraints.items():
        if name in ("required", "unique") or value is None:
            continue
        constraint = _CONSTRAINTS[name](field, value) if name in _CONSTRAINTS else None
        if constraint is None:
            return None
        tests.append(constraint)
    return lambda cell: pl.all_horizontal([one(cell) for one in tests])


# Properties of a field that change how its cells are read.
_OPTIONS = ("bare_number", "group_char", "decimal_char", "float_number", "true_values", "false_values")


def _matches(pattern: str) -> Expression:
    return lambda cell: cell.str.contains(f"^(?:{pattern})$")


def _is_date(cell: pl.Expr) -> pl.Expr:
    written = cell.str.contains(r"^[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}$")
    return written & cell.str.to_date("%Y-%m-%d", strict=False).is_not_null()


_TYPES: Mapping[type[Field], Expression] = {
    fields.StringField: lambda cell: ~cell.str.contains(FORMULA),  # no fault, but to be looked at
    fields.IntegerField: _matches("0|-?[1-9][0-9]{0,17}"),
    fields.YearField: _matches("[1-9][0-9]{3}"),
    fields.NumberField: _matches(r"-?[0-9]+(?:\.[0-9]+)?"),
    fields.BooleanField: lambda cell: cell.is_in(["true", "false"]),
    fields.DateField: _is_date,
}


def _pattern(field: Field, value: Any) -> Expression | None:
    plain = isinstance(value, str) and not _DOUBTFUL_PATTERN.search(value)
    return _matches(value) if plain else None


def _enum(field: Field, value: Sequence[Any]) -> Expression | None:
    if not isinstance(field, fields.StringField):
        return None
    allowed = [item for item in value if isinstance(item, str)]
    return lambda cell: cell.is_in(allowed)


def _length(compare: Callable[[pl.Expr, int], pl.Expr]) -> Callable[[Field, Any], Expression | None]:
    return lambda field, value: lambda cell: compare(cell.str.len_chars().cast(pl.Int64), value)


def _bound(compare: Callable[[Any, Any], Any], strictly: Callable[[Any, Any], Any]) -> Callable[..., Any]:
    """A test of an order: `strictly` is the same without equality, for numbers that floats don't tell apart."""

    def constraint(field: Field, value: Any) -> Expression | None:
        limit, _ = field.__class__(name=field.name).read_cell(value)
        if limit is None:
            return None
        if isinstance(field, fields.DateField):
            return lambda cell: compare(cell, limit.isoformat())  # written alike, dates are in the order of their text
        if isinstance(field, fields.NumberField):
            exact = len(str(value)) <= EXACT_DIGITS
            return lambda cell: _in_order(cell, float(Decimal(str(value))), compare if exact else strictly, strictly)
        if abs(limit) >= 1 << 62:
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

_CONSTRAINTS: Mapping[str, Callable[[Field, Any], Expression | None]] = {
    "pattern": _pattern,
    "enum": _enum,
    "minLength": _length(lambda length, limit: length >= limit),
    "maxLength": _length(lambda length, limit: length <= limit),
    "minimum": _AT_LEAST,
    "maximum": _AT_MOST,
    "exclusiveMinimum": _MORE,
    "exclusiveMaximum": _LESS,
}
