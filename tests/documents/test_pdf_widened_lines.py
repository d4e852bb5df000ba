"""PDFs in which raised marks widen their lines: paragraphs stay whole, and marks stay behind their words."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest
from document_support import read_pdf
from hand_written_pdf import made
from mandate_data.citations import Reference
from mandate_data.documents import Document
from mandate_data.extract.document_citations import cite_blocks
from pypdf import PdfReader, PdfWriter

PITCH, WIDENED, APART = 13.6, 17.1, 24.0
"""Points from one line to the next, to a line with a mark, and to the next paragraph."""
Line = tuple[str, str, str]
"""What is printed before a raised mark, the mark, and what follows it."""


def text(words: str) -> Line:
    return words, "", ""


def set_as(paragraphs: Sequence[Sequence[Line]], widened: float = WIDENED, apart: float = APART) -> Document:
    """The document of these paragraphs."""
    return read_pdf(set_pdf(paragraphs, widened, apart))


def set_pdf(paragraphs: Sequence[Sequence[Line]], widened: float = WIDENED, apart: float = APART) -> bytes:
    """A page of these paragraphs in Courier, each letter of which is 6 points wide."""
    y, content = 740.0, []
    for paragraph in paragraphs:
        y -= 0 if paragraph else apart
        for number, (before, mark, after) in enumerate(paragraph):
            y -= (apart if number == 0 else PITCH) + ((widened - PITCH) if mark else 0)
            x = 60 + 6 * len(before)
            content.append(f"BT /F 10 Tf 1 0 0 1 60 {y:.1f} Tm ({_escaped(before)}) Tj ET" if before else "")
            content.append(f"BT /F 8 Tf 1 0 0 1 {x} {y + 5:.1f} Tm ({mark}) Tj ET" if mark else "")
            content.append(f"BT /F 10 Tf 1 0 0 1 {x + 6} {y:.1f} Tm ({_escaped(after)}) Tj ET" if after else "")
    return made("\n".join(content).encode("latin-1")).replace(b"/Helvetica>>", b"/Courier>>  ")


def set_pages(pages: Sequence[Sequence[Sequence[Line]]]) -> Document:
    """The document of these pages, one after the other."""
    writer = PdfWriter()
    for page in pages:
        writer.append(PdfReader(io.BytesIO(set_pdf(page))))
    stream = io.BytesIO()
    writer.write(stream)
    return read_pdf(stream.getvalue())


def _escaped(words: str) -> str:
    return words.replace("(", r"\(").replace(")", r"\)")


def cited(document: Document) -> list[tuple[str | None, str | None, str | None]]:
    found: list[Reference] = [one.reference for one in cite_blocks(document)]
    return [(one.symbol, one.pinpoint, one.note) for one in found]


FIRST = [
    text("The State party said that a programme had begun in all of its provinces, and"),
    ("that the findings had been taken into account, as in A/HRC/19/63 (para. 3).", "1", ""),
    text("It went on with the work in the capital and in the towns of the north, as is"),
    text("noted in the report of the mandate, too, which is A/HRC/25/48 and which has it (para."),
    ("55).", "2", " The work goes on in all of the provinces, the capital and the towns"),
    text("of the north. In all of them the findings were taken into account by those who"),
    ("said so in A/71/261.", "3", ""),
]
SECOND = [
    text("Another paragraph goes on about the same matter, and is as long as the one before"),
    text("it. It ends here."),
]
NOTES = [[("", "1", "See CRC/C/GC/13, para. 21.")], [("", "2", "Ibid., para. 22.")], [("", "3", "Ibid.")]]


def test_lines_with_marks_belong_to_their_paragraph() -> None:
    document = set_as([FIRST, SECOND])
    assert [block.text.value[:20] for block in document.blocks] == ["The State party said", "Another paragraph go"]
    assert [mark.number for mark in document.blocks[0].marks] == ["1", "2", "3"]
    assert cited(document) == [("A/HRC/19/63", "3", None), ("A/HRC/25/48", None, None), ("A/71/261", None, None)]


def test_the_paragraph_of_a_document_across_such_a_line() -> None:
    broken = [text("As is noted in the report of the Special Rapporteur to the Council, A/HRC/25/48 (para."), FIRST[4]]
    assert cited(set_as([FIRST[:3], broken, SECOND]))[1] == ("A/HRC/25/48", "55", None)


def test_paragraphs_with_marks_in_their_first_lines_stay_apart() -> None:
    paragraphs = [
        [(f"Paragraph {number} says what the others said of the matter of those years.", str(number), ""), *SECOND]
        for number in (1, 2, 3)
    ]
    assert len(set_as(paragraphs).blocks) == 3


def test_narrow_paragraphs_whose_marks_take_no_room_stay_apart() -> None:
    """A mark on the first line of a paragraph tells nothing where marks widen no line."""
    words = "Paragraph {} goes on and says what the others said of it at some length."
    last = "It ends with what the others said of it."
    paragraphs = [
        [(words.format(number), str(2 * number - 1), ""), FIRST[0], (last, str(2 * number), "")] for number in (1, 2, 3)
    ]
    assert len(set_as(paragraphs, widened=PITCH, apart=18.0).blocks) == 3


@pytest.mark.parametrize("with_notes", [True, False])
def test_a_mark_that_the_end_of_its_line_cut_off_is_a_mark(with_notes: bool) -> None:
    cut = [FIRST[0], text("that the findings had been taken into account, as in A/HRC/19/63 (para. 3).")]
    cut += [("", "1", "The work goes on in all of the provinces, the capital and the towns of the north."), *FIRST[2:]]
    document = set_as([cut, SECOND, *(NOTES if with_notes else [])])
    assert [mark.number for mark in document.blocks[0].marks] == ["1", "2", "3"]
    assert document.blocks[0].text.value[: document.blocks[0].marks[0].offset].endswith("(para. 3).")
    assert [block.number for block in document.blocks if block.kind == "footnote"] == ["1", "2", "3"] * with_notes


def test_a_list_of_numbered_notes_whose_mark_was_cut_off_is_read_whole() -> None:
    cut = [FIRST[0], text("that the findings had been taken into account, as in A/HRC/19/63 (para. 3).")]
    cut += [("", "1", "The work goes on in all of the provinces, the capital and the towns of the north."), *FIRST[2:]]
    notes = [
        [text("1. See CRC/C/GC/13, para. 21, and the resolution of the Council on it, 7/13 (para.")],
        [text("2. Ibid., para. 22.")],
        [text("3. Ibid.")],
    ]
    document = set_as([cut, SECOND, *notes])
    assert [block.number for block in document.blocks if block.kind == "footnote"] == ["1", "2", "3"]


@pytest.mark.parametrize("first", [1, 22])
def test_notes_whose_numbers_paragraphs_of_the_page_have(first: int) -> None:
    """Nothing but a gap is above the notes of a page; paragraphs and notes are numbered alike."""
    notes = ["See CRC/C/GC/13.", "UNICEF, Annual report (2013), p. 41; and A/71/261, annex.", "Ibid., p. 21."]
    notes += ["Ibid., para. 7.", "See A/HRC/40/51/Add.2, para. 61."]
    pages, paragraph = [], first
    for places, paragraphs in ((range(1), 1), (range(1, 3), 4), (range(3, 5), 3)):
        page: list[list[Line]] = []
        for number in range(paragraphs):
            mark = str(first + places[number]) if number < len(places) else ""
            said = f"{paragraph}. The State party said that a programme had begun in A/HRC/{paragraph}/63."
            page.append([(said, mark, ""), *SECOND])
            paragraph += 1
        pages.append([*page, [], *([text(f"{first + place}. {notes[place]}")] for place in places)])
    found = [(block.number, block.text.value) for block in set_pages(pages).blocks if block.kind == "footnote"]
    assert found == [(str(first + place), note) for place, note in enumerate(notes)]
