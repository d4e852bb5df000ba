"""Papers and records that are named by their last part alone, of a series that the text cites in full before."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        (
            "The Committee had before it A/C.5/68/L.41. Draft I concerns missions (L.42), others troops (L.44/Rev.1).",
            ["A/C.5/68/L.41", "A/C.5/68/L.42", "A/C.5/68/L.44/Rev.1"],
        ),
        (
            "A/C.5/68/L.41/Rev.1 came first. See L.46 and L.70-L.72.",
            [*map("A/C.5/68/L.{}".format, ("41/Rev.1", 46, 70, 72))],
        ),
        ("See A/CN.9/WG.II/WP.3 of 2011. See also WP.2.", ["A/CN.9/WG.II/WP.3", "A/CN.9/WG.II/WP.2"]),
        (
            "He introduced A/C.1/75/L.22 and voted on L.23; that L.282 and L.285 were late was known.",
            [*map("A/C.1/75/L.{}".format, (22, 23, 282, 285))],
        ),
        ("A/C.3/42/L.40, L.70-72, L.76 and L.85/Rev.1", [*map("A/C.3/42/L.{}".format, (40, 70, 72, 76, "85/Rev.1"))]),
        ("S/PV.4321 was long. In PV.4322, the same was said.", ["S/PV.4321", "S/PV.4322"]),
        ("CCPR/C/SR.2612) و(SR.2613، المعقودتين في 25 آذار/مارس 2009", ["CCPR/C/SR.2612", "CCPR/C/SR.2613"]),
    ],
)
def test_they_are_of_the_series_before_them(text: str, symbols: list[str]) -> None:
    assert [one.symbol for one in cite(text)] == symbols


def test_the_place_of_the_series_is_told() -> None:
    text = "See A/C.5/68/L.41. The draft (L.42) is new."
    assert [(one.text, one.antecedent) for one in cite(text)] == [("A/C.5/68/L.41", None), ("L.42", 4)]


@pytest.mark.parametrize(
    "text",
    [
        "L.42 was read before A/C.5/68/L.41.",
        "A/C.5/68/L.41 and A/C.2/68/L.3 were read. The Committee took up L.61.",
        "A/C.5/68/41 was read. The Committee took up L.61.",
        "A/C.5/68/L.41 was read. So was article L.42 of the Code.",
        "A/C.5/68/L.41 was read. See also articles L.511, L.512 and L.513.",
        "A/C.5/68/L.41 was read. See 33 Va. J. Int'l L. 103; Sohn, L. 1950; Henkin L.1979.",
        "A/C.5/68/L.41 was read. The chassis L.42, the building L.2 and the road L.202 were shown.",
        "A/C.5/68/PV.41 was read. The vessel PV.12 leaked.",
        "A/C.5/68/SR.41 was read. The Constitution (SR. 101) and the Special Rapporteur (SR. 3) agree.",
        "A/C.5/68/L.41 was read. So were CL.42, L.421-3 and L.4.2.",
        f"A/C.5/68/L.41 was read. {'It was long. ' * 400} The Committee took up L.61.",
    ],
)
def test_others_are_none(text: str) -> None:
    assert [one.text for one in cite(text) if not one.text.startswith("A/")] == []


def test_the_working_parties_of_a_commission_are_no_papers() -> None:
    text = "See ECE/TRANS/2018/WP.3. The World Forum (WP.29) met, and so did (WP.15)."
    assert [one.text for one in cite(text)] == ["ECE/TRANS/2018/WP.3"]


def test_a_paper_right_behind_an_ibid_is_of_the_series_before() -> None:
    text = "16 A/C.5/44/SR.48, para. 3; ibid., SR.50, para. 7."
    assert [(one.text, one.symbol) for one in cite(text) if one.kind == "symbol"] == [
        ("A/C.5/44/SR.48", "A/C.5/44/SR.48"),
        ("SR.50", "A/C.5/44/SR.50"),
    ]
