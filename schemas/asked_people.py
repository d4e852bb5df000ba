"""Whom a proposal asks for by id: those whom its sentence names, or those whom the text names as holders."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import MAXYEAR

from mandate_data.citations import parse
from mandate_data.extract.parsed_source import ParsedSource
from mandate_data.extract.values import slug
from mandate_data.propose_passages import NotProposed, Proposal

from .called_visits import WORD
from .named_people import People, suggested_id
from .proposed_holders import Starts
from .sentences import sentence_around
from .table_cells import cell_spans
from .table_columns import columns_of
from .visitors import listed_people, visitors

VISITS, REPORTS = "country_visits", "thematic_reports"
ONE_PERSON = (
    "the text names {}, and a visit has one person in country_visits; answer with the one who led it, the others have "
    "no row of their own"
)


def with_people(
    parsed: ParsedSource, one: Proposal, people: People, starts: Starts
) -> Iterator[Proposal | NotProposed]:
    """A proposal that asks for a person, with the ids to choose from and the names that go with them; of a visit that
    several people made, that its row has one of them. Nobody is offered whose term began later, by `starts`."""
    named = _visitors(parsed, one) if one.table == VISITS else []
    later = {slug(name) for name, (day, _, _) in starts.items() if int(day[:4]) > (_year(one) or MAXYEAR)}
    ids = [suggested_id(name) for name in named] or [key for key in people.holders if key not in later]
    question = f"person_id, such as {' or '.join(ids)}" if len(ids) > 1 or named else one.question
    yield replace(one, introduced=people.introduced, question=question, likely=ids[0] if len(ids) == 1 else "")
    if len(named) > 1:
        yield NotProposed(
            f"who else made the visit {one.entry['id']}", ONE_PERSON.format(" and ".join(named)), one.line
        )


def _year(one: Proposal) -> int | None:
    """The year of a visit or of a report; None where its id does not say it."""
    if one.table == VISITS:
        return int(one.entry["id"].rpartition("/")[2][:4])
    return parse(one.entry["id"]).year if one.table == REPORTS else None


def _visitors(parsed: ParsedSource, one: Proposal) -> list[str]:
    """The people whom the sentence or the row of a visit names as those who made it."""
    index, place = one.at
    text = parsed.text[index]
    if parsed.blocks[index].kind == "row":
        _, columns = columns_of(parsed, index)
        spans = cell_spans(parsed, index)
        at = columns.get("members", len(spans))
        return listed_people(text[slice(*spans[at])]) if at < len(spans) else []
    start, end = sentence_around(text, place)
    word = WORD.search(text, place, end)
    return visitors(text, start, max(place, word.start() if word else place))
