"""Pinpoints behind the name of a case, the title or the organ that follows a reference."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite, find


def pinpoints(text: str, all_kinds: bool = False) -> list[tuple[str, str | None, str | None]]:
    """Kind of each reference, kind and value of its pinpoint."""
    references = find(text, kinds="all" if all_kinds else "documents")
    return [(one.kind, one.pinpoint_kind, one.pinpoint) for one in references]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("CCPR/C/106/D/1557/2007, Nazarov v. Uzbekistan, para. 8.3.", "paragraph", "8.3"),
        ("communication No. 1223/2003, Tsarjov v. Estonia (para. 8.6)", "paragraph", "8.6"),
        ("A/HRC/39/64, Report of the mission, para. 100", "paragraph", "100"),
        ("A/HRC/39/64, Report of the Special Rapporteur on torture, Jane Doe, para. 7", "paragraph", "7"),
        ("A/HRC/39/64, Rapport de la mission, par. 100", "paragraph", "100"),
        ("G.A. Res. 60/147, Basic Principles on the Right to a Remedy, principle 19", "principle", "19"),
        ("G.A. Res. 60/147, annex, princ. 19", "principle", "19"),
        (
            "General comment No. 4 (2017) of the Committee against Torture on the implementation of article 3 of the"
            " Convention, para. 38",
            "paragraph",
            "38",
        ),
        (
            "general comment No. 36 (2018) of the Human Rights Committee, on the right to life, para. 12",
            "paragraph",
            "12",
        ),
        ("A/60/1, in particular paragraphs 138 to 140 thereof", "paragraph", "138 to 140"),
        ("A/60/1, in paragraphs 26 and 27 thereof", "paragraph", "26 and 27"),
        ("ST/SGB/2018/1, staff rule 10.3", "rule", "10.3"),
        ("ST/SGB/2018/1, staff regulation 1.2", "rule", "1.2"),
        ("Security Council resolution 1368 (2001), whose third preambular paragraph", "preambular_paragraph", "third"),
        ("A/60/1, Convention on the Rights of the Child, article 5", None, None),
        ("A/HRC/4/20, Report of Jane Doe (29 January 2007), para. 53", "paragraph", "53"),
        ("A/60/1, Jane Doe, The Book, p. 5", None, None),
        ("A/60/1, Human Rights Report, p. 5", None, None),
        ("See A/60/1, World Report 2005, p. 5.", None, None),
        ("A/60/1, World Drug Report 2006 (Vienna), p. 5", None, None),
        ("A/60/1, Annual Report of the Secretary-General, p. 5", "page", "5"),
        ("A/60/1, Second Annual Report on Prisons, p. 5", "page", "5"),
        ("A/60/1, Human Rights Report of the Mission, para. 5", "paragraph", "5"),
        ("A/60/1, Interim Report, para. 5", "paragraph", "5"),
        ("A/60/1, Final Report, p. 5", "page", "5"),
        ("In A/60/1, States recalled the Principles, principle 5", None, None),
        ("A/HRC/39/64, Report of the mission. It is said in Smith v. Jones, para. 100", None, None),
        ("A/HRC/39/64, Report of the mission; para. 100", None, None),
        ("general comment No. 36 (2018) of the Human Rights Committee, on life; the Charter, para. 12", None, None),
        ("A/60/1, in paragraph 26 of the Charter", None, None),
    ],
)
def test_a_name_or_a_title_may_stand_between(text: str, kind: str | None, value: str | None) -> None:
    assert pinpoints(text)[0][1:] == (kind, value)


def test_a_pinpoint_behind_a_case_is_of_the_communication_too() -> None:
    text = "Communication No. 569/2013 (CAT/C/55/D/569/2013), M.C. v. Netherlands, para. 8.2"
    assert pinpoints(text, all_kinds=True)[1:] == [("symbol", "paragraph", "8.2"), ("case", "paragraph", "8.2")]


def test_a_pinpoint_behind_a_case_of_its_own_is_of_the_case_alone() -> None:
    text = "see CAT/C/55/D/569/2013 and M.C. v. Netherlands, para. 8.2"
    assert pinpoints(text, all_kinds=True) == [("symbol", None, None), ("case", "paragraph", "8.2")]


def test_a_list_goes_on_behind_a_pinpoint_that_is_announced() -> None:
    text = "decisions 1/CP.16, in particular paragraphs 98 to 102 thereof, and 2/CP.17, annex III"
    assert [(one.text, one.pinpoint) for one in cite(text)] == [
        ("decisions 1/CP.16", "98 to 102"),
        ("2/CP.17", "III"),
    ]


def test_a_count_behind_such_a_pinpoint_goes_on_no_list() -> None:
    text = "General Assembly resolution 60/1, in particular paragraph 98 thereof, and 24/7 access to water"
    assert [one.text for one in cite(text)] == ["resolution 60/1"]


def test_a_place_in_the_annex_to_the_next_resolution_is_none_of_the_one_before() -> None:
    text = "paragraph 5 of resolution 60/251, in article 12 of the annex to General Assembly resolution 61/177"
    assert [value for _, _, value in pinpoints(text)] == ["5", "12"]
