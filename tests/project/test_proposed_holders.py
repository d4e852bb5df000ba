"""Sentences that say who held the mandate are proposed as holders, in whatever form, and not as events."""

from __future__ import annotations

from pathlib import Path

import pytest
from mandate_data.propose_passages import NotProposed, Proposal
from proposing import GUIDE
from proposing import proposed as all_proposed


def proposed(root: Path, text: str, guide: str = GUIDE) -> tuple[list[Proposal], list[NotProposed]]:
    """What is proposed, and what is not, but for full names, which are no matter of these tests."""
    found, others = all_proposed(root, text, guide)
    return found, [one for one in others if not one.what.startswith("the full name of ")]


def holders(found: list[Proposal]) -> list[tuple[str, str, str]]:
    """Of each holder: the name that is read, the first and the last day."""
    said = []
    for one in found:
        if one.table == "mandate_holders":
            term = one.values["mandate_holders"]
            name = one.values.get("people", {}).get("name", "")
            said.append((name, term.get("term_start", ""), term.get("term_end", "")))
    return said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ms. X held the mandate from June 2014 to 2020.", ("X", "2014-06", "2020")),
        ("Ms. Maria Example has held the mandate since 1 May 2020.", ("Maria Example", "2020-05-01", "")),
        ("Maria Example has served as mandate holder since 1 May 2020.", ("Maria Example", "2020-05-01", "")),
        ("Mr Dainius Pūras has served as Special Rapporteur since August 2014.", ("Dainius Pūras", "2014-08", "")),
        ("Ms. Example was appointed Special Rapporteur in May 2014.", ("Example", "2014-05", "")),
        ("Ms. Example (Ghana) was appointed by the Council in May 2014.", ("Example", "2014-05", "")),
        ("Mr. Example, a lawyer, was appointed as Special Rapporteur in May 2014.", ("Example", "2014-05", "")),
        ("Maria de la Example took up her functions on 1 August 2016.", ("Maria de la Example", "2016-08-01", "")),
        ("Kishore Example assumed his functions as Special Rapporteur in August 2010.",
         ("Kishore Example", "2010-08", "")),
        ("Mr. Example assumed office on 1 August 2010.", ("Example", "2010-08-01", "")),
        ("Mr Y was succeeded by Ms. Maria Example on 1 May 2020.", ("Maria Example", "2020-05-01", "")),
        ("Ms. Maria Example succeeded Mr Y as Special Rapporteur on 1 May 2020.", ("Maria Example", "2020-05-01", "")),
        ("On 1 May 2020, Ms. Maria Example took up the mandate.", ("Maria Example", "2020-05-01", "")),
        ("In May 2014, the Council appointed Ms. Example as Special Rapporteur.", ("Example", "2014-05", "")),
        ("The Council appointed Ms. Example as Special Rapporteur in May 2014.", ("Example", "2014-05", "")),
        ("The appointment of Ms. Maria Example as Special Rapporteur took effect on 1 May 2014.",
         ("Maria Example", "2014-05-01", "")),
        ("Ms. Maria Example's term of office began on 1 May 2014.", ("Maria Example", "2014-05-01", "")),
        ("Ms. Maria Example's mandate ended on 30 April 2020.", ("Maria Example", "", "2020-04-30")),
        ("Ms. Maria Example held the mandate until 30 April 2020.", ("Maria Example", "", "2020-04-30")),
        ("Ms. Maria Example resigned on 30 April 2020.", ("Maria Example", "", "2020-04-30")),
        ("The Special Rapporteur took up her functions on 1 August 2016.", ("", "2016-08-01", "")),
        ("Ms. Example took office on 1 May 2014.", ("Example", "2014-05-01", "")),
        ("Ms. Example took office on May 1, 2014.", ("Example", "2014-05-01", "")),
        ("Ms. Maria Example served between 2001 and 2008 as Special Rapporteur.", ("Maria Example", "2001", "2008")),
        ("Maria Example served as Special Rapporteur between June 2001 and May 2008.",
         ("Maria Example", "2001-06", "2008-05")),
        ("Mr. Example was Special Rapporteur from 2001 until 2008.", ("Example", "2001", "2008")),
        ("From 2001 to 2008, Mr. Example was the Special Rapporteur.", ("Example", "2001", "2008")),
        ("Ms. Maria Example held office from 2001 to 2008.", ("Maria Example", "2001", "2008")),
        ("Ms. Maria Example, Special Rapporteur from 2001 to 2008, said so.", ("Maria Example", "2001", "2008")),
        ("Mr. Y was followed by Ms. Maria Example (2001-2008).", ("Maria Example", "2001", "2008")),
        ("On 1 May 2014, she succeeded Mr. Ben Y.", ("", "2014-05-01", "")),
        ("Following her appointment in 2014, the Special Rapporteur met experts.", ("", "2014", "")),
        ("She has met many experts since her appointment in May 2014.", ("", "2014-05", "")),
        ("She succeeded Mr. Ben Y as mandate holder on 1 May 2014.", ("", "2014-05-01", "")),
        ("The mandate passed from Mr. Ben Y to Ms. Maria Example on 1 May 2014.", ("Maria Example", "2014-05-01", "")),
        ("The term of Ms. Maria Example ended on 30 April 2020.", ("Maria Example", "", "2020-04-30")),
        ("The term of office of Ms. Maria Example began on 1 May 2014.", ("Maria Example", "2014-05-01", "")),
        ("The Council thanked Mr. Ben Y, whose term ended on 30 April 2020.", ("Ben Y", "", "2020-04-30")),
        ("Ms. Maria Example succeeded Mr. Ben Y, whose term ended in July 2014.", ("Ben Y", "", "2014-07")),
        ("She replaced Mr. Ben Y, whose term ended in July 2014.", ("Ben Y", "", "2014-07")),
    ],
)  # fmt: skip
def test_a_holder_is_proposed_and_no_event(text: str, expected: tuple[str, str, str], root: Path) -> None:
    found, others = proposed(root, text)
    assert holders(found) == [expected]
    assert [one.table for one in found] == ["mandate_holders"]
    assert others == []


