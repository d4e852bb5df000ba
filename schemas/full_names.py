"""The full name of somebody whom a sentence names by the family name alone, from another place of the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mandate_data.propose_passages import ANSWER, NotProposed, Proposal

from .named_people import NO_FULL_NAME, SEVERAL, People, is_full, name_entry

TABLE = "people"
FULL_NAME = "the full name of "
TEXT = ("paragraph", "item")


def told_full_name(proposal: Proposal, name: str, title: str, people: People) -> Iterator[Proposal | NotProposed]:
    """A holder, whose person has the full name where the text has one of one person; where it has none, or several,
    the proposal as it is, and that. `title` is the form of address before the name."""
    found = people.full_names(name, title)
    if len(found) == 1:
        where = (*proposal.where, *TEXT) if proposal.where else ()
        yield replace(proposal, others=((TABLE, name_entry(ANSWER, found[0])),), where=where)
        return
    yield proposal
    if found or not is_full(name):
        why = SEVERAL.format(", ".join(found)) if found else NO_FULL_NAME
        yield NotProposed(f"{FULL_NAME}{name}", why, proposal.line)
