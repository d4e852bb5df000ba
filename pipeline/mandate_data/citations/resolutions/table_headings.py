"""Reads the headings of tables and lists of resolutions: which organ's numbers are below, and of which kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Literal, NamedTuple

from mandate_data.citations.bodies import table
from mandate_data.citations.languages import Words
from mandate_data.citations.organs.headings import in_small_letters
from mandate_data.citations.organs.organ_names import Mention
from mandate_data.citations.organs.organs import Organs
from mandate_data.citations.reading.prepared_text import Linear, PreparedText, date, fragment
from mandate_data.citations.resolutions.document_heads import DocumentHeads
from mandate_data.citations.resolutions.meanings import ResolutionKind
from mandate_data.citations.resolutions.resolution_numbers import numbers_at
from mandate_data.citations.resolutions.surrounding_words import surrounding_words

Announced = ResolutionKind | Literal[""]
"""What a heading announces: resolutions, decisions, or both (empty)."""
_A_MAIN_COMMITTEE = "A/C.6"
_SPARE = 24
RULE = " \t\r\n|:-"
"""What a line is made of that says nothing: empty, or the rule under the head of a table."""
MARK = r"(?:\(?(?:[a-z]|[0-9]{1,3})[.)][ \t]{1,4})?"
"""What counts the rows: `(a)`, `1.`."""
ROW = re.compile(rf"[\s|*\xa4-]{{0,8}}{MARK}(?=\d|E?S-\d)")
EDGE = re.compile(r"[ \t]*\|")
MOST_CELLS = 100
AROUND = " \t\r*#"
"""What stands around what a cell says."""
_ABOVE = 1000
"""How far above a heading that names no organ the one is named whose resolutions are below it."""
_APART = re.compile(r"(?:^|\x01|\n[ \t]*\n)[ \t]*$")
"""What parts a heading with a full stop from what is above it: else it ends a sentence."""
_RIGHT_ABOVE = 12
_APART_BY_BLANKS = re.compile(r"\S(?:[ ]{2,}|\t)\S")
"""How the head of a table parts its columns where no bars do."""


_OF_A_HEADING = r"[^\n0-9.;|]{0,80}"


@cache
def heading_lines(words: Words) -> Linear:
    """A line with a cell that may be a heading."""
    what = "|".join(fragment(words, one) for one in _named(words))
    edge = r"\b" if words.edge else ""
    counted = r"(?:[^\n.:;|]{1,12}[0-9.]{0,6}[.:][ \t]{1,4}){0,2}"  # Table 2: II. A.
    leader = r"(?:[ \t]?\.{3}[. \t]{0,200}[0-9]{0,4})?"
    dated = rf"(?:{date(words)}(?:[^\n0-9.;|]{{1,12}}{date(words)})?)?"
    cell = rf"[ \t*#]*{counted}{_OF_A_HEADING}{edge}(?:{what}){edge}{_OF_A_HEADING}{dated}(?:\.|{leader})[ \t]*"
    return Linear(rf"(?m)^(?:[^\n]*\|)?{cell}(?:\|[^\n]*)?$", case_sensitive=False)


@cache
def _subject(words: Words) -> re.Pattern[str]:
    """What the resolutions of a heading are about: `on` children and armed conflict."""
    return re.compile(rf"\s(?:{fragment(words, words.titled)})\s", re.IGNORECASE)


_LEADER = re.compile(r"[ \t]?\.{3}[. \t]*\d{0,4}[ \t]*$")
"""The dots of a table of contents, and the page."""
_SPARE_IN_CONTENTS = 70
"""What a heading of a table of contents may say beside its organ: adopted by the Council `at its seventh session`."""
_COUNTED = re.compile(r"[\s|*#]*(?:\S{1,12}[ \t]?[\d.]{0,6}[.:][ \t]+){0,2}")
"""What a heading begins with that is not of its words: `Table 2:`."""


@cache
def _kinds(words: Words) -> tuple[re.Pattern[str], re.Pattern[str]]:
    edge = r"\b" if words.edge else ""
    resolution, decision = (
        re.compile(f"{edge}(?:{fragment(words, one)}){edge}", re.IGNORECASE) for one in _named(words)
    )
    return resolution, decision


def _named(words: Words) -> tuple[str, str]:
    """The words for resolutions and for decisions, which follow their number in some languages."""
    return words.closing or (words.resolution, words.decision)


@cache
def _dates(words: Words) -> re.Pattern[str]:
    """The time that a heading ends with: `from 1 August 2004 to 31 July 2005`."""
    day = date(words)
    return re.compile(rf"(?:\s\w{{1,6}})?\s{day}(?:[^\n\d.;|]{{1,12}}{day})?[ \t*#]*$", re.IGNORECASE)


@cache
def _main_committee(words: Words) -> re.Pattern[str]:
    """The committee on whose report the Assembly adopted what is below: the Sixth Committee."""
    return re.compile(fragment(words, words.main_committee), re.IGNORECASE)


class Column(NamedTuple):
    """What a heading says: the organ of the numbers below it (empty: that which a cell before them names, or the
    issuer), of which kind they are (empty: either), and in which cell of a row they are; None for those that begin a
    line."""

    organ: str
    kind: Announced
    cell: int | None = None
    titled: bool = False
    """Whether only numbers with a full stop and a title behind them are of it."""
    contents: bool = False
    """Whether it is the heading of a table of contents, with dots and a page."""


class Heading(NamedTuple):
    """A line that is the heading of what is below it, and whether it begins with the edge of a table."""

    start: int
    end: int
    columns: Sequence[Column]
    edged: bool = False
    unnamed: Announced | None = None
    """What it announces, if it names no organ and nothing tells which one is meant: that of the heading above."""


def is_of_the_one_above(plain: str, above: Heading, heading: Heading) -> bool:
    """Whether a heading that names no organ stands right below one that does: the head of its table, as in `Resolution
    number    Date    Subject`."""
    if heading.columns:
        unnamed = heading.columns[0].titled
    else:
        unnamed = _APART_BY_BLANKS.search(plain, heading.start, heading.end) is not None
    alone = bool(above.columns) and above.columns[0].cell is None
    return unnamed and alone and not plain[above.end : heading.start].strip(RULE)


def read_heading(text: PreparedText, organs: Organs, heads: DocumentHeads, start: int, end: int) -> Heading | None:
    """The heading in a line; None where a row of several cells has none. One without columns only ends a table."""
    edge = EDGE.match(text.plain, start, end)
    cells = list(islice(cells_of(text.plain, edge.end() if edge else start, end), MOST_CELLS))
    if sum(1 for first, last in cells if text.plain[first:last].strip()) < 2:
        return _heading_alone(text, organs, heads, start, end)
    if any(ROW.match(text.plain, first, last) for first, last in cells):
        return None
    columns = [
        Column(organ, _kind(text, first, last), place)
        for place, (first, last) in enumerate(cells)
        if _names_a_kind(text, first, last) and (organ := _organ(organs, heads, text, first, last)) is not None
    ]
    return Heading(start, end, columns, edge is not None) if columns else None


def _heading_alone(text: PreparedText, organs: Organs, heads: DocumentHeads, start: int, end: int) -> Heading | None:
    """The heading that a line is; None for a row, whose title speaks of decisions, and for the end of a sentence."""
    row = ROW.match(text.plain, start, end)
    if row and any(not one.bare for group in numbers_at(text.plain[row.end() : end], 0, text.words) for one in group):
        return None
    kind, organ, titled = _kind(text, start, end), _organ(organs, heads, text, start, end), False
    unnamed = kind if organ == "" else None
    if organ == "":
        organ = adopting_issuer(text)
        if organ is None:
            organ, titled = heads.organ_before(start) or _named_above(text, organs, start), True
    if text.plain[start:end].rstrip(RULE).endswith("."):
        apart = _APART.search(text.plain, max(0, start - _RIGHT_ABOVE), start) is not None
        if organ is None or not apart or text.raw[start:end].lstrip(AROUND)[:1].islower():
            return None
    contents = _LEADER.search(text.plain, start, end) is not None
    if organ is None:
        return Heading(start, end, [], unnamed=unnamed)
    return Heading(start, end, [Column(organ, kind, titled=titled, contents=contents)])


def _named_above(text: PreparedText, organs: Organs, start: int) -> str | None:
    """The one organ with symbols that is named above a heading which names none; None if another one is, in whatever
    way: as the Commission, or in capitals."""
    low = max(0, start - _ABOVE)
    mentions = [one for one in organs.within(low, start) if not one.weak]
    named = {one.slug: one for one in mentions if not one.generic}
    only = next(iter(named.values())) if len(named) == 1 else None
    if only is None or not table().adopts(only.slug):
        return None
    if any(one.generic and one.slug not in only.heads for one in mentions):
        return None
    heads = _heads(text.words).finditer(text.plain, low, start)
    return None if any(head[0].isupper() for head in heads) else only.slug


@cache
def _heads(words: Words) -> re.Pattern[str]:
    """The words that the names of organs have: a council, a commission."""
    return re.compile("|".join(fragment(words, head) for head in words.heads), re.IGNORECASE)


def adopting_issuer(text: PreparedText) -> str | None:
    """The issuer of the text, if it adopts resolutions: treaty bodies do not."""
    return text.issuer.slug if text.issuer is not None and text.issuer.comments is None else None


def cells_of(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the cells of a line begin and end."""
    while (bar := plain.find("|", start, end)) >= 0:
        yield start, bar
        start = bar + 1
    yield start, end


