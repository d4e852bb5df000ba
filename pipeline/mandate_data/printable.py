"""Printable text: what a terminal would act on, or what turns the direction of a line, is written as an escape; and
numbers with what they count."""

from __future__ import annotations

import re
from typing import Any

_ACTING = "\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff"
_MARKS = "\u061c\u200e\u200f"
"""Marks of direction that say how the letters beside them run, as texts from right to left have them."""
_IN_TEXT = re.compile(f"[{_ACTING}]")
_IN_LINE = re.compile(f"[\n{_ACTING}]")
_BUT_MARKS = re.compile(f"(?![{_MARKS}])[{_ACTING}]")


def printable(text: str) -> str:
    """A text of any lines without control characters (but tab and line feed), marks of direction, and surrogates.

    >>> printable("a\\x1b[2J")
    'a\\\\x1b[2J'
    """
    return _IN_TEXT.sub(_escaped, text) if not text.isprintable() else text


def printable_passage(text: str) -> str:
    """The same for a passage of an input that is given back: the marks by which a text from right to left is shown
    stay, as they turn nothing else.

    >>> printable_passage("a\\u202e").isascii(), printable_passage("a\\u200f").isascii()
    (True, False)
    """
    return _BUT_MARKS.sub(_escaped, text) if not text.isprintable() else text


def printable_line(text: str) -> str:
    """The same for what must stay one line: a line feed is an escape, too."""
    return _IN_LINE.sub(_escaped, text) if not text.isprintable() else text


def printable_json(text: str) -> str:
    """JSON that says the same with escapes of JSON; control characters below 32 have them already."""
    return re.sub(_IN_TEXT, lambda found: f"\\u{ord(found[0]):04x}", text) if not text.isprintable() else text


def counted(number: int, noun: str) -> str:
    """A number with what it counts.

    >>> counted(1, "file"), counted(2, "file")
    ('1 file', '2 files')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"


def printable_values(value: Any) -> Any:
    """The value with each text in its lists and mappings made printable.

    >>> printable_values([{"a": "\\x1b"}, 1])
    [{'a': '\\\\x1b'}, 1]
    """
    match value:
        case str():
            return printable(value)
        case list() | tuple():
            return [printable_values(item) for item in value]
        case dict():
            return {key: printable_values(item) for key, item in value.items()}
        case _:
            return value


def _escaped(found: re.Match[str]) -> str:
    return found[0].encode("unicode_escape").decode("ascii")
