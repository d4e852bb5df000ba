"""Pinpoints between two references, in languages that are not English: of which one each is."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "عملا بالفقرة 4 من القرار ١٣٧٣ (٢٠٠١) الصادر عن مجلس الأمن، وبالفقرة 7 من قراره ١٦٢٤ (٢٠٠٥)، قدمت اللجنة",
            [("S/RES/1373(2001)", "4"), ("S/RES/1624(2005)", "7")],
        ),
        ("انظر A/60/1، الفقرة 5 من المرفق", [("A/60/1", "5")]),
        (
            "См. пункт 5 резолюции 60/147 Генеральной Ассамблеи и пункт 7 ее резолюции 61/177.",
            [("A/RES/60/147", "5"), ("A/RES/61/177", "7")],
        ),
        (
            "儿童权利委员会第13号一般性意见（2011年）第17段和第24号一般性意见（2019年）阐明了缔约国的义务。",
            [("CRC/C/GC/13", "17"), ("CRC/C/GC/24", None)],
        ),
    ],
    ids=["Arabic", "Arabic, of an annex", "Russian", "Chinese"],
)
def test_a_pinpoint_is_of_its_own_reference(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(one.symbol, one.pinpoint) for one in cite(text)] == expected


@pytest.mark.parametrize("symbol", ["A/HRC/FORUM/2016/2", "A/HRC/XYZ/2016/2", "A/HRC/EMRIP/2012/3"])
def test_a_mechanism_of_the_council_need_not_be_known(symbol: str) -> None:
    assert [one.symbol for one in cite(f"See {symbol}, para. 3.")] == [symbol]


def test_what_is_no_mechanism_is_not_read_as_one() -> None:
    assert cite("See A/HRC/Add/2016/2.") == []
