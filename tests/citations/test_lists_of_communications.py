"""A list of communications goes on past names of cases, decisions on them, dates and pinpoints."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite, find


def numbers(text: str) -> list[str]:
    """The communications that are found, as they are printed."""
    return [one.text for one in find(text) if one.kind == "communication"]


@pytest.mark.parametrize(
    "text",
    [
        "communication No. 1173/2003, Doe v. Ruritania, Views adopted on 20 July 2007; No. 628/1995, Roe v. Ruritania",
        "communication No. 1173/2003 (Doe v. Ruritania), Views adopted in July 2007; No. 628/1995 (Roe v. Ruritania)",
        "communication No. 1173/2003, Doe v. Ruritania, Views of 20 July 2007, para. 9, and No. 628/1995, para. 5",
        "communication No. 1173/2003, inadmissibility decision of 20 July 2007; No. 628/1995, Views of 5 July 1996",
        "communication No. 1173/2003, Doe v. Ruritania (Views of 20 July 2007); 628/1995, Roe v. Ruritania",
        "communication no 1173/2003, Doe c. Ruritanie, constatations adoptées le 20 juillet 2007; no 628/1995, par. 5",
        "comunicación núm. 1173/2003, Doe c. Ruritania, dictamen aprobado el 20 de julio de 2007; núm. 628/1995, véase",
    ],
)
def test_it_goes_on(text: str) -> None:
    first, second = numbers(text)
    assert (first.endswith("1173/2003"), second) == (True, "628/1995")


@pytest.mark.parametrize(
    "text",
    [
        "communication No. 1173/2003, Views adopted on 20 July 2007; Law No. 628/1995.",
        "communication No. 1173/2003, Doe v. Ruritania, Views adopted on 20 July 2007; application No. 628/1995.",
        "communication No. 1173/2003, Doe v. Ruritania, and the decree, No. 628/1995.",
        "communication No. 1173/2003, Doe v. Ruritania, Views of 20 July 2007, which cite the law, No. 628/1995.",
        "communication No. 1173/2003, Doe v. Ruritania.\n\nAnother paragraph; No. 628/1995.",
    ],
)
def test_numbers_of_others_are_none_of_it(text: str) -> None:
    assert numbers(text) == ["communication No. 1173/2003"]


def test_each_has_its_own_pinpoint() -> None:
    text = (
        "communications No. 1173/2003, Doe v. Ruritania, Views adopted on 20 July 2007, para. 9.3, and No. 628/1995,"
        " Roe v. Ruritania, Views adopted on 5 July 1996, para. 5."
    )
    assert [(one.text, one.pinpoint) for one in cite(text)] == [
        ("communications No. 1173/2003", "9.3"),
        ("628/1995", "5"),
    ]
