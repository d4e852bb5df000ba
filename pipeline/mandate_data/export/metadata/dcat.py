"""DCAT-AP and schema.org in one JSON-LD file: open-data portals read the one, search engines the other."""

from __future__ import annotations

from typing import Any

from mandate_data.export.metadata.release_description import Model, ReleasedTable

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


def dcat(model: Model) -> dict[str, Any]:
    """The data set and a distribution a table, with addresses relative to `metadata/`."""
    publisher = {"@type": ["foaf:Agent", "schema:Organization"], "foaf:name": model.creators[0]}
    return {
        "@context": CONTEXT,
        "@id": "../datapackage.json",
        "@type": ["dcat:Dataset", "schema:Dataset"],
        "dct:identifier": f"{model.name}/{model.version}",
        "dct:title": _text(model.title),
        "dct:description": _text(model.description),
        "dct:publisher": {**publisher, "schema:name": model.creators[0]},
        "dct:issued": {"@value": model.date, "@type": "xsd:date"},
        "dct:license": {"@id": model.licence_url},
        "dct:language": {"@id": ENGLISH},
        "dct:source": list(model.sources),
        "dcat:version": model.version,
        "dcat:keyword": [_text(keyword) for keyword in model.keywords],
        "schema:name": model.title,
        "schema:description": model.description,
        "schema:version": model.version,
        "schema:datePublished": model.date,
        "schema:license": {"@id": model.licence_url},
        "schema:keywords": list(model.keywords),
        "schema:creator": [{"@type": "schema:Organization", "schema:name": name} for name in model.creators],
        "schema:isAccessibleForFree": True,
        "dcat:distribution": [_distribution(table, model) for table in model.tables],
    }


def _text(value: str) -> dict[str, str]:
    return {"@value": value, "@language": "en"}


def _distribution(table: ReleasedTable, model: Model) -> dict[str, Any]:
    return {
        "@id": f"../{table.path}",
        "@type": ["dcat:Distribution", "schema:DataDownload"],
        "dct:title": _text(table.title),
        "dct:description": _text(table.description),
        "dcat:accessURL": {"@id": f"../{table.path}"},
        "dcat:downloadURL": {"@id": f"../{table.path}"},
        "dcat:mediaType": {"@id": CSV_TYPE},
        "dct:format": {"@id": FILE_TYPE},
        "dct:license": {"@id": model.licence_url},
        "dcat:byteSize": {"@value": table.size, "@type": "xsd:nonNegativeInteger"},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": {"@value": table.sha256, "@type": "xsd:hexBinary"},
        },
        "schema:contentUrl": {"@id": f"../{table.path}"},
        "schema:encodingFormat": "text/csv",
    }
