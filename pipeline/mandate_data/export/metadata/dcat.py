"""DCAT-AP and schema.org in one JSON-LD file: open-data portals read the one, search engines the other."""

from __future__ import annotations

from typing import Any

from mandate_data.export.metadata.release_description import ReleaseDescription
from mandate_data.package.tables import Table

CSV_TYPE = "https://www.iana.org/assignments/media-types/text/csv"
FILE_TYPE = "http://publications.europa.eu/resource/authority/file-type/CSV"
ENGLISH = "http://publications.europa.eu/resource/authority/language/ENG"
CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "schema": "https://schema.org/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def dcat(release: ReleaseDescription) -> dict[str, Any]:
    """The data set and one distribution per table, with addresses relative to `metadata/`."""
    publisher = {"@type": ["foaf:Agent", "schema:Organization"], "foaf:name": release.creators[0]}
    return {
        "@context": CONTEXT,
        "@id": "../datapackage.json",
        "@type": ["dcat:Dataset", "schema:Dataset"],
        "dct:identifier": f"{release.name}/{release.version}",
        "dct:title": _text(release.title),
        "dct:description": _text(release.description),
        "dct:publisher": {**publisher, "schema:name": release.creators[0]},
        "dct:issued": {"@value": release.date, "@type": "xsd:date"},
        "dct:license": {"@id": release.licence_url},
        "dct:language": {"@id": ENGLISH},
        "dct:source": list(release.sources),
        "dcat:version": release.version,
        "dcat:keyword": [_text(keyword) for keyword in release.keywords],
        "schema:name": release.title,
        "schema:description": release.description,
        "schema:version": release.version,
        "schema:datePublished": release.date,
        "schema:license": {"@id": release.licence_url},
        "schema:keywords": list(release.keywords),
        "schema:creator": [{"@type": "schema:Organization", "schema:name": name} for name in release.creators],
        "schema:isAccessibleForFree": True,
        "dcat:distribution": [_distribution(table, release) for table in release.tables.values()],
    }


def _text(value: str) -> dict[str, str]:
    return {"@value": value, "@language": "en"}


def _distribution(table: Table, release: ReleaseDescription) -> dict[str, Any]:
    file = release.files[table.name]
    return {
        "@id": f"../{file.path}",
        "@type": ["dcat:Distribution", "schema:DataDownload"],
        "dct:title": _text(table.title),
        "dct:description": _text(table.description),
        "dcat:accessURL": {"@id": f"../{file.path}"},
        "dcat:downloadURL": {"@id": f"../{file.path}"},
        "dcat:mediaType": {"@id": CSV_TYPE},
        "dct:format": {"@id": FILE_TYPE},
        "dct:license": {"@id": release.licence_url},
        "dcat:byteSize": {"@value": file.size, "@type": "xsd:nonNegativeInteger"},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": {"@value": file.sha256, "@type": "xsd:hexBinary"},
        },
        "schema:contentUrl": {"@id": f"../{file.path}"},
        "schema:encodingFormat": "text/csv",
    }
