"""Lists of resolutions behind what they are on, in the sentence that follows, and behind any later change."""

from __future__ import annotations

import pytest
from citation_support import symbols
from mandate_data.citations import cite


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
        (
            "The Panel was established by resolution 1591 (2005); its mandate was extended by 2035 (2012), 2091 (2013) "
            "and, most recently, 2138 (2014).",
            "S",
            ["S/RES/1591(2005)", "S/RES/2035(2012)", "S/RES/2091(2013)", "S/RES/2138(2014)"],
        ),
        (
            "My delegation voted for resolution 36/103 and for 36/172 B, adopted last year.",
            "A",
            ["A/RES/36/103", "A/RES/36/172B"],
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


def test_rows_below_a_heading_in_capitals() -> None:
    text = (
        "II. GENERAL ASSEMBLY RESOLUTIONS\n44/25 Convention on the Rights of the Child\n54/263 Optional Protocols\n"
        "III. SECURITY COUNCIL RESOLUTIONS\n1261 (1999)\n1612 (2005)\n"
    )
    assert symbols(text) == ["A/RES/44/25", "A/RES/54/263", "S/RES/1261(1999)", "S/RES/1612(2005)"]


def test_a_council_of_others_has_no_number_of_the_security_council() -> None:
    before = "The Peace and Security Council of the African Union met on 9 December. The Council, in resolution "
    assert symbols(f"{before}1962 (2010) of 20 December 2010, urged all parties to act.") == ["S/RES/1962(2010)"]
    assert symbols(f"{before}196 (2010), urged all parties to act.") == [None]


def test_the_commission_of_the_council_that_followed_it() -> None:
    text = "Housing: Commission resolution 2000/9; Council resolution 43/14"
    assert symbols(text, "A/HRC") == ["E/CN.4/RES/2000/9", "A/HRC/RES/43/14"]
    assert symbols(text, "E/CN.7")[0] is None


def test_chapters_in_chinese_figures() -> None:
    (one,) = cite("见A/HRC/40/52，第四章。")
    assert (one.pinpoint_kind, one.pinpoint) == ("chapter", "四")


def test_the_organ_may_stand_right_behind_the_word_for_resolutions() -> None:
    text = (
        "Resolutions of the Commission on Human Rights which refer to judges are, in particular: 2001/39, "
        '"Independence of judges"; 2001/40 "Impunity".'
    )
    assert symbols(text) == ["E/CN.4/RES/2001/39", "E/CN.4/RES/2001/40"]


def test_a_number_of_another_thing_ends_a_list_in_chinese() -> None:
    assert symbols("见人权理事会第7/13号决议；第12/3号法令。") == ["A/HRC/RES/7/13"]
    assert symbols("见人权理事会第7/13号和第12/3号决议。") == ["A/HRC/RES/7/13", "A/HRC/RES/12/3"]
