"""Lines of an edition as HTML: the characters that a row was read from are marked, citations become links."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from mandate_data.package.addresses import Address
from mandate_data.package.row_titles import RowId
from mandate_data.site.catalogue import Catalogue
from mandate_data.site.cell_places import Place, span_on

CONTEXT = 2
"""How many lines with text are shown before and after a place."""
SNIPPET, BEFORE = 150, 40
"""Characters of a line that stand for all of it, and of those before the first mark."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an edition as it is shown: `here` is True where the row stands."""

    number: int
    html: Markup
    here: bool


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of a line from `start`, counted from 0, to before `end`, and what they are: a column or an address."""

    start: int
    end: int
    what: str


def excerpt(catalogue: Catalogue, place: Place, row_id: RowId) -> list[Line]:
    """The lines of a place with those around it; the characters that the row was read from are marked.

    Releases 1.x know lines without characters: nothing is marked then.
    """
    lines = catalogue.lines[place.source]
    before = [n for n in range(1, place.line) if lines[n - 1].strip()][-CONTEXT:]
    after = [n for n in range(place.end_line + 1, len(lines) + 1) if lines[n - 1].strip()][:CONTEXT]
    here = [n for n in range(place.line, place.end_line + 1) if lines[n - 1].strip()]
    addresses = catalogue.addresses.get(row_id, ())
    shown = []
    for number in [*before, *here, *after]:
        text, is_here = lines[number - 1], number in here
        spans = _spans(addresses, place.source, number, len(text)) if is_here else []
        shown.append(Line(number, marked(text, spans), is_here))
    return shown


def snippet(catalogue: Catalogue, place: Place, row_id: RowId) -> Markup:
    """The lines of a place as one short text: the part around the first mark, or else the beginning."""
    addresses = catalogue.addresses.get(row_id, ())
    numbers = [n for n in range(place.line, place.end_line + 1) if catalogue.lines[place.source][n - 1].strip()]
    found = [
        (text, _spans(addresses, place.source, number, len(text)))
        for number in numbers
        for text in [catalogue.lines[place.source][number - 1]]
    ]
    if not found:
        return Markup("")
    text, spans = next((one for one in found if one[1]), found[0])
    first = min((span.start for span in spans), default=0)
    start = text.rfind(" ", 0, first - BEFORE) + 1 if first > BEFORE else 0
    end = min(start + SNIPPET, len(text))
    inside = [
        Span(max(span.start, start) - start, min(span.end, end) - start, span.what)
        for span in spans
        if span.start < end and span.end > start
    ]
    html = marked(text[start:end], inside)
    return Markup("{}{}{}").format("… " if start else "", html, " …" if end < len(text) else "")


def _spans(addresses: Iterable[Address], source: str, line: int, length: int) -> list[Span]:
    """The characters of a line that values were read from. What is ours is not: its place is what it describes."""
    return [
        Span(*span, one.column)
        for one in addresses
        if one.kind != "assigned" and one.source == source and (span := span_on(one, line, length))
    ]


def marked(text: str, spans: Sequence[Span]) -> Markup:
    """A text with its spans marked and the columns named that each was read for; spans may overlap."""
    cuts = sorted({0, len(text), *(cut for span in spans for cut in (span.start, span.end))})
    html, pieces = Markup(), list[tuple[str, list[str]]]()
    for start, end in pairwise(cuts):
        columns = sorted({span.what for span in spans if span.start <= start and end <= span.end})
        if pieces and pieces[-1][1] == columns:
            pieces[-1] = (pieces[-1][0] + text[start:end], columns)
        else:
            pieces.append((text[start:end], columns))
    for piece, columns in pieces:
        mark = Markup('<mark title="{}">{}</mark>').format(", ".join(columns), piece)
        html += mark if columns else Markup.escape(piece)
    return html


def linked(text: str, spans: Iterable[Span]) -> Markup:
    """A text with a link at each span; of spans that overlap, the first is linked."""
    html, end = Markup(), 0
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if span.start >= end:
            html += Markup.escape(text[end : span.start])
            html += Markup('<a href="{}">{}</a>').format(span.what, text[span.start : span.end])
            end = span.end
    return html + Markup.escape(text[end:])


def line_links(catalogue: Catalogue) -> dict[tuple[str, int], list[Span]]:
    """Where each line of each source is a link, and to which page, as the project's settings say."""
    links, found = catalogue.settings.line_links, dict[tuple[str, int], list[Span]]()
    if links is None:
        return found
    for row_id, row in catalogue.of(links.table):
        target = catalogue.target(row_id, links.to)
        if target is None:
            continue
        page = catalogue.page(target)
        for place in catalogue.places.get(row_id, ()) if not catalogue.by_cell else ():
            spans = found.setdefault((place.source, place.line), [])
            start = catalogue.lines[place.source][place.line - 1].find(row[links.text], spans[-1].end if spans else 0)
            if start >= 0:
                spans.append(Span(start, start + len(row[links.text]), page))
        for one in catalogue.addresses.get(row_id, ()):
            if one.column == links.text and one.line is not None:
                length = len(catalogue.lines[one.source][one.line - 1])
                if span := span_on(one, one.line, length):
                    found.setdefault((one.source, one.line), []).append(Span(*span, page))
    return found


def relative_to(page: str, links: Mapping[tuple[str, int], Sequence[Span]]) -> dict[tuple[str, int], list[Span]]:
    """The same links as a page writes them."""
    up = "../" * page.count("/")
    return {place: [Span(one.start, one.end, up + one.what) for one in spans] for place, spans in links.items()}
