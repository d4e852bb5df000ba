"""Resolutions that a text says are those of a country's authorities are open, whatever their number and year."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite


@pytest.mark.parametrize(
    ("language", "text", "candidate"),
    [
        ("en", "The resolution 1325 (2000) of the Parish Council was read.", "S/RES/1325(2000)"),
        ("en", "Resolution 1373 (2001) was adopted by the Dallas City Council.", "S/RES/1373(2001)"),
        ("en", "By resolution 1373 (2001), the county board sold the land.", "S/RES/1373(2001)"),
        ("en", "The Ministry of Health, in its resolution 1820 (2008), banned it.", "S/RES/1820(2008)"),
        ("en", "The Ministry has issued resolution 1820 (2008).", "S/RES/1820(2008)"),
        ("en", "In its resolution 1820 (2008), the Ministry of Health banned it.", "S/RES/1820(2008)"),
        ("en", "The Ministry of Health issued the controversial resolution 1820 (2008).", "S/RES/1820(2008)"),
        (
            "en",
            "The Oakland City Council, at its meeting of 3 May, unanimously adopted resolution 1373 (2001).",
            "S/RES/1373(2001)",
        ),
        ("fr", "La résolution 1373 (2001) du conseil municipal de Lyon est nulle.", "S/RES/1373(2001)"),
        ("fr", "Par résolution 1373 (2001), le conseil municipal a décidé de vendre.", "S/RES/1373(2001)"),
        ("fr", "La résolution 60/251 du conseil communal de Namur est nulle.", "A/RES/60/251"),
        ("es", "La ONU lo pidió. La Resolución 1325 de 2000 del Ministerio de Salud es nula.", "S/RES/1325(2000)"),
        ("es", "El Ministerio de Salud expidió la Resolución 1820 (2008).", "S/RES/1820(2008)"),
        ("ru", "В резолюции 1373 (2001) Городской думы говорится.", "S/RES/1373(2001)"),
        ("ar", "القرار 1373 (2001) الصادر عن مجلس المدينة", "S/RES/1373(2001)"),
        ("zh", "教育部第1325(2000)号决议。", "S/RES/1325(2000)"),
    ],
)
def test_it_is_open_with_its_candidate(language: str, text: str, candidate: str) -> None:
    (reference,) = cite(text, language=language)
    assert (reference.symbol, reference.candidates) == (None, (candidate,))
    assert reference.reason == "another body is named as having adopted it"


@pytest.mark.parametrize(
    ("language", "text", "symbol"),
    [
        ("en", "Under resolution 1373 (2001), the Ministry of Finance may freeze assets.", "S/RES/1373(2001)"),
        ("en", "As required by resolution 1373 (2001), the Ministry of Finance froze the assets.", "S/RES/1373(2001)"),
        ("en", "The plan of the Ministry of Foreign Affairs on Resolution 1325 (2000)", "S/RES/1325(2000)"),
        ("en", "The implementation by the Ministry of Defence of Resolution 1325 (2000)", "S/RES/1325(2000)"),
        ("en", "The debate in Parliament on resolution 1325 (2000)", "S/RES/1325(2000)"),
        ("fr", "Le ministère de la Défense et la résolution 1325 (2000)", "S/RES/1325(2000)"),
        ("es", "Plan del Ministerio de Defensa sobre la Resolución 1325 (2000)", "S/RES/1325(2000)"),
        ("ar", "ناقش البرلمان القرار 1973 (2011)", "S/RES/1973(2011)"),
        ("en", "Pursuant to resolution 1373 (2001), the Supreme Court may freeze assets.", "S/RES/1373(2001)"),
        ("en", "The Ministry of Defence follows up resolution 1325 (2000).", "S/RES/1325(2000)"),
        ("en", "Resolution 1325 (2000) was presented to the city council of Dallas.", "S/RES/1325(2000)"),
        ("en", "Security Council resolution 1325 (2000) was endorsed by the Senate.", "S/RES/1325(2000)"),
        ("fr", "Selon la résolution 1373 (2001), le ministère peut geler des avoirs.", "S/RES/1373(2001)"),
        ("es", "Según la resolución 1373 (2001), el Ministerio puede congelar activos.", "S/RES/1373(2001)"),
        ("ru", "Министерство выполняет резолюцию 1373 (2001).", "S/RES/1373(2001)"),
        ("ar", "وقدم القرار 1373 (2001) إلى مجلس المدينة", "S/RES/1373(2001)"),
        ("zh", "教育部执行第1325(2000)号决议。", "S/RES/1325(2000)"),
    ],
)
def test_one_that_only_stands_near_says_nothing(language: str, text: str, symbol: str) -> None:
    assert [one.symbol for one in cite(text, language=language)] == [symbol]


def test_an_assembly_of_a_state_is_none_of_the_united_nations_in_brackets_either() -> None:
    (reference,) = cite("The Illinois General Assembly (resolution 45/177) honoured him.")
    assert (reference.symbol, reference.organ) == (None, "illinois_general_assembly")


@pytest.mark.parametrize("ordinal", ["Sixty-first", "Third"])
def test_an_ordinal_before_the_assembly_is_no_name(ordinal: str) -> None:
    text = f"As the {ordinal} General Assembly adopted resolution 61/295, it noted this."
    assert [one.symbol for one in cite(text)] == ["A/RES/61/295"]


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        (
            "The Ministry adopted resolution 1325 (2000). Security Council resolution 1325 (2000) is another.",
            [None, "S/RES/1325(2000)"],
        ),
        ("In its resolution 12/3, the Human Rights Council thanked the Synod.", ["A/HRC/RES/12/3"]),
    ],
)
def test_another_mention_of_the_number_settles_none_of_another_body(text: str, symbols: list[str | None]) -> None:
    assert [one.symbol for one in cite(text)] == symbols
