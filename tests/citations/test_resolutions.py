"""Resolutions and decisions named in prose: which organ is meant, lists, and what is none of ours."""

from __future__ import annotations

import pytest
from citation_support import found, only
from mandate_data.citations import cite, find


@pytest.mark.parametrize(
    ("text", "printed", "symbol"),
    [
        # the organ before
        ("Human Rights Council resolution 7/13", "resolution 7/13", "A/HRC/RES/7/13"),
        ("Commission on Human Rights resolution 2002/31", "resolution 2002/31", "E/CN.4/RES/2002/31"),
        ("ECOSOC resolution 1997/30;", "resolution 1997/30", "E/RES/1997/30"),
        ("General Assembly resolution 60/251", "resolution 60/251", "A/RES/60/251"),
        ("The Assembly, in its resolution 36/13,", "resolution 36/13", "A/RES/36/13"),
        ("Council resolution 12/24", "resolution 12/24", "A/HRC/RES/12/24"),
        ("Council resolution 1503 (XLVIII)", "resolution 1503 (XLVIII)", "E/RES/1503(XLVIII)"),
        ("Sub-Commission resolution 1 (XXIV)", "resolution 1 (XXIV)", "E/CN.4/Sub.2/RES/1(XXIV)"),
        ("UNGA Res 44/25", "Res 44/25", "A/RES/44/25"),
        ("G.A. Res. 217A (III)", "Res. 217A (III)", "A/RES/217(III)A"),
        ("SC Res. 1325", "Res. 1325", "S/RES/1325(2000)"),
        ("Human Rights Council decision 6/102", "decision 6/102", "A/HRC/DEC/6/102"),
        ("Commission on Human Rights decision 2001/105", "decision 2001/105", "E/CN.4/DEC/2001/105"),
        # the organ after
        (
            "Resolution 8 (XXIII) 16 March 1967 of the Commission on Human Rights",
            "Resolution 8 (XXIII)",
            "E/CN.4/RES/8(XXIII)",
        ),
        (
            "Resolution 1235 (XLII) 6 June 1967 of the Economic and Social Council.",
            "Resolution 1235 (XLII)",
            "E/RES/1235(XLII)",
        ),
        (
            "Resolution 9/13 of the Human Rights Council of 24 September",
            "Resolution 9/13",
            "A/HRC/RES/9/13",
        ),
        ("resolution 2005/20 of ECOSOC", "resolution 2005/20", "E/RES/2005/20"),
        ("In resolution 2003/28, the Commission on Human Rights asked", "resolution 2003/28", "E/CN.4/RES/2003/28"),
        ("By its resolution 36/13 of 28 September, the Human Rights Council", "resolution 36/13", "A/HRC/RES/36/13"),
        # the organ elsewhere in the sentence
        ("The Human Rights Council decided (resolution 36/13) so.", "resolution 36/13", "A/HRC/RES/36/13"),
        ("The Commission adopted a text (resolution 2000/50).", "resolution 2000/50", "E/CN.4/RES/2000/50"),
        # the organ in the sentence before
        ("The Human Rights Council met. Its resolution 36/13 says so.", "resolution 36/13", "A/HRC/RES/36/13"),
        # the number alone is enough
        ("resolution 7/13", "resolution 7/13", "A/HRC/RES/7/13"),
        ("resolution 60/251", "resolution 60/251", "A/RES/60/251"),
        ("resolution 70/1", "resolution 70/1", "A/RES/70/1"),
        ("resolution 1325 (2000)", "resolution 1325 (2000)", "S/RES/1325(2000)"),
        ("resolution 3452 (XXX)", "resolution 3452 (XXX)", "A/RES/3452(XXX)"),
        ("resolution 663 C (XXIV)", "resolution 663 C (XXIV)", "E/RES/663(XXIV)C"),
        ("resolution 2007/23", "resolution 2007/23", "E/RES/2007/23"),  # the Commission was gone by then
        ("resolution 51/153 B.", "resolution 51/153 B", "A/RES/51/153B"),
        ("Commission on Human Rights resolution 1995/37 B", "resolution 1995/37 B", "E/CN.4/RES/1995/37B"),
        ("resolution ES-10/2", "resolution ES-10/2", "A/RES/ES-10/2"),
        ("General Assembly resolution S-26/2", "resolution S-26/2", "A/RES/S-26/2"),
        ("Commission on Human Rights resolution S-5/1", "resolution S-5/1", "E/CN.4/RES/S-5/1"),
    ],
)
def test_the_organ_is_told(text: str, printed: str, symbol: str) -> None:
    reference = only(text)
    assert (reference.text, reference.symbol) == (printed, symbol)
    assert reference.kind == ("decision" if "ecision" in printed else "resolution")
    assert (reference.candidates, reference.reason) == ((), None)


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("Resolution 1990/68", ("E/RES/1990/68", "E/CN.4/RES/1990/68")),
        ("decision 2000/101", ("E/CN.4/DEC/2000/101",)),  # those of the Council begin at 201
        ("resolution 55/2", ("A/RES/55/2", "A/HRC/RES/55/2")),
        ("resolution 8 (XXIII)", ("E/CN.4/RES/8(XXIII)", "E/CN.4/Sub.2/RES/8(XXIII)")),
        ("resolution S-5/1", ("A/RES/S-5/1", "A/HRC/RES/S-5/1", "E/CN.4/RES/S-5/1")),
    ],
)
def test_a_number_that_several_organs_have_stays_open(text: str, candidates: tuple[str, ...]) -> None:
    reference = only(text)
    assert (reference.symbol, reference.candidates) == (None, candidates)
    assert reference.reason == "the organ is not named"


