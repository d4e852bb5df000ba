"""CSV dialects: how a descriptor says that a table's file is written, of versions 1 and 2 of the standard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from mandate_data.package.line_ends import USUAL

_TEXTS = ("delimiter", "lineTerminator", "quoteChar", "escapeChar", "nullSequence", "commentChar", "headerJoin")
_BOOLEANS = ("doubleQuote", "skipInitialSpace", "header", "caseSensitiveHeader")
_ROWS = ("headerRows", "commentRows")
_SILENT = ("$schema", "title", "description", "csvddfVersion", "type")
_TEXTS_OF_OTHER_FORMATS = ("property", "sheetName", "table")
_OTHER_FORMATS = (*_TEXTS_OF_OTHER_FORMATS, "itemType", "itemKeys", "sheetNumber")
_NEVER_NULL = ("delimiter", "lineTerminator", "commentChar", "headerJoin")
_OF_FRICTIONLESS = ("csv", "json", "excel", "controls", "skipBlankRows")
"""What Frictionless writes into dialects: a format's own properties, or what it makes of them."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a table's file is written; `unknown` are the properties that neither version of the standard has."""

    delimiter: str = ","
    line_terminator: str = "\r\n"
    quote: str = '"'
    double_quote: bool = True
    escape: str = ""
    null_sequence: str | None = None
    skip_initial_space: bool = False
    header: bool = True
    header_rows: tuple[int, ...] = (1,)
    header_join: str = " "
    comment_rows: tuple[int, ...] = ()
    comment: str = ""
    case_sensitive_header: bool | None = True
    item_type: str = ""
    item_keys: tuple[str, ...] | None = None
    unknown: tuple[str, ...] = field(default=(), compare=False)

    @property
    def is_plain(self) -> bool:
        """Whether it is the default but for its delimiter."""
        return (
            self == Dialect(self.delimiter, self.line_terminator, case_sensitive_header=self.case_sensitive_header)
            and self.line_terminator in USUAL
            and self.delimiter.isascii()
            and len(self.delimiter) == 1
            and self.delimiter not in '"\r\n\0'
        )

    @property
    def has_usual_lines(self) -> bool:
        return self.line_terminator in USUAL


def read_dialect(content: Mapping[str, Any], delimiter: str = ",", version_2: bool = True) -> Dialect:
    """The dialect that a descriptor states; `delimiter` is the usual one of the format.

    Raises ValueError with what can't be.
    """
    stated = {key: value for key, value in content.items() if key not in _OF_FRICTIONLESS}
    own = content.get("csv")
    if isinstance(own, Mapping):
        stated |= own
    for key in _TEXTS:
        if not isinstance(stated.get(key, ""), str if key in _NEVER_NULL else str | None):
            raise ValueError(f"{key} is not text")
    _check_other_formats(stated)
    for key in _BOOLEANS:
        if not isinstance(stated.get(key, True), bool):
            raise ValueError(f"{key} is neither true nor false")
    for key in _ROWS:
        if not _is_rows(stated.get(key, [])):
            raise ValueError(f"{key} is not a list of numbers of rows")
    for key in ("quoteChar", "escapeChar"):
        if len(stated.get(key) or "") > 1:
            raise ValueError(f"{key} is not one character")
    if "delimiter" in stated and (not stated["delimiter"] or set(stated["delimiter"]) & set("\r\n\0")):
        raise ValueError("delimiter is empty, or has a line end")
    for key in ("commentChar", "lineTerminator"):
        if stated.get(key) == "":
            raise ValueError(f"{key} is empty")
    for key in ("quoteChar", "escapeChar"):
        if stated.get(key) and stated[key] in "\r\n\0":
            raise ValueError(f"{key} is a line end")
    known = {*_TEXTS, *_BOOLEANS, *_ROWS, *_SILENT, *_OTHER_FORMATS}
    rows = tuple(stated.get("headerRows", [1]))
    return Dialect(
        delimiter=stated.get("delimiter", delimiter),
        line_terminator=stated.get("lineTerminator", "\r\n"),
        quote=stated.get("quoteChar", '"') or "",
        double_quote=stated.get("doubleQuote", True),
        escape=stated.get("escapeChar") or "",
        null_sequence=stated.get("nullSequence"),
        skip_initial_space=stated.get("skipInitialSpace", False),
        header=stated.get("header", True) and bool(rows),
        header_rows=tuple(sorted(rows)) or (1,),
        header_join=stated.get("headerJoin", " "),
        comment_rows=tuple(stated.get("commentRows", [])),
        comment=stated.get("commentChar", ""),
        case_sensitive_header=stated.get("caseSensitiveHeader", True if version_2 else None),
        item_type=stated.get("itemType", ""),
        item_keys=tuple(stated["itemKeys"]) if "itemKeys" in stated else None,
        unknown=tuple(sorted(set(stated) - known)),
    )


def states_line_ends(content: Mapping[str, Any]) -> bool:
    """Whether a dialect says how lines end, which else is not heeded."""
    own = content.get("csv")
    return bool(content.get("lineTerminator") or (isinstance(own, Mapping) and own.get("lineTerminator")))


def _check_other_formats(stated: Mapping[str, Any]) -> None:
    """Raises ValueError for a property of JSON, spreadsheets or databases that has a value it can't have."""
    for key in _TEXTS_OF_OTHER_FORMATS:
        if not isinstance(stated.get(key, ""), str):
            raise ValueError(f"{key} is not text")
    if stated.get("itemType", "array") not in ("array", "object"):
        raise ValueError(f"itemType is {stated['itemType']!r}, neither array nor object")
    keys = stated.get("itemKeys", [])
    if not isinstance(keys, list) or not all(isinstance(key, str) for key in keys):
        raise ValueError("itemKeys is not a list of texts")
    number = stated.get("sheetNumber", 1)
    if not isinstance(number, int) or isinstance(number, bool) or number < 1:
        raise ValueError(f"sheetNumber is {number!r}, no number of a sheet")


def _is_rows(rows: Any) -> bool:
    return (
        isinstance(rows, Sequence) and not isinstance(rows, str) and all(type(row) is int and row > 0 for row in rows)
    )
