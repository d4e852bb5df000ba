"""Reads the numbers behind the label of a pinpoint: `15-16`, `II.A`, `43 (b) and (c)`, `Two`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from mandate_data.citations.languages import Words
from mandate_data.citations.reading.prepared_text import fragment, month
from mandate_data.citations.references import PinpointKind
from mandate_data.citations.symbols.session_years import security_council_year

_TWICE = r"aa|bb|cc|dd|ee|ff|gg|hh|jj|kk|ll|mm|\xfb\xfb"
_SUB = rf"(?:\s?\((?:{_TWICE}|[a-z\xe0-\xff]|[ivx]{{1,5}}|[A-Z]|\d{{1,2}}|[a-z]\s?-\s?[a-z])\)|\s[a-z\xe0-\xff]\))"
_NUMERIC = re.compile(
    rf"(?:[IVX]{{1,5}}\.)?\d{{1,5}}(?:[A-Z]?[.,]\d{{1,3}}(?:\.\d{{1,2}})?)?(?:\s?(?:bis|ter)\b|ff|[a-fA-F])?{_SUB}{{0,3}}(?:\s(?:ff|et\sseq\.?))?"
)
_FRONT_PAGE = re.compile(r"[ivxlc]{1,7}\b")
_SMALL = r"(?:\s?\((?:[a-z\xe0-\xff]|[ivx]{1,4})\)){0,2}"
"""The letter of a part of a section: `section A.1 (b)`."""
_SUB_ALONE = re.compile(_SUB)
_LETTERED = re.compile(r"\((?:[a-z\xe0-\xff]|\xfb\xfb|[ivx]{1,4})\)|[a-z\xe0-\xff]\)")
"""A subparagraph named by its letter alone."""
_LETTER_APART = r"\s[A-H](?![\w'/-]|\.\w|\s[A-Z])"
"""The letter of a section, a blank before it: `section IV B`."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_OF_DOCUMENT = re.compile(r"\s?\(((?:19|20)\d\d)\)(?=[.;)\]]|\s*\Z|\s?\n)")
"""The year of the document behind the last number of a list: `paras. 6, 10, 18 (1980).`"""
_SEVERAL = re.compile(r"(?:s|pp|rr|\xb6\xb6|\xa7\xa7)\.?$")
"""What tells that a label has more numbers than one."""
_LAST_FIGURES = re.compile(r"(\d+)\D*$")
_CAPITAL_FOLLOWS = re.compile(r" (?:[A-Z]\.[A-Z]\.|[A-Z][a-z]+\b)")
"""What follows a number that is no more of the pinpoint: `art. 2, 39 U.N. GAOR`, `para. 4, 18 States`."""
_ALONE = frozenset[PinpointKind | None](("annex",))
"""What may be cited without a number."""
_BEGINS_PARAGRAPH = re.compile(r"[.)]?\s{1,4}[A-Z\"]|[.)]\s")
"""What follows the number of a paragraph or a note, at the beginning of a line."""
_WHOSE = re.compile(r"\s\([A-Z][^()\d;:]{2,60}\)(?=,|\s)")
_MOST_SPACES = 2  # between a label and its number


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What numbers are, and what stands between and behind them, in one language."""

    separator: re.Pattern[str]
    not_a_number: re.Pattern[str]
    outline: re.Pattern[str]


@cache
def _patterns(words: Words) -> _Patterns:
    joined, to = fragment(words, words.conjunction), fragment(words, words.to)
    attached = fragment(words, words.joined_conjunction)
    numerals = fragment(words, words.numerals)
    goes_on = fragment(words, f"{words.go_on}|{words.thereof}|{words.elsewhere}|{words.possessive}")
    return _Patterns(
        re.compile(
            rf"-{{2,3}}|\s?-\s?|,\s?(?:{joined})\s|\s?,\s?|\s(?:{joined}|{to}|&)\s|\s{{1,2}}(?:{attached})(?=\d|{numerals})",
            re.IGNORECASE,
        ),
        re.compile(
            rf"\s{{1,2}}{month(words)}|\s{{1,2}}(?!(?:{goes_on})\b)[a-z\xe0-\xff]{{2,}}"
            rf"|\s?%|\s?\((?:19|20)\d\d\)|\s?(?:[A-Z]\s?)?\((?:(?:E?S-)?[IVXLC]{{2,8}}|(?<=\d\d\s\()[IVX])\)"
        ),
        re.compile(
            rf"[IVXLC]{{1,7}}(?:(?:\.[A-Z\d]{{1,3}}){{1,2}}|{_LETTER_APART})?\b{_SMALL}"
            rf"|[A-Z](?:\.(?:\d{{1,3}}|[IVX]{{1,4}}))?\b(?!\.[A-Z]){_SMALL}|(?i:{fragment(words, words.numerals)})\b"
        ),
    )


def numbers_at(plain: str, start: int, kind: PinpointKind | None, words: Words) -> tuple[int, int] | None:
    """Where the numbers after a label begin and end, or None if there are none."""
    patterns, first = _patterns(words), start
    while first < start + _MOST_SPACES and plain[first : first + 1].isspace():
        first += 1
    end = _atom_end(plain, first, kind, patterns)
    if end is None or not _closed(plain, end):
        return None
    if kind in _ALONE and "\n" in plain[start:first] and _BEGINS_PARAGRAPH.match(plain, end):
        return None
    while _may_go_on(plain, end) and (separator := _separator(plain, end, kind, patterns)) is not None:
        following = _atom_end(plain, separator.end(), kind, patterns)
        if following is None and (alone := _SUB_ALONE.match(plain, separator.end())):
            following = alone.end()
        if following is None or not _closed(plain, following):
            break
        if "\n" in separator[0] and _BEGINS_PARAGRAPH.match(plain, following):
            break
        item = plain[separator.end() : following]
        ranged = separator[0] == "-" and item.isdigit()  # paras. 1-3 (1993)
        if not ranged and patterns.not_a_number.match(plain, following):
            if not _is_dated(plain, start, end, item, following):
                break
            return first, following
        if separator[0].strip() == "," and _CAPITAL_FOLLOWS.match(plain, following):
            break
        if _YEAR.fullmatch(item) and "-" not in separator[0]:
            break
        end = following
    return first, end


def _separator(plain: str, end: int, kind: PinpointKind | None, patterns: _Patterns) -> re.Match[str] | None:
    """What parts a number from the next one, behind who made a recommendation: paras. 114.9 `(Ghana),` 114.10."""
    whose = _WHOSE.match(plain, end) if kind == "paragraph" else None
    return patterns.separator.match(plain, whose.end() if whose is not None else end)


def _is_dated(plain: str, start: int, end: int, item: str, following: int) -> bool:
    """Whether the year in brackets behind an item of the list in [start, end) is that of the document, and the item no
    resolution of this year."""
    year, before = _YEAR_OF_DOCUMENT.match(plain, following), _LAST_FIGURES.search(plain, start, end)
    if year is None or before is None or not item.isdigit() or int(item) <= int(before[1]):
        return False
    several = _SEVERAL.search(plain, max(0, start - 4), start) or "," in plain[start:end]
    return bool(several) and security_council_year(int(item)) != int(year[1])


def _may_go_on(plain: str, end: int) -> bool:
    """Whether a separator of numbers may stand here."""
    sign = plain[end : end + 1]
    return sign in (",", "-") or sign.isspace()


def _atom_end(plain: str, position: int, kind: PinpointKind | None, patterns: _Patterns) -> int | None:
    match = _NUMERIC.match(plain, position)
    if match is None and kind == "page":
        match = _FRONT_PAGE.match(plain, position)
    if match is None and kind == "paragraph":
        match = _LETTERED.match(plain, position)
    if match is None and kind not in ("page", "paragraph"):
        match = patterns.outline.match(plain, position)
    if match is None:
        return None
    end = match.end()
    return end - 1 if plain[end - 1] == "," else end


def _closed(plain: str, end: int) -> bool:
    """Whether a number ends here, and not in the middle of a word, a date or another number."""
    following = plain[end : end + 1]
    return not (following.isalnum() or following in ("/", "%"))
