"""Tells whether a list is that of a body that is none of the United Nations by its kind: a synod, a trade union."""

from __future__ import annotations

import re
from functools import cache

from mandate_data.citations.languages import Words
from mandate_data.citations.reading.prepared_text import fragment
from mandate_data.citations.resolutions.surroundings import Surroundings

_BEFORE, _BEHIND = 120, 60
"""How far from the list the word for the body stands."""


@cache
def _society(words: Words) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{fragment(words, words.society)})", re.IGNORECASE)


def is_of_a_society(around: Surroundings) -> bool:
    """Whether such a body adopted the list, calls it its own or is named behind it as its owner; not if it only
    endorsed it."""
    plain, lead, end, society = around.text.plain, around.lead, around.end, _society(around.text.words)
    if around.has_an_unknown_owner:
        return society.search(plain, end, min(around.sentence[1], end + _BEHIND)) is not None
    owned = around.is_possessed or around.is_adopted or plain[max(0, lead - 3) : lead] == "'s "
    if not owned or around.is_supported or not around.is_of_an_unknown_body:
        return False
    return society.search(plain, max(around.clause[0], lead - _BEFORE), lead) is not None
