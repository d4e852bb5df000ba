"""Which numbers an organ can have adopted: its sessions, its years, where its decisions begin."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("resolution 41 (I) of 14 December 1946", "A/RES/41(I)"),
        ("resolution 24 (I) of 12 February 1946", "A/RES/24(I)"),
        ("The General Assembly adopted resolution 1 (I) and resolution 39 (I).", "A/RES/39(I)"),
        ("la résolution 41 (I) du 14 décembre 1946", "A/RES/41(I)"),
        ("la resolución 41 (I), de 14 de diciembre de 1946", "A/RES/41(I)"),
        ("резолюция 41 (I) от 14 декабря 1946 года", "A/RES/41(I)"),
        ("القرار 41 (د-1) المؤرخ 14 كانون الأول/ديسمبر 1946", "A/RES/41(I)"),
        ("第41(I)号决议", "A/RES/41(I)"),
        ("Economic and Social Council resolution 5 (I) of 16 February 1946", "E/RES/5(I)"),
        ("resolution 1503 (XLVIII) of 27 May 1970", "E/RES/1503(XLVIII)"),
    ],
)
def test_a_number_of_a_first_session_is_whose_it_can_be(text: str, symbol: str) -> None:
    assert cite(text)[-1].symbol == symbol


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("resolution 12 (I)", ("A/RES/12(I)", "E/RES/12(I)")),
        ("resolution 12 (I) of 12 February 1946", ("A/RES/12(I)", "E/RES/12(I)")),
        ("resolution 5 (I)", ("A/RES/5(I)", "E/RES/5(I)", "E/CN.4/RES/5(I)", "E/CN.4/Sub.2/RES/5(I)")),
        # the Economic and Social Council met in its 48th session in 1970
        ("resolution 1503 (XLVIII) of 27 May 1975", ()),
    ],
)
def test_a_number_that_several_can_have_stays_open(text: str, candidates: tuple[str, ...]) -> None:
    (reference,) = cite(text)
    assert (reference.symbol, reference.candidates, reference.reason) == (None, candidates, "the organ is not named")


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("General Assembly decision 52/401", "A/DEC/52/401"),
        ("General Assembly decision 45/301", "A/DEC/45/301"),
        ("General Assembly decision 52/101", None),
        ("General Assembly decision 75/12", None),
        ("la décision 75/12 de l'Assemblée générale", None),
        ("En la decisión 75/12 de la Asamblea General se dispone", None),
        ("решение 75/12 Генеральной Ассамблеи", None),
        ("大会第75/12号决定", None),
    ],
)
def test_decisions_of_the_assembly_begin_at_301(text: str, symbol: str | None) -> None:
    (reference,) = cite(text)
    assert (reference.symbol, reference.organ) == (symbol, "general_assembly")


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("Reaffirming its resolution S-20/2 of 10 June 1998", "A/RES/S-20/2"),
        ("resolution S-15/1 of 25 February 2011", "A/HRC/RES/S-15/1"),
        ("resolution S-3/1 of 25 May 1994", "E/CN.4/RES/S-3/1"),
        ("Commission on Human Rights resolution S-5/1", "E/CN.4/RES/S-5/1"),
        ("Commission on Human Rights resolution S-20/2", None),
    ],
)
def test_special_sessions_are_of_who_held_so_many(text: str, symbol: str | None) -> None:
    (reference,) = cite(text)
    assert reference.symbol == symbol


@pytest.mark.parametrize(
    ("text", "symbol", "reason"),
    [
        ("Security Council resolution 2767", "S/RES/2767(2024)", None),
        ("Security Council resolution 2768", "S/RES/2768(2025)", None),
        ("Security Council resolution 2803", "S/RES/2803(2025)", None),
        ("Security Council resolution 2804 (2025)", "S/RES/2804(2025)", None),
        ("Security Council resolution 9999", None, "the session or the year is not named"),
    ],
)
def test_a_number_that_the_security_council_is_not_known_to_have_reached(
    text: str, symbol: str | None, reason: str | None
) -> None:
    (reference,) = cite(text)
    assert (reference.symbol, reference.reason, reference.organ) == (symbol, reason, "security_council")


@pytest.mark.parametrize(
    "text",
    [
        "Human Rights Council resolution 16/58",  # it adopts no more than fifty at a session
        "Commission on Human Rights resolution 1994/140",
        "Commission on Human Rights decision 1994/12",  # they begin at 101
        "Commission on Human Rights resolution 88 (XXIII)",  # it began anew each year
        "General Assembly resolution 2625 (XX)",  # it came to that number in 1970
        "General Assembly resolution 217 A (V)",
        "Economic and Social Council resolution 1503 (XX)",
        "Economic and Social Council resolution 1994/240",
    ],
)
def test_a_number_that_its_organ_cannot_have_stays_open(text: str) -> None:
    (reference,) = cite(text)
    assert reference.symbol is None


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("Human Rights Council resolution 52/44", "A/HRC/RES/52/44"),
        ("Commission on Human Rights decision 1994/101", "E/CN.4/DEC/1994/101"),
        ("General Assembly resolution 181 (II)", "A/RES/181(II)"),
        ("General Assembly resolution 3541 (XXX)", "A/RES/3541(XXX)"),
        ("General Assembly resolution 1004 (ES-II)", "A/RES/1004(ES-II)"),
        ("Economic and Social Council resolution 1503 (XLVIII)", "E/RES/1503(XLVIII)"),
        ("Economic and Social Council resolution 1983/163", "E/RES/1983/163"),
        ("Trusteeship Council resolution 2164 (LIII)", "T/RES/2164(LIII)"),
    ],
)
def test_a_number_near_the_highest_is_its_organs(text: str, symbol: str) -> None:
    (reference,) = cite(text)
    assert reference.symbol == symbol


def test_a_resolution_of_the_security_council_has_the_year_of_its_number() -> None:
    (reference,) = cite("Security Council resolution 1325 (2001)")
    assert reference.symbol == "S/RES/1325(2000)"
    assert [one.symbol for one in cite("Security Council resolution 1325 (2005)")] == [None]
    assert [one.symbol for one in cite("The text has resolution 1325 (2001).")] == [None]
