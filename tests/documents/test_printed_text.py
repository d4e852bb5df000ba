"""Hard-wrapped text: paragraphs between empty lines, and the pages that `pdftotext -layout` writes."""

from __future__ import annotations

import json
from itertools import zip_longest
from pathlib import Path

import pytest
from document_support import PLAIN, blocks, brief, marks, parsed
from mandate_data.corpus.cite_file import report
from mandate_data.documents import LeftOut
from mandate_data.documents.printed_heads import WithoutHeads

WRAPPED = """REPORT OF THE OFFICE

I. Introduction

1. The office recalls the report which is contained in
document A/HRC/19/63 and the addendum to it.

II. Activities

2. It goes on.

(a) One point;

(b) Another.
"""

FIRST = """A/HRC/99/99


            I. Introduction
            1. The first paragraph is about an effi-
            cient office, as resolution 7/13 says.1
            2. The second one goes on about many other things and over the end of the page,2 to

       1
            See A/HRC/19/63, para. 9. An efficient
            one.
       2
            Ibid., para. 4.

GE.99-12345                                                                      2
"""
SECOND = """A/HRC/99/99


            where it ends. 3

            Country                  Report
            Ghana                    A/HRC/25/48
            Nepal                    A/HRC/25/49

       3    See A/HRC/20/7.

GE.99-12345                                                                      3
"""


def test_empty_lines_end_paragraphs_and_headings_of_wrapped_text() -> None:
    assert brief(WRAPPED, PLAIN) == [
        ("heading", "REPORT OF THE OFFICE"),
        ("heading", "I. Introduction"),
        (
            "paragraph",
            "1. The office recalls the report which is contained in document A/HRC/19/63 and the addendum to it.",
        ),
        ("heading", "II. Activities"),
        ("paragraph", "2. It goes on."),
        ("paragraph", "(a) One point;"),
        ("paragraph", "(b) Another."),
    ]
    assert [block.line for block in blocks(WRAPPED, PLAIN)] == [1, 3, 5, 8, 10, 12, 14]


def test_paragraphs_on_single_lines_stay_apart() -> None:
    assert brief("One sentence.\n\nAnother one.\n\nThe last.\n", PLAIN) == [
        ("paragraph", "One sentence."),
        ("paragraph", "Another one."),
        ("paragraph", "The last."),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("The Council,", "Recalling its resolutions,", "Noting this,", "Decides so."),
        ("States should:", "a) ban it;", "b) end it;", "ii) repeal section 12.", "It was adopted."),
        ("In it are:", "one thing;", "another;", "a third."),
    ],
)
def test_clauses_of_a_list_or_a_preamble_stay_apart(lines: tuple[str, ...]) -> None:
    assert [words for _, words in brief("\n\n".join(lines) + "\n", PLAIN)] == list(lines)


@pytest.mark.parametrize("end", ["the law of", "the year of 14 May,", "the vice-"])
def test_text_with_an_empty_line_after_each_printed_one_is_put_together(end: str) -> None:
    following = "2014 and what" if end.endswith(",") else "president and what"
    text = f"The office recalls {end}\n\n{following} was said of it.\n"
    assert len(brief(text, PLAIN)) == 1


def test_paragraphs_of_several_lines_are_no_lines_with_empty_ones_between() -> None:
    text = "a line\nand more\nof it\n\nthe second\nis as\nlong.\n"
    assert [words for _, words in brief(text, PLAIN)] == ["a line and more of it", "the second is as long."]


def test_a_heading_may_have_a_mark_but_a_sentence_with_one_is_none() -> None:
    text = "Children[1]\n\nThey were sold abroad.[2]\n\nMore text stands here and goes on for a good while.\n"
    assert [kind for kind, _ in brief(text, PLAIN)] == ["heading", "paragraph", "paragraph"]


def test_a_star_alone_marks_a_note_and_several_are_items() -> None:
    assert brief("Text.\n\n* The report was late.\n", PLAIN)[1] == ("paragraph", "* The report was late.")
    assert brief("* One.\n\n* Two.\n", PLAIN) == [("item", "One."), ("item", "Two.")]