@pytest.mark.parametrize(
    "text",
    [
        "The working group began its work in May 2014.",
        "She succeeded Mr. Ben Example as Minister of Health on 1 May 2014.",
        "Following her appointment in May 2014, the Minister met experts.",
        "The term of Mr. Ben Example as Minister of Health ended on 1 May 2014.",
        "The Council appointed a commission of inquiry in May 2014.",
        "Ms. Maria Example met the Minister on 3 May 2014.",
        "The mandate was established in May 2014.",
        "In May 2014, Ms. Maria Example spoke of her mandate.",
    ],
)
def test_what_is_no_office_stays_an_event(text: str, root: Path) -> None:
    assert [one.table for one in proposed(root, text)[0]] == ["events"]


def test_without_a_mandate_a_holder_is_told_and_is_no_event(root: Path) -> None:
    guide = GUIDE.replace("about: {mandate_id: health}\n", "")
    found, others = proposed(root, "Ms. Maria Example took up the mandate on 1 May 2020.", guide)
    assert found == []
    assert [(one.what, one.why, one.line) for one in others] == [
        (
            "a holder of the mandate, Maria Example",
            "the guide does not say whose mandate it is; add about: {mandate_id: …} to it",
            3,
        )
    ]


def test_a_holder_whom_the_guide_reads_is_not_proposed_again(root: Path) -> None:
    passage = "passages:\n  mandate_holders:\n    - {id: health, pattern: 'since <term_start>', person_id: nobody}\n"
    found, others = proposed(root, "Ms. Maria Example has held the mandate since 1 May 2020.", GUIDE + passage)
    assert (found, others) == ([], [])


