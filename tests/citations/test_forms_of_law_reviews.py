"""The forms that law reviews, newspapers and handbooks print, and United Nations documents do not."""

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


@pytest.mark.parametrize(
    ("text", "organ", "reason"),
    [
        ("General Assembly resolution 194", "general_assembly", "the session or the year is not named"),
        ("联大第2758号决议", "general_assembly", "the session or the year is not named"),
        ("Human Rights Council decision 101", "human_rights_council", "the session or the year is not named"),
        ("UN resolution 242", None, "the organ is not named"),
        ("the United Nations resolution 242", None, "the organ is not named"),
    ],
)
def test_a_number_alone_stays_open(text: str, organ: str | None, reason: str) -> None:
    (reference,) = cite(text)
    assert (reference.symbol, reference.organ, reference.reason) == (None, organ, reason)


@pytest.mark.parametrize(
    "text",
    [
        "decision 24/102 of the tribunal",
        "Decision 24/102 of the arbitration board",
        "resolution 24/12 of the faculty senate",
        "The panel, in its decision 24/102, agreed.",
        "the tribunal's decision 24/102",
    ],
)
def test_a_body_in_small_letters_is_another_one(text: str) -> None:
    (reference,) = cite(text)
    assert (reference.symbol, reference.reason) == (None, "the organ is not named")


@pytest.mark.parametrize(
    "text",
    [
        "The Council established a panel by its resolution 24/12.",
        "The Human Rights Council established a working group by its resolution 24/12.",
        "resolution 24/12 of the Human Rights Council on the working group",
    ],
)
def test_a_body_that_an_organ_established_adopts_nothing(text: str) -> None:
    (reference,) = cite(text)
    assert reference.symbol == "A/HRC/RES/24/12"


@pytest.mark.parametrize("words", ["Preamble para. 3", "preamble, para. 3", "op. para. 3", "preambular paragraph 3"])
def test_a_paragraph_of_the_preamble(words: str) -> None:
    (reference,) = cite(f"Human Rights Council resolution 26/9, {words}")
    assert (reference.pinpoint_kind, reference.pinpoint) == ("paragraph", "3")
