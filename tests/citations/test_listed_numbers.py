"""Numbers behind a printed symbol that stand for others of its series."""

from __future__ import annotations

import pytest
from citation_support import found
from mandate_data.citations import find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "S/RES/1820 (2008), 1888 (2009), 1889 (2009) and 1960 (2010).",
            ["S/RES/1820(2008)", "S/RES/1888(2009)", "S/RES/1889(2009)", "S/RES/1960(2010)"],
        ),
        ("See A/RES/44/25, 54/263 and 66/138.", ["A/RES/44/25", "A/RES/54/263", "A/RES/66/138"]),
        ("A/HRC/RES/7/13 et 16/12, par. 3", ["A/HRC/RES/7/13", "A/HRC/RES/16/12"]),
        ("CRC/C/GC/13, 14 and 16.", ["CRC/C/GC/13", "CRC/C/GC/14", "CRC/C/GC/16"]),
        ("A/RES/44/25, annex; 54/263", ["A/RES/44/25", "A/RES/54/263"]),
        ("A/RES/44/25 (para. 3) and 54/263", ["A/RES/44/25", "A/RES/54/263"]),
        ("CRC/C/SR.16 (para. 23) and SR.17", ["CRC/C/SR.16", "CRC/C/SR.17"]),
        ("A/BUR/54/SR.1 and 2", ["A/BUR/54/SR.1", "A/BUR/54/SR.2"]),
        ("A/RES/50/43-55", ["A/RES/50/43", "A/RES/50/55"]),
        ("A/HRC/RES/5/1-2, and A/RES/60/1-2005", ["A/HRC/RES/5/1", "A/HRC/RES/5/2", "A/RES/60/1"]),
    ],
)
def test_a_list_goes_on_by_number(text: str, expected: list[str]) -> None:
    assert [symbol for _, _, symbol in found(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "A/RES/44/25, 20/11/1989",
        "A/RES/44/25, 54.3 per cent",
        "CRC/C/GC/13, 14 States reported",
        "CRC/C/GC/13, 12",
        "CRC/C/GC/13 (para. 4), 14",
        "CRC/C/SR.16 (para. 23) and 17",
        "CRC/C/GC/13, 14 (2013)",
        "A/HRC/12/33, 34 and 35",
    ],
)
def test_other_numbers_behind_a_symbol_are_none(text: str) -> None:
    assert len(find(text)) == 1
