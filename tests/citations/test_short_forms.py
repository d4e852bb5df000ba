"""The short forms that law reviews, newspapers and handbooks print."""

from __future__ import annotations

import pytest
from mandate_data import cite


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("UNSCR 1325 (2000) and subsequent UNSCRs 1820, 1888", ["1325(2000)", "1820(2008)", "1888(2009)"]),
        ("Resolution 242 of the UN Security Council", ["242(1967)"]),
        ("Resolution 242 adopted by the United Nations Security Council", ["242(1967)"]),
        ("la RCSNU 1325 y la mujer", ["1325(2000)"]),
        ("la résolution 1325 du CSNU sur les femmes", ["1325(2000)"]),
        ("Voir la rés. CS 1325 (2000), par. 3, du Conseil", ["1325(2000)"]),
        ("резолюция СБ ООН 1325", ["1325(2000)"]),
        ("S/RES 1325 and S/Res. 1820 (2008)", ["1325(2000)", "1820(2008)"]),
    ],
)
def test_resolutions_of_the_security_council(text: str, symbols: list[str]) -> None:
    assert [reference.symbol for reference in cite(text)] == [f"S/RES/{symbol}" for symbol in symbols]


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("UNGAR 60/1", "A/RES/60/1"),
        ("la résolution 37/92 de l'AGNU", "A/RES/37/92"),
        ("Voir la rés. AG 70/1, par. 12", "A/RES/70/1"),
        ("la resolución 68/262 de la AGNU", "A/RES/68/262"),
        ("Резолюция ГА ООН 68/262", "A/RES/68/262"),
        ("в Резолюции Генеральной Ассамблеи ООН 78/147", "A/RES/78/147"),
        ("قرار الجمعية العامة للأمم المتحدة 68/262", "A/RES/68/262"),
        ("la résolution de l'Assemblée générale des Nations Unies 68/262", "A/RES/68/262"),
        ("resolution of the General Assembly of the United Nations 60/1", "A/RES/60/1"),
        ("联大第76/1号决议", "A/RES/76/1"),
        ("A/RES 60/1 was adopted", "A/RES/60/1"),
        ("CEDAW GR 35", "CEDAW/C/GC/35"),
        ("see CAT/C/GC/2/CRP. 1/Rev.4 (2007)", "CAT/C/GC/2/CRP.1/Rev.4"),
        ("see LC/G.2681-P/Rev.3 here", "LC/G.2681-P/Rev.3"),
    ],
)
def test_other_short_forms(text: str, symbol: str) -> None:
    (reference,) = cite(text)
    assert reference.symbol == symbol


@pytest.mark.parametrize(
    "text", ["unscr 1325", "the GR 19 road", "the Council adopted resolution 3", "SCR 1325", "Volkswagen AG 60/1"]
)
def test_what_is_no_short_form(text: str) -> None:
    assert cite(text) == []
