"""Who made a visit, where the text names several people: the members of a working group, say."""

from __future__ import annotations

import re

from .holder_sentences import PART, TITLE, UPPER

_PERSON = rf"{TITLE} [{UPPER}](?:[\w'’-]*|\.)(?: {PART})*"
PERSON = re.compile(_PERSON)
_SEVERAL = rf"{_PERSON}(?: \([^()]{{1,60}}\))?(?:(?:,| and|,? and|,? as well as) {_PERSON}(?: \([^()]{{1,60}}\))?)*"
_LED_BY = re.compile(
    rf"(?:represented by|composed of|consisting of|comprising|including|led by|headed by|members?,?"
    rf"|in the persons? of|participation of) (?P<people>{_SEVERAL})"
)
_SUBJECT = re.compile(rf"(?P<people>{_SEVERAL}),?(?: [a-z]+){{0,4}} $")


def visitors(text: str, start: int, end: int) -> list[str]:
    """The people whom a sentence that begins at `start` names as those who made a visit, before the word at `end`."""
    found = _LED_BY.search(text, start, end) or _SUBJECT.search(text[:end], start)
    return [] if found is None else PERSON.findall(found["people"])


def listed_people(cell: str) -> list[str]:
    """The people of a cell, with their forms of address."""
    return PERSON.findall(cell)
