"""PDFs in Arabic and Hebrew: words and lines are in the order in which they are read, whatever stands among them."""

from __future__ import annotations

import pytest
from document_support import read_pdf
from hand_written_pdf import made, printed
from mandate_data.citations import cite
from mandate_data.documents import Document
from typst_typesetting import set_by_typst
from weasyprint import HTML

ARABIC = (
    "قرر مجلس حقوق الإنسان في قراره 7/13 المؤرخ 27 آذار/مارس 2008 تمديد ولاية المقرر الخاص لمدة ثلاث سنوات "
    "(انظر الوثيقة A/HRC/19/63، الفقرة 5). وخلال الفترة 2014-2016 زار المقرر 12 بلدا، منها Georgia وJapan، "
    "وأصدر 3 تقارير (E/CN.4/2004/9 وAdd.1). "
    "وتعتبر البرمجة بلغة R و Python من الأدوات القوية، بنسبة 12.5 في المائة (2018)."
)
HEBREW = (
    "דוח המועצה לזכויות האדם מיום 27 במרץ 2008 (ראו A/HRC/19/63, פסקה 5) על ילדים, נשים וגברים בכל רחבי העולם. "
    "בשנים 2014-2016 ביקר הדווח ב-12 מדינות, ביניהן Georgia ו-Japan, והגיש 3 דוחות, כ-25% מהם על חינוך."
)
LEFT = "תשובות המדינות החברות לשאלות שהוצגו להן בוועדה על זכויות הילד ועל החוק"
RIGHT = "המלצות הוועדה למדינות החברות בנושא מכירת ילדים וניצולם בכל רחבי העולם"
ENGLISH = "The Committee recalls its report on the sale of children, and asks States to adopt laws that protect them."
PAGE = "@page { size: A4; margin: 25mm } body { font: 12pt DejaVu Sans; margin: 0 }"
TOLD = "the order of the words in {} with text from right to left"


def set_by_weasyprint(body: str, way: str = "rtl") -> bytes:
    pdf = HTML(string=f'<html dir="{way}"><style>{PAGE}</style>{body}</html>').write_pdf()
    assert isinstance(pdf, bytes)
    return pdf


def texts(document: Document) -> list[str]:
    return [block.text.value for block in document.blocks]


def told(document: Document) -> list[str]:
    return [one.what for one in document.left_out if one.page]


@pytest.mark.parametrize("text", [ARABIC, HEBREW], ids=["Arabic", "Hebrew"])
@pytest.mark.parametrize("width", [160, 120, 95])
def test_paragraphs_are_in_their_order(text: str, width: int) -> None:
    document = read_pdf(set_by_weasyprint(f"<p style='width: {width}mm'>{text}</p>"))
    assert texts(document) == [text]
    assert told(document) == []


@pytest.mark.parametrize("text", [ARABIC, HEBREW], ids=["Arabic", "Hebrew"])
@pytest.mark.parametrize("apart", [0.05, 0.13, 0.18, 0.22])
def test_words_whose_letters_stand_apart_are_whole(text: str, apart: float) -> None:
    sentence = text.partition(" (")[0]
    document = read_pdf(set_by_weasyprint(f"<p style='letter-spacing: {apart}em'>{sentence}</p>"))
    assert texts(document) == [sentence]


@pytest.mark.parametrize("text", [ARABIC, HEBREW], ids=["Arabic", "Hebrew"])
def test_another_typesetter_gives_the_same(text: str) -> None:
    style = '#set text(font: "DejaVu Sans", dir: rtl, size: 12pt)\n#set page(header: none, numbering: none)'
    document = read_pdf(set_by_typst(text, style))
    assert texts(document) == [text]


def test_symbols_are_found_in_it() -> None:
    (text,) = texts(read_pdf(set_by_weasyprint(f"<p>{ARABIC}</p>")))
    assert [one.symbol for one in cite(text)][:2] == [one.symbol for one in cite(ARABIC)][:2]
    assert "A/HRC/19/63" in [one.symbol for one in cite(text)]


def test_lines_from_right_to_left_among_others_are_read() -> None:
    document = read_pdf(set_by_weasyprint(f"<p>{ENGLISH * 5}</p><p>{RIGHT}</p><p>{ENGLISH}</p>", way="ltr"))
    assert " ".join(texts(document)) == f"{ENGLISH * 5} {RIGHT} {ENGLISH}"
    assert told(document) == []


def test_the_right_column_is_read_first_and_so_is_the_right_cell() -> None:
    column = "position: absolute; top: {0}; width: 75mm; {1}: 0"
    boxes = "".join(
        f"<div style='{column.format(0, side)}'>{text}, {text}. {text}, {text}.</div>"
        for side, text in (("left", LEFT), ("right", RIGHT))
    )
    document = read_pdf(set_by_weasyprint(f"<div style='position: relative'>{boxes}</div>"))
    assert " ".join(texts(document)) == f"{RIGHT}, {RIGHT}. {RIGHT}, {RIGHT}. {LEFT}, {LEFT}. {LEFT}, {LEFT}."
    rows = "".join(f"<tr><td>מדינה {n}</td><td>A/HRC/{n}/12</td><td>ביקור</td></tr>" for n in range(4))
    style = "<style>table { border-collapse: collapse } td { border: 1pt solid; padding: 3pt; width: 40mm }</style>"
    document = read_pdf(set_by_weasyprint(f"{style}<table>{rows}</table>"))
    assert [[cell.value for cell in block.cells] for block in document.blocks] == [
        [f"מדינה {n}", f"A/HRC/{n}/12", "ביקור"] for n in range(4)
    ]


@pytest.mark.parametrize(
    ("line", "count"),
    [("דוח של Council 12 מיום", "a line"), ("The Council of זה and the law", "a line"), ("דוח של Council מיום", "")],
    ids=["a figure beside Latin letters", "a line that may begin at its other end", "sure"],
)
def test_lines_whose_order_is_a_guess_are_told(line: str, count: str) -> None:
    document = read_pdf(set_by_weasyprint(f"<p>{HEBREW}</p><p>{line}</p>"))
    assert told(document) == ([TOLD.format(count)] if count else [])


@pytest.mark.parametrize("alef", ["א", "\U0001e922"], ids=["Hebrew", "Adlam"])
def test_letters_of_every_script_from_right_to_left_are_in_their_order(alef: str) -> None:
    """The font names its letters from `a` on as those from `alef` on, and they are drawn from the left."""
    first = alef.encode("utf-16-be").hex().encode()
    names = b"1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <61> <7A> <%s> endbfrange" % first
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 8 0 R>>"
    stream = b"<</Length %d>>stream\n%s\nendstream" % (len(names), names)
    document = read_pdf(made(printed((50, 700, "olleh dlrow")), extra=b"/Font<</F 7 0 R>>", more=(font, stream)))
    (text,) = texts(document)
    assert text.translate({ord(alef) + number: ord("a") + number for number in range(26)}) == "world hello"


def test_the_full_stop_of_a_line_from_left_to_right_is_behind_it() -> None:
    body = f"<p>{HEBREW}</p><p>The summary is in A/HRC/29/44.</p><p style='width: 40mm'>{LEFT[:21]} A/HRC/29/45.</p>"
    document = read_pdf(set_by_weasyprint(body))
    assert texts(document)[1:] == ["The summary is in A/HRC/29/44.", f"{LEFT[:21]} A/HRC/29/45."]
