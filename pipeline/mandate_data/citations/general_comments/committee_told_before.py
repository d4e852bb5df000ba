"""Tells whose a general comment is that no committee is named beside: of the only one that the text before names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from mandate_data.citations.bodies import table
from mandate_data.citations.general_comments.general_comment_list import all_comments, symbol_of
from mandate_data.citations.languages import Words
from mandate_data.citations.languages.groups_of_words import NEVER
from mandate_data.citations.organs.organ_names import Mention
from mandate_data.citations.organs.organs import Organs
from mandate_data.citations.reading.prepared_text import PreparedText, fragment

_REACH = 1200
"""How far before the sentence of a general comment the committee may be named that it is of."""
_REACH_OF_A_HEADING = 60
"""How far before a committee the words begin that general comments are its own."""
_LONGEST_WORD = 30
"""Characters before a committee in which another word of its name begins."""


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What is around a general comment or a committee, in one language."""

    titled: re.Pattern[str]
    """Behind the number, its title."""
    treaty: re.Pattern[str]
    """A treaty with its name."""
    owned: re.Pattern[str]
    """Behind a committee, whose it is."""
    named_so: re.Pattern[str]
    """Before a committee, a word of its name with a capital."""
    headed: re.Pattern[str]
    """Before a committee, that its general comments follow: `General comments adopted by the`."""


@cache
def _patterns(words: Words) -> _Patterns:
    titled, treaty, owner = (fragment(words, one) for one in (words.titled, words.treaty, words.owner))
    the, nations = fragment(words, words.article_before), fragment(words, words.united_nations)
    purpose = "|".join(fragment(words, one) for one in (words.purpose, words.of_organ) if one) or NEVER
    comment = "|".join(fragment(words, one) for one in (words.general_comment, words.general_recommendation))
    adopts, of, agent = (fragment(words, one) for one in (words.adopted, words.of_organ, words.agent))
    capital = rf"(?<!\.\s)(?<!\n)\b(?!(?:{nations})\s$|(?i:{the})\s)[A-Z][\w'-]+\s"
    return _Patterns(
        re.compile(rf"(?:\s\(\d{{4}}\))?(?:,?\s(?:{titled})\s|\s\((?:{titled}|{the})\s|\s?:\s?\D)", re.IGNORECASE),
        re.compile(rf"(?:{treaty})(?:\s\w+)?\s(?:{titled}|{purpose})(?!\w)", re.IGNORECASE),
        re.compile(rf"\s(?:{owner})\s?(?:(?:{the})\s)?[a-zA-Z]" if words.owner else NEVER),
        re.compile(rf"(?:-|{capital})$" if words.edge else NEVER),
        re.compile(
            rf"(?:{comment})s?(?:,?\s(?:(?:{adopts})\s)?(?:{agent}|{of})\s?(?:(?:{the})\s)?)$"
            if words.of_organ
            else NEVER,
            re.IGNORECASE,
        ),
    )


def names_a_treaty(text: PreparedText, start: int, end: int) -> bool:
    """Whether the sentence [start, end) names a treaty, which tells whose a general comment is better than the text
    before: article 12 of the Covenant on Economic, Social and Cultural Rights (general comment No. 14)."""
    return _patterns(text.words).treaty.search(text.plain, start, end) is not None


def only_one_told(
    text: PreparedText, committees: Organs, possible: Sequence[str], number: int, start: int, end: int
) -> str | None:
    """The one of the `possible` committees that the text before the sentence at `start` names not far off, or whose
    documents the text cites, if it names and cites no other one of them.

    Where a title stands behind the number, which ends at `end`, the text must cite documents of this committee, or say
    that general comments are its own, and name no other one at all: a title tells more.
    """
    symbols = (symbol_of(one, number) for one in possible)
    if any(symbol is not None and committees.prints(symbol) for symbol in symbols):
        return None  # its own symbol settles it
    titled = _patterns(text.words).titled.match(text.plain, end) is not None
    near = {one for one in possible if _is_cited(committees, one)}
    before = [one for one in committees.within(max(0, start - _REACH), start) if not _is_of_others(text, one)]
    near |= {one.slug for one in before if not titled or _is_headed(text, one)} & {*possible}
    rivals = all_comments() if titled else possible
    anywhere = near | {one for one in rivals if committees.names(one) or _is_cited(committees, one)}
    return next(iter(near)) if len(near) == 1 and anywhere == near else None


def _is_cited(committees: Organs, committee: str) -> bool:
    """Whether the text prints a document of a committee."""
    return committees.prints(f"{table().by_slug[committee].prefix}/")


def _is_headed(text: PreparedText, mention: Mention) -> bool:
    """Whether the text says before a committee that general comments are its own."""
    low = max(0, mention.start - _REACH_OF_A_HEADING)
    return _patterns(text.words).headed.search(text.plain, low, mention.start) is not None


def _is_of_others(text: PreparedText, mention: Mention) -> bool:
    """Whether more of a name stands right before a committee or behind it: the National Committee on the Rights of the
    Child, the Committee on Migrant Workers of the trade union federation."""
    patterns, plain = _patterns(text.words), text.plain
    if patterns.owned.match(plain, mention.end) is not None:
        return True
    return patterns.named_so.search(plain, max(0, mention.start - _LONGEST_WORD), mention.start) is not None
