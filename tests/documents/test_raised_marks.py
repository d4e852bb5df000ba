"""Raised figures, stars and letters are marks of notes in every format, unless they are a part of the word before."""

from __future__ import annotations

import re

import pytest
from document_support import MARKDOWN, parsed
from docx_support import paragraph, read, run, word
from mandate_data.documents import PDF, Document
from mandate_data.documents.raised_marks import raised_marks
from weasyprint import HTML

RAISED = '<w:vertAlign w:val="superscript"/>'
LOWERED = '<w:vertAlign w:val="subscript"/>'


@pytest.mark.parametrize(
    ("before", "raised", "marks"),
    [
        ("said.", "3", ["3"]), ("said.", "3, 4", ["3", "4"]), ("Mali", "a", ["a"]), ("Mali ", "a,b", ["a", "b"]),
        ("Mali", "*", ["*"]), ("Мали", "а", ["а"]), ("1,204", "b", ["b"]), ("2010", "a", ["a"]), ("12.5", "a", ["a"]),
        ("", "a", ["a"]), ("–", "c", ["c"]), ("State A", "b", ["b"]), ("XXI", "b", ["b"]),
        ("said", "ii", ["ii"]), ("said.", "xiv", ["xiv"]), ("", "ii", ["ii"]), ("x", "ii", []), ("said", "vx", []),
        ("40 km", "2", []), ("the 46", "th", []), ("le 2", "e", []), ("100", "e", []), ("la 5", "a", []),
        ("N", "o", []), ("XXI", "e", []), ("III", "a", []), ("D", "r", []), ("n", "o", []), ("x", "n", []),
        ("10", "n", []), ("", "q", []), ("M", "me", []), ("1", "er", []), ("Art.", "o", []),
        ("some 10", "6", []), ("10", "6", []), ("2 × 10", "3", []), ("2 x 10", "12", []), ("$10", "12", []),
        ("(10", "6", []), ("about 10 ", "6", []), ("10", "-6", []), ("10", "−9", []), ("2 × 2", "10", []),
        ("paragraph 10", "6", ["6"]), ("paras. 9 and 10", "6", ["6"]), ("No. 10", "6", ["6"]), ("art. 10", "6", ["6"]),
        ("resolution 52/10", "1", ["1"]), ("A/HRC/31/10", "6", ["6"]), ("in 2010", "2", ["2"]), ("1,010", "2", ["2"]),
        ("May 2010", "12", ["12"]), ("said 10.", "6", ["6"]), ("(see 10)", "6", ["6"]), ("Goal 10", "6", ["6"]),
        ("5 W/m", "2", []), ("3 µg/m", "3", []), ("(m", "2", []), ("9.8 m/s", "2", []), ("5 dm", "3", []),
        ("them", "2", ["2"]), ("programm", "2", ["2"]), ("and/or parents", "2", ["2"]),
        ("x", "2", []), ("R", "2", []), ("χ", "2", []), ("State A", "2", ["2"]), ("part B", "3", ["3"]),
        ("the U.S", "2", ["2"]), ("Annex R", "12", ["12"]), ("CO", "2", []), ("CO", "12", ["12"]),
        ("Ca", "2+", []), ("PO4", "3–", []), ("Na", "+", []), ("the 1", "st", []), ("the 22", "nd", []),
        ("la 3.", "a", []), ("el 3.", "o", []), ("of 2010.", "a", ["a"]), ("the 19", "th", []), ("le 1", "re", []),
    ],
)  # fmt: skip
def test_what_is_raised_is_a_mark_or_a_part_of_the_word(before: str, raised: str, marks: list[str]) -> None:
    assert raised_marks(before, raised) == marks


@pytest.mark.parametrize(
    ("before", "raised", "behind", "expected"),
    [
        ("A/60/1", "3 ", "and more", ("A/60/1 and more", ["3"])),
        ("some 10", "6 ", "people", ("some 10⁶ people", [])),
        ("the 46", "th ", "session", ("the 46th session", [])),
        ("9 km", "2 ", "of land", ("9 km2 of land", [])),
    ],
)
def test_a_blank_that_is_raised_with_it_stays(
    before: str, raised: str, behind: str, expected: tuple[str, list[str]]
) -> None:
    made = read(word(paragraph(run(before), run(raised, RAISED), run(behind))))
    for document in (
        made,
        *(parsed(one.format(f"{before}<sup>{raised}</sup>{behind}")) for one in ("{}", "<p>{}</p>")),
    ):
        (block,) = document.blocks
        assert (block.text.value, [mark.number for mark in block.marks]) == expected
        assert [mark.offset for mark in block.marks] == [len(before)] * len(block.marks)


def shown(document: Document) -> list[tuple[str, str, list[str]]]:
    return [(one.number or one.kind, one.text.value, [mark.number for mark in one.marks]) for one in document.blocks]


