"""The numbers of resolutions and decisions in running text: one, or a list with dates, letters and pinpoints."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mandate_data.citations.pinpoints import pinpoint_at
from mandate_data.citations.prepared_text import CLOSING, DATE, MONTH
from mandate_data.citations.session_years import roman

_NUMBER = re.compile(
    r"(?P<session>E?S-\d{1,2}|(?:19|20)\d\d/S-\d|(?:19|20)\d\d|\d{1,2})/\s?(?P<number>[1-9]\d{0,2})"
    r"(?P<letter>\s?[A-Z](?:-[A-Z])?)?"
    r"|(?P<old>[1-9]\d{0,3})(?P<inner>\s?[A-Z])?\s?\((?P<roman>(?:S-)?[IVXLC]{1,8})\)(?P<outer>\s?[A-Z])?"
    r"|(?P<count>[1-9]\d{0,3})\s?\((?P<year>(?:19|20)\d\d)\)"
    r"|(?P<bare>[1-9]\d{2,3})"
)
_DATED = re.compile(rf"(?:,?\s{{1,2}}(?:of\s|dated\s)?\(?{DATE}\)?)?")
_ADOPTED = re.compile(
    rf",?\s{{1,2}}(?:of\s|dated\s|adopted\son\s)?\(?\d{{1,2}}\s{{1,2}}(?P<month>{MONTH})\s{{1,2}}(?P<year>(?:19|20)\d\d)"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_COMMA = re.compile(r"(?:,\s{1,2}|\s\(?)?")
_SEPARATOR = re.compile(
    CLOSING + r"\s{0,2}(?:,|;|&|\band\b|\bor\b|\bto\b|-)\s{0,2}(?:(?:and|or|also)\s{1,2})?"
    r"(?:nos?\.?\s{0,2})?[*_\[]{0,2}",
    re.IGNORECASE,
)
_LETTER_LIST = re.compile(r"(?:(?:,|\sand|\s&|\sto)\s(?:and\s)?|-)([B-Z])(?![\w'-]|\.\w)")
_ORGAN = re.compile(r"\s(?:of|by)\sthe\s[A-Z][\w'-]*(?:\s(?:on\s|and\s)?[A-Z][\w'-]*){0,6}")
_TITLES = re.compile(r",\son\s[^;.]{1,160}?,\sand\s(?=\d{1,2}/\d)")
_WORD_FOLLOWS = re.compile(r"\s{1,2}(?!(?:and|or|to|of|on|in|by|at|as|for|with|which|adopted|concerning|para)\b)[a-z]")
_ROUND_THE_CLOCK = frozenset(("24/7", "9/11"))


@dataclass(frozen=True, slots=True)
class Number:
    """A resolution's number as printed at [start, end)."""

    start: int
    end: int
    session: str | None
    number: int
    letter: str
    year: int | None
    adopted: tuple[int, int] | None = None
    """Year and month of adoption, where a date follows."""

    @property
    def roman(self) -> bool:
        """Whether the session is a Roman numeral, as before 1978."""
        return self.session is not None and not self.session[-1].isdigit()

    @property
    def bare(self) -> bool:
        """Whether the number stands alone, without session or year."""
        return self.session is None and self.year is None


def numbers_at(plain: str, position: int) -> list[list[Number]]:
    """The list of numbers that begins at `position`, in groups: each but the last has its organ behind it, as in
    `resolutions 53/241 and 54/263 of the Assembly and 1261 (1999) of the Council`.

    A bare number goes only with the Security Council's.
    """
    groups: list[list[Number]] = []
    group: list[Number] = []
    number = _number_at(plain, position)
    while number is not None:
        group.append(number)
        position = number.end
        while number.letter and (more := _LETTER_LIST.match(plain, position)) and more[1] > number.letter:
            number = Number(more.start(1), more.end(1), number.session, number.number, more[1], number.year)
            group.append(number)
            position = more.end()
        last, number = number, _next_number(plain, position, number)
        if number is None and (organ := _ORGAN.match(plain, position)):
            number = _next_number(plain, organ.end(), last)
            if number is not None:
                groups.append(group)
                group = []
    return [*groups, group] if group else groups


def _next_number(plain: str, position: int, last: Number) -> Number | None:
    dated = _DATED.match(plain, position)
    date_end = dated.end() if dated else position
    comma = _COMMA.match(plain, date_end)
    pinpoint = pinpoint_at(plain, comma.end()) if comma else None
    for start in (pinpoint.end if pinpoint else date_end, date_end, position):
        separator = _TITLES.match(plain, start) or _SEPARATOR.match(plain, start)
        number = _number_at(plain, separator.end()) if separator else None
        if number is None or _round_the_clock(plain, number):
            continue
        if number.bare and (last.session is not None or _WORD_FOLLOWS.match(plain, number.end)):
            continue
        return number
    return None


def _number_at(plain: str, position: int) -> Number | None:
    match = _NUMBER.match(plain, position)
    if match is None:
        return None
    end = match.end()
    letter = match["letter"] or match["outer"] or ""
    if letter and _is_a_word(plain, letter, end):
        end, letter = end - len(letter), ""
    following = plain[end : end + 1]
    if following.isalnum() or following in ("/", "%") or (following == "-" and plain[end + 1 : end + 2].isdigit()):
        return None
    letter = letter.strip() or (match["inner"] or "").strip()
    session = match["session"] or match["roman"]
    figure = match["number"] or match["old"] or match["count"] or match["bare"]
    if session is not None and match["roman"] and roman(session.removeprefix("S-")) is None:
        return None
    year = int(match["year"]) if match["year"] else None
    return Number(match.start(), end, session, int(figure), letter, year, _adopted(plain, end))


def _adopted(plain: str, end: int) -> tuple[int, int] | None:
    """Year and month of the date that follows a number."""
    match = _ADOPTED.match(plain, end)
    return (int(match["year"]), _MONTHS.index(match["month"][:3].lower()) + 1) if match else None


def _round_the_clock(plain: str, number: Number) -> bool:
    """Whether `24/7` stands for always, and not for a resolution."""
    return plain[number.start : number.end] in _ROUND_THE_CLOCK and _WORD_FOLLOWS.match(plain, number.end) is not None


def _is_a_word(plain: str, letter: str, end: int) -> bool:
    """Whether a capital after a number belongs to the words that follow: `in resolution 55/2 A new …`."""
    if plain[end : end + 1].isalnum():
        return True
    return letter[0].isspace() and (
        letter.strip() in "AI"
        and plain[end : end + 1] == " "
        and not re.match(r" (?:and|or|of|on|in|to|by|at|annex|para)\b", plain[end : end + 7])
    )
