"""`ibid.` and `supra` over the notes of a document."""

from __future__ import annotations

import pytest
from citation_support import settled
from mandate_data.citations import Segment, cite, cite_document, find

BOOK = "Jane Doe, The Law of Nations (Oxford University Press, 2010), p. 4."


def last(*notes: str, body: str | None = None) -> tuple[str, str | None, str | None]:
    """The last reference of a document of notes."""
    return settled(*notes, body=body)[-1]


def test_ibid_means_the_note_before() -> None:
    assert settled("E/CN.4/2004/9, p. 7.", "Ibid., p. 22.") == [
        ("E/CN.4/2004/9", "E/CN.4/2004/9", None),
        ("Ibid.", "E/CN.4/2004/9", None),
    ]


def test_ibid_keeps_its_own_pinpoint() -> None:
    located = cite_document([Segment("A/68/275, pp. 4-5.", "1"), Segment("Ibid., p. 6.", "2"), Segment("Ibid.", "3")])
    assert [item.reference.pinpoint for item in located] == ["4-5", "6", None]


def test_ibid_points_back_link_by_link() -> None:
    located = cite_document([Segment("See A/68/275.", "1"), Segment("Ibid.", "2"), Segment("See ibid., p. 3", "3")])
    assert [(item.antecedent_segment, item.reference.antecedent) for item in located] == [
        (None, None),
        (0, 4),
        (1, 0),
    ]
    assert {item.reference.symbol for item in located} == {"A/68/275"}


def test_running_text_does_not_come_between() -> None:
    segments = [
        Segment("A/68/275, p. 4.", "1"),
        Segment("The report (A/HRC/7/8) says more."),
        Segment("Ibid., p. 6.", "2"),
    ]
    assert cite_document(segments)[-1].reference.symbol == "A/68/275"


def test_running_text_gives_a_note_no_antecedent() -> None:
    assert last("Ibid.", body="See A/HRC/7/8.") == ("Ibid.", None, "no note stands before it")


@pytest.mark.parametrize(
    "note",
    [
        BOOK,
        "See www.example.org/page.",
        "John Roe, \u201cA long title\u201d, Journal of Law, vol. 3 (2011).",
        "Convention on the Rights of the Child, art. 3.",
        "Available at https://example.org/A/HRC/7/8.",
        "Doe, op. cit., p. 9.",
    ],
)
def test_after_another_work_there_is_no_symbol(note: str) -> None:
    assert last("A/HRC/7/8.", note, "Ibid., p. 5.")[1:] == (None, "the source before is not a United Nations document")


def test_after_a_note_that_cites_nothing() -> None:
    assert last("A/HRC/7/8.", "A matter for another day.", "Ibid.")[1:] == (None, "the note before cites nothing")


def test_after_several_documents_it_is_open() -> None:
    notes = ["A/HRC/12/23, p. 9; A/HRC/28/56, pp. 8-9.", "Ibid., p. 9."]
    reference = cite_document([Segment(note, str(index)) for index, note in enumerate(notes)])[-1].reference
    assert (reference.symbol, reference.candidates) == (None, ("A/HRC/12/23", "A/HRC/28/56"))
    assert reference.reason == "the note before cites several sources"


def test_an_open_ibid_leaves_the_next_one_open() -> None:
    notes = ("A/HRC/12/23; A/HRC/28/56.", "Ibid.", "Ibid.")
    assert last(*notes)[1:] == (None, "the note before cites several sources")


def test_a_document_and_a_book_are_several() -> None:
    assert last(f"A/HRC/12/23; {BOOK}", "Ibid.")[1:] == (None, "the note before cites several sources")
    assert last("Doe, Law (Oxford Press, 2010), p. 4, and A/HRC/12/23, p. 9.", "Ibid.")[1] is None


@pytest.mark.parametrize(
    "note",
    [
        "Report of Ms. Doe, UN Doc. A/HRC/7/8, 5 March 2008, para. 4.",
        "See A/HRC/7/8, p. 4, and A/HRC/7/8, p. 9.",
        "A/HRC/7/8, available at www.example.org.",
        "A/HRC/7/8 (citing A/HRC/4/31), p. 4.",
        "A/HRC/7/8 and Corr.1.",
        "A/HRC/7/8, p. 4. The report says more.",
    ],
)
def test_one_document_however_it_is_cited(note: str) -> None:
    assert last(note, "Ibid., p. 5.")[1] == "A/HRC/7/8"


