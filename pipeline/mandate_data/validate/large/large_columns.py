"""Columns of large tables: the rows of a frame whose cells are not all beyond doubt."""

from __future__ import annotations

import polars as pl

from mandate_data.package.table_columns import TableSchema
from mandate_data.validate.large.predicates import passes


def beyond_doubt(schema: TableSchema) -> pl.Expr:
    """Whether a row of a frame of text with the columns of a schema passes."""
    tests = [passes(column) for column in schema.columns]
    if not any(column.required and "" in column.missing for column in schema.columns):
        tests.append(~pl.all_horizontal(pl.col(column.name) == "" for column in schema.columns))
    return pl.all_horizontal(tests)


def in_doubt(frame: pl.DataFrame, test: pl.Expr) -> list[int]:
    """The rows of a frame that don't pass, in order."""
    passed = frame.select(test.fill_null(False).alias("passed"))["passed"]
    return (~passed).arg_true().to_list()
