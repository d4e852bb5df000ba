"""Proposes visits of the mandate: countries that its holder visited, each with its own days or year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mandate_data.extract.carried_years import date_at
from mandate_data.extract.countries import country_code
from mandate_data.extract.extraction_guide import exactly
from mandate_data.extract.parsed_source import ParsedSource
from mandate_data.extract.values import PrintedError
from mandate_data.propose_passages import NotProposed, Proposal

from .dates_in_text import is_no_day
from .dates_of_no_event import is_to_come
from .own_mandate import Mandate
from .passages_read import PassagesRead, is_read
from .patterns import pattern_of
from .planned_visits import is_planned
from .sentences import sentence_around, sentence_at
from .visit_reports import Country
from .visit_words import DONE, TOOK_PLACE, Journey, journeys, made_by, was_not_made
from .visited_countries import DATED_AGAIN, settled, visited_countries

TABLE = "country_visits"
UNSETTLED = "the text does not settle its year"
ELSEWHERE = "its date stands where none is read, or is of a form that is not read; write a passage for it"
NO_DAY = "its date is not a day of the calendar"
TURNED = "it would end before it begins"
TO_COME = "it was still to come"
NOT_MADE = "it did not take place, or was only asked for"
OTHERS = "others made it, or it is not said that the mandate did"
WHOSE_REPORT = "several visits are told, and the text does not say which report is whose; add symbol: … to its passage"
ANOTHER = "another passage reads {}; if this is another visit of that year, write a passage with another id for it"
UNKNOWN = "no country of this name is known"
STAYS = ("was", "been", "stayed", "spent", "received", "hosted", "welcomed")
"""Words that tell no visit where no date is beside them."""
UNTOLD = ("travelled", "traveled", "went", "toured", *STAYS)
"""Words by which others are not said to be on a visit."""
MADE = re.compile(rf"\b(?:{TOOK_PLACE}|{DONE}|undertook|visited)\b")

Span = tuple[int, int]
Said = tuple[Span, Proposal | NotProposed | None]


def propose_visits(
    parsed: ParsedSource, index: int, mandate: Mandate, read: PassagesRead, known: dict[str, str]
) -> Iterator[Said]:
    """The visits of a block that the guide does not read, and those whose year can't be told, each with the characters
    that say so; visits of others have none, as events may be made of their dates.

    `read` are the passages that read something in the block. `known` are the first days of visits that were proposed
    before, by id, "" for those of the guide; of the same visit nothing is proposed again.
    """
    text = parsed.text[index]
    end = 0
    for one in journeys(text):
        if one.start < end:
            continue
        countries = visited_countries(text, one)
        if not countries or (one.word in STAYS and not any(country.date for country in countries)):
            continue
        dates = [country.date for country in countries if country.date]
        first = min([one.start, one.place, *(country.name[0] for country in countries), *(start for start, _ in dates)])
        dated = max(one.kind[1], *(country.end for country in countries))
        last = max(dated, *(country.report for country in countries))
        if made_by(text, one, last, mandate) == "other":
            if one.word.lower() not in UNTOLD and dates:
                yield from (
                    told(parsed, index, country, OTHERS, (first, first)) for country in countries if country.known
                )
            continue
        end = last
        for country in settled(text, countries):
            if country.known and _is_read(parsed, index, (first, last), country, read, alone=len(countries) == 1):
                continue
            day, why = day_of_visit(parsed, index, one, country, (first, last), alone=len(countries) == 1)
            if not why and (said := is_known_visit(parsed, index, country, day, known, (first, last))):
                yield said
            elif not why:
                yield (first, dated), _visit(parsed, index, one, country, day)
                if country.unsure:
                    yield told(parsed, index, country, WHOSE_REPORT, (first, first), what="the report of a visit to ")
            elif country.date or country.report or why == ELSEWHERE or len(countries) > 1 or not one.noun:
                yield told(parsed, index, country, why, (first, last))


def told(
    parsed: ParsedSource, index: int, country: Country, why: str, span: Span, *, what: str = "a visit to "
) -> Said:
    """Tells why a visit is not proposed."""
    line = parsed.blocks[index].text.line_at(country.name[0])
    return span, NotProposed(f"{what}{parsed.text[index][slice(*country.name)]}", why, line)


def day_of_visit(
    parsed: ParsedSource, index: int, one: Journey, country: Country, span: Span, *, alone: bool
) -> tuple[str, str]:
    """The first day of the visit to a country, and why it is not proposed ("": it is)."""
    text = parsed.text[index]
    if not country.known:
        return "", UNKNOWN
    if was_not_made(text, one, span[1]):
        return "", NOT_MADE
    if is_planned(text, one, span[1]):
        return "", TO_COME
    if country.date is None:
        sentence = sentence_around(text, one.start)
        dates = list(DATED_AGAIN.finditer(text, *sentence))
        return "", ELSEWHERE if alone and len(dates) == 1 and MADE.search(text, *sentence) else UNSETTLED
    first, why = _first_day(parsed, index, country)
    if why:
        return "", why
    if is_to_come(parsed, index, span, first):
        return "", TO_COME
    return first, ""


def _first_day(parsed: ParsedSource, index: int, country: Country) -> tuple[str, str]:
    """The first day, month or year of the visit to a country, and why it can't be read."""
    date = country.date or (0, 0)
    try:
        first, last = (str(date_at(parsed, index, *date, rule=f"span-{end}").value) for end in ("start", "end"))
    except PrintedError:
        return "", NO_DAY
    except ValueError:
        return "", NO_DAY if is_no_day(parsed.text[index][slice(*date)]) else UNSETTLED
    if not first.startswith(country.year):
        return "", UNSETTLED
    return first, TURNED if last < first else ""