def test_two_organs_in_one_sentence() -> None:
    text = (
        "The General Assembly, in its resolution 57/233, and the Security Council, in its resolution 1181 (1998),"
        " and the Economic and Social Council, in resolution 1990/48, and the Commission, in resolution 1993/45"
    )
    assert [symbol for _, _, symbol in found(text)] == [
        "A/RES/57/233",
        "S/RES/1181(1998)",
        "E/RES/1990/48",
        "E/CN.4/RES/1993/45",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "the Security Council in resolutions 1265 (1999) and 1296 (2000)",
            {"resolutions 1265 (1999)": "S/RES/1265(1999)", "1296 (2000)": "S/RES/1296(2000)"},
        ),
        (
            "Security Council resolutions 1612 and 1882 (2009)",
            {"resolutions 1612": "S/RES/1612(2005)", "1882 (2009)": "S/RES/1882(2009)"},
        ),
        (
            "Human Rights Council resolutions 8/4, 35/2 and 38/9",
            {"resolutions 8/4": "A/HRC/RES/8/4", "35/2": "A/HRC/RES/35/2", "38/9": "A/HRC/RES/38/9"},
        ),
        (
            "resolutions 2003/67, para. 4 (i); 2004/67 of the Commission on Human Rights",
            {"resolutions 2003/67": "E/CN.4/RES/2003/67", "2004/67": "E/CN.4/RES/2004/67"},
        ),
        (
            "General Assembly resolutions 48/104 of 20 December 1993, 55/2 and 60/1",
            {"resolutions 48/104": "A/RES/48/104", "55/2": "A/RES/55/2", "60/1": "A/RES/60/1"},
        ),
        (
            "General Assembly resolution 51/153 A and B",
            {"resolution 51/153 A": "A/RES/51/153A", "B": "A/RES/51/153B"},
        ),
        (
            "Commission on Human Rights resolution 2003/86 and Economic and Social Council decision 2003/270",
            {"resolution 2003/86": "E/CN.4/RES/2003/86", "decision 2003/270": "E/DEC/2003/270"},
        ),
        ("General Assembly resolution 55/2 and 24/7 care", {"resolution 55/2": "A/RES/55/2"}),
        ("General Assembly resolution 55/2, 12/05/2009", {"resolution 55/2": "A/RES/55/2"}),
        ("Res. 217A (III), U.N. Doc. A/810,", {"Res. 217A (III)": "A/RES/217(III)A", "A/810": "A/810"}),
    ],
)
def test_lists(text: str, expected: dict[str, str]) -> None:
    assert {printed: symbol for _, printed, symbol in found(text)} == expected


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("In resolution 70/1 A new agenda", "resolution 70/1"),
        ("resolution 70/1 I think", "resolution 70/1"),
        ("resolution 60/147 and others", "resolution 60/147"),
    ],
)
def test_a_word_is_no_letter(text: str, printed: str) -> None:
    assert only(text).text == printed


