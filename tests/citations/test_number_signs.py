"""Signs before a number: No., N.º, n°, núm., №, in all of their forms, for resolutions, comments and communications."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite

LATIN = ("No.", "No", "no", "nos.", "Nos", "Nº", "nº", "N°", "n°", "N.º", "n.º", "n.°", "n.o", "N. º", "nᵒ")
SIGNS = {
    "en": (*LATIN, "№", "№№", "#", "Nr", "number", "num."),
    "fr": (*LATIN, "№", "№№", "#", "nᵒˢ", "n.os", "n.", "numéro", "numéros", "num."),
    "es": (*LATIN, "№", "№№", "#", "nᵒˢ", "n.os", "n.", "Nro.", "nros.", "núm.", "Núms.", "número"),
    "ru": ("№", "№№", "под №", "за №", "No.", "N", "N°", "Nº", "номер"),
    "ar": ("رقم", "برقم", "ذي الرقم", "ذات الرقم", "رقمي"),
}
TEXTS = {
    "en": (
        "General Assembly resolution {} 60/251",
        "general comment {} 14 of the CRC Committee",
        "communication {} 2054/2011",
    ),
    "fr": (
        "la résolution {} 60/251 de l'Assemblée générale",
        "Observation générale {} 14 du Comité des droits de l'enfant",
        "communication {} 2054/2011",
    ),
    "es": (
        "la resolución {} 60/251 de la Asamblea General",
        "Observación general {} 14 del Comité de los Derechos del Niño",
        "comunicación {} 2054/2011",
    ),
    "ru": (
        "резолюция {} 60/251 Генеральной Ассамблеи",
        "замечание общего порядка {} 14 Комитета по правам ребенка",
        "сообщение {} 2054/2011",
    ),
    "ar": ("قرار الجمعية العامة {} 60/251", "التعليق العام {} 14 للجنة حقوق الطفل", "البلاغ {} 2054/2011"),
}
WHAT = [("resolution", "A/RES/60/251"), ("general_comment", "CRC/C/GC/14"), ("communication", None)]


@pytest.mark.parametrize(("language", "sign"), [(language, sign) for language in SIGNS for sign in SIGNS[language]])
def test_a_number_is_read_behind_its_sign(language: str, sign: str) -> None:
    for text, what in zip(TEXTS[language], WHAT, strict=True):
        found = cite(text.format(sign), language=language)
        assert [(one.kind, one.symbol) for one in found] == [what], text


@pytest.mark.parametrize(
    ("language", "text", "symbols"),
    [
        ("es", "las resoluciones n.º 60/147 y n.º 60/251 de la Asamblea General", ["A/RES/60/147", "A/RES/60/251"]),
        ("es", "Resolución N.º 1325 (2000) del Consejo de Seguridad", ["S/RES/1325(2000)"]),
        ("fr", "les résolutions n°60/147 et n°60/251 de l'Assemblée générale", ["A/RES/60/147", "A/RES/60/251"]),
        ("es", "la resolución, nota 60", []),
        ("fr", "la résolution, notamment 60 États", []),
        ("en", "the resolution, now 60 years old", []),
    ],
)
def test_signs_in_lists_and_words_that_begin_alike(language: str, text: str, symbols: list[str]) -> None:
    assert [one.symbol for one in cite(text, language=language)] == symbols
