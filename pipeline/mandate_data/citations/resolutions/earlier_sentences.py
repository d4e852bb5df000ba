"""Tells whether whoever a sentence calls `it` or `the organization` is a body of others, which an earlier one names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from mandate_data.citations.bodies import table
from mandate_data.citations.languages import Words
from mandate_data.citations.languages.groups_of_words import NEVER
from mandate_data.citations.organs.organs import Organs
from mandate_data.citations.reading.prepared_text import PreparedText, fragment

_MOST = 3
"""So many sentences before are looked at."""
_REACH = 300
"""How far before a sentence another one begins that it goes on about."""


@dataclass(frozen=True, slots=True)
class _Patterns:
    """How sentences begin, in one language."""

    goes_on: re.Pattern[str]
    """With a word for whoever was named before, or with what they did."""
    passive: re.Pattern[str]
    """The same, of what was done to it by a resolution: It `was` founded."""
    article: re.Pattern[str]
    acronym: re.Pattern[str]
    name: re.Pattern[str]
    organization: re.Pattern[str]
    unnamed: re.Pattern[str]
    """A body of others that has no name there: the parish council, the union."""


@cache
def _patterns(words: Words) -> _Patterns:
    the, nations = fragment(words, words.capital_article), fragment(words, words.united_nations)
    organization, pronoun = (fragment(words, one) for one in (words.organization, words.pronoun))
    name = rf"[A-Z][\w'-]*(?:\s(?:(?:{fragment(words, words.name_words)})\s){{0,2}}[A-Z][\w'-]*){{0,5}}"
    heads = "|".join(fragment(words, head) for head in words.heads)
    does = rf"|(?i:{fragment(words, words.adopted)})\s" if words.adopts_first else ""
    return _Patterns(
        re.compile(
            rf"\s*(?:(?i:{pronoun})\s|(?i:{the})(?:\w+\s)?(?i:{organization})\b{does})" if words.pronoun else NEVER
        ),
        re.compile(rf"\s*(?i:{pronoun})\s(?i:{fragment(words, words.passive)})(?![\w-])" if words.pronoun else NEVER),
        re.compile(rf"[\s\"'(*_]*(?:{the})?" if words.capital_article else r"[\s\"'(*_]*"),
        re.compile(rf"(?!(?:{nations})(?![\w-]))[A-Z][A-Z-]{{2,}}(?![\w/.])"),
        re.compile(name),
        re.compile(organization),
        re.compile(
            rf"(?:(?:[a-z][\w'-]*\s){{0,3}}?(?i:{fragment(words, words.society)})"
            rf"|(?:[a-z][\w'-]*\s){{1,3}}(?=[a-z])(?i:{heads})"
            rf"|(?i:{heads})\s(?:{fragment(words, words.of_another_kind)}))\b"
            if words.capital_article
            else NEVER
        ),
    )


def is_of_others_named_before(text: PreparedText, organs: Organs, start: int, lead: int) -> bool:
    """Whether the sentence at `start`, which names no organ before `lead`, is about a body of others: `INTERPOL met. It
    adopted resolution 91/4.`"""
    plain, patterns = text.plain, _patterns(text.words)
    if patterns.goes_on.match(plain, start, lead) is None or patterns.passive.match(plain, start, lead) is not None:
        return False
    if any(not one.weak for one in organs.within(start, lead)):
        return False
    low, end = max(0, start - _REACH), start
    for _ in range(_MOST):
        if end - 2 <= low:
            return False
        first = text.sentences.start(end - 2, end - low)
        named = organs.within(first, end)
        place = next(patterns.article.finditer(plain, first)).end()  # it matches nothing as well
        if named and named[0].start == place:
            return not named[0].generic and not table().adopts(named[0].slug)
        named = [one for one in named if not one.weak]
        if any(one.generic or table().adopts(one.slug) for one in named):
            return False
        found = patterns.name.match(plain, place)
        if (
            patterns.unnamed.match(plain, place)
            or patterns.acronym.match(plain, place)
            or (found is not None and patterns.organization.search(found[0]))
        ):
            before = organs.within(max(0, start - _REACH), first)
            return not any(one.generic or table().adopts(one.slug) for one in before)
        end = first
    return False
