"""Proposes holders and reports, and with `visit_rows` visits, of tables whose first row names such columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from mandate_data.extract.carried_years import date_at
from mandate_data.extract.extraction_guide import exactly
from mandate_data.extract.parsed_source import ParsedSource
from mandate_data.extract.values import DATE
from mandate_data.propose_passages import ANSWER, NotProposed, Proposal

from .full_names import told_full_name
from .holder_sentences import NOW, TITLE
from .named_people import People, suggested_id, title_before
from .own_mandate import Mandate
from .patterns import pattern_of
from .proposed_reports import symbol_of_report
from .sentences import overlaps
from .table_cells import cell_spans
from .table_columns import Role, columns_of
from .visit_rows import UNREAD, Columns, visit_of_row

ROW = ("row",)
TERM = re.compile(rf"(?:from |since )?(?P<start>{DATE})(?:(?: ?[-–—] ?| to | until )(?:(?P<end>{DATE})|{NOW})?)?")
BRACKETED = re.compile(rf"(?<=\()(?:{TERM.pattern})(?=\)$)")
"""A term in brackets behind the name in its cell."""
DAY = re.compile(DATE)
NAME = re.compile(rf"(?:{TITLE} )?(?P<name>[^\W\d][^()|,;]*?)(?: ?\([^()]*\)|,.*)?")
Span = tuple[int, int]
Said = Proposal | NotProposed


def propose_rows(
    parsed: ParsedSource, index: int, mandate: Mandate, people: People, reports: set[str], visits: dict[str, str]
) -> Iterator[Said]:
    """What a row of a table that the guide does not read tells of the mandate; `reports` and `visits` are those of the
    guide, and those that were proposed before."""
    listed, numbers = columns_of(parsed, index)
    spans = cell_spans(parsed, index)
    cells = {role: spans[at] for role, at in numbers.items() if at < len(spans)}
    if not listed or not any(end > start for start, end in cells.values()):
        return
    if listed == "holders":
        yield from _holder(parsed, index, cells, people)
    elif listed == "reports":
        yield from _report(parsed, index, cells, reports)
    else:
        yield from visit_of_row(parsed, index, numbers, mandate, visits)


def _line(parsed: ParsedSource, index: int) -> int:
    return parsed.blocks[index].text.line_at(0)


def _holder(parsed: ParsedSource, index: int, cells: Columns, people: People) -> Iterator[Said]:
    text, empty = parsed.text[index], (0, 0)
    name = NAME.fullmatch(text, *cells["name"])
    dates: dict[Span, str] = {}
    if term := TERM.fullmatch(text, *cells.get("term", empty)) or BRACKETED.search(text, *cells["name"]):
        dates = {term.span(group): f"<term_{group}>" for group in ("start", "end") if term[group]}
    ends: tuple[tuple[Role, str], ...] = (("from", "start"), ("to", "end"))
    for role, group in ends:
        if role in cells and DAY.fullmatch(text, *cells[role]):
            dates[cells[role]] = f"<term_{group}>"
    what = f"a holder of the mandate, {text[slice(*cells['name'])]}"
    if name is None or not dates or not _are_days(parsed, index, dates):
        yield NotProposed(what, UNREAD, _line(parsed, index))
        return
    span = name.span("name")
    end = max(span[1], *(last for _, last in dates))
    entry = {
        "id": parsed.guide.about["mandate_id"],
        "pattern": pattern_of(text, {span: exactly(name["name"]), **dates}, end),
    }
    start = min(span[0], *(first for first, _ in dates))
    pattern = pattern_of(text, {span: f"(?P<name>{exactly(name['name'])})"}, end, start)
    proposal = Proposal(
        "mandate_holders", entry, "person_id", _line(parsed, index), text,
        (("people", {"id": ANSWER, "pattern": pattern}),), f"person_id, such as {suggested_id(name['name'])}",
        (index, start), where=ROW,
    )  # fmt: skip
    yield from told_full_name(proposal, name["name"], title_before(text, span[0]), people)


def _are_days(parsed: ParsedSource, index: int, dates: Mapping[Span, str]) -> bool:
    try:
        for span in dates:
            date_at(parsed, index, *span)
    except ValueError:
        return False
    return True


def _report(parsed: ParsedSource, index: int, cells: Columns, known: set[str]) -> Iterator[Said]:
    text, title = parsed.text[index], cells["title"]
    cited = parsed.citations_in(index, *cells["report"])
    symbol = symbol_of_report(cited[0]) if len(cited) == 1 else None
    if symbol is None or symbol.canonical in known:
        return
    place = (cited[0].reference.start, cited[0].reference.end)
    if overlaps(title, [cells["report"]]) or title[0] == title[1]:
        yield NotProposed(f"a report of the mandate, {symbol.canonical}", UNREAD, _line(parsed, index))
        return
    known.add(symbol.canonical)
    groups = {title: f"(?P<title>{exactly(text[slice(*title)])})", place: exactly(text[slice(*place)])}
    entry = {
        "id": symbol.canonical,
        "pattern": pattern_of(text, groups, max(title[1], place[1])),
        "mandate_id": parsed.guide.about["mandate_id"],
        "symbol": "here",
    }
    at = (index, min(title[0], place[0]))
    yield Proposal("thematic_reports", entry, "person_id", _line(parsed, index), text, at=at, where=ROW)
