"""The short forms that law reviews, newspapers and handbooks print."""

from __future__ import annotations

import pytest
from mandate_data import cite
from mandate_data.citations import cite as cite_of_all_kinds


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
    ("notes", "symbols"),
    [
        (
            "1. Rep. of the Special Rapporteur on Torture, U.N. Doc. A/66/268 (Aug. 5, 2011).\n2. Id. \xb6 17.\n",
            ["A/66/268", "A/66/268"],
        ),
        (
            "1. Comm. on the Rights of the Child, U.N. Doc. CRC/C/JPN/CO/3.\n2. See id. \xb6 1; see also id. at 5.\n",
            ["CRC/C/JPN/CO/3"] * 3,
        ),
        ("1. U.N. Doc. A/66/268.\n2. Compare id. at 3 with id. at 4.\n3. See id software.\n", ["A/66/268"] * 3),
    ],
)
def test_id_in_the_notes_of_law_reviews(notes: str, symbols: list[str]) -> None:
    assert [reference.symbol for reference in cite(notes)] == symbols


def test_notes_in_spanish_are_no_french() -> None:
    notes = (
        "1 Documentos Oficiales de la Asamblea General, quincuagésimo tercer período de sesiones, Suplemento núm. 40 "
        "(A/53/40), anexo V.\n2 Ibid., quincuagésimo cuarto período de sesiones, Suplemento núm. 40 (A/54/40), "
        "anexo VI.\n3 Ibid., anexo VII.\n"
    )
    found = [(one.symbol, one.pinpoint) for one in cite(notes)]
    assert found == [("A/53/40", "V"), (None, None), ("A/54/40", "VI"), ("A/54/40", "VII")]


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("resolutions 302 (IV) of 8 December 1949, 2252 (ES-V) of 4 July 1967, 2341 B (XXII) of 19 December 1967",
         ["A/RES/302(IV)", "A/RES/2252(ES-V)", "A/RES/2341(XXII)B"]),
        ("General Assembly resolutions 997 (ES-I) and A/RES/1000 (ES-I)", ["A/RES/997(ES-I)", "A/RES/1000(ES-I)"]),
        ("its resolutions 66/290, by which it decided to act, and 69/313", ["A/RES/66/290", "A/RES/69/313"]),
        ("its resolutions 70/1 of 25 September 2015, in which it adopted goals, and 69/313",
         ["A/RES/70/1", "A/RES/69/313"]),
        ("Rappelant ses résolutions 46/182 et, plus récemment, 77/28", ["A/RES/46/182", "A/RES/77/28"]),
        ("Recordando sus resoluciones 46/182 y, más recientemente, 77/28", ["A/RES/46/182", "A/RES/77/28"]),
        ("documents A/78/1-A/78/5 and E/2018/30-E/CN.15/2018/15", ["A/78/1", "A/78/5", "E/2018/30-E/CN.15/2018/15"]),
        ("see A/78/5 (Vols. I and II) and A/79/6 (Sects. 1-36)", []),
        ("AL SAU\n12/2018 and E/2023/39-ESCAP/79/35", ["E/2023/39-ESCAP/79/35"]),
    ],
)  # fmt: skip
def test_lists_and_ranges(text: str, symbols: list[str]) -> None:
    assert [reference.symbol for reference in cite(text)] == symbols


def test_a_letter_over_a_line_end_has_one_id() -> None:
    (letter,) = cite_of_all_kinds("see letter AL SAU\n12/2018 and others", kinds="all")
    assert letter.identifier == "letter:al-sau-12-2018"


@pytest.mark.parametrize("unit", ["A/50/1-", "A/50/1-S/1995/1-"])
def test_a_long_range_is_read_to_its_end(unit: str) -> None:
    assert len(cite(unit * 3000)) == 3000
