"""Proposes holders, reports and visits of tables whose first row names such columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from mandate_data.extract.carried_years import date_at
from mandate_data.extract.countries import country_code, is_known
from mandate_data.extract.extraction_guide import exactly
from mandate_data.extract.parsed_source import ParsedSource
from mandate_data.extract.values import DATE, SPAN, slug
from mandate_data.propose_passages import ANSWER, NotProposed, Proposal

from .holder_sentences import NOW, TITLE
from .patterns import pattern_of
from .proposed_reports import symbol_of_report
from .proposed_visits import ANOTHER, UNKNOWN, is_same_day, visit_id_of
from .sentences import overlaps
from .table_cells import cell_spans
from .table_columns import Role, columns_of

ROW = ("row",)
TERM = re.compile(rf"(?:from |since )?(?P<start>{DATE})(?:(?: ?[-–—] ?| to | until )(?:(?P<end>{DATE})|{NOW})?)?")
DAY = re.compile(DATE)
VISIT_DATE = re.compile(rf"(?:from |in |on )?(?P<span>{SPAN})")
NAME = re.compile(rf"(?:{TITLE} )?(?P<name>[^\W\d][^()|,;]*?)(?: ?\([^()]*\)|,.*)?")
KIND = re.compile(r"\b(?:(?:[Ff]ollow-up|[Jj]oint) )?(?:[Mm]ission|[Vv]isit)\b")
UNREAD = "its row is of a form that is not read; write a passage for it, with where: [row]"
UNCALLED = (
    "its row does not print whether it was a visit or a mission; write a passage for it, and a waiver for its kind"
)
Span = tuple[int, int]
Columns = Mapping[Role, Span]
Said = Proposal | NotProposed


def propose_rows(parsed: ParsedSource, index: int, reports: set[str], visits: dict[str, str]) -> Iterator[Said]:
    """What a row of a table that the guide does not read tells of the mandate; `reports` and `visits` are those of the
    guide, and those that were proposed before."""
    listed, numbers = columns_of(parsed, index)
    spans = cell_spans(parsed, index)
    cells = {role: spans[at] for role, at in numbers.items() if at < len(spans)}
    if not listed or not any(end > start for start, end in cells.values()):
        return
    if listed == "holders":
        yield _holder(parsed, index, cells)
    elif listed == "reports":
        yield from _report(parsed, index, cells, reports)
    else:
        yield from _visit(parsed, index, cells, visits)


def _line(parsed: ParsedSource, index: int) -> int:
    return parsed.blocks[index].text.line_at(0)


def _holder(parsed: ParsedSource, index: int, cells: Columns) -> Said:
    text, empty = parsed.text[index], (0, 0)
    name = NAME.fullmatch(text, *cells["name"])
    dates: dict[Span, str] = {}
    if term := TERM.fullmatch(text, *cells.get("term", empty)):
        dates = {term.span(group): f"<term_{group}>" for group in ("start", "end") if term[group]}
    ends: tuple[tuple[Role, str], ...] = (("from", "start"), ("to", "end"))
    for role, group in ends:
        if role in cells and DAY.fullmatch(text, *cells[role]):
            dates[cells[role]] = f"<term_{group}>"
    what = f"a holder of the mandate, {text[slice(*cells['name'])]}"
    if name is None or not dates or not _are_days(parsed, index, dates):
        return NotProposed(what, UNREAD, _line(parsed, index))
    span = name.span("name")
    end = max(span[1], *(last for _, last in dates))
    entry = {
        "id": parsed.guide.about["mandate_id"],
        "pattern": pattern_of(text, {span: exactly(name["name"]), **dates}, end),
    }
    start = min(span[0], *(first for first, _ in dates))
    people = {"id": ANSWER, "pattern": pattern_of(text, {span: f"(?P<name>{exactly(name['name'])})"}, end, start)}
    question = f"person_id, such as {slug(name['name'].split()[-1])}"
    return Proposal(
        "mandate_holders", entry, "person_id", _line(parsed, index), text, (("people", people),), question,
        (index, start), where=ROW,
    )  # fmt: skip


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


def _visit(parsed: ParsedSource, index: int, cells: Columns, known: dict[str, str]) -> Iterator[Said]:
    text, named = parsed.text[index], cells["country"]
    printed = text[slice(*named)]
    what = f"a visit to {printed}"
    date = VISIT_DATE.fullmatch(text, *cells["date"])
    kind = KIND.search(text)
    if not is_known(printed) or date is None:
        yield NotProposed(what, UNREAD if is_known(printed) else UNKNOWN, _line(parsed, index))
        return
    try:
        first = str(date_at(parsed, index, *date.span("span"), rule="span-start").value)
    except ValueError:
        yield NotProposed(what, UNREAD, _line(parsed, index))
        return
    if kind is None:
        yield NotProposed(what, UNCALLED, _line(parsed, index))
        return
    visit_id = visit_id_of(parsed, printed, first)
    if visit_id in known:
        if not is_same_day(first, known[visit_id]):
            yield NotProposed(what, ANOTHER.format(visit_id), _line(parsed, index))
        return
    known[visit_id] = first
    report = parsed.citations_in(index, *cells["report"]) if "report" in cells else []
    ends = [kind.end(), date.end("span"), named[1], *(one.reference.end for one in report)]
    start = min(kind.start(), date.start("span"), named[0])
    groups = {kind.span(): f"(?P<kind>{exactly(kind[0])})", date.span("span"): "<span>"}
    entry = {
        "id": visit_id,
        "pattern": pattern_of(text, groups, max(ends), start),
        "mandate_id": parsed.guide.about["mandate_id"],
    }
    if len(report) == 1:
        entry["symbol"] = "here"
    place = {
        "id": visit_id,
        "pattern": pattern_of(text, {named: f"(?P<name_as_printed>{exactly(printed)})"}, max(ends), start),
        "country_code": country_code(printed),
    }
    yield Proposal(
        "country_visits", entry, "person_id", _line(parsed, index), text, (("visit_countries", place),),
        at=(index, start), where=ROW,
    )  # fmt: skip
