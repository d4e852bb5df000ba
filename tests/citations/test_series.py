"""Series of documents printed in ways of their own: read as symbols, in text as well, and written the same."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite, find, parse

SERIES = [
    ("UNEP/MED IG.25/27", "united_nations_environment_programme", "report", None),
    ("UNEP/MED WG.461/12/Corr.1", "united_nations_environment_programme", "report", None),
    ("UNEP(DEPI)/MED IG.20/8", "united_nations_environment_programme", "report", None),
    ("A/CN.9/SER.C/ABSTRACTS/83", "united_nations_commission_on_international_trade_law", "publication", None),
    ("A/CN.9/SER.C/DIGEST/CISG/1", "united_nations_commission_on_international_trade_law", "publication", None),
    ("A/CN.9/SER.C/GUIDE/1", "united_nations_commission_on_international_trade_law", "publication", None),
    ("ST/HR/1/Rev.6(Vol.I/Part1)", "secretariat", "report", None),
    ("A/HLPF/2019/L.1", "high_level_political_forum_on_sustainable_development", "limited", 2019),
    ("S/AC.37/2003/(1455)/26", "committee_of_the_security_council", "report", 2003),
    ("S/AC.44/2004/(02)/5", "committee_of_the_security_council", "report", 2004),
    ("S/AC.40/2005/MM/OC.56", "committee_of_the_security_council", "letter", 2005),
    ("CD/NTB/WP.330", "conference_on_disarmament", "working_paper", None),
    ("CD/WP.330", "conference_on_disarmament", "working_paper", None),
    ("E/NL.2004/5", "economic_and_social_council", "report", 2004),
    ("CERD/C/USA/DEC/1", "committee_on_the_elimination_of_racial_discrimination", "decision", None),
    ("LC/G.2662(MDP.2/4)", "economic_commission_for_latin_america_and_the_caribbean", "government_submission", None),
    ("E/CN.11/1020", "economic_and_social_commission_for_asia_and_the_pacific", "report", None),
    ("E/CN.12/89/Rev.1", "economic_commission_for_latin_america_and_the_caribbean", "report", None),
    ("E/CN.14/ECU/1", "economic_commission_for_africa", "report", None),
    ("E/CN.18/2015/14", "united_nations_forum_on_forests", "report", 2015),
    ("TPNW/MSP/2022/6", "states_parties_to_the_treaty_on_the_prohibition_of_nuclear_weapons", "report", 2022),
    ("MICT/1/Rev.7", "international_residual_mechanism_for_criminal_tribunals", "report", None),
    ("A/HRC/WGEID/102/1", "human_rights_council", "report", None),
    ("CAT/OP/12/5", "subcommittee_on_prevention_of_torture", "report", None),
    ("CAT/OP/BRA/1", "subcommittee_on_prevention_of_torture", "report", None),
    ("ID/B/64", "united_nations_industrial_development_organization", "report", None),
    ("ID/B/SR.12", "united_nations_industrial_development_organization", "summary_record", None),
    ("ID/CONF.3/31", "united_nations_industrial_development_organization", "report", None),
    ("SG/SM/6938", "press_releases_of_the_secretary_general", "press_release", None),
    ("GA/SHC/3456", "press_releases_on_the_general_assembly", "press_release", None),
    ("HR/CN/1010", "office_of_the_high_commissioner_for_human_rights", "press_release", None),
    ("UNMIK/REG/1999/24", "united_nations_interim_administration_mission_in_kosovo", "regulation", 1999),
    ("UNTAET/DIR/2000/4", "united_nations_transitional_administration_in_east_timor", "directions", 2000),
    ("E/NGO/12", "economic_and_social_council", "ngo_statement", None),
    ("E/INF/44", "economic_and_social_council", "information", None),
    ("CP.TEIA/2000/2", "economic_commission_for_europe", "report", 2000),
    ("A/HRC/WGAD/2012/4", "human_rights_council", "report", 2012),
]


@pytest.mark.parametrize(("text", "body", "kind", "year"), SERIES)
def test_a_series_is_read(text: str, body: str, kind: str, year: int | None) -> None:
    symbol = parse(text)
    assert (symbol.canonical, symbol.body, symbol.kind, symbol.year) == (text, body, kind, year)
    assert not symbol.repaired
    found = find(f"See {text}, para. 3, and A/60/1.")
    assert [(one.text, one.symbol, one.pinpoint) for one in found] == [(text, text, "3"), ("A/60/1", "A/60/1", None)]


@pytest.mark.parametrize(
    ("printed", "symbol"),
    [
        ("A/RES/217(III)[A]", "A/RES/217(III)A"),
        ("A/RES/46/36[L]", "A/RES/46/36L"),
        ("A/RES/48/75[A-L]", "A/RES/48/75A-L"),
    ],
)
def test_the_letter_of_a_resolution_may_stand_in_square_brackets(printed: str, symbol: str) -> None:
    assert (parse(printed).canonical, parse(printed).repaired) == (symbol, False)
    assert [(one.text, one.symbol) for one in find(f"See {printed}.")] == [(printed, symbol)]


@pytest.mark.parametrize("text", ["[A/RES/55/2][B]", "A/46/36[B]", "[A/RES/55/2](https://example.org)", "A/46/36 [B]"])
def test_other_square_brackets_are_no_part_of_a_symbol(text: str) -> None:
    assert [one.text for one in find(text)] in (["A/RES/55/2"], ["A/46/36"])


def test_a_blank_stands_only_behind_a_code_that_has_one() -> None:
    assert parse("UNEP/MEDIG.25/27").canonical == "UNEP/MED IG.25/27"
    assert parse("UNEP/MED IG.25/27").url == "https://undocs.org/en/UNEP/MED%20IG.25/27"
    assert find("the A/MED IG.25/27 of the ministry") == []


def test_a_judgment_is_a_case() -> None:
    (reference,) = cite("In Judgment No. 2010-UNAT-084, the Tribunal", kinds="all")
    assert (reference.text, reference.identifier) == ("2010-UNAT-084", "case:2010-unat-084")
    assert cite("In Judgment No. 2010-UNAT-084, the Tribunal") == []
