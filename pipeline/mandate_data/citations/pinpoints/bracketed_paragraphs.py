"""Paragraphs in square brackets, as some law reviews cite them behind a page or a date: `(4 December 1992) 11 [57]`."""

from __future__ import annotations

import re
from functools import cache

from mandate_data.citations.languages import Words
from mandate_data.citations.reading.prepared_text import date, fragment

_DOCUMENT = 24
"""How far before a symbol the words stand that say that it is one: UN Doc."""


@cache
def _behind(words: Words) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<date>,?\s\({date(words)}\))?(?P<page>,?\s\d{{1,4}}|,?\s(?:{fragment(words, words.at_page)}))?"
        r"\s\[(\d{1,4})\](?!\w)"
    )


@cache
def _document(words: Words) -> re.Pattern[str]:
    return re.compile(rf"(?:{fragment(words, words.document)})\.?\s\Z", re.IGNORECASE)


def bracketed_behind(
    plain: str, start: int, end: int, limit: int, words: Words, pointing: bool
) -> tuple[int, int] | None:
    """The number in brackets behind a reference at [start, end). It may be the mark of a note: it counts behind a page,
    behind an `ibid.` (`pointing`), or behind the date of what is called a document."""
    found = _behind(words).match(plain, end, limit)
    if found is None:
        return None
    called = _document(words).search(plain, max(0, start - _DOCUMENT), start) is not None
    return found.span(3) if pointing or found["page"] or (found["date"] and called) else None
