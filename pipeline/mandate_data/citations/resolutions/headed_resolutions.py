"""Finding the resolutions whose number heads their own text, without a word for resolutions: `51/77. The rights of the
child`, and then `The General Assembly,` with its preamble."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from mandate_data.citations.bodies import table
from mandate_data.citations.languages import Words
from mandate_data.citations.organs.organ_names import OTHER, Mention
from mandate_data.citations.organs.organs import Organs
from mandate_data.citations.reading.prepared_text import Linear, PreparedText, behind_number, date, fragment, loose
from mandate_data.citations.reading.sentences import WALL
from mandate_data.citations.references import Reference, printed_at
from mandate_data.citations.resolutions.number_forms import spelled_sessions
from mandate_data.citations.resolutions.numbering import BY_NUMBER, fits_beside, is_of_its_year, symbol_of
from mandate_data.citations.resolutions.printed_number import Number
from mandate_data.citations.resolutions.resolution_numbers import counts, number_at
from mandate_data.citations.resolutions.resolution_references import of_organ, resolution_reference
from mandate_data.citations.resolutions.unnamed_kinds import kind_of

_REACH = 400
"""So many characters behind its number the organ is named whose text it is."""
_LETTER = r"(?:[ \t]?[A-Z](?:-[A-Z])?)?"
_NUMBERED = rf"/[ \t]?[1-9][0-9]{{0,2}}{_LETTER}[ \t]?"
_SESSION = r"(?:E?S-)?[IVXL]{1,8}|S-[0-9]{1,2}|(?:19|20)[0-9][0-9]"
_BEFORE = re.compile(rf"(?:(?<=[\s\x01\])*_#|\"])|^)(?:E?S-)?\d{{1,4}}{_LETTER}[ \t]{{0,2}}$")
"""A number before its slash or bracket."""
_LONGEST_NUMBER = 16
_LINE = re.compile(r"(?:^|[\n\x01\]])[ \t*_#]{0,40}$")
"""Where a line begins, or what stands in brackets before a title ends."""
_LONGEST_LINE = 41
_STOP = re.compile(r"[ \t]?[.-]?[\s\x01]")
_FULL_STOP = re.compile(r"[ \t]?\.(?!\d)|[ \t]?[\s\x01]")
"""The same where no blank parts words: 41/6.消除."""
_LONGEST_ARTICLE = 6
_MEETING = 130
"""How far before the organ that met the words for its meeting begin."""
_BEGINNING, _LONGEST_BEGINNING = 24, 60
"""Letters and figures of a number and its title that tell it from others, and the characters that they are in."""
_GO_ON = (",", "(", "/", "-", "&")
"""What is before a number that goes on a list, a range or another number."""
_LAST_WORD = re.compile(r"(?<![\w'-])(?<![:.]\s)[^\W\d_][\w'-]*$")
"""The word before a number, but for one that says what was named before it: Original: `anglais`."""
_LONGEST_WORD = 40
_PARTED = re.compile(r"\s?,[ \t]*([\n\x01][\s\x01]*)")
_LINE_BEHIND = re.compile(r"[ \t]?,?[ \t]*([\n\x01][\s\x01]*)")
"""The same where no capitals tell a sentence: the organ may be all that its line has, without a comma."""
_COMMISSION = "commission"


@cache
def _signs(words: Words) -> tuple[Linear, Linear]:
    """The slashes and the brackets of what may head a resolution, each a pattern of its own, as RE2 leaps from one sign
    to the next. Where no capitals tell a title, a slash needs no full stop or line end behind it."""
    sessions = "|".join([_SESSION, *map(re.escape, spelled_sessions(words))])
    slash = Linear(rf"{_NUMBERED}[.\n\r]" if words.capitals else rf"{_NUMBERED}\.?")
    return slash, Linear(rf"\((?:{sessions})\){_LETTER}")


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What tells the beginning of a preamble, in one language."""

    opening: re.Pattern[str]
    verb: re.Pattern[str]
    meeting: re.Pattern[str]
    """How the text of a decision begins: At its 1st meeting."""
    met: re.Pattern[str]
    """The same, and what is between it and the organ: `At its 1st meeting, on 3 May 2005, the` Council."""
    dated: re.Pattern[str]
    """What the first resolutions of the Security Council have for a title: `Resolution of` 16 December 1946."""


