"""Footnotes told from the text alone, however they are set."""

from __future__ import annotations

import pytest
from citation_scoring import documents
from mandate_data.citations import cite, find
from mandate_data.citations.notes.notes import find_notes
from mandate_data.citations.reading.prepared_text import PreparedText

BOOK = "Jane Doe, The Law of Nations (Oxford University Press, 2010), p. 4."


def notes(text: str) -> list[tuple[str, str]]:
    """Number and text of each note."""
    pointers = [reference.start for reference in find(text) if reference.kind in ("ibid", "supra")]
    return [(note.number, text[note.start : note.end].strip()) for note in find_notes(PreparedText(text), pointers)]


def settled(text: str) -> list[tuple[str | None, str, str | None]]:
    """Note, text and symbol of each reference."""
    return [(reference.note, reference.text, reference.symbol) for reference in cite(text)]


def test_notes_on_lines_of_their_own() -> None:
    assert notes("The text.1 More.2\n1 A/HRC/7/8, para. 2.\n2 Ibid., para. 4.\n") == [
        ("1", "A/HRC/7/8, para. 2."),
        ("2", "Ibid., para. 4."),
    ]


def test_notes_that_ran_into_a_sentence() -> None:
    text = "Health is a right3 of4 all 3 See A/HRC/7/8, para. 2. 4 Ibid., para. 4. people, as said. More text follows."
    assert notes(text)[0] == ("3", "See A/HRC/7/8, para. 2.")
    assert settled(text) == [("3", "A/HRC/7/8", "A/HRC/7/8"), ("4", "Ibid.", "A/HRC/7/8")]


def test_the_mark_in_the_text_is_not_the_note() -> None:
    text = "It grew. 5 Violence too. 6 Others agreed. 5 A/HRC/7/8. 6 Ibid. 7 A/68/275."
    assert settled(text) == [
        ("5", "A/HRC/7/8", "A/HRC/7/8"),
        ("6", "Ibid.", "A/HRC/7/8"),
        ("7", "A/68/275", "A/68/275"),
    ]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("[^1]: A/HRC/7/8.\n[^2]: Ibid.\n", ["1", "2"]),
        ("<sup>17</sup> A/HRC/7/8.\n<sup>18</sup> Ibid.\n", ["17", "18"]),
        ("1/ A/HRC/7/8.\n\n2/ Ibid., para. 5.\n", ["1", "2"]),
        ("a/ A/HRC/7/8.\n\nb/ Ibid., para. 5.\n", ["a", "b"]),
        ("22. A/HRC/7/8 (2008).\n23. Ibid. at 7.\n", ["22", "23"]),
        ("1A/HRC/7/8, paras. 17-35. 2Ibid., para. 29. 3Ibid.", ["1", "2", "3"]),
    ],
)
def test_marks_of_many_kinds(text: str, numbers: list[str]) -> None:
    assert [number for number, _ in notes(text)] == numbers
    assert {reference.symbol for reference in cite(text)} == {"A/HRC/7/8"}
    assert [reference.note for reference in cite(text)] == numbers


@pytest.mark.parametrize(
    "text",
    [
        "1. The first paragraph.\n\n2. The second one (A/HRC/7/8).\n\n3. The third.\n",
        "They met on 11 March 2004, again on 12 March and on 13 March.",
        "See paras. 3 Children and 4 Families.",
        "138.1 See A/HRC/19/63.\n\n138.2 See A/HRC/20/7.\n",
        "1.1 The Board cited A/HRC/19/63.\n\n1.2 The Council cited A/HRC/20/7.\n",
        "  2.1.1 See A/HRC/19/63.\n  2.1.2 See A/HRC/20/7.\n",
        "Austria  A/HRC/40/51/Add.1\nMali  A/HRC/43/40/Add.2\nChad  A/HRC/43/41\n",
        "",
    ],
)
def test_what_is_no_note(text: str) -> None:
    assert notes(text) == []


def test_a_note_ends_where_the_text_goes_on() -> None:
    text = "as said,1 and 1 See A/HRC/7/8. 2 A/68/275, p. 4. They add a further thought. It has no end (A/HRC/9/9)."
    assert [number for number, _ in notes(text)] == ["1", "2"]
    assert settled(text)[-1] == (None, "A/HRC/9/9", "A/HRC/9/9")


def test_a_count_that_begins_anew() -> None:
    part = "".join(f"{number} A/HRC/7/{number}. " for number in range(1, 6))
    assert [number for number, _ in notes(f"{part}\n\nAnnex\n\n{part}")] == [*"12345", *"12345"]


