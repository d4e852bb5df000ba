"""Metadata of a release for every kind of catalogue, each format from the one model.

files = metadata_files(descriptor, files)
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from mandate_data.export.metadata.citation_cff import citation
from mandate_data.export.metadata.croissant import croissant
from mandate_data.export.metadata.csvw import csvw
from mandate_data.export.metadata.datacite import datacite
from mandate_data.export.metadata.dcat import dcat
from mandate_data.export.metadata.release_description import Model, model_of
from mandate_data.export.metadata.rocrate import rocrate

__all__ = ["FORMATS", "metadata_files"]

FORMATS: Mapping[str, Callable[[Model], dict[str, Any]]] = {
    "metadata/csv-metadata.json": csvw,
    "metadata/croissant.json": croissant,
    "metadata/ro-crate-metadata.json": rocrate,
    "metadata/dcat.jsonld": dcat,
    "metadata/datacite.json": datacite,
}


def metadata_files(descriptor: Mapping[str, Any], files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files by path, from the released descriptor and the other files of the release."""
    model = model_of(descriptor, files)
    found = {path: _json(write(model)) for path, write in FORMATS.items()}
    return {**found, "CITATION.cff": citation(model).encode()}


def _json(content: Any) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()
