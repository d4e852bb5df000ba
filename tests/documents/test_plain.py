"""A PDF's text dump becomes blocks: broken lines, page breaks, notes, headings.

In such a dump an empty line follows every printed one, a line of blanks ends a paragraph, a footnote mark has a line
of its own, and a page ends where two lines stand without an empty one between them.
"""

from __future__ import annotations

import pytest
from document_support import PLAIN, blocks, brief, marks, parsed, printed_words, words_with_lines
from hypothesis import given, settings
from hypothesis import strategies as st

GAP = " "  # ends a paragraph
RULE = " " * 49  # stands above a page's notes
WIDE = "a line of text that is as wide as the page on which it was once set in type"


def dump(*lines: str) -> str:
    """A page: each line, and an empty one after it."""
    return "".join(f"{line}\n\n" for line in lines)


def in_plain(text: str) -> list[tuple[str, str]]:
    return brief(text, PLAIN)


def test_broken_lines_become_one_paragraph() -> None:
    (block,) = blocks(dump("One sentence on two ", "lines of the page. ", GAP), PLAIN)
    assert (block.kind, block.text.value) == ("paragraph", "One sentence on two lines of the page.")
    assert (block.line, block.end_line) == (1, 3)
    assert block.text.line_at(block.text.value.index("lines")) == 3


def test_a_line_of_blanks_ends_a_paragraph() -> None:
    assert in_plain(dump("The first. ", GAP, "The second. ", "  ", "\t", "The third. ")) == [
        ("paragraph", "The first."),
        ("paragraph", "The second."),
        ("paragraph", "The third."),
    ]


@pytest.mark.parametrize("lines", [2, 3, 4])
def test_several_empty_lines_end_a_paragraph(lines: int) -> None:
    text = "The first one\n\ngoes on, and\n\nends in\n\nwords." + "\n" * (lines + 1) + "The second\n\nis short.\n"
    assert in_plain(text) == [
        ("paragraph", "The first one goes on, and ends in words."),
        ("paragraph", "The second is short."),
    ]


def test_runs_of_blanks_are_one_space() -> None:
    assert in_plain(dump("  Set   in full\tlines. ")) == [("paragraph", "Set in full lines.")]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("in office (1994-", "2001), she", "in office (1994-2001), she"),
        ("Ms. Maud de Boer-", "Buquicchio said.", "Ms. Maud de Boer-Buquicchio said."),
        ("one thing -", "the other.", "one thing - the other."),
        ("plain words", "go on.", "plain words go on."),
    ],
)
def test_a_hyphen_at_a_line_end_takes_no_space(first: str, second: str, joined: str) -> None:
    (block,) = blocks(dump(first, second), PLAIN)
    assert block.text.value == joined
    assert block.text.line_at(len(joined) - 1) == 3


def test_a_mark_has_a_line_of_its_own() -> None:
    (block,) = blocks("the holders\n2\n submitted to the Council\n\n3\n. \n\nmore words. \n", PLAIN)
    assert block.text.value == "the holders submitted to the Council . more words."
    assert marks(block) == [("2", "the holders"), ("3", "the holders submitted to the Council")]
    assert block.text.line_at(block.text.value.index("submitted")) == 3


PAGES = (
    "A sentence that goes\n\nover a page end\n7\n of the \n\n"
    f"{RULE}\n6\n An earlier note, (1994-\n\n2001) as it was. \n\n7\n A note. \n"
    " text before it ends. \n\n \n\nA new paragraph. \n"
)


def test_the_text_goes_on_after_a_page_and_its_notes_follow_it() -> None:
    text, six, seven, new = blocks(PAGES, PLAIN)
    assert text.text.value == "A sentence that goes over a page end of the text before it ends."
    assert marks(text) == [("7", "A sentence that goes over a page end")]
    assert (text.line, text.end_line) == (1, 15)
    assert (six.kind, six.number, six.text.value) == ("footnote", "6", "An earlier note, (1994-2001) as it was.")
    assert (six.line, six.end_line) == (9, 11)
    assert (seven.kind, seven.number, seven.text.value, seven.line) == ("footnote", "7", "A note.", 14)
    assert (new.kind, new.text.value) == ("paragraph", "A new paragraph.")


def test_a_page_without_notes_breaks_no_sentence() -> None:
    assert in_plain("The end of a page\n and what follows. \n\n \n") == [
        ("paragraph", "The end of a page and what follows.")
    ]


def test_a_paragraph_that_ended_with_its_page_stays_ended() -> None:
    page = dump("Ended with the page. ", GAP) + f"{RULE}\n1\n A note. \n and a new one. \n"
    assert in_plain(page) == [
        ("paragraph", "Ended with the page."),
        ("footnote", "A note."),
        ("paragraph", "and a new one."),
    ]


def test_a_note_that_goes_on_under_the_next_page_is_not_lost() -> None:
    page = dump("Text. ", GAP) + f"{RULE}\n1\n A long note \n More text. \n\n \n\n{RULE}\n that ends here. \n Last. \n"
    notes = [(block.number, block.text.value) for block in blocks(page, PLAIN) if block.kind == "footnote"]
    assert notes == [("1", "A long note"), ("1", "that ends here.")]


def test_a_number_before_any_text_is_no_mark() -> None:
    (block,) = blocks("12\n\n \n\nText. \n", PLAIN)
    assert (block.text.value, block.marks) == ("Text.", ())


