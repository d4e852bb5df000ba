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
