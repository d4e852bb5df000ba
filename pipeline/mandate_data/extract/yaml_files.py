"""YAML files of curators: read, checked against a JSON Schema, every complaint with its line."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import yaml

from mandate_data.errors import InputError

LINE = "__line__"


class _LineLoader(yaml.CSafeLoader):
    """Safe YAML in which every mapping also knows its line, and dates stay the text that was written."""


def _mapping_with_line(loader: _LineLoader, node: yaml.MappingNode) -> dict[str, Any]:
    keys = [loader.construct_object(key, deep=True) for key, _ in node.value]
    for position, key in enumerate(keys):
        if key in keys[:position]:
            mark = node.value[position][0].start_mark
            raise yaml.MarkedYAMLError(problem=f"the key {key!r} stands twice", problem_mark=mark)
    mapping: dict[Any, Any] = loader.construct_mapping(node, deep=True)
    mapping[LINE] = node.start_mark.line + 1
    return mapping


_LineLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping_with_line)
_LineLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def load_yaml(path: Path, schema: str) -> Any:
    """The content of a file, checked against a JSON Schema, given as text.

    Each mapping carries its line under `LINE`.

    Raises InputError, with path and line, for a missing or unreadable file, for text that is not YAML, and for
    the first place at which the content breaks the JSON Schema.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise InputError(f"{path}: no such file; every source folder needs one") from None
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: can't be read ({error})") from None
    try:
        return _copied(_checked(text, schema))
    except _MistakeError as mistake:
        raise InputError(f"{path}:{mistake}") from None


def schema_of(kind: str) -> str:
    """The JSON Schema of a kind of file of a project: `source`, `reading`, `errata` or `identifiers`."""
    return (files("mandate_data.extract") / "json_schemas" / f"{kind}.schema.json").read_text(encoding="utf-8")


class _MistakeError(Exception):
    """What is wrong with a text: its line and the complaint."""


@functools.lru_cache(maxsize=64)
def _checked(text: str, schema: str) -> Any:
    """The content of a text that keeps the schema, kept for who builds again and again, as `make mutants` does.

    Callers get copies, as they may change them. Raises _MistakeError.
    """
    try:
        content = yaml.load(text, Loader=_LineLoader)
    except yaml.reader.ReaderError as error:
        line = text.encode()[: error.position].count(b"\n") + 1
        raise _MistakeError(f"{line}: not YAML: {error.reason}") from None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise _MistakeError(f"{line}: not YAML: {error.problem}") from None
    errors = sorted(_validator(schema).iter_errors(without_lines(content)), key=lambda error: list(error.path))
    if errors:
        worst = jsonschema.exceptions.best_match(errors)
        assert worst is not None
        where = "/".join(str(step) for step in worst.absolute_path) or "the file"
        line = _line_of(text, worst.absolute_path)
        raise _MistakeError(f"{line}: {where}: {worst.message}")
    return content


@functools.lru_cache(maxsize=64)
def _validator(schema: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json.loads(schema))


def _copied(content: Any) -> Any:
    if isinstance(content, dict):
        return {key: _copied(value) for key, value in content.items()}
    if isinstance(content, list):
        return [_copied(item) for item in content]
    return content


def without_lines(content: Any) -> Any:
    """The content as plain YAML would give it."""
    if isinstance(content, dict):
        return {key: without_lines(value) for key, value in content.items() if key != LINE}
    if isinstance(content, list):
        return [without_lines(item) for item in content]
    return content


def _line_of(text: str, path: Iterable[str | int]) -> int:
    """The line of the key or item at the end of a path into the content, or of the innermost that can be found."""
    node: Any = yaml.compose(text, Loader=_LineLoader)
    line = int(node.start_mark.line) + 1 if node else 1
    for step in path:
        if isinstance(node, yaml.MappingNode):
            found = [(key, value) for key, value in node.value if key.value == str(step)]
            if not found:  # a key such as 0x1, which means 1
                break
            key, node = found[0]
            line = key.start_mark.line + 1
        else:
            node = node.value[step]
            line = node.start_mark.line + 1
    return line
