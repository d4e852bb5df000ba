"""Addenda, corrigenda and revisions named behind a pinpoint of their document: `A/52/44, para. 3, and Add.1`."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite, find

Placed = list[tuple[str | None, str | None, str | None]]


def placed(text: str) -> Placed:
    """Symbol, kind of pinpoint and pinpoint of each reference."""
    return [(one.symbol, one.pinpoint_kind, one.pinpoint) for one in cite(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "See A/52/44, para. 3, and Add.1, para. 5.",
            [("A/52/44", "paragraph", "3"), ("A/52/44/Add.1", "paragraph", "5")],
        ),
        (
            "See A/HRC/12/23 (paras. 2–4) and Corr.1.",
            [("A/HRC/12/23", "paragraph", "2–4"), ("A/HRC/12/23/Corr.1", None, None)],
        ),
        (
            "See A/HRC/12/23 (sect. II) and Add.1 and 2.",
            [
                ("A/HRC/12/23", "section", "II"),
                ("A/HRC/12/23/Add.1", None, None),
                ("A/HRC/12/23/Add.2", None, None),
            ],
        ),
        (
            "See A/52/44, para. 3, Add.1, paras. 5 and 6, and Add.2, annex I.",
            [
                ("A/52/44", "paragraph", "3"),
                ("A/52/44/Add.1", "paragraph", "5 and 6"),
                ("A/52/44/Add.2", "annex", "I"),
            ],
        ),
        (
            "See A/52/44, para. 3; and Rev.1, para. 4.",
            [("A/52/44", "paragraph", "3"), ("A/52/44/Rev.1", "paragraph", "4")],
        ),
        (
            "See A/52/44, in particular paras. 3 and 4, and Corr.1.",
            [("A/52/44", "paragraph", "3 and 4"), ("A/52/44/Corr.1", None, None)],
        ),
        (
            "See A/52/44 para. 3 and Add.1 para. 5.",
            [("A/52/44", "paragraph", "3"), ("A/52/44/Add.1", "paragraph", "5")],
        ),
        (
            "See A/52/44, para. 3, and its addendum (Add.1), para. 5.",
            [("A/52/44", "paragraph", "3"), ("A/52/44/Add.1", "paragraph", "5")],
        ),
        (
            "The report (A/52/44, para. 3) and its addenda (Add.1 and 2) say so.",
            [("A/52/44", "paragraph", "3"), ("A/52/44/Add.1", None, None), ("A/52/44/Add.2", None, None)],
        ),
        ("The report (A/52/44) and Corr.1 say so.", [("A/52/44", None, None), ("A/52/44/Corr.1", None, None)]),
        (
            "Voir le rapport A/52/44, par. 3, et Add.1, par. 5.",
            [("A/52/44", "paragraph", "3"), ("A/52/44/Add.1", "paragraph", "5")],
        ),
        (
            "Véanse los documentos A/52/44 (párrs. 3 y 4) y Corr.1.",
            [("A/52/44", "paragraph", "3 y 4"), ("A/52/44/Corr.1", None, None)],
        ),
        (
            "См. документ A/52/44, пункт 3, и Add.1, пункт 5.",
            [("A/52/44", "paragraph", "3"), ("A/52/44/Add.1", "paragraph", "5")],
        ),
        (
            "انظر الوثيقة A/52/44، الفقرة 3، و Add.1، الفقرة 5.",
            [("A/52/44", "paragraph", "3"), ("A/52/44/Add.1", "paragraph", "5")],
        ),
        (
            "见A/52/44号文件第3段和Add.1第5段。",
            [("A/52/44", "paragraph", "3"), ("A/52/44/Add.1", "paragraph", "5")],
        ),
    ],
)
def test_an_addendum_behind_a_pinpoint(text: str, expected: Placed) -> None:
    assert placed(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See A/52/44, para. 3, and A/52/45/Add.1.", ["A/52/44", "A/52/45/Add.1"]),
        ("See A/52/44, para. 3, and 2 States.", ["A/52/44"]),
        ("See (A/52/44), 2 and 3 May.", ["A/52/44"]),
        ("A/52/44, para. 3, and Revenue 1 of the fund.", ["A/52/44"]),
    ],
)
def test_what_is_no_addendum(text: str, expected: list[str]) -> None:
    assert [one.symbol for one in cite(text)] == expected


def test_an_addendum_may_be_named_with_its_corrigendum() -> None:
    references = find("A/HRC/7/8 and Add.1 and Add.1/Corr.1 and Add.2.")
    assert [reference.symbol for reference in references] == [
        "A/HRC/7/8",
        "A/HRC/7/8/Add.1",
        "A/HRC/7/8/Add.1/Corr.1",
        "A/HRC/7/8/Add.2",
    ]


def test_the_number_of_the_next_paragraph_is_no_corrigendum() -> None:
    references = find("contained in document E/ICEF/2011/P/L.33 and Corr.1;\n4. Decides that the policy")
    assert [reference.symbol for reference in references] == ["E/ICEF/2011/P/L.33", "E/ICEF/2011/P/L.33/Corr.1"]
