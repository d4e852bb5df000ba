"""What catalogues want to know of a release: one model, from the released descriptor, for all of their formats."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class ReleasedColumn:
    """A column: its type is that of Table Schema, `constraints` too; `refers_to` is (table, column) or None."""

    name: str
    type: str
    title: str
    description: str
    constraints: Mapping[str, Any]
    refers_to: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class ReleasedTable:
    """A table and its CSV file; `path` is relative to the release, `sha256` in hex, `rows` without the header."""

    name: str
    title: str
    description: str
    path: str
    size: int
    sha256: str
    rows: int
    columns: tuple[ReleasedColumn, ...]
    primary_key: tuple[str, ...]
    foreign_keys: tuple[tuple[tuple[str, ...], str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Model:
    """A release as catalogues describe it. `date` is YYYY-MM-DD; `sources` are titles of what it was taken from."""

    name: str
    title: str
    description: str
    version: str
    date: str
    keywords: tuple[str, ...]
    licence: str
    licence_title: str
    licence_url: str
    creators: tuple[str, ...]
    sources: tuple[str, ...]
    tables: tuple[ReleasedTable, ...]

    @property
    def year(self) -> int:
        return int(self.date[:4])

    @property
    def citation(self) -> str:
        """How to cite the release."""
        return f"{'; '.join(self.creators)} ({self.year}): {self.title}. Version {self.version}. {self.licence_title}."


def model_of(descriptor: Mapping[str, Any], files: Mapping[str, bytes]) -> Model:
    """The model of a release, from its `datapackage.json` and the bytes of its files by path."""
    licence = descriptor["licenses"][0]
    return Model(
        name=descriptor["name"],
        title=descriptor["title"],
        description=descriptor["description"],
        version=descriptor["version"],
        date=descriptor["created"][:10],
        keywords=tuple(descriptor["keywords"]),
        licence=licence["name"],
        licence_title=licence["title"],
        licence_url=licence["path"],
        creators=tuple(person["title"] for person in descriptor["contributors"]),
        sources=tuple(source["title"] for source in descriptor["sources"]),
        tables=tuple(_table(resource, files[resource["path"]]) for resource in descriptor["resources"]),
    )


def _table(resource: Mapping[str, Any], data: bytes) -> ReleasedTable:
    schema = resource["schema"]
    keys = tuple(
        (tuple(key["fields"]), key["reference"]["resource"] or resource["name"], tuple(key["reference"]["fields"]))
        for key in schema.get("foreignKeys", [])
    )
    single = {fields[0]: (table, columns[0]) for fields, table, columns in keys if len(fields) == 1}
    return ReleasedTable(
        name=resource["name"],
        title=resource["title"],
        description=resource["description"],
        path=resource["path"],
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        rows=sum(1 for _ in csv.reader(io.StringIO(data.decode("utf-8"), newline=""))) - 1,
        columns=tuple(_column(field, single) for field in schema["fields"]),
        primary_key=tuple(schema["primaryKey"]),
        foreign_keys=keys,
    )


def _column(field: Mapping[str, Any], single: Mapping[str, tuple[str, str]]) -> ReleasedColumn:
    return ReleasedColumn(
        name=field["name"],
        type=field["type"],
        title=field["title"],
        description=field["description"],
        constraints=field.get("constraints", {}),
        refers_to=single.get(field["name"]),
    )
