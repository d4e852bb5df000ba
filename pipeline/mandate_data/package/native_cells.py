"""Native cells: values of JSON as the cells of a table, which know what they were."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any


class NativeCell(str):
    """A value of JSON as the text that stands for it; `value` is the value itself."""

    __slots__ = ("value",)
    value: Any

    def __new__(cls, value: Any) -> NativeCell:
        """Without a value the text is empty, whatever else is missing in its column."""
        text = "" if value is None else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        cell = super().__new__(cls, text)
        cell.value = value
        return cell


NO_VALUE = NativeCell(None)
"""A cell of a file that a dialect's `nullSequence` says is none."""

_KINDS: Sequence[tuple[type | tuple[type, ...], Sequence[str]]] = (
    (str, ()),
    (bool, ("boolean", "any")),
    ((int, float), ("integer", "number", "year", "any")),
    (Mapping, ("object", "geojson", "geopoint", "any")),
    (list, ("array", "list", "geopoint", "any")),
)


def fits(cell: NativeCell, kind: str) -> bool:
    """Whether a value may be one of a column's type: a number is no text, and true is no 1."""
    for types, kinds in _KINDS:
        if isinstance(cell.value, types):
            return not kinds or kind in kinds
    return False


def list_text(cell: NativeCell, delimiter: str) -> str:
    """The text of a cell of the type `list`, whose items JSON may give as a list."""
    if not isinstance(cell.value, list):
        return cell
    return delimiter.join(map(NativeCell, cell.value))
