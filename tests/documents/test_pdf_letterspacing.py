"""PDFs of programs that recognise text: letters stand apart, and the last one of a word is drawn with the space."""

from __future__ import annotations

import pytest
from document_support import read_pdf
from hand_written_pdf import made
from weasyprint import HTML


def drawn(line: str, apart: float) -> bytes:
    """A line whose words are drawn in two pieces, as wide as letters of 10 points in Courier and what is `apart`."""
    text, x = b"", 50.0
    for word in line.split(" "):
        for piece in (word[:-1], f"{word[-1]} "):
            if piece:
                text += f"BT /F 10 Tf {apart} Tc 1 0 0 1 {x:.2f} 700 Tm ({piece}) Tj ET\n".encode()
            x += len(piece) * (6 + apart)
    return made(text).replace(b"/Helvetica", b"/Courier", 1)


@pytest.mark.parametrize("apart", [0.8, 1.5, 2.5])
def test_words_whose_letters_stand_apart_are_whole(apart: float) -> None:
    line = "The report A/HRC/31/58 of 2016 is on a visit"
    document = read_pdf(drawn(line, apart))
    assert [block.text.value for block in document.blocks] == [line]


def test_words_that_are_near_to_each_other_stay_two() -> None:
    pieces = [(50, "the"), (68 + 2.2, "report"), (106.4 + 2.2, "of"), (120.8 + 2.2, "A/HRC/31/58")]
    text = "".join(f"BT /F 10 Tf 1 0 0 1 {x} 700 Tm ({piece}) Tj ET\n" for x, piece in pieces).encode()
    data = made(text).replace(b"/Helvetica", b"/Courier", 1)
    document = read_pdf(data)
    assert [block.text.value for block in document.blocks] == ["the report of A/HRC/31/58"]


@pytest.mark.parametrize("apart", [0.2, 0.3])
def test_words_in_letters_that_stand_far_apart_are_whole(apart: float) -> None:
    style = f"i {{ letter-spacing: {apart}em; font-style: normal }} p {{ width: 150mm; font: 11pt DejaVu Serif }}"
    text = "This is <i>urgently required</i> by all of them, as part I of A/HRC/31/58 said <i>of the secretariat</i>."
    page = HTML(string=f"<html lang=en><style>{style}</style><p>{text}</p>").write_pdf()
    document = read_pdf(page)
    said = text.replace("<i>", "").replace("</i>", "")
    assert [" ".join(block.text.value.split()) for block in document.blocks] == [said]


@pytest.mark.parametrize("said", ["A B C D E F", "x y z", "1 2 3 1 2 3"])
def test_letters_that_are_words_stay_apart(said: str) -> None:
    pieces = "".join(
        f"BT /F 10 Tf 1 0 0 1 {50 + 8.5 * place} 700 Tm ({letter}) Tj ET\n"
        for place, letter in enumerate(said.split(" "))
    )
    data = made(pieces.encode()).replace(b"/Helvetica", b"/Courier", 1)
    document = read_pdf(data)
    assert document.blocks[0].text.value == said
