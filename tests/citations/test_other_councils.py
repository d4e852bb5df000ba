""" "The Council" is that of Human Rights only where nothing tells of another one that may be meant."""

from __future__ import annotations

import pytest
from citation_support import symbols

WOMEN = "the Commission on the Status of Women"
ADOPTED = (
    "The following resolutions adopted by {} are brought to the attention of the Council:\n\nResolution 38/1. Women"
)


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (ADOPTED.format(WOMEN), None),
        (ADOPTED.format("the Commission"), "E/CN.6"),
        ("On the recommendation of the Commission on Narcotic Drugs, the Council adopted resolution 44/3.", None),
        ("The Economic and Social Council met on 3 May. The Council took note of resolution 44/3.", None),
    ],
)
def test_beside_a_commission_of_another_council_it_is_open(text: str, issuer: str | None) -> None:
    assert symbols(text, issuer) == [None]


@pytest.mark.parametrize(
    "text",
    [
        f"The Human Rights Council met. On the recommendation of {WOMEN}, the Council adopted resolution 38/1.",
        f"See A/HRC/38/2. After {WOMEN} had met, the Council adopted resolution 38/1.",
        "The Commission on Human Rights ended. The Council adopted resolution 38/1.",
        "The Council adopted resolution 38/1.",
    ],
)
def test_elsewhere_it_is_that_of_human_rights(text: str) -> None:
    assert symbols(text)[-1] == "A/HRC/RES/38/1"


RECORDS = "Official Records of the Economic and Social Council"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{RECORDS}, 1998, Supplement No. 3 (E/1998/23), chap. II, sect. A, resolution 1998/77.",
         "E/CN.4/RES/1998/77"),
        (f"{RECORDS}, 2001, Supplement No. 3 (E/2001/23), resolutions 2001/75 and 2001/76.", "E/CN.4/RES/2001/76"),
        (f"{RECORDS}, 2007, Supplement No. 3 (E/2007/23), chap. II, sect. A, resolution 2007/7.", None),
    ],
)  # fmt: skip
def test_what_is_printed_in_a_report_of_the_commission_on_human_rights_is_its(text: str, expected: str | None) -> None:
    assert symbols(text)[-1] == expected