def _names_a_kind(text: PreparedText, start: int, end: int) -> bool:
    return any(kind.search(text.plain, start, end) for kind in _kinds(text.words))


def _kind(text: PreparedText, start: int, end: int) -> Announced:
    resolution, decision = (kind.search(text.plain, start, end) for kind in _kinds(text.words))
    return "" if resolution and decision else "RES" if resolution else "DEC"


def _organ(
    organs: Organs, heads: DocumentHeads, text: PreparedText, start: int, end: int, place: int | None = None
) -> str | None:
    """The organ that a heading names, if it says little else; of several without symbols, as the Governing Council of
    UN-Habitat, the last one. Empty if it names none, None if it says more."""
    heading = text.plain[start:end]
    if heading.isupper():
        spelled = PreparedText(in_small_letters(heading, text.words), words=text.words, issuer=text.issuer)
        return _organ(Organs.organs(spelled), heads, spelled, 0, len(heading), start)
    mentions = [one for one in organs.within(start, end) if one.end <= end]
    named: list[Mention] = [one for one in mentions if not one.weak]
    if len(named) > 1 and any(one.generic or table().adopts(one.slug) for one in named):
        return None
    leader = _LEADER.search(text.plain, start, end)
    end, spare = (leader.start(), _SPARE_IN_CONTENTS) if leader else (end, _SPARE)
    dated = _dates(text.words).search(text.plain, start, end)
    end = dated.start() if dated is not None else end
    if not mentions and _main_committee(text.words).search(text.plain, start, end):
        return table().by_prefix[_A_MAIN_COMMITTEE].drafts_for
    begins = _COUNTED.match(text.plain, start, end)
    first = begins.end() if begins else start
    behind = named[-1].end if named else first
    subject = _subject(text.words).search(text.plain, behind, end) if text.plain[first : first + 1].isupper() else None
    last = subject.start() if subject else end
    spoken = sum(len(match[0]) for kind in _kinds(text.words) for match in kind.finditer(text.plain, first, last))
    if place is not None:
        spare = _SPARE_IN_CONTENTS
    if len(text.plain[first:last].strip()) - sum(one.end - one.start for one in named) - spoken > spare:
        return None
    if not named:
        return None if mentions or _has_another_owner(text, first, last) else ""
    if not named[-1].generic:
        return named[-1].slug
    return organs.of_the_kind(named[-1]) or heads.organ_before(start if place is None else place, named[-1].slug)


def _has_another_owner(text: PreparedText, start: int, end: int) -> bool:
    """Whether the resolutions of a heading are those of a body that the table does not have: `of the City of Lyon`."""
    unknown = surrounding_words(text.words).unknown
    return any(
        unknown.match(text.plain, said.end(), end)
        for kind in _kinds(text.words)
        for said in kind.finditer(text.plain, start, end)
    )
