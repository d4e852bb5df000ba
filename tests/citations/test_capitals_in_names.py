"""The words of an organ's name have a capital or not, as the press writes them."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le Conseil de Sécurité a adopté la résolution 1325 (2000).", "security_council"),
        ("La résolution 60/1 de l'Assemblée Générale des Nations Unies", "general_assembly"),
        ("La résolution 5/1 du Conseil des Droits de l'Homme", "human_rights_council"),
        ("La résolution 2004/17 du Conseil Économique et Social", "economic_and_social_council"),
        ("La Resolución 5/1 del Consejo de derechos humanos", "human_rights_council"),
        ("La Resolución 1325 (2000) del Consejo de seguridad", "security_council"),
        ("Security council resolution 1325 (2000)", "security_council"),
        ("General assembly resolution 60/1", "general_assembly"),
    ],
)
def test_the_organ_is_told(text: str, expected: str) -> None:
    (found,) = cite(text)
    assert (found.organ, found.symbol is None) == (expected, False)


def test_an_organ_of_others_is_not() -> None:
    (found,) = cite("La résolution 5/1 du Conseil National des Droits de l'Homme")
    assert found.symbol is None
