"""Text that was damaged before it was saved is told; signs that do not show are not part of it; tabs part cells."""

from __future__ import annotations

import pytest
from document_support import MARKDOWN, PLAIN, brief, misplaced, parsed
from mandate_data.citations import cite
from mandate_data.citations.reading.invisible import invisible
from mandate_data.documents.doubtful_text import DoubtWatch

GARBLED = "characters that were read in a wrong encoding before the file was saved, as Ã© for é"
LOST = "characters that a program before lost, and replaced by �"
ORDER = "words of Arabic or Hebrew that are written backwards, as they stand on a page from left to right"
FOREIGN = "words in letters that no language has together, as Äîêëàä for Доклад: the encoding may be another one"
FORMS = "letters of Arabic or Hebrew in the forms of a font, which are not read"
WHOLE = "A “résolution” – párr. 5, à l’École de São Paulo, IRMÃO, ÇA, «CAFÉ», 20 °C. Доклад, الوثيقة العامة.\n"


@pytest.mark.parametrize("media_type", [PLAIN, MARKDOWN])
@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("Café à São Paulo".encode().decode("latin-1"), f"3 {GARBLED}"),
        ("“résolution – párr. 5".encode().decode("cp1252"), f"4 {GARBLED}"),
        ("Доклад".encode().decode("cp1252"), f"3 {GARBLED}"),
        ("Caf\ufffd, p\ufffdrr. 5", f"2 {LOST}"),
        ("Доклад Совета по правам человека".encode("cp1251").decode("cp1252"), f"4 {FOREIGN}"),
        ("Доклад Совета, Комитет о Правах".encode("cp1251").decode("koi8-r"), f"4 {FOREIGN}"),
        ("Résolution, à côté, adoptée, séance, né, député".encode("cp1252").decode("cp1251"), f"4 {FOREIGN}"),
        ("人权理事会第43/22号决议提到一般性意见".encode("gb18030").decode("cp1252", "replace"), f"3 {FOREIGN}"),
        ("قرار مجلس حقوق الإنسان".encode("cp1256").decode("cp1252", "replace"), f"4 {FOREIGN}"),
        ("ةقيثولا رظنا، ةماعلا ةيعمجلا", f"3 {ORDER}"),
        ("ﺍﻟﻮﺛﻴﻘﺔ ﺍﻟﻌﺎﻣﺔ", f"2 {FORMS}"),
    ],
)
def test_damage_is_told_with_its_first_line(line: str, what: str, media_type: str) -> None:
    document = parsed(f"The first line.\n\n{line}\n", media_type)
    assert [(one.what, one.line, one.words) for one in document.left_out] == [(what, 3, 0)]


def test_text_that_is_whole_is_not_doubted() -> None:
    assert parsed(WHOLE, PLAIN).left_out == ()
    assert parsed("The sign Ã© alone.\n", PLAIN).left_out == ()


def test_text_in_chunks() -> None:
    watch = DoubtWatch()
    for chunk in ("One\n", "Caf\ufffd\n", "p\ufffdrr.\n"):
        watch.feed(chunk)
    assert [(one.what, one.line) for one in watch.end()] == [(f"2 {LOST}", 2)]


@pytest.mark.parametrize("media_type", [PLAIN, MARKDOWN])
def test_signs_that_do_not_show_are_left_out_of_the_text(media_type: str) -> None:
    text = (
        "\u202bSee reso\u00adlution 60/1 of the Gen\u00ad\neral As\u200bsembly, \u2066A/HRC/\u200b15/2\u2069.\u202c\n"
    )
    assert brief(text, media_type) == [("paragraph", "See resolution 60/1 of the General Assembly, A/HRC/15/2.")]
    assert misplaced(parsed("A\u200e/60/1 and\u200f more.\n", media_type)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\u202bانظر \u202aA/HRC/15/2\u202c، الفقرتان 10 و11\u202c\n", [("A/HRC/15/2", "10 و11")]),
        ("See A/HRC/15/2, para.\u200b 5, and reso\u00adlution 60/1 of the General As\u00adsembly.\n",
         [("A/HRC/15/2", "5"), ("A/RES/60/1", None)]),
        ("See A/HRC/15/2\u200band A/HRC/15/3.\n", [("A/HRC/15/2", None), ("A/HRC/15/3", None)]),
    ],
)  # fmt: skip
def test_citations_with_signs_that_do_not_show(text: str, expected: list[tuple[str, str | None]]) -> None:
    found = cite(text)
    assert all(text[one.start : one.end] == one.text for one in found)
    assert [(one.symbol, one.pinpoint) for one in found] == expected


def test_a_break_between_letters_stays() -> None:
    assert invisible("and\u200bor", "and\xador".encode("latin-1")) == []
    assert invisible("and \u200bor", "and \xador".encode("latin-1")) == [(4, 5)]


def test_tabs_part_the_cells_of_a_table() -> None:
    document = parsed("The list:\n\nSymbol\tTitle\nA/HRC/15/2\tReport\nA/HRC/15/3\tOther\n\nText.\n", PLAIN)
    rows = [[cell.value for cell in block.cells] for block in document.blocks if block.kind == "row"]
    assert rows == [["Symbol", "Title"], ["A/HRC/15/2", "Report"], ["A/HRC/15/3", "Other"]]
    assert document.left_out == ()


def test_a_tab_behind_a_number_parts_no_cells() -> None:
    assert brief("1.\tThe first one.\n2.\tThe second one.\n", PLAIN) == [
        ("paragraph", "1. The first one. 2. The second one.")
    ]


@pytest.mark.parametrize("letter", ["Ã©", "\ufffd", "ןa "])
def test_a_text_that_is_damaged_throughout_is_told_once(letter: str) -> None:
    watch = DoubtWatch()
    watch.feed(letter * 300_000)
    assert [one.line for one in watch.end()] == [1]
