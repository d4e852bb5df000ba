"""The session that is said of an organ beside a number alone: `第60届联大通过第251号决议` is 60/251."""

from __future__ import annotations

import re
from functools import cache

from mandate_data.citations.languages import Words
from mandate_data.citations.languages.groups_of_words import NEVER
from mandate_data.citations.organs.organ_names import Mention
from mandate_data.citations.reading.prepared_text import PreparedText, fragment
from mandate_data.citations.resolutions.number_forms import spelled_sessions
from mandate_data.citations.resolutions.printed_number import Number
from mandate_data.citations.symbols.session_years import roman
from mandate_data.roman_numerals import to_roman

_ASSEMBLY = "general_assembly"
_LAST_ROMAN = 30
"""The last session whose resolutions the Assembly numbered on from those of the session before."""
_MOST_OF_A_SESSION = 400
"""No later session has had as many."""
_REACH = 24


@cache
def _sessions(words: Words) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The session before an organ, and behind it."""
    spelled = "|".join(sorted(spelled_sessions(words), key=len, reverse=True)) or NEVER
    said = fragment(words, words.of_session).replace("{number}", rf"(?P<number>\d{{1,3}}|{spelled})")
    return re.compile(rf"(?:{said})\s?$"), re.compile(rf"[^\w,;.]?\s?(?:{said})")


def session_named(text: PreparedText, organ: Mention) -> str | None:
    """The session that is named right before or behind an organ, if that is the Assembly, as its resolutions were
    numbered then: in Roman numerals until the thirtieth."""
    words = text.words
    if words.of_session == NEVER or organ.slug != _ASSEMBLY or organ.generic:
        return None
    before, behind = _sessions(words)
    said = before.search(text.plain, max(0, organ.start - _REACH), organ.start)
    said = said or behind.match(text.plain, organ.end)
    if said is None:
        return None
    spelled = spelled_sessions(words).get(said["number"])
    ordinal = int(said["number"]) if spelled is None else roman(spelled)
    if not ordinal:
        return None
    return str(ordinal) if ordinal > _LAST_ROMAN else to_roman(ordinal)


def of_session(number: Number, session: str) -> Number | None:
    """A number alone with its session; None for one that no such session can have."""
    if session.isdigit() and number.number >= _MOST_OF_A_SESSION:
        return None
    return number._replace(session=session)