READ = [
    ("row", "Country | Report", []),
    ("row", "Mali | A/HRC/31/5", ["a"]),
    ("row", "Chad | A/HRC/31/6", ["*"]),
    ("paragraph", "Niger, on the 5th day, over 9 m2.", ["b"]),
    ("a", "See A/HRC/31/7.", []),
    ("*", "Postponed.", []),
    ("b", "Ibid.", []),
]
HTML_TABLE = (
    "<table><tr><td>Country</td><td>Report</td></tr><tr><td>Mali<sup>a</sup></td><td>A/HRC/31/5</td></tr>"
    "<tr><td>Chad<sup>*</sup></td><td>A/HRC/31/6</td></tr></table>"
)
TEXT = "Niger<sup>b</sup>, on the 5<sup>th</sup> day, over 9 m<sup>2</sup>."
NOTES = ("<sup>a</sup> See A/HRC/31/7.", "<sup>*</sup> Postponed.", "<sup>b</sup> Ibid.")


@pytest.mark.parametrize(
    "table",
    [
        HTML_TABLE,
        "| Country | Report |\n|---|---|\n| Mali<sup>a</sup> | A/HRC/31/5 |\n| Chad<sup>*</sup> | A/HRC/31/6 |",
    ],
)
def test_marks_of_markdown(table: str) -> None:
    assert shown(parsed("\n\n".join([table, TEXT, *NOTES]) + "\n", MARKDOWN)) == READ


def test_marks_of_html_in_markdown() -> None:
    body = "".join(f"<p>{one}</p>" for one in (TEXT, *NOTES))
    assert shown(parsed(f"<div>{HTML_TABLE}{body}</div>\n", MARKDOWN)) == READ


EXPONENTS = (
    "Some 10<sup>6</sup> tonnes of CO<sub>2</sub>, or 10<sup>-3</sup>, fell on 9 km<sup>2</sup> on the 1<sup>st</sup>."
)
EXPONENTS_READ = [("paragraph", "Some 10⁶ tonnes of CO2, or 10⁻³, fell on 9 km2 on the 1st.", [])]


def test_exponents_stay_raised_in_every_format() -> None:
    pieces = re.split("<(su[pb])>|</su[pb]>", EXPONENTS)
    runs = [
        run(text, {"sup": RAISED, "sub": LOWERED}[kind]) if kind else run(text)
        for kind, text in ((pieces[at - 1] if at % 4 == 2 else None, pieces[at]) for at in range(0, len(pieces), 2))
    ]
    assert shown(read(word(paragraph(*runs)))) == EXPONENTS_READ
    assert shown(parsed(f"{EXPONENTS}\n", MARKDOWN)) == EXPONENTS_READ
    assert shown(parsed(f"<div><p>{EXPONENTS}</p></div>\n", MARKDOWN)) == EXPONENTS_READ
    data = HTML(string=f"<html lang=en><style>body {{ font-size: 11pt }}</style><p>{EXPONENTS}</p>").write_pdf()
    assert shown(read(data, PDF)) == EXPONENTS_READ


def test_marks_of_word() -> None:
    def cell(*runs: str) -> str:
        return f"<w:tc>{paragraph(*runs)}</w:tc>"

    rows = [
        cell("Country") + cell("Report"),
        cell("Mali", run("a", RAISED)) + cell("A/HRC/31/5"),
        cell("Chad", run("*", RAISED)) + cell("A/HRC/31/6"),
    ]
    table = f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"
    text = paragraph(
        "Niger", run("b", RAISED), ", on the 5", run("th", RAISED), " day, over 9 m", run("2", RAISED), "."
    )  # fmt: skip
    notes = [("a", " See A/HRC/31/7."), ("*", " Postponed."), ("b", " Ibid.")]
    written = "".join(paragraph(run(mark, RAISED), said) for mark, said in notes)
    assert shown(read(word(table + text + written))) == READ


@pytest.mark.parametrize("size", ["", "sup { font-size: 7pt }"])
def test_marks_of_pdf(size: str) -> None:
    style = f"<style>body {{ font-size: 11pt }} td {{ border: 1px solid }} .n {{ font-size: 8pt }} {size}</style>"
    notes = "".join(f"<p class=n>{one}</p>" for one in NOTES)
    data = HTML(string=f"<html lang=en>{style}{HTML_TABLE}<p>{TEXT}</p>{notes}").write_pdf()
    assert shown(read(data, PDF)) == READ


@pytest.mark.parametrize("size", ["", "sup, sub { font-size: 11pt }", "sup, sub { font-size: 7pt }"])
@pytest.mark.parametrize("first", ["", "The area is 9 m<sup>2</sup>. "])
def test_what_is_raised_and_what_is_lowered_in_a_line_stay_in_it(first: str, size: str) -> None:
    text = f"{first}The visit to Mali<sup>1</sup> came before CO<sub>2</sub> rose."
    more = "<p>It went on for a line, and for more of it than the other one has, as lines of a paragraph do here.</p>"
    data = HTML(string=f"<html lang=en><style>body {{ font-size: 11pt }} {size}</style><p>{text}</p>{more}").write_pdf()
    said = first.replace("<sup>2</sup>", "2")
    assert shown(read(data, PDF))[0] == ("paragraph", f"{said}The visit to Mali came before CO2 rose.", ["1"])
