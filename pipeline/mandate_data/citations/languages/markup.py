"""What HTML says of the language of its text: the one that it names, and the text without style sheets and tags."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mandate_data.citations.languages.words import language_of

_PAGE = re.compile(r"\A[\s\ufeff]*(?:<[?!][^<>]*>\s*){0,8}<html(?=[\s>])([^<>]*)>", re.IGNORECASE)
_NAMED = re.compile(r"(?:^|\s)(?:xml:)?lang\s*=\s*[\"']?\s*([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)\b", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z!]")
UNSHOWN_BEGINS = re.compile(r"<(?:(style|script)(?=[\s>])|!--)", re.IGNORECASE)
_ENDS = {name: re.compile(rf"</{name}\s*>", re.IGNORECASE) for name in ("style", "script")} | {"": re.compile("-->")}
"""What begins and ends style sheets, scripts and comments."""
ATTRIBUTES = r"(?:[^<>=]++|=\s*+(?:\"[^\"<]*+\"|'[^'<]*+')?+)*+"
"""What a tag has behind its name: in a value in quotation marks no sign ends it."""
ANY_TAG = re.compile(rf"</?[A-Za-z]{ATTRIBUTES}>")


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
    hidden = unshown(text)
    begins, ends = [0, *(end for _, end in hidden)], [*(start for start, _ in hidden), len(text)]
    shown = " ".join([text[begin:end] for begin, end in zip(begins, ends, strict=True)])
    return ANY_TAG.sub(" ", shown)


def blanked(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """The text with blanks in the place of some stretches, in order."""
    kept, done = [], 0
    for start, end in stretches:
        kept += [text[done:start], " " * (end - start)]
        done = end
    return "".join([*kept, text[done:]]) if kept else text


def unshown(text: str) -> list[tuple[int, int]]:
    """The stretches of style sheets, scripts and comments, which no browser shows; what has no end is text.

    >>> unshown("One<!-- two -->, <STYLE>p { }</STYLE>three")
    [(3, 15), (17, 37)]
    """
    found: list[tuple[int, int]] = []
    endless: set[str] = set()
    begin = UNSHOWN_BEGINS.search(text) if "<" in text else None
    while begin is not None:
        name, done = (begin[1] or "").lower(), begin.end()
        end = None if name in endless else _ENDS[name].search(text, done)
        if end is None:
            endless.add(name)
        else:
            found.append((begin.start(), done := end.end()))
        begin = UNSHOWN_BEGINS.search(text, done)
    return found
