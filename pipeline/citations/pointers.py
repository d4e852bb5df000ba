"""Finding words that point back (`ibid.`, `supra`, `note 5 above`), and communications by number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.citations.references import Reference
from pipeline.citations.text import Prepared

OPEN_IBID = "points back; settled over the notes of the whole document"
OPEN_NOTE = "points to a note; settled over the notes of the whole document"
OPEN_SUPRA = "does not say which note it points to"
OPEN_COMMUNICATION = "the committee and its session are not printed"

_IBID = re.compile(r"\bibid(?:em)?\b\.?", re.IGNORECASE)
_NOTE = re.compile(
    r"\bsee\s(?P<span>(?:foot|end)notes?\s{1,2}(?P<second>\d{1,3})(?:,?\s(?:above|supra))?)\b"
    r"|\b(?:foot|end)?notes?\s{1,2}(?P<first>\d{1,3})\s?,?\s?(?:above|supra)\b"
    r"|\b(?P<supra>supra)\b(?:,?\s(?:at\s)?(?:(?:foot|end)?notes?|n\.)\s?(?P<third>\d{1,3}))?"
    r"|\b(?P<opcit>op\.?\s{0,2}cit)\b\.?",
    re.IGNORECASE,
)
_COMMUNICATION = re.compile(r"\bcommunications?\s{1,2}(?:nos?\.?\s{0,2})?(?=[1-9])", re.IGNORECASE)
_CASE_NUMBER = re.compile(r"[1-9]\d{0,4}/(?:19|20)\d\d")
_SEPARATOR = re.compile(r"\s{0,2}(?:,|;|\band\b|&)\s{0,2}(?:and\s{1,2})?(?:nos?\.\s?)?")


def pointers(text: Prepared) -> Iterator[Reference]:
    """Every word that points back. The symbol is left open: only the whole document can settle it."""
    for match in _IBID.finditer(text.plain):
        yield Reference(match.start(), match.end(), text.raw[match.start() : match.end()], "ibid", reason=OPEN_IBID)
    for match in _NOTE.finditer(text.plain):
        group = next((name for name in ("span", "supra") if match[name]), None)
        start, end = match.span(group) if group else match.span()
        number = match["first"] or match["second"] or match["third"]
        yield Reference(
            start,
            end,
            text.raw[start:end],
            "supra",
            reason=OPEN_NOTE if number else OPEN_SUPRA,
            points_to=number,
        )


def communications(text: Prepared) -> Iterator[Reference]:
    """Every individual communication named by number: `communication No. 2054/2011`."""
    plain = text.plain
    for lead in _COMMUNICATION.finditer(plain):
        start, case = lead.start(), _CASE_NUMBER.match(plain, lead.end())
        while case is not None and not plain[case.end() : case.end() + 1].isalnum():
            yield Reference(start, case.end(), text.raw[start : case.end()], "communication", reason=OPEN_COMMUNICATION)
            separator = _SEPARATOR.match(plain, case.end())
            if separator is None:
                break
            start, case = separator.end(), _CASE_NUMBER.match(plain, separator.end())
