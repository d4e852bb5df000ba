"""The organ ahead of a list with no word between: named alone, or the one whose document the list is printed in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from mandate_data.citations.bodies import Body, table
from mandate_data.citations.languages import Words
from mandate_data.citations.languages.groups_of_words import NEVER
from mandate_data.citations.organs.organ_names import OTHER, Mention
from mandate_data.citations.organs.organs import Organs
from mandate_data.citations.organs.resolution_words import resolution_words
from mandate_data.citations.reading.prepared_text import PreparedText, fragment
from mandate_data.citations.symbols.symbols import read

_STOP = re.compile(r"\.[\"'*_]{0,2}\s{1,2}")
_BEGINS = re.compile(r"(?:^|[.:;,\n(]|\n\s?\d{1,3})[\s\"'*_]{0,3}$")
_NATIONS = 30
_DOCUMENT = re.compile(r"(?<![\w/.])([A-Z]{1,7}/[\w./()-]*\d)")
_REPORTS = re.compile(r"E/(?:19|20)\d\d/[2-4]\d(?!\d).*")
"""The reports of the commissions of the Economic and Social Council, as its documents of a year are numbered."""
_REPORTING = ("commission", "council")
"""How the Councils and Commissions number whose reports on their sessions have their resolutions in a chapter."""
_DOCUMENT_REACH = 160
"""How far before a list of resolutions the document begins in which they are printed."""
_LEAD = 5
"""Characters before the name of an organ by which it is seen that a sentence or a note begins with it."""


def organ_ahead(text: PreparedText, organs: Organs, start: int) -> Mention | None:
    """The organ ahead of the list at `start`, if any is."""
    return _heading(text, organs, start) or _of_the_document(text, start)


@cache
def _of_the_nations(words: Words) -> re.Pattern[str]:
    """The United Nations, at the beginning of a sentence and before the organ."""
    return re.compile(rf"(?:^|[.:;,\n(\d]\s?)(?:{fragment(words, words.united_nations)})(?:'s)?[.,]?\s$")


def _heading(text: PreparedText, organs: Organs, start: int) -> Mention | None:
    """The organ that is named alone before the list, as the author of a work is: `General Assembly. Resolution`."""
    named = organs.just_before(start, _STOP)
    if named is None or not named.in_full:
        return None
    begins = _BEGINS.search(text.plain, max(0, named.start - _LEAD), named.start)
    nations = _of_the_nations(text.words).search(text.plain, max(0, named.start - _NATIONS), named.start)
    return named if begins or nations else None


@cache
def _printed_in(words: Words) -> re.Pattern[str]:
    """Between a document and the resolutions printed in it: brackets, places in it, resolutions before."""
    places = "|".join(fragment(words, label) for label, _ in words.labels)
    place = rf"(?:{places})\s?[\dIVXLCA-H]{{1,5}}" if places else NEVER
    own, joined = resolution_words(words), fragment(words, words.conjunction)
    other = rf"(?:{own.resolution}|{own.decision})\s[\d/()IVXLC]{{1,12}}"
    return re.compile(
        rf"[\s,:;()]{{1,4}}(?:{place}[\s,:;()]{{1,4}}){{0,5}}(?:{other}[\s,;]{{1,3}}(?:(?:{joined})\s)?){{0,6}}",
        re.IGNORECASE,
    )


@cache
def _place(words: Words) -> re.Pattern[str]:
    """A chapter or a section of a document."""
    places = (fragment(words, label) for label, kind in words.labels if kind in ("chapter", "section"))
    return re.compile("|".join(places) or NEVER, re.IGNORECASE)


@cache
def _by_report() -> Mapping[str, Body]:
    return table().by_report


def _of_the_document(text: PreparedText, start: int) -> Mention | None:
    """The organ whose report it is in which the list is printed (`E/1998/23, chap. II, sect. A, resolution`;
    `E/CN.4/2005/135, chap. II, resolution`), or in whose document, if its resolutions have no symbols: `E/ESCAP/75/38,
    resolution`, `E/CN.6/2011/12, chap. I, decision`; of a report of one of the commissions of the Economic and Social
    Council none that is known: `Supplement No. 10 (E/2011/30), chap. I, sect. D, resolution`."""
    documents = [*_DOCUMENT.finditer(text.plain, max(0, start - _DOCUMENT_REACH), start)]
    if not documents or not _printed_in(text.words).fullmatch(text.plain, documents[-1].end(), start):
        return None
    printed = documents[-1]
    symbol = read(printed[1])
    if symbol is not None and (body := _by_report().get(symbol.canonical)):
        return Mention(printed.start(1), printed.end(1), body.slug)
    if symbol is not None and _REPORTS.fullmatch(symbol.canonical):
        symbol = read(symbol.twin) if symbol.twin else None
        if symbol is None:
            return Mention(printed.start(1), printed.end(1), OTHER)
    body = table().by_slug.get(symbol.body) if symbol is not None else None
    if body is None:
        return None
    if body.scheme in _REPORTING and _place(text.words).search(text.plain, printed.end(), start):
        return Mention(printed.start(1), printed.end(1), body.slug)
    if body.adopts or (not (body.named and body.scheme == "open") and not body.prefix.startswith("E/CN.")):
        return None
    return Mention(printed.start(1), printed.end(1), body.slug)
