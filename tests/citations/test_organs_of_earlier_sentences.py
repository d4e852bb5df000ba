"""A number beside no organ, where the organ named last has such numbers, too, and they have no symbol."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite

BEFORE = "{}, in its resolution 73/1, restructured itself. A review of {}resolution 74/10 is due."


@pytest.mark.parametrize(
    "text",
    [
        BEFORE.format("ESCAP", ""),
        BEFORE.format("The Economic and Social Commission for Asia and the Pacific", ""),
        "The Commission on Narcotic Drugs, in its resolution 63/1, was firm. A review of resolution 64/10 is due.",
        "ESCAP met in Bangkok. The secretariat implemented resolution 67/10.",
        "ESCAP met in May. The Commission reviewed the implementation of resolution 74/10.",
        "The Economic and Social Commission for Asia and the Pacific met. "
        "The Commission reviewed the implementation of resolution 74/10.",
        "La CESAP s'est réunie. La résolution 74/10 est à l'examen.",
        "La CESPAP se reunió. Se examina la resolución 74/10.",
    ],
)
def test_the_number_may_be_that_of_the_organ_named_last(text: str) -> None:
    last = cite(text)[-1]
    assert (last.symbol, last.candidates) == (None, (f"A/RES/{last.text.split()[-1]}",))


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        (BEFORE.format("ESCAP", "General Assembly "), "A/RES/74/10"),
        ("ESCAP met. The General Assembly took note. A review of resolution 74/10 is due.", "A/RES/74/10"),
        ("ESCAP met. A review of resolution 74/210 is due.", "A/RES/74/210"),  # more than a commission adopts
        (BEFORE.format("The Commission on Narcotic Drugs", ""), "A/RES/74/10"),  # it has not met so often, nor has
        ("UN-Habitat met. A review of resolution 74/10 is due.", "A/RES/74/10"),
        ("ESCAP met. A review of resolution 74/10 of 4 November 2019 is due.", "A/RES/74/10"),
    ],
)
def test_it_is_the_assemblys_where_that_organ_cannot_have_it(text: str, symbol: str) -> None:
    assert cite(text)[-1].symbol == symbol


def test_a_weak_acronym_tells_no_other_council() -> None:
    assert cite("HRC met. The Council adopted resolution 7/13.")[0].symbol == "A/HRC/RES/7/13"


def test_the_acronym_of_a_commission_is_one_that_the_commission_means() -> None:
    text = "ECLAC met. At the session of the Commission, which adopted resolution 700 (XXXVI), much was said."
    (reference,) = cite(text)
    assert (reference.symbol, reference.organ) == (None, "economic_commission_for_latin_america_and_the_caribbean")


@pytest.mark.parametrize(
    ("text", "symbol", "candidates"),
    [
        ("See resolution 10/11 E.", None, ()),
        ("HRC resolution 33/28 A was adopted.", None, ("A/RES/33/28A",)),
        ("See resolution 33/28 A.", "A/RES/33/28A", ()),
        ("HRC resolution 33/28 was adopted.", "A/HRC/RES/33/28", ()),
    ],
)
def test_resolutions_of_the_human_rights_council_have_no_letters(
    text: str, symbol: str | None, candidates: tuple[str, ...]
) -> None:
    (reference,) = cite(text)
    assert (reference.symbol, reference.candidates) == (symbol, candidates)


@pytest.mark.parametrize(
    ("text", "issuer", "organ"),
    [
        (
            "The Council, in its resolution 25/2, decided so.",
            "HSP/GC/26/6",
            "united_nations_human_settlements_programme",
        ),
        ("The Council, in its resolution 25/2, decided so.", "A/HRC/30/1", "human_rights_council"),
        ("经社会第74/10号决议", None, "economic_and_social_commission_for_asia_and_the_pacific"),
        ("大会第74/10号决议", None, "general_assembly"),
    ],
)
def test_the_issuer_or_its_short_name_tells_the_organ(text: str, issuer: str | None, organ: str) -> None:
    (reference,) = cite(text, issuer=issuer)
    assert (reference.organ, reference.candidates) == (organ, ())


@pytest.mark.parametrize("issuer", ["ECE", "UNDT/2010/1", "PBC/1/1"])
@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("The Assembly, in its resolution 63/28, asked for a report.", ("A/RES/63/28",)),
        ("The Council, in its resolution 25/2, decided so.", ("A/HRC/RES/25/2",)),
        ("The Conference, in its resolution 12/3, decided so.", ()),
    ],
)
def test_no_issuer_adopts_for_an_organ_that_it_has_not(text: str, candidates: tuple[str, ...], issuer: str) -> None:
    (reference,) = cite(text, issuer=issuer)
    assert (reference.symbol, reference.candidates, reference.organ) == (None, candidates, None)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("ECE adopted decision A (65). Its decision B (61) remains.", ["decision A (65)", "decision B (61)"]),
        ("ECE decisions A (65) and B (66)", ["decisions A (65)", "B (66)"]),
        ("He took decision A (65).", []),
        ("The General Assembly took decision A (65).", []),
        ("ECE took a decision (65) and decision A.", []),
    ],
)
def test_decisions_of_a_commission_that_have_a_letter(text: str, printed: list[str]) -> None:
    found = cite(text)
    assert [one.text for one in found] == printed
    assert {(one.symbol, one.organ) for one in found} <= {(None, "economic_commission_for_europe")}


@pytest.mark.parametrize("stop", ["\u3002", "\uff01", "\uff1f"])
def test_a_sentence_ends_without_a_blank_in_chinese(stop: str) -> None:
    (one,) = cite(f"理事会收到了报告{stop}亚太经社会举行了会议{stop}第12/3号决议获得通过{stop}")
    assert (one.symbol, one.organ, one.candidates) == (None, None, ("A/HRC/RES/12/3",))


def test_what_was_founded_by_a_resolution_did_not_adopt_it() -> None:
    text = "The Committee of 24 met in the United Nations. It was founded by resolution 1654 (XVI) of 27 November 1961."
    assert cite(text)[-1].symbol == "A/RES/1654(XVI)"
    assert cite("INTERPOL met. It decided by resolution 61/4. The United Nations came.")[-1].symbol is None


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        (
            "The statute of the Dispute Tribunal was amended by resolution 69/203. The United Nations met.",
            "A/RES/69/203",
        ),
        ("The statute of the Dispute Tribunal says so in resolution 69/203. The United Nations met.", None),
        ("The statute of the Dispute Tribunal was amended by resolution 69/203.", None),
    ],
)
def test_what_was_amended_by_a_resolution_did_not_adopt_it(text: str, symbol: str | None) -> None:
    assert cite(text)[-1].symbol == symbol
