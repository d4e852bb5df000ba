"""PDFs: what is framed stands by itself; tables whose outer sides are not drawn; frames around words of a line."""

from __future__ import annotations

from document_support import read_pdf
from hand_written_pdf import Printed, made, printed
from mandate_data.documents import Document

ROWS = [("State", "Aim", "Report"), ("Gabon", "Water", "A/HRC/20/3"), ("Ghana", "Housing", "A/HRC/21/4")]


def texts_of(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, block.text.value) for block in document.blocks]


def rules(*lines: tuple[int, int, int, int]) -> bytes:
    return b"".join(b"%d %d m %d %d l S\n" % line for line in lines)


def frame(left: int, foot: int, width: int, height: int) -> bytes:
    return b"%d %d %d %d re S\n" % (left, foot, width, height)


def cells(rows: list[tuple[str, ...]], top: int = 700) -> list[Printed]:
    return [(64 + 100 * x, top - 20 * y, text) for y, row in enumerate(rows) for x, text in enumerate(row)]


def test_a_table_without_sides_keeps_its_outer_columns() -> None:
    drawn = rules(*((60, 713 - 20 * place, 360, 713 - 20 * place) for place in range(4)))
    drawn += rules((160, 713, 160, 653), (260, 713, 260, 653))
    document = read_pdf(made(printed(*cells(ROWS)) + drawn))
    assert texts_of(document) == [("row", " | ".join(row)) for row in ROWS]


def test_lines_of_a_chart_have_no_sides() -> None:
    drawn = rules(*((60, 713 - 20 * place, 360, 713 - 20 * place) for place in range(4))) + rules((160, 713, 160, 653))
    document = read_pdf(made(printed((64, 700, "Visits"), (64, 640, "1999 2000 2001")) + drawn))
    assert [kind for kind, _ in texts_of(document) if kind == "row"] == []


def test_cells_of_a_table_without_words_are_none() -> None:
    """Four cells, between whose outlines a word stands."""
    drawn = b"".join(frame(left, foot, 96, 36) for left in (60, 160) for foot in (600, 640))
    document = read_pdf(made(printed((60, 700, "Text of the page"), (156, 634, "x"), size=6) + drawn))
    assert ("row", "") not in texts_of(document)
    assert sorted(" ".join(text for _, text in texts_of(document)).split()) == ["Text", "of", "page", "the", "x"]


def test_text_beside_a_frame_goes_on() -> None:
    beside = [
        "The Council went on with what",
        "it had begun in May, and it",
        "asked all of the States for a",
        "reply by June of that year.",
    ]
    box = ["Box 1: see A/HRC/43/43,", "para. 12, and A/74/183."]
    lines = [(60, 700 - 12 * place, text) for place, text in enumerate(beside)]
    lines += [(300, 692 - 12 * place, text) for place, text in enumerate(box)]
    document = read_pdf(made(printed(*lines) + frame(290, 672, 160, 36)))
    assert texts_of(document) == [("paragraph", " ".join(beside)), ("paragraph", " ".join(box))]
    assert [block.boxed for block in document.blocks] == [False, True]


def test_columns_within_a_frame_are_read_one_after_the_other() -> None:
    left = [(70, 690 - 12 * place, f"left{place} the States of the region went on") for place in range(12)]
    right = [(300, 690 - 12 * place, f"right{place} the States of the region went on") for place in range(12)]
    document = read_pdf(made(printed(*left, *right) + frame(60, 540, 480, 170)))
    assert " ".join(text for _, text in texts_of(document)) == " ".join(text for _, _, text in [*left, *right])


def test_a_frame_around_a_word_takes_it_out_of_no_line() -> None:
    lines = [(60, 700, "The order"), (112, 700, "stop"), (136, 700, "ends the work"), (60, 688, "of a day.")]
    document = read_pdf(made(printed(*lines) + frame(110, 696, 23, 13)))
    assert texts_of(document) == [("paragraph", "The order stop ends the work of a day.")]
