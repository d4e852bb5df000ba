"""Reader of the 2016 handbook: biographies, the annex of country visits, the annex of reports, issues in focus."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import takewhile

from mandate_data.extract.countries import UnknownCountryError, countries_in
from mandate_data.extract.identifiers import Identifiers
from mandate_data.extract.parsed_source import ParsedSource, unreadable_value
from mandate_data.extract.records import Cell, Extraction, Record
from mandate_data.extract.sequences import longest_rising
from mandate_data.extract.values import DATE, PrintedError
from mandate_data.findings.finding import Finding

from ...schemas.normalisations import FORTHCOMING, VISIT_KINDS
from ...schemas.people import person

BIOGRAPHIES, VISITS, REPORTS, ISSUES = "biographies", "annex-2", "annex-3", "part-3"

VISIT = re.compile(
    r"^\s*(?P<kind>[A-Z][A-Za-z-]*(?:\s+mission)?)\s+to\s+(?P<where>.+?)\s+\((?P<when>[^()]+)\)"
    r"\s*\(\s*(?P<report>[^()]+?)\s*\)\s*$"
)
VISIT_FORM = "Mission to COUNTRY (1-10 May 2011) (SYMBOL)"

SESSION = re.compile(
    r"^\s*(?P<year>\d{4})\s+(?P<session>\d{1,2})\s*(?:st|nd|rd|th)\s+(?P<body>GA|HRC|CHR)\s+[Ss]ession\s*$"
)
BIOGRAPHY = re.compile(
    r"^(?:Ms|Mr) (?P<name>[^,]+), United Nations Special Rapporteur "
    r".*\((?P<start>\d{4}) ?[-–] ?(?P<end>\d{4}|present)\)$"
)
APPOINTED = re.compile(rf"\bappointed\b.{{0,140}}? on (?P<start>{DATE})")
SERVED = re.compile(rf"\bSpecial Rapporteur\b.{{0,140}}? between (?P<start>{DATE}) and (?P<end>{DATE})")
ISSUE = re.compile(r"^(?P<letter>[A-Z])\. (?P<title>.+)$")


def read(parsed: ParsedSource, identifiers: Identifiers) -> Extraction:
    """Everything that only the handbook has."""
    result = Extraction()
    for part in (
        read_holders(parsed, identifiers.of("people")),
        read_visits(parsed),
        read_reports(parsed),
        read_issues(parsed, identifiers),
    ):
        result.extend(part)
    return result


def read_holders(parsed: ParsedSource, holders: Mapping[str, str]) -> Extraction:
    """Mandate holders from the headings of their biographies, and the finer dates that follow."""
    result = Extraction()
    for index in parsed.within(BIOGRAPHIES):
        heading = BIOGRAPHY.match(parsed.text[index]) if parsed.blocks[index].kind == "heading" else None
        if heading is None:
            continue
        name = heading["name"]
        if name not in holders:
            result.findings.append(parsed.finding("unknown-holder", index, table="people", field="name", value=name))
            continue
        cells = {
            **_term_key(parsed, holders[name], index, heading.span("name")),
            "term_start": parsed.normalised("date", index, *heading.span("start")),
        }
        if heading["end"] != "present":
            cells["term_end"] = parsed.normalised("date", index, *heading.span("end"))
        result.records.append(Record("mandate_holders", cells, parsed.place(index)))
        printed = parsed.printed(index, *heading.span("name"))
        result.records.append(person(parsed, holders[name], index, heading.span("name"), name=printed))
        result.extend(_biography(parsed, index, holders[name]))
    return result


def _biography(parsed: ParsedSource, heading: int, person_id: str) -> Extraction:
    """The exact term where the text tells it."""
    result = Extraction()
    section = range(heading + 1, len(parsed.blocks))
    for index in takewhile(lambda i: parsed.blocks[i].kind != "heading", section):
        for pattern in (APPOINTED, SERVED):
            term = pattern.search(parsed.text[index])
            if term is None:
                continue
            try:
                cells = {
                    f"term_{which}": parsed.normalised("date", index, *term.span(which)) for which in term.groupdict()
                }
            except ValueError as error:
                found = unreadable_value(parsed, error, index, term.span(), "mandate_holders", person_id)
                result.findings.append(found)
                continue
            cells |= _term_key(parsed, person_id, index, term.span())
            result.records.append(Record("mandate_holders", cells, parsed.place(index, *term.span())))
    return result


def _term_key(parsed: ParsedSource, person_id: str, index: int, span: tuple[int, int]) -> dict[str, Cell]:
    return {
        "mandate_id": parsed.about("mandate_id", index, *span),
        "person_id": parsed.assigned(person_id, index, *span),
    }


def _outside_table(parsed: ParsedSource, section: str, table: str) -> Extraction:
    """What stands like a row in a section of rows, but outside its table: a gap or a slip has cut it off."""
    result = Extraction()
    for index in parsed.within(section):
        if parsed.blocks[index].kind in ("paragraph", "item"):
            text = parsed.text[index]
            if "|" in text or "\t" in text or parsed.citations_in(index):
                result.findings.append(
                    parsed.finding("unreadable-row/outside-table", index, table=table, value=text[:60])
                )
    return result


def _rows(parsed: ParsedSource, section: str) -> Iterator[int]:
    return (index for index in parsed.within(section) if parsed.blocks[index].kind == "row")


def read_visits(parsed: ParsedSource) -> Extraction:
    """Country visits, one per cell: `Mission to Japan (19-26 October 2015) (A/HRC/31/58/Add.1)`."""
    result = _outside_table(parsed, VISITS, "country_visits")
    for index in _rows(parsed, VISITS):
        text = parsed.text[index].strip()
        if text == "Visit" or not text:  # the edition's column heading
            continue
        result.extend(_visit(parsed, index))
    result.findings += _out_of_order([record for record in result.records if record.table == "country_visits"], parsed)
    return result


def _visit(parsed: ParsedSource, index: int) -> Extraction:
    unreadable = partial(parsed.finding, at=index, table="country_visits")
    found = VISIT.match(parsed.text[index])
    text = " ".join(parsed.text[index].split())
    if found is None:
        return Extraction(
            findings=[unreadable("unreadable-row", value=text, what="a country visit", text=text, form=VISIT_FORM)]
        )
    try:
        kind = parsed.normalised("visit-kind", index, *found.span("kind"))
    except PrintedError as error:
        return Extraction(
            findings=[
                unreadable("unreadable-row/kind", value=found["kind"], problem=error, known=", ".join(VISIT_KINDS))
            ]
        )
    offset = found.start("where")
    names = [(offset + start, offset + end) for _, start, end in countries_in(found["where"])]
    try:
        when = {
            column: parsed.normalised(rule, index, *found.span("when"))
            for column, rule in (("year", "span-year"), ("start_date", "span-start"), ("end_date", "span-end"))
        }
        countries = [parsed.normalised("country", index, *name) for name in names]
    except PrintedError as error:
        return Extraction(
            findings=[
                unreadable("unreadable-row/problem", value=found["when"], problem=error, what="the date of the visit")
            ]
        )
    except UnknownCountryError as error:
        return Extraction(findings=[unreadable("unreadable-row/country", value=str(error))])
    cited = next(iter(parsed.citations_in(index)), None)
    report = " ".join(found["report"].split())
    if cited is None and report != FORTHCOMING:
        return Extraction(
            findings=[unreadable("unreadable-row/symbol", value=report, other=FORTHCOMING, form=VISIT_FORM)]
        )
    mandate = parsed.about("mandate_id", index)
    journey = "-".join([str(when["year"].value), *(str(country.value).lower() for country in countries)])
    place = parsed.place(index)
    cells: dict[str, Cell] = {
        "visit_id": parsed.assigned(f"{mandate.value}/{journey}", index),
        "mandate_id": mandate,
        "kind": kind,
        **when,
        "report_status": parsed.normalised("report-status", index, *found.span("report")),
    }
    if cited is not None:
        cells["report_symbol"] = parsed.symbol(cited)
    rows = [Record("country_visits", cells, place)]
    for (start, end), country in zip(names, countries, strict=True):
        article = re.match(r"the\s+", parsed.text[index][start:end])
        name = parsed.printed(index, start + (article.end() if article else 0), end)
        visited = {"visit_id": cells["visit_id"], "country_code": country, "name_as_printed": name}
        rows.append(Record("visit_countries", visited, place))
    return Extraction(records=rows)


def _out_of_order(visits: Sequence[Record], parsed: ParsedSource) -> Iterator[Finding]:
    """A finding for each visit out of the order of its list: by year, the latest first.

    Visits that one report covers may be listed in any order, so that neighbours may differ by a year.
    """
    years = [int(str(visit.values["year"])) for visit in visits]
    in_order = longest_rising([-year for year in years], slack=1)
    for at, (visit, year) in enumerate(zip(visits, years, strict=True)):
        if at not in in_order:
            yield parsed.finding(
                "visit-out-of-order",
                visit.place,
                table="country_visits",
                row_key=str(visit.values["visit_id"]),
                field="year",
                value=str(year),
            )


def read_reports(parsed: ParsedSource) -> Extraction:
    """Thematic reports, one a row: year and session, title, symbol."""
    result = _outside_table(parsed, REPORTS, "thematic_reports")
    for index in _rows(parsed, REPORTS):
        cells = _cells(parsed, index)
        texts = [" ".join(parsed.text[index][slice(*cell)].split()) for cell in cells]
        if [text.casefold() for text in texts] == ["session", "report title", "symbol"]:
            continue
        session = SESSION.match(parsed.text[index][slice(*cells[0])]) if len(cells) == 3 else None
        cited = parsed.citations_in(index)
        if session is None or len(cited) != 1 or not texts[1]:
            result.findings.append(
                parsed.finding(
                    "unreadable-row",
                    index,
                    table="thematic_reports",
                    value=texts[0],
                    what="a report",
                    text=" | ".join(texts),
                    form="2016 31st HRC session | title | one UN symbol",
                )
            )
            continue
        values = {
            "symbol": parsed.symbol(cited[0]),
            "mandate_id": parsed.about("mandate_id", index),
            "year": parsed.normalised("number", index, *session.span("year")),
            "body": parsed.normalised("report-body", index, *session.span("body")),
            "session": parsed.printed(index, *session.span("session")),
            "title": parsed.printed(index, *cells[1]),
        }
        result.records.append(Record("thematic_reports", values, parsed.place(index)))
    return result


def _cells(parsed: ParsedSource, index: int) -> list[tuple[int, int]]:
    """Where the cells of a row are in its text, in which bars are between them."""
    spans, start = [], 0
    for cell in parsed.blocks[index].cells:
        spans.append((start, start + len(cell.value)))
        start += len(cell.value) + len(" | ")
    return spans


def read_issues(parsed: ParsedSource, identifiers: Identifiers) -> Extraction:
    """Themes are the lettered sections on issues in focus; their reports are those that the notes cite."""
    result = Extraction()
    themes: dict[str, str] = {}
    for index in parsed.within(ISSUES):
        block = parsed.blocks[index]
        found = ISSUE.match(parsed.text[index]) if block.kind == "heading" else None
        if found:
            theme_id = identifiers.beginning("themes", found["title"])
            if theme_id is None:
                result.findings.append(
                    parsed.finding(
                        "unreadable-row/id", index, table="themes", value=found["title"], what="theme", place="heading"
                    )
                )
                continue
            themes[parsed.sections[index]] = theme_id
            cells = {
                "theme_id": parsed.assigned(theme_id, index, *found.span("title")),
                "mandate_id": parsed.about("mandate_id", index),
                "ordinal": parsed.normalised("letter", index, *found.span("letter")),
                "title": parsed.printed(index, *found.span("title")),
            }
            result.records.append(Record("themes", cells, parsed.place(index)))
    for cited in parsed.citations:
        section = parsed.sections[cited.block]
        if cited.context == "footnote" and section in themes and cited.reference.symbol:
            span = (cited.block, cited.reference.start, cited.reference.end)
            cells = {
                "theme_id": parsed.assigned(themes[section], *span),
                "mandate_id": parsed.about("mandate_id", *span),
                "symbol": parsed.symbol(cited),
            }
            result.records.append(Record("theme_reports", cells, parsed.place(*span)))
    return result
