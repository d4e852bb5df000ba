"""Lists of numbers beside an organ, without a word for resolutions, in all languages, in brackets and in cells."""

from __future__ import annotations

from itertools import pairwise

import pytest
from mandate_data.citations import cite


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "General Assembly: 45/177; 50/227"),
        ("fr", "Assemblée générale\N{NO-BREAK SPACE}: 45/177 ; 50/227"),
        ("es", "Asamblea General: 45/177; 50/227"),
        ("ru", "Генеральная Ассамблея: 45/177; 50/227"),
        ("ar", "الجمعية العامة: 45/177؛ 50/227"),
        ("zh", "大会：45/177；50/227"),
        ("zh", "大会（45/177、50/227）"),
        ("en", "It was taken up by the General Assembly (45/177, 50/227) again."),
        ("en", "| General Assembly | 45/177, 50/227 |"),
        ("en", "General Assembly\t45/177, 50/227\n"),
    ],
)
def test_they_are_read(language: str, text: str) -> None:
    assert [one.symbol for one in cite(text, language=language)] == ["A/RES/45/177", "A/RES/50/227"]


@pytest.mark.parametrize(
    "text",
    [
        "It got a majority in the General Assembly (97/193).",  # of the votes: there is no such session
        "| General Assembly | 70/123 |",  # so are these, or women and men
        "The vote in the General Assembly (70/50, 65/45) was close.",
        "The sessions of the General Assembly (73/74, 74/75) were long.",
        "Economic and Social Council (1998/99), | Economic and Social Council | 2010/11 |",  # running years
        "Security Council: 15 (1946), 22 (1947), 29 (1948)",  # counts of resolutions
        "The General Assembly (60/193) was divided.",
        "Human Rights Council: 38/47, 41/47 in favour",
        "Presbyterian Church, General Assembly: 65/281; 66/290",
        "Number of documents issued. Security Council: 1450 (2003), 1451 (2003)",
        "National Security Council (242 (1967), 338 (1973))",
        "Presbyterian Church (USA) General Assembly (45/177; 50/227)",
        "The student General Assembly: 45/177; 50/227",
        "General Assembly\t| 45/177 pages |",
        "the General Assembly (60/1 or more)",
        "| Human Rights Council | 10/3, 12/3 |",  # days
        "| General Assembly | 45/177 pages |",
        "General Assembly\t60/1\t12\n",
    ],
)
def test_what_is_no_list_is_left_out(text: str) -> None:
    assert cite(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Resolutions 60/1 (General Assembly) and 1325 (Security Council)", ["A/RES/60/1", "S/RES/1325(2000)"]),
        ("Economic and Social Council: 1998/46; 2001/2; 2003/6", ["E/RES/1998/46", "E/RES/2001/2", "E/RES/2003/6"]),
        ("Security Council: 39 (1948), 307 (1971)", ["S/RES/39(1948)", "S/RES/307(1971)"]),
        (
            "(a) General Assembly: 45/177; 66/67\n(b) Security Council: 1325 (2000)",
            ["A/RES/45/177", "A/RES/66/67", "S/RES/1325(2000)"],
        ),
        (
            "Resolutions 194 (General Assembly) and 242 (Security Council)",
            ["A/RES/194(III)", "S/RES/242(1967)"],
        ),
        (
            "resolutions 48/134 of 1993 of the General Assembly and 1325 of 2000 of the Security Council",
            ["A/RES/48/134", "S/RES/1325(2000)"],
        ),
    ],
)
def test_each_number_of_a_list_may_have_its_organ_behind_it(text: str, expected: list[str | None]) -> None:
    assert [one.symbol for one in cite(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("General Assembly resolutions 60/1 (A/RES/60/1) and 60/2", ["A/RES/60/1", "A/RES/60/1", "A/RES/60/2"]),
        ("resolutions 48/264 (see A/52/856) and 51/241 of the Assembly", ["A/RES/48/264", "A/52/856", "A/RES/51/241"]),
        (
            "Human Rights Council decisions 5/101 (A/HRC/DEC/5/101), 6/102",
            ["A/HRC/DEC/5/101", "A/HRC/DEC/5/101", "A/HRC/DEC/6/102"],
        ),
    ],
)
def test_a_document_within_a_list_is_read_once(text: str, expected: list[str]) -> None:
    found = cite(text)
    assert [one.symbol for one in found] == expected
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Conformément à la résolution 45/158 et à la 46/86 de l'Assemblée générale", "A/RES/46/86"),
        ("es", "según la resolución 45/158 de la Asamblea General y con la 46/86", "A/RES/46/86"),
        ("es", "en la resolución 1325 (2000) y en la 1820 (2008) del Consejo de Seguridad", "S/RES/1820(2008)"),
    ],
)
def test_a_list_goes_on_behind_its_preposition(language: str, text: str, expected: str) -> None:
    assert cite(text, language=language)[1].symbol == expected
