"""A number beside "the Commission", "the Authority", "the latter": it is only of an organ that is called so."""

from __future__ import annotations

import pytest
from mandate_data.citations import LANGUAGES, cite

CCPCJ = "commission_on_crime_prevention_and_criminal_justice"


@pytest.mark.parametrize("issuer", [None, "A/75/1", "E/2021/24"])
@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Commission resolution 73/9", "en"),
        ("At its seventy-third session, the Commission adopted resolution 73/9.", "en"),
        ("Commission resolution 2014/1", "en"),
        ("Commission decision 52/101", "en"),
        ("In its decision 52/101, the Commission agreed to it.", "en"),
        ("The Assembly adopted resolution 2014/1.", "en"),
        ("Authority resolution 73/9", "en"),
        ("Programme decision 52/101", "en"),
        ("Subcommittee resolution 73/9", "en"),
        ("la résolution 73/9 de la Commission", "fr"),
        ("La Commission a adopté la résolution 73/9.", "fr"),
        ("la résolution 73/9 du Fonds", "fr"),
        ("la resolución 73/9 de la Comisión", "es"),
        ("la resolución 73/9 de la Autoridad", "es"),
        ("резолюция 73/9 Комиссии", "ru"),
        ("резолюция 73/9 Фонда", "ru"),
        ("قرار اللجنة 73/9", "ar"),
        ("القرار 73/9 الصادر عن السلطة", "ar"),
        ("委员会第73/9号决议", "zh"),
        ("管理局第73/9号决议", "zh"),
    ],
)
def test_no_organ_of_another_kind_has_it(text: str, language: str, issuer: str | None) -> None:
    assert language in LANGUAGES
    (reference,) = cite(text, issuer=issuer, language=language)
    assert reference.symbol is None


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("The Council and the Assembly adopted resolutions 5/1 and 60/251.", ["A/HRC/RES/5/1", "A/RES/60/251"]),
        ("resolutions 16/21 and 60/251 of the Council and of the Assembly", ["A/HRC/RES/16/21", "A/RES/60/251"]),
        (
            "In its report, of which the Council took note in its decision 1995/236, the Commission called for more.",
            ["E/DEC/1995/236"],
        ),
        ("The Commission on Human Rights met. Commission resolution 2003/68.", ["E/CN.4/RES/2003/68"]),
    ],
)
def test_the_organ_that_can_have_it_is_named_too(text: str, symbols: list[str]) -> None:
    assert [reference.symbol for reference in cite(text)] == symbols


def test_the_organ_of_the_open_one_is_the_one_named_before() -> None:
    (reference,) = cite("The Commission on Population and Development met. Commission decision 52/101.")
    assert (reference.symbol, reference.organ) == (None, "commission_on_population_and_development")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "The Commission on Crime Prevention and Criminal Justice brings to the attention of the Council its"
            " resolution 27/2. Economic and Social Council resolution 2005/20 sets standards.",
            "en",
        ),
        (
            "La Commission pour la prévention du crime et la justice pénale porte à l'attention du Conseil sa"
            " résolution 27/2.",
            "fr",
        ),
        (
            "La Comisión de Prevención del Delito y Justicia Penal señala a la atención del Consejo su"
            " resolución 27/2.",
            "es",
        ),
    ],
)
def test_what_an_organ_is_given_is_of_whoever_gives_it(text: str, language: str) -> None:
    reference = cite(text, language=language)[0]
    assert (reference.symbol, reference.organ) == (None, CCPCJ)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The General Assembly and the Security Council met; the latter adopted resolution 12/3.", "en"),
        (
            "L'Assemblée générale et le Conseil de sécurité se sont réunis ; ce dernier a adopté la résolution 12/3.",
            "fr",
        ),
        ("La Asamblea General y el Consejo de Seguridad se reunieron; este último aprobó la resolución 12/3.", "es"),
        ("Генеральная Ассамблея и Совет Безопасности заседали; последний принял резолюцию 12/3.", "ru"),
        ("اجتمعت الجمعية العامة ومجلس الأمن واتخذ الأخير القرار 12/3", "ar"),
    ],
)
def test_the_latter_tells_no_organ(text: str, language: str) -> None:
    (reference,) = cite(text, language=language)
    assert (reference.symbol, reference.candidates) == (None, ("A/HRC/RES/12/3",))
