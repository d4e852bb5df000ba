"""RO-Crate 1.1: the release as a research object, a file an entity."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from mandate_data.export.metadata.release_description import Model, ReleasedTable

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


def rocrate(model: Model, files: Mapping[str, bytes]) -> dict[str, Any]:
    """The crate whose root is the release's folder: its tables, and its other files by path."""
    tables = {table.path for table in model.tables}
    others = sorted(set(files) - tables)
    creators = [{"@id": f"#{number}", "@type": "Organization", "name": name} for number, name in _numbered(model)]
    root = {
        "@id": "./",
        "@type": "Dataset",
        "name": model.title,
        "description": model.description,
        "version": model.version,
        "datePublished": model.date,
        "license": {"@id": model.licence_url},
        "author": [{"@id": creator["@id"]} for creator in creators],
        "publisher": {"@id": creators[0]["@id"]},
        "keywords": ", ".join(model.keywords),
        "hasPart": [{"@id": path} for path in [*(table.path for table in model.tables), *others]],
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
                "@id": model.licence_url,
                "@type": "CreativeWork",
                "name": model.licence_title,
                "description": model.licence,
            },
            *(_file(table) for table in model.tables),
            *(_other_file(path, files[path]) for path in others),
        ],
    }


def _numbered(model: Model) -> list[tuple[str, str]]:
    return [(f"creator-{number}", name) for number, name in enumerate(model.creators, 1)]


def _file(table: ReleasedTable) -> dict[str, Any]:
    return {
        "@id": table.path,
        "@type": "File",
        "name": table.title,
        "description": table.description,
        "encodingFormat": "text/csv",
        "contentSize": str(table.size),
        "sha256": table.sha256,
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
