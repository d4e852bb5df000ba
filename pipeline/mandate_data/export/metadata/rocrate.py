"""RO-Crate 1.1: the release as a research object, a file an entity."""

from __future__ import annotations

from typing import Any

from mandate_data.export.metadata.release_description import Model, ReleasedTable

CONTEXT = "https://w3id.org/ro/crate/1.1/context"
CONFORMS_TO = "https://w3id.org/ro/crate/1.1"


def rocrate(model: Model) -> dict[str, Any]:
    """The crate whose root is the release's folder, and which is described from `metadata/`."""
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
        "hasPart": [{"@id": _address(table)} for table in model.tables],
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
        ],
    }


def _numbered(model: Model) -> list[tuple[str, str]]:
    return [(f"creator-{number}", name) for number, name in enumerate(model.creators, 1)]


def _address(table: ReleasedTable) -> str:
    return f"../{table.path}"


def _file(table: ReleasedTable) -> dict[str, Any]:
    return {
        "@id": _address(table),
        "@type": "File",
        "name": table.title,
        "description": table.description,
        "encodingFormat": "text/csv",
        "contentSize": str(table.size),
        "sha256": table.sha256,
    }
