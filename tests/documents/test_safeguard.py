"""Captions, image credits and children's words are set aside; ordinary text is kept. All examples are made up."""

from __future__ import annotations

import pytest
from document_support import PLAIN, brief, parsed

CAPTIONS = [
    "Photo: Xx (0) in Nowhere.",
    "Cover photo: nobody, nowhere.",
    "Photo by Nobody.",
    "Photo © Nobody.",
    "Image credit: Nobody.",
    "Picture credits: Nobody.",
    "A photograph of nothing at all.",
    "The photo has nothing in it.",
    "© Nobody 2000",
    "Nothing to be seen. Photo credit Nobody.",
    "Xx (left) and Yy (right) in Nowhere.",
    "Xx (0) is nobody.",
    "Xx (aged 0) is nobody.",
    "Xx, aged 0, is nobody.",
    "Xx (0 years old) is nobody.",
    "Nobody, a 0-year-old of Nowhere, said nothing.",
    "Nobody, who is 0 years old, said nothing.",
    "Nobody was nowhere from age 0 to 1.",
    "Kenya (0), from Nowhere, is nobody.",
    "Georgia (0) said nothing.",
    "Xx, 0, said nothing.",
]

ORDINARY = [
    "Children under the age of 18 are protected by the Convention.",
    "In 2012 some 5.5 million children below 17 were counted.",
    "Girls and boys are at risk alike.",
    "Young people take part in the consultations.",
    "The Rapporteur photographed nothing and reported in 2014.",
    "It depicts a wide picture of the problem.",
    "Photographs of abuse are evidence.",
    "The Protocol (2000) has 173 parties.",
    "The Convention of 1989 (No. 182) is left open.",
    "Left to themselves, States act late.",
    "The mandate is 25 years of work.",
    "See para. 12 (b) of Resolution 7/13.",
    "Visits were requested of Brazil (3), Kenya (2) and Sri Lanka (1).",
    "The African States (13) and the Group (12) agreed.",
    "Security Council resolutions (SCR (3)) were cited.",
    "Lao People’s Democratic Republic (11) took the floor.",
    "Of the African States, 12, from all subregions, took the floor.",
]


@pytest.mark.parametrize("media_type", ["text/markdown", PLAIN])
@pytest.mark.parametrize("caption", CAPTIONS)
def test_a_caption_is_set_aside(caption: str, media_type: str) -> None:
    document = parsed(f"One sentence before.\n\n \n\n{caption}\n\n \n\nOne sentence after.\n", media_type)
    assert [block.text.value for block in document.blocks if caption[:6] in block.text.value] == []
    assert document.set_aside == ((5, 5),)
    assert len(document.blocks) == 2


@pytest.mark.parametrize("sentence", ["The picture that emerges is bleak.", "The image of the mandate has changed."])
def test_a_figure_of_speech_is_no_caption(sentence: str) -> None:
    assert brief(f"One sentence. \n\n \n\n{sentence} \n\n \n\nAnother.\n", PLAIN)[1] == ("paragraph", sentence)
    assert brief(f"One sentence.\n\n{sentence}\n\nAnother.\n")[1] == ("paragraph", sentence)


def test_sides_in_a_long_paragraph_are_no_caption() -> None:
    sentence = "The values of the Index (left) and of the Survey (right) differ from State to State, year by year. "
    assert len(brief(f"One sentence.\n\n{sentence * 4}\n\nAnother.\n")) == 3


def test_a_country_under_a_picture_may_be_a_name() -> None:
    assert brief("One sentence.\n\n\n\nKenya (0) at nothing.\n\nAnother.\n") == [
        ("paragraph", "One sentence."),
        ("paragraph", "Another."),
    ]


@pytest.mark.parametrize("media_type", ["text/markdown", PLAIN])
@pytest.mark.parametrize("sentence", ORDINARY)
def test_ordinary_text_is_kept(sentence: str, media_type: str) -> None:
    document = parsed(f"{sentence}\n\n \n\nOne sentence after.\n", media_type)
    assert document.blocks[0].text.value == sentence
    assert document.set_aside == ()


@pytest.mark.parametrize(
    "frame", ["{}", "# {}", "> {}", "- {}", "Said.[^1]\n\n[^1]: {}", "| {} |\n|---|", "{}\tNothing"]
)
def test_who_is_named_with_an_age_is_set_aside_in_any_block(frame: str) -> None:
    found = brief(frame.format("Xx (0) is nobody."))
    assert all("Xx" not in text for _, text in found)


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("Xx did nothing at age 0.", ""),
        ("He did nothing. Xx is nowhere. Her nothing is told.", ""),
        ("The girl did nothing.", ""),
        ("States should do more.", "States should do more."),
        ("He did nothing. States should do more. He is the Minister.", "States should do more. He is the Minister."),
    ],
)
def test_what_goes_on_about_a_named_child_is_set_aside_as_well(told: str, kept: str) -> None:
    assert brief(f"One sentence. Xx (0) is nobody. {told}") == [("paragraph", f"One sentence. {kept}".strip())]


@pytest.mark.parametrize("heading", ["The picture today", "Child participation", "Young people", "Photographs"])
@pytest.mark.parametrize("before", ["", "A sentence.\n\n\n\n", "“Dark web” is a word.\n\n", "Marks at the ‘end’\n\n"])
def test_a_heading_about_pictures_or_children_is_kept(heading: str, before: str) -> None:
    assert ("heading", heading) in brief(f"{before}# {heading}\n\nText.\n")
    assert len(brief(f"{before}# {heading}\n\nText.\n")) == (3 if before else 2)


