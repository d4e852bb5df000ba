"""PDFs whose content is damaged in a place: the page is named, as what is behind that place is not read."""

from __future__ import annotations

import io
import zlib

import pytest
from document_support import read_pdf
from hand_written_pdf import made, printed
from mandate_data.documents import LeftOut
from mandate_data.documents.pdf.pdf_damage import damaged_parts
from pypdf import PdfReader, PdfWriter

LINES = printed(*((60, 780 - 12 * number, f"Line {number} of A/HRC/{number}/{7 * number}") for number in range(50)))
TOLD = LeftOut("what a damaged part of the page holds", page=1)


def damaged(data: bytes, place: float = 0.5, size: int = 40) -> bytes:
    """The file with zeros in its first packed content."""
    begin = data.index(b"stream\n") + len(b"stream\n")
    at = begin + int((data.index(b"\nendstream", begin) - begin) * place)
    return data[:at] + bytes(size) + data[at + size :]


def joined(*pages: bytes) -> bytes:
    writer = PdfWriter()
    for page in pages:
        writer.append(PdfReader(io.BytesIO(page)))
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


@pytest.mark.parametrize("place", [0.2, 0.5, 0.8])
def test_a_page_with_a_damaged_content_is_told(place: float) -> None:
    assert TOLD in read_pdf(damaged(made(LINES), place)).left_out


def test_a_content_that_was_cut_short_is_told() -> None:
    data = made(LINES)
    begin, end = data.index(b"stream\n") + 7, data.index(b"\nendstream")
    assert TOLD in read_pdf(data[: (begin + end) // 2] + b"\nendstream" + data[end + 10 :]).left_out


def test_whole_files_are_not_told() -> None:
    assert read_pdf(made(LINES)).left_out == ()


def test_the_page_is_named() -> None:
    data = joined(made(printed((60, 700, "The first page."))), made(LINES))
    packed = zlib.compress(LINES, 9)
    assert packed in data
    at = data.index(packed) + len(packed) // 2
    document = read_pdf(data[:at] + bytes(40) + data[at + 40 :])
    assert [(one.what, one.page) for one in document.left_out] == [(TOLD.what, 2)]


def test_what_a_page_draws_from_a_form_is_looked_at() -> None:
    content = zlib.compress(LINES)
    broken = content[: len(content) // 2] + bytes(40) + content[len(content) // 2 + 40 :]
    form = b"<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources 6 0 R"
    form += b"/Filter/FlateDecode/Length %d>>stream\n%s\nendstream"
    for data, told in ((content, ()), (broken, (TOLD,))):
        pdf = made(b"/X Do " + printed((60, 30, "Foot.")), b"/XObject<</X 7 0 R>>", more=(form % (len(data), data),))
        assert read_pdf(pdf).left_out == told


def test_a_packed_stream_that_unfolds_to_very_much_costs_little() -> None:
    content = zlib.compress(b" " * (1 << 26))
    form = b"<</Type/XObject/Subtype/Form/BBox[0 0 1 1]/Filter/FlateDecode/Length %d>>stream\n%s\nendstream"
    assert read_pdf(made(LINES, more=(form % (len(content), content),))).left_out == ()


@pytest.mark.parametrize("piece", [b"1 0 obj ", b"<<>>stream\n", b"1 0 obj<</Filter/FlateDecode>>stream\n"])
def test_what_hostile_files_cost_grows_with_their_length(piece: bytes) -> None:
    assert len(damaged_parts(piece * (1 << 17))) <= 1