@cache
def _patterns(words: Words) -> _Patterns:
    participles = "|".join(words.participle)
    verbs = [loose(fragment(words, words.subject)), rf"[A-Z]\w+(?:{participles})\b" if participles else ""]
    verb = "|".join(filter(None, verbs)) or r"\S"  # where no blank parts words, one stands for the end of a line
    article, resolution = fragment(words, words.capital_article), fragment(words, words.resolution)
    day, the = f"(?:{date(words)}|{date(words, dated=False)})", fragment(words, words.article_before)
    meeting = rf"(?<!\w)(?:{fragment(words, words.at_its_meeting)})(?!\w)"
    return _Patterns(
        re.compile(rf"(?:{article})$|(?:^|[\n\x01])[\s\"'_*]{{0,4}}$" if article else r"\Z"),
        re.compile(rf"\s?,\s{{1,4}}(?:{verb})"),
        re.compile(meeting, re.IGNORECASE),
        re.compile(rf"{meeting}(?:,?\s[^\d,.;\x01]{{0,16}}{day})?,?\s(?:(?:{the})\s?)?$", re.IGNORECASE),
        re.compile(rf"\s{{0,3}}(?:{resolution}){behind_number(words, date(words))}", re.IGNORECASE),
    )


def headed_resolutions(text: PreparedText, taken: Sequence[Reference]) -> list[Reference]:
    """The resolutions that the text has, not only names: a number, a title, and the organ that begins the preamble; and
    where a table of contents has the same number and title. What is `taken` is a reference already."""
    places = _places(text, taken)
    if not places:
        return []
    organs = Organs.organs(text)
    limits = [*places[1:], len(text.plain)]
    found = [_headed(text, organs, place, limit) for place, limit in zip(places, limits, strict=True)]
    known = {_beginning(text, one.start): one for one in found if one is not None}
    listed = (
        one or (_again(text, place, known.get(_beginning(text, place))) if known else None)
        for place, one in zip(places, found, strict=True)
    )
    return [one for one in listed if one is not None]


def _beginning(text: PreparedText, place: int) -> str:
    """The number at a place and the beginning of its title, however they are set."""
    return "".join(filter(str.isalnum, text.raw[place : place + _LONGEST_BEGINNING])).casefold()[:_BEGINNING]


def _again(text: PreparedText, place: int, headed: Reference | None) -> Reference | None:
    """The reference to a resolution that the text has elsewhere."""
    if headed is None or not text.raw.startswith(headed.text, place):
        return None
    return printed_at(place, place + len(headed.text), headed.text, headed)


def _places(text: PreparedText, taken: Sequence[Reference]) -> list[int]:
    """Where such numbers begin that are in no other reference. One without a full stop begins a line."""
    plain, places, floor = text.plain, [], 0
    spans = sorted(span for signs in _signs(text.words) for span in signs.spans(text.data, 0, len(text.data)))
    others = iter(taken)
    other = next(others, None)
    for sign, end in spans:
        while other is not None and other.end <= sign:
            floor, other = other.end, next(others, None)
        if other is not None and other.start <= sign:
            continue
        low = max(floor, sign - _LONGEST_NUMBER)
        number = _BEFORE.search(plain[low:sign])
        if number is None or (number.start() == 0 and low):
            continue
        place = low + number.start()
        if plain[end - 1] == "." or plain[end : end + 1] == "." or _begins_line(plain, place):
            places.append(place)
    return places


def _begins_line(plain: str, place: int) -> bool:
    return _LINE.search(plain[max(0, place - _LONGEST_LINE) : place]) is not None


