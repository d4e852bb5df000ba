"""Tells symbols from the codes of other things, such as flats, invoices or cars, by what stands beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from mandate_data.citations.languages import Words
from mandate_data.citations.pinpoints import pinpoint_at
from mandate_data.citations.prepared_text import PreparedText, fragment
from mandate_data.citations.symbols import read

_REACH = 36
"""How far before a code the word that says so begins."""
_ENDS_NO_WORD = frozenset("0123456789,;)")
"""After these signs no word introduces a symbol: most stand so in lists."""
_LONGEST_CODE = 32
_SYMBOL = re.compile(r"[A-Z]{1,5}/[A-Z0-9][\w./()-]*")
_BESIDE = 64
"""How far before a symbol the one before it begins."""
_COMMA = re.compile(r",?\s")
_MOST = 8
"""So many codes of a list are looked at."""


@dataclass(frozen=True, slots=True)
class _Patterns:
    """Words before a code, in one language: those that number another thing than a document at times, and always."""

    sometimes: re.Pattern[str]
    always: re.Pattern[str]
    in_a_list: re.Pattern[str]
    """The code before that of a list."""
    parted: re.Pattern[str]
    symbol_ahead: re.Pattern[str]


@cache
def _patterns(words: Words) -> _Patterns:
    sign = fragment(words, words.number_sign)
    joined = fragment(words, words.conjunction)
    parts = rf"(?:[;,]\s{{1,2}}(?:(?:{joined})\s)?|\s(?:{joined})\s)"
    lists = (
        re.compile(rf"[A-Z]{{1,5}}/[A-Z0-9./-]{{1,12}}(?:,\s?|,?\s(?:{joined})\s)$", re.IGNORECASE),
        re.compile(parts),
        re.compile(rf"{parts}([A-Z]{{1,5}}/[A-Z0-9][\w./()-]*)"),
    )
    if words.shares_signs:
        return _Patterns(
            re.compile(rf"(?:{words.not_a_document})(?P<sign>[:\uff1a])?\s?$"),
            re.compile(rf"(?:{words.never_a_document})(?P<sign>[:\uff1a])?\s?$"),
            *lists,
        )
    behind = rf"\.?(?: |(?=:))(?P<sign>(?:{sign}|:)\s?)?$"  # in a new line, a page may begin with its running head
    return _Patterns(
        re.compile(rf"\b(?:{fragment(words, words.not_a_document)}){behind}", re.IGNORECASE),
        re.compile(rf"\b(?:{fragment(words, words.never_a_document)}){behind}", re.IGNORECASE),
        *lists,
    )


def numbers_another_thing(text: PreparedText, start: int, tail: str, repaired: bool) -> bool:
    """Whether a word before the symbol at `start`, or before its list, says that it numbers a thing: `Flat A/60/1`.

    `tail` is what follows its first slash. Behind words that number documents at times, such as `item`, only one that
    is short there, as symbols were at first, is none; behind the others one of figures and slashes is none, too, and
    one that is `repaired`.
    """
    plain, figures = text.plain, tail.strip()
    bare = figures.replace("/", "").isdigit() or repaired
    for _ in range(_MOST):
        introduced = plain[max(0, start - 3) : start].rstrip()[-1:] not in _ENDS_NO_WORD
        if introduced and _is_labelled(text, start, bare, figures.isdigit() or repaired):
            return True
        listed = _patterns(text.words).in_a_list
        before = listed.search(plain, max(0, start - _LONGEST_CODE), start) if bare else None
        if before is None:
            return False
        start = before.start()
    return False


def _is_labelled(text: PreparedText, start: int, bare: bool, short: bool) -> bool:
    printed, patterns = text.raw if text.words.shares_signs else text.plain, _patterns(text.words)
    low = max(0, start - _REACH)
    label = patterns.sometimes.search(printed, low, start)
    if label is not None and (short or label["sign"]):
        return True
    return bare and patterns.always.search(printed, low, start) is not None


def is_among_symbols(text: PreparedText, start: int, end: int) -> bool:
    """Whether a list has longer symbols right before or behind [start, end): `A/PV.183, p. 910; E/800; E/CN.6/SR.7`."""
    plain, patterns = text.plain, _patterns(text.words)
    ahead = patterns.symbol_ahead.match(plain, end)
    if ahead is not None and _is_longer(ahead[1]):
        return True
    behind = list(_SYMBOL.finditer(plain, max(0, start - _BESIDE), start))
    if not behind or not _is_longer(behind[-1][0]):
        return False
    before = behind[-1]
    stop = before.start() + len(before[0].rstrip("."))
    comma = _COMMA.match(plain, stop)
    pinpoint = pinpoint_at(plain, comma.end(), text.words) if comma else None
    return patterns.parted.fullmatch(plain, pinpoint.end if pinpoint else stop, start) is not None


def _is_longer(printed: str) -> bool:
    """Whether this is a symbol with more than figures behind its first slash."""
    tight = printed.rstrip(".)")
    return not tight.partition("/")[2].isdigit() and read(tight) is not None
