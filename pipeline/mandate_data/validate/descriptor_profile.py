"""Descriptor profile: what the standard says of a package's own properties, by the version that the package names."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from mandate_data.findings import Finding, Location, finding
from mandate_data.package.file_safety import is_address
from mandate_data.package.resources import is_version_2
from mandate_data.package.text_formats import read_email, read_uri

_NAME_1 = re.compile(r"[-a-z0-9._/]+")
_CREATED = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?(?:[Zz]|[+-][0-9]{2}:[0-9]{2})"
)
_LEAP_SECOND = re.compile(r":[0-9]{2}:(60)")
_TEXTS = ("name", "title", "description", "homepage", "version", "id", "image", "$schema", "profile")
_TEXTS_OF_ENTRIES = ("title", "path", "email", "name", "version", "givenName", "familyName", "organization")
_TEXTS_OF_RESOURCES = ("format", "mediatype", "hash")
_LISTS = ("licenses", "sources", "contributors", "keywords")
STANDARD = "datapackage.org/standard/data-package"
VERSION_1 = "specs.frictionlessdata.io/data-package"


def check_profile(
    descriptor: Mapping[str, Any], folder: Path, schemas: Mapping[str, Mapping[str, Any]]
) -> Iterator[Finding]:
    """Findings on the properties of the package and of its resources, tables apart.

    `schemas` are those of tables that were read, by the name of the table: each may have a file of its own.
    """
    version_2 = is_version_2(descriptor)
    at = Location(str(folder / "datapackage.json"))
    rule = f"{STANDARD if version_2 else VERSION_1} says so"

    def told(problem: str, where: str = "", table: str = "", advice: bool = False) -> Finding:
        code = "descriptor-profile/advice" if advice else "descriptor-profile"
        return finding(code, at, table=table, where=f"{where}: " if where else "", problem=problem, rule=rule)

    if not descriptor["resources"]:
        yield told("it has no resources")
    yield from (told(problem, advice=advice) for problem, advice in _of_each(descriptor, version_2))
    created = descriptor.get("created")
    if created is not None and not _is_time(created):
        yield told(f"created is {created!r}, no date and time as of RFC 3339")
    for number, item in enumerate(descriptor["resources"], 1):
        if not isinstance(item, Mapping):
            continue  # said of it as a resource
        name = item.get("name")
        where = str(name) if isinstance(name, str) and name else f"resource {number}"
        if name is None or name == "":
            yield told("it has no name", where, where)
        yield from (told(problem, where, where, advice) for problem, advice in _of_each(item, version_2))
        yield from (told(problem, where, where) for problem in _of_resource(item, version_2))
        schema = schemas.get(where) or item.get("schema")
        yield from (told(problem, where, where) for problem in _of_schema(schema))
        yield from (told(problem, where, where, advice=True) for problem in _advice(item, schema))
        if not version_2 and not schema and _is_tabular(item, descriptor):
            yield told("the table has no schema, which the profile of tables requires", where, where)
        if version_2 and any(path.startswith("./") for path in _paths(item)):
            yield told("the path begins with './', which the profile of version 2 has not", where, where, advice=True)


def _of_resource(item: Mapping[str, Any], version_2: bool) -> Iterator[str]:
    listed = _paths(item)
    parts = [part for path in listed for part in path.split("/") if part not in (".", "..")]
    if version_2 and any(part.startswith(".") for part in parts):
        yield "the path has a part that begins with a dot"
    if len({is_address(path) for path in listed}) > 1:
        yield "the path has addresses and names of files"
    kind = item.get("type")
    if version_2 and kind not in (None, "table"):
        yield f"the type {kind!r} is not 'table', the only one that there is"
    if isinstance(item.get("data"), str) and not item.get("format") and not item.get("mediatype"):
        yield "data that are a text need a format or mediatype"
    for key in _TEXTS_OF_RESOURCES:
        if key in item and not isinstance(item[key], str):
            yield f"{key} is not text"
    size = item.get("bytes", 0)
    if not isinstance(size, int) or isinstance(size, bool):
        yield f"bytes is {size!r}, no whole number"


def _advice(item: Mapping[str, Any], schema: Any) -> Iterator[str]:
    """What the profiles, as JSON Schemas, do not let through, and the words of the standard do."""
    mediatype = item.get("mediatype")
    if isinstance(mediatype, str) and not re.fullmatch(".+/.+", mediatype):
        yield f"mediatype is {mediatype!r}, no type such as text/csv"
    if any(path.startswith("~") for path in _paths(item)):
        yield "the path begins with '~', which programs may take for a folder of the user"
    if not isinstance(schema, Mapping):
        return
    key, fields = schema.get("primaryKey"), schema.get("fields")
    if isinstance(key, list) and key == []:
        yield "primaryKey is empty"
    if isinstance(key, list) and _has_twice(key):
        yield "primaryKey has a field twice"
    for field in fields if isinstance(fields, list) else ():
        rules = field.get("constraints") if isinstance(field, Mapping) else None
        values = rules.get("enum") if isinstance(rules, Mapping) else None
        if isinstance(values, list) and _has_twice(values):
            yield f"the enum of {field.get('name')} has a value twice"


def _has_twice(values: list[Any]) -> bool:
    texts = [json.dumps(value, sort_keys=True) for value in values]
    return len(set(texts)) < len(texts)


def _is_tabular(item: Mapping[str, Any], descriptor: Mapping[str, Any]) -> bool:
    """Whether version 1 has a resource for a table: by its own profile, or by that of its package."""
    return item.get("profile") == "tabular-data-resource" or descriptor.get("profile") == "tabular-data-package"


def _paths(item: Mapping[str, Any]) -> list[str]:
    paths = item.get("path")
    return [path for path in (paths if isinstance(paths, list) else [paths]) if isinstance(path, str)]


def _of_schema(schema: Any) -> Iterator[str]:
    if not isinstance(schema, Mapping):
        return  # elsewhere, and not read
    stated = schema.get("fields")
    fields = stated if isinstance(stated, list) else [None]
    if fields == []:
        yield "the schema has no fields"
    for field in fields:
        yield from _of_field(field) if isinstance(field, Mapping) else ()
    for owner in [schema, *(item for item in fields if isinstance(item, Mapping))]:
        yield from _of_missing_values(owner.get("missingValues", []))


def _of_missing_values(values: Any) -> Iterator[str]:
    if not isinstance(values, list):
        return  # said of the schema
    texts = [str(value.get("value") if isinstance(value, Mapping) else value) for value in values]
    labels = [value["label"] for value in values if isinstance(value, Mapping) and "label" in value]
    if len({isinstance(value, Mapping) for value in values}) > 1:
        yield "missingValues has texts and objects"
    if len(set(texts)) != len(texts):
        yield "missingValues has two values alike"
    if not all(isinstance(label, str) for label in labels):
        yield "missingValues has a label that is not text"
    elif len(set(labels)) != len(labels):
        yield "missingValues has two labels alike"


def _of_field(field: Mapping[str, Any]) -> Iterator[str]:
    name, kind, categories = field.get("name"), field.get("type"), field.get("categories")
    for key in ("title", "description", "rdfType"):
        if key in field and not isinstance(field[key], str):
            yield f"{key} of {name} is not text"
    rdf = field.get("rdfType")
    if isinstance(rdf, str) and not _is_uri(rdf):
        yield f"rdfType of {name} is {rdf!r}, no URI of a class"
    if isinstance(categories, list) and len({isinstance(category, Mapping) for category in categories}) > 1:
        yield f"categories of {name} has values and objects"
    for category in categories if isinstance(categories, list) else ():
        stated = category if isinstance(category, Mapping) else {"value": category}
        if not isinstance(stated.get("label", ""), str):
            yield f"categories of {name} has a label that is not text"
        value = stated.get("value", "")
        if kind == "string" and not isinstance(value, str | list | Mapping):
            yield f"categories of {name} has {value!r}, which is not text"
        if kind == "integer" and isinstance(value, str | bool | float):
            yield f"categories of {name} has {value!r}, which is not an integer"


def _of_each(item: Mapping[str, Any], version_2: bool) -> Iterator[tuple[str, bool]]:
    """What is wrong with properties that packages and resources both have; True where it is only advised."""
    for key in _TEXTS:
        if key in item and not isinstance(item[key], str):
            yield f"{key} is not text", False
    for key in _LISTS:
        if key in item and not isinstance(item[key], list):
            yield f"{key} is not a list", False
    name, homepage, image = item.get("name"), item.get("homepage"), item.get("image")
    if isinstance(name, str) and name and not _NAME_1.fullmatch(name):
        yield f"the name {name!r} has other characters than a-z, 0-9, '.', '_', '-' and '/'", version_2
    if isinstance(homepage, str) and not _is_uri(homepage):
        yield f"homepage is {homepage!r}, no URL", False
    if isinstance(image, str) and not _is_url_or_path(image):
        yield f"image is {image!r}, neither a URL nor a path in the package", False
    for key in ("licenses", "contributors", "keywords"):
        if item.get(key) == []:
            yield f"{key} is empty", True
    for number, word in enumerate(_list(item, "keywords"), 1):
        if not isinstance(word, str):
            yield f"keywords {number} is not text", False
    for key in ("licenses", "sources", "contributors"):
        for number, entry in enumerate(_list(item, key), 1):
            yield from ((f"{key} {number} {fault}", advice) for fault, advice in _of_entry(key, entry, version_2))


def _of_entry(key: str, entry: Any, version_2: bool) -> Iterator[tuple[str, bool]]:
    if not isinstance(entry, Mapping):
        yield "is not an object", False
        return
    if key == "licenses" and not entry.get("name") and not entry.get("path"):
        yield "has neither a name nor a path", False
    elif key != "licenses" and version_2 and not entry:
        yield "says nothing", False
    elif key != "licenses" and not version_2 and not entry.get("title"):
        yield "has no title", False
    for name in _TEXTS_OF_ENTRIES:
        if name in entry and not isinstance(entry[name], str):
            yield f"has a {name} that is not text", False
    email, path = entry.get("email"), entry.get("path")
    if isinstance(path, str) and key == "contributors" and not _is_uri(path):
        yield f"has the path {path!r}, which is not a URL", False
    elif isinstance(path, str) and not _is_url_or_path(path):
        yield f"has the path {path!r}, which is neither a URL nor a path in the package", False
    if isinstance(email, str) and not _is_email(email):
        yield f"has the email {email!r}, which is not an address", False
    roles = entry.get("roles", [])
    if not isinstance(roles, list) or not all(isinstance(role, str) for role in roles):
        yield "has roles that are not a list of texts", False
    if not isinstance(entry.get("role", ""), str):
        yield "has a role that is not text", False


def _is_uri(text: str) -> bool:
    try:
        return bool(read_uri(text))
    except ValueError:
        return False


def _is_email(text: str) -> bool:
    try:
        return bool(read_email(text))
    except ValueError:
        return False


def _is_url_or_path(text: str) -> bool:
    return is_address(text) or ("://" not in text and not text.startswith(("/", "~")) and ".." not in text.split("/"))


def _list(item: Mapping[str, Any], key: str) -> list[Any]:
    value = item.get(key, [])
    return value if isinstance(value, list) else []


def _is_time(text: Any) -> bool:
    if not isinstance(text, str) or not _CREATED.fullmatch(text):
        return False
    leap = _LEAP_SECOND.search(text)
    try:
        moment = datetime.fromisoformat((text[: leap.start(1)] + "59" + text[leap.end(1) :] if leap else text).upper())
    except ValueError:
        return False
    return leap is None or (moment.astimezone(UTC) + timedelta(seconds=1)).strftime("%d %H:%M") == "01 00:00"
