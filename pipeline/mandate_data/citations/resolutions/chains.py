"""Lists of resolutions that go on another one: `General Assembly resolution 57/228 A, para. 3, and resolution 58/3`."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from mandate_data.citations.bodies import table
from mandate_data.citations.languages import Words
from mandate_data.citations.languages.groups_of_words import NEVER
from mandate_data.citations.organs.organ_names import Link, Mention
from mandate_data.citations.organs.organs import Organs
from mandate_data.citations.organs.resolution_words import resolution_words
from mandate_data.citations.pinpoints.pinpoints import end_of_announced, pinpoint_at
from mandate_data.citations.reading.prepared_text import CLOSING, PreparedText, fragment
from mandate_data.citations.references import Reference
from mandate_data.citations.resolutions.meanings import NOT_NAMED, Meaning, ResolutionKind
from mandate_data.citations.resolutions.numbering import BY_NUMBER, fits_apart, fits_beside, is_of_no_other, symbol_of
from mandate_data.citations.resolutions.possible_organs import possible
from mandate_data.citations.resolutions.printed_number import Number

_LONGEST = 240
"""Characters between a list and the one that it goes on, at most: a title, a date, pinpoints."""
_ATTACHED = "attached"
"""The group of a blank before a word that the conjunction is joined to."""
_COMMA = re.compile(r",\s{1,2}|\s\(")


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What joins two lists, in one language."""

    joint: re.Pattern[str]
    titled: re.Pattern[str]
    of: re.Pattern[str]
    conjunction: re.Pattern[str]


@cache
def _patterns(words: Words) -> _Patterns:
    own = resolution_words(words)
    conjunction, to = fragment(words, words.conjunction), words.introduction
    blank = r"\s{1,2}" if words.edge else r"\s{0,2}"
    before = "|".join(fragment(words, one) for one in (to, words.of_organ, words.to) if one and one != NEVER) or NEVER
    joined = rf"(?:{conjunction}){blank}"
    joint = (
        rf"{CLOSING}(?:,\s{{0,2}}(?:{joined})?|;\s{{0,2}}{joined}|{blank}{joined})"
        rf"(?:(?:{before})\s{{1,2}})?{own.article}"
    )
    attached = rf"|(?P<{_ATTACHED}>[,;]?\s{{1,2}})" if not words.edge else ""
    titled = rf"{CLOSING}{own.of_date}(?:,?\s(?:{fragment(words, words.titled)})\s[^.;:()\d]{{1,120}}?)?"
    return _Patterns(
        re.compile(joint + attached, re.IGNORECASE),
        re.compile(rf"{titled}(?:{joint}{attached})", re.IGNORECASE),
        re.compile(rf"(?:{fragment(words, words.pinpoint_of)}){own.article}", re.IGNORECASE),
        re.compile(conjunction),
    )


def _joins(pattern: re.Pattern[str], text: PreparedText, end: int, start: int) -> bool:
    """Whether what is between two lists joins them; a conjunction may be joined to the word of the later one."""
    joint = pattern.fullmatch(text.plain, end, start)
    if joint is None or joint.lastgroup != _ATTACHED:
        return joint is not None
    return _patterns(text.words).conjunction.match(text.plain, start) is not None


def within_reach(link: Link, start: int) -> Hashable:
    """What the latest list adds to the text around a place, in so far as a list there may go on it."""
    if start - link.end > _LONGEST:
        return None
    return start - link.end, link.organ and link.organ.slug


def link_before(text: PreparedText, link: Link, organs: Organs, start: int) -> Link | None:
    """The `link`, if the list whose word begins at `start` goes on, past its date, its title and its pinpoint, with a
    comma or an `and`: `, para. 3, and of the` resolution; None if it goes on none."""
    if not 0 < start - link.end <= _LONGEST:
        return None
    patterns = _patterns(text.words)
    if _joins(patterns.titled, text, link.end, start):
        return None if organs.within(link.end, start) else link
    closely = _is_joined_closely(text, link.end, start)
    if closely is None or organs.within(link.end, start):
        return None
    return link._replace(closely=closely)


def _is_joined_closely(text: PreparedText, end: int, start: int) -> bool | None:
    """Whether the later list has a pinpoint before it, if nothing but a pinpoint of either and what joins them is
    between; None if there is more."""
    plain, patterns = text.plain, _patterns(text.words)
    for place in dict.fromkeys((*_pinpoints_behind(text, end), end)):
        if place >= start:
            continue
        if _joins(patterns.joint, text, place, start):
            return False
        joint = patterns.joint.match(plain, place, start)
        own = pinpoint_at(plain, joint.end(), text.words, ahead=True) if joint else None
        if own is not None and own.end < start and patterns.of.fullmatch(plain, own.end, start):
            return True
    return None


def _pinpoints_behind(text: PreparedText, end: int) -> Iterator[int]:
    """Where the pinpoint behind a list may end."""
    announced = end_of_announced(text.plain, end, text.words)
    if announced is not None:
        yield announced
    comma = _COMMA.match(text.plain, end)
    pinpoint = pinpoint_at(text.plain, comma.end(), text.words) if comma else None
    if pinpoint is not None:
        yield pinpoint.end


def inherited(link: Link, kind: ResolutionKind, number: Number, year: int | None) -> Mention | None:
    """The organ of the list that a number goes on, if it may have adopted it by a `year`."""
    organ = link.organ
    if organ is None:
        return None
    body = table().by_slug.get(organ.slug)
    if body is not None and body.adopts:
        return organ if symbol_of(kind, organ.slug, number) else None
    if is_of_no_other(kind, number, possible(kind, number, year)):
        return None
    fits = fits_apart(organ.slug, kind, number, year) and (body is None or fits_beside(body, kind, number))
    return organ if fits else None


def of_several(meaning: Meaning, kind: ResolutionKind, number: Number, year: int | None) -> Meaning:
    """What a number means in a list that goes on those of two organs: open, if either can have it."""
    candidates = possible(kind, number, year)
    return Meaning(None, candidates, NOT_NAMED) if meaning.symbol and len(candidates) > 1 else meaning


def link_behind(
    last: Number, end: int, reference: Reference, beside: Iterable[Mention | None], went_on: Link | None
) -> Link | None:
    """What a list may be gone on by that ends at `end` with its `last` number, the `reference` to which is of one of
    the organs `beside` it, or of the list that it `went_on`."""
    if reference.start > last.start or reference.end < last.end:
        return None
    named = False
    for one in beside:
        if one is None:
            continue
        named = True
        if one.slug == reference.organ or (one.generic and reference.symbol is not None):
            organ = Mention(one.start, one.end, reference.organ or one.slug) if one.generic or one.weak else one
            return Link(one.end if one.end > end else end, organ)
    if named or went_on is None:
        return None
    of_it = went_on.organ is not None and reference.organ in (went_on.organ.slug, BY_NUMBER)
    return Link(end, went_on.organ if of_it else None)
