"""Tables of plain text whose cells are not told for certain are named by their lines."""

from __future__ import annotations

import pytest
from document_support import PLAIN, parsed

COLUMNS = """Left column begins with a plan       Right column tells of the visit
for schools and it goes on for       to Fiji, which took place from
a while until it is done, as it      the spring to the end of a year
was created on the third of May      and its corrigendum. The office
"""


def told(text: str) -> list[str]:
    return [f"{one.line}: {one.reason}" for one in parsed(f"Text.\n\n{text}", PLAIN).left_out]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("| A |- B |\n| C |- D |\n", "3: the cells of a table or box that is drawn with signs, up to line 4"),
        ("A\tB\n1\t2\n\nAll\t\t3\n", "3: the cells of a table that is set with tabs, up to line 6"),
        (
            "Fiji           2 May\nBosnia and     3 May\nHerzegovina\nPeru           4 May\nChad           5 May\n",
            "5: which cell of the table above goes on here, if any",
        ),
        (COLUMNS, "3: the order of words that may be two columns of text and no table, up to line 6"),
    ],
    ids=["pipes", "tabs", "wrapped", "columns"],
)
def test_what_may_be_wrong_in_a_table_is_told(text: str, what: str) -> None:
    assert told(text) == [what]


@pytest.mark.parametrize(
    "text",
    [
        "1.\tThe first paragraph.\n\n2.\tThe second one.\n",
        "Fiji     3 May\nPeru     4 May\n\nText after the table.\n",
        "Fiji     3 May\nPeru     4 May\nText after the table, which is long.\n",
        "Fiji     the third\nPeru     the fourth\nChad     the fifth\nMali     the sixth\n",
    ],
    ids=["labels", "apart", "long", "table"],
)
def test_other_text_is_not_told(text: str) -> None:
    assert told(text) == []
