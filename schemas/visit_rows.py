"""Proposes visits of the rows of a table that lists them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from mandate_data.extract.carried_years import date_at
from mandate_data.extract.countries import country_code, is_known
from mandate_data.extract.extraction_guide import exactly
from mandate_data.extract.parsed_source import ParsedSource
from mandate_data.extract.values import SPAN
from mandate_data.propose_passages import NotProposed, Proposal

from .called_visits import UNMADE, WORD, called_in, called_in_row, of_others
from .dates_of_no_event import is_to_come
from .own_mandate import Mandate
from .patterns import pattern_of
from .proposed_visits import ANOTHER, NOT_MADE, OTHERS, TO_COME, UNKNOWN, is_same_day, visit_id_of
from .table_cells import cell_spans
from .table_columns import Role, above, blocks_above, head_of

ROW = ("row",)
UNREAD = "its row is of a form that is not read; write a passage for it, with where: [row]"
UNCALLED = (
    "neither its row nor what is above it prints whether it was a visit or a mission; write a passage for it, and a "
    "waiver for its kind"
)
DATE = re.compile(rf"(?:from |in |on )?(?P<span>{SPAN})")
REPORTS = re.compile(r"(?P<first>[A-Z]+/[A-Za-z0-9./()-]*Add\.\d+)(?: and|,) Corr\.\d+")
_MADE = re.compile(r"\bvisits? and\b|\b(?:made|conducted|undertaken|carried out|completed)\b", re.IGNORECASE)
"""Of a title that names visits beside requests for others."""

Span = tuple[int, int]
Columns = Mapping[Role, Span]
Said = Proposal | NotProposed


def visit_of_row(
    parsed: ParsedSource, index: int, columns: Mapping[Role, int], mandate: Mandate, known: dict[str, str]
) -> Iterator[Said]:
    """The visit that a row tells of, or why none is proposed; of one in `known` nothing is proposed again."""
    text, spans = parsed.text[index], cell_spans(parsed, index)
    cells = {role: spans[at] for role, at in columns.items() if at < len(spans)}
    line = parsed.blocks[index].text.line_at(0)
    if "country" not in cells or "date" not in cells:
        yield NotProposed("a visit", UNREAD, line)
        return
    printed = text[slice(*cells["country"])]
    what = f"a visit to {printed}"
    date = DATE.fullmatch(text, *cells["date"])
    first = _first_day(parsed, index, date.span("span")) if date else ""
    if date is None or not first or not is_known(printed):
        yield NotProposed(what, UNREAD if is_known(printed) else UNKNOWN, line)
        return
    if why := _why_not(parsed, index, cells, mandate, date.span("span"), first):
        yield NotProposed(what, why, line)
        return
    kind = WORD.search(text)
    called = "" if kind is not None else _called(parsed, index, columns)
    if kind is None and not called:
        yield NotProposed(what, UNCALLED, line)
        return
    visit_id = visit_id_of(parsed, printed, first)
    if visit_id in known:
        if not is_same_day(first, known[visit_id]):
            yield NotProposed(what, ANOTHER.format(visit_id), line)
        return
    known[visit_id] = first
    yield _proposal(parsed, index, cells, date.span("span"), kind.span() if kind else None, called, visit_id)


def _first_day(parsed: ParsedSource, index: int, span: Span) -> str:
    """The first day of a visit; "" for what is not a date."""
    try:
        return str(date_at(parsed, index, *span, rule="span-start").value)
    except ValueError:
        return ""


def _why_not(parsed: ParsedSource, index: int, cells: Columns, mandate: Mandate, date: Span, first: str) -> str:
    """Why the row of a visit is none that the mandate made ("": it is)."""
    head = head_of(parsed, index) or 0
    if of_others(f"{parsed.text[head]} {above(parsed, head)}", mandate):
        return OTHERS
    blocks = blocks_above(parsed, head)
    titles = [parsed.text[at] for at in blocks if parsed.blocks[at].kind == "heading"]
    titles += [parsed.text[at] for at in blocks[:1] if not parsed.text[at].endswith(".")]
    said = [parsed.text[index][slice(*span)] for span in cell_spans(parsed, index) if span != cells.get("report")]
    if any(UNMADE.search(text) and not _MADE.search(text) for text in (*titles, " | ".join(said))):
        return NOT_MADE
    return TO_COME if is_to_come(parsed, index, date, first) else ""


def _called(parsed: ParsedSource, index: int, columns: Mapping[Role, int]) -> str:
    """The pattern that reads the word above a row that calls it a visit or a mission; "" if there is none."""
    head = head_of(parsed, index)
    if head is None:
        return ""
    found = called_in_row(parsed, index, head, [columns["country"], columns["date"]])
    above = (called_in(parsed, index, at) for at in blocks_above(parsed, head))
    return found or next((one for one in above if one), "")


def _proposal(
    parsed: ParsedSource,
    index: int,
    cells: Columns,
    date: Span,
    kind: Span | None,
    called: str,
    visit_id: str,
) -> Proposal:
    text, named = parsed.text[index], cells["country"]
    report = parsed.citations_in(index, *cells["report"]) if "report" in cells else []
    ends = [date[1], named[1], *(one.reference.end for one in report), *([kind[1]] if kind else [])]
    start = min([date[0], named[0], *([kind[0]] if kind else [])])
    groups = {date: "<span>"}
    if kind is not None:
        groups[kind] = f"(?P<kind>{exactly(text[slice(*kind)])})"
    entry = {
        "id": visit_id,
        "pattern": pattern_of(text, groups, max(ends), start),
        "mandate_id": parsed.guide.about["mandate_id"],
    }
    if len(report) == 1 or (report and REPORTS.match(text, report[0].reference.start)):
        entry["symbol"] = "here"
    place = {
        "id": visit_id,
        "pattern": pattern_of(text, {named: f"(?P<name_as_printed>{exactly(text[slice(*named)])})"}, max(ends), start),
        "country_code": country_code(text[slice(*named)]),
    }
    if called:
        entry["above"] = called
    line, others = parsed.blocks[index].text.line_at(0), (("visit_countries", place),)
    return Proposal("country_visits", entry, "person_id", line, text, others, at=(index, start), where=ROW)
