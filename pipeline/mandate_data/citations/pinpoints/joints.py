"""What joins the numbers of a list, and what follows a number that counts things: `and Corr.2`, but `and 2 States`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mandate_data.citations.languages import Words, words_of
from mandate_data.citations.pinpoints.pinpoints import end_of_announced
from mandate_data.citations.reading.days import begins_a_date
from mandate_data.citations.reading.prepared_text import PreparedText, behind_number, date, fragment

_OF_SYMBOLS = "en"
"""The language in which symbols are joined in texts of all languages, too: `SR.46 and 47`."""
_LINE_ENDS = ("\n", "")
_CLOSES = re.compile(r"(?:\s\([^\Wa-z\d_][^()\n\d]{1,40}\))?[)\]]{0,2}")
"""Who spoke, and the brackets that close: `SR.23, para. 12 (Austria), and SR.29`."""


@cache
def joint(words: Words) -> str:
    """A pattern for the sign or the word between two symbols or numbers of a list: a comma, a hyphen, `and`, `to`."""
    joined = rf"\b(?:{_joined(words)})\b" if words.edge else _joined(words)
    attached = rf"|(?:{fragment(words, words.joined_conjunction)})(?=[A-Z\d])" if words.joined_conjunction else ""
    anywhere = words_of(_OF_SYMBOLS).conjunction
    return rf"(?:,|;|-|{joined}|&{attached}|\b(?:{anywhere})(?:\b|(?=(?:Add|Corr|Rev)\.)))"


@cache
def counts_things(words: Words) -> re.Pattern[str]:
    """What follows a number that counts things, and so goes on no list; a capital in a new line begins another item."""
    goes_on = "|".join((_joined(words), fragment(words, words.go_on), words_of(_OF_SYMBOLS).conjunction))
    return re.compile(rf"(?!\s?\n(?-i:[A-Z]))\s{{1,2}}(?!(?:{goes_on})\b)\w|%", re.IGNORECASE)


def ends_a_range(item: re.Match[str], words: Words) -> bool:
    """Whether the item of a list is the end of a range, which counts no things: `Add.1-6 Observations of Governments`,
    or, at the end of a line, `Add.1 to 3`."""
    if item[0][0] == "-" and item[0][1:].isdigit():
        return True
    return _range(words).fullmatch(item[0]) is not None and item.string[item.end() : item.end() + 1] in _LINE_ENDS


def _goes_on_at(plain: str, position: int, words: Words) -> Iterator[int]:
    """Where a list may go on behind one of its items, which ends at `position`: right there, or else behind its date,
    or its pinpoint, who spoke, and the brackets that close there, as in `(paras. 2-4) and Corr.1`; there a bare number
    is none of the list."""
    yield position
    dated = _dated(words).match(plain, position) if plain.startswith((" ", ",", "\n"), position) else None
    if dated is not None:
        yield dated.end()
    announced = end_of_announced(plain, position, words)
    for place in (position,) if announced is None else (announced, position):
        closing = _CLOSES.match(plain, place)
        if closing is not None and closing.end() > position:
            yield closing.end()


def next_item(text: PreparedText, following: re.Pattern[str], position: int) -> re.Match[str] | None:
    """The next item of a list, of which one ends at `position`; its first group is what is printed of it. Behind a
    pinpoint it is not a bare number, and nowhere the day of a date."""
    for place in _goes_on_at(text.plain, position, text.words):
        match = following.match(text.plain, place)
        if match is not None and match[1].isdigit():
            match = None if place != position or begins_a_date(text.raw, match.start(1)) else match
        if match is not None:
            return match
    return None


@cache
def _range(words: Words) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{fragment(words, words.to)})\s\d+", re.IGNORECASE)


@cache
def _dated(words: Words) -> re.Pattern[str]:
    """The date of an item of a list, behind it."""
    return re.compile(rf"{behind_number(words, date(words))}(?!\w)", re.IGNORECASE)


def _joined(words: Words) -> str:
    return f"{fragment(words, words.conjunction)}|{fragment(words, words.to)}"
