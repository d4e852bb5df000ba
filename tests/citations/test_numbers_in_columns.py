"""Numbers in the columns of a table, which mark no notes: `24  S/2019/216`."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite


def notes(text: str) -> list[str | None]:
    return [one.note for one in cite(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Reports of the panel\n\nNo.  Symbol        Date\n23  S/2019/215    7 March 2019\n"
        "24  S/2019/216    8 March 2019\n25  S/2019/217    9 March 2019\n\nThe Council met.\n",
        "The Security Council received these reports:\n\n22  S/2019/214\n23  S/2019/215\n24  S/2019/216\n\nIt met.\n",
        "Country   Reports   Last\nChile     24  S/2019/216\nGhana     25  S/2019/217\nKenya     26  S/2019/218\n",
        "Members\tSymbol\n24\tS/2019/216\n25\tS/2019/217\n26\tS/2019/218\n",
        "Country\tMembers\tSymbol\nChile\t24\tS/2019/216\nGhana\t25\tS/2019/217\n",
        "Members  Symbol\n24  S/2019/216, para. 3\n25  S/2019/217, para. 4\n26  S/2019/218\n",
        "Meeting   Document   Subject\n24  S/2019/216   Ibid.\n25  S/2019/217   Peace\n26  S/2019/218   Aid\n",
    ],
)
def test_a_number_in_a_column_marks_no_note(text: str) -> None:
    assert set(notes(text)) == {None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Text of the report.23 Its annex.24\n\n23  S/2019/215, para. 3.\n24  S/2019/216, para. 4.\n",
            ["23", "24"],
        ),
        ("Text of the report.23 Its annex.24\n\n23  S/2019/215\n24  S/2019/216\n", ["23", "24"]),
        ("Text of the report.1 Its annex.2\n\n1\tA/70/1, para. 3.\n2\tIbid., para. 4.\n", ["1", "2"]),
        ("The text   goes on.1   It ends.2\n\n1   See A/70/1, para. 3.\n2   Ibid., para. 4.\n", ["1", "2"]),
        (
            "The panel issued reports.1 They were late.2\n\nNo.  Symbol        Date\n1  S/2019/215    7 March 2019\n"
            "2  S/2019/216    8 March 2019\n\n1 A/70/1, para. 3.\n2 Ibid., para. 4.\n",
            [None, None, "1", "2"],
        ),
    ],
)
def test_the_mark_of_a_note_is_one_with_wide_blanks_too(text: str, expected: list[str | None]) -> None:
    assert notes(text) == expected
