"""Judge: Frictionless itself on single records, so that what is in doubt is judged as it would be in a small table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs
from frictionless import Error, Resource, Schema
from frictionless.resources import TableResource

from mandate_data.package.csv_records import Record

Fault = tuple[int, Error]
"""The physical line on which a record begins, and what Frictionless has against it."""


def judge_header(labels: list[str], schema: Schema) -> list[Error]:
    """What Frictionless has against the labels of the columns."""
    with _table([labels], schema) as table:
        return list(table.header.errors)


def judge_records(records: Sequence[Record], schema: Schema) -> tuple[list[Fault], list[dict[str, Any]]]:
    """What Frictionless has against each record, keys apart; and the records' values by column."""
    if not records:
        return [], []
    names = [field.name for field in schema.fields]
    errors, values = [], []
    with _table([names, *(record.cells for record in records)], schema) as table:
        for record, row in zip(records, table.row_stream, strict=True):
            # With another number the error writes its message anew.
            errors += [(record.line, attrs.evolve(error, row_number=record.number, cells=[])) for error in row.errors]
            values.append({name: row[name] for name in names})
    return errors, values


def _table(data: list[list[str]], schema: Schema) -> TableResource:
    descriptor = {name: value for name, value in schema.to_descriptor().items() if name not in _KEYS}
    content = {"name": "records", "data": data, "dialect": DIALECT, "schema": _without_unique(descriptor)}
    resource = Resource.from_descriptor(content)
    assert isinstance(resource, TableResource)
    return resource


DIALECT = {"header": True, "headerRows": [1]}
"""Said, or Frictionless would look for a header where the first rows are short."""
_KEYS = ("primaryKey", "foreignKeys")


def _without_unique(schema: dict[str, Any]) -> dict[str, Any]:
    fields = []
    for field in schema["fields"]:
        constraints = {name: value for name, value in field.get("constraints", {}).items() if name != "unique"}
        fields.append({**field, "constraints": constraints})
    return {**schema, "fields": fields}