def test_a_missing_note_leaves_the_next_ibid_open() -> None:
    reference = cite("3 A/HRC/7/8. 4 A/68/275. 6 Ibid., p. 3. 7 A/HRC/9/9.")[2]
    assert (reference.note, reference.symbol) == ("6", None)
    assert reference.reason == "it is not clear where the note before ends"


@pytest.mark.parametrize("pointer", ["See note 1 above", "Doe, op. cit. (note 1 above)", "Supra note 1"])
def test_a_pointer_to_a_note_by_number(pointer: str) -> None:
    found = cite(f"1 A/HRC/7/8, para. 2. 2 {BOOK} 3 {pointer}, para. 5.")
    assert {reference.symbol for reference in found if reference.kind == "supra"} == {"A/HRC/7/8"}
    assert found[-1].pinpoint == "5"


def test_op_cit_means_its_authors_work() -> None:
    found = cite("1 Roe, final report (A/HRC/7/8). 2 A/68/275. 3 Roe, op. cit., para. 242. 4 Poe, op. cit., p. 3.")
    assert [(reference.text, reference.symbol) for reference in found][-2:] == [
        ("op. cit.", "A/HRC/7/8"),
        ("op. cit.", None),
    ]
    assert found[-1].reason == "names a work by its author or title"


@pytest.mark.parametrize(
    "note", ["Ibid., Forty-sixth Session, Supplement No. 40 (A/46/40).", "Ibid., Supplement No. 44 (A/46/44)."]
)
def test_ibid_for_a_series(note: str) -> None:
    found = cite(f"1 Official Records of the General Assembly, Supplement No. 40 (A/45/40). 2 {note}")
    assert found[1].reason == "stands for the author; the reference after it names the document"


@pytest.mark.parametrize(
    ("document", "last"),
    [
        ("A_68_297", 103),
        ("A_HRC_38_36", 77),
        ("A_HRC_50_28", 176),
        ("A_78_185", 179),
        ("A_76_158", 104),
        ("A_HRC_44_39", 69),
    ],
)
def test_every_note_of_a_report(document: str, last: int) -> None:
    if document not in documents():
        pytest.skip("the corpus is not at hand")
    text = documents()[document].read_text(encoding="utf-8")
    assert [number for number, _ in notes(text)] == [str(number) for number in range(1, last + 1)]


def test_a_note_of_several_paragraphs_is_one() -> None:
    notes = "[^1]: See A/HRC/7/8.\n\n    More of it: A/HRC/7/9.\n\n[^2]: A/HRC/7/10."
    text = f"A.[^1] B.[^2]\n\n{notes}\n\nThe text: A/HRC/7/11.\n"
    assert [(one.note, one.symbol) for one in cite(text)] == [
        ("1", "A/HRC/7/8"),
        ("1", "A/HRC/7/9"),
        ("2", "A/HRC/7/10"),
        (None, "A/HRC/7/11"),
    ]


def test_paragraphs_between_two_notes_of_a_list_are_of_the_first() -> None:
    text = (
        "It says so.1 And so.2 And more.3\n\n"
        "1 See A/HRC/7/8, para. 2. It has more.\n\nMore of it is in A/HRC/7/9,\npara. 2.\n\n"
        "2 Ibid., para. 3.\n\n3 A/HRC/7/10.\n\nThe text (A/HRC/7/11).\n"
    )
    assert settled(text) == [
        ("1", "A/HRC/7/8", "A/HRC/7/8"),
        ("1", "A/HRC/7/9", "A/HRC/7/9"),
        ("2", "Ibid.", None),
        ("3", "A/HRC/7/10", "A/HRC/7/10"),
        (None, "A/HRC/7/11", "A/HRC/7/11"),
    ]


@pytest.mark.parametrize(
    "between",
    [
        "The text goes on here (A/HRC/7/9) and says more.2",
        "\fThe text goes on here (A/HRC/7/9) and says more.",
        "3. The text goes on here (A/HRC/7/9) and says more.",
        f"The text goes on here (A/HRC/7/9) {'and says more ' * 120}",
    ],
)
def test_text_between_two_notes_is_of_neither(between: str) -> None:
    text = f"It says so.1\n\n1 See A/HRC/7/8.\n\n{between}\n\n2 See A/HRC/7/10.\n"
    assert [(note, symbol) for note, _, symbol in settled(text)] == [
        ("1", "A/HRC/7/8"),
        (None, "A/HRC/7/9"),
        ("2", "A/HRC/7/10"),
    ]


def test_notes_that_begin_again_ever_so_often_are_read() -> None:
    page = "word.1 See A/60/1. word.2 Ibid. word.3 See A/60/3. word.4 Ibid. word.5 Ibid.\n"
    found = cite(page * 1200)
    assert [one.symbol for one in found] == ["A/60/1", "A/60/1", "A/60/3", "A/60/3", "A/60/3"] * 1200


