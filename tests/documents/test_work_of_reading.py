"""Reading a text takes work that grows with its length and no faster, whatever is repeated in it."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Callable

import pytest
from document_support import MARKDOWN, PLAIN
from docx_support import paragraph, run, word
from mandate_data.documents import DOCX, Block, Document, parse_binary, parse_text
from mandate_data.documents.pdf.pdf_damage import damaged_parts
from mandate_data.documents.pdf.pdf_drawn_tables import drawn_tables
from mandate_data.documents.pdf.pdf_figure_tables import figure_tables
from mandate_data.documents.pdf.pdf_words import Word
from mandate_data.extract.set_aside_words import words_set_aside


def work(read: object, *arguments: object) -> int:
    """How many calls of functions it takes to read something: the same on every machine."""
    calls = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    assert callable(read)
    sys.setprofile(count)
    try:
        read(*arguments)
    finally:
        sys.setprofile(None)
    return calls


def read_text(text: str, media_type: str) -> Document:
    return parse_text(text, media_type, "made-up", "made-up", "0" * 64)


def read_word(data: bytes) -> Document:
    return parse_binary(data, DOCX, "made-up", "made-up", "0" * 64)


@pytest.mark.parametrize("media_type", [PLAIN, MARKDOWN])
@pytest.mark.parametrize(
    "unit",
    [
        "¹ See ",
        "1 See ",
        "word¹ ² ",
        "Claim [1] and claim [2]. ",
        "1 See A/60/1.\n",
        "* See A/60/1.\n",
        "said.\n----\n",
        "Notes\n1. See A/60/1.\n",
        "Notes\n1. One.\n2. Two.\n",
        "Said.1 Said.2\n\nNotes\n\n1. One.\n2. Two.\n\n",
        "Said.¹\n\n¹ See A/60/1.\n\nIt goes on.\n\n",
        "a\tb\n\n",
        "| a | b |\n|---+---|\n",
        "a | b\n---+---\n",
        "== ==\na b\n",
    ],
)
def test_texts(unit: str, media_type: str) -> None:
    small, large = (work(read_text, unit * (length // len(unit)), media_type) for length in (4_000, 32_000))
    assert large <= 8 * 1.2 * small + 2_000


def test_words_with_raised_figures() -> None:
    raised = '<w:vertAlign w:val="superscript"/>'

    def document(count: int) -> bytes:
        return word(paragraph(*(f"{run('Said.')}{run(str(mark % 9 + 1), raised)}" for mark in range(count))))

    small, large = (work(read_word, document(count)) for count in (100, 800))
    assert large <= 8 * 1.2 * small + 2_000


def test_words_that_are_set_aside() -> None:
    def document(count: int) -> Document:
        lines = ("One, two and three.", "Photo: A. Smith") * count
        kept = read_text("\n\n".join(lines[::2]), MARKDOWN).blocks
        blocks = [Block(one.kind, type(one.text)(one.text.value, ((0, 2 * at + 1),))) for at, one in enumerate(kept)]
        aside = tuple((2 * at, 2 * at) for at in range(1, count + 1))
        return Document("made-up", "made-up", MARKDOWN, "0" * 64, lines, tuple(blocks), aside)

    assert list(words_set_aside(document(2))) == [(2, 2, "3 words"), (4, 4, "3 words")]
    small, large = (work(lambda: list(words_set_aside(document(count)))) for count in (50, 400))  # noqa: B023
    assert large <= 8 * 1.2 * small + 2_000


def placed(text: str, x: float, y: float) -> Word:
    return Word(text, x, x + 2 * len(text), y - 4, y, 4, False, False, True)


def columns_of_numbers(count: int) -> list[Word]:
    """Ten lines, in as many columns as it takes."""
    return [placed(str(10 + place), 12 * place, 5 * line) for line in range(10) for place in range(count // 10)]


def cells_and_text(count: int) -> list[Word]:
    """Cells after which the pen goes up, and lines of text, again and again."""
    words: list[Word] = []
    for place in range(count // 22):
        top = 150.0 * place
        for y in (top, top + 18):
            words += [placed("one", 50, y), placed("two", 50, y + 6), placed("cell", 200, y - 1)]
        words += [placed("text", 50, top + 36 + 6 * line) for line in range(16)]
    return words


def stacked_tables(count: int) -> list[Word]:
    """Rows of two cells and of many, in turn, which are further and further from each other."""
    words: list[Word] = []
    for line in range(10):
        for place in range(count // 10):
            words.append(placed("cell", 30 * place + (line % 4 > 1) * (place % 7), 5 * line))
    return words


@pytest.mark.parametrize("page", [columns_of_numbers, cells_and_text, stacked_tables])
@pytest.mark.parametrize("tables", [drawn_tables, figure_tables])
def test_pages_of_many_words(page: Callable[[int], list[Word]], tables: Callable[..., object]) -> None:
    small, large = (work(tables, page(count), [], 1) for count in (1_100, 4_400))
    assert large <= 4 * 1.2 * small + 2_000


def test_pages_of_a_damaged_file_that_share_what_they_draw() -> None:
    def file(pages: int) -> bytes:
        numbers = range(10, 10 + pages)
        stream = b"<</Filter/FlateDecode>>stream\n" + zlib.compress(b"x" * 100)[:-6] + b"\nendstream"
        named = b" ".join(b"%d 0 R" % (9 + 10 * number) for number in numbers)
        objects = {1: b"<</Type/Pages/Kids[%s]>>" % b" ".join(b"%d 0 R" % number for number in numbers), 2: stream}
        objects |= {3: b"[%s]" % named} | dict.fromkeys(numbers, b"<</Type/Page/Contents 4 0 R/Resources 3 0 R>>")
        return b"%PDF-1.4\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % one for one in objects.items())

    assert len(damaged_parts(file(2))) == 1
    small, large = (work(damaged_parts, file(pages)) for pages in (50, 400))
    assert large <= 8 * 1.2 * small + 2_000
