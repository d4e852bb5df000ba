"""Hard-wrapped text: paragraphs between empty lines, and the pages that `pdftotext -layout` writes."""

from __future__ import annotations

from document_support import PLAIN, blocks, brief, marks, parsed
from mandate_data.documents import LeftOut

WRAPPED = """REPORT OF THE OFFICE

I. Introduction

1. The office recalls the report which is contained in
document A/HRC/19/63 and the addendum to it.

II. Activities

2. It goes on.

(a) One point;

(b) Another.
"""

FIRST = """A/HRC/99/99


            I. Introduction
            1. The first paragraph is about an effi-
            cient office, as resolution 7/13 says.1
            2. The second one goes on about many other things and over the end of the page,2 to

       1
            See A/HRC/19/63, para. 9. An efficient
            one.
       2
            Ibid., para. 4.

GE.99-12345                                                                      2
"""
SECOND = """A/HRC/99/99


            where it ends. 3

            Country                  Report
            Ghana                    A/HRC/25/48
            Nepal                    A/HRC/25/49

       3    See A/HRC/20/7.

GE.99-12345                                                                      3
"""


def test_empty_lines_end_paragraphs_and_headings_of_wrapped_text() -> None:
    assert brief(WRAPPED, PLAIN) == [
        ("heading", "REPORT OF THE OFFICE"),
        ("heading", "I. Introduction"),
        (
            "paragraph",
            "1. The office recalls the report which is contained in document A/HRC/19/63 and the addendum to it.",
        ),
        ("heading", "II. Activities"),
        ("paragraph", "2. It goes on."),
        ("paragraph", "(a) One point;"),
        ("paragraph", "(b) Another."),
    ]
    assert [block.line for block in blocks(WRAPPED, PLAIN)] == [1, 3, 5, 8, 10, 12, 14]


def test_paragraphs_on_single_lines_stay_apart() -> None:
    assert brief("One sentence.\n\nAnother one.\n\nThe last.\n", PLAIN) == [
        ("paragraph", "One sentence."),
        ("paragraph", "Another one."),
        ("paragraph", "The last."),
    ]


def test_pages_lose_their_heads_and_keep_their_notes() -> None:
    document = parsed(f"{FIRST}\f{SECOND}\f", PLAIN)
    assert [(block.kind, block.number, block.line, block.text.value) for block in document.blocks] == [
        ("heading", "", 4, "I. Introduction"),
        ("paragraph", "", 5, "1. The first paragraph is about an efficient office, as resolution 7/13 says."),
        (
            "paragraph",
            "",
            7,
            "2. The second one goes on about many other things and over the end of the page, to where it ends.",
        ),
        ("footnote", "1", 10, "See A/HRC/19/63, para. 9. An efficient one."),
        ("footnote", "2", 13, "Ibid., para. 4."),
        ("row", "", 21, "Country | Report"),
        ("row", "", 22, "Ghana | A/HRC/25/48"),
        ("row", "", 23, "Nepal | A/HRC/25/49"),
        ("footnote", "3", 25, "See A/HRC/20/7."),
    ]
    assert document.left_out == (LeftOut("running heads, feet and page numbers", 16),)
    assert [marks(block) for block in document.blocks if block.marks] == [
        [("1", "1. The first paragraph is about an efficient office, as resolution 7/13 says.")],
        [
            ("2", "2. The second one goes on about many other things and over the end of the page,"),
            (
                "3",
                "2. The second one goes on about many other things and over the end of the page, to where it ends.",
            ),
        ],
    ]


def test_numbers_after_abbreviations_are_no_marks() -> None:
    page = "It is said in para. 1 of it, in article 1, and in A/HRC/1/1.\n\n1 Here is no note.\n"
    assert all(block.kind != "footnote" for block in blocks(f"{page}\f{page}", PLAIN))
