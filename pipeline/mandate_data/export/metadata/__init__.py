"""Metadata of a release for every kind of catalogue, each format from the one model.

files = metadata_files(descriptor, files, editions)
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from mandate_data.export.metadata.cell_provenance import Edition
from mandate_data.export.metadata.citation_cff import citation
from mandate_data.export.metadata.croissant import croissant
from mandate_data.export.metadata.csvw import csvw
from mandate_data.export.metadata.datacite import datacite
from mandate_data.export.metadata.dcat import dcat
from mandate_data.export.metadata.prov_o import prov_o
from mandate_data.export.metadata.release_description import ReleaseDescription, describe_release, tables_of
from mandate_data.export.metadata.rocrate import rocrate
from mandate_data.export.metadata.web_annotations import web_annotations

__all__ = ["ANNOTATIONS", "CRATE", "FORMATS", "PROV", "Edition", "metadata_files"]

ANNOTATIONS, PROV = "metadata/annotations.jsonld", "metadata/prov.jsonld"
CRATE = "ro-crate-metadata.json"
"""RO-Crate wants it in the root of what it describes."""

FORMATS: Mapping[str, Callable[[ReleaseDescription], dict[str, Any]]] = {
    "metadata/csv-metadata.json": csvw,
    "metadata/croissant.json": croissant,
    "metadata/dcat.jsonld": dcat,
    "metadata/datacite.json": datacite,
}


def metadata_files(
    descriptor: Mapping[str, Any],
    files: Mapping[str, bytes],
    editions: Mapping[str, Edition] = MappingProxyType({}),
) -> dict[str, bytes]:
    """The files by path, from the released descriptor and the other files of the release.

    `editions` are the texts of the sources by id, in which annotations point to the places of values.
    """
    release = describe_release(descriptor, tables_of(descriptor, files))
    found = {path: _json(write(release)) for path, write in FORMATS.items()}
    found[ANNOTATIONS] = _lines(web_annotations(release, editions), "items")
    found[PROV] = _lines(prov_o(release), "@graph")
    found["CITATION.cff"] = citation(release).encode()
    found[CRATE] = _json(rocrate(release, {**files, **found}))
    return found


def _lines(content: Mapping[str, Any], long: str) -> bytes:
    """JSON with a line for each property, and one for each item of the one that is `long`."""
    parts = []
    for name, value in content.items():
        text = _compact(value) if name != long else "[\n" + ",\n".join(_compact(item) for item in value) + "\n]"
        parts.append(f"{json.dumps(name)}: {text}")
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode()


def _compact(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _json(content: Any) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()
