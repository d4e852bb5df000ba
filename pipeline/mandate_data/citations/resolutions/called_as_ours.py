"""Tells whether a list is that of an organ of others, called as ours or by initials: `National Security Council`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from mandate_data.citations.languages import Words
from mandate_data.citations.languages.groups_of_words import NEVER
from mandate_data.citations.organs.organ_names import Mention
from mandate_data.citations.reading.prepared_text import fragment
from mandate_data.citations.resolutions.surroundings import Surroundings

_REACH = 60
"""How far before a list the initials begin of whoever adopted it."""
_LONGEST = 600
"""Characters of the sentence before that are looked at."""
_BESIDE = re.compile(r"(?:\s[^\W\d_]+){0,3},\s?")
"""What stands between the name of an organ and its list: the République `islamique,` résolution."""
_OURS = re.compile("UN|NU")
"""In the initials of the organs of the United Nations, in any language of theirs that has capitals."""


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What ties a list to those named before it, in one language."""

    initials: re.Pattern[str]
    """Of whoever adopted the list, or called it `its`."""
    goes_on: re.Pattern[str]
    """At the beginning of a sentence: it speaks of the subject of the one before."""
    article: re.Pattern[str]


@cache
def _patterns(words: Words) -> _Patterns:
    does, pronoun = fragment(words, words.adopted), fragment(words, words.pronoun) or NEVER
    whose, in_ = fragment(words, words.possessive), fragment(words, words.introduction)
    helpers = rf"(?:(?:{fragment(words, words.auxiliary) or NEVER})\s){{0,2}}"
    the = fragment(words, words.capital_article) or NEVER
    return _Patterns(
        re.compile(
            rf"(?<![\w/.-])([A-Z]{{3,}})(?i:\s{helpers}(?:{does})\s(?:\w{{1,3}}\s)?|,\s(?:{in_})\s(?:{whose})\s)$"
        )
        if words.edge and does
        else re.compile(NEVER),
        re.compile(rf"\s*(?i:(?:{pronoun})\s|(?:(?:{in_})\s)?(?:{whose})\s)"),
        re.compile(rf"[\s\d.()\"'*_]{{0,8}}(?:{the})?"),
    )


def is_of_a_namesake(around: Surroundings) -> bool:
    """Whether an organ of others that is called as one of ours adopted the list, or somebody whose initials are not
    those of an organ of the United Nations; what a body only endorsed is not its own."""
    if around.is_supported or around.is_refused:
        return False
    patterns, plain, lead = _patterns(around.text.words), around.text.plain, around.lead
    named = around.organs.within(around.clause[0], lead)
    if named:
        last, opens = named[-1], patterns.article.fullmatch(plain, around.clause[0], named[0].start)
        if around.is_adopted or _BESIDE.fullmatch(plain, last.end, lead):
            return last.namesake
        return around.is_possessed and opens is not None and all(one.namesake for one in named)
    initials = patterns.initials.search(plain, max(around.clause[0], lead - _REACH), lead)
    if initials is not None:
        return _OURS.search(initials[1]) is None
    if patterns.goes_on.match(plain, around.sentence[0], lead) is None:
        return False
    before = _subject_before(around, patterns)
    return before is not None and before.namesake


def _subject_before(around: Surroundings, patterns: _Patterns) -> Mention | None:
    """The organ with which the sentence before begins."""
    plain, start = around.text.plain, around.sentence[0]
    end = len(plain[:start].rstrip()) - 1
    if end <= 0 or "\n" in plain[end:start]:
        return None  # a heading is not a subject
    first = around.text.sentences.start(end, _LONGEST)
    named = around.organs.within(first, end)
    return named[0] if named and patterns.article.fullmatch(plain, first, named[0].start) else None
