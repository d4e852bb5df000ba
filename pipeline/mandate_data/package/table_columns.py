"""Table columns: a Table Schema made ready to read cells, with all that is wrong with the schema itself.

columns = compile_columns({"fields": [{"name": "year", "type": "integer"}]})
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from mandate_data.package.cell_values import FORMATS, TYPES, Read, reader
from mandate_data.package.field_constraints import Constraint, constraints_of
from mandate_data.package.tables import ForeignKey

DEFAULT_TYPE, DEFAULT_TYPE_OF_VERSION_1 = "any", "string"
MATCHES = ("exact", "equal", "subset", "superset", "partial")
_DIRECTIVE = re.compile(r"%[A-Za-z%]")


@dataclass(frozen=True, slots=True)
class ReadColumn:
    """A column that cells are read by: `missing` are the texts for no value."""

    name: str
    kind: str
    format: str
    missing: frozenset[str]
    required: bool
    unique: bool
    read: Read
    constraints: tuple[Constraint, ...]
    descriptor: Mapping[str, Any] = field(repr=False)


@dataclass(frozen=True, slots=True)
class TableSchema:
    """A valid Table Schema: its columns in order, and its keys by their names.

    With `lets_unknown` a column that it does not have may be anywhere among its own, and is reported.
    """

    columns: tuple[ReadColumn, ...]
    primary_key: tuple[str, ...] = ()
    unique_keys: tuple[tuple[str, ...], ...] = ()
    foreign_keys: tuple[ForeignKey, ...] = ()
    fields_match: str = "exact"
    descriptor: Mapping[str, Any] = field(default_factory=dict, repr=False)
    lets_unknown: bool = False

    @property
    def names(self) -> list[str]:
        return [column.name for column in self.columns]

    def column(self, name: str) -> ReadColumn:
        """The first column of a name. Raises KeyError where there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)


def compile_columns(schema: Mapping[str, Any], version_2: bool = True) -> TableSchema:
    """A Table Schema made ready, by version 2 of the standard or by 1. Raises ValueError with what is wrong with it."""
    fields = schema.get("fields")
    if not isinstance(fields, list) or not all(isinstance(item, Mapping) for item in fields):
        raise ValueError("its fields are not a list of objects")
    missing = _missing(schema.get("missingValues", [""]), "the schema")
    columns = tuple(_column(item, missing, version_2) for item in fields)
    names = [column.name for column in columns]
    match = schema.get("fieldsMatch", "exact")
    match = match[0] if isinstance(match, list) and len(match) == 1 else match
    if match not in MATCHES:
        raise ValueError(f"fieldsMatch is {match!r}, none of {', '.join(MATCHES)}")
    primary = _key_fields(schema.get("primaryKey", ()), "primaryKey")
    if not set(primary) <= set(names):
        raise ValueError(f'primary key "{list(primary)}" does not match the fields "{names}"')
    unique = schema.get("uniqueKeys", [])
    if not isinstance(unique, list) or not all(isinstance(key, list) for key in unique):
        raise ValueError("uniqueKeys is not a list of lists")
    unique_keys = tuple(_key_fields(key, "uniqueKeys") for key in unique)
    if "uniqueKeys" in schema and not unique:
        raise ValueError("uniqueKeys is empty")
    for key in unique_keys:
        if not key or not set(key) <= set(names):
            raise ValueError(f'unique key "{list(key)}" does not match the fields "{names}"')
    return TableSchema(columns, primary, unique_keys, _foreign_keys(schema, names), match, schema)


def schema_of_header(labels: Sequence[str]) -> TableSchema:
    """The schema of a table that nobody described: columns of any type, called as the header has them."""
    cut = [label.strip() for label in labels]
    names = [label if label and cut.index(label) == at else f"column {at + 1}" for at, label in enumerate(cut)]
    return compile_columns({"fields": [{"name": name, "type": "any"} for name in names]})


