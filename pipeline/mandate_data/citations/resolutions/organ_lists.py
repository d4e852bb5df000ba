"""Lists of numbers beside an organ, without a word for resolutions: `General Assembly: 45/177; 50/227`, in brackets
behind its name, or in the next cell of a row."""

from __future__ import annotations

import re
from functools import cache

from mandate_data.citations.bodies import table
from mandate_data.citations.languages import Words
from mandate_data.citations.organs.organs import Organs
from mandate_data.citations.reading.prepared_text import PreparedText, fragment
from mandate_data.citations.references import Reference
from mandate_data.citations.resolutions.numbering import is_of_its_year, symbol_of
from mandate_data.citations.resolutions.printed_number import Number
from mandate_data.citations.resolutions.resolution_numbers import numbers_at
from mandate_data.citations.resolutions.resolution_references import of_organ, resolution_reference
from mandate_data.citations.symbols.session_years import LAST_YEAR, assembly_year

_SIGN_BEFORE = r"\s?:\s{0,2}|\s{0,2}\(|\s{0,2}\|\s{0,2}|\t"
_CLOSING = {"(": re.compile(r"\s?\)"), "|": re.compile(r"\s{0,2}(?:\||\n|$)"), "\t": re.compile(r"\s?(?:\t|\n|$)")}
"""What must follow a list in brackets, or in a cell: nothing else is said there."""
_MOST_VOTES = 193
"""No more States can vote: what has higher figures is not a vote, as `60/40` of the Assembly may be."""
_LEAST = 100
"""Lower numbers with a year behind an organ may count things in that year: `Security Council: 15 (1946)`."""
_ASSEMBLY = "general_assembly"
_LONGEST_GENITIVE = 3
_YEAR = 4
_DAYS, _MONTHS = 31, 12
_REACH = 30


@cache
def before_a_list(words: Words) -> str:
    """A pattern for what stands between an organ and its list: a sign, nothing, or that the organ adopted it."""
    if not words.edge:
        return f"(?:{_SIGN_BEFORE})"
    return rf"(?:{_SIGN_BEFORE}|\s(?:{fragment(words, words.adopted)})\s|(?:'s)?\s)"


@cache
def _gap(words: Words) -> re.Pattern[str]:
    return re.compile(before_a_list(words), re.IGNORECASE)


@cache
def listing_organs(words: Words) -> str:
    """A pattern for the names of the organs whose resolutions have symbols."""
    bodies = (body for body in table().bodies if body.adopts and words.code in body.named)
    return "|".join(fragment(words, words.name(body.named[words.code])) for body in bodies)


@cache
def _free(words: Words) -> re.Pattern[str]:
    """What stands before the name of an organ that is not part of a longer one: not `National` Security Council."""
    before = (words.of_organ, words.owner, words.introduction, words.conjunction, words.agent, words.article_before)
    said = "|".join(fragment(words, one) for one in (*before, words.united_nations) if one)
    item = r"(?:^|[\n|])\s{0,8}\(?[a-z\d]{1,4}[.)]?\s{1,4}"
    return re.compile(
        rf"(?:^|[^\w\s)'\",]\s{{0,3}}|[\n\t]\s{{0,8}}|{item}|(?<![\w-])(?:{said})\s{{0,2}})$", re.IGNORECASE
    )


def listed_by_organ(text: PreparedText, organs: Organs, start: int) -> list[Reference]:
    """The resolutions listed behind the organ named at `start`: it must have all numbers, not all may be days, running
    years or, in brackets and cells, votes; and a number alone must be one that nothing else has the form of."""
    named = organs.at(start)
    gap = _gap(text.words).match(text.plain, named.end) if named is not None and named.in_full else None
    if named is None or gap is None or not table().adopts(named.slug):
        return []
    if text.words.edge and _free(text.words).search(text.plain, max(0, start - _REACH), start) is None:
        return []
    groups = numbers_at(text.plain, gap.end(), text.words)
    numbers = [number for number in groups[0] if not number.bare] if groups else []
    symbols = [symbol_of("RES", named.slug, number) for number in numbers]
    if gap[0].strip(" '\n").isalpha() and len(gap[0]) > _LONGEST_GENITIVE and any(one.session for one in numbers):
        return []  # the Assembly adopted 60/1 of them
    if not all(symbols) or all(map(_may_be_another_thing, numbers)) or not all(map(_is_of_its_year, numbers)):
        return []
    if named.slug == _ASSEMBLY and any((assembly_year(one.session or "") or 0) > LAST_YEAR for one in numbers):
        return []  # 97/193 of the votes
    closing = next((pattern for sign, pattern in _CLOSING.items() if sign in gap[0]), None)
    if numbers and closing is not None and closing.match(text.plain, numbers[-1].end) is None:
        return []
    alone, shares = len(numbers) == 1, len({one.number for one in numbers}) == 1  # 38/47, 41/47 in favour
    votes = (alone or shares or closing is not None) and all(map(_may_be_a_vote, numbers))
    if votes or all(map(_may_be_a_day, numbers)):
        return []
    return [
        resolution_reference(text, "RES", one, of_organ(named.slug, symbol))
        for one, symbol in zip(numbers, symbols, strict=True)
    ]


def _may_be_another_thing(number: Number) -> bool:
    """Whether it has the look of running years or sessions, `1998/99` or `73/74`, or counts things in a year."""
    session = number.session
    if session is None:
        return number.number < _LEAST
    if not session.isdigit():
        return False
    return (int(session) + 1) % 100 == number.number if len(session) == _YEAR else int(session) + 1 == number.number


def _is_of_its_year(number: Number) -> bool:
    """Whether a number without a session is printed with the year in which the Security Council came to it."""
    return number.session is not None or is_of_its_year(number)


def _may_be_a_vote(number: Number) -> bool:
    """Whether so many States may have voted for and against, or be a share of all."""
    session = number.session
    if session is None or not session.isdigit() or len(session) == _YEAR:
        return False
    return int(session) + number.number <= _MOST_VOTES or int(session) <= number.number <= _MOST_VOTES


def _may_be_a_day(number: Number) -> bool:
    """Whether it has the look of a day and a month: `Human Rights Council: 10/3, 12/3`."""
    session = int(number.session) if number.session and number.session.isdigit() else _DAYS + 1
    return session <= _DAYS and number.number <= _DAYS and min(session, number.number) <= _MONTHS
