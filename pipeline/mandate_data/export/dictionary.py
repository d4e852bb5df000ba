"""What goes with the tables in one file: what the release is, its licence, how it is cited, what each column means."""

from __future__ import annotations

from typing import Any

from mandate_data.package.tables import Package, Table

ABOUT = ("about", "this release")
DICTIONARY = ("table", "column", "title", "type", "required", "key", "refers to", "allowed values", "description")


def about(package: Package) -> list[list[Any]]:
    """What a release is, who made it, under which licence it may be used, and how it is cited: names and values."""
    metadata = package.metadata
    licences = ", ".join(f"{one.get('title', one['name'])}, {one['path']}" for one in metadata.get("licenses", ()))
    creators = "; ".join(one["title"] for one in metadata.get("contributors", ()))
    year = str(metadata["created"])[:4]
    return [
        ["title", metadata["title"]],
        ["description", metadata.get("description", "")],
        ["version", metadata["version"]],
        ["date", str(metadata["created"])[:10]],
        ["licence", licences],
        ["cite as", f"{creators} ({year}): {metadata['title']}. Version {metadata['version']}."],
        *[["source", one["title"]] for one in metadata.get("sources", ())],
        ["columns", "dictionary says what each column means; an empty cell means that there is no value"],
    ]


def dictionary(package: Package) -> list[list[Any]]:
    """What each column of each table means, a row each, under the headings `DICTIONARY`."""
    return [_entry(table, column) for table in package.tables.values() for column in table.columns]


def _entry(table: Table, column: str) -> list[Any]:
    described = table.columns[column]
    constraints = described.constraints
    targets = [
        f"{key.resource or table.name}.{key.reference_fields[key.fields.index(column)]}"
        for key in table.foreign_keys
        if column in key.fields
    ]
    return [
        table.name,
        column,
        described.title,
        described.type,
        "yes" if constraints.get("required") else "",
        "yes" if column in table.primary_key else "",
        ", ".join(targets),
        ", ".join(map(str, constraints.get("enum", []))),
        described.description,
    ]
