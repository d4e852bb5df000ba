"""Reader of the 2016 handbook: biographies, the annex of country visits, the annex of reports, issues in focus."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import takewhile

from mandate_data.extract.countries import UnknownCountryError, countries_in, country_code
from mandate_data.extract.identifiers import Identifiers
from mandate_data.extract.parsed_source import Reading, unreadable_value
from mandate_data.extract.records import Extraction, Record, Scalar
from mandate_data.extract.values import DATE, PrintedError, edtf_date, edtf_span

BIOGRAPHIES, VISITS, REPORTS, ISSUES = "biographies", "annex-2", "annex-3", "part-3"

VISIT = re.compile(
    r"^(?P<kind>[A-Z][A-Za-z-]*(?: mission)?) to (?P<where>.+?) \((?P<when>[^()]+)\) ?\( ?(?P<report>[^()]+?) ?\)$"
)
VISIT_KINDS = {
    "Mission": "mission",
    "Visit": "visit",
    "Joint mission": "joint_mission",
    "Follow-up mission": "follow_up_mission",
}
FORTHCOMING = "Yet to be published"
VISIT_FORM = "expected: Mission to COUNTRY (1-10 May 2011) (SYMBOL)"

SESSION = re.compile(r"^(?P<year>\d{4}) (?P<session>\d{1,2}) ?(?:st|nd|rd|th) (?P<body>GA|HRC|CHR) [Ss]ession$")
BIOGRAPHY = re.compile(
    r"^(?:Ms|Mr) (?P<name>[^,]+), United Nations Special Rapporteur "
    r".*\((?P<start>\d{4}) ?[-–] ?(?P<end>\d{4}|present)\)$"
)
APPOINTED = re.compile(rf"\bappointed\b.{{0,140}}? on (?P<start>{DATE})")
SERVED = re.compile(rf"\bSpecial Rapporteur\b.{{0,140}}? between (?P<start>{DATE}) and (?P<end>{DATE})")
ISSUE = re.compile(r"^(?P<letter>[A-Z])\. (?P<title>.+)$")


def read(reading: Reading, known: Identifiers) -> Extraction:
    """Everything that only the handbook has."""
    result = Extraction()
    for part in (
        read_holders(reading, known.holders),
        read_visits(reading),
        read_reports(reading),
        read_issues(reading, known),
    ):
        result.extend(part)
    return result


def read_holders(reading: Reading, holders: Mapping[str, str]) -> Extraction:
    """Mandate holders from the headings of their biographies, and the finer dates that follow."""
    result = Extraction()
    for index in reading.within(BIOGRAPHIES):
        heading = BIOGRAPHY.match(reading.text[index]) if reading.blocks[index].kind == "heading" else None
        if heading is None:
            continue
        name = heading["name"]
        if name not in holders:
            result.findings.append(
                reading.finding(
                    "unknown-holder",
                    f"{name!r} is no known mandate holder",
                    index,
                    table="mandate_holders",
                    field="name",
                    value=name,
                    hint="correct the name, or give the person an id in raw/identifiers.yaml",
                )
            )
            continue
        end = None if heading["end"] == "present" else heading["end"]
        values = {"holder_id": holders[name], "name": name, "term_start": heading["start"], "term_end": end}
        result.records.append(Record("mandate_holders", values, reading.evidence(index)))
        result.extend(_biography(reading, index, holders[name]))
    return result


def _biography(reading: Reading, heading: int, holder_id: str) -> Extraction:
    """The exact term where the text tells it."""
    result = Extraction()
    section = range(heading + 1, len(reading.blocks))
    for index in takewhile(lambda i: reading.blocks[i].kind != "heading", section):
        for pattern in (APPOINTED, SERVED):
            term = pattern.search(reading.text[index])
            if term is None:
                continue
            try:
                values = {f"term_{which}": edtf_date(date) for which, date in term.groupdict().items()}
            except PrintedError as error:
                found = unreadable_value(reading, error, index, term.span(), "mandate_holders", holder_id)
                result.findings.append(found)
                continue
            evidence = reading.evidence(index, *term.span())
            result.records.append(Record("mandate_holders", {"holder_id": holder_id, **values}, evidence))
    return result


def _outside_table(reading: Reading, section: str, table: str) -> Extraction:
    """What stands like a row in a section of rows, but outside its table: a gap or a slip has cut it off."""
    result = Extraction()
    for index in reading.within(section):
        if reading.blocks[index].kind in ("paragraph", "item"):
            text = reading.text[index]
            if "|" in text or "\t" in text or reading.symbols_in(index):
                message = f"this stands outside the table: {text[:60]!r}"
                hint = "close the gap before it, or make it a row"
                result.extend(_unreadable(reading, index, table, message, text[:60], hint))
    return result


def _rows(reading: Reading, section: str) -> Iterator[int]:
    return (index for index in reading.within(section) if reading.blocks[index].kind == "row")


def read_visits(reading: Reading) -> Extraction:
    """Country visits, one a cell: `Mission to Japan (19-26 October 2015) (A/HRC/31/58/Add.1)`."""
    result = _outside_table(reading, VISITS, "country_visits")
    for index in _rows(reading, VISITS):
        text = " ".join(reading.text[index].split())
        if text == "Visit" or not text:  # the edition's column heading
            continue
        result.extend(_visit(reading, index, text))
    return result


def _visit(reading: Reading, index: int, text: str) -> Extraction:
    found = VISIT.match(text)
    if found is None:
        return _unreadable(reading, index, "country_visits", f"not a country visit: {text!r}", text, VISIT_FORM)
    if found["kind"] not in VISIT_KINDS:
        kinds = ", ".join(VISIT_KINDS)
        return _unreadable(
            reading,
            index,
            "country_visits",
            f"unknown kind of visit {found['kind']!r}",
            found["kind"],
            f"expected one of: {kinds}",
        )
    try:
        start, end = edtf_span(found["when"])
        names = [name for name, _, _ in countries_in(found["where"])]
        codes = [country_code(name) for name in names]
    except PrintedError as error:
        return _unreadable(reading, index, "country_visits", str(error), found["when"], "correct the date of the visit")
    except UnknownCountryError as error:
        return _unreadable(
            reading,
            index,
            "country_visits",
            f"unknown country {str(error)!r}",
            str(error),
            "correct the name, or add it to mandate_data/extract/reference/country_names.csv",
        )
    symbol = next(iter(reading.symbols_in(index)), None)
    if symbol is None and found["report"] != FORTHCOMING:
        return _unreadable(
            reading,
            index,
            "country_visits",
            f"neither a UN symbol nor {FORTHCOMING!r}: {found['report']!r}",
            found["report"],
            VISIT_FORM,
        )
    visit_id = "-".join([start[:4], *(code.lower() for code in codes)])
    evidence = reading.evidence(index)
    values: dict[str, Scalar] = {
        "visit_id": visit_id,
        "year": int(start[:4]),
        "kind": VISIT_KINDS[found["kind"]],
        "start_date": start,
        "end_date": end,
        "report_symbol": symbol,
        "report_status": "forthcoming" if symbol is None else "published",
    }
    rows = [Record("country_visits", values, evidence)]
    for name, code in zip(names, codes, strict=True):
        printed = {"visit_id": visit_id, "country_code": code, "name_as_printed": re.sub(r"^the ", "", name)}
        rows.append(Record("visit_countries", printed, evidence))
    return Extraction(records=rows)


def read_reports(reading: Reading) -> Extraction:
    """Thematic reports, one a row: year and session, title, symbol."""
    result = _outside_table(reading, REPORTS, "thematic_reports")
    for index in _rows(reading, REPORTS):
        cells = [" ".join(cell.value.split()) for cell in reading.blocks[index].cells]
        if [cell.casefold() for cell in cells] == ["session", "report title", "symbol"]:
            continue
        session = SESSION.match(cells[0]) if len(cells) == 3 else None
        symbols = reading.symbols_in(index)
        if session is None or len(symbols) != 1 or not cells[1]:
            result.extend(
                _unreadable(
                    reading,
                    index,
                    "thematic_reports",
                    f"not a report: {' | '.join(cells)!r}",
                    cells[0],
                    "expected: 2016 31st HRC session | title | one UN symbol",
                )
            )
            continue
        values: dict[str, Scalar] = {
            "symbol": symbols[0],
            "year": int(session["year"]),
            "body": session["body"],
            "session": session["session"],
            "title": cells[1],
        }
        result.records.append(Record("thematic_reports", values, reading.evidence(index)))
    return result


def read_issues(reading: Reading, known: Identifiers) -> Extraction:
    """Themes are the lettered sections on issues in focus; their reports are those that the notes cite."""
    result = Extraction()
    themes: dict[str, str] = {}
    for index in reading.within(ISSUES):
        block = reading.blocks[index]
        found = ISSUE.match(reading.text[index]) if block.kind == "heading" else None
        if found:
            theme_id = known.theme_id(found["title"])
            if theme_id is None:
                hint = "correct the heading, or give the theme an id in raw/identifiers.yaml"
                result.extend(
                    _unreadable(reading, index, "themes", f"unknown theme {found['title']!r}", found["title"], hint)
                )
                continue
            themes[reading.sections[index]] = theme_id
            values = {
                "theme_id": theme_id,
                "ordinal": ord(found["letter"]) - ord("A") + 1,
                "title": found["title"],
            }
            result.records.append(Record("themes", values, reading.evidence(index)))
    for cited in reading.citations:
        section = reading.sections[cited.block]
        if cited.context == "footnote" and section in themes and cited.reference.symbol:
            values = {"theme_id": themes[section], "symbol": cited.reference.symbol}
            evidence = reading.evidence(cited.block, cited.reference.start, cited.reference.end)
            result.records.append(Record("theme_reports", values, evidence))
    return result


def _unreadable(reading: Reading, index: int, table: str, message: str, value: str, hint: str) -> Extraction:
    return Extraction(findings=[reading.finding("unreadable-row", message, index, table=table, value=value, hint=hint)])
