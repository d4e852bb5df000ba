"""PDFs: a row of a table that the end of a page cuts is one row, its repeated head is told once."""

from __future__ import annotations

import pytest
from document_support import read_pdf
from mandate_data.documents import Document, LeftOut
from weasyprint import HTML

HEAD = ("Country", "Dates of visit", "Report")
ROWS = [
    ("Albania", "1-9 May 2000", "A/HRC/4/30/Add.1"),
    ("Benin", "2-10 May 2001", "A/HRC/5/31/Add.2"),
    ("Chad", "3-11 May 2002", "A/HRC/6/32/Add.3"),
]


def cut(rows: list[tuple[str, ...]], rule: str = "", height: int = 82) -> Document:
    """A table of which the last line or lines stand on the second page."""
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    head = "".join(f"<td>{cell}</td>" for cell in HEAD)
    style = f"""@page {{ size: 120mm {height}mm; margin: 10mm }} body {{ font: 10pt/14pt "DejaVu Serif" }}
        * {{ orphans: 1; widows: 1 }} table {{ border-collapse: collapse; table-layout: fixed; width: 90mm }}
        td {{ padding: 1pt; vertical-align: top; {rule} }}"""
    pdf = HTML(
        string=f"<style>{style}</style><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    ).write_pdf()
    assert pdf is not None
    return read_pdf(pdf)


def rows_of(document: Document) -> list[str]:
    return [block.text.value for block in document.blocks]


@pytest.mark.parametrize("height", range(60, 104, 4))
@pytest.mark.parametrize("rule", ["", "border: 0.5pt solid", "border-bottom: 0.5pt solid"])
def test_a_row_that_a_page_cuts_is_one(height: int, rule: str) -> None:
    long = ("United States of America", "28 November-9 December 2022", "A/HRC/54/39/Add.1 and its long corrigendum")
    document = cut([*ROWS, *ROWS, long, *ROWS], rule, height)
    assert rows_of(document) == [" | ".join(row) for row in (HEAD, *ROWS, *ROWS, long, *ROWS)]


def test_a_row_without_a_first_cell_begins_a_page() -> None:
    """Other rows have no first cell either: it may be a row of its own, or the rest of one."""
    rows = [("Albania", "May 2000", "A/4/30"), ("", "June 2000", "A/4/31"), ("Benin", "May 2001", "A/5/31")]
    document = cut([*rows, *rows, ("", "June 2001", "A/5/32"), *rows], "border: 0.5pt solid", 66)
    doubt = LeftOut("whether a row of a table goes on from the page before", page=2)
    assert len(rows_of(document)) == 11
    assert doubt in document.left_out


@pytest.mark.parametrize("height", range(60, 104, 4))
@pytest.mark.quick(2)
def test_the_rest_of_a_first_cell_is_none_of_the_next_row(height: int) -> None:
    """The other cells of the row have one line each: the next page begins with the last words of a name."""
    long = ("The Lao People's Democratic Republic and Papua New Guinea", "8 May 2022", "A/54/39")
    rows = [
        ("Albania", "1-9 May 2000", "A/4/30"),
        ("Benin", "2-10 May 2001", "A/5/31"),
        ("Chad", "3 May 2002", "A/6/32"),
    ]
    document = cut([*rows, long, *rows, *rows, long, *rows], "", height)
    expected = [*rows, long, *rows, *rows, long, *rows]
    assert rows_of(document) == [" | ".join(row) for row in (HEAD, *expected)]
