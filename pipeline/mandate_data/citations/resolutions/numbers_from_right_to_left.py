"""Reads the numbers of resolutions as texts of scripts that go from right to left print them: 85/38 for 38/85."""

from __future__ import annotations

import re
from collections.abc import Mapping

from mandate_data.citations.resolutions.printed_number import Number
from mandate_data.citations.symbols.session_years import security_council_year


def with_its_year(match: re.Match[str]) -> Number:
    """A number whose year stands beside it without brackets, if the Security Council had come to it then; else it is
    alone: 426 1978."""
    number, year = int(match["unbracketed"]), int(match["year_beside"])
    if security_council_year(number) == year:
        return Number(match.start(), match.end(), None, number, "", year)
    return Number(match.start(), match.end("unbracketed"), None, number, "", None)


def as_read(match: re.Match[str], spelled: Mapping[str, str]) -> Number:
    """A number whose two parts are printed in the order in which they are seen from left to right."""
    first, second = map(int, re.findall(r"\d+", match[0]))
    if match["mirrored"]:
        letter = (match["mirrored_letter"] or "").strip()
        return Number(match.start(), match.end(), str(second), first, spelled.get(letter, letter), None)
    return Number(match.start(), match.end(), None, second, "", first)