@pytest.mark.parametrize(
    "text",
    [
        "The mandate was held by A Example (1990-1994), Bob van Sample (1995–2001) and Ms. Trial (since May 2001).",
        "The Special Rapporteurs were A Example from 1990 to 1994 and Bob van Sample from 1995 to 2001; Ms. Trial "
        "has held the mandate since May 2001.",
        "Previous mandate holders: A Example (from 1990 to 1994); Bob van Sample (1995 until 2001); Ms. Trial "
        "(May 2001-present).",
    ],
)
def test_each_holder_of_a_list_is_proposed(text: str, root: Path) -> None:
    found, others = proposed(root, text.replace("A Example", "Ana Example"))
    assert holders(found) == [
        ("Ana Example", "1990", "1994"), ("Bob van Sample", "1995", "2001"), ("Trial", "2001-05", "")
    ]  # fmt: skip
    assert [one.table for one in found] == ["mandate_holders"] * 3
    assert others == []


def test_a_name_of_a_list_that_is_not_read_is_told(root: Path) -> None:
    text = "The mandate was held by Ana Example (1990-1994) and by a lawyer (1995-2001)."
    found, others = proposed(root, text)
    assert holders(found) == [("Ana Example", "1990", "1994")]
    assert [(one.what, one.why, one.line) for one in others] == [
        ("a holder of the mandate (1995-2001)", "the name is of a form that is not read; write a passage for it", 3)
    ]


@pytest.mark.parametrize("text", ["As Ana Example (1990-1994) says.", "The mandate is old (Ana Example (1990))."])
def test_years_behind_a_name_are_no_office_where_nothing_speaks_of_one(text: str, root: Path) -> None:
    assert proposed(root, text) == ([], [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. Y left. Ms. Example succeeded him on 1 May 2015.", ("Example", "2015-05-01", "")),
        ("Mr. Example took over the mandate from Ms. Y on 1 May 2015.", ("Example", "2015-05-01", "")),
        ("He was replaced in May 2015 by Ms. Olga Example.", ("Olga Example", "2015-05", "")),
        ("Appointed in May 2015, Ms. Example took up the work.", ("Example", "2015-05", "")),
        ("The Council appointed Ms. Example in May 2015 as Special Rapporteur.", ("Example", "2015-05", "")),
        ("Mr. J. M. Example served as Special Rapporteur from 2001 to 2008.", ("J. M. Example", "2001", "2008")),
        ("Ms. Example assumed the mandate on 1 August 2015.", ("Example", "2015-08-01", "")),
        ("Ms. Example became the first Special Rapporteur in 2015.", ("Example", "2015", "")),
        ("The mandate holder, Ms. Example, took office on 1 May 2015.", ("Example", "2015-05-01", "")),
        ("Ms. Example, whose term ended on 30 April 2015, left.", ("Example", "", "2015-04-30")),
        ("I met Ms. Maria Example. She took up her functions on 1 May 2015.", ("", "2015-05-01", "")),
    ],
)
def test_a_holder_is_proposed_in_further_words(text: str, expected: tuple[str, str, str], root: Path) -> None:
    found, others = proposed(root, text)
    assert (holders(found), [one.table for one in found], others) == ([expected], ["mandate_holders"], [])


def test_the_second_of_two_holders_in_a_sentence_is_proposed(root: Path) -> None:
    text = "Ms. Ana Example was Special Rapporteur from 2001 to 2008 and Mr. Ivo Case from May 2008 until April 2014."
    found, others = proposed(root, text)
    assert holders(found) == [("Ana Example", "2001", "2008"), ("Ivo Case", "2008-05", "2014-04")]
    assert others == []