# Words that are a caption only where a picture was dropped: after a gap of three empty lines.
UNDER_A_PICTURE = [
    "Young people of nowhere at nothing.",
    "A small group doing nothing.",
    "Two girls of nowhere.",
    "Brothers of nobody.",
    "Children of nowhere at nothing.",
    "Special Rapporteur, Ms Nobody, visiting nowhere.",
]


@pytest.mark.parametrize("line", UNDER_A_PICTURE)
@pytest.mark.parametrize(
    ("gap", "kept"), [("\n\n", True), ("\n\n\n", True), ("\n\n\n\n", False), ("\n\n\n\n\n", False)]
)
def test_people_are_a_caption_where_a_picture_was(line: str, gap: str, kept: bool) -> None:
    found = [text for _, text in brief(f"One sentence.{gap}{line}\n\nAnother sentence.\n")]
    assert (line in found) is kept


@pytest.mark.parametrize("line", UNDER_A_PICTURE)
def test_a_document_may_begin_with_a_picture(line: str) -> None:
    assert brief(f"\n{line}\n\nA sentence.\n") == [("paragraph", "A sentence.")]


def test_ordinary_text_after_a_gap_is_kept() -> None:
    assert len(brief("One sentence.\n\n\n\n\nStates should protect the young.\n")) == 2


SPEAKERS = [
    "Girl in Nowhere",
    "- Teenage boy, Nowhere",
    "*Young nobody*",
    "– A child in Nowhere",
    "A 0-year-old",
    "Xx (0), Nowhere",
    "- Xx, aged 0",
]


@pytest.mark.parametrize("speaker", SPEAKERS)
@pytest.mark.parametrize(
    "quotation",
    [
        "“Nothing is said here.”",
        '"Nothing is said here."',
        "‘Nothing is said here.’",
        "### “NOTHING IS SAID HERE”",
        "> “Nothing is said here.”",
        "“Nothing is said here.\n\n“Nothing here.”",
        "“Nothing is said here.\n\nNothing in between.\n\nNothing here.”",
    ],
)
def test_the_words_of_a_child_are_set_aside_with_the_speaker(quotation: str, speaker: str) -> None:
    assert brief(f"A sentence.\n\n{quotation}\n\n{speaker}\n\nAnother sentence.\n") == [
        ("paragraph", "A sentence."),
        ("paragraph", "Another sentence."),
    ]


@pytest.mark.parametrize("speaker", SPEAKERS)
def test_the_words_of_a_child_in_a_dump_are_set_aside_with_the_speaker(speaker: str) -> None:
    text = f"A sentence. \n\n \n\n“Nothing is said here.” \n\n \n\n{speaker.strip('*')} \n\n \n\nAnother sentence. \n"
    assert brief(text, PLAIN) == [("paragraph", "A sentence."), ("paragraph", "Another sentence.")]


@pytest.mark.parametrize("between", [" – ", "\n– ", "  \n- ", " — A "])
def test_words_and_speaker_in_one_paragraph_are_set_aside(between: str) -> None:
    document = parsed(f"A sentence.\n\n“Nothing is said here.”{between}girl in Nowhere\n")
    assert [block.text.value for block in document.blocks] == ["A sentence."]
    assert document.set_aside[0][0] == 3


@pytest.mark.parametrize(
    ("quotation", "speaker"),
    [
        ("“Nothing is said here.”", "Ms Nobody, former office holder."),
        ("“Nothing is said here.”", "Child protection is a duty. It takes money."),
        ("Nothing is said here.", "Child participation"),
        ("A word in ‘marks’.", "Girls and boys."),
    ],
)
def test_other_words_are_kept(quotation: str, speaker: str) -> None:
    assert brief(f"{quotation}\n\n{speaker}\n") == [("paragraph", quotation), ("paragraph", speaker)]


def test_an_adult_who_is_quoted_before_a_child_is_kept() -> None:
    text = "“Kept words.”\n\nMs Nobody said so.\n\n“Nothing is said here.”\n\nGirl in Nowhere\n"
    assert [words for _, words in brief(text)] == ["“Kept words.”", "Ms Nobody said so."]


@pytest.mark.parametrize("heading", ["Image credits", "PHOTO CREDITS", "Picture credit", "Photographs credits"])
def test_all_under_the_heading_of_the_credits_is_set_aside(heading: str) -> None:
    text = f"# {heading}\n\nPage 1: nobody.\n\n## Page 2\n\n- Nobody.\n\n# Annex\n\nA sentence.\n"
    document = parsed(text)
    assert [block.text.value for block in document.blocks] == [heading, "Annex", "A sentence."]
    assert document.set_aside == ((3, 3), (5, 5), (7, 7))


def test_other_credits_are_kept() -> None:
    assert len(brief("# Credits and thanks\n\nThanks to nobody.\n")) == 2


def test_lines_that_are_set_aside_come_in_order() -> None:
    document = parsed("“Nothing.”\n\nGirl in Nowhere\n\nPhoto: nobody.\n\n“Nothing.”\n\nBoy in Nowhere\n")
    assert document.blocks == ()
    assert document.set_aside == ((1, 1), (3, 3), (5, 5), (7, 7), (9, 9))
