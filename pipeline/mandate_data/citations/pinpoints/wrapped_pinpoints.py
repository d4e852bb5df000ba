"""Pinpoints of scripts without spaces: most words follow their number, others stand before it."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from mandate_data.citations.languages import Words
from mandate_data.citations.languages.groups_of_words import NEVER
from mandate_data.citations.reading.prepared_text import SIGN, fragment
from mandate_data.citations.references import PinpointKind

_OUTER = (None, "chapter", "section")
"""What has paragraphs of its own: a volume, too."""
_JOINT = re.compile(r",?\s?")


class Wrapped(NamedTuple):
    """A pinpoint that ends at `end`, with the `spans` of its numbers."""

    end: int
    kind: PinpointKind
    spans: tuple[tuple[int, int], ...]


def wrapped_begins(words: Words) -> str:
    """A pattern for how such pinpoints begin."""
    others = "|".join(fragment(words, one) for one in (words.annex, *words.counted) if one) or NEVER
    return rf"(?:{fragment(words, words.resolution)})\s?(?:\d|{fragment(words, words.numerals)})|{others}"


@cache
def _patterns(words: Words) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    joined, to = fragment(words, words.conjunction), fragment(words, words.to)
    annexed = fragment(words, words.numerals)
    known = [fragment(words, end) for end in words.wrapped]
    ends, first = "|".join(known), fragment(words, words.resolution)
    ends = ends.replace(SIGN, f"{SIGN}(?!{'|'.join(one for one in known if one != SIGN)})")
    number = (
        rf"\d(?:[\d\s,{SIGN}-]|\.(?=\d)|\((?:[a-z]{{1,4}}|(?:{annexed}){{1,2}})\)|(?:,|{joined}|{to})\s?(?:{first})?)*?"
    )
    annex = fragment(words, words.annex) if words.annex else NEVER
    spelled = rf"(?:{annexed}){{1,3}}(?:(?:,|{joined}|{to})\s?(?:{first})?(?:{annexed}){{1,3}})*"
    counted = "|".join(f"({fragment(words, one)})" for one in words.counted) or NEVER
    return (
        re.compile(
            rf"(?:{annex})\s?((?:{annexed}){{1,3}}(?:(?:,|{joined}|{to})(?:{annexed}){{1,3}})*|[IVX]{{1,4}}(?![A-Z])|\d{{1,3}}(?!\d|\s?(?:{ends})))?(?:\)?,?\s?)"
        ),
        re.compile(rf"(?:{first})\s?({number}|{spelled})\s?({ends})"),
        re.compile(rf"\s?(?:,|{joined})\s?(?={first})"),
        re.compile(rf"(?:{counted})\s?(\d{{1,3}}(?:[.-]\d{{1,3}})?(?!\d)|(?:{annexed}){{1,3}}|[IVX]{{1,5}}(?![A-Z]))"),
    )


def _joint(plain: str, end: int) -> int:
    """Where the next pinpoint begins behind a chapter: 第一章，第42段."""
    joint = _JOINT.match(plain, end)
    return joint.end() if joint is not None else end


def wrapped_at(plain: str, start: int, words: Words) -> Wrapped | None:
    """The pinpoint that begins at `start`: a number and its word, an annex, or both; or a word and its number."""
    annexed, numbered, joined, counted = _patterns(words)
    annex: re.Match[str] | None = annexed.match(plain, start)
    spans = (annex.span(1),) if annex and annex[1] else ()
    match = numbered.match(plain, annex.end() if annex else start)
    while match is not None:
        kind = next(kind for end, kind in words.wrapped.items() if fragment(words, end) == match[2])
        spans = (*spans, match.span(1))
        inside = _joint(plain, match.end())
        inner = numbered.match(plain, inside) if kind in _OUTER else None
        if inner is None and kind in _OUTER and (annex := annexed.match(plain, inside)) is not None:
            spans = (*spans, annex.span(1)) if annex[1] else spans
            return Wrapped(inside + len(annex[0].rstrip("), \n")), "annex", spans)
        if inner is None:
            joint = joined.match(plain, match.end())
            more = numbered.match(plain, joint.end()) if joint is not None else None
            inner = more if more is not None and more[2] == match[2] else None
        if inner is None:
            return Wrapped(match.end(), kind, spans) if kind is not None else None
        match = inner
    match = counted.match(plain, annex.end() if annex else start)
    if match is not None:
        number = len(words.counted) + 1
        sort = next(place for place in range(1, number) if match[place])
        return Wrapped(match.end(), list(words.counted.values())[sort - 1], (*spans, match.span(number)))
    return Wrapped(start + len(annex[0].rstrip("), \n")), "annex", spans) if annex else None
