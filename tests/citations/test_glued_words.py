"""Words that an extracted text sets right beside the figures of a reference."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See A/HRC/37/51and A/HRC/37/52.", ["A/HRC/37/51", "A/HRC/37/52"]),
        ("See A/HRC/37/51of the Council.", ["A/HRC/37/51"]),
        ("Voir A/HRC/37/51et A/HRC/37/52 du Conseil.", ["A/HRC/37/51", "A/HRC/37/52"]),
        ("General Assembly resolutions 60/1and 60/2", ["A/RES/60/1", "A/RES/60/2"]),
        (
            "General Assembly resolution60/1 and Security Council resolution1325 (2000)",
            ["A/RES/60/1", "S/RES/1325(2000)"],
        ),
    ],
)
def test_they_are_no_part_of_it(text: str, expected: list[str]) -> None:
    assert [one.symbol for one in cite(text)] == expected


@pytest.mark.parametrize("text", ["See A/HRC/37/51andalusia.", "See A/60/1a.", "the resolution60/1a"])
def test_other_letters_are(text: str) -> None:
    assert cite(text) == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "A/HRC/7/78page 2", ["A/HRC/7/78"]),
        ("es", "A/HRC/7/78página 2", ["A/HRC/7/78"]),
        ("en", "ST/IC/2003/1Introduction of it", ["ST/IC/2003/1"]),
        ("en", "A/60/1Add.1 of it", ["A/60/1/Add.1"]),
        ("ru", "( CCPR / C /102/ CRP .1 и Add .1)", ["CCPR/C/102/CRP.1", "CCPR/C/102/CRP.1/Add.1"]),
        ("en", "UN doc. A/CONF 157/23", ["A/CONF.157/23"]),
        ("en", "See A/CONF. 62/WP. 10/Rev. 1 and A/AC. 35/SR. 88", ["A/CONF.62/WP.10/Rev.1", "A/AC.35/SR.88"]),
        ("en", "Decision 25 /CP.7 of the Parties", [None]),
        ("en", "A/38/570 of November 18, 1983, and Corr.l", ["A/38/570", "A/38/570/Corr.1"]),
        (
            "en",
            "Security Council resolutions 1189 (1998)of 13 August 1998, 1193 (1998) of8 October 1998",
            ["S/RES/1189(1998)", "S/RES/1193(1998)"],
        ),
        ("zh", "就安全理事会第1325号决议和关于妇女的决议", ["S/RES/1325(2000)"]),
        (
            "zh",
            "大会第48/264(A/52/856)和第51/241号决议(A/52/855)执行情况的报告",
            ["A/RES/48/264", "A/52/856", "A/RES/51/241", "A/52/855"],
        ),
    ],
)
def test_blanks_that_are_missing_or_too_many(language: str, text: str, expected: list[str | None]) -> None:
    assert [one.symbol for one in cite(text, language=language)] == expected