def test_a_document_cited_in_a_book_is_not_the_source() -> None:
    assert last("Doe, Law (Oxford Press, 2010), p. 4, citing A/HRC/7/8.", "Ibid.")[1] is None


def test_general_comment_and_its_symbol_are_one() -> None:
    notes = ("CESCR, general comment No. 14 (E/C.12/2000/4), para. 3.", "Ibid., para. 4.")
    assert last(*notes)[1] == "E/C.12/2000/4"


def test_inside_a_note_ibid_means_the_reference_before_it() -> None:
    assert last("A/HRC/7/8.", "A/68/275, p. 3; ibid., p. 4.")[1] == "A/68/275"
    assert last("A/HRC/7/8.", f"A/68/275. {BOOK} Ibid., p. 5.")[1] is None


def test_an_ibid_and_more_in_one_note() -> None:
    assert settled("A/HRC/7/8.", "Ibid., para. 3; and A/HRC/31/57, para. 43.", "Ibid.") == [
        ("A/HRC/7/8", "A/HRC/7/8", None),
        ("Ibid.", "A/HRC/7/8", None),
        ("A/HRC/31/57", "A/HRC/31/57", None),
        ("Ibid.", None, "the note before cites several sources"),
    ]


def test_ibid_for_the_author_alone() -> None:
    found = settled("CESCR, general comment No. 14 (2000), para. 3.", "Ibid., general comment No. 22 (2016), para. 4.")
    assert found[1:] == [
        ("Ibid.", None, "stands for the author; the reference after it names the document"),
        ("general comment No. 22 (2016)", "E/C.12/GC/22", None),
    ]


def test_a_note_of_several_pieces_is_one_note() -> None:
    segments = [Segment("A/HRC/7/8.", "1"), Segment("A word more.", "1"), Segment("Ibid.", "2")]
    assert cite_document(segments)[-1].reference.symbol == "A/HRC/7/8"


def test_two_notes_of_one_number_are_told_apart_by_their_group() -> None:
    segments = [Segment("A/HRC/7/8.", "*", 1), Segment("A/61/338.", "*", 2), Segment("Ibid.", "*", 3)]
    assert cite_document(segments)[-1].reference.symbol == "A/61/338"


@pytest.mark.parametrize(
    "word", ["See footnote 1 above", "Doe (see footnote 1), p. 3", "supra note 1, p. 3", "Note 1 above"]
)
def test_supra_means_the_note_it_names(word: str) -> None:
    assert last("A/HRC/7/8.", BOOK, word)[1] == "A/HRC/7/8"
    assert last(BOOK, "A/HRC/7/8.", word)[1:] == (None, "the source before is not a United Nations document")


def test_supra_spans() -> None:
    texts = ["see footnote 5 above", "(see footnote 5)", "supra note 5", "op. cit., p. 3", "note 5 above"]
    spans = [(item.text, item.points_to) for text in texts for item in find(text)]
    assert spans == [
        ("footnote 5 above", "5"),
        ("footnote 5", "5"),
        ("supra", "5"),
        ("op. cit.", None),
        ("note 5 above", "5"),
    ]


def test_supra_that_points_nowhere() -> None:
    assert last("A/HRC/7/8.", "See footnote 9 above.")[1:] == (None, "the note it points to is not there")
    assert last("A/HRC/7/8.", "Doe, op. cit., p. 4.")[1:] == (None, "names a work by its author or title")
    assert last("A/68/275, op. cit., p. 4.")[1] == "A/68/275"


