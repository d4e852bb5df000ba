"""Finding words that point back (`ibid.`, `supra`, `note 5 above`), and communications by number."""

from __future__ import annotations

import re

from mandate_data.citations.prepared_text import PreparedText
from mandate_data.citations.references import Reference

OPEN_IBID = "points back; settled over the notes of the whole document"
OPEN_NOTE = "points to a note; settled over the notes of the whole document"
OPEN_SUPRA = "does not say which note it points to"
OPEN_COMMUNICATION = "the committee and its session are not printed"

_NUMBERS = r"(?P<{}>\d{{1,3}}|[a-z](?=/))/?(?:\s?(?:,|-|and|to|&)\s?\d{{1,3}}){{0,3}}"
_POINTER = re.compile(
    r"(?:\b|(?<=\d))ibid(?:em)?\b\.?"
    rf"|(?<=\bsee\s)(?:foot|end)notes?\s{{1,2}}{_NUMBERS.format('seen')}(?:\s?,?\s?\b(?:above|supra))?\b"
    rf"|\b(?:foot|end)?notes?\s{{1,2}}{_NUMBERS.format('above')}\s?,?\s?\b(?:above|supra)\b"
    r"|\b(?:foot|end)note\s(?:above|supra)\b"
    r"|\bsupra\b(?=(?:,?\s(?:at\s)?(?:(?:foot|end)?notes?|nn?\.)\s?(?P<supra>\d{1,3}))?)"
    r"|\b(?:op|loc)\.?\s{0,2}cit\b\.?",
    re.IGNORECASE,
)
_AFTER_LEAD = 30
_LONGEST_RUN = 64
"""A longer run of pointing words with nothing between them is filler, and is reported once."""
_COMMUNICATION = re.compile(r"\bcommunications?\s{1,2}(?:nos?\.?\s{0,2})?", re.IGNORECASE)
_CASE_NUMBER = re.compile(r"[1-9]\d{0,4}(?:-\d{1,5})?/(?:19|20)\d\d|R\.\d{1,2}/\d{1,4}")
_SEPARATOR = re.compile(
    r"(?:\s\([^()]{3,80}\)|,\s[A-Z][^;()]{1,80}?\sv\.\s[^;(),]{2,60}?(?=,?\sand\s))?"  # the name of the case
    r"\s{0,2}(?:,|;|\band\b|&|\bto\b|-)\s{0,2}(?:and\s{1,2})?(?:nos?\.\s?)?",
    re.IGNORECASE,
)


def pointers(text: PreparedText, start: int, end: int) -> list[Reference]:
    """The words that point back in [start, end). Their symbols are left open: only the whole document can
    settle them."""
    found: list[Reference] = []
    position = start
    while position < end and (match := _POINTER.search(text.plain, position, end + _AFTER_LEAD)) is not None:
        first, position = match.span()
        if first >= end:
            break
        printed = text.raw[first:position]
        if printed[0] in "Ii":
            found.append(Reference(first, position, printed, "ibid", reason=OPEN_IBID))
        else:
            number = match["seen"] or match["above"] or match["supra"]
            reason = OPEN_NOTE if number else OPEN_SUPRA
            found.append(Reference(first, position, printed, "supra", reason=reason, points_to=number))
        if end - start > _LONGEST_RUN:
            break
    return found


def communications(text: PreparedText, start: int) -> list[Reference]:
    """The individual communications that the word at `start` introduces: `communication No. 2054/2011`."""
    plain = text.plain
    lead = _COMMUNICATION.match(plain, start)
    case = _CASE_NUMBER.match(plain, lead.end()) if lead else None
    found = []
    while case is not None and not plain[case.end() : case.end() + 1].isalnum():
        found.append(
            Reference(start, case.end(), text.raw[start : case.end()], "communication", reason=OPEN_COMMUNICATION)
        )
        separator = _SEPARATOR.match(plain, case.end())
        if separator is None:
            break
        start, case = separator.end(), _CASE_NUMBER.match(plain, separator.end())
    return found