def _is_read(
    parsed: ParsedSource, index: int, span: Span, country: Country, read: PassagesRead, *, alone: bool
) -> bool:
    """Whether a passage of the guide reads this visit: any that reads its words, if they name no other country."""
    code = country_code(parsed.text[index][slice(*country.name)]).lower()
    own = [one for one in read if one[0].table == TABLE and one[0].key.endswith(f"-{code}")]
    return is_read(span, read if alone else own)


def is_known_visit(
    parsed: ParsedSource, index: int, country: Country, day: str, known: dict[str, str], span: Span
) -> Said | None:
    """What is told of a visit that is in `known`, by id, with its first day; None of one that is new, which is put
    there."""
    key = visit_id_of(parsed, parsed.text[index][slice(*country.name)], day)
    if key not in known:
        known[key] = day
        return None
    return (span, None) if is_same_day(day, known[key]) else told(parsed, index, country, ANOTHER.format(key), span)


def visit_id_of(parsed: ParsedSource, country: str, first: str) -> str:
    """The id of a visit to a country, by its printed name, that began on this day."""
    return f"{parsed.guide.about['mandate_id']}/{first[:4]}-{country_code(country).lower()}"


def is_same_day(first: str, known: str) -> bool:
    """Whether a visit that began on a day may be that which is known, of which only the month or year may be known."""
    return first.startswith(known) or known.startswith(first)


def _visit(parsed: ParsedSource, index: int, one: Journey, country: Country, first: str) -> Proposal:
    """A visit, which begins on its first day, and the country that it went to."""
    text, date = parsed.text[index], country.date or (0, 0)
    code = country_code(text[slice(*country.name)])
    mandate_id, visit_id = parsed.guide.about["mandate_id"], visit_id_of(parsed, text[slice(*country.name)], first)
    groups = {one.kind: f"(?P<kind>{exactly(one.word)})", date: "<span>"}
    if country.coming:
        groups[country.coming] = f"(?P<report_status>{exactly(text[slice(*country.coming)])})"
    coming = country.coming[1] if country.coming else 0
    last = max(one.kind[1], date[1], country.report, coming, country.name[1] if date[0] < one.start else 0)
    entry = {"id": visit_id, "pattern": pattern_of(text, groups, last), "mandate_id": mandate_id}
    start = min(one.start, one.kind[0], date[0])
    if country.report:
        entry["symbol"] = "here" if len(parsed.citations_in(index, start, country.report)) == 1 else "last_here"
    named = {country.name: f"(?P<name_as_printed>{exactly(text[slice(*country.name)])})"}
    place = {
        "id": visit_id,
        "pattern": pattern_of(text, named, max(country.name[1], date[1]), start),
        "country_code": code,
    }
    line, sentence = sentence_at(parsed, index, one.start)
    at = (index, min(max(one.start, start), one.kind[0]))
    return Proposal(TABLE, entry, "person_id", line, sentence, (("visit_countries", place),), at=at)
