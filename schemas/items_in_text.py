"""Items of a request that stand in one paragraph: "(a) …; (b) …", "(i) …; (ii) …" or "• …; • …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mandate_data.roman_numerals import to_roman

from .requests import ASKING, asks_for, only_remarks
from .sentences import sentence_around

_BEHIND = r"(?:(?<=[;:.,])|(?<= and)|(?<= or))\s+"
LETTERED = re.compile(rf"{_BEHIND}\((?P<letter>[a-z])\)\s+(?=\w)")
NUMBERED = re.compile(rf"{_BEHIND}\((?P<letter>[ivx]+)\)\s+(?=\w)")
BULLETS = re.compile(r"(?:(?:^|(?<=[;:.,])|(?<= and)|(?<= or))\s*)(?P<sign>[•‣▪●◦∙·])\s*(?=\w)")
"""Before an item of a request, where all of them are in one paragraph."""
BETWEEN = re.compile(r"[;,]?(?: and| or)?\s*$")
SHORTEST_LIST = 2
Span = tuple[int, int]


def items_in(text: str, start: int, *, recommends: bool, below: bool) -> Iterator[Span]:
    """The items of a request, if a paragraph has them behind its colon, without their letters or signs; and those with
    signs alone `below` a request.

    Where the section recommends nothing, the request must be one to States, or of whoever wrote the report.
    """
    for marks in (
        _in_order(text, start, LETTERED),
        _in_order(text, start, NUMBERED),
        list(BULLETS.finditer(text, start)),
    ):
        if not marks:
            continue
        begins = [found.end() for found in marks]
        if not _asks(text, start, marks[0].start(), recommends=recommends):
            if marks[0].re is not BULLETS or not below:
                continue
            begins = begins if not text[start : marks[0].start()].strip() else [start, *begins]
        ends = [found.start() for found in marks if found.end() > begins[0]]
        for begin, end in zip(begins, [*ends, sentence_around(text, begins[-1])[1]], strict=True):
            stretch = text[begin:end].rstrip()
            yield begin, begin + len(BETWEEN.sub("", stretch) if begin != begins[-1] else stretch)
        return


def _asks(text: str, start: int, place: int, *, recommends: bool) -> bool:
    """Whether a request ends with a colon at a place."""
    before = text[:place].rstrip()
    if not before.endswith(":") or (before.endswith(" be:") and not recommends):
        return False
    asking = max(start, sentence_around(text, len(before) - 1)[0])
    if recommends:
        return asks_for(text, asking, place)
    return ASKING.search(text, asking, place) is not None and not only_remarks(text[asking:place], 0)


def _in_order(text: str, start: int, form: re.Pattern[str]) -> list[re.Match[str]]:
    """Marks that count from the first on."""
    marks: list[re.Match[str]] = []
    for found in form.finditer(text, start):
        number = len(marks) + 1
        if found["letter"] == (chr(ord("a") + number - 1) if form is LETTERED else to_roman(number).lower()):
            marks.append(found)
    return marks if len(marks) >= SHORTEST_LIST else []
