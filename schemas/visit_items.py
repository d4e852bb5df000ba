"""Proposes visits of lists: items that open with a country, below words that say that it was visited."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mandate_data.extract.countries import country_code
from mandate_data.extract.extraction_guide import exactly
from mandate_data.extract.parsed_source import ParsedSource
from mandate_data.propose_passages import Proposal

from .called_visits import UNMADE, WORD, called_in, of_others
from .holder_lists import LONGEST_TITLE, block_above, is_item
from .own_mandate import Mandate, Who
from .passages_read import PassagesRead, is_read
from .patterns import pattern_of
from .proposed_visits import NOT_MADE, OTHERS, Said, day_of_visit, is_known_visit, told, visit_id_of
from .recommendations import LETTER
from .sentences import sentence_around, sentence_at
from .visit_reports import Country
from .visit_words import Journey, journeys, made_by
from .visited_countries import settled, visited_countries

UNCALLED = "what is above the list prints its words elsewhere, too; write a passage for it, and a waiver for its kind"
_OPENS = re.compile(r"(?:[-–—•*·] ?)?(?:(?:to|in) )?(?=(?:the )?[A-Z])")
"""Before the country of an item."""


@dataclass(frozen=True, slots=True)
class Intro:
    """The block above a list of visits, the word that calls them so, and who made them."""

    block: int
    start: int
    who: Who
    made: bool


def visits_of_item(
    parsed: ParsedSource, index: int, mandate: Mandate, read: PassagesRead, known: dict[str, str]
) -> Iterator[Said]:
    """The visits of an item that opens with a country, below words that say that it was visited; `read` and `known` are
    as for the sentences that tell of visits."""
    intro = _intro(parsed, index, mandate)
    text = parsed.text[index]
    if intro is None or next(journeys(text), None) is not None:
        return
    label = LETTER.match(text)
    place = label.end() if label else 0
    opens = _OPENS.match(text, place)
    if opens is None:
        return
    one = Journey(opens.end(), (opens.end(), opens.end()), opens.end(), "", True)
    countries = [country for country in visited_countries(text, one) if country.known]
    if not countries:
        return
    first = min([one.start, *(country.date[0] for country in countries if country.date)])
    last = max(country.end for country in countries)
    if is_read((first, last), read):
        return
    called = called_in(parsed, index, intro.block, intro.start)
    for country in settled(text, countries):
        day, why = day_of_visit(parsed, index, one, country, (first, last), alone=len(countries) == 1)
        why = OTHERS if intro.who == "other" else NOT_MADE if not intro.made else why
        if why := why or ("" if called else UNCALLED):
            if country.date or country.report:
                yield told(parsed, index, country, why, (first, last))
            continue
        said = is_known_visit(parsed, index, country, day, known, (first, last))
        yield said or ((first, last), _proposal(parsed, index, country, day, called))


def _intro(parsed: ParsedSource, index: int, mandate: Mandate) -> Intro | None:
    """The words above an item that say that visits follow."""
    above = block_above(parsed, index) if is_item(parsed, index) else None
    if above is None:
        return None
    text = parsed.text[above].rstrip()
    if parsed.blocks[above].kind == "heading" or (len(text) < LONGEST_TITLE and not text.endswith((".", ":", ";"))):
        word = next(WORD.finditer(text), None)
        if word is None:
            return None
        return Intro(above, word.start(), "other" if of_others(text, mandate) else "nobody", not UNMADE.search(text))
    if not text.endswith((":", ";", " -", " –", " —")):
        return None
    start, _ = sentence_around(text, len(text) - 1)
    word = next(reversed(list(WORD.finditer(text, start))), None)
    if word is None:
        return None
    journey = Journey(word.start(), word.span(), word.end(), word[0], not word[0].endswith("ed"))
    made = UNMADE.search(text, start) is None
    return Intro(above, word.start(), made_by(text, journey, len(text) - 1, mandate), made)


def _proposal(parsed: ParsedSource, index: int, country: Country, day: str, called: str) -> Proposal:
    text, date, named = parsed.text[index], country.date or (0, 0), country.name
    visit_id = visit_id_of(parsed, text[slice(*named)], day)
    start, last = min(named[0], date[0]), max(named[1], date[1], country.report)
    entry = {
        "id": visit_id,
        "pattern": pattern_of(text, {date: "<span>"}, last, start),
        "mandate_id": parsed.guide.about["mandate_id"],
        "above": called,
    }
    if country.report:
        entry["symbol"] = "here" if len(parsed.citations_in(index, start, country.report)) == 1 else "last_here"
    groups = {named: f"(?P<name_as_printed>{exactly(text[slice(*named)])})"}
    place = {
        "id": visit_id,
        "pattern": pattern_of(text, groups, max(named[1], date[1]), start),
        "country_code": country_code(text[slice(*named)]),
    }
    line, sentence = sentence_at(parsed, index, start)
    return Proposal(
        "country_visits", entry, "person_id", line, sentence, (("visit_countries", place),), at=(index, start)
    )
