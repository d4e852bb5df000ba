"""What HTML says of the language of its text: the one that it names, and the text without style sheets and tags."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mandate_data.citations.languages.words import language_of

_PAGE = re.compile(r"\A[\s\ufeff]*(?:<[?!][^<>]*>\s*){0,8}<html(?=[\s>])([^<>]*)>", re.IGNORECASE)
_NAMED = re.compile(r"(?:^|\s)(?:xml:)?lang\s*=\s*[\"']?\s*([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)\b", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z!]")
_WITHOUT_WORDS = tuple(
    (re.compile(begins, re.IGNORECASE), re.compile(ends, re.IGNORECASE))
    for begins, ends in ((r"<style(?=[\s>])", r"</style\s*>"), (r"<script(?=[\s>])", r"</script\s*>"), ("<!--", "-->"))
)
"""What begins and ends style sheets, scripts and comments."""
_ANY_TAG = re.compile(r"</?[A-Za-z][^<>]*>")


def named_language(text: str) -> str | None:
    """The language that a page names for itself, if it is one in which citations are read.

    >>> named_language("<!DOCTYPE html><html lang='fr-CA'>"), named_language("<html lang=de>")
    ('fr', None)
    """
    page = _PAGE.match(text)
    return next((code for tag in _NAMED.findall(page[1]) if (code := language_of(tag))), None) if page else None


def without_markup(text: str) -> str:
    """The text without tags, and without style sheets, scripts and comments, whose words are in no language.

    >>> without_markup("<style>p { }</style><p>Text</p>").split()
    ['Text']
    """
    if "<" not in text or not _TAG.search(text):
        return text
    for begins, ends in _WITHOUT_WORDS:
        text = " ".join(_outside(text, begins, ends))
    return _ANY_TAG.sub(" ", text)


def _outside(text: str, begins: re.Pattern[str], ends: re.Pattern[str]) -> Iterator[str]:
    """The text but for what stands between two patterns; what has no end is text."""
    done = 0
    while (begin := begins.search(text, done)) and (end := ends.search(text, begin.end())):
        yield text[done : begin.start()]
        done = end.end()
    yield text[done:]
