"""Raised figures, stars and letters are marks of notes in every format, unless they are a part of the word before."""

from __future__ import annotations

import pytest
from document_support import MARKDOWN, parsed
from docx_support import paragraph, read, run, word
from mandate_data.documents import PDF, Document
from mandate_data.documents.raised_marks import raised_marks
from weasyprint import HTML

RAISED = '<w:vertAlign w:val="superscript"/>'


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
    ],
)  # fmt: skip
def test_what_is_raised_is_a_mark_or_a_part_of_the_word(before: str, raised: str, marks: list[str]) -> None:
    assert raised_marks(before, raised) == marks


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
