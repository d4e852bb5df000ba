"""PDFs that few programs write: letters of a negative size, a file without its first line."""

from __future__ import annotations

import pytest
from document_support import read_pdf
from hand_written_pdf import column, made, printed
from mandate_data.errors import InputError

SAID = "She visited two countries in 2012, and reported on them in A/HRC/22/54."
COLUMN = ("The Council asked for a report on", "all of this, and the report was", "long in coming, as reports are.") * 4


def turned(size: int, matrix: str, *placed: tuple[int, int, str]) -> bytes:
    """A page with texts at their places, set in this size and turned by this matrix."""
    return made(b"".join(f"BT /F {size} Tf {matrix} {x} {y} Tm ({said}) Tj ET\n".encode() for x, y, said in placed))


@pytest.mark.parametrize(
    ("size", "matrix", "x", "below"),
    [(-10, "-1 0 0 -1", 40, 12), (10, "-1 0 0 -1", 440, -12), (-10, "1 0 0 1", 440, -12)],
    ids=["upright", "upside down", "upside down by its size"],
)
def test_letters_of_a_negative_size_are_read_as_they_stand(size: int, matrix: str, x: int, below: int) -> None:
    document = read_pdf(turned(size, matrix, (x, 700, SAID[:34]), (x, 700 - below, SAID[34:])))
    assert " ".join(" ".join(block.text.value for block in document.blocks).split()) == SAID
    assert document.left_out == ()


def test_a_page_with_few_words_of_a_negative_size_is_read() -> None:
    placed = [(576, 100, "legally"), (500, 400, "binding"), (560, 500, "treaty"), (590, 700, "law")]
    document = read_pdf(turned(-8, "1 0 0 1", *placed))
    assert sorted(" ".join(block.text.value for block in document.blocks).split()) == [
        "binding",
        "law",
        "legally",
        "treaty",
    ]


def test_a_file_without_its_first_line_is_read_and_this_is_reported() -> None:
    data = made(printed((40, 700, SAID)))
    document = read_pdf(data.removeprefix(b"%PDF-1.4\n"))
    assert [block.text.value for block in document.blocks] == [SAID]
    assert [one.reason for one in document.left_out] == ["what a damaged part of the file may hold: it was mended"]


@pytest.mark.parametrize("data", [b"obj and more of it", b"A text about 12 objects", b"12 0 object"])
def test_a_text_is_no_pdf_without_its_first_line(data: bytes) -> None:
    with pytest.raises(InputError) as raised:
        read_pdf(data)
    assert str(raised.value) == (
        "a file: can't be read as a PDF (it does not begin as a PDF does); download or save it again"
    )


def test_words_beside_the_empty_fields_of_a_form_are_read_beside_columns() -> None:
    columns = [column(COLUMN, x, top=600) for x in (60, 330)]
    fields = b"60 720 50 10 re S 60 710 100 10 re S 60 700 50 10 re S\n"
    document = read_pdf(made(fields + printed((114, 722, "cm"), *columns[0], *columns[1])))
    assert [block.kind for block in document.blocks] == ["paragraph"] * 2
    assert document.blocks[0].text.value == "cm"
