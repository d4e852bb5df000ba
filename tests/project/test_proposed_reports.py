"""A report of the mandate is proposed where its subject is printed with its symbol; one without is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposing import proposed


@pytest.mark.parametrize(
    "text",
    [
        "He submitted a report to the Human Rights Council on water for all (A/HRC/27/55).",
        "He submitted reports to the Human Rights Council (A/HRC/27/55, on water for all) and to others.",
        "His report to the Human Rights Council (A/HRC/27/55) dealt with water for all.",
        "The thematic report of 2014 dealt with water for all (A/HRC/27/55).",
        "In her report to the Council (A/HRC/27/55), the Special Rapporteur examined water for all.",
        "He submitted a report to the Council (A/HRC/27/55) that considered, inter alia, water for all.",
        "In my 2014 report (A/HRC/27/55), I focused on water for all.",
        "A/HRC/27/55 is the final report on water for all.",
        "The Special Rapporteur's previous report, on water for all (A/HRC/27/55), is known.",
        "My report to the Commission on Human Rights on water for all (A/HRC/27/55) is known.",
        "The present report on water for all (A/HRC/27/55) is new.",
        "The Special Rapporteur on the right to health presented his report on water for all (A/HRC/27/55).",
        "He devoted his report to the General Assembly to water for all (A/HRC/27/55).",
        "The Special Rapporteur devoted his 2014 report (A/HRC/27/55) to water for all.",
        "In his report to the Council, the Special Rapporteur examined water for all (A/HRC/27/55).",
        "She submitted to the Council at its tenth session her study on water for all (A/HRC/27/55).",
        "The subject of her report to the Council was water for all (A/HRC/27/55).",
        "The theme of her report (A/HRC/27/55) was water for all.",
        "Her report on water for all was submitted to the Council at its tenth session (A/HRC/27/55).",
        "Her thematic report, on water for all, is contained in document A/HRC/27/55.",
        "In document A/HRC/27/55, the Special Rapporteur examined water for all.",
        "In A/HRC/27/55, she considered water for all.",
        "Her report on water for all argues that it is a right (A/HRC/27/55).",
        "Her report to the General Assembly sets out water for all (A/HRC/27/55).",
    ],
)
def test_a_report_of_the_mandate_is_proposed(text: str, root: Path) -> None:
    found, others = proposed(root, text)
    values = [one.values["thematic_reports"] for one in found]
    assert [(one["symbol"], one["title"]) for one in values] == [("A/HRC/27/55", "water for all")]
    assert others == []


@pytest.mark.parametrize(
    "text",
    [
        "The Secretary-General submitted his report on water for all (A/HRC/27/55).",
        "The report of the Secretary-General on water for all (A/HRC/27/55) is long.",
        "The Committee's report on water for all (A/HRC/27/55) is long.",
        "The High Commissioner presented her report on water for all (A/HRC/27/55).",
        "The Special Rapporteur on torture presented his report on water for all (A/HRC/27/55).",
        "The Secretary-General underlined in his first report to the Council (A/HRC/27/55) that water is for all.",
        "UNICEF devoted its report to water for all (A/HRC/27/55).",
        "In its report, UNICEF examined water for all (A/HRC/27/55).",
        "In its report, the Working Group on Arbitrary Detention examined water for all (A/HRC/27/55).",
        "The Secretary-General submitted to the Council at its tenth session his study on water (A/HRC/27/55).",
        "In document A/HRC/27/55, UNICEF examined water for all.",
        "The theme of the report of UNICEF (A/HRC/27/55) was water for all.",
        "UNICEF submitted to the Council its study on water.",
        "Her predecessor's report on water for all (A/HRC/27/55) is known.",
    ],
)
def test_a_report_of_others_is_not_proposed(text: str, root: Path) -> None:
    assert proposed(root, text) == ([], [])


@pytest.mark.parametrize(
    ("text", "what", "why"),
    [
        ("He submitted a report to the Council (A/HRC/27/55).", "a report of the mandate, A/HRC/27/55",
         "its subject is not read beside its symbol; write a passage for it"),
        ("Building upon his report to the Council (A/HRC/27/55), he examines water.",
         "a report of the mandate, A/HRC/27/55", "its subject is not read beside its symbol; write a passage for it"),
        ("The Special Rapporteur, Ana Example (Ghana) submitted her report (A/HRC/27/55) to the Council.",
         "a report of the mandate, A/HRC/27/55", "its subject is not read beside its symbol; write a passage for it"),
        ("She underlined in her first report to the Council (A/HRC/27/55) that water is for all.",
         "a report of the mandate, A/HRC/27/55", "its subject is not read beside its symbol; write a passage for it"),
        ("She presented her first thematic report to the Council.", "a report of the mandate",
         "no symbol is printed beside it; write a passage for it"),
        ("She submitted to the Council at its tenth session her study on water.", "a report of the mandate",
         "no symbol is printed beside it; write a passage for it"),
        ("The Special Rapporteur devoted her report to the Council to water.", "a report of the mandate",
         "no symbol is printed beside it; write a passage for it"),
        ("The report on her visit to Peru (A/HRC/27/55/Add.1) is known.", "a visit to Peru",
         "the text does not settle its year"),
    ],
)  # fmt: skip
def test_a_report_that_is_not_read_is_told(text: str, what: str, why: str, root: Path) -> None:
    found, others = proposed(root, text)
    assert found == []
    assert [(one.what, one.why) for one in others] == [(what, why)]


def test_reports_that_are_listed_have_each_their_subject(root: Path) -> None:
    text = (
        "The Special Rapporteur's reports on water for all (A/HRC/27/55, paras. 6-7), clean air (A/HRC/30/39), "
        "and on old forests (A/68/264, para. 3) say so."
    )
    found, others = proposed(root, text)
    values = [one.values["thematic_reports"] for one in found]
    assert [(one["symbol"], one["title"]) for one in values] == [
        ("A/HRC/27/55", "water for all"), ("A/HRC/30/39", "clean air"), ("A/68/264", "old forests"),
    ]  # fmt: skip
    assert others == []


def test_what_parts_of_a_report_examine_is_not_its_subject(root: Path) -> None:
    text = "She addressed it in her first report by focusing on the water of wells (A/HRC/27/55, paras. 6-7)."
    assert proposed(root, text)[0] == []
