"""Resources: what the descriptor of somebody else's package says of its files, checked before any of them is read."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import shorten
from typing import Any

from frictionless import Dialect, FrictionlessException, Schema

from mandate_data.findings import Finding, Location, finding
from mandate_data.package.csv_records import MOST_CELLS
from mandate_data.package.file_safety import irregular

DIALECT = {
    *("$schema", "title", "description", "delimiter", "lineTerminator", "quoteChar", "doubleQuote", "escapeChar"),
    *("nullSequence", "skipInitialSpace", "header", "headerRows", "headerJoin", "commentRows", "commentChar"),
    *("caseSensitiveHeader", "csvddfVersion"),
}
"""Properties of a CSV dialect, of versions 1 and 2 of the standard."""
MEDIA_TYPES = {"text/csv": "csv", "text/tab-separated-values": "tsv"}
BOUNDS = {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"}
LONGEST_MESSAGE = 300
"""Characters: some reasons repeat the schema."""
FORMATS = {"csv": ",", "tsv": "\t"}
"""Formats of tables that are read, and their usual delimiters."""


class InvalidResourceError(Exception):
    """What is wrong with the description of a resource."""


@dataclass(frozen=True, slots=True)
class Resource:
    """One file of a package, or none if its rows stand in the descriptor; `schema` is None where no table is described.

    `dialect` is what the descriptor says of it; `delimiter` is None for one that is not plain CSV.
    """

    name: str
    path: Path | None
    descriptor: Mapping[str, Any]
    schema: Schema | None
    dialect: Mapping[str, Any]
    delimiter: str | None


def read_resources(folder: Path, descriptor: Mapping[str, Any]) -> tuple[list[Resource], list[Finding]]:
    """The resources of a package, and what is wrong with the way it describes them.

    Expects that no path leads out of the folder. Files that are no tables that we read are left out: with a finding if
    they have a schema, since their rows stay unchecked.
    """
    where = str(folder / "datapackage.json")
    resources: list[Resource] = []
    findings: list[Finding] = []
    for number, item in enumerate(descriptor["resources"], 1):
        name = str(item["name"]) if isinstance(item, Mapping) and item.get("name") else f"resource {number}"
        try:
            if name in [resource.name for resource in resources]:
                raise InvalidResourceError("another resource has this name")
            resources.append(_resource(folder, name, item))
        except InvalidResourceError as error:
            findings.append(_invalid(where, name, str(error)))
    for resource in list(resources):
        for problem in _stray_keys(resource, resources):
            findings.append(_invalid(where, resource.name, problem))
            resources.remove(resource)
            break
    for resource in resources:
        if resource.path is not None:
            findings += irregular(resource.path, folder, resource.name)
    return resources, findings


def _invalid(file: str, name: str, problem: str) -> Finding:
    shown = shorten(problem, LONGEST_MESSAGE, placeholder=" …")
    return finding("descriptor-invalid", Location(file), table=name, problem=shown)


def _resource(folder: Path, name: str, item: Any) -> Resource:
    if not isinstance(item, Mapping):
        raise InvalidResourceError("it is no object")
    path, data = item.get("path"), item.get("data")
    if isinstance(path, list) and len(path) == 1:
        path, item = path[0], {**item, "path": path[0]}
    if isinstance(path, list) and path:
        raise InvalidResourceError(
            "its table is cut into several files; they are not read, so give each a resource of its own"
        )
    if (path is None) == (data is None) or not isinstance(path, str | None) or path == "" or str(path).endswith("/"):
        raise InvalidResourceError("it needs either a path or data")
    schema = _schema(folder, item.get("schema"))
    if path is None:
        return Resource(name, None, item, schema if isinstance(data, list) else None, {}, None)
    if schema is None and _format(item) not in FORMATS:
        return Resource(name, folder / path, item, None, {}, None)
    if item.get("compression") or _format(item) not in FORMATS:
        raise InvalidResourceError(f"{path} is not plain CSV, so that its rows are not read; give it as CSV")
    dialect = _read(folder, item.get("dialect", {}), "dialect")
    return Resource(name, folder / path, item, schema or Schema(), dialect, _delimiter(item, dialect))


def _format(item: Mapping[str, Any]) -> str:
    """The format as the descriptor, the media type or the name of the file gives it, in lower case."""
    suffix = Path(str(item["path"])).suffix[1:]
    return str(item.get("format") or MEDIA_TYPES.get(str(item.get("mediatype")), suffix)).lower()


def _schema(folder: Path, content: Any) -> Schema | None:
    if content is None:
        return None
    content = _read(folder, content, "schema")
    fields = content.get("fields")
    if not isinstance(fields, list) or not all(isinstance(field, dict) for field in fields):
        # Frictionless would take a text for the address of a field, and open it.
        raise InvalidResourceError("its schema is not valid: its fields are no list of objects")
    if len(fields) > MOST_CELLS:
        raise InvalidResourceError(f"it has {len(fields)} columns; no table is read that has more than {MOST_CELLS}")
    try:
        schema = Schema.from_descriptor({key: value for key, value in content.items() if key != "$schema"})
        for field in schema.fields:
            re.compile(field.constraints.get("pattern") or "")
            field.create_cell_reader()
            for name in BOUNDS & set(field.constraints):
                if field.create_value_reader()(field.constraints[name]) is None:
                    raise ValueError(f"{name} of {field.name} is no {field.type}")
    except FrictionlessException as error:
        reasons = "; ".join(reason.note for reason in error.reasons) or error.error.note
        raise InvalidResourceError(f"its schema is not valid: {reasons}") from None
    except (re.error, TypeError, ValueError, AttributeError, KeyError) as error:  # of a part that is no object, too
        raise InvalidResourceError(f"its schema is not valid: {error}") from None
    return schema


def _read(folder: Path, content: Any, what: str) -> dict[str, Any]:
    """A part of the descriptor that may stand in a file of its own."""
    if isinstance(content, str):
        path = folder / content
        try:
            if any(irregular(path, folder, "")):
                raise InvalidResourceError(f"its {what} {content!r} is no file of the package")
            content = json.loads(path.read_text(encoding="utf-8"))
        except OSError as error:
            raise InvalidResourceError(f"its {what} {content!r} can't be read ({error.strerror})") from None
        except (ValueError, RecursionError) as error:
            raise InvalidResourceError(f"its {what} {content!r} is no JSON ({str(error).splitlines()[0]})") from None
    if not isinstance(content, dict):
        raise InvalidResourceError(f"its {what} is no object")
    return content


def _delimiter(item: Mapping[str, Any], dialect: Mapping[str, Any]) -> str | None:
    """The delimiter of a file in plain CSV; None for any other dialect or encoding, which Frictionless reads."""
    plain = {"quoteChar": '"', "doubleQuote": True, "skipInitialSpace": False, "header": True, "headerRows": [1]}
    unknown = sorted(set(dialect) - DIALECT)
    if unknown:  # such as controls of Frictionless, whose texts it would take for addresses
        raise InvalidResourceError(f"its dialect has {', '.join(unknown)}, which is not read")
    rest = {key: value for key, value in dialect.items() if key not in ("$schema", "delimiter", "lineTerminator")}
    delimiter = dialect.get("delimiter", FORMATS[_format(item)])
    if not isinstance(delimiter, str) or len(delimiter) != 1:
        raise InvalidResourceError("its delimiter is not one character")
    encoding = _encoding(item)
    if any(plain.get(key) != value for key, value in rest.items()) or encoding != "utf-8":
        for name in ("headerRows", "commentRows"):
            numbers = rest.get(name, [])
            if not isinstance(numbers, list) or any(type(number) is not int for number in numbers):
                raise InvalidResourceError(f"its dialect is not valid: {name} is no list of numbers of rows")
        try:
            Dialect.from_descriptor(dict(dialect))
        except FrictionlessException as error:
            reasons = "; ".join(reason.note for reason in error.reasons) or error.error.note
            raise InvalidResourceError(f"its dialect is not valid: {reasons}") from None
        return None
    return delimiter if delimiter.isascii() and delimiter not in '"\r\n\0' else None


def _encoding(item: Mapping[str, Any]) -> str:
    """The name of the encoding as Python has it."""
    name = item.get("encoding", "utf-8")
    try:
        return codecs.lookup(name).name
    except (LookupError, TypeError, ValueError):
        raise InvalidResourceError(f"its encoding {name!r} is unknown") from None


def _stray_keys(resource: Resource, resources: Sequence[Resource]) -> Iterator[str]:
    """Foreign keys to tables and columns that are not there."""
    known = {other.name: other.schema for other in resources if other.schema is not None}
    for key in resource.schema.foreign_keys if resource.schema else []:
        target = key["reference"]["resource"] or resource.name
        columns = key["reference"]["fields"]
        if not columns:
            yield "a foreign key has no columns"
        elif target not in known:
            yield f"a foreign key refers to {target!r}, which is no table of the package"
        elif not known[target].fields:
            yield f"a foreign key refers to {target!r}, whose columns nobody has described"
        elif not set(columns) <= set(known[target].field_names):
            yield f"a foreign key refers to {', '.join(columns)} of {target}, which has no such column"