def test_pages_lose_their_heads_and_keep_their_notes() -> None:
    document = parsed(f"{FIRST}\f{SECOND}\f", PLAIN)
    assert [(block.kind, block.number, block.line, block.text.value) for block in document.blocks] == [
        ("heading", "", 4, "I. Introduction"),
        ("paragraph", "", 5, "1. The first paragraph is about an efficient office, as resolution 7/13 says."),
        (
            "paragraph",
            "",
            7,
            "2. The second one goes on about many other things and over the end of the page, to where it ends.",
        ),
        ("footnote", "1", 10, "See A/HRC/19/63, para. 9. An efficient one."),
        ("footnote", "2", 13, "Ibid., para. 4."),
        ("row", "", 21, "Country | Report"),
        ("row", "", 22, "Ghana | A/HRC/25/48"),
        ("row", "", 23, "Nepal | A/HRC/25/49"),
        ("footnote", "3", 25, "See A/HRC/20/7."),
    ]
    assert document.left_out == (LeftOut("running heads, feet and page numbers", 16),)
    assert [marks(block) for block in document.blocks if block.marks] == [
        [("1", "1. The first paragraph is about an efficient office, as resolution 7/13 says.")],
        [
            ("2", "2. The second one goes on about many other things and over the end of the page,"),
            (
                "3",
                "2. The second one goes on about many other things and over the end of the page, to where it ends.",
            ),
        ],
    ]


def test_numbers_after_abbreviations_are_no_marks() -> None:
    page = "It is said in para. 1 of it, in article 1, and in A/HRC/1/1.\n\n1 Here is no note.\n"
    assert all(block.kind != "footnote" for block in blocks(f"{page}\f{page}", PLAIN))


LEFT = """The council met in the spring and took
up the report of the mandate. It heard
the holder on visits to several states,
and on what was done there for rights
of children. Many spoke after him, as
the record of the meeting says in all
detail, and asked for a further report
on the sale of children by next year.1

1 A/HRC/19/63, para. 4."""
RIGHT = """Others were of another mind about that
and said so at length. The reports that
were before the council gave no reason
for a further one, as the numbers were
the same as in the year before, and no
state had asked for it. The matter was
put off to the next session, where the
council will take it up again, as ever.2

2 A/HRC/31/58, para. 6."""


def beside(left: str, right: str, gutter: int = 4) -> str:
    """Two columns as `pdftotext -layout` prints them."""
    width = max(map(len, left.split("\n"))) + gutter
    pairs = zip_longest(left.split("\n"), right.split("\n"), fillvalue="")
    return "\n".join(f"{one:{width}}{other}".rstrip() for one, other in pairs)


@pytest.mark.parametrize("gutter", [2, 4, 9])
def test_columns_are_read_one_after_the_other(gutter: int) -> None:
    head = "A heading"
    text = f"{head}\n\n{beside(LEFT, RIGHT, gutter)}\n\f2\n"
    found = [(block.kind, block.number, block.text.value) for block in blocks(text, PLAIN)]
    left, right = (" ".join(column.split("\n")[:8])[:-1] for column in (LEFT, RIGHT))
    assert found == [
        ("heading", "", head),
        ("paragraph", "", left),
        ("footnote", "1", "A/HRC/19/63, para. 4."),
        ("paragraph", "", right),
        ("footnote", "2", "A/HRC/31/58, para. 6."),
    ]
    places = [(block.line, block.text.lines()[1]) for block in blocks(text, PLAIN)]
    assert places == [(1, 1), (3, 10), (12, 12), (3, 10), (12, 12)]


@pytest.mark.parametrize("before", ["", "A heading\n\n"])
@pytest.mark.parametrize("rows", [8, 16])
def test_columns_without_a_page_end_are_read_one_after_the_other(before: str, rows: int) -> None:
    left, right = ([*column.split("\n")[:8], *column.split("\n")[:8]][:rows] for column in (LEFT, RIGHT))
    text = f"{before}{beside(chr(10).join(left), chr(10).join(right))}\n"
    said = " ".join(block.text.value for block in blocks(text, PLAIN))
    assert said == " ".join([*before.split(), *left, *right]).replace("  ", " ")


