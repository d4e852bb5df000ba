"""Reads the blanks that HTML and Markdown write as `&nbsp;` or `&#160;` as blanks."""

from __future__ import annotations

import re

_NAMES = r"nbsp|ensp|emsp|thinsp|numsp|puncsp|hairsp"
_CODES = r"#(?:160|32|819[4-9]|820[0-2]|8239|12288)|#x(?:a0|20|200[2-9a]|202f|3000)"
_ONE = rf"&(?:{_NAMES}|{_CODES});"
_BLANK = re.compile(rf"{_ONE}(?:{_ONE})*", re.IGNORECASE)  # begins with a sign that is searched for fast


def entities(text: str) -> list[tuple[int, int]]:
    """The stretches of these behind their first signs, which are read as the blanks.

    >>> entities("para.&nbsp;7")
    [(6, 11)]
    """
    return [(found.start() + 1, found.end()) for found in _BLANK.finditer(text)] if "&" in text else []


def with_blanks(text: str) -> str:
    """The text, as long as before, in which the first sign of each of these is a blank.

    >>> with_blanks("para.&nbsp;7")
    'para. nbsp;7'
    """
    return _BLANK.sub(lambda found: f" {found[0][1:]}", text) if "&" in text else text
