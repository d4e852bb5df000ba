"""Tables in PDFs that are known by the order in which their cells were drawn, however narrow the gaps between them."""

from __future__ import annotations

import pytest
from document_support import read_pdf
from hand_written_pdf import Printed, made, printed
from mandate_data.documents import Document
from weasyprint import HTML

PROSE = "The visits of the last years and the reports on them are listed in the table that follows this text."
VISITS = [
    ("Country visited", "Date of visit", "Members", "Report"),
    ("New Zealand", "4-13 February 2019", "Ms. Halvorsen, Mr. Asante", "A/HRC/42/44/Add.1"),
    ("Kyrgyzstan", "16-25 September 2019", "Ms. Halvorsen", "A/HRC/45/30/Add.1"),
    (
        "Iran (Islamic Republic of)",
        "28 November-9 December 2022",
        "Ms. Thapa, Mr. Queiroz",
        "A/HRC/54/39/Add.1 and Corr.1",
    ),
    ("United States of America", "22 April-3 May 2024", "Ms. Castellane, Mr. Asante", "A/HRC/57/48/Add.1"),
]
RULES = {
    "none": "",
    "booktabs": "tr:first-child td { border-top: 1pt solid; border-bottom: 1pt solid }"
    "tr:last-child td { border-bottom: 1pt solid }",
    "lines": "td { border-bottom: 0.5pt solid }",
}


def rows_of(document: Document) -> list[str]:
    return [block.text.value for block in document.blocks if block.kind == "row"]


def texts_of(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, block.text.value) for block in document.blocks]


@pytest.mark.parametrize("rules", RULES)
@pytest.mark.parametrize("align", ["left", "justify"])
@pytest.mark.parametrize("place", ["top", "middle"])
def test_a_full_cell_stays_apart_from_the_next(rules: str, align: str, place: str) -> None:
    style = f"""@page {{ size: A4; margin: 20mm }} body {{ font: 10pt/1.2 "DejaVu Serif" }}
        table {{ border-collapse: collapse; table-layout: fixed; width: 164mm }} {RULES[rules]}
        td {{ padding: 1.5pt; vertical-align: {place}; text-align: {align} }}"""
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in VISITS)
    document = read_pdf(HTML(string=f"<style>{style}</style><p>{PROSE}<table>{rows}</table><p>{PROSE}").write_pdf())
    assert texts_of(document) == [
        ("paragraph", PROSE),
        *(("row", " | ".join(row)) for row in VISITS),
        ("paragraph", PROSE),
    ]


def cells(*rows: tuple[tuple[str, ...], ...]) -> list[Printed]:
    """Rows of cells, each cell the lines in it, drawn cell by cell in columns that begin at 60, 160 and 260."""
    lines: list[Printed] = []
    top = 700
    for row in rows:
        for column, cell in enumerate(row):
            lines += [(60 + 100 * column, top - 12 * place, text) for place, text in enumerate(cell)]
        top -= 12 * max(map(len, row)) + 4
    return lines


def test_a_cell_of_one_line_may_end_where_the_next_begins() -> None:
    lines = cells(
        (("State",), ("Aim of the visit", "that was made"), ("Report",)),
        (("Republic of Moldova",), ("Water and its", "price"), ("A/HRC/20/3",)),
        (("Gabon",), ("Housing of the", "displaced"), ("A/HRC/21/4",)),
    )
    # "Republic of Moldova" ends 5 points before the next cell, the gap between its words is 3.
    assert rows_of(read_pdf(made(printed(*lines)))) == [
        "State | Aim of the visit that was made | Report",
        "Republic of Moldova | Water and its price | A/HRC/20/3",
        "Gabon | Housing of the displaced | A/HRC/21/4",
    ]


def test_a_line_across_the_table_is_a_row_of_its_own() -> None:
    lines = cells(
        (("Africa",), ("Water and its", "price"), ("A/HRC/20/3",)),
        (("All of the visits to Asia that were made in those years",),),
        (("Nepal",), ("Housing of the", "displaced"), ("A/HRC/21/4",)),
        (("Bhutan",), ("Health of", "all"), ("A/HRC/22/4",)),
    )
    assert rows_of(read_pdf(made(printed(*lines)))) == [
        "Africa | Water and its price | A/HRC/20/3",
        "All of the visits to Asia that were made in those years |  | ",
        "Nepal | Housing of the displaced | A/HRC/21/4",
        "Bhutan | Health of all | A/HRC/22/4",
    ]


def test_a_running_head_above_the_title_of_a_table_is_none_of_its_rows() -> None:
    rows = cells(
        (("Africa",), ("Water and its", "price"), ("A/HRC/20/3",)),
        (("Nepal",), ("Housing of the", "displaced"), ("A/HRC/21/4",)),
        (("Bhutan",), ("Health of", "all"), ("A/HRC/22/4",)),
    )
    head = [(60, 740, "Human Rights"), (290, 740, "A/HRC/40/61")]
    document = read_pdf(made(printed(*head, (60, 720, "Table 1"), *rows)))
    assert rows_of(document)[0] == "Africa | Water and its price | A/HRC/20/3"
    assert document.blocks[0].text.value.startswith("Human Rights A/HRC/40/61")


def test_two_columns_of_text_are_no_table() -> None:
    """Between two headings, twice: the pen goes up where the right column begins."""
    words = "the council went on with what it had begun in"
    lines: list[Printed] = []
    for top in (700, 600):
        lines += [(60, top, "Heading")]
        lines += [(60, top - 20 - 12 * place, f"a{place} {words}") for place in range(5)]
        lines += [(330, top - 20 - 12 * place, f"b{place} {words}") for place in range(5)]
    assert rows_of(read_pdf(made(printed(*lines)))) == []


def test_each_word_of_a_table_with_empty_cells_is_read_once() -> None:
    rows = [
        (664, "Fiji", "45%", "12.5"), (652, "Nepal", "", "-"), (642, "Mali", "1 204 500", ""), (632, "Ghana", "", ""),
        (620, "", "1,204", "0"), (596, "Chad", "171", ""), (572, "Niger", "553", "6"), (544, "Togo", "", ""),
        (530, "", "", "Peru"), (496, "Oman", "", ""), (472, "", "Cuba", ""), (458, "", "206", "2016"),
    ]  # fmt: skip
    lines = [(x, y, cell) for y, *cells in rows for x, cell in zip((40, 207, 282), cells, strict=True) if cell]
    document = read_pdf(made(printed(*lines, size=9)))
    said = " ".join(block.text.value for block in document.blocks).replace("|", " ").split()
    assert sorted(said) == sorted(word for *_, cell in lines for word in cell.split())
