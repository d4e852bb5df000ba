"""Symbols printed with a blank between a series and its number: slips of the press, or no symbols: `CES/RES. 12/3`."""

from __future__ import annotations

import re

from mandate_data.citations.bodies import split_body
from mandate_data.citations.symbols.series import OFFICIAL_TYPE

_PARTED = re.compile(r"(?<=/)([A-Z]{2,12})\.?[ \n]+(?=[\dIVXLC])", re.IGNORECASE)
_NUMBERED_ON = re.compile(r"\d{1,4}(?:\([IVXLC]{1,8}\))?(?:/(?:Add|Corr|Rev)\.\d{1,2})*", re.IGNORECASE)
_ADOPTED = ("RES", "DEC")
_PRINTED_SO = (frozenset(OFFICIAL_TYPE) - {*_ADOPTED, "PRST"}) | {"ADD", "CORR", "REV", "AMEND", "CN"}
"""What a blank may follow by a slip in any symbol."""


def parted(tidy: str, tight: str) -> re.Match[str] | None:
    """The blank of a symbol of a body of whose series nothing is known but how it prints them, if none may be there;
    `tight` is the symbol without blanks."""
    found = _PARTED.search(tidy)
    if found is None or found[1].upper() in _PRINTED_SO:
        return None
    body = split_body(tight.split("/"))
    return found if body is not None and body[0].scheme == "open" else None


def joined(tidy: str, blank: re.Match[str]) -> str | None:
    """The symbol without the blank, if it is of a resolution or a decision that such a body numbers on, with its full
    stop: `HSP/HA.1/Res.3`. What numbers by session is another's, or its form a guess."""
    number = tidy[blank.end() :]
    if blank[1].upper() not in _ADOPTED or not _NUMBERED_ON.fullmatch(number):
        return None
    return f"{tidy[: blank.start()]}{blank[1]}.{number}"
