"""The words that tie a paragraph further on to a resolution before it: `paragraphs 1 and 16 thereof`."""

from __future__ import annotations

import re
from functools import cache

from mandate_data.citations.languages import Words
from mandate_data.citations.reading.prepared_text import CLOSING, behind_number, date, fragment


@cache
def thereof(words: Words) -> re.Pattern[str]:
    """The word right behind a paragraph."""
    return re.compile(rf"\s(?:{fragment(words, words.thereof)})(?![\w-]|\s[A-Z\d])", re.IGNORECASE)


@cache
def treaty(words: Words) -> re.Pattern[str]:
    """A treaty, whose paragraph it may be."""
    return re.compile(fragment(words, words.treaty), re.IGNORECASE)


@cache
def in_particular(words: Words) -> re.Pattern[str]:
    """What announces a paragraph at the end of a text."""
    return re.compile(rf"(?:{fragment(words, words.filler)})\s(?:\w{{1,3}}\s)?\Z", re.IGNORECASE)


@cache
def relative(words: Words) -> re.Pattern[str]:
    """How a clause begins that says what a resolution did, right behind its number: `, by which it established`."""
    clause = "|".join(fragment(words, one) for one in (words.relative, words.clause))
    begins = rf"(?:\w{{1,5}}\s){{0,2}}(?:{clause})(?!\w)"
    return re.compile(rf"{CLOSING}(?:{behind_number(words, date(words))})?,?\s{begins}", re.IGNORECASE)