@pytest.mark.parametrize("rows", [4, 6])
def test_few_lines_that_may_be_columns_are_reported(rows: int, tmp_path: Path) -> None:
    left, right = ("\n".join(column.split("\n")[:rows]) for column in (LEFT, RIGHT))
    path = tmp_path / "text.txt"
    path.write_text(f"{beside(left, right)}\n", encoding="utf-8")
    warnings: list[str] = []
    list(report([str(path)], "jsonl", warn=warnings.append))
    assert warnings == [f"{path}: page 1: from line 1 on, text may stand in two columns, whose lines are read across"]
    (told,) = parsed(path.read_text(encoding="utf-8"), PLAIN).left_out
    assert told == LeftOut(
        f"the order of words that may be two columns of text and no table, up to line {rows}", line=1
    )


NUMBERED = (
    """1. The Council decided that the
mandate should go on for three
years in its resolution 7/13
of 2008.""",
    """2. The holder of the mandate has
said what was done, and what is
to be done, in the reports A/HRC/
19/63 and A/HRC/22/54.""",
)
OPEN = (
    """The Council decided that the
mandate should go on for three
years. The holder of it has to
report each year on what was""",
    """done by the States, and to say
what they have to do. Those who
have laws on the sale should see
that courts act on them at last.""",
)


@pytest.mark.parametrize("columns", [NUMBERED, OPEN], ids=["numbers that count on", "a sentence that goes on"])
def test_few_lines_are_columns_if_the_right_one_goes_on_where_the_left_one_ends(columns: tuple[str, str]) -> None:
    text = f"{beside(*columns)}\n"
    said = " ".join(block.text.value for block in blocks(text, PLAIN))
    assert said == " ".join("\n".join(columns).split()).replace("A/HRC/ 19/63", "A/HRC/19/63")
    assert not parsed(text, PLAIN).left_out


def test_a_list_of_words_and_what_they_mean_is_no_pair_of_columns() -> None:
    words = "sale of a child\nwork of children\nabuse of a child\nsearch for work"
    meanings = (
        "what is done for money by\nwork that harms a child or\nany act that does harm to\nwhat a child does to live"
    )
    said = " ".join(block.text.value for block in blocks(f"{beside(words, meanings)}\n", PLAIN))
    assert "sale of a child what is done for money by work of children" in said.replace("| ", "")


def test_numbers_of_lines_do_not_count_among_those_that_go_on() -> None:
    right = "\n".join([*NUMBERED[1].split("\n")[:3], "12/26, para. 2.", "", *OPEN[1].split("\n")])
    left = "\n".join([*NUMBERED[0].split("\n")[:3], "6/11 of 2008.", "", *OPEN[0].split("\n")])
    said = " ".join(block.text.value for block in blocks(f"{beside(left, right)}\n", PLAIN))
    assert said.index("report each year") < said.index("The holder of the mandate has")


def test_columns_in_a_script_without_capitals_are_reported() -> None:
    arabic = "\n".join(["التقت البعثة القضاة في العاصمة", "واستعرضت الوثيقة مع وزير العدل"] * 5)
    left = "\n".join(LEFT.split("\n")[:8])
    (told,) = parsed(f"{beside(left, arabic)}\n", PLAIN).left_out
    assert told == LeftOut("the order of words that may be two columns of text and no table, up to line 10", line=1)


def test_columns_whose_lines_are_on_other_heights_are_read_one_after_the_other() -> None:
    left, right = ("\n".join(column.split("\n")[:8]) for column in (LEFT, RIGHT))
    spread = beside("\n\n".join(left.split("\n")), "\n" + "\n\n".join(right.split("\n")))
    found = [block.text.value for block in blocks(f"{spread}\n\f2\n", PLAIN)]
    assert found == [" ".join(left.split("\n")), " ".join(right.split("\n"))]


