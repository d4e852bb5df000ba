"""PDFs: words in a font that names its letters wrongly or not at all are told, page by page; good texts are not."""

from __future__ import annotations

import pytest
from document_support import read_pdf
from hand_written_pdf import made
from mandate_data.documents import Document, LeftOut
from mandate_data.errors import InputError
from typesetting import typeset_text

ENGLISH = (
    "The Committee recalls its report on the sale of children, and asks States to adopt laws that protect them in "
    "every region of the country. Measures are few, and courts are slow to act on them, although the resolution of "
    "the Council has been in force for three years and more, and funds are at hand."
)
POLISH = (
    "Wszyscy ludzie rodzą się wolni i równi pod względem swej godności i swych praw; chrząszcz brzmi w trzcinie. " * 3
)
VIETNAMESE = "Tất cả mọi người sinh ra đều được tự do và bình đẳng về nhân phẩm và quyền lợi, trước tương lai. " * 3
RUSSIAN = "Все люди рождаются свободными и равными в своём достоинстве и правах, и наделены разумом. " * 3
CODE = "for (int i = 0; i < len; ++i) { ptr = buf + strlen(src); cnt[i] = fmt(lhs, rhs); str_cpy(tmp, hdr); } " * 3
FIGURES = "1,204 877 HRC CRPD CRC CMW CPRMW 12.5 GDP 3/77 TWh mm kg km pp. vs. 1990 2,111 0.73 SDG 14.2 ltd. " * 8
WHAT = "what words say whose font names their letters wrongly or not at all"
FONT = b"/Font<</F 7 0 R>>"


def unnamed(text: str) -> bytes:
    """A page in a font whose codes are numbers of glyphs, three before those of the letters, and that names none."""
    codes = "".join(f"{ord(character) - 29:04x}" for character in text)
    descendant = (
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/A"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        b"/FontDescriptor 9 0 R/DW 500>>"
    )
    return made(
        f"BT /F 10 Tf 1 0 0 1 60 700 Tm <{codes}> Tj ET".encode(),
        extra=FONT,
        more=(
            b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[8 0 R]>>",
            descendant,
            b"<</Type/FontDescriptor/FontName/A/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200"
            b"/CapHeight 700/StemV 80>>",
        ),
    )


def shifted(text: str, by: int) -> str:
    return "".join(chr((ord(one) - 97 + by) % 26 + 97) if one.islower() else one for one in text)


def told(document: Document) -> list[LeftOut]:
    return [one for one in document.left_out if one.what == WHAT]


@pytest.mark.parametrize("text", [ENGLISH, "Volume 1", "Wolni i równi"])
def test_a_page_whose_font_names_no_letters_is_refused(text: str) -> None:
    with pytest.raises(InputError) as raised:
        read_pdf(unnamed(text))
    assert str(raised.value).endswith(
        "its only page has no text; what it has is not read: text in a font without meaning"
    )


@pytest.mark.parametrize("by", [2, 3, 8, 9, 14, 15, 19, 24])
def test_letters_that_are_named_wrongly_are_told(by: int) -> None:
    document = read_pdf(typeset_text(shifted(ENGLISH, by), head=""))
    assert document.blocks[0].text.value == shifted(ENGLISH, by)
    (one,) = told(document)
    assert (one.page, one.words > 40) == (1, True)


def test_letters_of_no_language_are_told() -> None:
    document = read_pdf(typeset_text(f"{ENGLISH}\n\nǡǼǱǺǓ ǯǯǱǿǿ A/HRC/19/63", head=""))
    assert told(document) == [LeftOut(WHAT, 2, page=1)]
    assert document.unread == ()


def test_a_few_words_with_characters_that_say_nothing_are_told_and_counted() -> None:
    document = read_pdf(typeset_text(f"{ENGLISH} It is signi\ue123er and a\ufffdrms so.", head=""))
    assert told(document) == [LeftOut(WHAT, 2, page=1)]
    assert document.unread == (1,)


@pytest.mark.parametrize("text", [ENGLISH, ENGLISH.upper(), POLISH, VIETNAMESE, RUSSIAN, CODE, FIGURES])
def test_good_texts_are_not_told(text: str) -> None:
    document = read_pdf(typeset_text(text, head=""))
    assert document.blocks[0].text.value.split() == text.split()
    assert told(document) == []
    assert document.unread == ()
