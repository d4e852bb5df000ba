"""The table of bodies: series of every body are read, and nothing is read as something shorter."""

from __future__ import annotations

import re

import pytest
from citation_support import brief
from mandate_data.citations import SymbolError, find, parse
from mandate_data.citations.bodies import table
from mandate_data.citations.symbols.series import templates

PRINTED = [
    ("ECE/TRANS/WP.29/2019/4", "Economic Commission for Europe", "report", 2019),
    ("ECE/MP.PP/2014/2/Add.1", "Economic Commission for Europe", "report", 2014),
    ("UNEP/EA.4/Res.3", "United Nations Environment Assembly", "resolution", None),
    ("UNEP/GC.22/INF/6", "United Nations Environment Programme", "report", None),
    ("HSP/HA.1/Res.2", "United Nations Human Settlements Programme", "resolution", None),
    ("ISBA/25/LTC/3", "International Seabed Authority", "report", None),
    ("UNDT/NBI/2011/007", "United Nations Dispute Tribunal", "report", 2011),
    ("FCCC/SBSTA/2004/MISC.5", "United Nations Framework Convention on Climate Change", "miscellaneous", 2004),
    ("CBD/COP/DEC/14/8", "Conference of the Parties to the Convention on Biological Diversity", "decision", None),
    ("A/S-11/AC.1/4", "General Assembly", "report", None),
    ("A/SPC/42/L.7", "Special Political Committee", "limited", None),
    ("A/HRC/PRST/OS/15/2", "Human Rights Council", "presidential_statement", None),
    ("A/74/6(Sect.29B)", "General Assembly", "report", None),
    ("A/71/6(Prog.19)", "General Assembly", "report", None),
    ("E/HLPF/2021/2", "High-level Political Forum on Sustainable Development", "report", 2021),
    ("CCPR/C/125/D/2950/2017-2951/2017", "Human Rights Committee", "communication", None),
    ("CAT/C/61/DR/719/2015", "Committee against Torture", "communication", 2015),
    ("TD/B(S-XXX)/2", "United Nations Conference on Trade and Development", "report", None),
    ("TD(XIII)/5", "United Nations Conference on Trade and Development", "report", None),
    ("ICCD/COP(11)/7", "Conference of the Parties to the Convention to Combat Desertification", "report", None),
    ("IDB.25/9", "Industrial Development Board", "report", None),
    ("SPLOS/61", "States Parties to the United Nations Convention on the Law of the Sea", "report", None),
]


@pytest.mark.parametrize(("symbol", "body", "kind", "year"), PRINTED, ids=[row[0] for row in PRINTED])
def test_a_series_is_read_and_found(symbol: str, body: str, kind: str, year: int | None) -> None:
    read = parse(symbol)
    assert (str(read), read.body_title, read.kind, read.repaired) == (symbol, body, kind, False)
    assert year is None or read.year == year
    printed = f"as the report ({symbol}) says"
    assert brief(find(printed)) == [("symbol", symbol, symbol)]


@pytest.mark.parametrize("text", ["A/80/6 (Sect. 29-X)", "A/72/6 (Part the first)", "A/59/40 (Suppl. letter)"])
def test_what_cannot_be_read_whole_is_not_read_as_something_shorter(text: str) -> None:
    assert find(f"see {text} on this") == []


@pytest.mark.parametrize(
    "text", ["ECE/TRANS/WP.15", "trans/2015/7", "energy/2005/4", "etc/2019/3", "MSC/72/13/2", "TRADE/WP.4", "CLCS/"]
)
def test_working_parties_words_and_other_series_are_no_documents(text: str) -> None:
    assert find(f"see {text} on this") == []


def test_a_section_of_the_budget_with_a_letter_is_read_whole() -> None:
    assert brief(find("the budget (A/78/6 (Sect. 29C) and Corr.1)")) == [
        ("symbol", "A/78/6 (Sect. 29C)", "A/78/6(Sect.29C)"),
        ("addendum", "Corr.1", "A/78/6(Sect.29C)/Corr.1"),
    ]


def test_the_case_of_a_type_stays_where_its_body_prints_it_so() -> None:
    assert str(parse("FCCC/SBI/2006/MISC.12")) == "FCCC/SBI/2006/MISC.12"
    assert str(parse("fccc/cp/2004/misc.1")) == "FCCC/CP/2004/MISC.1"


@pytest.mark.parametrize(
    ("text", "short"),
    [("see document A/520 on this", "A/520"), ("under E/33, rule 3", "E/33"), ("in S/91, para. 4", "S/91")],
)
def test_early_symbols_are_short(text: str, short: str) -> None:
    assert brief(find(text)) == [("symbol", short, short)]


@pytest.mark.parametrize(
    "text", ["a fee of S/ 8.876,56", "HIV/AIDS", "an A/320 landed", "the E/10 series", "S/ 520, p. 3"]
)
def test_look_alikes_of_early_symbols_are_none(text: str) -> None:
    assert find(text) == []


def test_every_body_numbers_its_documents_in_a_way_that_is_listed() -> None:
    known = table()
    assert {body.scheme for body in known.bodies} <= set(known.numbering)
    for scheme in known.numbering:
        assert templates(scheme)
    assert len(known.by_prefix) == len(known.bodies)
    for body in known.bodies:
        for names in body.named.values():
            re.compile(names)


def test_a_symbol_with_another_organization_s_number_is_one_document() -> None:
    symbol = parse("ECE/MP.WH/20-EUPCR/1814149/1.2/2020/MOP-5/04")
    assert (str(symbol), symbol.twin) == (symbol.printed, "EUPCR/1814149/1.2/2020/MOP-5/04")
    with pytest.raises(SymbolError):
        parse("ECE/MP.WH/-EUPCR/1")
