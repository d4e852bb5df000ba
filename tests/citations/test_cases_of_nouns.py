"""Organs in every case of Russian, participles that say who acted, years with their word; Arabic words glued on."""

from __future__ import annotations

import pytest
from citation_support import symbols


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("принятой Генеральной Ассамблеей в ее резолюции 2625 (XXV)", ["A/RES/2625(XXV)"]),
        ("провозглашенное Генеральной Ассамблеею в ее резолюции 47/135", ["A/RES/47/135"]),
        (
            "Совет по правам человека отмечает цели, принятые Генеральной Ассамблеей в ее резолюции 60/1.",
            ["A/RES/60/1"],
        ),
        (
            "Генеральная Ассамблея отмечает мандат, утвержденный Советом по правам человека в его резолюции 16/4.",
            ["A/HRC/RES/16/4"],
        ),
        ("резолюции Совета Безопасности 1296 ( 2000 г.) и 1314 (2000 г.)", ["S/RES/1296(2000)", "S/RES/1314(2000)"]),
        ("安全理事会第1325（2000年）号决议", ["S/RES/1325(2000)"]),
        (
            "قرارات مجلس الأمن 242 و338 ومبدأ الأرض مقابل السلام",
            ["S/RES/242(1967)", "S/RES/338(1973)"],
        ),
    ],
)
def test_the_organ_is_read_in_the_case_that_it_stands_in(text: str, expected: list[str]) -> None:
    assert symbols(text) == expected
