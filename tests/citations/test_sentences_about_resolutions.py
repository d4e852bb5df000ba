"""Every way in which a sentence says what an organ did by a resolution, with other organs named before and behind it.

A symbol that is found must be that of the organ which acts; where no other organ is named, it must be found.
"""

from __future__ import annotations

import pytest
from mandate_data.citations import cite

ORGANS = [
    ("the Human Rights Council", "34/16", "A/HRC/RES/34/16"),
    ("the Council", "34/16", "A/HRC/RES/34/16"),
    ("the General Assembly", "61/295", "A/RES/61/295"),
    ("the Assembly", "34/180", "A/RES/34/180"),
    ("the Security Council", "1325 (2000)", "S/RES/1325(2000)"),
    ("the Economic and Social Council", "2000/22", "E/RES/2000/22"),
    ("the Commission on Human Rights", "2005/69", "E/CN.4/RES/2005/69"),
]
VERBS = ["decided to", "resolved to", "called upon States", "recalled that", "acting under Chapter VII, extended"]
FORMS = [
    "In resolution {number}, {organ} {verb} it.",
    "In its resolution {number}, {organ} {verb} it.",
    "In its resolution {number} {organ} {verb} it.",
    "By resolution {number} {organ} {verb} it.",
    "In paragraph 5 of its resolution {number}, {organ} {verb} it.",
    "In that context, {organ}, in paragraph 3 of its resolution {number}, {verb} it.",
    "At its session, {organ}, recalling its resolution {number}, {verb} it.",
    "Then {organ} {verb} it in its resolution {number}.",
    "Then {organ}, by resolution {number}, {verb} it.",
    "Pursuant to resolution {number}, in which {organ} {verb} it, the text was issued.",
    "Resolution {number}, by which {organ} {verb} it, is clear.",
    "As {organ} {verb} it (resolution {number}), States agreed.",
]
BEFORE = [
    "The report was submitted to the General Assembly at its seventieth session. ",
    "In his report to the Assembly (A/64/265), the Secretary-General noted it. ",
    "The Human Rights Council heard the expert, who thanked the Security Council. ",
    "The Commission on Human Rights was replaced in 2006. ",
    "The Council of Europe and the African Union took part. ",
    "The Governing Council of the United Nations Environment Programme met in Nairobi. ",
]
BEHIND = [" The Council of Europe did the same.", " The Commission on the Status of Women followed."]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("organ", "number", "symbol"), ORGANS)
def test_the_organ_that_acts_adopted_it(form: str, organ: str, number: str, symbol: str) -> None:
    for verb in VERBS:
        text = form.format(organ=organ, number=number, verb=verb)
        assert [one.symbol for one in cite(text)] == [symbol], text


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("organ", "number", "symbol"), ORGANS)
def test_no_other_organ_that_is_named_nearby_did(form: str, organ: str, number: str, symbol: str) -> None:
    for before in BEFORE:
        for behind in BEHIND:
            text = before + form.format(organ=organ, number=number, verb=VERBS[0]) + behind
            found = next(one for one in cite(text) if one.kind == "resolution")
            assert found.symbol in (symbol, None), text


def test_a_name_is_read_whole_wherever_the_search_for_it_begins() -> None:
    filler = "births are counted " * 20
    for length in range(200, 340):
        met = f"The Economic and Social Council met, as {filler[:length].strip()}."
        text = f"{met} In its decision 2012/233, the Council rose."
        assert cite(text)[-1].symbol == "E/DEC/2012/233", length


CSW = "commission_on_the_status_of_women"
WOMEN = "The Commission on the Status of Women"


@pytest.mark.parametrize(
    "text",
    [
        f"{WOMEN}, recalling General Assembly resolution 50/203, adopted its resolution 40/9.",
        f"{WOMEN} took note of General Assembly resolution 50/203 and adopted resolution 40/9.",
        f"{WOMEN} thanked the General Assembly and adopted its resolution 40/9.",
        f"{WOMEN} welcomed the report of the General Assembly and adopted resolution 40/9.",
        "La Commission de la condition de la femme, rappelant la résolution 50/203 de l'Assemblée générale, a adopté sa"
        " résolution 40/9.",
        "La Comisión de la Condición Jurídica y Social de la Mujer, recordando la resolución 50/203 de la Asamblea"
        " General, aprobó su resolución 40/9.",
        "Комиссия по положению женщин, ссылаясь на резолюцию 50/203 Генеральной Ассамблеи, приняла свою резолюцию"
        " 40/9.",
    ],
)
def test_what_an_organ_recalls_did_not_adopt_its_resolution(text: str) -> None:
    found = cite(text)[-1]
    assert (found.symbol, found.organ) == (None, CSW)


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        (
            f"{WOMEN} was asked by the General Assembly in its resolution 50/203.",
            "A/RES/50/203",
        ),
        (
            "The General Assembly requested the Commission on Narcotic Drugs, in its resolution 54/2, to act.",
            "A/RES/54/2",
        ),
        (
            "The General Assembly thanked the Human Rights Council, which, in its resolution 34/16, acted.",
            "A/HRC/RES/34/16",
        ),
        (
            "The Human Rights Council established the Commission of Inquiry by its resolution S-17/1.",
            "A/HRC/RES/S-17/1",
        ),
        (
            "The Human Rights Council, having established the Group of Experts by its resolution 36/31, met.",
            "A/HRC/RES/36/31",
        ),
        (
            "The Human Rights Council requested the Advisory Committee, in its resolution 18/27, to act.",
            "A/HRC/RES/18/27",
        ),
    ],
)
def test_what_is_asked_or_established_did_not_adopt_it(text: str, symbol: str) -> None:
    assert cite(text)[-1].symbol == symbol


@pytest.mark.parametrize(
    "text",
    [
        "A spatial resolution 1/16 was measured.",
        "Journal of Dispute Resolution 12/1 (2010), pp. 3-9.",
        "The trade union in its resolution 12/24 asked for more.",
        "Le syndicat, par sa résolution 12/24, l'a demandé.",
        "The Church published synod decision 17/119.",
    ],
)
def test_a_number_in_a_text_without_a_word_of_the_united_nations_stays_open(text: str) -> None:
    assert [one.symbol for one in cite(text)] == [None]


def test_titles_in_quotes_and_brackets_part_the_numbers_of_a_list() -> None:
    text = "Human Rights Council resolutions 7/29 (“Rights of the child”), 13/20 (“The sale of 2 children”) and 34/16."
    assert [one.symbol for one in cite(text)] == ["A/HRC/RES/7/29", "A/HRC/RES/13/20", "A/HRC/RES/34/16"]


def test_the_and_of_a_name_does_not_end_a_list() -> None:
    text = (
        "Following resolutions 1989/65 of the Economic and Social Council and 44/162 of the General Assembly, it met."
    )
    assert [one.symbol for one in cite(text)] == ["E/RES/1989/65", "A/RES/44/162"]
