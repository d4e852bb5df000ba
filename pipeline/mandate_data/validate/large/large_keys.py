"""Keys: primary keys, unique columns and foreign keys of whole tables, judged as Frictionless does.

A frame of keys has the columns that keys are made of, as text that is equal where values are, null where there is none;
and for each row the number of its record and its physical line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import polars as pl
from frictionless import Error, errors

from mandate_data.validate.large.recheck import Fault

NUMBER, LINE = "\0number", "\0line"
"""What the columns with record and line are called: no table has such names."""


# Makes an error of a note, the number of a record, and its key.
_MakeError = Callable[[str, int, Sequence[str | None]], Error]


def primary_key_faults(keys: pl.DataFrame, columns: Sequence[str]) -> Iterator[Fault]:
    """Rows without any part of their primary key, and rows with that of an earlier one."""
    for row in keys.filter(_no_value(columns)).sort(NUMBER).iter_rows(named=True):
        note = 'cells composing the primary keys are all "None"'
        yield row[LINE], errors.PrimaryKeyError(note=note, cells=[], row_number=row[NUMBER])

    def error(note: str, row: int, _: Sequence[str | None]) -> Error:
        return errors.PrimaryKeyError(note=note, cells=[], row_number=row)

    yield from _repeated(keys, columns, error)


def unique_faults(keys: pl.DataFrame, column: str, position: int) -> Iterator[Fault]:
    """Cells of a unique column that stand in an earlier row; `position` is the column's, from 1."""

    def error(note: str, row: int, values: Sequence[str | None]) -> Error:
        cell = str(values[0])
        return errors.UniqueError(
            note=note, cells=[], row_number=row, cell=cell, field_name=column, field_number=position
        )

    yield from _repeated(keys, [column], error)


def foreign_key_faults(
    keys: pl.DataFrame, columns: Sequence[str], target: pl.DataFrame, table: str, target_columns: Sequence[str]
) -> Iterator[Fault]:
    """Rows whose cells stand in no row of the table that they refer to; `table` is `""` for the table itself."""
    there = target.select(target_columns).unique().filter(~_no_value(target_columns))
    stray = keys.join(there, left_on=columns, right_on=target_columns, how="anti", nulls_equal=True)
    for row in stray.filter(~_no_value(columns)).sort(NUMBER).iter_rows(named=True):
        values = [row[column] for column in columns]
        said = ", ".join(map(str, values))
        yield (
            row[LINE],
            errors.ForeignKeyError(
                note=f'for "{", ".join(columns)}": values "{said}" not found in the lookup table "{table}" as'
                f' "{", ".join(target_columns)}"',
                cells=[],
                row_number=row[NUMBER],
                field_names=list(columns),
                field_cells=[str(value) if value is not None else "" for value in values],
                reference_name=table,
                reference_field_names=list(target_columns),
            ),
        )


def _no_value(columns: Sequence[str]) -> pl.Expr:
    return pl.all_horizontal(pl.col(list(columns)).is_null())


def _repeated(keys: pl.DataFrame, columns: Sequence[str], error: _MakeError) -> Iterator[Fault]:
    # Rows with different hashes differ; the few others are compared by what they hold.
    hashes = keys.select(columns).hash_rows()
    if hashes.n_unique() == len(hashes):
        return
    last: dict[tuple[str | None, ...], int] = {}
    alike = keys.filter(hashes.is_duplicated()).filter(~_no_value(columns)).sort(NUMBER)
    for *values, number, line in alike.select(*columns, NUMBER, LINE).iter_rows():
        key = tuple(values)
        if key in last:
            yield line, error(f"the same as in the row at position {last[key]}", number, key)
        last[key] = number
