"""Papers of one body that a text lists by their last part alone: `A/C.2/64/L.18 and L.19`."""

from __future__ import annotations

import pytest
from citation_support import found
from mandate_data.citations import cite, find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(A/C.2/64/L.18 and L.19)", ["A/C.2/64/L.18", "A/C.2/64/L.19"]),
        ("A/C.2/64/L.18, L.19 and L.20/Rev.1.", ["A/C.2/64/L.18", "A/C.2/64/L.19", "A/C.2/64/L.20/Rev.1"]),
        ("A/C.1/33/L.7/Rev.1 and L.8 were adopted", ["A/C.1/33/L.7/Rev.1", "A/C.1/33/L.8"]),
        ("los documentos A/CN.9/WG.III/WP.142 y WP.149", ["A/CN.9/WG.III/WP.142", "A/CN.9/WG.III/WP.149"]),
        ("les documents de séance DP/2005/CRP.10 et CRP.11 du Conseil", ["DP/2005/CRP.10", "DP/2005/CRP.11"]),
        (
            "A/C.1/60/L.3 and Corr.1, L.4 and Add.1 and 2, and L.5",
            [
                "A/C.1/60/L.3",
                "A/C.1/60/L.3/Corr.1",
                "A/C.1/60/L.4",
                "A/C.1/60/L.4/Add.1",
                "A/C.1/60/L.4/Add.2",
                "A/C.1/60/L.5",
            ],
        ),
        ("(A/C.2/64/L.18, para. 3, and L.19, para. 4)", ["A/C.2/64/L.18", "A/C.2/64/L.19"]),
        ("A/60/L.1-L.3", ["A/60/L.1", "A/60/L.3"]),
    ],
)
def test_papers_go_on_by_their_last_part(text: str, expected: list[str]) -> None:
    assert [symbol for _, _, symbol in found(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "A/60/1 and L.5 came",
        "A/C.2/64/L.18 and WP.3",
        "A/C.2/64/L.18 and L. Jones",
        "A/C.2/64/L.18, L.19.5",
        "A/60/L.1 and l.5",
    ],
)
def test_other_letters_are_no_papers(text: str) -> None:
    assert len(find(text)) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See S/PV.6531 (Resumption), p. 3.", ["S/PV.6531(Resumption)"]),
        ("General Assembly resolutions 57/1-57/3 are there.", ["A/RES/57/1", "A/RES/57/3"]),
        ("General Assembly resolution 57/1-3 is there.", []),
    ],
)
def test_resumed_meetings_and_ranges(text: str, expected: list[str]) -> None:
    assert [one.symbol for one in cite(text)] == expected


def test_records_of_a_committee_may_be_far_apart() -> None:
    text = "See the summary records (A/C.5/60/SR.1, 2, 37 and 46)."
    assert [one.symbol for one in cite(text)] == [f"A/C.5/60/SR.{number}" for number in (1, 2, 37, 46)]


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("See E/C.12/GTM/Q.3/Add.1.", "E/C.12/GTM/Q/3/Add.1"),
        ("See CCPR/C/SR/1178/Add.1.", "CCPR/C/SR.1178/Add.1"),
        ("See A/CN.4/L/682.", "A/CN.4/L.682"),
        ("Se distribuyó con la signatura A/388.", "A/388"),
        ("Il est paru sous la cote A/388.", "A/388"),
        ("Voir la Déclaration, Doc NU A/810 (1948) 71.", "A/810"),
        ("Véase la Declaración, doc. ONU A/810 (1948).", "A/810"),
        ("It came out under the symbol A/388.", "A/388"),
        ("WFP/EB.A/2014/5-B", "WFP/EB.A/2014/5-B"),
    ],
)
def test_dots_and_slashes_and_words_for_symbols(text: str, symbol: str) -> None:
    assert [one.symbol for one in cite(text)] == [symbol]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("bulletins ST/SGB/2002/1-18 were issued", ["ST/SGB/2002/1", "ST/SGB/2002/18"]),
        ("See A/HRC/37/51-53.", ["A/HRC/37/51", "A/HRC/37/53"]),
        ("See CRC/C/LBN/CO/4-5.", ["CRC/C/LBN/CO/4-5"]),  # one document on two reports
        ("See A/HRC/37/51-2.", ["A/HRC/37/51"]),
        ("See A/HRC/37/51-53-MM.", ["A/HRC/37/51"]),
        ("the code ST/12/3 of the United Nations", []),  # all documents of the Secretariat are of a series
    ],
)
def test_the_end_of_a_range_of_documents(text: str, expected: list[str]) -> None:
    assert [one.symbol for one in cite(text)] == expected
