"""Passages are added to the text of a guide, whose other lines stay as they are written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import yaml

from mandate_data.yaml_files import yaml_of

WIDTH = 120


def with_passages(guide: str, table: str, entries: list[dict[str, Any]]) -> str:
    """The text of a guide in which a table has these passages, too; what it has already stays as it is written.

    >>> print(with_passages("draft: true  # still", "events", [{"id": "a"}]), end="")
    draft: true  # still
    passages:
      events:
      - id: a
    """
    lines = guide.rstrip("\n").split("\n")
    key, section = _entry(yaml.compose(guide, yaml.SafeLoader), "passages")
    if section is None:
        return _inserted(lines, len(lines), ["passages:", *_written({table: entries}, 2)])
    if not _is_block(section):
        tables = yaml_of(guide, "the guide")["passages"] or {}
        tables[table] = [*(tables.get(table) or ()), *entries]
        return _inserted(
            [*lines[: key.start_mark.line], *lines[_end(section) :]],
            key.start_mark.line,
            _written({"passages": tables}, 0),
        )
    key, listed = _entry(section, table)
    if listed is None:
        return _inserted(lines, _end(section), _written({table: entries}, section.start_mark.column))
    if _is_block(listed):
        return _inserted(lines, _end(listed), _written(entries, listed.start_mark.column))
    first = key.start_mark.line
    whole = [*(yaml_of(guide, "the guide")["passages"][table] or ()), *entries]
    return _inserted([*lines[:first], *lines[_end(listed) :]], first, _written({table: whole}, key.start_mark.column))


def _entry(mapping: Any, key: str) -> tuple[Any, Any]:
    """The nodes of a key and its value; None for both where there is no such key."""
    pairs = mapping.value if isinstance(mapping, yaml.MappingNode) else ()
    return next(((name, value) for name, value in pairs if name.value == key), (None, None))


def _is_block(node: Any) -> bool:
    return isinstance(node, yaml.CollectionNode) and not node.flow_style


def _end(node: Any) -> int:
    """The number of lines up to the end of what a node says."""
    while _is_block(node):
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    return int(node.end_mark.line + (node.end_mark.column > 0))


def _written(content: Any, column: int) -> list[str]:
    plain = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=WIDTH)
    return [f"{' ' * column}{line}" for line in plain.splitlines()]


def _inserted(lines: Sequence[str], at: int, new: Sequence[str]) -> str:
    return "\n".join([*lines[:at], *new, *lines[at:]]) + "\n"