@pytest.mark.parametrize(
    ("heading", "level"),
    [
        ("1. Introduction", 1),
        ("4 Remaining challenges", 1),
        ("Working methods", 2),
        ("the Mandate", 2),
    ],
)
def test_a_short_line_without_a_full_stop_is_a_heading(heading: str, level: int) -> None:
    found = blocks(dump(f" {heading} ", f"And {WIDE}, ", f"then {WIDE}. "), PLAIN)
    assert [(block.kind, block.level, block.line) for block in found] == [("heading", level, 1), ("paragraph", 0, 3)]
    assert found[0].text.value == heading
    assert found[1].text.value == f"And {WIDE}, then {WIDE}."


def test_a_heading_of_two_lines_is_whole() -> None:
    heading, text = blocks(dump(f"Concerning {WIDE[:-9]}", "and its end ", f"Then {WIDE}, {WIDE}. "), PLAIN)
    assert (heading.kind, heading.line, heading.end_line) == ("heading", 1, 3)
    assert heading.text.value.endswith(" and its end")
    assert (text.kind, text.line) == ("paragraph", 5)


def test_a_heading_stands_alone_too() -> None:
    assert in_plain(dump("Annex ", GAP, f"It is {WIDE}. ")) == [("heading", "Annex"), ("paragraph", f"It is {WIDE}.")]


@pytest.mark.parametrize(
    "lines",
    [
        ("Ends with a full stop. ", "Then a sentence. "),
        ("A short line, ", "Then more. "),
        ("Short but going on", "in small letters. "),
        (f"{WIDE}", "Capital after a full line. "),
        ("Open (bracket", "Closed) later. "),
    ],
)
def test_other_lines_are_no_headings(lines: tuple[str, ...]) -> None:
    assert [kind for kind, _ in in_plain(dump(*lines, GAP, f"And {WIDE}. "))] == ["paragraph", "paragraph"]


def test_a_line_with_a_mark_is_no_heading() -> None:
    found = blocks(f"A short line\n5\n Goes on with a capital. \n\n{WIDE} . \n", PLAIN)
    assert [block.kind for block in found] == ["paragraph"]


def test_a_note_has_no_heading_in_it() -> None:
    page = f"Text {WIDE}. \n\n{RULE}\n1\n Short \n\nThen a capital. \n"
    assert in_plain(page)[1] == ("footnote", "Short Then a capital.")


@pytest.mark.parametrize("dash", ["-", "–", "•"])
def test_lines_with_dashes_are_items_of_one_list(dash: str) -> None:
    found = blocks(
        dump(f"It includes {WIDE}: ", f"{dash} one thing, ", "and more of it; ", f"{dash}  another. "), PLAIN
    )
    assert [(block.kind, block.text.value) for block in found[1:]] == [
        ("item", "one thing, and more of it;"),
        ("item", "another."),
    ]
    assert found[1].group == found[2].group > 0
    assert [(block.line, block.end_line) for block in found[1:]] == [(3, 5), (7, 7)]


def test_a_page_and_its_notes_do_not_cut_a_list_but_a_paragraph_does() -> None:
    page = dump("- one; ", GAP) + f"{RULE}\n1\n A note. \n- two. \n\n \n\nBetween, {WIDE}. \n\n \n\n- three. \n"
    found = blocks(page, PLAIN)
    items = {block.text.value: block.group for block in found if block.kind == "item"}
    assert list(items) == ["one;", "two.", "three."]
    assert items["one;"] == items["two."] != items["three."]


def test_marks_in_an_item_count_from_its_text() -> None:
    (item,) = blocks("- one thing\n4\n and more. \n", PLAIN)
    assert marks(item) == [("4", "one thing")]


WORD = r"word\d+"


@st.composite
def dumps(draw: st.DrawFn) -> str:
    """Pages as a PDF's dump has them; each word stands in them once."""
    numbers, notes = iter(range(1, 10_000)), iter(range(1, 999))

    def words() -> str:
        return " ".join(f"word{next(numbers)}" for _ in range(draw(st.integers(1, 6))))

    def paragraph() -> str:
        start = draw(st.sampled_from(["", "", "- "]))
        pieces = [
            words() + draw(st.sampled_from([" \n\n", f"\n{next(notes)}\n "])) for _ in range(draw(st.integers(1, 4)))
        ]
        return f"{start}{''.join(pieces)}{words()}. \n\n"

    def page() -> str:
        text = "".join(paragraph() + " \n\n" for _ in range(draw(st.integers(1, 3))))
        under = "".join(f"{next(notes)}\n {words()}. \n\n" for _ in range(draw(st.integers(0, 3))))
        return text + (f"{RULE}\n{under.removesuffix(chr(10))}" if under else "")

    return "".join(page() for _ in range(draw(st.integers(1, 3))))


@settings(deadline=None)  # the first example waits for imports
@given(dumps())
def test_every_word_of_a_dump_is_read_once_and_on_its_line(text: str) -> None:
    # A page's notes come after the paragraph that they interrupt, so the order may differ.
    assert sorted(words_with_lines(parsed(text, PLAIN), WORD)) == sorted(printed_words(text, WORD))


def test_paragraphs_of_hard_wrapped_text_end_at_empty_lines() -> None:
    text = "The first paragraph\ngoes on here and\nends.\n\nThe second one\nis as\nshort.\n"
    assert [words for _, words in brief(text, PLAIN)] == [
        "The first paragraph goes on here and ends.",
        "The second one is as short.",
    ]
