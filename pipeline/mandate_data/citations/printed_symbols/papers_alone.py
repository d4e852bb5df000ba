"""Finding papers and records that are named by their last part alone, where the text cites one of their series in full:
`A/C.5/68/L.41 … The draft (L.42)`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from mandate_data.citations.languages import Words
from mandate_data.citations.languages.groups_of_words import NEVER
from mandate_data.citations.printed_symbols.codes import numbers_another_thing
from mandate_data.citations.printed_symbols.listed_papers import LAST_OF_A_RANGE, PAPER_NUMBER, number_of
from mandate_data.citations.reading.prepared_text import PreparedText, fragment
from mandate_data.citations.references import Reference
from mandate_data.citations.symbols.symbols import read

_TYPES = "L|CRP|WP|SR|PV"
_IN_SERIES = re.compile(rf"(?P<stem>.+/)(?P<type>{_TYPES})\.{PAPER_NUMBER}")
_ALONE = re.compile(
    rf"(?<![A-Za-z0-9_/.,])(?<![A-Za-z.,/]-)(?P<type>{_TYPES})\.{PAPER_NUMBER}"
    rf"(?![A-Za-z0-9_/]|[.,]\d|-(?!(?:{_TYPES})\.|\d{{1,4}}(?!\w)))"
)
"""The end of a code of something else is none, but that of a range is: `L.70-L.72`."""
_OF_BODIES = "ECE/"
"""The papers of a commission whose working parties are called WP.1 and so on."""
_FAR = 5000
"""How far before a paper the one cited in full may stand."""
_BEFORE = 120
"""Characters before a paper in which a word tells that it numbers another thing, or an article of a law."""


@cache
def _of_a_law(words: Words) -> re.Pattern[str]:
    """The articles of a law, up to the next one: `articles L.511, L.512 and`."""
    labels = "|".join(fragment(words, label) for label, kind in words.labels if kind in ("article", "rule"))
    joined = fragment(words, words.conjunction)
    return re.compile(rf"(?:{labels})\s{{0,2}}(?:[A-Z]\.\s?\d[\d.-]*(?:,\s?|\s(?:{joined})\s))*$", re.IGNORECASE)


@cache
def _of_another_thing(words: Words) -> re.Pattern[str]:
    """A word right before a paper that is not a word for documents, with a capital or behind an article: `Henkin L.79`,
    `Lot L.12`, `the vessel PV.12`."""
    said = "|".join(
        fragment(words, one)
        for one in (words.cites_before, words.document, words.numbered_document, words.draft, words.resolution)
        if one
    )
    the = rf"(?i:{fragment(words, words.article_before)})" if words.article_before else NEVER
    capital = r"(?<![.;:]\s)(?<!\n)\b"
    return re.compile(
        rf"(?:{capital}(?=[A-Z])|(?<![\w-]){the}\s?)(?!(?i:{said})s?\s)[A-Za-z][\w'-]*\.?\s$" if words.edge else NEVER
    )


def papers_alone(text: PreparedText, references: Sequence[Reference]) -> Iterator[Reference]:
    """The papers that are of the one series of their type which the `references` cite in full before them."""
    series: dict[str, list[tuple[int, str]]] = {}
    for one in references:
        cited = _IN_SERIES.fullmatch(one.symbol) if one.kind == "symbol" and one.symbol else None
        if cited is not None:
            series.setdefault(cited["type"], []).append((one.start, cited["stem"]))
    if not series:
        return
    for match in _ALONE.finditer(text.plain):
        start, end = match.span()
        stem = _stem(series.get(match["type"], []), start)
        paper = read(stem + match[0]) if stem is not None and not _is_of_a_body(stem, match["type"]) else None
        if paper is None or _of_a_law(text.words).search(text.plain, max(0, start - _BEFORE), start):
            continue
        if start and _of_another_thing(text.words).search(text.plain, max(0, start - _BEFORE), start):
            continue
        last = LAST_OF_A_RANGE.match(text.plain, end)
        if last is not None and int(last[1]) <= int(number_of(match[0])):
            continue  # L.421-3, an article of a code
        if numbers_another_thing(text, start, match[0].partition(".")[2], repaired=False):
            continue
        yield Reference(start, end, text.raw[start:end], "symbol", paper.canonical, antecedent=_last(series, match))


def _is_of_a_body(stem: str, kind: str) -> bool:
    """Whether the type of a paper and its number are the name of a working party there: the World Forum (WP.29)."""
    return kind == "WP" and stem.startswith(_OF_BODIES)


def _stem(cited: Sequence[tuple[int, str]], start: int) -> str | None:
    """What papers of the series have before their number; None where papers of several were cited not far before."""
    last = bisect_left(cited, (start,))
    first = bisect_left(cited, (max(0, start - _FAR),))
    stems = {stem for _, stem in cited[first:last]}
    return stems.pop() if len(stems) == 1 else None


def _last(series: dict[str, list[tuple[int, str]]], match: re.Match[str]) -> int:
    """Where the last paper of the series is cited before this one."""
    cited = series[match["type"]]
    return cited[bisect_left(cited, (match.start(),)) - 1][0]
