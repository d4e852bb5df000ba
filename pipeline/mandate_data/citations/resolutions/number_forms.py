"""The forms in which resolutions and decisions are numbered, and their letters."""

from __future__ import annotations

import re
from functools import cache

from mandate_data.citations.bodies import table
from mandate_data.citations.languages import Words
from mandate_data.citations.languages.groups_of_words import NEVER
from mandate_data.citations.reading.prepared_text import fragment, month, plain_text
from mandate_data.roman_numerals import to_roman

SPECIAL = ("S-", "ES-")
"""How the number of a special session begins, which no symbol does."""
_NUMERAL = r"(?:E?S ?- ?)?[IVXLC]{1,8}(?![1l])|111?|(?=[1l]*[IVX])[IVX1l]{2,8}|1(?=\)[^.;\n]{1,30}\b194[67]\b)"
"""A session, its numerals as figures in part; `(1)` is the first one beside its years."""


@cache
def _letter(words: Words) -> str:
    """A letter of a resolution."""
    spelled = "|".join(fragment(words, word) for word in words.lettered)
    return rf"(?:[A-Z](?:-[A-Z])?|(?:{spelled})\b)" if spelled else "[A-Z](?:-[A-Z])?"


@cache
def spelled_letters(words: Words) -> dict[str, str]:
    """The letters of resolutions in the words of a language, as they are read, a ligature or not, and each letter."""
    pair, sign = words.ligature or ("", "")
    letters = {plain_text(word, words): chr(ord("A") + place) for place, word in enumerate(words.lettered)}
    return letters | {word.replace(pair, sign): letter for word, letter in letters.items() if pair}


def roman_session(words: Words) -> str:
    """A session in Roman numerals, or as the language writes it."""
    sign = fragment(words, words.session_sign) if words.session_sign else NEVER
    spelled = "|".join(sorted(spelled_sessions(words), key=len, reverse=True)) or NEVER
    return rf"(?:{_NUMERAL}|E?S-\d{{1,2}}|EX-\d{{1,2}}|(?:{_codes()})\.\d{{1,2}}|(?:{sign})\d{{1,2}}|{spelled})"


@cache
def spelled_sessions(words: Words) -> dict[str, str]:
    """The sessions in the numerals of a language, as they are read, and the Roman numeral of each."""
    sessions = words.written.sessions if words.written is not None else ()
    return {plain_text(session, words): to_roman(ordinal) for ordinal, session in enumerate(sessions, 1)}


def _codes() -> str:
    """The codes in the numbers of decisions and of some resolutions: CP in 1/CP.21, PLEN in 489 (PLEN.19)."""
    return "|".join(sorted(table().by_code, key=len, reverse=True))


def further_letter(words: Words) -> str:
    """A letter behind the first one of a resolution."""
    spelled = "|".join(fragment(words, word) for word in words.lettered[1:])
    return rf"(?:[B-Z]|(?:{spelled})\b)" if spelled else "[B-Z]"


def joint_of_letters(words: Words) -> str:
    """Between two letters of a resolution."""
    joined, to = fragment(words, words.conjunction), fragment(words, words.to)
    if not words.edge:
        return rf"(?:\s?(?:,|{joined}|{to})\s?|-)"
    attached = rf"|\s{{1,2}}(?:{fragment(words, words.joined_conjunction)})" if words.lettered else ""
    return rf"(?:(?:,|\s(?:{joined})|\s&|\s(?:{to}))\s(?:(?:{joined})\s)?{attached}|-)"


_BRACKETED = r"\s?\([A-H]\)"
"""A letter in brackets, which a resolution has in some texts: 36/97 `(C)`."""
_MIRRORED = (
    r"(?:[1-9]\d{2,3}|8[5-9]|9\d)/\d{1,2}(?![\d/])",
    r"(?:\(\s?|(?<=\()\s)?(?:19|20)\d\d\s?\)\s{0,2}[1-9]\d{2,3}(?![\d/])\)?",
)
"""Numbers whose two parts stand in the order in which they are seen from left to right, as in texts of scripts that go
from right to left: 185/46 for 46/185, 85/38 for 38/85 (no Assembly has had 85 sessions), 2656/25 for 2656 (XXV),
`2011) 1970)`, `(2011) 1970` or `( 2011 ) 1970` for 1970 (2011)."""


