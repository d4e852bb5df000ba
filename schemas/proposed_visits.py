"""Proposes visits: countries that somebody visited, one or several after another, each with its own days or year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from mandate_data.extract.carried_years import date_at
from mandate_data.extract.countries import country_code, is_known
from mandate_data.extract.extraction_guide import exactly
from mandate_data.extract.parsed_source import ParsedSource
from mandate_data.extract.values import DAY, DAYS, SPAN, WITHOUT_YEAR
from mandate_data.propose_passages import NotProposed, Proposal

from .dates_of_no_event import is_to_come
from .sentences import overlaps, sentence_around, sentence_at

TABLE = "country_visits"
UNSETTLED = "the text does not settle its year"
TO_COME = "it was still to come"
ANOTHERS_FIRST = "the report of another visit is named before its own; write a passage that begins behind that report"
UNKNOWN = "no country of this name is known"
LONGEST_NAME = 60  # characters of a country

_DONE = r"(?:made|paid|held|conducted|undertaken|carried out|organi[sz]ed)"
_TOOK_PLACE = rf"(?:took place|(?:was|were) {_DONE})"
BEGINS = re.compile(
    r"\b(?P<kind>(?:(?:[Ff]ollow-up|[Jj]oint) )?(?:[Mm]ission|[Vv]isit)(?=s? )|[Vv]isit(?:ed|ing)|travell?ed|went)"
    rf"(?:(?:(?<=ion)|(?<=isit))s?(?: (?:of|by) (?:[Tt]he )?[A-Z][^.;:,()]{{2,60}}?| {_TOOK_PLACE})? (?:to|in):? "
    r"|(?<=isited):? |(?<=isiting) |(?:(?<=elled)|(?<=eled)|(?<=went)) to )(?=the |[A-Z])"
)
TRAVELLER = re.compile(
    r"\b(?:Special Rapporteur|Independent Expert|Special Representative|[Mm]andate[ -]holder|Working Group|[Ss]?[Hh]e"
    r"|[Tt]hey|I|[Ww]e)(?: (?:also|then|later|subsequently|has|had))* $"
)
"""Who travels on behalf of the mandate: of refugees who went to a country nothing is proposed."""
TRAVELS = ("travelled", "traveled", "went")
BEFORE = re.compile(
    rf"(?:[\W\d]|\b[a-z]{{1,3}}\))*(?:(?:On|In|From|During|Between)(?: the)? )?(?P<span>{SPAN}|{WITHOUT_YEAR}),? "
)
"""A date with which a sentence begins."""
PARTS = re.compile(r"(?:[,;] (?:and )?| and | as well as )(?:then )?(?:to )?")
"""What parts two countries."""
CAPITALISED = re.compile(r"(?:the )?[A-Z][\w'’-]*(?: (?:(?:of|the) )*[A-Z][\w'’-]*)*")
DATED = rf"(?:from |on |in |during |between )?(?P<span>{SPAN}|{WITHOUT_YEAR})(?!\d)"
BRACKETED = re.compile(rf" \({DATED}")
OPEN = re.compile(rf",?(?: (?:which |that )?(?:{_TOOK_PLACE}|{_DONE})(?: (?:by|at) [^.;,()]{{3,80}}?)?)?,? {DATED}")
MORE_YEARS = re.compile(r"(?:,? and|,) (?:in )?(\d{4})(?!\d)")
IN_ORDER = re.compile(r",? respectively\b")
SYMBOL = r"(?P<symbol>[A-Z]+/[A-Za-z0-9./()-]*[A-Za-z0-9])"
REPORT = re.compile(rf"(?:[,;] (?:see |document )?|(?P<between>[^.;]{{0,40}}?)\((?:see )?){SYMBOL}")
DATED_AGAIN = re.compile(rf"{DAYS}|{DAY}|\b(?:19|20)\d\d\b")
YEAR = re.compile(r"\d{4}")
CLOSES = re.compile(r"[^().]{0,80}\)")
CLOSING = re.compile(r"\)")
BEHIND = re.compile(r" \((?:[^().]|\.(?=\w))*\)")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Country:
    """A country that a text says was visited: where its name is, where its days or year are, and where the symbol of
    its report ends (0: none). `year` is that of the country before it, which days without a year must have."""

    name: Span
    known: bool = True
    date: Span | None = None
    bracketed: bool = False
    report: int = 0
    year: str = ""


def propose_visits(parsed: ParsedSource, index: int) -> Iterator[tuple[Span, Proposal | NotProposed]]:
    """The visits of a block that the guide does not read, and those whose year can't be told, each with the characters
    that say so."""
    text = parsed.text[index]
    end = 0
    for begin in BEGINS.finditer(text):
        if begin.start() < end:
            continue
        if begin["kind"] in TRAVELS and not TRAVELLER.search(text, 0, begin.start()):
            continue
        countries = _countries(text, begin.end())
        if not countries:
            continue
        countries = _dated_before(text, begin, countries)
        end = max([one.report or max(one.date or one.name, one.name)[1] for one in countries])
        span = (min([begin.start(), *(one.date[0] for one in countries if one.date)]), end)
        for country in _settled(text, countries):
            if country.known and _is_read(parsed, index, span, country, alone=len(countries) == 1):
                continue
            first = _first_day(parsed, index, country) if country.known else ""
            why = (
                TO_COME if first and is_to_come(parsed, index, span, first) else UNSETTLED if country.known else UNKNOWN
            )
            if first and why != TO_COME and len(parsed.citations_in(index, begin.start(), country.report)) > 1:
                why = ANOTHERS_FIRST
            if first and why not in (TO_COME, ANOTHERS_FIRST):
                yield span, _visit(parsed, index, begin, country, first)
            elif first or len(countries) > 1 or begin["kind"].endswith("ed"):
                line = parsed.blocks[index].text.line_at(country.name[0])
                yield span, NotProposed(f"a visit to {text[slice(*country.name)]}", why, line)


def _dated_before(text: str, begin: re.Match[str], countries: list[_Country]) -> list[_Country]:
    """The countries, with the date that their sentence begins with where none has one behind its name."""
    start, _ = sentence_around(text, begin.start())
    before = BEFORE.match(text, start, begin.start())
    if before is None or any(one.date for one in countries) or DATED_AGAIN.search(text, before.end(), begin.start()):
        return countries
    date: Span | None = before.span("span")
    if len(countries) > 1 and date is not None:
        date = _common(text, date)
    return [replace(one, date=date) for one in countries]


def _countries(text: str, place: int) -> list[_Country]:
    """The countries one after another from a place on, and names among them that are none."""
    countries: list[_Country] = []
    parted: re.Match[str] | None = None
    while not countries or parted is not None:
        end = _known_name(text, place)
        name = CAPITALISED.match(text, place)
        if not end and (name is None or not countries or not countries[-1].known):
            break
        found, place = _with_date(text, _Country((place, end or (name.end() if name else place)), known=bool(end)))
        countries.append(found)
        parted = PARTS.match(text, place)
        place = parted.end() if parted else place
    return countries[:-1] if countries and not countries[-1].known else countries


def _known_name(text: str, start: int) -> int:
    """Where the longest name of a country ends that begins here; 0 where none does."""
    stretch = text[start : start + LONGEST_NAME + 1]
    ends = [len(stretch), *(found.start() for found in re.finditer(r"(?<! )\W|(?<=\))", stretch))]
    return max((start + end for end in ends if end and is_known(stretch[:end])), default=0)


def _with_date(text: str, country: _Country) -> tuple[_Country, int]:
    """A country with the days or the year behind its name and its report, and where the text goes on behind these."""
    place = country.name[1]
    bracketed = BRACKETED.match(text, place)
    dated = bracketed or OPEN.match(text, place)
    if dated is not None:
        country = replace(country, date=dated.span("span"), bracketed=bracketed is not None)
        place = dated.end()
        report = REPORT.match(text, place)
        if report is not None and not PARTS.search(report["between"] or ""):
            country, place = replace(country, report=report.end()), report.end()
        if bracketed is not None and (closed := CLOSES.match(text, place)):
            place = closed.end()
    behind = BEHIND.match(text, place) or CLOSING.match(text, place)
    return country, behind.end() if behind else place


def _settled(text: str, countries: Sequence[_Country]) -> Iterator[_Country]:
    """The countries with the days or the year of each, without any where the text does not settle its year.

    A year behind several countries that have none is that of all, and several years are theirs in their order.
    """
    *others, last = countries
    years = _years(text, last)
    shared = bool(others) and last.date is not None and not last.bracketed and not any(one.date for one in others)
    if not others and len(years) > 1:
        yield from (replace(last, date=year) for year in years)
    elif shared and len(years) > 1:
        in_order = len(years) == len(countries) and IN_ORDER.match(text, years[-1][1])
        for place, one in enumerate(countries):
            yield replace(one, date=years[place] if in_order else None, report=0)
    elif shared and last.date is not None:
        date = _common(text, last.date)
        yield from (replace(one, date=date, report=0) for one in countries)
    else:
        found = [YEAR.search(text, *one.date) if one.date else None for one in countries]
        for place, one in enumerate(countries):
            before = next((year[0] for year in reversed(found[:place]) if year), "")
            unsettled = not found[place] and any(found) and not before
            yield replace(one, date=None) if unsettled else replace(one, year="" if found[place] else before)


def _years(text: str, country: _Country) -> list[Span]:
    """The years behind a country, if it has years alone: "in 2013, 2014 and 2015"."""
    if country.date is None or not YEAR.fullmatch(text, *country.date):
        return []
    years = [country.date]
    while more := MORE_YEARS.match(text, years[-1][1]):
        years.append(more.span(1))
    return years


def _common(text: str, date: Span) -> Span | None:
    """What of a date is that of each of several visits: a month, or of days that they share the year."""
    years = list(YEAR.finditer(text, *date))
    if not re.search(rf"\b{DAYS}|{DAY}", text[slice(*date)]):
        return date
    return years[0].span() if len(years) == 1 and years[0].end() == date[1] else None


def _is_read(parsed: ParsedSource, index: int, span: Span, country: _Country, alone: bool) -> bool:
    """Whether a passage of the guide reads this visit."""
    code = country_code(parsed.text[index][slice(*country.name)]).lower()
    return any(
        overlaps(span, [match.span()])
        for passage in parsed.guide.passages
        if passage.table != "list_items" and (alone or (passage.table == TABLE and passage.key.endswith(f"-{code}")))
        for pattern in passage.patterns
        for match in pattern.finditer(parsed.text[index])
    )


def _first_day(parsed: ParsedSource, index: int, country: _Country) -> str:
    """The first day, month or year of the visit to a country; "" where it can't be read."""
    if country.date is None:
        return ""
    try:
        first = str(date_at(parsed, index, *country.date, rule="span-start").value)
    except ValueError:
        return ""
    return first if first.startswith(country.year) else ""


