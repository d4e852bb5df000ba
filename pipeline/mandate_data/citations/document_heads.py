"""Tells which organ a document is of by its own head: a line in capitals that is its name, or a running head."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, cached_property, lru_cache

from mandate_data.citations.bodies import table
from mandate_data.citations.languages import Words
from mandate_data.citations.organs import Organs
from mandate_data.citations.prepared_text import PreparedText, fragment
from mandate_data.citations.symbols import read

_REACH = 4000
"""How far before a heading the head of its document, or of its page, is looked for."""
_IN_CAPITALS = re.compile(
    r"(?:^|[\n\x01])[ \t*#_|]{0,8}([A-Z][A-Z'\xc0-\xde -]{6,70}?)(?=[ \t*_|]{0,8}(?:[\n\x01]|\Z))"
)


@cache
def _running_head(words: Words) -> re.Pattern[str]:
    """A symbol with the number of a page behind it."""
    page = "|".join(fragment(words, label) for label, kind in words.labels if kind == "page")
    return re.compile(rf"(?<![\w/.])([A-Z]{{1,5}}/[A-Z\d][\w./()-]{{1,40}}?)\s{{0,2}}(?:{page})\s\d", re.IGNORECASE)


@cache
def _small(words: Words) -> re.Pattern[str]:
    """The small words within a name, as they are capitalised with the others."""
    return re.compile(rf"(?<=\s)(?:{fragment(words, words.name_words)})(?=\s)", re.IGNORECASE)


def in_small_letters(name: str, words: Words) -> str:
    """A name in capitals as it is printed in running text: Commission on Human Rights."""
    return _small(words).sub(lambda word: word[0].lower(), name.title())


class DocumentHeads:
    """The heads of a text, looked for when the first heading asks for them."""

    def __init__(self, text: PreparedText) -> None:
        self._text = text

    def organ_before(self, position: int, head: str | None = None) -> str | None:
        """The organ with symbols that the head above `position` is of, the nearest first; one of the kind that is asked
        for: `council`."""
        found = self._found
        for place, organ in reversed(found[: bisect_left(found, (position, ""))]):
            if place < position - _REACH:
                break
            if head is None or head in table().by_slug[organ].title.lower():
                return organ
        return None

    @cached_property
    def _found(self) -> list[tuple[int, str]]:
        """Where heads stand, and the organ with symbols that each is of."""
        plain, words = self._text.plain, self._text.words
        found = [(line.start(1), _named(line[1].strip(), words)) for line in _IN_CAPITALS.finditer(plain)]
        if words.labels:
            found += [(one.start(1), _issuer(one[1])) for one in _running_head(words).finditer(plain)]
        return sorted((place, organ) for place, organ in found if organ is not None)


@lru_cache(maxsize=1024)
def _named(line: str, words: Words) -> str | None:
    """The organ with symbols that a line in capitals is the name of."""
    if _heads(words).search(line) is None:
        return None
    spelled = PreparedText(in_small_letters(line, words), words=words)
    named = Organs.organs(spelled).at(0)
    if named is None or not named.in_full or named.end != len(spelled.plain):
        return None
    return named.slug if table().adopts(named.slug) else None


@cache
def _heads(words: Words) -> re.Pattern[str]:
    """What the names of organs have one of: council, commission."""
    return re.compile("|".join(fragment(words, head) for head in words.heads), re.IGNORECASE)


def _issuer(symbol: str) -> str | None:
    """The organ with symbols whose document has this symbol."""
    found = read(symbol)
    return found.body if found is not None and table().adopts(found.body) else None