@pytest.mark.parametrize(
    "above", ["## Mandate holders", "The mandate has been held by:", "Previous holders of the mandate"]
)
@pytest.mark.parametrize(
    "items",
    [
        "(a) Ms. Ana Example (Portugal), from 1 November 2008 to 31 October 2014;\n\n"
        "(b) Mr. Ivo Case (Brazil), since 1 December 2014.",
        "- Ms. Ana Example (Portugal), 2008-11-01 – 2014-10-31\n- Mr. Ivo Case (Brazil): since 1 December 2014",
        "- 1 November 2008 to 31 October 2014: Ms. Ana Example\n- Mr. Ivo Case (Brazil, since 1 December 2014)",
    ],
)
def test_items_of_a_list_of_holders_are_proposed_and_no_events(above: str, items: str, root: Path) -> None:
    found, others = proposed(root, f"{above}\n\n{items}")
    assert holders(found) == [("Ana Example", "2008-11-01", "2014-10-31"), ("Ivo Case", "2014-12-01", "")]
    assert [one.table for one in found] == ["mandate_holders"] * 2
    assert others == []


@pytest.mark.parametrize(
    "text",
    [
        "Ms. Maria Example was appointed Minister of Justice in May 2014.",
        "Ms. Maria Example was elected President of the Council in May 2014.",
    ],
)
def test_another_office_is_an_event(text: str, root: Path) -> None:
    assert [one.table for one in proposed(root, text)[0]] == ["events"]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Tom Case was appointed Special Rapporteur on torture in May 2010.",
        "The Minister resigned. He took office on 1 May 2009.",
    ],
)
def test_the_holder_of_another_mandate_is_told(text: str, root: Path) -> None:
    found, others = proposed(root, text)
    assert found == []
    assert [one.why for one in others] == ["it is of another mandate, or of somebody else, as far as the text says"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The report was drafted by Ms. Eva Trial-Obi, Special Rapporteur since 1 August 2008, and covers the work "
         "from 1 March 2013 to 1 March 2014.", ("Eva Trial-Obi", "2008-08-01", "")),
        ("Ms. Example was appointed in May 2014, and covers the months from 1 June 2014 to 1 March 2015.",
         ("Example", "2014-05", "")),
    ],
)  # fmt: skip
def test_the_days_that_a_report_covers_are_no_term(text: str, expected: tuple[str, str, str], root: Path) -> None:
    found, others = proposed(root, text)
    assert (holders(found), [one.table for one in found]) == ([expected], ["mandate_holders"])
    assert [one.cause for one in others] == ["date-set-aside/period"]


def test_two_first_days_of_one_holder_are_told_with_both_lines(root: Path) -> None:
    text = (
        "Ms. Ana Example has held the mandate since 1 August 2014.\n\nMs. Example took up her functions on 1 May 2015."
    )
    found, others = proposed(root, text)
    assert holders(found) == [("Ana Example", "2014-08-01", "")]
    assert [(one.what, one.why, one.line) for one in others] == [
        (
            "a holder of the mandate, Example",
            "the term begins on 1 May 2015 here, and on 1 August 2014 in line 3; correct a slip of the edition, or "
            "write a passage and an erratum",
            5,
        )
    ]


def test_a_first_day_that_is_known_better_is_no_other_one(root: Path) -> None:
    text = (
        "Ms. Ana Example has held the mandate since August 2014.\n\nMs. Example took up her functions on 1 August 2014."
    )
    found, others = proposed(root, text)
    assert holders(found) == [("Ana Example", "2014-08", ""), ("Ana Example", "2014-08-01", "")]
    assert others == []


@pytest.mark.parametrize(
    "text",
    [
        "The Minister of Health spoke. She has met many experts since her appointment in May 2014.",
        "Following her appointment in May 2014, the Special Rapporteur on torture met experts.",
    ],
)
def test_the_appointment_of_others_is_told(text: str, root: Path) -> None:
    found, others = proposed(root, text)
    assert found == []
    assert [one.why for one in others] == ["it is of another mandate, or of somebody else, as far as the text says"]
