"""Columns: a Table Schema compiled to a Pandera schema over polars. Loading Pandera takes a third of a second."""

from __future__ import annotations

import pandera.polars as pa
import polars as pl
from frictionless import Schema
from pandera.api.polars.types import PolarsData
from pandera.config import ValidationDepth, config_context
from pandera.errors import SchemaErrors

from mandate_data.validate.large.predicates import no_value, passes


def compile_schema(schema: Schema) -> pa.DataFrameSchema:
    """A Pandera schema for frames of text with the columns of a Table Schema. Expects a valid schema."""
    tests = [passes(field) for field in schema.fields]
    if not any(field.constraints.get("required") for field in schema.fields):
        tests.append(~pl.all_horizontal(no_value(field) for field in schema.fields))

    def beyond_doubt(data: PolarsData) -> pl.LazyFrame:
        return data.lazyframe.select(pl.all_horizontal(tests))

    # One check for all columns: polars runs their tests side by side.
    return pa.DataFrameSchema(
        {field.name: pa.Column(pl.String, nullable=True) for field in schema.fields}, checks=pa.Check(beyond_doubt)
    )


def in_doubt(frame: pl.DataFrame, compiled: pa.DataFrameSchema) -> list[int]:
    """The rows of a frame with a cell that doesn't pass, in order."""
    try:
        # Whatever the environment says: PANDERA_VALIDATION_ENABLED=False would let everything pass.
        with config_context(validation_enabled=True, validation_depth=ValidationDepth.SCHEMA_AND_DATA):
            compiled.validate(frame, lazy=True)
    except SchemaErrors as errors:
        rows = errors.failure_cases["index"]
        if rows.null_count():  # a check that could not be run
            raise RuntimeError(f"a check of a large table could not be run: {errors}") from errors
        return sorted(set(rows.to_list()))
    return []
