"""How words go on that the end of a line broke: the document's own words tell, and what is usual where they do not."""

from __future__ import annotations

import pytest
from mandate_data.documents.line_breaks import before_next_line
from mandate_data.documents.printed_words import PrintedWords

BREAKING = ["Recommenda-", "tions and more recommendations", "are made. Policies are child-friendly and family-run."]
"""A document that breaks words, as it prints one whole elsewhere that a line's end broke."""
WHOLE = ["The long-", "term plans are long-term, as short- and medium-term ones.", "Child labour and work"]
"""A document that breaks lines at hyphens alone."""


@pytest.mark.parametrize(
    ("value", "following", "lines", "joined"),
    [
        ("an effi-", "cient one", ["be efficient"], "an efficient one"),
        ("an effi-", "ciency", ["be efficient"], "an efficiency"),
        ("a well-", "being", ["well-being"], "a well-being"),
        ("a well-", "beings", ["well-being"], "a well-beings"),
        ("a cardi\u2010", "ovascular one", [], "a cardiovascular one"),
        # Nothing like it is printed elsewhere: words are broken where the document breaks others.
        ("a cardi-", "ovascular one", BREAKING, "a cardiovascular one"),
        ("a cardi-", "ovascular one", WHOLE, "a cardi-ovascular one"),
        ("a cardi-", "ovascular one", [], "a cardi-ovascular one"),
        ("CARDI-", "OVASCULAR", BREAKING, "CARDIOVASCULAR"),
        ("a cardi-", "ovascular one", [*BREAKING, "where programs‐", "break"], "a cardi-ovascular one"),
        # Parts of words with hyphens, and English words that have one behind them.
        ("a dog-", "friendly one", BREAKING, "a dog-friendly one"),
        ("a family-", "made one", [*BREAKING, "made"], "a family-made one"),
        ("a non-", "formal one", BREAKING, "a non-formal one"),
        ("the twenty-", "fifth", BREAKING, "the twenty-fifth"),
        ("a father-to-", "son talk", [*BREAKING, "to my son"], "a father-to-son talk"),
        # Figures, single letters, capitals and addresses.
        ("COVID-", "19 spread", BREAKING, "COVID-19 spread"),
        ("an e-", "mail", BREAKING, "an e-mail"),
        ("the UN-", "Habitat", BREAKING, "the UN-Habitat"),
        ("the Asia-", "Pacific", BREAKING, "the Asia-Pacific"),
        ("see https://example.org/cardi-", "ovascular", BREAKING, "see https://example.org/cardi-ovascular"),
        # A hyphen that stands for the end of a word.
        ("of child-", "and work", WHOLE, "of child- and work"),
        ("of child-", "labour", WHOLE, "of child-labour"),
    ],
)  # fmt: skip
def test_a_word_that_a_line_ends_goes_on(value: str, following: str, lines: list[str], joined: str) -> None:
    assert before_next_line(value, following, PrintedWords(lines)) + following == joined