def _headed(text: PreparedText, organs: Organs, place: int, limit: int) -> Reference | None:
    """The resolution whose number is at `place`, if its preamble begins before the `limit`."""
    plain = text.plain
    last = min(place + _REACH, limit)
    signs = (
        not text.words.capitals
        or plain.find(",", place, last) >= 0
        or plain.find("(", place, place + _LONGEST_NUMBER) >= 0
    )
    if not signs and _patterns(text.words).meeting.search(plain, place, last) is None:
        return None
    number = number_at(plain, place, text.words)
    if number is None or number.start != place or number.bare or number.code is not None:
        return None
    stop = (_STOP if text.words.capitals else _FULL_STOP).match(plain, number.end)
    if stop is None or counts(plain, number, text.words) or _goes_on(text, place):
        return None
    if is_of_its_year(number) and _patterns(text.words).dated.match(plain, stop.end()):
        return _reference(text, number, BY_NUMBER)
    organ = _acting(text, organs, stop.end(), last)
    return _reference(text, number, organ.slug) if organ and _may_adopt(organ, number) else None


def _goes_on(text: PreparedText, place: int) -> bool:
    """Whether a number in the middle of a line belongs to what is before it: `by a vote of` 51/7."""
    before = text.raw[max(0, place - _LONGEST_WORD) : place].rstrip(" \t")
    word = _LAST_WORD.search(before)
    return before.endswith(_GO_ON) or (word is not None and word[0][0].islower())


def _acting(text: PreparedText, organs: Organs, start: int, end: int) -> Mention | None:
    """The organ that begins the preamble behind a title: the first one that stands as the subject of one."""
    patterns = _patterns(text.words)
    for one in organs.within(start, end):
        if one.weak or one.slug == OTHER:
            continue
        met = patterns.met.search(text.plain, max(start, one.start - _MEETING), one.start)
        if met is not None and (organ := _named(organs, one)) is not None:
            return organ if _is_title(text, start, met.start()) else None
        if one.generic or not _begins_preamble(text, patterns, one.end):
            continue
        if text.words.capitals and not text.raw[one.start].isupper():
            continue
        opening = patterns.opening.search(text.plain, max(start, one.start - _LONGEST_ARTICLE), one.start)
        if opening is not None:
            return one if _is_title(text, start, opening.start()) else None
    return None


def _named(organs: Organs, mention: Mention) -> Mention | None:
    """The organ that met: `the Council` is one that the text names in full."""
    organ = organs.of_the_kind(mention) if mention.generic else mention.slug
    return None if organ is None else mention._replace(slug=organ, generic=False)


def _begins_preamble(text: PreparedText, patterns: _Patterns, end: int) -> bool:
    """Whether a comma follows a name, and a new paragraph or a word with which preambles begin."""
    if patterns.verb.match(text.plain, end):
        return True
    parted = (_PARTED if text.words.capitals else _LINE_BEHIND).match(text.plain, end)
    if parted is None:
        return False
    if text.words.participle and text.raw[parted.end() : parted.end() + 1].islower():
        return False  # in English, the paragraphs of a preamble begin with a capital
    return WALL in parted[1] or parted[1].count("\n") > 1 or text.raw[parted.end() : parted.end() + 1].isupper()


def _is_title(text: PreparedText, start: int, end: int) -> bool:
    """Whether what stands between a number and its organ may be a title: none begins with a small letter."""
    title = [sign for sign in text.raw[start:end] if sign.isalnum()]
    return any(map(str.isalpha, title)) and not (text.words.capitals and title[0].islower())


def _may_adopt(organ: Mention, number: Number) -> bool:
    """Whether the organ can have the number; of those without symbols, only commissions call their texts so."""
    if table().adopts(organ.slug):
        return symbol_of(kind_of(organ.slug, number), organ.slug, number) is not None
    body = table().by_slug.get(organ.slug)
    return body is not None and _COMMISSION in organ.heads and fits_beside(body, "RES", number)


def _reference(text: PreparedText, number: Number, organ: str) -> Reference:
    kind = kind_of(organ, number)
    return resolution_reference(text, kind, number, of_organ(organ, symbol_of(kind, organ, number)))