def _visit(parsed: ParsedSource, index: int, begin: re.Match[str], country: _Country, first: str) -> Proposal:
    """A visit, which begins on its first day, and the country that it went to."""
    text, (start, end) = parsed.text[index], country.date or (0, 0)
    code = country_code(text[slice(*country.name)])
    visit_id = f"{parsed.guide.about['mandate_id']}/{first[:4]}-{code.lower()}"
    kind, pattern = f"(?P<kind>{begin['kind']})", ""
    if start < begin.start():
        behind = exactly(text[begin.end("kind") : max(country.name[1], country.report)])
        pattern = f"<span>{exactly(text[end : begin.start('kind')])}{kind}{behind}"
    else:
        pattern = f"{kind}{exactly(text[begin.end('kind') : start])}<span>{exactly(text[end : country.report])}"
    entry = {
        "id": visit_id,
        "pattern": pattern,
        "mandate_id": parsed.guide.about["mandate_id"],
    }
    if country.report:
        entry["symbol"] = "here"
    before, name = text[min(start, begin.start()) : country.name[0]], text[slice(*country.name)]
    place = {
        "id": visit_id,
        "pattern": f"{exactly(before)}(?P<name_as_printed>{exactly(name)}){exactly(text[country.name[1] : end])}",
        "country_code": code,
    }
    line, sentence = sentence_at(parsed, index, begin.start())
    at = (index, begin.start())
    return Proposal(TABLE, entry, "person_id", line, sentence, (("visit_countries", place),), at=at)
