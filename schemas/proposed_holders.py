"""Proposes holders: sentences that say who held the mandate since or until when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mandate_data.extract.carried_years import date_at
from mandate_data.extract.countries import is_known
from mandate_data.extract.extraction_guide import exactly
from mandate_data.extract.parsed_source import ParsedSource
from mandate_data.propose_passages import ANSWER, NotProposed, Proposal

from .full_names import told_full_name
from .holder_lists import offices_held
from .holder_sentences import HeldOffice, unnamed_terms
from .named_people import People, suggested_id, title_before
from .own_mandate import Mandate
from .passages_read import PassagesRead, is_read
from .patterns import pattern_of
from .proposed_visits import is_same_day
from .sentences import sentence_around, sentence_at

Span = tuple[int, int]
Starts = dict[str, tuple[str, str, int]]
"""By name: the day on which a term that was proposed before begins, as it is printed, and its line."""
TWO_STARTS = (
    "the term begins on {} here, and on {} in line {}; correct a slip of the edition, or write a passage and an erratum"
)
COUNTRY = re.compile(r" \(([A-Z][^()\d,;]{2,60})\)")
"""Behind a name: "Mr. Example (Norway)"."""
SUBJECT = re.compile(
    r"(?:[Ss]?[Hh]e|[Tt]he (?:current |present |new |incumbent )?"
    r"(?:Special Rapporteur|Independent Expert|mandate[ -]holder)) "
)


def propose_holders(
    parsed: ParsedSource, index: int, mandate: Mandate, people: People, read: PassagesRead, starts: Starts
) -> Iterator[tuple[Span, Proposal | NotProposed]]:
    """Whoever a block says held the mandate, and the characters that say so; why there is no proposal for it, if so.

    `read` are the passages that read something in the block. `starts` are the first days of terms so far; a holder of
    whom the text says another one is told.
    """
    for held in offices_held(parsed, index):
        if not is_read(held.whole, read):
            yield from ((held.whole, said) for said in _holder(parsed, index, held, mandate, people, starts))
    for span in unnamed_terms(parsed.text[index]):
        if not is_read(span, read):
            line, _ = sentence_at(parsed, index, span[0])
            what = f"a holder of the mandate{parsed.text[index][slice(*span)]}"
            yield span, NotProposed(what, "the name is of a form that is not read; write a passage for it", line)


def _holder(
    parsed: ParsedSource, index: int, held: HeldOffice, mandate: Mandate, people: People, starts: Starts
) -> Iterator[Proposal | NotProposed]:
    text, at = parsed.text[index], held.whole[0]
    line, sentence = sentence_at(parsed, index, at)
    name = text[slice(*held.name)] if held.name else ""
    what = f"a holder of the mandate, {name or 'who is not named here'}"
    if "mandate_id" not in parsed.guide.about:
        yield NotProposed(what, "the guide does not say whose mandate it is; add about: {mandate_id: …} to it", line)
        return
    if not _is_own(text, held, mandate):
        yield NotProposed(what, "it is of another mandate, or of somebody else, as far as the text says", line)
        return
    dates = {column: span for column, span in (("term_start", held.start), ("term_end", held.end)) if span is not None}
    days = {}
    for column, span in dates.items():
        try:
            days[column] = str(date_at(parsed, index, *span).value)
        except ValueError as error:
            yield NotProposed(what, str(error), line)
            return
    if name and held.start:
        printed = text[slice(*held.start)]
        known = starts.setdefault(name.split()[-1], (days["term_start"], printed, line))
        if not is_same_day(days["term_start"], known[0]):
            yield NotProposed(what, TWO_STARTS.format(printed, *known[1:]), line)
            return
    groups = {span: f"<{column}>" for column, span in dates.items()}
    entry = {"id": parsed.guide.about["mandate_id"], "pattern": pattern_of(text, groups, held.whole[1], at)}
    if held.name is None:
        yield Proposal("mandate_holders", entry, "person_id", line, sentence, question="person_id", at=(index, at))
        return
    named = {held.name: f"(?P<name>{exactly(name)})"}
    if (country := COUNTRY.match(text, held.name[1], held.whole[1])) and is_known(country[1]):
        named[country.span(1)] = f"(?P<country_code>{exactly(country[1])})"
    pattern = pattern_of(text, named, held.whole[1], at)
    suggested = f"person_id, such as {suggested_id(name)}"
    entries = (("people", {"id": ANSWER, "pattern": pattern}),)
    proposal = Proposal("mandate_holders", entry, "person_id", line, sentence, entries, suggested, (index, at))
    yield from told_full_name(proposal, name, title_before(text, held.name[0]), people)


def _is_own(text: str, held: HeldOffice, mandate: Mandate) -> bool:
    """Whether the words say nothing of another mandate, and a pronoun means nobody else."""
    start, _ = sentence_around(text, held.whole[0])
    if held.name is None and (subject := SUBJECT.match(text, held.whole[0])):
        return mandate.who(text, start, subject.end()) != "other"
    return mandate.names_no_other(text[slice(*held.whole)])
