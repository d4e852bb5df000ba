"""RO-Crate 1.1: the release as a research object, one entity per file."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from mandate_data.export.metadata.release_description import DataFile, ReleaseDescription
from mandate_data.package.tables import Table

CONTEXT = "https://w3id.org/ro/crate/1.1/context"
CONFORMS_TO = "https://w3id.org/ro/crate/1.1"
MEDIA_TYPES = {
    "cff": "application/yaml",
    "csv": "text/csv",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "md": "text/markdown",
}
"""By the ends of names of the files that a release has."""


def rocrate(release: ReleaseDescription, files: Mapping[str, bytes]) -> dict[str, Any]:
    """The crate whose root is the release's folder: its tables, and its other files by path."""
    tables = [file.path for file in release.files.values()]
    others = sorted(set(files) - set(tables))
    creators = [{"@id": f"#{number}", "@type": "Organization", "name": name} for number, name in _numbered(release)]
    root = {
        "@id": "./",
        "@type": "Dataset",
        "name": release.title,
        "description": release.description,
        "version": release.version,
        "datePublished": release.date,
        "license": {"@id": release.licence_url},
        "author": [{"@id": creator["@id"]} for creator in creators],
        "publisher": {"@id": creators[0]["@id"]},
        "keywords": ", ".join(release.keywords),
        "hasPart": [{"@id": path} for path in [*tables, *others]],
    }
    return {
        "@context": CONTEXT,
        "@graph": [
            {
                "@id": "ro-crate-metadata.json",
                "@type": "CreativeWork",
                "conformsTo": {"@id": CONFORMS_TO},
                "about": {"@id": "./"},
            },
            root,
            *creators,
            {
                "@id": release.licence_url,
                "@type": "CreativeWork",
                "name": release.licence_title,
                "description": release.licence,
            },
            *(_file(table, release.files[table.name]) for table in release.tables.values()),
            *(_other_file(path, files[path]) for path in others),
        ],
    }


def _numbered(release: ReleaseDescription) -> list[tuple[str, str]]:
    return [(f"creator-{number}", name) for number, name in enumerate(release.creators, 1)]


def _file(table: Table, file: DataFile) -> dict[str, Any]:
    return {
        "@id": file.path,
        "@type": "File",
        "name": table.title,
        "description": table.description,
        "encodingFormat": "text/csv",
        "contentSize": str(file.size),
        "sha256": file.sha256,
    }


def _other_file(path: str, data: bytes) -> dict[str, Any]:
    return {
        "@id": path,
        "@type": "File",
        "name": path,
        "encodingFormat": MEDIA_TYPES[path.rpartition(".")[2]],
        "contentSize": str(len(data)),
        "sha256": hashlib.sha256(data).hexdigest(),
    }
