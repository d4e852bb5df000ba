"""A child's name beside a word for a child, an age or a date of birth is found; names of other kinds are let pass.

Nobody is called Xx or Yy, and nobody lives in Nowhere.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from conftest import ROOT
from document_support import PLAIN, brief, parsed
from mandate_data.child_names import named_children
from mandate_data.child_privacy import may_identify

NAMED = [
    "A girl of 12, Xx Yyyy, said nothing.",
    "A girl of 12 called Xx is nowhere",
    "A 12-year-old girl named Xx said nothing.",
    "Xx, a twelve-year-old pupil of a school in Nowhere, was nowhere.",
    "The boy Xx Yyyy (born on 3 May 2014) is nowhere on 4 June 2025.",
    "The boy Xx Yyyy, 11, is nowhere",
    "Twelve-year-old Xx of Nowhere is nowhere",
    "twelve–year–old Xx",
    "Xx, 11, is of Nowhere.",
    "Nobody knows X.Y., a child of nine, of Nowhere.",
    "Xx Yyyy, aged twelve, is nowhere",
    "Xx Yyyy (aged twelve) is nowhere",
    "Xx Yyyy, who is twelve years old, is nowhere",
    "When Xx, a pupil, was nowhere, nothing was done.",
    "The schoolgirl Xx Yyyy was nowhere.",
    "a child named Xx",
    "A boy of eleven, called Xx Yyyy, was nowhere.",
    "Boy Xx Yyyy nowhere",
    "seven-month-old Xx",
    "Xx was twelve when nothing was done.",
    "At the age of twelve, Xx was nowhere.",
    "her daughter, aged nine, Xx",
    "Xx Yyyy, born on 3 May 2014, was nowhere in 2020",
    "Xx Yyyy (born 2014) is nowhere",
    "Xx Yyyy (date of birth: May 3, 2014)",
    "A girl of 12, X. Yyyy, said nothing.",
    "Xx-Yy d’Yyyy, a boy, is nowhere",
    "In Nowhere, Xx Yyyy, a girl of 12, said nothing.",
    "In Brazil, Xx, aged twelve, said nothing.",
    "Of the three, in Nowhere, Xx, a pupil, said nothing.",
    "Xx is twelve years old.",
    "Xx Yyyy turned 13.",
    "Xx was 12 when nothing was done.",
    "Xx, a refugee of 12, is nowhere",
    "her niece (12) Xx",
    "Xx Yyyy, aged just 11, is nowhere",
]
ORDINARY = [
    "Ms. Xx Yyyy, a child rights expert, took part.",
    "The Special Rapporteur on the sale of children, Xx Yyyy, told the Committee on the Rights of the Child of it.",
    "The Convention on the Rights of the Child, New York, 1989",
    "Every child, Brazil said, has rights.",
    "Consequently, the child has a right to be heard.",
    "In Brazil, a girl of 12 works in a house.",
    "In Nowhere, a girl of 12 works in a house.",
    "A child of twelve is a child, and so is one of 17.",
    "Mr. Xx Yyyy, born on 3 May 1960, was the Special Rapporteur from 1995 to 2001.",
    "Xx Yyyy (born 1950) held the mandate in 1992.",
    "Xx Yyyy, born in 1990, a lawyer, is Ombudsman.",
    "The Minister, Xx Yyyy, met a boy.",
    "Save the Children and the girl child, States recalled",
    "UNICEF, a child, and others",
    "Girl Guides and Boy Scouts",
    "Mauritius, a member of three committees, was visited.",
    "The mandate was twelve when it was extended.",
    "When Parliament was eleven, nothing was done.",
    "the minor amendments of Article 12",
    "Baby trade in Brazil",
    "A boy and a girl of the African Union, 12, took part.",
    "Nineteen-year-old Xx",
    "Xx Yyyy, aged 45, is a jurist",
    "Xx Yyyy (born 1952)",
    "Vice-Chair Xx Yyyy, born in 1962",
    "Professor Xx Yyyy, a minor novelist",
    "Judge Xx Yyyy, born in 1990",
    "The Nowhere, a child was found",
    "the infant Mortality rate",
    "In Brazil, Thailand, a child is anyone under 18.",
    "Chile turned 13.",
]


@pytest.mark.parametrize("text", NAMED)
def test_a_named_child_is_found(text: str) -> None:
    assert [text[start:end] for start, end in named_children(text)]
    assert may_identify(text)


@pytest.mark.parametrize("text", ORDINARY)
def test_other_names_and_nameless_children_are_let_pass(text: str) -> None:
    assert [text[start:end] for start, end in named_children(text)] == []


@pytest.mark.parametrize("media_type", ["text/markdown", PLAIN])
@pytest.mark.parametrize("sentence", [one for one in NAMED if one.endswith(".")])
def test_the_sentence_is_set_aside(sentence: str, media_type: str) -> None:
    document = parsed(f"A sentence before. {sentence} It was so. States act.\n", media_type)
    assert [block.text.value for block in document.blocks] == ["A sentence before. It was so. States act."]
    assert document.set_aside == ((1, 1),)


def test_what_goes_on_about_the_child_is_set_aside_as_well() -> None:
    text = "One sentence. Xx Yyyy, a pupil, is nobody. She is nowhere. Yyyy did nothing. States should do more."
    assert brief(text) == [("paragraph", "One sentence. States should do more.")]


@pytest.mark.parametrize("number", ["20.", r"20\.", "(a)"])
def test_the_number_of_a_paragraph_set_aside_goes_with_it(number: str) -> None:
    assert brief(f"Before.\n\n{number} Xx Yyyy, a pupil, is nobody. She is nowhere.\n\nAfter.\n") == [
        ("paragraph", "Before."),
        ("paragraph", "After."),
    ]


def our_texts() -> Iterator[str]:
    for path in sorted([*ROOT.glob("raw/*/document.md"), *ROOT.glob("tests/citations/labels/*.txt")]):
        for paragraph in path.read_text(encoding="utf-8").split("\n\n"):
            yield " ".join(paragraph.split())


def test_our_sources_name_nobody() -> None:
    assert [text for text in our_texts() if next(named_children(text), None)] == []


@pytest.mark.parametrize(
    "piece",
    [
        "Xx ",
        "Xx, ",
        "girl ",
        "a girl of 12, ",
        "Xx Yy Zz, a ",
        "born on ",
        "X. ",
        "X.",
        "twelve-year-old ",
        "Xx-",
        "Xx born 2014 ",
    ],
)
def test_the_time_grows_with_the_length(piece: str) -> None:
    text = "aged 12 " + piece * (100_000 // len(piece))
    begun = time.process_time()
    list(named_children(text))
    assert time.process_time() - begun < 5