def test_the_rows_of_a_table_are_no_columns() -> None:
    row = (
        "Visits to states and what\nthey are for in the eyes of\nthe council",
        "States are asked for a\ndate of it and answer in\nsome months or years",
    )
    table = "\n".join(beside(*row) for _ in range(5))
    assert {block.kind for block in blocks(f"{table}\n\f2\n", PLAIN)} == {"row"}


def test_cite_tells_of_columns_page_by_page(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text(f"One page.\n\fTwo.\n\n{beside(LEFT, RIGHT)}\n\f{beside(RIGHT, LEFT)}\n", encoding="utf-8")
    warnings: list[str] = []
    list(report([str(path)], "jsonl", warn=warnings.append))
    told = "text stands in two columns, whose lines are read across"
    assert warnings == [f"{path}: page 2: from line 4 on, {told}", f"{path}: page 3: from line 14 on, {told}"]


@pytest.mark.parametrize("pages", [2, 4])
def test_lines_that_are_alike_but_for_their_figures_are_text(pages: int) -> None:
    """Unless one figure counts the pages; a sentence is none."""
    text = "".join(
        f"A/HRC/77/55\n\nOf {page * 7} States {page * 3} agreed\nto it in the {page}th year of all.\n\n"
        f"GE.12-12345     {page}\n\f"
        for page in range(1, pages + 1)
    )
    document = parsed(text, PLAIN)
    assert [block.text.value for block in document.blocks] == [
        f"Of {page * 7} States {page * 3} agreed to it in the {page}th year of all." for page in range(1, pages + 1)
    ]
    assert [one.what for one in document.left_out] == ["running heads, feet and page numbers"]


def test_a_page_on_which_all_lines_are_alike_keeps_its_text() -> None:
    page = "A/HRC/77/55\n\nThe same text\n\nis on each page\n\n12\n\f"
    assert [block.text.value for block in parsed(page * 2, PLAIN).blocks] == ["The same text", "is on each page"] * 2


def test_feet_that_left_and_right_pages_print_the_other_way_round_are_left_out() -> None:
    first = "The first page has a mark.1\n\n1 A/66/228, para. 9, and what\n  goes on in it.\n"
    second = "The second page says more of it.\n\n"
    text = f"{first}12-12345{' ' * 40}3/20\n\f{second}4/20{' ' * 40}12-12345\n\f"
    document = parsed(text, PLAIN)
    assert [block.text.value for block in document.blocks] == [
        "The first page has a mark.",
        "A/66/228, para. 9, and what goes on in it.",
        "The second page says more of it.",
    ]
    assert [one.reason for one in document.left_out] == ["running heads, feet and page numbers (8 words)"]


HEADED = [
    (
        "A/HRC/31/58",
        "1. The first page cites A/HRC/20/1, and it goes on for more than a line, as a page does, with words.1",
        "1 Ibid., para. 4.",
        "2                                              GE.15-12345",
    ),
    (
        "                                          A/HRC/31/58",
        "2. The second page cites A/HRC/20/2, and goes on for more than its line, too, as pages always do.1",
        "1 Ibid., para. 4.",
        "                                               3",
    ),
    (
        "A/HRC/31/58",
        "3. The third page cites A/HRC/20/3.",
        "4                                              GE.15-12345",
    ),
]


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_cite_counts_no_running_heads_and_says_so(ends: str, tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    text = "\f".join("\n\n".join(page) + "\n" for page in HEADED).replace("\n", ends)
    path.write_bytes(text.encode())
    told: list[str] = []
    found = [json.loads(one) for one in "".join(report([str(path)], "jsonl", warn=told.append)).splitlines()]
    assert [one["text"] for one in found] == ["A/HRC/20/1", "Ibid.", "A/HRC/20/2", "Ibid.", "A/HRC/20/3"]
    assert all(text[one["start"] : one["end"]] == one["text"] for one in found)
    assert [one["line"] for one in found] == [3, 5, 10, 12, 17]
    assert told == [f"{path}: not read: running heads, feet and page numbers (21 words)"]
    assert "".join(report([str(path)], "html")).count("<a ") == 3


def test_pages_of_a_long_text_are_compared_batch_by_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mandate_data.documents.printed_heads.BATCH", 1000)
    pages = [f"A/HRC/31/58\n\nPage {number} says {number * 7}.\n" for number in range(200)]
    body = WithoutHeads(["No page ends.\n", *("\f" + page for page in pages)])
    read = "".join(body)
    assert "A/HRC" not in read
    assert all(f"Page {number} says {number * 7}." in read for number in range(200))
    assert len(read) == len("No page ends.\n") + sum(len(page) + 1 for page in pages)
    assert [(one.what, one.words) for one in body.left_out] == [("running heads, feet and page numbers", 800)]


def _pages_with_notes(*last: str) -> str:
    """Pages with two notes each, the second of which is the last on its page; marks have lines of their own."""
    return "\f".join(
        f"The visit of the year 20{page:02} was long, and it said so.{2 * page - 1} And more was said.{2 * page}"
        f"\n\n{2 * page - 1}\n     See A/HRC/{19 + page}/58, para. 1{page}.\n{2 * page}\n"
        + "".join(f"     {line}\n" for line in last)
        for page in range(1, 4)
    )


@pytest.mark.parametrize("last", ["Ibíd.", "Там же", "المرجع نفسه", "同上"])
def test_what_points_back_is_no_running_foot(last: str) -> None:
    body = WithoutHeads([_pages_with_notes(last)])
    assert "".join(body).count(last) == 3
    assert body.left_out == []
    notes = [(block.number, block.text.value) for block in blocks(_pages_with_notes(last), PLAIN) if block.number]
    assert notes[1::2] == [("2", last), ("4", last), ("6", last)]


@pytest.mark.parametrize("last", ["Ibid.", "Ibid., p. 3", "Id."])
def test_ibid_at_the_end_of_several_pages_is_cited(last: str, tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text(_pages_with_notes(last), encoding="utf-8")
    told: list[str] = []
    found = [json.loads(one) for one in "".join(report([str(path)], "jsonl", warn=told.append)).splitlines()]
    assert [(one["note"], one["symbol"]) for one in found] == [
        (str(note), f"A/HRC/{20 + (note - 1) // 2}/58") for note in range(1, 7)
    ]
    assert told == []


@pytest.mark.parametrize(
    "last", [("See A/71/261.",), ("Office of the Ombudsman, annual report", "(A/71/261), annex")], ids=["one", "two"]
)
def test_notes_that_end_several_pages_alike_are_no_running_foot(last: tuple[str, ...], tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text(_pages_with_notes(*last), encoding="utf-8")
    told: list[str] = []
    found = [json.loads(one) for one in "".join(report([str(path)], "jsonl", warn=told.append)).splitlines()]
    assert [one["symbol"] for one in found if one["note"] in ("2", "4", "6")] == ["A/71/261"] * 3
    assert told == []
    notes = {block.number: block.text.value for block in blocks(path.read_text("utf-8"), PLAIN) if block.number}
    assert [notes[number] for number in ("2", "4", "6")] == [" ".join(last)] * 3


def test_notes_that_each_page_numbers_anew_are_no_running_foot() -> None:
    page = "The visit of {} was long, and the report said so.1\n\n1 A/71/261, annex\n"
    body = WithoutHeads(["\f".join(map(page.format, (2001, 2002)))])
    assert "".join(body).count("1 A/71/261, annex") == 2


def test_a_number_of_a_page_above_the_running_foot_is_no_note() -> None:
    page = "The visit of {year} was long, and the report said so.{mark}\n\n   {page}\n     GE.15-12345\n"
    text = "\f".join(page.format(year=2000 + one, mark=2 if one == 2 else "", page=one) for one in range(1, 5))
    body = WithoutHeads([text])
    assert "GE.15" not in "".join(body)
    assert all("GE.15" not in block.text.value for block in blocks(text, PLAIN))