@pytest.mark.parametrize(
    "text",
    [
        "Framework Decision 2002/584/JHA",
        "African Commission on Human and Peoples' Rights, resolution 7",
        "resolution 1325",  # a bare number says nothing without its organ
        "the decision of 22 May 2015",
        "resolution 55/2019",
    ],
)
def test_what_is_no_resolution_of_an_organ(text: str) -> None:
    assert find(text) == []


def test_a_definition_settles_the_short_form() -> None:
    text = (
        "(Resolution 1990/68, para. 1). Later text."
        " Resolution E/CN.4/RES.1990/68.E, 7 March 1990 (hereinafter: Resolution 1990/68). Resolution 1990/68, para. 3"
    )
    references = find(text)
    assert [reference.kind for reference in references] == ["resolution", "symbol", "resolution", "resolution"]
    assert {reference.symbol for reference in references} == {"E/CN.4/RES/1990/68"}
    full = references[1].start
    assert [reference.antecedent for reference in references] == [full, None, full, full]
    assert [reference.repaired for reference in references] == [False, True, False, False]


def test_an_earlier_full_mention_settles_a_later_short_one() -> None:
    text = "Economic and Social Council resolution 1990/68 was first. Resolution 1990/68 followed."
    assert [symbol for _, _, symbol in found(text)] == ["E/RES/1990/68", "E/RES/1990/68"]


def test_two_full_mentions_settle_nothing() -> None:
    text = "E/RES/1990/68 and E/CN.4/RES/1990/68 differ. Resolution 1990/68 is either."
    last = find(text)[-1]
    assert (last.symbol, last.candidates) == (None, ("E/RES/1990/68", "E/CN.4/RES/1990/68"))


def test_a_symbol_after_the_word_resolution_is_one_reference() -> None:
    assert found("Resolution A/HRC/RES/7/13, para. 1") == [("symbol", "A/HRC/RES/7/13", "A/HRC/RES/7/13")]


@pytest.mark.parametrize(
    ("text", "organs"),
    [
        ("Parliamentary Assembly resolution 1547 (2007)", ["council_of_europe"]),
        ("Resolution 1547 (2007) of the Parliamentary Assembly of the Council of Europe", ["council_of_europe"]),
        ("the Parliamentary Assembly adopted Resolution 1031 (1994)", ["council_of_europe"]),
        ("World Health Assembly resolution 57/12", ["world_health_assembly"]),
        ("resolution 4/3 of UNEA", ["united_nations_environment_assembly"]),
        ("FAO Conference resolution 9/89", ["food_and_agriculture_organization"]),
        ("decisions 2017/10 and 2017/18 of the Executive Boards", ["executive_board"] * 2),
        ("Resolutions 1/2 and 1/3 of the Preparatory Committee", ["preparatory_committee"] * 2),
        ("the Conference of the Parties, recalling its resolution 5/8", ["conference_of_the_parties"]),
        ("the Economic Commission for Africa adopted resolution 854 (XL)", ["economic_commission_for_africa"]),
        ("Decision 24/7 of the Common Market Council of Mercosur", ["mercosur"]),
        ("the Commission on Narcotic Drugs, in its resolution 53/4", ["commission_on_narcotic_drugs"]),
        ("Commission on the Status of Women resolution 2001/5", ["commission_on_the_status_of_women"]),
        ("The Governing Council of UNEP, in its decision 20/4, so decided.", ["united_nations_environment_programme"]),
    ],
)
def test_what_other_organs_adopt_stays_open(text: str, organs: list[str | None]) -> None:
    references = find(text)
    assert [(reference.symbol, reference.organ) for reference in references] == [(None, organ) for organ in organs]


