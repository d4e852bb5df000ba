"""What stands right beside a symbol without a blank, as in texts taken from HTML and PDF: `CouncilS/2002/178`,
`A/HRC/7/78page 2`, `CRC/C/15/Add.23830 juin 2004`."""

from __future__ import annotations

import re
from functools import cache

from mandate_data.citations.bodies import table
from mandate_data.citations.languages import LANGUAGES, Words, words_of
from mandate_data.citations.languages.groups_of_words import NEVER
from mandate_data.citations.languages.words import every
from mandate_data.citations.printed_symbols.codes import is_glued_to_a_thing
from mandate_data.citations.reading.days import is_before_a_month
from mandate_data.citations.reading.prepared_text import PreparedText, fragment
from mandate_data.citations.references import Reference
from mandate_data.citations.symbols.symbols import Symbol, read

_LETTERS, _LONGEST_JOINED = 3, 12
_LONGEST_WORD = 32
_FIGURES = re.compile("(?:^|[^\\w/.-]|[\u0621-\u064a])\\d{4}$")
"""Figures that a text sets right before a symbol."""
_WORD = re.compile("(?:^|[\\s(\\[\"'\u2018\u2019\u201c\u201e\xab|>])[^\\W\\d_]{2,}$")
"""A whole word: what is a part of a path, an address or a code is none."""
_SUFFIXES = "Add|Corr|Rev|Amend|Part|Vol|Sect|Supp|Prog|Resum|Summary|Annex|App"
_ENDS = r"(?=\s|$|[.:,;)]{1,2}(?:\s|$))"
_AHEAD = 4
"""How far behind a symbol that is tried `_ENDS` looks."""
_TITLE_WORD = rf"(?!{_SUFFIXES})[A-Z][a-z\xe0-\xff]{{3,}}{_ENDS}"
"""A word with a capital that is not a suffix of a symbol."""
_CAPITALS = rf"(?!{_SUFFIXES.upper()}|[IVXLCO]+\b)[A-Z]{{4,}}(?=\s[A-Z])"
_ACRONYM = re.compile(r"[A-Z]{2,8}(?=\(|$)")
_NAME_OF_A_FILE = re.compile(r"\.\w")
_LONGEST_DAY, _SHORTEST_NUMBER = 2, 3
_LIMITS = (
    (re.compile(r"/(?:Corr|Rev|Amend)\.(\d+)$"), 99),
    (re.compile(r"/Add\.(\d+)$"), 399),
    (re.compile(r"^E/CN\.\d+/(?:Sub\.\d/)?\d{4}/(\d+)$"), 399),
    (re.compile(r"/(?:CO|Q|QPR|RQ)/(\d+)$"), 39),
    (re.compile(r"/C/[A-Z]{3}/(\d+)$"), 39),
    (re.compile(r"/(?:SR|PV)\.(\d+)$"), 10999),
    (re.compile(r"/\d{1,4}/(\d+)$"), 2099),
)
"""The last number of a symbol, and the highest that it may be; of a session or a year, one with the look of a year."""


@cache
def _joined() -> re.Pattern[str]:
    """What is joined to a symbol, in the text as it is printed, with nothing but signs and figures before it: `and`, or
    a word that cites."""
    letters = every("joined_before")
    cited = "|".join(words.cited_by for code in LANGUAGES if (words := words_of(code)).joined_before)
    return re.compile(rf"(?:^|[\W\d_])(?:{letters}|{cited})\Z")


def is_joined(text: PreparedText, start: int) -> bool:
    """Whether letters right before `start` may be joined to a symbol by the rules of their script."""
    return _joined().search(text.raw, max(0, start - _LONGEST_JOINED), start) is not None


def is_behind_figures(text: PreparedText, start: int) -> bool:
    """Whether figures stand right before a root of several capitals, where a script has none of its own."""
    if text.words.capitals or not text.plain[start : start + _LETTERS].isupper():
        return False
    return _FIGURES.search(text.raw[max(0, start - 8) : start]) is not None


def is_behind_a_word(text: PreparedText, start: int) -> bool:
    """Whether a word that ends in a small letter, of any script, is glued to what begins at `start` with a capital."""
    if not text.raw[start - 1 : start].islower() or not text.plain[start].isupper():
        return False
    return _WORD.search(text.raw, max(0, start - _LONGEST_WORD), start) is not None


def may_be_glued(text: PreparedText, start: int, found: Reference) -> bool:
    """Whether what is found right behind a word is a symbol for certain: with a type, a committee, a session or a year,
    and, if it has nothing but figures, not behind a word for things."""
    root, _, tail = found.text.partition("/")
    if found.symbol is None or root != root.upper() or _NAME_OF_A_FILE.match(text.plain, found.end - text.offset):
        return False
    if not tail.replace("/", "").isdigit():
        return True
    return "/" in tail and not is_glued_to_a_thing(text, start)


@cache
def _behind(words: Words) -> re.Pattern[str]:
    """The word that a text sets right behind the figures of a symbol: A/HRC/37/51`and`, A/HRC/7/78`page` 2,
    A/C.1/57/L.43`GA` Resolution."""
    labels = "|".join(fragment(words, label) for label, kind in words.labels if kind in ("page", "paragraph"))
    return re.compile(
        rf"(?<=\d)(?:(?:{fragment(words, words.go_on)})(?=\s)|(?:{labels or NEVER})(?=\s?\d)|{_TITLE_WORD}"
        rf"|(?:{_acronyms()})(?=\s[A-Z])|{_CAPITALS})"
    )


@cache
def _acronyms() -> str:
    """The initials of organs and of the United Nations."""
    names = [body.named.get(code, "") for body in table().bodies if body.adopts for code in LANGUAGES]
    names += [words_of(code).united_nations for code in LANGUAGES]
    found = {match[0] for name in names for one in name.split("|") if (match := _ACRONYM.match(one))}
    return "|".join(sorted(found, key=lambda one: (-len(one), one)))


def word_behind(text: PreparedText, low: int, end: int) -> int | None:
    """Where a word begins that is glued to the figures of what may be a symbol, between `low` and its `end`."""
    found = _behind(text.words).search(text.plain, low, end + _AHEAD)
    return found.start() if found is not None and found.start() <= end else None


def is_glued_behind(text: PreparedText, end: int) -> bool:
    """Whether such a word begins at `end`."""
    return _behind(text.words).match(text.plain, end) is not None


def before_a_day(text: PreparedText, start: int, end: int) -> int | None:
    """Where a symbol ends to whose last number the day of a date is glued, if what is printed at [start, end) is none
    that may be and a month follows; `start` if that can't be told for certain. None if nothing is glued to it."""
    raw = text.raw
    if not text.plain[end - _SHORTEST_NUMBER : end].isdigit() or not is_before_a_month(raw, end):
        return None
    whole = read(raw[start:end])
    if whole is not None and _may_be(whole):
        return None
    cuts = [cut for cut in range(end - _LONGEST_DAY, end) if _is_a_day(raw[cut:end]) and raw[cut - 1].isdigit()]
    cuts = [cut for cut in cuts if (symbol := read(raw[start:cut])) is not None and _may_be(symbol)]
    return cuts[0] if len(cuts) == 1 else start


def _is_a_day(figures: str) -> bool:
    return figures[0] != "0" and int(figures) <= 31


def _may_be(symbol: Symbol) -> bool:
    """Whether the last number of a symbol is one that a document may have."""
    numbers = ((form.search(symbol.canonical), most) for form, most in _LIMITS)
    return not symbol.incomplete and all(found is None or int(found[1]) <= most for found, most in numbers)
