"""Schema notes: what of a Table Schema is not checked, or is not of its version of the standard."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from mandate_data.package.cell_schemas import references_elsewhere
from mandate_data.package.cell_values import FORMATS as FORMATS_OF_TYPES
from mandate_data.package.field_constraints import EXCLUSIVE, KNOWN
from mandate_data.package.table_columns import ReadColumn, TableSchema
from mandate_data.package.xsd_patterns import HARMLESS, foreign_syntax

PATTERN_RULE = "datapackage.org/standard/table-schema#pattern says so"
_NEWER_CONSTRAINTS = (*EXCLUSIVE, "jsonSchema")
_NEWER_PROPERTIES = ("categories", "categoriesOrdered", "missingValues")
_NEWER_OF_SCHEMAS = ("fieldsMatch", "uniqueKeys")

Note = tuple[str, dict[str, Any]]
"""The code of a finding and its values."""


def schema_notes(schema: TableSchema, table: str, version_2: bool) -> Iterator[Note]:
    """What is to be reported of a schema, as codes and values. In version 1, words of version 2 are, too."""
    if not version_2:
        yield from _newer_words(schema)
    seen: set[str] = set()
    for column in schema.columns:
        yield from _of_format(column, table)
        if column.name in seen:
            yield "contract-unchecked/duplicate", {"name": column.name}
        seen.add(column.name)
        for name in column.descriptor.get("constraints") or {}:
            if name not in KNOWN:
                yield "contract-unchecked/constraint", {"name": name, "column": column.name}
        for reference in references_elsewhere(column.descriptor.get("constraints", {}).get("jsonSchema")):
            yield "contract-unchecked/reference", {"reference": reference, "column": column.name}


def _newer_words(schema: TableSchema) -> Iterator[Note]:
    """Words of version 2: they are heeded all the same."""
    for name in _NEWER_OF_SCHEMAS:
        if name in schema.descriptor:
            yield "contract-unchecked/version-schema", {"name": name}
    if _has_labels(schema.descriptor):
        yield "contract-unchecked/version-schema", {"name": "missingValues with labels"}
    for column in schema.columns:
        names = [name for name in _NEWER_PROPERTIES if name in column.descriptor]
        names += [name for name in column.descriptor.get("constraints") or {} if name in _NEWER_CONSTRAINTS]
        names += ["groupChar"] if column.kind == "integer" and "groupChar" in column.descriptor else []
        names += ["the type list"] if column.kind == "list" else []
        for name in names:
            yield "contract-unchecked/version", {"name": name, "column": column.name}


def _has_labels(descriptor: Mapping[str, Any]) -> bool:
    return any(isinstance(item, Mapping) for item in descriptor.get("missingValues", []))


def _of_format(column: ReadColumn, table: str) -> Iterator[Note]:
    if column.format != "default" and column.kind not in FORMATS_OF_TYPES:
        values = {"format": column.format, "column": column.name, "kind": column.kind}
        yield "contract-unchecked/format", values
    pattern = (column.descriptor.get("constraints") or {}).get("pattern")
    if isinstance(pattern, str) and (sign := foreign_syntax(pattern)):
        problem = f"the pattern {pattern!r} of {column.name} has {sign!r}, which XML Schema does not know"
        code = "descriptor-profile/advice" if sign in HARMLESS else "descriptor-profile"
        yield code, {"where": f"{table}: ", "problem": problem, "rule": PATTERN_RULE}