def test_a_count_of_its_own_is_read_before_and_after_the_longest_and_a_stray_number_is_not() -> None:
    first = "".join(f"word.{number} See A/60/{number}. " for number in range(1, 6))
    longest = "".join(f"word.{number} See A/61/{number}. " for number in range(1, 9))
    last = "".join(f"word.{number} See A/62/{number}. " for number in range(1, 5))
    stray = "word.7 See A/63/7. word.2 See A/63/2. word.3 See A/63/3. "
    numbers = [*range(1, 6), *range(1, 9), *range(1, 5)]
    assert [number for number, _ in notes(first + longest + stray + last)] == [str(number) for number in numbers]


@pytest.mark.parametrize(
    "mark", ["[{}] ", "[{}]", "({}) ", "{}) ", "{}: ", "{}. ", "{} / ", "{}/ ", "  [{}]  ", "{raised} ", "{raised}"]
)
def test_marks_at_the_beginning_of_lines(mark: str) -> None:
    notes = ["A/HRC/28/56, para. 12.", "Ibid., para. 14.", "Submission of UNICEF.", "Ibid.", "See note 1 above."]
    marks = [mark.format(number, raised="¹²³⁴⁵"[number - 1]) for number in range(1, 6)]
    text = "The Committee agreed.\n" + "\n".join(map("".join, zip(marks, notes, strict=True)))
    references = cite(text)
    assert [(one.note, one.symbol) for one in references] == [
        ("1", "A/HRC/28/56"),
        ("2", "A/HRC/28/56"),
        ("4", None),
        ("5", "A/HRC/28/56"),
    ]


@pytest.mark.parametrize("text", ["see [1] A/66/268 and\n[3] A/67/291", "[2] A/66/268\n[3] A/67/291"])
def test_brackets_that_do_not_count_from_one_are_no_notes(text: str) -> None:
    assert [reference.note for reference in cite(text)] == [None, None]


def test_a_month_in_short_does_not_end_a_note() -> None:
    references = cite("1 G.A. Res. 44/25, art. 34 (Nov. 20, 1989).\n2 Id. art. 35.\n")
    assert [reference.symbol for reference in references] == ["A/RES/44/25", "A/RES/44/25"]


@pytest.mark.parametrize(
    "note",
    [
        "Statement by the President, Le Monde, 4 June 1994; see S/1994/734.",
        "Report of the visit (Le Soir, 3 May 2009); see S/1994/734.",
    ],
)
def test_a_newspaper_is_another_source(note: str) -> None:
    ibid = cite(f"1 {note}\n2 Ibid., para. 9.\n3 A/66/268.\n")[-2]
    assert (ibid.symbol, ibid.reason) == (None, "the note before cites several sources")


def test_the_mark_of_the_next_note_is_no_part_of_a_symbol() -> None:
    assert [one.symbol for one in cite("1 See A/C.3/ \n2 Ibid.\n3 A/66/268.\n")] == [None, "A/66/268"]


def test_the_number_of_a_page_is_no_mark() -> None:
    """The head of the next page is not a note of it, nor what stands on that page behind a mark at the end of this."""
    pages = [
        f"The text goes on and on (A/HRC/7/{page}).\n\nGE.12-12345      {page}\n\fA/HRC/77/55\n" for page in (1, 2, 3)
    ]
    assert {note for note, _, _ in settled("A/HRC/77/55\n" + "".join(pages))} == {None}
    assert notes("A text.1 More.2\n1 See A/HRC/7/8.\n2 Ibid.\n\n3\n\n\fA/HRC/77/55\n")[-1] == ("2", "Ibid.")


def test_numbers_of_resolutions_and_of_volumes_mark_no_notes() -> None:
    text = (
        "See resolutions 187 (1964) and 193 (1964).\n\nresolutions 181 (II), 194 (III), 302 (IV). G.A. Res. 44/25, "
        "annex, 44 U.N. GAOR Supp. (No. 49) at 167, U.N. Doc. A/44/49 (1989); ECOSOC Res. 1503 (XLVIII), 48 U.N. ESCOR "
        "(No. 1A) at 8, U.N. Doc. E/4832/Add.1 (1970); HRC Res. 16/21."
    )
    assert {one.note for one in cite(text)} == {None}


def test_a_note_that_sends_on_to_another_one() -> None:
    notes = "[1] A/HRC/19/63.\n[2] See also footnote 1.\n[3] See A/60/1 and fn. 1 above.\n"
    text = f"It is so.[1] And so.[2] So.[3]\n\n{notes}"
    assert [one.symbol for one in cite(text)] == ["A/HRC/19/63", "A/HRC/19/63", "A/60/1", "A/HRC/19/63"]
