"""Croissant 1.1 of MLCommons: files with digests, tables as record sets, keys as references."""

from __future__ import annotations

from typing import Any

from mandate_data.export.metadata.release_description import DataFile, ReleaseDescription
from mandate_data.package.tables import Column, Table

CONFORMS_TO = "http://mlcommons.org/croissant/1.1"
TYPES = {"string": "sc:Text", "integer": "sc:Integer", "number": "sc:Float", "boolean": "sc:Boolean"}
CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "containedIn": "cr:containedIn",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}


def croissant(release: ReleaseDescription) -> dict[str, Any]:
    """The data set with its files, whose addresses are relative to `metadata/`, and a record set a table."""
    return {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": CONFORMS_TO,
        "name": release.name,
        "alternateName": release.title,
        "description": release.description,
        "version": release.version,
        "datePublished": release.date,
        "license": release.licence_url,
        "creator": [{"@type": "sc:Organization", "name": name} for name in release.creators],
        "keywords": list(release.keywords),
        "citeAs": release.citation,
        "isLiveDataset": False,
        "distribution": [_file(table, release.files[table.name]) for table in release.tables.values()],
        "recordSet": [_records(table) for table in release.tables.values()],
    }


def _file(table: Table, file: DataFile) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": f"{table.name}.csv",
        "name": f"{table.name}.csv",
        "description": table.title,
        "contentUrl": f"../{file.path}",
        "contentSize": f"{file.size} B",
        "encodingFormat": "text/csv",
        "sha256": file.sha256,
    }


def _records(table: Table) -> dict[str, Any]:
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": table.description,
        "key": [{"@id": f"{table.name}/{column}"} for column in table.primary_key],
        "field": [_field(table, column) for column in table.columns.values()],
    }


def _field(table: Table, column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "@type": "cr:Field",
        "@id": f"{table.name}/{column.name}",
        "name": column.name,
        "description": column.description,
        "dataType": TYPES[column.type],
        "source": {"fileObject": {"@id": f"{table.name}.csv"}, "extract": {"column": column.name}},
    }
    refers_to = table.references.get(column.name)
    if refers_to and refers_to[0] != table.name:
        # The column of the file, not the field of its records: mlcroissant uses up the records of a table when it reads
        # them, and then can't read another that refers to them.
        target, key = refers_to
        field["references"] = {"fileObject": {"@id": f"{target}.csv"}, "extract": {"column": key}}
    return field
