"""The countries that a text says were visited, one or several after another, each with its own days or year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from mandate_data.extract.countries import is_known
from mandate_data.extract.values import DAY, DAYS, MONTH, SPAN, WITHOUT_YEAR

from .sentences import sentence_around
from .visit_reports import SEE, SYMBOL, Country, Span, with_own_reports, with_report
from .visit_words import DATED, DONE, PREPOSITION, TOOK_PLACE, Journey

LONGEST_NAME = 60  # characters of a country
_ANY = rf"(?P<span>{SPAN}|{WITHOUT_YEAR})(?!\d)"
BEFORE = re.compile(
    r"(?:[\W\d]|\b[a-z]{1,3}\))*"
    r"(?:(?:At the (?:end|beginning) of|In (?:early|late|mid)|(?:Early|Late) in"
    r"|(?:On|In|From|During|Between|Over|Later|Also)(?: in| on| the)?) )?"
    rf"(?:[A-Z][a-z]+day,? )?{_ANY},? "
)
"""A date with which a sentence begins."""
_MEANWHILE = re.compile(r"(?:in|after|following|before|shortly|immediately)\b[^,;.]{3,80}, ")
"""Behind such a date, an aside that may have another one: "in the aftermath of 11 September"."""
WITHIN = re.compile(rf"\b{PREPOSITION}{_ANY}(?=,? (?:(?!and\b|but\b)[\w'’-]+,? ){{0,14}}$)")
"""A date before a visit in the middle of a sentence: "… and in 2015 he visited"."""
PARTS = re.compile(
    r"(?:[,;] (?:and )?| and | as well as )(?:then |later |finally )?(?:\([a-z]{1,3}\) |[-–—•] )?"
    r"(?:(?:(?:one|another|the other|the last|(?:a|the) (?:second|third|fourth))(?: one)? )?to )?"
)
"""What parts two countries."""
_CAPITAL = re.compile(r"\b(?:the |The )?[A-Z]")
PARTED = re.compile(r"(?:,? and |, )$")
CAPITALISED = re.compile(r"(?:the )?[A-Z][\w'’-]*(?: (?:(?:of|the) )*[A-Z][\w'’-]*)*")
_BRACKET = rf"(?:{PREPOSITION})?{_ANY}"
BRACKETED = re.compile(rf" \((?:[^().]{{0,40}}[,;:] )??{_BRACKET}")
_ASIDE = (
    r"(?:,? (?:(?:at|of|upon) the|on an?|on official|on mission|for the|for a|with an?|together with|jointly"
    r"|accompanied"
    r"|as part|in (?:his|her|their|my|our) capacity|in the (?:framework|context)|within the|following|along with"
    r"|by the)"
    r"\b[^.;()]{0,110}?,?)?"
)
_MARK = r"(?:\d{1,3}(?= ))?"
_AGAIN = (
    rf"(?:\. (?:The|This|That|Her|His) (?:official |country )?(?:visit|mission)(?: took place| lasted| was {DONE})?)?"
)
OPEN = re.compile(
    rf"[,:]?{_MARK}{_AGAIN}(?: (?:which |that )?(?:{TOOK_PLACE}|{DONE})(?: (?:by|at|as) [^.;,()]{{3,80}}?)?)?,? {DATED}"
)
ASIDE = re.compile(rf"{_ASIDE}(?: (?:which |that )?(?:{TOOK_PLACE}))?,? {PREPOSITION}{_ANY}")
MORE_YEARS = re.compile(r"(?:,? and|,) (?:in )?(\d{4})(?!\d)")
IN_ORDER = re.compile(r",? respectively\b")
REPORT = re.compile(rf"(?:[,;] {SEE}|(?P<between>[^.;]{{0,40}}?)\({SEE}){SYMBOL}")
REPORT_FIRST = re.compile(rf" \({SEE}{SYMBOL}(?=\)|[,;] )")
DATED_AGAIN = re.compile(rf"{DAYS}|{DAY}|\b(?:19|20)\d\d\b")
BARE_MONTH = re.compile(rf" in {MONTH}(?! \d)")
"""A month whose year is printed before the countries."""
YEAR = re.compile(r"\d{4}")
CLOSES = re.compile(r"[^().]{0,80}\)")
CLOSING = re.compile(r"\)")
BEHIND = re.compile(r" \((?:[^().]|\.(?=\w))*\)")
NOTE = re.compile(r" \([^()\d]{3,60}\)")
OF_COUNTRY = re.compile(r"['’]s\b| (?!The\b|She\b|He\b|In\b|On\b|From\b|Her\b|His\b|At\b)[A-Z][a-z]+ (?![A-Z]|\d)")
"""Behind the name of a country, of which something else is named: "Fiji's capital"."""


def visited_countries(text: str, one: Journey) -> list[Country]:
    """The countries of a journey, and names among them that are none."""
    if one.back:
        return _visited_before(text, one)
    return with_own_reports(text, _dated_before(text, one, _countries(text, one.place)))


def _visited_before(text: str, one: Journey) -> list[Country]:
    """The countries before a word, with the date and, of one alone, the report behind it."""
    countries = _before(text, one)
    if len(countries) != 1 or one.date is None:
        return _dated_before(text, one, countries)
    country = replace(countries[0], date=one.date)
    report = REPORT.match(text, one.date[1])
    return [replace(country, report=report.end()) if report else with_report(text, country)]


def _before(text: str, one: Journey) -> list[Country]:
    """The countries whose names end where a journey has its word: "Ireland and Spain were visited by"."""
    countries: list[Country] = []
    place = one.place
    while True:
        starts = [found.start() for found in _CAPITAL.finditer(text, max(0, place - LONGEST_NAME), place)]
        start = next((at for at in starts if is_known(text[at:place])), None)
        if start is None:
            return countries[::-1]
        countries.append(Country((start, place)))
        parted = PARTED.search(text, 0, start)
        if parted is None:
            return countries[::-1]
        place = parted.start()


def _dated_before(text: str, one: Journey, countries: list[Country]) -> list[Country]:
    """The countries, with the date that is printed before them where none has one behind its name."""
    date = one.date
    start, _ = sentence_around(text, one.start)
    if date is None:
        before = BEFORE.match(text, start, one.start)
        aside = _MEANWHILE.match(text, before.end()) if before is not None else None
        if before is None or DATED_AGAIN.search(text, aside.end() if aside else before.end(), one.start):
            before = next(reversed(list(WITHIN.finditer(text[: one.start], start))), None)
        date = before.span("span") if before is not None else None
    if date is None:
        return countries
    if any(country.date for country in countries):
        return [_in_year(text, country, date) for country in countries] if YEAR.fullmatch(text, *date) else countries
    if len(countries) > 1:
        date = common(text, date)
    return [replace(country, date=date) for country in countries]


def _in_year(text: str, country: Country, year: Span) -> Country:
    """A country of several, all of which were visited in one year."""
    if country.date is None:
        return replace(country, date=year)
    return country if YEAR.search(text, *country.date) else replace(country, year=text[slice(*year)])


def _countries(text: str, place: int) -> list[Country]:
    """The countries one after another from a place on, and names among them that are none."""
    countries: list[Country] = []
    parted: re.Match[str] | None = None
    while not countries or parted is not None:
        end = _known_name(text, place)
        if end and OF_COUNTRY.match(text, end):
            break
        name = CAPITALISED.match(text, place)
        if not end and (name is None or not countries or not countries[-1].known):
            break
        found, place = _with_date(text, Country((place, end or (name.end() if name else place)), known=bool(end)))
        countries.append(found)
        parted = PARTS.match(text, place)
        place = parted.end() if parted else place
    countries = countries[:-1] if countries and not countries[-1].known else countries
    return [with_report(text, countries[0])] if len(countries) == 1 else countries


def _known_name(text: str, start: int) -> int:
    """Where the longest name of a country ends that begins here; 0 where none does."""
    stretch = text[start : start + LONGEST_NAME + 1]
    ends = [len(stretch), *(found.start() for found in re.finditer(r"(?<! )\W|(?<=\))", stretch))]
    return max((start + end for end in ends if end and is_known(stretch[:end])), default=0)


def _with_date(text: str, country: Country) -> tuple[Country, int]:
    """A country with the days or the year behind its name and its report, and where the text goes on behind these."""
    place = country.name[1]
    bracketed = BRACKETED.match(text, place)
    first = REPORT_FIRST.match(text, place)
    if first is not None and not bracketed:
        country, place = replace(country, report=first.end()), first.end()
        inside = text.startswith(("; ", ", "), place)
        place += 1 if text.startswith(")", place) else 0
        bracketed = re.compile(rf"[;,] {_BRACKET}").match(text, place) if inside else None
    dated = bracketed or OPEN.match(text, place) or _aside(text, place)
    if dated is None and (note := NOTE.match(text, place)):
        dated = OPEN.match(text, note.end())
    if dated is not None:
        country = replace(country, date=dated.span("span"), bracketed=bracketed is not None)
        place = dated.end()
        report = REPORT.match(text, place)
        if report is not None and not country.report and not PARTS.search(report["between"] or ""):
            country, place = replace(country, report=report.end()), report.end()
        if bracketed is not None and (closed := CLOSES.match(text, place)):
            place = closed.end()
    elif month := BARE_MONTH.match(text, place):
        place = month.end()
    behind = BEHIND.match(text, place) or CLOSING.match(text, place)
    return country, behind.end() if behind else place


def _aside(text: str, place: int) -> re.Match[str] | None:
    """A date behind an aside, as in "Fiji at the invitation of the Government from …", that names no other country."""
    found = ASIDE.match(text, place)
    if found is None or DATED_AGAIN.search(text, place, found.start("span")):
        return None
    return found


def settled(text: str, countries: Sequence[Country]) -> Iterator[Country]:
    """The countries with the days or the year of each, without any where the text does not settle its year.

    A year behind several countries that have none is that of all, and several years are theirs in their order.
    """
    *others, last = countries
    years = _years(text, last)
    shared = bool(others) and last.date is not None and not last.bracketed and not any(one.date for one in others)
    if not others and len(years) > 1:
        yield from (last.without_report(date=year) for year in years)
    elif shared and len(years) > 1:
        in_order = len(years) == len(countries) and IN_ORDER.match(text, years[-1][1])
        for place, one in enumerate(countries):
            yield one.without_report(date=years[place] if in_order else None)
    elif shared and last.date is not None:
        date = common(text, last.date)
        yield from (one.without_report(date=date) for one in countries)
    else:
        found = [YEAR.search(text, *one.date) if one.date else None for one in countries]
        for place, one in enumerate(countries):
            before = one.year or next((year[0] for year in reversed(found[:place]) if year), "")
            unsettled = not found[place] and any(found) and not before
            yield replace(one, date=None) if unsettled else replace(one, year="" if found[place] else before)


def _years(text: str, country: Country) -> list[Span]:
    """The years behind a country, if it has years alone: "in 2013, 2014 and 2015"."""
    if country.date is None or country.date[0] < country.name[0] or not YEAR.fullmatch(text, *country.date):
        return []
    years = [country.date]
    while more := MORE_YEARS.match(text, years[-1][1]):
        years.append(more.span(1))
    return years


def common(text: str, date: Span) -> Span | None:
    """What of a date is that of each of several visits: a month, or of days that they share the year."""
    years = list(YEAR.finditer(text, *date))
    if not re.search(rf"\b{DAYS}|{DAY}", text[slice(*date)]):
        return date
    return years[0].span() if len(years) == 1 and years[0].end() == date[1] else None
