"""Where a text names somebody beside the office of a mandate: "the Special Rapporteur, Ms. Ana Example"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .holder_sentences import NOBODY, PART, TITLE, UPPER

OFFICE = (
    r"(?i:special rapporteurs?|independent experts?|special representatives?|working group|expert mechanism"
    r"|special advis[eo]rs?|special envoys?)"
)
GENERIC = r"(?i:mandate[ -]holders?|holders? of (?:the|this) mandate|rapporteurs?)"
NAME = rf"[{UPPER}][\w'’-]+"
_TOPIC = r"(?: on [^.;:(,]{3,160}?(?:, (?:[a-z]+ ){1,3}(?:or|and) [^.;:(,]{3,100}?)?)?"
"""What an office is on, a list of its subjects among it: "the sale of children, child labour and trafficking"."""
_FORMS = (
    re.compile(rf"\b(?:{OFFICE}|{GENERIC}){_TOPIC},? (?P<title>{TITLE}) (?P<name>{NAME}(?: {NAME})*)"),
    re.compile(
        rf"\b(?:{OFFICE}|{GENERIC}){_TOPIC}, {NOBODY}(?P<name>{NAME}(?: {NAME}){{1,3}})"
        r"(?: \(|,(?= [a-z])(?! (?:and|or|as well)\b))"
    ),
    re.compile(
        rf"\b(?:(?P<title>{TITLE}) )?(?P<name>{NAME}(?: {NAME})+),? (?:the )?(?:\w+ )?(?:{OFFICE}|{GENERIC})\b"
        r"(?: on [^.;:(,]{3,160})?"
    ),
)

_TITLED = rf"{TITLE} {NAME}(?: {PART})*(?: \([^()]{{1,60}}\))?"
_MEMBERS = re.compile(
    rf"\b(?:{OFFICE}|{GENERIC}|[Mm]embers)\b[^.;:]{{0,160}}?"
    r"\b(?:composed of|comprised|comprises|consist(?:ed|s) of|are|were):?"
    rf" (?P<people>{_TITLED}(?:(?:,| and|,? and|;|; and) {_TITLED})*)"
)
"""The members of a group: "the Working Group was composed of Ms. Ana Example (Ghana), Mr. …"."""
_MEMBER = re.compile(rf"{TITLE} (?P<name>{NAME}(?: {PART})*)")


@dataclass(frozen=True, slots=True)
class NamedHolder:
    """Somebody who is named beside an office: all the words, the name, and whether it is surely that of a person."""

    words: str
    name: str
    surely: bool


def named_holders(text: str) -> Iterator[NamedHolder]:
    """Whoever a text names beside an office."""
    titled, called, before = _FORMS
    for found in titled.finditer(text):
        yield NamedHolder(found[0], found["name"], True)
    for found in called.finditer(text):
        yield NamedHolder(found[0], found["name"], True)
    for found in _MEMBERS.finditer(text):
        words = text[found.start() : found.start("people")]
        yield from (NamedHolder(words, one["name"], True) for one in _MEMBER.finditer(found["people"]))
    for found in before.finditer(text):
        yield NamedHolder(found[0], found["name"], found["title"] is not None)
