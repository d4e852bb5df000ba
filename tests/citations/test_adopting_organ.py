"""Which organ adopted a resolution: an exact symbol only where the text or the number tells it."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite

CSW, CND = "commission_on_the_status_of_women", "commission_on_narcotic_drugs"


def organs(text: str, issuer: str | None = None) -> list[tuple[str | None, str | None]]:
    """Symbol and organ of each resolution or decision."""
    return [(reference.symbol, reference.organ) for reference in cite(text, issuer=issuer)]


@pytest.mark.parametrize(
    ("text", "organ"),
    [
        ("The Commission on Narcotic Drugs adopted resolution 55/2.", CND),
        ("CND resolution 60/8", CND),
        ("Commission on the Status of Women resolution 54/4", CSW),
        ("Commission on Crime Prevention and Criminal Justice resolution 26/4", None),
        ("The Statistical Commission, in its decision 46/101, endorsed it.", "statistical_commission"),
        ("By decision 1/CP.21 the Parties agreed.", "united_nations_framework_convention_on_climate_change"),
        ("decision 7/COP.13", "conference_of_the_parties_to_the_convention_to_combat_desertification"),
        ("Conference of the Parties decision XV/28", "conference_of_the_parties"),
        ("The Conference adopted resolution 1/3.", None),
        ("ECLAC resolution 728 (XXXVII)", "economic_commission_for_latin_america_and_the_caribbean"),
        ("The Executive Committee of the Council, in its resolution 5/1, agreed.", None),
        ("The General Assembly of the Organization of American States adopted resolution 40/3.", None),
        ("World Tourism Organization General Assembly resolution 668(XXI)", "world_tourism_organization"),
        ("The School Board resolution 2019/4 was heard.", "school_board"),
        ("the Regional Council resolution 22/11", "regional_council"),
        ("la résolution 23/17 du Conseil d'administration d'ONU-Habitat", "united_nations_human_settlements_programme"),
        ("la resolución 1/3 de la Conferencia de los Estados Parte", "conference_of_the_parties"),
        ("резолюция 55/2 Комиссии по наркотическим средствам", CND),
        ("麻醉药品委员会第55/2号决议", CND),
    ],
)
def test_what_has_no_symbol_stays_open(text: str, organ: str | None) -> None:
    ((symbol, named),) = organs(text)
    assert symbol is None
    assert organ in (None, named)


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        # the other one named cannot have adopted so many
        ("Recalling the decision of the African Union, and its resolution 72/233,", ["A/RES/72/233"]),
        # an organ after the number, and not the one that a comma parts from it
        (
            "resolution 7/13 of the Human Rights Council, resolution 63/241 of the General Assembly",
            ["A/HRC/RES/7/13", "A/RES/63/241"],
        ),
        (
            "резолюцию 7/13 Совета по правам человека, резолюцию 63/241 Генеральной Ассамблеи",
            ["A/HRC/RES/7/13", "A/RES/63/241"],
        ),
        (
            "resolutions 60/1, 60/180, and 1645 (2005) of the Security Council",
            ["A/RES/60/1", "A/RES/60/180", "S/RES/1645(2005)"],
        ),
        ("Economic and Social Council decision 1982/107", ["E/DEC/1982/107"]),
        ("Under Council resolution 5/1 the Human Rights Council meets.", ["A/HRC/RES/5/1"]),
        (
            "Recalling Council resolution 2016/17 and Human Rights Council resolution 5/1,",
            ["E/RES/2016/17", "A/HRC/RES/5/1"],
        ),
    ],
)
def test_what_another_organ_cannot_have_adopted(text: str, symbols: list[str]) -> None:
    assert [symbol for symbol, _ in organs(text)] == symbols


def test_a_number_alone_is_the_councils_unless_the_text_names_others() -> None:
    assert organs("See resolution 7/13.") == [("A/HRC/RES/7/13", "human_rights_council")]
    assert organs("The Executive Board met. See resolution 7/13.") == [(None, None)]
    assert organs("The Executive Board met. So did the Human Rights Council. See resolution 7/13.") == [
        ("A/HRC/RES/7/13", "human_rights_council")
    ]


def test_decisions_of_the_economic_and_social_council_begin_at_201() -> None:
    text = "The Commission on Population and Development met under the Council. In its decision 2018/101 it did so."
    assert organs(text) == [(None, "commission_on_population_and_development")]


@pytest.mark.parametrize(
    ("issuer", "text", "expected"),
    [
        ("E/CN.6/2020/3", "The Commission, in its resolution 62/1, asked.", (None, CSW)),
        (
            "E/CN.6/2020/3",
            "The Commission on Human Rights is no more, and much has been said about what it left to others, in many "
            "reports of many years, by experts and by others, as well as by States, large and small, near and far, and "
            "by those who were there when it was made and by those who came to it later on, as all of them did in time "
            "and in turn. The Commission adopted resolution 62/1.",
            (None, CSW),
        ),
        (
            "CTOC/COP/2020/1",
            "Resolution 5/8 was recalled.",
            (None, "conference_of_the_parties_to_the_convention_against_transnational_organized_crime"),
        ),
        ("S/2020/123", "Recalling its resolution 2170,", ("S/RES/2170(2014)", "security_council")),
    ],
)
def test_the_issuer_of_the_text(issuer: str, text: str, expected: tuple[str | None, str | None]) -> None:
    assert organs(text, issuer) == [expected]


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        (
            "Recalling its resolutions on the situation in Liberia, in particular 1500 (2003) and 1546 (2004),",
            ["S/RES/1500(2003)", "S/RES/1546(2004)"],
        ),
        (
            "resolutions 61/250 A and C of 22 December 2006 and 2 April 2007, and 62/265",
            ["A/RES/61/250A", "A/RES/61/250C", "A/RES/62/265"],
        ),
        (
            "General Assembly resolution 70/1, entitled “Transforming our world: the 2030 Agenda”, 71/243 and 72/279",
            ["A/RES/70/1", "A/RES/71/243", "A/RES/72/279"],
        ),
        ("its resolutions 35/169 A, B and D-E and ES-7/2", ["35/169A", "35/169B", "35/169D-E", "ES-7/2"]),
        ("إذ تشير إلى قراراتها 48/104 المؤرخ 20 كانون الأول/ديسمبر 1993 و 58/147", ["A/RES/48/104", "A/RES/58/147"]),
    ],
)
def test_lists_go_on(text: str, symbols: list[str]) -> None:
    found = [symbol for symbol, _ in organs(text)]
    assert found == [symbol if symbol[0] in "AS" else f"A/RES/{symbol}" for symbol in symbols]


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("儿童权利委员会第13号一般性意见", ["CRC/C/GC/13"]),
        ("消除对妇女歧视委员会第19号一般性建议", ["A/47/38"]),
        ("儿童权利委员会第12和第13号一般性意见", ["CRC/C/GC/12", "CRC/C/GC/13"]),
    ],
)
def test_general_comments_in_chinese(text: str, symbols: list[str]) -> None:
    assert [symbol for symbol, _ in organs(text)] == symbols


def test_letters_of_paragraphs_in_the_french_manner() -> None:
    (reference,) = cite("Voir la résolution 60/251 de l'Assemblée générale, par. 5 e).")
    assert (reference.pinpoint_kind, reference.pinpoint) == ("paragraph", "5 e)")


def test_a_resolution_of_a_part_of_an_organ_is_not_the_organs() -> None:
    (found,) = cite("The Executive Committee of the Council, in its resolution 5/1, approved the budget.")
    assert (found.symbol, found.candidates, found.organ) == (None, (), "executive_committee")


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("The mandate of the Working Group was renewed by resolution 15/21.", ["A/HRC/RES/15/21"]),
        ("The Advisory Committee was established by resolution 5/1 of the Council.", ["A/HRC/RES/5/1"]),
        ("The Advisory Committee, pursuant to decision 6/102, met.", ["A/HRC/DEC/6/102"]),
        ("Le Conseil a adopté la résolution 7/13.", ["A/HRC/RES/7/13"]),
        (
            "The Economic and Social Council, on the advice of the Committee on Non-Governmental Organizations, "
            "adopted decision 2006/221.",
            ["E/DEC/2006/221"],
        ),
        ("The Council, on the advice of the Advisory Committee, in its resolution 16/1, agreed.", ["A/HRC/RES/16/1"]),
        ("Le Conseil économique et social a adopté la résolution 2005/30.", ["E/RES/2005/30"]),
        ("Le Groupe de travail a été prorogé par la résolution 15/23.", ["A/HRC/RES/15/23"]),
        ("El Consejo aprobó la resolución 7/13.", ["A/HRC/RES/7/13"]),
        ("Trusteeship Council resolution 2183 (LIII) and resolution 61 (IV)", ["T/RES/2183(LIII)", "T/RES/61(IV)"]),
        ("Resolution 663 C (XXIV); resolution 1235 (XLII)", ["E/RES/663(XXIV)C", "E/RES/1235(XLII)"]),
        (
            "extended by the Human Rights Council in its resolutions 25/13 and, most recently, 34/19",
            ["A/HRC/RES/25/13", "A/HRC/RES/34/19"],
        ),
    ],
)
def test_what_a_body_is_given_is_not_its_own(text: str, symbols: list[str]) -> None:
    assert [symbol for symbol, _ in organs(text)] == symbols


@pytest.mark.parametrize(
    ("text", "organ", "reason"),
    [
        ("General Assembly resolution 186", "general_assembly", "the session or the year is not named"),
        ("联大第2248号决议", "general_assembly", "the session or the year is not named"),
        ("Human Rights Council decision 101", "human_rights_council", "the session or the year is not named"),
        ("UN resolution 242", None, "the organ is not named"),
        ("the United Nations resolution 242", None, "the organ is not named"),
    ],
)
def test_a_number_alone_stays_open(text: str, organ: str | None, reason: str) -> None:
    (reference,) = cite(text)
    assert (reference.symbol, reference.organ, reference.reason) == (None, organ, reason)


@pytest.mark.parametrize(
    "text",
    [
        "decision 24/102 of the tribunal",
        "Decision 24/102 of the arbitration board",
        "resolution 24/12 of the faculty senate",
        "The panel, in its decision 24/102, agreed.",
        "the tribunal's decision 24/102",
    ],
)
def test_a_body_in_small_letters_is_another_one(text: str) -> None:
    (reference,) = cite(text)
    assert reference.symbol is None


@pytest.mark.parametrize(
    "text",
    [
        "The Council established a panel by its resolution 24/12.",
        "The Human Rights Council established a working group by its resolution 24/12.",
        "resolution 24/12 of the Human Rights Council on the working group",
    ],
)
def test_a_body_that_an_organ_established_adopts_nothing(text: str) -> None:
    (reference,) = cite(text)
    assert reference.symbol == "A/HRC/RES/24/12"


@pytest.mark.parametrize(
    "text",
    [
        "The Synod adopted resolution 12/3.",
        "The Tokyo Stock Exchange took decision 12/101.",
        "Le Synode a adopté la décision 12/101.",
        "El Tribunal Supremo dictó la resolución 12/3.",
        "Мэрия приняла решение 12/101.",
        "The Governor's decision 12/101 stands.",
        "The Regional Council of Tuscany, in its resolution 12/3, agreed.",
        "The Commission on Crime Prevention adopted resolution 20/6.",
        "The Human Rights Council noted that the Commission on the Status of Women had acted in its resolution 54/5.",
        "Le Conseil des droits de l'homme a noté que la Commission de la condition de la femme avait, dans sa"
        " résolution 54/5, agi.",
        "The Human Rights Council recalled that the World Health Assembly had in its resolution 65/4 called for it.",
        "The Commission on Crime Prevention transmitted resolution 20/6 to the Council.",
        "The General Assembly of the Hellenic Red Cross took decision 60/401.",
        "Council resolution 12/3 of the City of Melbourne.",
        "In resolution 74/16 the Seventy-fourth World Health Assembly requested action.",
        "At the Sixty-eighth World Health Assembly, Member States adopted resolution 68/7.",
        "The 70th session of the WHO Regional Committee for Europe adopted resolution 70/3.",
        "The International Civil Aviation Organization (ICAO) held its Assembly. The Assembly adopted resolution 39/3.",
        "The General Assembly elects the Board. Resolution 12/2 of the General Assembly amends article 7.",
        "The club's General Assembly adopted resolution 60/2.",
        "L'Assemblée générale extraordinaire, résolution 60/2.",
        "La Asamblea General Ordinaria, resolución 60/2.",
        "The Human Rights Council recalled that the State party's Council of Ministers had issued decision 10/101.",
        "the Commission on Science and Technology for Development, whose resolution 2010/3 was sent to the Council.",
    ],
)
def test_what_another_body_adopted_has_no_symbol(text: str) -> None:
    (reference,) = cite(text)
    assert reference.symbol is None


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("World Heritage Committee decision 35/101 and decision 12/101.", [None, None]),
        ("IMO Assembly resolution 12/3, and resolution 12/4.", [None, None]),
        ("Human Rights Council resolution 12/3 and decision 12/101.", ["A/HRC/RES/12/3", "A/HRC/DEC/12/101"]),
        ("African Union decision 12/3 and decision 60/401 of the General Assembly.", [None, "A/DEC/60/401"]),
        ("The WHA acted in resolution 60/1, the General Assembly in resolution 61/225.", [None, "A/RES/61/225"]),
        ("The National Assembly of Viet Nam met; the Assembly, in resolution 33/4, followed.", [None]),
        ("The National Assembly met; the General Assembly and, in resolution 33/4, the Assembly.", ["A/RES/33/4"]),
    ],
)
def test_what_goes_on_is_of_whoever_was_named_before(text: str, symbols: list[str | None]) -> None:
    assert [reference.symbol for reference in cite(text)] == symbols


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("Member States adopted resolution 70/100.", "A/RES/70/100"),
        ("It adopted resolution 7/13.", "A/HRC/RES/7/13"),
        ("The Human Rights Council, in its resolution 7/13, agreed.", "A/HRC/RES/7/13"),
        ("Having adopted resolution 7/13, it decided.", "A/HRC/RES/7/13"),
        ("The decision of the African Union, and its resolution 72/233", "A/RES/72/233"),
    ],
)
def test_what_our_organs_adopted_has_one_all_the_same(text: str, symbol: str) -> None:
    (reference,) = cite(text)
    assert reference.symbol == symbol


@pytest.mark.parametrize(
    ("text", "issuer", "symbol"),
    [
        ("The Council, recalling its resolution 23/4, decides.", "HSP/GC/24/1", None),
        ("The Council adopted decision 12/101.", "UNEP/GC.25/17", None),
        ("The Human Rights Council met. Council resolution 7/13.", "UNEP/GC.25/17", "A/HRC/RES/7/13"),
        ("Council resolution 7/13.", "CRC/C/7/1", "A/HRC/RES/7/13"),
        ("Commission resolution 1998/12.", "E/CN.4/Sub.2/1998/1", None),
        ("Resolution 8/2 of the Islamic Summit.", "A/HRC/7/1", None),
        ("Resolution 5/23 of the Commission on Human Rights.", "A/HRC/7/1", None),
        (
            "Sub-Commission on the Promotion and Protection of Human Rights decision 2004/120.",
            "E/CN.4/2005/6",
            "E/CN.4/Sub.2/DEC/2004/120",
        ),
        (
            "La Sous-Commission de la lutte contre les mesures discriminatoires, résolution 1991/31, a agi.",
            "E/CN.4/1992/2",
            "E/CN.4/Sub.2/RES/1991/31",
        ),
        ("The Sub-Commission, which adopted resolution 2003/22.", "E/CN.4/2004/1", "E/CN.4/Sub.2/RES/2003/22"),
    ],
)
def test_an_issuer_with_a_council_of_its_own(text: str, issuer: str, symbol: str | None) -> None:
    (reference,) = cite(text, issuer=issuer)
    assert reference.symbol == symbol


def test_decisions_of_the_economic_and_social_council_began_at_101_in_1980() -> None:
    found = cite("Economic and Social Council decisions 1978/28, 1979/40, 1980/28 and 1980/101.")
    assert [one.symbol for one in found] == ["E/DEC/1978/28", "E/DEC/1979/40", None, "E/DEC/1980/101"]