def test_in_running_text() -> None:
    body = "Food must be safe (see E/C.12/2000/4, para. 43). Water too (ibid., para. 11)."
    assert last(body=body)[1] == "E/C.12/2000/4"
    paragraphs = [Segment("As the report says (A/61/338)."), Segment("He signalled it (ibid.).")]
    assert cite_document(paragraphs)[-1].reference.symbol == "A/61/338"
    far = [paragraphs[0], Segment("More. " * 500), paragraphs[1]]
    assert cite_document(far)[-1].reference.reason == "nothing is cited right before it"
    notes_between = [paragraphs[0], Segment(BOOK, "4"), paragraphs[1]]
    assert cite_document(notes_between)[-1].reference.symbol == "A/61/338"


def test_notes_that_ran_into_the_text() -> None:
    text = "as said.4 3 World Report 2001, p. 3. 4 Ibid., p. 35. 5 A/HRC/7/8, para. 2. 6 Ibid., para. 4."
    assert [(item.note, item.text, item.symbol) for item in cite(text)] == [
        ("4", "Ibid.", None),
        ("5", "A/HRC/7/8", "A/HRC/7/8"),
        ("6", "Ibid.", "A/HRC/7/8"),
    ]


def test_a_running_head_is_no_antecedent() -> None:
    page = "A/78/185 {}/25 23-13871 More text"
    text = f"{page.format(4)}. 3 World Report 2001, p. 3. {page.format(5)} (ibid., para. 9). {page.format(6)}"
    assert [item.symbol for item in cite(text) if item.kind == "ibid"] == [None]


def test_a_short_form_is_settled_across_segments() -> None:
    segments = [Segment("It was set up (Resolution 1990/68)."), Segment("E/CN.4/RES/1990/68, 7 March 1990.", "1")]
    first = cite_document(segments)[0]
    assert (first.reference.symbol, first.antecedent_segment, first.reference.antecedent) == (
        "E/CN.4/RES/1990/68",
        1,
        0,
    )


def test_an_empty_document() -> None:
    assert cite("") == cite_document([]) == []
    assert cite_document([Segment(""), Segment("", "1")]) == []


def test_ibid_of_a_series_and_of_a_document() -> None:
    found = settled(
        "Official Records of the General Assembly, Fifty-first Session, Supplement No. 44 (A/51/44), para. 10.",
        "Ibid., Fifty-second Session, Supplement No. 44 (A/52/44), para. 250.",
        "Ibid.",
        "Ibid., document A/45/7/Add.8.",
        "Ibid., para. 2.",
    )
    assert [(text, symbol) for text, symbol, _ in found] == [
        ("A/51/44", "A/51/44"),
        ("Ibid.", None),
        ("A/52/44", "A/52/44"),
        ("Ibid.", "A/52/44"),
        ("Ibid.", None),
        ("A/45/7/Add.8", "A/45/7/Add.8"),
        ("Ibid.", "A/45/7/Add.8"),
    ]


def test_ibid_in_text_after_another_source_has_no_symbol() -> None:
    text = "The report (A/HRC/7/8, para. 3) says so. The Law on Children (art. 5) forbids it (ibid.)."
    assert [one.symbol for one in cite(text)] == ["A/HRC/7/8", None]


def test_one_ibid_right_after_another() -> None:
    text = "It said so (A/HRC/7/8, para. 3), and said more (ibid., p. 4; ibid., p. 5)."
    assert [one.symbol for one in cite(text)] == ["A/HRC/7/8"] * 3


def test_ibid_of_another_meeting_is_open() -> None:
    assert last("S/PV.4385, p. 2.", "Ibid., 4413th meeting.")[1] is None


def test_in_running_text_a_source_in_brackets_is_the_last_one_cited() -> None:
    text = "The Council decided so in its resolution 34/16 (see A/HRC/34/55, paras. 20-22). Ibid., para. 30."
    ibid = cite(text)[-1]
    assert (ibid.kind, ibid.symbol, ibid.pinpoint) == ("ibid", "A/HRC/34/55", "30")


def test_in_a_note_a_source_in_brackets_is_an_aside() -> None:
    text = (
        "A claim.1\n\nAnother.2\n\n1 General Assembly resolution 60/1 (see A/60/PV.8), para. 5.\n\n2 Ibid., para. 6.\n"
    )
    ibid = cite(text)[-1]
    assert (ibid.kind, ibid.symbol, ibid.pinpoint) == ("ibid", "A/RES/60/1", "6")
