"""Lists of resolutions behind what they are on, in the sentence that follows, and behind any later change."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite


def symbols(text: str, issuer: str | None = None) -> list[str | None]:
    return [one.symbol for one in cite(text, issuer=issuer)]


@pytest.mark.parametrize(
    ("text", "issuer", "expected"),
    [
        (
            "The Commission on Human Rights adopted a number of resolutions that bear on the mandate. These are, in "
            "particular: 2002/36, “Summary executions”; 2002/41, “Enforced disappearances”; and 2002/38, on torture.",
            None,
            ["E/CN.4/RES/2002/36", "E/CN.4/RES/2002/41", "E/CN.4/RES/2002/38"],
        ),
        (
            "La Commission des droits de l'homme a adopté des résolutions à ce sujet. Ce sont "
            "notamment 2002/36 et 2002/41.",
            None,
            ["E/CN.4/RES/2002/36", "E/CN.4/RES/2002/41"],
        ),
        (
            "The General Assembly, recalling its resolutions on a culture of peace, 73/126 of 12 December 2018, and on "
            "literacy for life, 73/145 of 17 December 2018,",
            None,
            ["A/RES/73/126", "A/RES/73/145"],
        ),
        (
            "The measures imposed by Security Council resolution 1718 (2006), tightened by 1874 (2009) and extended by "
            "2680 (2023), are monitored.",
            None,
            ["S/RES/1718(2006)", "S/RES/1874(2009)", "S/RES/2680(2023)"],
        ),
        (
            "Les mesures imposées par la résolution 1718 (2006) du Conseil de sécurité, durcies par 1874 (2009),",
            None,
            ["S/RES/1718(2006)", "S/RES/1874(2009)"],
        ),
        (
            "El Consejo de Seguridad, recordando además sus demás resoluciones pertinentes, en particular la 1325 "
            "(2000) y la 2242 (2015),",
            None,
            ["S/RES/1325(2000)", "S/RES/2242(2015)"],
        ),
    ],
)
def test_a_list_goes_on(text: str, issuer: str | None, expected: list[str]) -> None:
    assert symbols(text, issuer) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The General Assembly adopted resolutions on the budget, 3/4 of which were sponsored by one State.",
        "The Council adopted many resolutions on trade. They were, on average, 12 pages long, and 3/4 had annexes.",
        "The Security Council adopted a resolution on the matter, supported by 14 (2009) of its members in the poll.",
    ],
)
def test_other_numbers_behind_subjects_are_none(text: str) -> None:
    assert symbols(text) == []
