"""Resources: what the descriptor of somebody else's package says of its files, checked before any of them is read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import shorten
from typing import Any

from frictionless import FrictionlessException, Schema

from pipeline.findings import Finding
from pipeline.validate.csvfiles import MOST_CELLS
from pipeline.validate.guard import irregular

LONGEST_MESSAGE = 300
"""Characters: some reasons repeat the schema."""
FORMATS = {"csv": ",", "tsv": "\t"}
"""Formats of tables that are read, and their usual delimiters."""


class InvalidResourceError(Exception):
    """What is wrong with the description of a resource."""


@dataclass(frozen=True, slots=True)
class Resource:
    """One file of a package, or none if its rows stand in the descriptor; `schema` is None where no table is described.

    `delimiter` is None for a dialect that is not plain CSV.
    """

    name: str
    path: Path | None
    descriptor: Mapping[str, Any]
    schema: Schema | None
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


def _invalid(file: str, name: str, message: str) -> Finding:
    return Finding(
        code="descriptor-invalid",
        severity="error",
        table=name,
        message=shorten(f"{name}: {message}", LONGEST_MESSAGE, placeholder=" …"),
        hint="correct the descriptor: datapackage.org says what it may hold",
        file=file,
    )


def _resource(folder: Path, name: str, item: Any) -> Resource:
    if not isinstance(item, Mapping):
        raise InvalidResourceError("it is no object")
    path, data = item.get("path"), item.get("data")
    if isinstance(path, list) and len(path) == 1:
        path = path[0]
    if isinstance(path, list):
        raise InvalidResourceError(
            "its table is cut into several files; they are not read, so give each a resource of its own"
        )
    if (path is None) == (data is None) or not isinstance(path, str | None) or path == "":
        raise InvalidResourceError("it needs either a path or data")
    schema = _schema(folder, item.get("schema"))
    if path is None:
        return Resource(name, None, item, schema if isinstance(data, list) else None, None)
    if schema is None and _format(item) not in FORMATS:
        return Resource(name, folder / path, item, None, None)
    if item.get("compression") or _format(item) not in FORMATS:
        raise InvalidResourceError(f"{path} is not plain CSV, so that its rows are not read; give it as CSV")
    return Resource(name, folder / path, item, schema or Schema(), _delimiter(folder, item))


def _format(item: Mapping[str, Any]) -> str:
    """The format as the descriptor or the name of the file gives it, in lower case."""
    return str(item.get("format") or Path(str(item["path"])).suffix[1:]).lower()


def _schema(folder: Path, content: Any) -> Schema | None:
    if content is None:
        return None
    content = _read(folder, content, "schema")
    if isinstance(content.get("fields"), list) and len(content["fields"]) > MOST_CELLS:
        raise InvalidResourceError(
            f"it has {len(content['fields'])} columns; no table is read that has more than {MOST_CELLS}"
        )
    try:
        schema = Schema.from_descriptor({key: value for key, value in content.items() if key != "$schema"})
        for field in schema.fields:
            re.compile(field.constraints.get("pattern") or "")
            field.create_cell_reader()
    except FrictionlessException as error:
        reasons = "; ".join(reason.note for reason in error.reasons) or error.error.note
        raise InvalidResourceError(f"its schema is not valid: {reasons}") from None
    except (re.error, TypeError, ValueError) as error:
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


def _delimiter(folder: Path, item: Mapping[str, Any]) -> str | None:
    """The delimiter of a file in plain CSV; None for any other dialect or encoding, which Frictionless reads."""
    dialect = _read(folder, item.get("dialect", {}), "dialect")
    plain = {"quoteChar": '"', "doubleQuote": True, "skipInitialSpace": False, "header": True, "headerRows": [1]}
    rest = {key: value for key, value in dialect.items() if key not in ("$schema", "delimiter", "lineTerminator")}
    delimiter = dialect.get("delimiter", FORMATS[_format(item)])
    if not isinstance(delimiter, str) or len(delimiter) != 1:
        raise InvalidResourceError("its delimiter is not one character")
    encoding = str(item.get("encoding", "utf-8")).lower().replace("_", "-")
    if any(plain.get(key) != value for key, value in rest.items()) or encoding not in ("utf-8", "utf8"):
        return None
    return delimiter if delimiter.isascii() and delimiter not in '"\r\n\0' else None


def _stray_keys(resource: Resource, resources: Sequence[Resource]) -> Iterator[str]:
    """Foreign keys to tables and columns that are not there."""
    known = {other.name: other.schema for other in resources if other.schema is not None}
    for key in resource.schema.foreign_keys if resource.schema else []:
        target = key["reference"]["resource"] or resource.name
        columns = key["reference"]["fields"]
        if target not in known:
            yield f"a foreign key refers to {target!r}, which is no table of the package"
        elif known[target].fields and not set(columns) <= set(known[target].field_names):
            yield f"a foreign key refers to {', '.join(columns)} of {target}, which has no such column"
