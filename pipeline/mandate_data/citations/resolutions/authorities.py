"""Tells whether a list is plainly that of an authority of a country: `resolution 1373 (2001) of the city council`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from mandate_data.citations.languages import Words
from mandate_data.citations.languages.groups_of_words import NEVER
from mandate_data.citations.organs.resolution_words import resolution_words
from mandate_data.citations.reading.prepared_text import CLOSING, fragment
from mandate_data.citations.resolutions.surroundings import Surroundings

_REACH = 120
"""How far before a list the name of the authority begins."""
_YEAR = r"(?:19|20)\d\d"


@dataclass(frozen=True, slots=True)
class _Patterns:
    """Where an authority is named, in one language."""

    behind: re.Pattern[str]
    """As the owner of the list, or as whoever adopted it: `was adopted by the Dallas City Council`."""
    follows: re.Pattern[str]
    """As the subject, where the list is what it acted by: `by resolution 1373 (2001), the parish council`."""
    acted: re.Pattern[str]
    """Before the list, that somebody acted by it: `in`, `by`."""
    before: re.Pattern[str]
    """As the subject of what was adopted, or right before the word for a resolution."""


@cache
def _patterns(words: Words) -> _Patterns:
    if words.shares_signs:
        never = re.compile(NEVER)
        return _Patterns(never, never, never, re.compile(rf"(?:{words.authority})(?:{words.before_number})?\Z"))
    own = resolution_words(words)
    does, small, owner = (fragment(words, one) for one in (words.adopted, words.name_words, words.owner))
    passed = rf"(?!{fragment(words, words.supported)})(?:{does})"
    agent, auxiliary, pronoun = (fragment(words, one) or NEVER for one in (words.agent, words.auxiliary, words.pronoun))
    authority = rf"(?:{fragment(words, words.authority)})"
    if not words.article_before:
        return _Patterns(
            re.compile(rf"{CLOSING}{own.of_date},?\s?(?:(?:{does}),?\s)?{authority}", re.IGNORECASE),
            re.compile(NEVER),
            re.compile(NEVER),
            re.compile(rf"{authority}[^.,;]{{0,40}}(?:{does})\s?$", re.IGNORECASE),
        )
    name = rf"(?:(?-i:[A-Z])[\w'-]*\s){{0,3}}{authority}(?![\w-])"
    dated = rf"{CLOSING}(?:{own.of_date}|\s(?:{fragment(words, words.dated)})\s{_YEAR})"
    auxiliaries = rf"(?:(?:{auxiliary})\s){{0,3}}"
    rest = rf"(?:'s|(?:\s(?:(?:{small})\s){{0,3}}(?-i:[A-Z])[\w'-]*){{0,5}})"  # it ends in a name
    acts = rf"(?:[^\W\d_]{{4,14}}\s)?{auxiliaries}(?:[^\W\d_]{{4,14}}\s)?{passed}\s{own.article}(?:\w+\s)?"
    its = rf"(?:{fragment(words, words.introduction)})\s(?:{fragment(words, words.possessive)})\s"
    return _Patterns(
        re.compile(
            rf"{dated},?\s(?:(?:{owner})|(?:(?:{pronoun})\s)?{auxiliaries}(?:{does}){own.when}\s?(?:{agent})"
            rf"|{auxiliaries}(?:{does}))\s?(?:(?:{fragment(words, words.possessive)})\s|{own.article}){name}",
            re.IGNORECASE,
        ),
        re.compile(rf"{dated},?\s{own.article}{name}", re.IGNORECASE),
        re.compile(rf"(?<![\w-])(?:{fragment(words, words.acts_by)}|{agent})\s?{own.article}$", re.IGNORECASE),
        re.compile(
            rf"(?<![\w-]){authority}{rest}(?:,?\s{its}|,\s(?:{agent})\s?|(?:,[^,.;]{{1,60}},)?\s{acts}|\s)$",
            re.IGNORECASE,
        ),
    )


def is_of_an_authority(around: Surroundings, end: int) -> bool:
    """Whether an authority of a country is named beside the list, whose number ends at `end`, as the one whose it is:
    none of the United Nations is one, whatever the number and its year."""
    plain, patterns, lead = around.text.plain, _patterns(around.text.words), around.lead
    if patterns.behind.match(plain, end) is not None:
        return True
    if patterns.follows.match(plain, end) is not None:
        opens = plain[around.sentence[0] : lead].lstrip()
        if around.patterns.agent.fullmatch(opens) or (around.is_possessed and around.is_introduced):
            return True  # By resolution 1373 (2001), the council; but: bound by resolution 1373 (2001), the Ministry
    printed = around.text.raw if around.text.words.shares_signs else plain
    return patterns.before.search(printed, max(0, lead - _REACH), lead) is not None


def is_acted_under(around: Surroundings) -> bool:
    """Whether the organ that follows acts under the list, and has not adopted it: `under resolution 1373 (2001), the
    Ministry may`, but not `by` or `in` one."""
    return (
        around.is_introduced
        and _patterns(around.text.words).acted.search(around.text.plain, max(0, around.lead - 20), around.lead) is None
    )
