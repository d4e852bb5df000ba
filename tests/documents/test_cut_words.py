"""A place that begins or ends within a word or a number is noticed, in texts of every script."""

from __future__ import annotations

import pytest
from document_support import parsed
from mandate_data.documents import Place
from mandate_data.documents.cut_words import cut_word


def around(line: str, printed: str) -> str:
    """What `cut_word` says of the first place of some characters in a document of one line."""
    start = line.index(printed)
    document = parsed(line)
    return cut_word([Place(document.source_id, 1, start, 1, start + len(printed))], {document.source_id: document})


@pytest.mark.parametrize(
    ("line", "printed", "said"),
    [
        ("the visit of 1994", "visi", "the […]t of 1994"),
        ("the visit of 1994", "199", "the visit of […]4"),
        ("with 2,500 voyages", "500", "with 2,[…] voyages"),
        ("with 12,75 per cent", "75", "with 12,[…] per cent"),
        ("правительства", "вительства", "пра[…]"),
        ("تقرير", "ير", "تقر[…]"),
        ("café", "caf", "[…]é"),
    ],
)
def test_a_cut_is_noticed(line: str, printed: str, said: str) -> None:
    assert around(line, printed) == said


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("the visit of 1994", "visit"),
        ("the 49th session", "49"),
        ("in 2023.53 She", "2023"),
        ("of 25 July 2019,75/276 of 28 April 2021", "75/276"),
        ("人权理事会提到A/HRC/34/55号文件", "A/HRC/34/55"),
        ("人权理事会提到", "理事会"),
        ("في وA/HRC/34/55", "A/HRC/34/55"),
    ],
)
def test_whole_words_and_numbers_are_none(line: str, printed: str) -> None:
    assert around(line, printed) == ""
