"""French and Spanish words whose accents an extraction lost, and capitals within the names of organs."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite


def _found(text: str, language: str) -> list[tuple[str, str | None]]:
    return [(one.text, one.symbol) for one in cite(text, language=language)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("es", "Resolucin 217A (III) de la Asamblea General", ("Resolucin 217A (III)", "A/RES/217(III)A")),
        ("es", "la resolucin 1373 (2001) del Consejo", ("resolucin 1373 (2001)", "S/RES/1373(2001)")),
        ("es", "la resoluci\ufffdn 60/1 de la Asamblea General", ("resoluci\ufffdn 60/1", "A/RES/60/1")),
        ("es", "la resoluci n 60/1 de la Asamblea General", ("resoluci n 60/1", "A/RES/60/1")),
        ("es", "la decisin 60/551 de la Asamblea General", ("decisin 60/551", "A/DEC/60/551")),
        ("es", "resolucin 2004/17 del Consejo Econmico y Social", ("resolucin 2004/17", "E/RES/2004/17")),
        ("es", "resolucin 2004/17 de la Comisin de Derechos Humanos", ("resolucin 2004/17", "E/CN.4/RES/2004/17")),
        (
            "es",
            "Observacin general nm. 14 del Comit de Derechos Econmicos, Sociales y Culturales",
            ("Observacin general nm. 14", "E/C.12/2000/4"),
        ),
        ("fr", "la rsolution 60/1 de l'Assemble gnrale", ("rsolution 60/1", "A/RES/60/1")),
        ("fr", "la re'solution 60/1 de l'Assemble'e ge'ne'rale", ("re'solution 60/1", "A/RES/60/1")),
        ("fr", "la r?solution 60/1 de l'Assembl?e g?n?rale", ("r?solution 60/1", "A/RES/60/1")),
        ("fr", "la rsolution 1325 du Conseil de scurit", ("rsolution 1325", "S/RES/1325(2000)")),
        ("fr", "la dcision 60/551 de l'Assemble gnrale", ("dcision 60/551", "A/DEC/60/551")),
    ],
)
def test_accents_may_be_lost(language: str, text: str, expected: tuple[str, str]) -> None:
    assert _found(text, language) == [expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La solution 60/1 de l'Assemblée générale était proposée."),
        ("fr", "La dissolution 60/1 de l'Assemblée générale était proposée."),
        ("fr", "Il a payé Rs 60/1 à l'Assemblée générale."),
        ("es", "La revolucin 60/1 de la Asamblea General."),
    ],
)
def test_other_words_are_not_taken_for_them(language: str, text: str) -> None:
    assert _found(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "symbol"),
    [
        ("fr", "la résolution 60/1 de l'Assemblée Générale", "A/RES/60/1"),
        ("fr", "la résolution 60/1 de l'Assemblee Generale", "A/RES/60/1"),
        ("fr", "la résolution 1325 du Conseil de Sécurité", "S/RES/1325(2000)"),
        ("fr", "la résolution 1325 du Conseil de Securité", "S/RES/1325(2000)"),
        ("fr", "la résolution 2004/17 du Conseil Économique et Social", "E/RES/2004/17"),
        ("fr", "la résolution 2004/17 du Conseil Economique et social", "E/RES/2004/17"),
        ("fr", "la résolution 7/1 du Conseil des Droits de l'Homme", "A/HRC/RES/7/1"),
        ("fr", "la résolution 7/1 du Conseil des droits de l’Homme", "A/HRC/RES/7/1"),
        ("fr", "la résolution 7/1 du Conseil Des Droits De L'Homme", "A/HRC/RES/7/1"),
        ("fr", "la résolution 2004/17 de la Commission des Droits de l'homme", "E/CN.4/RES/2004/17"),
        ("fr", "la résolution 1996/4 de la Sous-commission", "E/CN.4/Sub.2/RES/1996/4"),
        ("fr", "la résolution 2183 (LIII) du Conseil de Tutelle", "T/RES/2183(LIII)"),
        ("es", "la resolución 60/1 de la Asamblea general", "A/RES/60/1"),
        ("es", "la resolución 1325 del Consejo de seguridad", "S/RES/1325(2000)"),
        ("es", "la resolución 2004/17 del Consejo económico y social", "E/RES/2004/17"),
        ("es", "la resolución 7/1 del Consejo de derechos humanos", "A/HRC/RES/7/1"),
        ("es", "la resolución 7/1 del Consejo de los Derechos Humanos", "A/HRC/RES/7/1"),
        ("es", "la resolución 2004/17 de la Comisión de derechos humanos", "E/CN.4/RES/2004/17"),
        ("es", "la resolución 2183 (LIII) del Consejo de administración fiduciaria", "T/RES/2183(LIII)"),
    ],
)
def test_words_within_names_have_any_capitals(language: str, text: str, symbol: str) -> None:
    assert [one.symbol for one in cite(text, language=language)] == [symbol]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "le Conseil de Sécurité Nationale a adopté la résolution 1325"),
        ("fr", "le Conseil National de Sécurité a adopté la résolution 1325"),
        ("fr", "le Conseil de Paix et de Sécurité a adopté la résolution 1325 (2000)"),
        ("fr", "l'Assemblée Générale des actionnaires a adopté la résolution 60/1"),
        ("fr", "l'Assemblée Nationale a adopté la résolution 60/1"),
        ("es", "el Consejo de seguridad nacional aprobó la resolución 1325"),
        ("es", "el Consejo de seguridad social aprobó la resolución 1325"),
        ("es", "la Asamblea general de accionistas aprobó la resolución 60/1"),
    ],
)
def test_bodies_of_others_with_like_names_are_not_ours(language: str, text: str) -> None:
    assert [one.symbol for one in cite(text, language=language) if one.symbol] == []