@pytest.mark.parametrize(
    ("issuer", "text", "symbol", "organ"),
    [
        ("E/CN.9/2018/3", "Commission resolution 2004/1", None, "commission_on_population_and_development"),
        ("E/CN.4/2003/4", "Commission resolution 2002/31", "E/CN.4/RES/2002/31", "commission_on_human_rights"),
        ("A/HRC/31/2", "in accordance with its resolution 16/21", "A/HRC/RES/16/21", "human_rights_council"),
        ("A/72/100", "pursuant to its resolution 68/268", "A/RES/68/268", "general_assembly"),
        ("S/2014/5", "since the Council adopted resolution 2118 (2013)", "S/RES/2118(2013)", "security_council"),
        ("general_assembly", "recalling resolution 36/13", "A/RES/36/13", "general_assembly"),
        ("UNEP/GC.23/5", "the Council, in its decision 22/4", None, "united_nations_environment_programme"),
    ],
)
def test_the_issuer_tells_the_organ(issuer: str, text: str, symbol: str | None, organ: str | None) -> None:
    (reference,) = cite(text, issuer=issuer)
    assert (reference.symbol, reference.organ) == (symbol, organ)


def test_a_preamble_is_not_one_sentence() -> None:
    text = (
        "The General Assembly,\nRecalling the statement of the Commission of the African Union,\nRecalling also its "
        "resolution 72/233 of 20 December 2017,\nNoting the report of the Council"
    )
    assert found(text) == [("resolution", "resolution 72/233", "A/RES/72/233")]


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        (
            "The resolutions of the Commission on Human Rights are, in particular: 2001/39, “Independence of judges”; "
            "2001/40, “Arbitrary detention”; and 2001/48",
            ["E/CN.4/RES/2001/39", "E/CN.4/RES/2001/40", "E/CN.4/RES/2001/48"],
        ),
        (
            "Security Council resolutions 187 (1964) of 13 March, 192 (1964) of 20 June and 193 (1964)",
            ["S/RES/187(1964)", "S/RES/192(1964)", "S/RES/193(1964)"],
        ),
        (
            "General Assembly resolutions 73/195 of 19 December 2018 on migration and on refugees, 74/148 of 18 "
            "December 2019 on returns and 75/163",
            ["A/RES/73/195", "A/RES/74/148", "A/RES/75/163"],
        ),
        ("its resolutions, in particular 1500 (2003), 1546 (2004)", ["S/RES/1500(2003)", "S/RES/1546(2004)"]),
        ("General Assembly resolutions 33/28 A to C", ["A/RES/33/28A", "A/RES/33/28C"]),
        (
            "General Assembly resolutions 3201 (S-VI) of 1 May 1974 containing the Declaration, 3281 (XXIX) of 12 "
            "December 1974 containing the Charter and 3362 (S-VII) of 16 September 1975",
            ["A/RES/3201(S-VI)", "A/RES/3281(XXIX)", "A/RES/3362(S-VII)"],
        ),
        (
            "General Assembly resolutions 64/1, in particular paragraph 8 in which it was decided to conduct a review "
            "of its conference structure, 67/15, 68/8 and 68/9",
            ["A/RES/64/1", "A/RES/67/15", "A/RES/68/8", "A/RES/68/9"],
        ),
        (
            "резолюции Совета по правам человека 5/1 – об институциональном строительстве Совета и 5/2 – о Кодексе",
            ["A/HRC/RES/5/1", "A/HRC/RES/5/2"],
        ),
        (
            "Human Rights Council resolutions 5/1 – on institution-building – and 5/2 – on the code of conduct",
            ["A/HRC/RES/5/1", "A/HRC/RES/5/2"],
        ),
        (
            "Human Rights Council resolutions 16/21 II, 6/3 IV and 24/5, respectively",
            [f"A/HRC/RES/{n}" for n in ("16/21", "6/3", "24/5")],
        ),
        (
            "Resolutions adopted: 1441 (2002) of 8 November 2002; 1454 (2002) of 30 December 2002.",
            ["S/RES/1441(2002)", "S/RES/1454(2002)"],
        ),
        ("resolutions of the Security Council 1325 (2000) and 1820 (2008)", ["S/RES/1325(2000)", "S/RES/1820(2008)"]),
        (
            "resolution 68/165 on truth, as well as Human Rights Council resolutions 36/7 of 2 May 2017 and 45/10",
            ["A/RES/68/165", "A/HRC/RES/36/7", "A/HRC/RES/45/10"],
        ),
        ("General Assembly resolution 22 A (I)", ["A/RES/22(I)A"]),
        ("Gender, ESC Res 2016/2 (2016)", ["E/RES/2016/2"]),
        ("Recalling decisions 1/CP.13 (the Bali Action Plan), 1/CP.16, paragraphs 70-79, and 2/CP.17,", [None] * 3),
        (
            "decisions 22/4, sect. V, of 7 February 2003 and 24/3 of 9 February 2007 of the Governing Council",
            [None] * 2,
        ),
        ("resolutions 213 (IX) and 489 (PLEN.19) of the Economic Commission for Latin America", [None] * 2),
        ("General Assembly resolutions 76/147 (2021) and 77/201 (2022)", ["A/RES/76/147", "A/RES/77/201"]),
        ("General Assembly resolutions 76/147 of 2021 and 77/201 of 2022", ["A/RES/76/147", "A/RES/77/201"]),
        (
            "the Security Council Committee pursuant to resolutions 1267 (1999) 1989 (2011) and 2253 (2015) concerning",
            ["S/RES/1267(1999)", "S/RES/1989(2011)", "S/RES/2253(2015)"],
        ),
        (
            "Resolutions adopted by the General Assembly: 44/25, annex; 54/263, annexes I and II.",
            ["A/RES/44/25", "A/RES/54/263"],
        ),
        ("Basel Convention decisions BC-10/3 and BC-10/4, and resolution ES-10/21", [None, None, "A/RES/ES-10/21"]),
        (
            "大会成立国际法委员会。1981年,根据大会1981年11月18日第36/39号决议,委员会人数又增加",
            ["A/RES/36/39"],
        ),
        ("Economic and Social Council decision 1995/236", ["E/DEC/1995/236"]),
    ],
)
def test_lists_go_on(text: str, symbols: list[str]) -> None:
    assert [symbol for _, _, symbol in found(text)] == symbols


def test_without_an_organ_the_commission_is_open_where_the_text_names_another() -> None:
    text = "The Commission on the Status of Women met. The Commission adopted resolution 2001/5."
    (reference,) = find(text)
    assert (reference.symbol, reference.organ) == (None, "commission_on_the_status_of_women")


def test_decisions_of_the_council_begin_at_101() -> None:
    assert only("decision 15/4").candidates == ()
    assert found("decision 2/102") == [("decision", "decision 2/102", "A/HRC/DEC/2/102")]


def test_titles_in_parentheses_part_the_numbers_of_a_list() -> None:
    text = "General Assembly resolutions 60/1 (World Summit), 60/180 (Peacebuilding) and 61/16."
    assert [one.symbol for one in find(text)] == ["A/RES/60/1", "A/RES/60/180", "A/RES/61/16"]
