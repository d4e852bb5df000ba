"""Finding the rows of bare numbers under a heading such as "General Assembly resolutions"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mandate_data.citations.bodies import table
from mandate_data.citations.languages import Words
from mandate_data.citations.meanings import NO_SYMBOL
from mandate_data.citations.numbering import symbol_of
from mandate_data.citations.organ_names import Mention
from mandate_data.citations.organs import Organs
from mandate_data.citations.prepared_text import Linear, PreparedText, fragment
from mandate_data.citations.references import Reference
from mandate_data.citations.resolution_numbers import Number, numbers_at

_SPARE = 24
"""Characters that a heading may have beside the organ and its "resolutions"."""
_WITHOUT = 3
"""Lines without a number after which a table has ended: titles run over several lines."""
_RULE = " \t\r\n|:-"
"""What a line is made of that says nothing: empty, or the rule under the head of a table."""
_MARK = r"(?:\(?(?:[a-z]|[0-9]{1,3})[.)][ \t]{1,4})?"
"""What counts the rows: `(a)`, `1.`."""
_ROW = re.compile(rf"[\s|*\xa4-]{{0,8}}{_MARK}(?=\d|E?S-\d)")
_FIRST_ROW = re.compile(rf"\n[\s|*\xa4-]{{0,8}}{_MARK}(?:E?S-)?\d{{1,4}}(?![\d.]|\s*\n)")
"""The first line that may begin with the number of a resolution: no paragraph, no page."""


@cache
def _may_have_rows() -> Linear:
    """What such a line begins with: most texts have none, and RE2 leaps from line to line."""
    return Linear(rf"\n[\s|*\xa4-]{{0,8}}{_MARK}(?:E?S-)?[0-9]{{1,4}}(?:[^0-9.]|\z)")


_CELL_ENDS = re.compile(r"[ \t\r\n|.,;)]|$")


@cache
def _heading(words: Words) -> Linear:
    what = f"{fragment(words, words.resolution)}|{fragment(words, words.decision)}"
    counted = r"(?:[^\n.:;|]{1,12}[0-9.]{0,6}[.:][ \t]{1,4})?"  # Table 2:
    return Linear(
        rf"(?m)^[ \t|*#]*{counted}[^\n0-9.;|]{{0,80}}(?:{what})[^\n0-9.;|]{{0,80}}[ \t|]*$", case_sensitive=False
    )


@cache
def _subject(words: Words) -> re.Pattern[str]:
    """What the resolutions of a heading are about: `on` children and armed conflict."""
    return re.compile(rf"\s(?:{fragment(words, words.titled)})\s", re.IGNORECASE)


_COUNTED = re.compile(r"[\s|*#]*(?:\S{1,12}[ \t]?[\d.]{0,6}[.:][ \t]+)?")
"""What a heading begins with that is not of its words: `Table 2:`."""


@cache
def _kinds(words: Words) -> tuple[re.Pattern[str], re.Pattern[str]]:
    resolution, decision = fragment(words, words.resolution), fragment(words, words.decision)
    return re.compile(resolution, re.IGNORECASE), re.compile(decision, re.IGNORECASE)


def table_rows(text: PreparedText, organs: Organs) -> Iterator[Reference]:
    """The resolutions or decisions whose bare numbers begin the lines after a heading that names their organ.

    A table ends at the next heading, or after three lines that begin with no number.
    """
    if text.words.closing:
        return  # the number comes with its own word there
    near = _may_have_rows().search_at(text.data)
    first = _FIRST_ROW.search(text.plain, near) if near is not None else None
    if first is None:
        return
    headings = _heading(text.words).spans(text.data, _lines_before(text.plain, first.start()), len(text.data))
    for index, (start, end) in enumerate(headings):
        organ = _organ(organs, text, start, end)
        if organ is not None:
            limit = headings[index + 1][0] if index + 1 < len(headings) else len(text.plain)
            yield from _rows(text, organ, _kind(text, start, end), end, limit)


def _lines_before(plain: str, position: int) -> int:
    """Where the first of the lines begins that may be the heading of a row after the line break at `position`."""
    lines = 0
    while lines < _WITHOUT and position > 0:
        begins = plain.rfind("\n", 0, position) + 1
        lines += bool(plain[begins:position].strip(_RULE))
        position = begins - 1
    return position + 1


def _kind(text: PreparedText, start: int, end: int) -> str:
    """What a heading announces: resolutions, decisions, or both (empty)."""
    resolution, decision = (kind.search(text.plain, start, end) for kind in _kinds(text.words))
    return "" if resolution and decision else "RES" if resolution else "DEC"


def _kind_of(organ: str, number: Number) -> str:
    """What a number is under a heading of both: decisions are numbered from 101, those of the Assembly from 401."""
    return "DEC" if not number.roman and number.number > (400 if organ == "general_assembly" else 100) else "RES"


def _organ(organs: Organs, text: PreparedText, start: int, end: int) -> str | None:
    """The organ that a heading names, if it says little else; of several without symbols, as the Governing Council of
    UN-Habitat, the last one."""
    heading = text.plain[start:end]
    if heading.isupper():
        spelled = PreparedText(heading.title(), words=text.words, issuer=text.issuer)
        return _organ(Organs.organs(spelled), spelled, 0, len(heading))
    named: list[Mention] = [one for one in organs.within(start, end) if not one.weak and one.end <= end]
    if not named or (len(named) > 1 and any(one.generic or table().adopts(one.slug) for one in named)):
        return None
    mention = named[-1]
    begins = _COUNTED.match(text.plain, start, end)
    first = begins.end() if begins else start
    subject = (
        _subject(text.words).search(text.plain, mention.end, end) if text.plain[first : first + 1].isupper() else None
    )
    last = subject.start() if subject else end
    spoken = sum(len(match[0]) for kind in _kinds(text.words) for match in kind.finditer(text.plain, first, last))
    if len(text.plain[first:last].strip()) - sum(one.end - one.start for one in named) - spoken > _SPARE:
        return None
    return organs.of_the_kind(mention) if mention.generic else mention.slug


def _rows(text: PreparedText, organ: str, kind: str, position: int, limit: int) -> Iterator[Reference]:
    plain, without = text.plain, 0
    has_symbols = table().adopts(organ)
    while position < limit and without < _WITHOUT:
        line_end = plain.find("\n", position + 1, limit)
        line_end = limit if line_end < 0 else line_end
        if not plain[position:line_end].strip(_RULE):
            position = line_end
            continue
        row = _ROW.match(plain, position + 1, line_end)
        begins = row.end() if row else line_end
        groups = numbers_at(plain[begins:line_end], 0, text.words)
        numbers = [number for group in groups for number in group if not number.bare]
        found = 0
        for number in numbers:
            sort = kind or _kind_of(organ, number)
            symbol = symbol_of(sort, organ, number)
            start, end = begins + number.start, begins + number.end
            if not _CELL_ENDS.match(plain, end) or (symbol is None and has_symbols):
                continue
            found += 1
            yield Reference(
                start,
                end,
                text.raw[start:end],
                "resolution" if sort == "RES" else "decision",
                symbol,
                reason=None if symbol else NO_SYMBOL,
                organ=organ,
            )
        without = 0 if found else without + 1
        position = line_end
