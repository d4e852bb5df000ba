"""Sentences that say who held the mandate are proposed as holders, in whatever form, and not as events."""

from __future__ import annotations

from pathlib import Path

import pytest
from mandate_data.propose_passages import Proposal
from proposing import GUIDE, proposed, with_schemas


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return with_schemas(tmp_path_factory.mktemp("holders"))


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
