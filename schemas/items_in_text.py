"""Items of a request that stand in one paragraph: "(a) …; (b) …", "(i) …; (ii) …" or "• …; • …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mandate_data.roman_numerals import to_roman

from .requests import demands, introduces
from .sentences import sentence_around

SIGN = "[•‣▪●◦∙·]"
_BEHIND = (
    r"(?:(?<=[;:.,])\d{0,3}|(?<= and)|(?<= or)"
    r"|(?<=\d\d-\d{5})|(?<=\d\d-\d{5} \d/\d\d)|(?<=\d\d-\d{5} \d\d/\d\d))\s+"
)
"""Before an item: a sign, with the mark of a note, "and", or the foot of a page that is run into the text."""
FOOT = re.compile(
    r"\s*(?:[A-Z]+/[\w/.]+ )?(?:\d{1,2}/\d{1,2} )?(?:GE\.)?\d\d-\d{5}(?: \d{1,2}/\d{1,2})?(?: [A-Z]+/[\w/.]+)?$"
)
"""The foot of a page at the end of an item: symbol, page, and the number of the print job."""
LETTERED = re.compile(rf"{_BEHIND}\((?P<letter>[a-z])\)\s+(?=\w)")
NUMBERED = re.compile(rf"{_BEHIND}\((?P<letter>[ivx]+)\)\s+(?=\w)")
BULLETS = re.compile(rf"(?:(?:^|(?<=[;:.,])|(?<= and)|(?<= or))\s*){SIGN}\s*(?=\w)")
"""Before an item of a request, where all of them are in one paragraph."""
OWN_LETTER = re.compile(r"\(?(?P<letter>[a-z])\)\s")
CONTINUED = re.compile(r"[;.](?: and| or)?\s+\((?P<letter>[a-z])\)\s+(?=\w)")
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
        else:
            intro = max(start, sentence_around(text, marks[0].start() - 1)[0])
            said = text[intro : marks[0].start()].rstrip()
            if demands(said, below=below):
                yield intro, intro + len(said)
        ends = [found.start() for found in marks if found.end() > begins[0]]
        for begin, end in zip(begins, [*ends, sentence_around(text, begins[-1])[1]], strict=True):
            stretch = text[begin:end].rstrip()
            yield begin, begin + len(without_and(FOOT.sub("", stretch)) if begin != begins[-1] else stretch)
        return


def without_and(item: str) -> str:
    """An item without the "; and" that leads to the next one."""
    return BETWEEN.sub("", item)


def _asks(text: str, start: int, place: int, *, recommends: bool) -> bool:
    """Whether a request ends with a colon at a place."""
    before = text[:place].rstrip()
    return introduces(before, start, recommends=recommends) and (recommends or not before.endswith(" be:"))


def continued_items(text: str, start: int) -> list[Span]:
    """The items of a paragraph that begins with a letter, if it has the next ones: "(b) …; and (c) …"."""
    own = OWN_LETTER.match(text)
    marks: list[re.Match[str]] = []
    for found in CONTINUED.finditer(text, start) if own else ():
        if own and found["letter"] == chr(ord(own["letter"]) + len(marks) + 1):
            marks.append(found)
    begins = [start, *(found.end() for found in marks)]
    ends = [*(found.start() for found in marks), len(text)]
    return list(zip(begins, ends, strict=True)) if marks else []


def _in_order(text: str, start: int, form: re.Pattern[str]) -> list[re.Match[str]]:
    """Marks that count from the first on."""
    marks: list[re.Match[str]] = []
    for found in form.finditer(text, start):
        number = len(marks) + 1
        if found["letter"] == (chr(ord("a") + number - 1) if form is LETTERED else to_roman(number).lower()):
            marks.append(found)
    return marks if len(marks) >= SHORTEST_LIST else []
