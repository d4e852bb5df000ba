"""Blanks that stretch a line of words, and blanks that part columns."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from mandate_data.citations import Segment, cite, cite_document, find
from mandate_data.citations.reading.blanks import cut, places, stretched

TEXTS = {
    "en": "As recalled in General Assembly resolution 60/147 of 16 December 2005, para. 15 (a), in section II of its\n"
    "resolution 61/1 and in A/HRC/12/3, paras. 4 and 5,\nSecurity Council resolution 1325 (2000), general comment\n"
    "No. 3 (2003), and resolution 217 A (III), annex I, para. 2, were cited.\n",
    "fr": "Comme le rappelle la résolution 60/147 de l'Assemblée générale en date du 16 décembre 2005, par. 15, et la\n"
    "résolution 7/13 du Conseil des droits de l'homme, par. 4, ainsi que le document A/HRC/12/3, par. 4 et 5.\n",
    "es": "Como se recuerda en la resolución 60/147 de la Asamblea General de 16 de diciembre de 2005, párr. 15, y en\n"
    "la resolución 7/13 del Consejo de Derechos Humanos, párr. 4, y en el documento A/HRC/12/3, párrs. 4 y 5.\n",
    "ru": "В резолюции 60/147 Генеральной Ассамблеи от 16 декабря 2005 года и в документе A/HRC/12/3, пункт 15, а\n"
    "также в резолюции 1325 (2000) Совета Безопасности, пункт 4.\n",
    "ar": "أشارت الجمعية العامة إلى قرارها 60/147\n"
    "المؤرخ 16 كانون الأول/ديسمبر 2005 وإلى الوثيقة A/HRC/12/3، الفقرة 15\n",
    "zh": "大会 第 60/147 号决议 第 15 段 以及 A/HRC/12/3 号文件 第 4 段\n",
}


def _seen(text: str, language: str) -> list[tuple[object, ...]]:
    return [
        (one.kind, one.symbol, one.pinpoint, one.reason, " ".join(one.text.split()), one.line)
        for one in cite(text, language=language)
    ]


@pytest.mark.parametrize("language", TEXTS)
@given(data=st.data())
def test_stretched_lines_are_read_as_lines_of_single_blanks(language: str, data: st.DataObject) -> None:
    text = TEXTS[language]
    width, indent = data.draw(st.integers(1, 6)), data.draw(st.sampled_from(["", "  ", " " * 12, "\t\t"]))
    ends = data.draw(st.sampled_from(["", " ", "     "]))

    def blanks(_: re.Match[str]) -> str:
        return " " * data.draw(st.integers(width, width + 2))

    wide = "".join(f"{indent}{re.sub(' ', blanks, line)}{ends}\n" for line in text.splitlines())
    assert len(_seen(text, language)) > 1
    assert _seen(wide, language) == _seen(text, language)
    for one in [*cite(wide, language=language), *find(wide, language=language)]:
        assert wide[one.start : one.end] == one.text
        assert one.pinpoint == (";".join(" ".join(wide[a:b].split()) for a, b in one.pinpoint_spans) or None)


@pytest.mark.parametrize(
    ("text", "symbol", "pinpoint"),
    [
        ("see A/HRC/1/2, para.     15    (a), for more of it", "A/HRC/1/2", "15 (a)"),
        ("see General Assembly resolution        60/1 and others", "A/RES/60/1", None),
        ("see General Assembly resolution 217      A      (III) for more", "A/RES/217(III)A", None),
        ("see Security Council resolution      1325      (2000) for more", "S/RES/1325(2000)", None),
        ("see general comment No.       3, of the Committee against Torture", "CAT/C/GC/3", None),
        ("see A/HRC/1/2, para.\t \t15", "A/HRC/1/2", "15"),
        ("see A/HRC/1/2, para.\u3000\u300015", "A/HRC/1/2", "15"),
        ("see A/\r\n            HRC/1/2, para.    \r\n            15", "A/HRC/1/2", "15"),
    ],
)
def test_a_reference_is_read_over_a_wide_blank(text: str, symbol: str, pinpoint: str | None) -> None:
    (found,) = cite(text)
    assert (found.symbol, found.pinpoint) == (symbol, pinpoint)
    assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    "row",
    [
        "A/HRC/1/2      A/HRC/3/4",
        "A/HRC/1/2      15      A/HRC/3/4      16",
        "A/HRC/1/2      Rule 5 of the rules      A/HRC/3/4      Annex",
        "A/HRC/1/2, annex      12\nA/HRC/3/4, annex      14",
        "A/HRC/1/2      para. 15 was new\nA/HRC/3/4      paragraph 3 was not",
        "A/HRC/1/2      B      A/HRC/3/4      C",
        "A/HRC/1/2     \n\n     para. 15. And A/HRC/3/4",
    ],
)
def test_columns_and_paragraphs_stay_apart(row: str) -> None:
    annex = "annex" if ", annex" in row else None
    assert [(one.symbol, one.pinpoint_kind, one.pinpoint) for one in cite(row)] == [
        ("A/HRC/1/2", annex, None),
        ("A/HRC/3/4", annex, None),
    ]


def test_a_letter_in_the_next_column_is_no_letter_of_a_resolution() -> None:
    assert [one.symbol for one in cite("A/RES/60/1      B\nA/RES/60/2      A\n")] == ["A/RES/60/1", "A/RES/60/2"]


def test_stretched_segments_keep_their_own_offsets_notes_and_lines() -> None:
    pieces = [
        Segment("In    A/HRC/1/2,    para.     7,\n        it   said    so."),
        Segment("See\n          resolution     60/1   of   the    General     Assembly.", "1"),
        Segment("Ibid.,    para.     3.", "2"),
    ]
    found = cite_document(pieces)
    assert [(one.segment, one.reference.symbol, one.reference.pinpoint) for one in found] == [
        (0, "A/HRC/1/2", "7"),
        (1, "A/RES/60/1", None),
        (2, "A/RES/60/1", "3"),
    ]
    assert [(one.reference.note, one.reference.line) for one in found] == [(None, 1), ("1", 2), ("2", 1)]
    for one in found:
        assert pieces[one.segment].text[one.reference.start : one.reference.end] == one.reference.text
    assert found[2].reference.antecedent == found[1].reference.start


@example("1  \x01")
@given(st.text("a1./(A \t\n\r\x01", max_size=60))
def test_what_is_left_of_a_text_is_where_it_says(text: str) -> None:
    cuts = stretched(text.encode())
    assert all(text[start:end].strip(" \t") == "" and start < end for start, end in cuts)
    left, at = cut(text, cuts), places(cuts)
    words = re.compile(r"[^\s\x01]+")  # \x01 parts sentences
    assert words.findall(left) == words.findall(text)
    for position, sign in enumerate(left):
        assert text[at.given(position)] == sign
        assert at.left(at.given(position)) == position
    assert left.count("\n") == text.count("\n")
