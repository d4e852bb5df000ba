"""A date behind an addendum, a meeting or a resolution is no further one of the list."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite


def _found(text: str) -> list[tuple[str | None, str | None]]:
    return [(one.symbol, one.pinpoint) for one in cite(text)]


@pytest.mark.parametrize(
    "text",
    [
        "See A/58/1/Add.4, 13 January 2006, para. 7.",
        "See A/58/1/Add.4, 13 of January 2006, para. 7.",
        "See A/58/1/Add.4, 13th of January 2006, para. 7.",
        "Véase A/58/1/Add.4, 13 de enero de 2006, párr. 7.",
        "Voir le document A/58/1/Add.4, 13 janvier 2006, par. 7.",
        "См. A/58/1/Add.4, 13 января 2006 года, пункт 7.",
        "См. A/58/1/Add.4, от 13 января 2006 года, пункт 7.",
        "انظر A/58/1/Add.4، 13 كانون الثاني/يناير 2006، الفقرة 7.",
        "انظر A/58/1/Add.4، 13 من يناير 2006، الفقرة 7.",
        "انظر A/58/1/Add.4، 13 يونيو 2006، الفقرة 7.",
        "见A/58/1/Add.4，2006年1月13日，第7段。",
    ],
)
def test_the_pinpoint_behind_a_date_is_of_the_addendum(text: str) -> None:
    assert _found(text) == [("A/58/1/Add.4", "7")]


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("See A/58/1/Corr.1, 3 May.", ["A/58/1/Corr.1"]),
        ("Véase A/58/1/Corr.1, 3 May 2006.", ["A/58/1/Corr.1"]),
        ("VÉASE A/58/1/ADD.1, 13 DE ENERO DE 2006", ["A/58/1/Add.1"]),
        ("See A/58/1/Add.4, 13-1-2006.", ["A/58/1/Add.4"]),
        ("Le rapport A/58/1/Add.1, 2 et 3 mai 2004, est publié.", ["A/58/1/Add.1"]),
        ("见A/58/1/Add.4，1月13日。", ["A/58/1/Add.4"]),
        ("见A/58/1/Add.4，13个国家。", ["A/58/1/Add.4"]),
        ("Véase CRC/C/SR.16, 17 de mayo de 1992.", ["CRC/C/SR.16"]),
    ],
)
def test_a_day_is_no_number_of_a_list(text: str, symbols: list[str]) -> None:
    assert [one.symbol for one in cite(text)] == symbols


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("See A/58/1/Add.4 and 13, para. 7.", ["A/58/1/Add.4", "A/58/1/Add.13"]),
        ("See A/58/1/Add.1-3 may be of use.", ["A/58/1/Add.1", "A/58/1/Add.3"]),
        ("See A/58/1/Corr.1 and 2, 3 May 2004.", ["A/58/1/Corr.1", "A/58/1/Corr.2"]),
        ("Véase A/58/1/Add.1, 2 y 3, párr. 3.", ["A/58/1/Add.1", "A/58/1/Add.2", "A/58/1/Add.3"]),
        ("Véase A/58/1/Add.1 y 2, 3 de mayo de 2004.", ["A/58/1/Add.1", "A/58/1/Add.2"]),
        ("См. A/58/1/Add.4 и 13, пункт 7.", ["A/58/1/Add.4", "A/58/1/Add.13"]),
        ("انظر A/58/1/Add.4 و13، الفقرة 7.", ["A/58/1/Add.4", "A/58/1/Add.13"]),
        ("见A/58/1/Add.4和13，第7段。", ["A/58/1/Add.4", "A/58/1/Add.13"]),
    ],
)
def test_other_numbers_are(text: str, symbols: list[str]) -> None:
    assert [one.symbol for one in cite(text)] == symbols
