"""Lines of an edition as HTML: what a row publishes is marked on the line that says it, citations become links."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from mandate_data.site.catalogue import Catalogue, Place, Row

CONTEXT = 2
"""How many lines with text are shown before and after a place."""
MONTHS = tuple(calendar.month_name)[1:]
SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an edition as it is shown: `here` is True where the row stands."""

    number: int
    html: Markup
    here: bool


def excerpt(catalogue: Catalogue, place: Place, row: Row) -> list[Line]:
    """The lines of a place with those around it; what the row publishes is marked where it stands."""
    lines = catalogue.lines[place.source]
    before = [n for n in range(1, place.line) if lines[n - 1].strip()][-CONTEXT:]
    after = [n for n in range(place.end_line + 1, len(lines) + 1) if lines[n - 1].strip()][:CONTEXT]
    here = [n for n in range(place.line, place.end_line + 1) if lines[n - 1].strip()]
    shown = []
    for number in [*before, *here, *after]:
        text, is_here = lines[number - 1], number in here
        shown.append(Line(number, marked(text, row.values()) if is_here else Markup.escape(text), is_here))
    return shown


def marked(text: str, values: Iterable[str]) -> Markup:
    """A text with each of the values marked, wherever they stand as whole words; dates also as they are printed."""
    wanted = sorted({form for value in values for form in printed_forms(value)}, key=lambda form: (-len(form), form))
    if not wanted:
        return Markup.escape(text)
    pattern = "|".join(re.escape(form) for form in wanted)
    html, end = Markup(), 0
    for found in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", text, flags=re.IGNORECASE):
        html += Markup.escape(text[end : found.start()]) + Markup("<mark>{}</mark>").format(found[0])
        end = found.end()
    return html + Markup.escape(text[end:])


def printed_forms(value: str) -> list[str]:
    """How a published value may stand in print: as it is, a date by its month and year, a number with separators."""
    if len(value) < SHORTEST and not value.isdigit():
        return []
    if date := re.fullmatch(r"(\d{4})-(\d\d)(?:-(\d\d))?", value):
        month = MONTHS[int(date[2]) - 1]
        days = [f"{int(date[3])} {month} {date[1]}", f"{int(date[3])}", f"{month} {date[1]}"] if date[3] else []
        return [*days, f"{month} {date[1]}", date[1]]
    if value.isdigit() and len(value) > 3:
        return [value, f"{int(value):,}", f"{int(value):,}".replace(",", " ")]
    return [value]


def linked(text: str, cited: Sequence[tuple[str, str]]) -> Markup:
    """A text in which citations, as (printed, address) in their order, are links."""
    html, end = Markup(), 0
    for printed, address in cited:
        start = text.find(printed, end)
        if start >= 0:
            html += Markup.escape(text[end:start]) + Markup('<a href="{}">{}</a>').format(address, printed)
            end = start + len(printed)
    return html + Markup.escape(text[end:])


def cited_by_line(catalogue: Catalogue, addresses: Mapping[str, str]) -> dict[tuple[str, int], list[tuple[str, str]]]:
    """What each line of each source cites, in its order: as printed, and the address of the document's page."""
    found: dict[tuple[str, int], list[tuple[str, str]]] = {}
    for row_id, row in catalogue.of("citations"):
        for place in catalogue.places.get(row_id, ()):
            if row["symbol"] in addresses:
                cited = (row["as_printed"], addresses[row["symbol"]])
                found.setdefault((place.source, place.line), []).append(cited)
    return found
