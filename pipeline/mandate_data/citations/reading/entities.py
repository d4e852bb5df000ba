"""Reads what HTML and Markdown write as `&nbsp;`, `&#47;` or `&eacute;` as the character that it is.

Left are signs that would be markup; `&lt;` begins no tag.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache

_NAMES = r"nbsp|ensp|emsp|thinsp|numsp|puncsp|hairsp"
_CODES = r"#(?:160|32|819[4-9]|820[0-2]|8239|12288)|#x(?:a0|20|200[2-9a]|202f|3000)"
_BLANK = rf"&(?i:{_NAMES}|{_CODES});"
_ONE = re.compile(rf"{_BLANK}(?:{_BLANK})*|&(?:[A-Za-z][A-Za-z0-9]{{1,30}}|#\d{{1,7}}|#[xX][0-9A-Fa-f]{{1,6}});")
_IS_BLANK = re.compile(_BLANK)
_NO_TAG = str.maketrans("<>", "‹›")
_MARKUP = frozenset("[]*_`&\\\r\n\x00")


@lru_cache(maxsize=4096)
def _read(written: str) -> str:
    """What is written so: a blank for several of these; "" for what is not a character, or markup."""
    if _IS_BLANK.match(written):
        return " "
    said = html.unescape(written).translate(_NO_TAG)
    return said if len(said) == 1 and said not in _MARKUP else ""


def entities(text: str) -> list[tuple[int, int]]:
    """The stretches of these behind their first signs, which are read as the characters.

    >>> entities("para.&nbsp;7 and A&#47;60/1")
    [(6, 11), (19, 23)]
    """
    return [(found.start() + 1, found.end()) for found in _ONE.finditer(text) if _read(found[0])] if "&" in text else []


def as_characters(text: str) -> str:
    """The text, as long as before, in which the first sign of each of these is the character.

    >>> as_characters("para.&nbsp;7 and A&#47;60/1")
    'para. nbsp;7 and A/#47;60/1'
    """
    return _ONE.sub(lambda found: (_read(found[0]) or "&") + found[0][1:], text) if "&" in text else text
