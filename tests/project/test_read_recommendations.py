"""What a report recommends is read item by item, wherever the items stand."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposing import proposed, with_schemas

LETTERED = """7. The Special Rapporteur urges States to: (a) Adopt laws on schools; (b) Train teachers, and \\
(c) Give children a hearing. She met some of them."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return with_schemas(tmp_path_factory.mktemp("recommendations"))


def test_items_of_a_request_in_one_paragraph_are_told_apart(root: Path) -> None:
    found, others = proposed(root, LETTERED.replace("\\\n", ""))
    assert [one.sentence for one in found] == ["Adopt laws on schools", "Train teachers", "Give children a hearing."]
    assert others == []


def test_items_of_a_request_behind_other_words_are_found(root: Path) -> None:
    text = "8. With a view to schools, the Special Rapporteur recommends that the industry: (a) Act; and (b) Go on."
    assert [one.sentence for one in proposed(root, text)[0]] == ["Act", "Go on."]


def test_a_sentence_that_names_letters_is_no_list(root: Path) -> None:
    text = "States should mind art. 3 (a) and (b) of the law. States should act on (a) schools and (b) homes."
    assert [one.sentence for one in proposed(root, text)[0]] == [
        "States should mind art. 3 (a) and (b) of the law.",
        "States should act on (a) schools and (b) homes.",
    ]


def test_a_list_that_asks_nothing_of_anybody_is_none(root: Path) -> None:
    text = "He was asked for more. Schools must be: (a) Available to all; (b) Accessible; (c) Good."
    assert proposed(root, text) == ([], [])


def test_a_recommendation_that_a_note_breaks_is_told(root: Path) -> None:
    text = "States should act. States should go on. States must weigh the 34 See the Convention, art. 3."
    found, others = proposed(root, text)
    assert [one.sentence for one in found] == ["States should act.", "States should go on."]
    assert [(one.what, one.why) for one in others] == [
        ("a recommendation", "a note is run into the middle of what is recommended here: it is no item of the list")
    ]
