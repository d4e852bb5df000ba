"""A pinpoint behind the organ of a resolution and its date, and a chapter of the report that cites it."""

from __future__ import annotations

import pytest
from citation_support import pinpoint


@pytest.mark.parametrize(
    "text",
    [
        "pursuant to resolution 60/251 of the General Assembly of 15 March 2006, paragraph 5,",
        "pursuant to resolution 60/251 of the General Assembly, of 15 March 2006 (para. 5),",
        "pursuant to resolution 60/251 of the General Assembly (para. 5),",
        "conformément à la résolution 60/251 de l'Assemblée générale, en date du 15 mars 2006, par. 5",
        "conformément à la résolution 60/251 de l'Assemblée générale en date du 15 mars 2006 (par. 5)",
        "de conformidad con la resolución 60/251 de la Asamblea General, de 15 de marzo de 2006, párr. 5",
        "в соответствии с резолюцией 60/251 Генеральной Ассамблеи от 15 марта 2006 года, пункт 5,",
    ],
)
def test_the_organ_and_the_date_may_be_between(text: str) -> None:
    assert pinpoint(text) == ("paragraph", "5")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Council adopted resolution 2005/3 (see chap. I, sect. B).", (None, None)),
        ("Le Conseil a adopté la résolution 2005/3 (voir chap. I, sect. B).", (None, None)),
        ("El Consejo aprobó la resolución 2005/3 (véase el cap. I, secc. B).", (None, None)),
        ("See A/60/10 (see chap. I, sect. B).", ("section", "I;B")),
        ("The Conference adopted decision 1/CP.16, chapter III.", ("chapter", "III")),
        ("The Council adopted resolution 2005/3 (see annex).", ("annex", None)),
    ],
)
def test_a_resolution_has_no_chapter_that_is_only_to_be_seen(text: str, expected: tuple[str | None, ...]) -> None:
    assert pinpoint(text) == expected
