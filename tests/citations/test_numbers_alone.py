"""Resolutions by their number alone: the Security Council's, those of the United Nations, and those repeated so."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite


@pytest.mark.parametrize(
    ("text", "language", "symbol"),
    [
        (
            "The Security Council adopted resolution 1373 (2001). It is new. Resolution 1373 requires much.",
            "en",
            "S/RES/1373(2001)",
        ),
        ("Security Council resolution 1701 ended it. Resolution 1701 is clear.", "en", "S/RES/1701(2006)"),
        ("Resolution 1373 requires much (see S/RES/1373 (2001), and resolution 1373).", "en", "S/RES/1373(2001)"),
        ("The U.N. Security Council on Monday passed Resolution 2728.", "en", "S/RES/2728(2024)"),
        ("the Security Council, in its resolution 1973 (2011), and in resolution 1970,", "en", "S/RES/1970(2011)"),
        ("General Assembly resolution 1514 (XV) is old. Resolution 1514 says so.", "en", "A/RES/1514(XV)"),
        ("Security Council resolution 1701 (2006) matters, and UN resolution 1701 says so.", "en", "S/RES/1701(2006)"),
        (
            "le Conseil de sécurité a adopté la résolution 1973 (2011) après la résolution 1970 du même Conseil.",
            "fr",
            "S/RES/1970(2011)",
        ),
        ("La résolution 1373 (2001) compte. La résolution 1373 exige.", "fr", "S/RES/1373(2001)"),
        ("El Consejo de Seguridad aprobó la resolución 2728.", "es", "S/RES/2728(2024)"),
        ("La resolución 1373 (2001) cuenta. La resolución 1373 exige.", "es", "S/RES/1373(2001)"),
        ("Совет Безопасности принял резолюцию 2728.", "ru", "S/RES/2728(2024)"),
        ("Резолюция 1373 (2001) важна. Резолюция 1373 требует.", "ru", "S/RES/1373(2001)"),
        ("القرار 1373 (2001) مهم. القرار 1373 يقتضي", "ar", "S/RES/1373(2001)"),
        ("第1373(2001)号决议很重要。第1373号决议要求。", "zh", "S/RES/1373(2001)"),
    ],
)
def test_the_last_one_is_settled(text: str, language: str, symbol: str) -> None:
    reference = cite(text, language=language)[-1]
    assert (reference.symbol, reference.reason) == (symbol, None)


def test_where_the_sentence_names_the_council_and_no_other_organ_it_is_the_councils() -> None:
    (reference,) = cite("The Security Council condemned the breach of resolution 1701.")
    assert (reference.symbol, reference.candidates) == ("S/RES/1701(2006)", ())


def test_where_the_sentence_names_another_organ_too_it_is_a_candidate() -> None:
    (reference,) = cite("The General Assembly and the Security Council condemned the breach of resolution 1701.")
    assert (reference.symbol, reference.candidates) == (None, ("S/RES/1701(2006)",))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("UN resolution 1701", "en"),
        ("resolution 1701 of the United Nations", "en"),
        ("la résolution 1701 de l'ONU", "fr"),
        ("la resolución 1701 de la ONU", "es"),
        ("резолюция 1701 ООН", "ru"),
        ("قرار الأمم المتحدة 1701", "ar"),
        ("联合国第1701号决议", "zh"),
    ],
)
def test_one_of_the_united_nations_stays_open(text: str, language: str) -> None:
    (reference,) = cite(text, language=language)
    assert (reference.symbol, reference.reason) == (None, "the organ is not named")
    assert reference.candidates == ("S/RES/1701(2006)", "A/RES/1701(XVI)")


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 1701 was adopted.",
        "The House adopted resolution 1701. The Security Council met.",
        "The Security Council met while the Ohio Senate adopted resolution 1701.",
        "resolution 1701 of the United Nations Association of Ruritania",
        "The screen has a resolution 1080.",
        "The monitor has decision 1080.",
    ],
)
def test_others_are_none(text: str) -> None:
    assert cite(text) == []


def test_another_bodys_repeats_nothing() -> None:
    found = cite(
        "Security Council resolution 1373 (2001) matters. House Resolution 1373 and PACE Resolution 1373 do not."
    )
    assert [one.text for one in found] == ["resolution 1373 (2001)"]


def test_two_of_the_same_number_settle_nothing() -> None:
    found = cite(
        "General Assembly resolution 194 (III), Security Council resolution 194 (1964). Resolution 194 says so."
    )
    assert [one.symbol for one in found] == ["A/RES/194(III)", "S/RES/194(1964)"]


def test_a_year_behind_other_numbers_is_none() -> None:
    found = cite("The Security Council adopted resolution 2551 (2020) and 2023 (annex C) was new.")
    assert [one.symbol for one in found] == ["S/RES/2551(2020)"]
    found = cite("The Security Council adopted resolutions 1970 (2011) and 1973.")
    assert [one.symbol for one in found] == ["S/RES/1970(2011)", "S/RES/1973(2011)"]


def test_a_resolution_begins_a_chinese_sentence() -> None:
    assert [one.symbol for one in cite("会议开始。第73/1号决议很重要。")] == ["A/RES/73/1"]


def test_a_number_beside_a_word_for_another_organ_is_settled_by_its_full_mention() -> None:
    text = "The General Assembly adopted resolution 174 (II). Under resolution 174 (II) the Commission met."
    assert [one.symbol for one in cite(text)] == ["A/RES/174(II)", "A/RES/174(II)"]
    assert [one.symbol for one in cite("Under resolution 174 (II) the Commission met.")] == [None]
