"""Marks of Markdown, of notes, of the order of bytes and of line ends are not part of what is printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mandate_data.citations import cite, cite_stream
from mandate_data.citations.reading.blanks import unseen
from mandate_data.citations.reading.emphasis import emphasis
from mandate_data.citations.reading.note_marks import note_marks

PLAIN = (
    "Recalling its resolution 60/1 of 16 September 2005 and resolution 61/2, and the report A/78/735 and Corr.1,\n"
    "as well as Human Rights Council resolution 7/13, para. 4, and communication No. 2054/2011.\n"
)


def _found(text: str) -> list[tuple[str, str | None, str | None]]:
    found = cite(text)
    assert all(text[one.start : one.end] == one.text for one in found)
    return [(one.kind, one.symbol, one.pinpoint) for one in found]


@pytest.mark.parametrize(
    "words", ["resolution 60/1", "60/1", "A/78/735", "Corr.1", "Human Rights Council", "Recalling"]
)
@pytest.mark.parametrize("mark", ["*", "**", "***", "_", "__"])
def test_words_in_bold_or_italics_are_read_as_they_stand(words: str, mark: str) -> None:
    if len(mark) == 1 and " " in words and "60" not in words:
        return  # a title in italics keeps its marks
    assert _found(PLAIN.replace(words, f"{mark}{words}{mark}", 1)) == _found(PLAIN)


@pytest.mark.parametrize("words", ["A/78/735", "Corr.1", "resolution 7/13", "61/2", "**A/78/735**"])
def test_a_link_on_a_reference_is_read_as_its_text(words: str) -> None:
    linked = f'[{words}](https://undocs.org/en/A/1/{words[:3]}_x_ "A/2/3  of all")'.replace(" 7/1_", "_").replace(
        "*", ""
    )
    assert _found(PLAIN.replace(words.strip("*"), linked, 1)) == _found(PLAIN)


def test_a_list_goes_on_through_bold_numbers() -> None:
    text = "General Assembly resolutions **60/1** of 16 September 2005 and **61/1** of 2 May 2006"
    assert [one.symbol for one in cite(text)] == ["A/RES/60/1", "A/RES/61/1"]


def test_an_organ_is_seen_through_bold() -> None:
    text = "The Commission on Narcotic Drugs, Recalling its **resolution 56/10** of 15 March 2013"
    (reference,) = cite(text)
    assert (reference.symbol, reference.organ) == (None, "commission_on_narcotic_drugs")


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("_Ibid._, p. 3. The **Council** noted A/60/1.", ["Ibid.", "A/60/1"]),
        (
            "**See** the _Report_, A/HRC/28/56, para. 12, and Council **resolution 25/6**.",
            ["A/HRC/28/56", "resolution 25/6"],
        ),
        ("_See_ **A/HRC/14/24/Add.6**, para. 37; _ibid._, para. 38.", ["A/HRC/14/24/Add.6", "ibid."]),
        ("[A/60/1](x) _so_ **A/61/1** *and* _A/62/1_, __A/63/1__", ["A/60/1", "A/61/1", "A/62/1", "A/63/1"]),
    ],
)
def test_marks_of_both_signs_keep_the_places(text: str, printed: list[str]) -> None:
    assert [one.text for one in cite(text)] == printed
    assert [one.text for one in cite_stream([text[:9], text[9:]])] == printed


def test_lines_that_end_in_two_signs_are_read_as_others() -> None:
    text = (
        "its resolutions 71/205 of 19 December\r\n2016, 72/190 of\r\n19 December 2017, 73/263 of 22 December 2018\r\n"
    )
    symbols = [one.symbol for one in cite(text)]
    assert symbols == ["A/RES/71/205", "A/RES/72/190", "A/RES/73/263"]
    assert _found(PLAIN.replace("\n", "\r\n")) == _found(PLAIN)


def test_a_mark_of_the_order_of_bytes_hides_no_note() -> None:
    text = "\ufeff1 A/78/12, para. 4.\n2 Ibid., para. 5.\n"
    assert [(one.symbol, one.pinpoint) for one in cite(text)] == [("A/78/12", "4"), ("A/78/12", "5")]


@given(st.text('a1 */_[]()\n\r."!\xad', max_size=60))
def test_what_is_cut_are_marks_alone(text: str) -> None:
    data = text.encode("latin-1")
    marks = emphasis(data).cuts
    ends = [0, *(end for _, end in marks)]
    assert all(start >= end for (start, _), end in zip(marks, ends, strict=False))
    for start, end in marks:
        cut = data[start:end]
        assert start < end
        assert set(cut) <= set(b"*_[") or cut.startswith(b"](")
    assert all(data[start:end] in (b"\r", b"\xad") for start, end in unseen(data))
    assert [text[one.start : one.end] for one in cite(text)] == [one.text for one in cite(text)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("See A/HRC/31/58, para-\ngraph 7, and A/HRC/1/2.", [(1, "A/HRC/31/58", "7"), (2, "A/HRC/1/2", None)]),
        ("See resolu-\r\n   tion 60/1 of the General Assem-\r\nbly.", [(1, "A/RES/60/1", None)]),
        ("Dans sa résolu-\ntion 34/16, le Conseil des droits de l'homme", [(1, "A/HRC/RES/34/16", None)]),
        ("резолю-\nция 60/1 Генеральной Ассам-\nблеи, пункт 7", [(1, "A/RES/60/1", "7")]),
    ],
)  # fmt: skip
def test_a_word_that_a_line_end_breaks_is_read_in_one_piece(text: str, said: list[tuple[int, str, str | None]]) -> None:
    found = cite(text)
    assert [(one.line, one.symbol, one.pinpoint) for one in found] == said
    assert all(text[one.start : one.end] == one.text for one in found)


NOTED = (
    "Recalling resolutions 60/1{} and 61/2{} of the General Assembly, the report A/78/735{} and Corr.1{}, para. 9,\n"
    "Human Rights Council resolution 7/13{}, para. 4,{} and the Committee on the Rights of the Child's{} general\n"
    "comments No. 13{} (2011), paras. 3-5, and No. 14{} (2013), para. 6.{} See also CRC/C/GC/20{} (2016), p. 3.\n"
)


@pytest.mark.parametrize(
    "mark",
    [
        *("[^4]", "[^long-name]", "[4]", r"\[4\]", "[4](#note-4)", "⁴", "¹²", "^4^", "<sup>4</sup>", "<sup>a</sup>"),
        '<sup class="x"><a href="#fn4">[4]</a></sup>',
    ],
)
def test_a_sentence_goes_on_behind_the_marks_of_its_notes(mark: str) -> None:
    assert _found(NOTED.format(*[mark] * 11)) == _found(NOTED.format(*[""] * 11))


@pytest.mark.parametrize("text", ["See A/HRC/34/55 [4], p. 7", "See A/HRC/34/55[4[, p. 7", "A/HRC/34/55<b>4</b>, p. 7"])
def test_other_brackets_and_tags_are_no_marks(text: str) -> None:
    assert note_marks(text, text.encode()) == []


def test_a_note_that_begins_its_line_keeps_its_mark() -> None:
    text = "The report.[1] A second one.[2]\n\n[1] See A/HRC/34/55, para. 4.\n[2] Ibid., para. 5.\n"
    assert [(one.note, one.symbol, one.pinpoint) for one in cite(text)] == [
        ("1", "A/HRC/34/55", "4"),
        ("2", "A/HRC/34/55", "5"),
    ]