def _column(content: Mapping[str, Any], missing: frozenset[str], version_2: bool) -> ReadColumn:
    stated = content
    content = {"type": DEFAULT_TYPE if version_2 else DEFAULT_TYPE_OF_VERSION_1, **stated}
    name, kind, format = content.get("name"), content["type"], content.get("format", "default")
    if not isinstance(name, str):
        raise ValueError("a field has no name")
    if kind not in TYPES:
        raise ValueError(f'field type "{kind}" is not supported')
    _check_format(name, kind, format)
    rules = content.get("constraints", {})
    if not isinstance(rules, Mapping):
        raise ValueError(f"constraints of {name} is not an object")
    for owner, key in ((rules, "required"), (rules, "unique"), (content, "bareNumber"), (content, "categoriesOrdered")):
        if not isinstance(owner.get(key, False), bool):
            raise ValueError(f"{key} of {name} is neither true nor false")
    for key in ("trueValues", "falseValues"):
        values = content.get(key, [])
        if not isinstance(values, list) or not all(isinstance(item, str) for item in values):
            raise ValueError(f"{key} of {name} is not a list of texts")
    for key in ("decimalChar", "groupChar", "delimiter"):
        if key in content and (not isinstance(content[key], str) or (key != "groupChar" and not content[key])):
            raise ValueError(f"{key} of {name} is not text")
    if kind == "list" and content.get("itemType", "string") not in _ITEMS:
        raise ValueError(f"itemType of {name} is {content['itemType']!r}, none of {', '.join(_ITEMS)}")
    read = reader(content, version_2)
    own = _missing(content["missingValues"], name) if "missingValues" in content else missing
    return ReadColumn(
        name=name,
        kind=kind,
        format=format,
        missing=own,
        required=rules.get("required") is True,
        unique=rules.get("unique") is True,
        read=read,
        constraints=tuple(constraints_of(content, read)),
        descriptor=stated,
    )


_ITEMS = ("string", "integer", "boolean", "number", "datetime", "date", "time")


def _check_format(name: str, kind: str, format: Any) -> None:
    if not isinstance(format, str):
        raise ValueError(f"the format of {name} is not text")
    if kind in ("date", "datetime", "time") and format not in FORMATS[kind]:
        if not _DIRECTIVE.search(format):
            raise ValueError(f"the format {format!r} of {name} has no directive such as %Y")
        _check_directives(name, format.removeprefix("fmt:"))
    elif format not in FORMATS.get(kind, (format,)):
        raise ValueError(f"the format {format!r} of {name} is none of {', '.join(FORMATS[kind])}")


def _check_directives(name: str, format: str) -> None:
    try:
        datetime.strptime("", format)
    except ValueError as error:
        if "does not match" not in str(error) and "unconverted" not in str(error):
            raise ValueError(f"the format {format!r} of {name} is not valid: {error}") from None
    except re.error:
        raise ValueError(f"the format {format!r} of {name} is not valid") from None


def _missing(values: Any, where: str) -> frozenset[str]:
    """The texts for no value; version 2 of the standard may give them labels."""
    if not isinstance(values, list):
        raise ValueError(f"missingValues of {where} is not a list")
    texts = [item.get("value") if isinstance(item, Mapping) else item for item in values]
    if not all(isinstance(text, str) for text in texts):
        raise ValueError(f"missingValues of {where} has one that is not text")
    return frozenset(map(str, texts))


def _key_fields(content: Any, what: str) -> tuple[str, ...]:
    names = (content,) if isinstance(content, str) else content
    if not isinstance(names, list | tuple) or not all(isinstance(name, str) for name in names):
        raise ValueError(f"{what} is not a list of names of fields")
    return tuple(names)


def _foreign_keys(schema: Mapping[str, Any], names: Sequence[str]) -> tuple[ForeignKey, ...]:
    keys = schema.get("foreignKeys", [])
    if not isinstance(keys, list):
        raise ValueError("foreignKeys is not a list")
    found = []
    for key in keys:
        if not isinstance(key, Mapping) or not isinstance(key.get("reference"), Mapping):
            raise ValueError("a foreign key is not an object with fields and a reference")
        fields = _key_fields(key.get("fields", ()), "fields of a foreign key")
        reference = key["reference"]
        there = _key_fields(reference.get("fields", ()), "fields of a reference")
        if len(fields) != len(there):
            raise ValueError(f'foreign key fields "{list(fields)}" does not match the reference fields "{list(there)}"')
        if not set(fields) <= set(names):
            raise ValueError(f'foreign key fields "{list(fields)}" does not match the fields "{list(names)}"')
        target = reference.get("resource", "")
        if not isinstance(target, str):
            raise ValueError("the resource of a foreign key is not a name")
        found.append(ForeignKey(fields, "" if target == "." else target, there))
    return tuple(dict.fromkeys(found))
