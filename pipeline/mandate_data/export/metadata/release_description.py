"""What catalogues want to know of a release: one description, from the released descriptor, for all their formats."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mandate_data.package.tables import Table, table_of


@dataclass(frozen=True, slots=True)
class DataFile:
    """The CSV file of a table: its path in the release, its bytes, and its SHA-256 in hex."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class ReleaseDescription:
    """A release as catalogues describe it. `date` is YYYY-MM-DD; `sources` are titles of what it was taken from.

    `tables` and their `files` are by the name of the table.
    """

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
    tables: Mapping[str, Table]
    files: Mapping[str, DataFile]

    @property
    def year(self) -> int:
        return int(self.date[:4])

    @property
    def citation(self) -> str:
        """How to cite the release."""
        return f"{'; '.join(self.creators)} ({self.year}): {self.title}. Version {self.version}. {self.licence_title}."


def describe_release(descriptor: Mapping[str, Any], tables: Mapping[str, Table]) -> ReleaseDescription:
    """The description of a release, from its `datapackage.json` and its tables by name."""
    licence = descriptor["licenses"][0]
    return ReleaseDescription(
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
        tables=tables,
        files={
            item["name"]: DataFile(item["path"], item["bytes"], item["hash"].removeprefix("sha256:"))
            for item in descriptor["resources"]
        },
    )


def tables_of(descriptor: Mapping[str, Any], files: Mapping[str, bytes]) -> dict[str, Table]:
    """The tables of a release by name, from its `datapackage.json` and the bytes of its files by path."""
    return {
        item["name"]: table_of(
            {**item["schema"], **{key: item[key] for key in ("name", "title", "description")}},
            list(csv.DictReader(io.StringIO(files[item["path"]].decode("utf-8"), newline=""))),
        )
        for item in descriptor["resources"]
    }
