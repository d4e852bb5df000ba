"""Tells which organ a document is of by its own head: a line in capitals that is its name, or a running head."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, cached_property, lru_cache

from mandate_data.citations.bodies import table
from mandate_data.citations.languages import Words
from mandate_data.citations.organs.headings import in_small_letters
from mandate_data.citations.organs.organs import Organs
from mandate_data.citations.reading.prepared_text import PreparedText, fragment
from mandate_data.citations.symbols.symbols import read

_REACH = 4000
"""How far before a heading the head of its document, or of its page, is looked for."""
_LONGEST = 70
"""Characters that a line with the name of an organ has at most."""
_AROUND = " \t\r*#_|"
"""What stands around the words of a line."""
_SAID = re.compile(r":|\.{3}|\b[A-Z]{1,5}/[A-Z\d]|^[\W\d]*$")
"""What a line has that names no body: `Original: ENGLISH`, a symbol, or a page alone."""


@cache
def _running_head(words: Words) -> re.Pattern[str]:
    """A symbol with the number of a page behind it."""
    page = "|".join(fragment(words, label) for label, kind in words.labels if kind == "page")
    return re.compile(rf"(?<![\w/.])([A-Z]{{1,5}}/[A-Z\d][\w./()-]{{1,40}}?)\s{{0,2}}(?:{page})\s\d", re.IGNORECASE)


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
        found = list(_in_capitals(self._text.raw, words))
        if words.labels:
            found += [
                (one.start(1), organ)
                for one in _running_head(words).finditer(plain)
                if (organ := _issuer(one[1])) is not None
            ]
        return sorted(found)


def _in_capitals(raw: str, words: Words) -> Iterator[tuple[int, str]]:
    """Where a line in capitals is the name of an organ, and no line beside it names another body, as in `State of
    Virginia` above `GENERAL ASSEMBLY`."""
    lines, place = [], 0
    for line in raw.split("\n"):
        said = line.strip(_AROUND)
        if said:
            lines.append((place, said))
        place += len(line) + 1
    for index, (start, said) in enumerate(lines):
        organ = _named(said, words) if len(said) <= _LONGEST and said.isupper() else None
        if organ is None:
            continue
        beside = [line for _, line in (*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2])]
        if not any(_is_of_another(line, words) for line in beside):
            yield start, organ


def _is_of_another(line: str, words: Words) -> bool:
    """Whether a line beside may name another body, as it says nothing that mastheads of the United Nations do: their
    name or that of an organ, a symbol, a session, a date, contents, a heading."""
    return not (_SAID.search(line) or _own(words).search(line) or _named(line.upper(), words))


@cache
def _own(words: Words) -> re.Pattern[str]:
    """What the other lines of a masthead say, as they are printed."""
    dated = rf"\d.*(?:{'|'.join(words.months)})|(?:{'|'.join(words.months)}).*\d"
    said = "|".join((words.series, words.contents, words.resolution, words.decision))
    return re.compile(rf"^(?:{words.united_nations})$|{dated}|(?<!\w)(?:{said})", re.IGNORECASE)


@lru_cache(maxsize=1024)
def _named(line: str, words: Words) -> str | None:
    """The organ with symbols that a line in capitals is the name of."""
    if _heads(words).search(line) is None:
        return None
    for spelled in (in_small_letters(line, words), line.capitalize()):
        text = PreparedText(spelled, words=words)
        named = Organs.organs(text).at(0)
        if named is not None and named.in_full and named.end == len(text.plain):
            return named.slug if table().adopts(named.slug) else None
    return None


@cache
def _heads(words: Words) -> re.Pattern[str]:
    """The words for councils, commissions and assemblies, one of which each organ has in its name, as they are
    printed."""
    return re.compile("|".join(words.heads), re.IGNORECASE)


def _issuer(symbol: str) -> str | None:
    """The organ with symbols whose document has this symbol."""
    found = read(symbol)
    return found.body if found is not None and table().adopts(found.body) else None
