"""Places in documents that begin or end within a word or a number."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from mandate_data.documents.document import Document, Place

_IN_NUMBER = re.compile(r"[0-9][.,][0-9]")
_YEAR_ENDS = re.compile(r"(?<![\d.,])(?:19|20)\d\d$")
_NOTE_MARK = re.compile(r"\.\d{1,3}(?=\s|$)")
_WITHOUT_BLANKS = ("CJK", "HIRAGANA", "KATAKANA")
"""Scripts that part no words, as Unicode calls them."""
AROUND = 20
"""Characters before and after a place that a finding shows."""


def cut_word(places: Sequence[Place], documents: Mapping[str, Document]) -> str:
    """What is around the first place that begins or ends within a word or a number; "" where none does."""
    for place in places:
        lines = documents[place.source_id].lines
        first, last = lines[place.line - 1], lines[place.end_line - 1]
        if _is_within(first, place.start) or _is_within(last, place.end):
            return f"{first[max(0, place.start - AROUND) : place.start]}[…]{last[place.end : place.end + AROUND]}"
    return ""


def _is_within(line: str, at: int) -> bool:
    """Whether a word or a number goes on at a character of a line.

    After a number letters may follow, as in `49th`; after the full stop behind a year the mark of a note, as in
    `2023.53`; after the comma behind a year the next number of a list, as in `2019,75/276`; and letters of two scripts
    are not a word, as in `提到A/HRC/34/55`.
    """
    if not 0 < at < len(line):
        return False
    before, after = line[at - 1], line[at]
    if before.isalpha() and after.isalpha():
        script = _script(before)
        return script == _script(after) and script not in _WITHOUT_BLANKS
    if before.isdigit() and after.isdigit():
        return True
    if not (before in ".," or after in ".,"):
        return False
    if _YEAR_ENDS.search(line[:at]) and _NOTE_MARK.match(line, at):
        return False
    if before == "," and _YEAR_ENDS.search(line[: at - 1]):
        return False
    return any(_IN_NUMBER.match(line, start) is not None for start in (at - 1, at - 2) if start >= 0)


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]