def _special(words: Words) -> str:
    """What is before the number of a special session, as the language writes it."""
    return "|".join(fragment(words, sign) for sign in words.special_signs or ()) or NEVER


@cache
def number_form(words: Words) -> re.Pattern[str]:
    """A number in any of its forms, those of conferences and governing councils included: 1/CP.21, XIII/5, GC.22/1,
    BC-10/3."""
    letter = _letter(words)
    joint, further, joined = joint_of_letters(words), further_letter(words), fragment(words, words.conjunction)
    mirrored, by_year = _MIRRORED if words.mirrored else (NEVER, NEVER)
    turned = r"(?!(?:8[5-9]|9\d)/\d)" if words.mirrored else ""
    unbracketed = r"[1-9]\d{1,3}(?=\s(?:19|20)\d\d(?![\d/]))" if words.mirrored else NEVER
    sign = fragment(words, words.year_sign)
    short = "" if words.mirrored else r"|\d\d"
    mirrored = rf"{mirrored}(?P<mirrored_letter>\s?{letter})?"
    return re.compile(
        r"(?P<of_a_year>0?[1-9]\d{0,2})/(?P<their_year>0\d|(?:19|20)\d\d)(?![\d/])"
        rf"|{turned}(?P<session>E?S-\d{{1,2}}|(?:{_special(words)})\s?\d{{1,2}}|"
        r"(?:19|20)\d\d/S-\d|(?:19|20)\d\d|\d{1,2})\s?/\s?(?P<number>[1-9]\d{0,2}(?!\d))"
        rf"(?P<letter>\s?{letter}|{_BRACKETED})?"
        rf"|(?P<old>[1-9]\d{{0,3}})(?P<inner>\s?{letter}(?P<others>(?:{joint}{further})*)(?P<of_letter>\.\s?(?:[1-9]|[IVX]{{1,4}}))?)?"
        rf"\s{{0,2}}\(\s?(?P<roman>{roman_session(words)})\s?\)"
        rf"(?P<outer>\s?{letter}|{_BRACKETED})?"
        rf"|(?P<count>[1-9]\d{{0,3}})(?P<counted>\s?{letter})?\s{{0,2}}\(\s?(?P<year>(?:19|20)\d\d)(?:\s?(?:{sign}))?\s?\)"
        rf"|(?P<decision>[1-9]\d{{0,2}})\s?/(?P<meeting>(?:{_codes()})\.?\d{{1,2}})"
        r"|(?P<party_meeting>(?:(?:(?:GC)?SS\.)?[IVX]{1,6}|GC\.\d{1,2}|[A-Z]{2,4}-\d{1,2})/)(?P<party_number>[1-9]\d?)[a-z]?"
        r"|(?P<lettered>[A-Z])\s\((?P<of_session>[1-9]\d)\)"
        rf"|(?P<slashed>[1-9]\d{{2,3}})(?:[/-](?P<slashed_session>[IVX]{{1,6}})|/(?P<slashed_year>(?:19|20)\d\d{short})"
        r"|-(?P<hyphened_year>(?:19|20)\d\d))(?![\w/-])"
        rf"|(?P<mirrored>{mirrored})|(?P<by_year>{by_year})"
        rf"|(?P<unbracketed>{unbracketed})\s(?P<year_beside>(?:19|20)\d\d)"
        rf"|(?P<bare>[1-9]\d{{2,3}})(?P<alone>\s?{letter})?"
        rf"|(?P<dotted>[1-9](?:{words.thousands})\d{{3}}(?![\d/]|[.,]\d))(?:\s?\((?P<dotted_year>(?:19|20)\d\d)\))?"
        rf"|(?P<shared>[1-9]\d)(?=(?:,\s[1-9]\d){{0,5}},?\s(?:{joined})\s[1-9]\d{{1,2}}\s?\((?P<of_all>(?:19|20)\d\d)\))"
        rf"|(?P<small>[1-9]\d)(?!\s(?i:{month(words)}))"
    )


def numbered_on(words: Words) -> str:
    """The names of the organs that never number anew: of the Security Council."""
    bodies = (body for body in table().bodies if body.scheme == "security_council" and words.code in body.named)
    return "|".join(fragment(words, words.name(body.named[words.code])) for body in bodies) or NEVER
