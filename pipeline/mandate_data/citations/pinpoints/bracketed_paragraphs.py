"""Pinpoints without a word, as some law reviews cite them: paragraphs in square brackets, pages behind a date."""

from __future__ import annotations

import re
from functools import cache

from mandate_data.citations.languages import Words
from mandate_data.citations.reading.prepared_text import date, fragment

_DOCUMENT = 24
"""How far before a symbol the words stand that say that it is one: UN Doc."""


_NUMBER = r"\d{1,4}(?:\.\d{1,2})?"


@cache
def _behind(words: Words) -> re.Pattern[str]:
    at = fragment(words, words.at_page)
    return re.compile(
        rf"(?P<date>,?\s\({date(words)}\))?(?P<page>,?\s\d{{1,4}}(?:-\d{{1,4}})?|,?\s(?:{at}))?"
        rf"(?P<comma>,?)\s\[(?P<number>{_NUMBER}(?:\]\s?-\s?\[{_NUMBER})?)\](?!\w)"
    )


@cache
def _page(words: Words) -> re.Pattern[str]:
    """A page without a word for it, behind a date, with nothing behind it in its note."""
    return re.compile(
        rf"(?P<date>,?\s\({date(words)}\))?\s(?P<number>\d{{1,4}}(?:-\d{{1,4}})?)(?=\.(?:\s*\Z|\s?\n|\s\d)|;)"
    )


@cache
def _document(words: Words) -> re.Pattern[str]:
    return re.compile(rf"(?:{fragment(words, words.document)})\.?\s\Z", re.IGNORECASE)


def bracketed_behind(
    plain: str, start: int, end: int, limit: int, words: Words, pointing: bool
) -> tuple[int, int] | None:
    """The number, or the range, in brackets behind a reference at [start, end). It may be the mark of a note: it counts
    behind a page, behind an `ibid.` (`pointing`), or the date of, or a comma after, what is called a document."""
    found = _behind(words).match(plain, end, limit)
    if found is None:
        return None
    tied = pointing or found["page"] or ((found["date"] or found["comma"]) and _is_called(plain, start, words))
    return found.span("number") if tied else None


def page_behind(plain: str, start: int, end: int, limit: int, words: Words, pointing: bool) -> tuple[int, int] | None:
    """The page without a word for it that ends the note: `UN Doc E/CN.4/1982/30 (11 March 1982) 147.`, and `Ibid 148.`
    in a style without a full stop behind the word."""
    found = _page(words).match(plain, end, limit)
    if found is None:
        return None
    tied = plain[end - 1 : end].isalpha() if pointing else found["date"] and _is_called(plain, start, words)
    return found.span("number") if tied else None


def _is_called(plain: str, start: int, words: Words) -> bool:
    """Whether words before a symbol say that it is a document."""
    return _document(words).search(plain, max(0, start - _DOCUMENT), start) is not None
