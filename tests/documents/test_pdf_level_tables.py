"""Tables in PDFs whose rows are single lines, and whose gaps may be as narrow as those between words."""

from __future__ import annotations

import pytest
from document_support import read_pdf
from hand_written_pdf import Printed, made, printed
from mandate_data.documents import Document, LeftOut
from weasyprint import HTML

NUMBERS = [
    ("Region", "2019", "2020", "Share (%)"),
    ("African States", "1 204", "988", "31.5"),
    ("Asia-Pacific States", "12", "1 003", "28.25"),
    ("Latin American and Caribbean States", "455", "7", "9"),
]
LABELS = [
    ("State", "Date of visit", "Report", "Remarks"),
    ("Republic of Moldova", "4-13 February 2019", "A/HRC/42/44/Add.1", "None"),
    ("Kyrgyzstan", "16-25 September 2019", "A/HRC/45/30/Add.1", "Follow-up in 2021"),
    ("Republic of Korea", "28 May-9 June 2022", "A/HRC/54/39", "See A/HRC/55/1"),
]


def rows_of(document: Document) -> list[str]:
    return [block.text.value for block in document.blocks if block.kind == "row"]


def typeset(rows: list[tuple[str, ...]], align: str, rule: str) -> bytes | None:
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    style = f"""@page {{ size: A4; margin: 20mm }} body {{ font: 10pt "DejaVu Serif" }}
        table {{ border-collapse: collapse }} td {{ padding: 1.5pt; {rule} }} td + td {{ text-align: {align} }}"""
    return HTML(string=f"<style>{style}</style><table>{cells}</table>").write_pdf()


@pytest.mark.parametrize("rule", ["", "border-bottom: 0.5pt solid"])
@pytest.mark.parametrize(
    ("rows", "align"),
    [(NUMBERS, "left"), (NUMBERS, "center"), (NUMBERS, "right"), (LABELS, "left"), (LABELS, "right")],
)
def test_cells_as_near_as_words_are_apart(rows: list[tuple[str, ...]], align: str, rule: str) -> None:
    assert rows_of(read_pdf(typeset(rows, align, rule))) == [" | ".join(row) for row in rows]


def test_columns_that_are_not_sure_are_reported() -> None:
    """Their cells are set in the middle, some as near to each other as words."""
    document = read_pdf(typeset(LABELS, "center", ""))
    assert document.left_out == (LeftOut("the columns of 4 lines that may be a table", page=1),)


def test_one_cell_of_two_lines_is_of_its_row() -> None:
    """The pen goes up once, behind the first cell."""
    rows = [
        ("State", "Visit", "Report"),
        ("Republic", "2019", "A/42"),
        ("Gabon", "2020", "A/43"),
        ("Peru", "2021", "A/44"),
    ]
    lines: list[Printed] = []
    for place, row in enumerate(rows):
        below = 700 - 14 * place - (12 if place > 1 else 0)
        lines.append((60, below, row[0]))
        lines += [(60, below - 12, "of Korea")] if place == 1 else []
        lines += [(160, below, row[1]), (260, below, row[2])]
    document = read_pdf(made(printed(*lines)))
    expected = [" | ".join(row).replace("Republic", "Republic of Korea") for row in rows]
    assert rows_of(document) == expected


def test_leaders_of_contents_part_no_cells() -> None:
    lines: list[Printed] = []
    for place, title in enumerate(("Introduction", "Activities of the year", "Conclusions")):
        lines += [(60, 700 - 14 * place, f"{place + 1}.1"), (90, 700 - 14 * place, title)]
        lines += [(200 + 8 * dot, 700 - 14 * place, ".") for dot in range(12)]
        lines += [(300, 700 - 14 * place, f"{place + 3}")]
    texts = " ".join(block.text.value for block in read_pdf(made(printed(*lines))).blocks)
    assert ". |" not in texts


def test_rows_between_rules_have_columns_of_any_alignment() -> None:
    rows = [(60, "Sign"), (150, "Frequency"), (230, "Comments")]
    others = [("@", 147, "1 in 1,000", "For Swedish names"), ("$", 155, "4 in 5", "Used in business")]
    others.append(("%", 145, "1 in 40,000", "Unexplained usage"))
    lines: list[Printed] = [(x, 700, text) for x, text in rows]
    for place, (sign, x, often, comment) in enumerate(others, 1):
        lines += [(60, 700 - 12 * place, sign), (x, 700 - 12 * place, often), (230, 700 - 12 * place, comment)]
    drawn = b"".join(b"60 %d m 330 %d l S\n" % (y, y) for y in (710, 697, 660))
    above: list[Printed] = [(60, 740, "The signs of the texts are in this table, which has their frequency.")]
    assert rows_of(read_pdf(made(printed(*above, *lines) + drawn))) == [
        "Sign | Frequency | Comments",
        *(f"{sign} | {often} | {comment}" for sign, _, often, comment in others),
    ]
