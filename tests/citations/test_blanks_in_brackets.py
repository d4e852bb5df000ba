"""Blanks right inside the brackets of a number, and marks of notes between the numbers of a list."""

from __future__ import annotations

import pytest
from citation_support import symbols
from mandate_data.citations import cite


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Security Council resolution 245 ( 1968)", ["S/RES/245(1968)"]),
        ("Security Council resolutions 264 (1969 ) and 269 ( 1969 )", ["S/RES/264(1969)", "S/RES/269(1969)"]),
        ("General Assembly resolutions 2145 ( XXI ) and 60/1", ["A/RES/2145(XXI)", "A/RES/60/1"]),
        ("قرارا مجلس الأمن 425 و426 (1978)", ["S/RES/425(1978)", "S/RES/426(1978)"]),
        ("Security Council resolutions 1325 (2000),5 1820 (2008) and 1889 (2009)",
         ["S/RES/1325(2000)", "S/RES/1820(2008)", "S/RES/1889(2009)"]),
    ],
)  # fmt: skip
def test_the_number_is_read(text: str, expected: list[str]) -> None:
    assert symbols(text) == expected


@pytest.mark.parametrize(
    ("text", "pinpoint"),
    [
        ("PURSUANT TO PARAGRAPH 2 OF SECURITY COUNCIL RESOLUTION 808 (1993)", "2"),
        ("paragraph 26 of the report of the Secretary-General (General Assembly resolution 60/1)", None),
        ("paragraph 26 of General Assembly resolution 60/1", "26"),
        ("General Comment No. 31 of the Human Rights Committee, The Nature of the General Legal Obligation, para. 18",
         "18"),
        ("article 12, general comment No. 14 of the CRC Committee", None),
        ("general comment No. 14 of the CRC Committee, article 3", None),
    ],
)  # fmt: skip
def test_only_its_own_place_is_the_pinpoint(text: str, pinpoint: str | None) -> None:
    (found,) = cite(text)
    assert found.pinpoint == pinpoint
