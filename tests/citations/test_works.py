"""Treaties, cases and letters, which are asked for by `kinds`."""

from __future__ import annotations

import pytest
from mandate_data.citations import Reference, cite, find


def named(text: str) -> list[tuple[str, str, str | None, str | None]]:
    """Kind, id and pinpoint of every reference of all kinds, whose offsets are checked on the way."""
    references = find(text, kinds="all")
    for reference in references:
        assert text[reference.start : reference.end] == reference.text
    return [(one.kind, one.identifier or str(one.symbol), one.pinpoint_kind, one.pinpoint) for one in references]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "article 9 of the Convention on the Rights of Persons with Disabilities",
            ("treaty", "treaty:crpd", "article", "9"),
        ),
        ("ICCPR, art. 6", ("treaty", "treaty:iccpr", "article", "6")),
        ("OPSC, art. 3 (1)", ("treaty", "treaty:opsc", "article", "3 (1)")),
        ("CRC, art. 19", ("treaty", "treaty:crc", "article", "19")),
        ("articles 19 and 34 CRC", ("treaty", "treaty:crc", "article", "19 and 34")),
        ("the Palermo Protocol", ("treaty", "treaty:palermo-protocol", None, None)),
        ("AL KEN 3/2019", ("letter", "letter:al-ken-3-2019", None, None)),
        ("Doe v. Ruritania, para. 5", ("case", "case:doe-v-ruritania", "paragraph", "5")),
        ("Núñez v. Ruritania", ("case", "case:nunez-v-ruritania", None, None)),
        ("application No. 12345/03", ("case", "case:12345-03", None, None)),
        ("case C-540/03", ("case", "case:c-540-03", None, None)),
        ("l'article 34 de la Convention relative aux droits de l'enfant", ("treaty", "treaty:crc", "article", "34")),
        ("el artículo 6 de la Convención sobre los Derechos del Niño", ("treaty", "treaty:crc", "article", "6")),
    ],
)
def test_a_work_has_a_stable_id(text: str, expected: tuple[str, str, str | None, str | None]) -> None:
    assert named(text) == [expected]


def test_they_are_off_unless_they_are_asked_for() -> None:
    text = "ICCPR, art. 6; AL KEN 3/2019; Doe v. Ruritania; A/HRC/7/8"
    assert [one.kind for one in find(text)] == ["symbol"]
    assert [one.kind for one in find(text, kinds="all")] == ["treaty", "letter", "case", "symbol"]
    assert [one.kind for one in cite(text, kinds="all")] == ["treaty", "letter", "case", "symbol"]


@pytest.mark.parametrize(
    "text", ["the Committee (CRC) met", "a CAT scan", "CED and CMW", "the Committee on the Rights of the Child"]
)
def test_an_acronym_of_a_committee_is_no_treaty_without_an_article(text: str) -> None:
    assert named(text) == []


def test_an_ibid_after_a_treaty_has_no_symbol() -> None:
    text = "1 A/HRC/7/8, para. 4.\n2 ICCPR, art. 6.\n3 Ibid., art. 7."
    ibid = cite(text, kinds="all")[-1]
    assert (ibid.kind, ibid.symbol) == ("ibid", None)


def test_the_address_is_that_of_the_document() -> None:
    assert Reference(0, 9, "A/HRC/7/8", "symbol", "A/HRC/7/8").url == "https://undocs.org/en/A/HRC/7/8"
    assert Reference(0, 5, "Ibid.", "ibid").url is None


def test_an_article_before_another_treaty_is_not_the_one_befores() -> None:
    found = find("OPSC, art. 3 (1) (a); arts. 2 and 16 CAT", kinds="all")
    assert [(item.identifier, item.pinpoint) for item in found] == [
        ("treaty:opsc", "3 (1) (a)"),
        ("treaty:cat", "2 and 16"),
    ]


def pinned(text: str) -> list[tuple[str | None, str | None]]:
    return [(one.symbol or one.identifier, one.pinpoint) for one in find(text, kinds="all")]


def test_a_pinpoint_ends_at_the_semicolon_before_that_of_another_work() -> None:
    covenant = "International Covenant on Civil and Political Rights"
    assert pinned(f"ICCPR, art. 6 (2); article 6, paragraph 2, of the {covenant}") == [
        ("treaty:iccpr", "6 (2)"),
        ("treaty:iccpr", "6;2"),
    ]
    assert pinned("A/66/268, para. 3; section II, para. 5, of A/67/291") == [("A/66/268", "3"), ("A/67/291", "II;5")]
    assert pinned("A/66/268, para. 3; paras. 5 and 6") == [("A/66/268", "3;5 and 6")]


@pytest.mark.parametrize(
    ("text", "treaty", "pinpoint"),
    [
        ("Convention on the Rights of Persons with Disabilities (CRPD), art. 16", "crpd", "16"),
        ("Budapest Convention on Cybercrime, art. 9", "budapest", "9"),
        ("Geneva Convention IV, art. 50", "geneva-convention-4", "50"),
        ("Protocol I additional to the Geneva Conventions, art. 77", "additional-protocol-1", "77"),
        ("the 1951 Refugee Convention, Art. 1A(2)", "refugee-convention", "1A(2)"),
    ],
)
def test_treaties_by_other_names(text: str, treaty: str, pinpoint: str) -> None:
    assert pinned(text) == [(f"treaty:{treaty}", pinpoint)]


def test_the_committee_of_a_treaty_is_not_the_treaty() -> None:
    assert pinned("CEDAW, article 16 and CEDAW Committee") == [("treaty:cedaw", "16")]


def cases(text: str) -> list[str]:
    return [one.text for one in find(text, kinds="all") if one.kind == "case"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Doe v. Ruritania and Freedonia, application No. 12345/03", ["Doe v. Ruritania and Freedonia"]),
        ("Doe v. Ruritania and others (2003)", ["Doe v. Ruritania and others"]),
        (
            "N.S. v. Secretary of State for the Home Department; see",
            ["N.S. v. Secretary of State for the Home Department"],
        ),
        ("the Court of Human Rights. Doe v. Ruritania, para. 5", ["Doe v. Ruritania"]),
        ("Case of Doe v. Ruritania", ["Doe v. Ruritania"]),
        ("See also the judgment. In the case of Doe v. Ruritania", ["Doe v. Ruritania"]),
        ("In Doe v. Ruritania and Roe v. Freedonia, the Court", ["Doe v. Ruritania", "Roe v. Freedonia"]),
        ("Doe v. Ruritania and Parliament agreed", ["Doe v. Ruritania"]),
        ("Doe v. Ruritania and Human Rights Watch", ["Doe v. Ruritania"]),
        ("Doe v. Ruritania et al.", ["Doe v. Ruritania"]),
        ("Att. Gen. of Ruritania v. Doe", ["Att. Gen. of Ruritania v. Doe"]),
    ],
)
def test_the_name_of_a_case_is_whole_and_nothing_else(text: str, names: list[str]) -> None:
    assert [name for name in cases(text) if " v. " in name] == names


@pytest.mark.parametrize(
    ("note", "symbol"),
    [
        ("Doe v. Australia (CCPR/C/50/D/488/1992), para. 8.", "CCPR/C/50/D/488/1992"),
        (
            "Doe v. Australia, Views, communication No. 488/1992 (CCPR/C/50/D/488/1992), para. 8.",
            "CCPR/C/50/D/488/1992",
        ),
        ("CCPR/C/50/D/488/1992, Doe v. Australia, para. 8.", "CCPR/C/50/D/488/1992"),
        ("Doe v. Australia; A/60/1, para. 8.", None),
        ("Doe v. Australia, A/60/1, para. 8.", None),
    ],
)
def test_an_ibid_after_a_case_and_its_communication_means_the_one_source(note: str, symbol: str | None) -> None:
    ibid = cite(f"1 {note}\n2 Ibid., para. 9.\n", kinds="all")[-1]
    assert (ibid.kind, ibid.symbol) == ("ibid", symbol)


def test_an_ibid_after_a_case_and_a_communication_without_symbol_says_what_is_missing() -> None:
    text = "1 A/60/1.\n2 Doe v. Australia, communication No. 488/1992, para. 8.\n3 Ibid., para. 9.\n"
    assert cite(text, kinds="all")[-1].reason == "the committee and its session are not printed"
    several = text.replace("Australia, ", "Australia; ")
    assert cite(several, kinds="all")[-1].reason == "the note before cites several sources"


@pytest.mark.parametrize(
    ("text", "treaty"),
    [
        ("the 1967 Protocol relating to the Status of Refugees", "refugee-protocol"),
        ("le Protocole relatif au statut des réfugiés", "refugee-protocol"),
        ("the Convention relating to the Status of Stateless Persons", "stateless-persons-convention"),
        ("la Convención para reducir los casos de apatridia", "statelessness-convention"),
        ("the Slavery Convention", "slavery-convention"),
        ("the Convention relating to the Status of Refugees", "refugee-convention"),
    ],
)
def test_treaties_on_refugees_stateless_persons_and_slavery(text: str, treaty: str) -> None:
    assert [one.identifier for one in find(text, kinds="all")] == [f"treaty:{treaty}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Doe v. Ruritania, App. No. 33401/02, judgment of 9 June 2009, para. 159", [None, "159"]),
        ("Prosecutor v. Doe, Case No. ICTR-96-4-T, Judgment, para. 598", [None, "598"]),
        ("Doe v. Ruritania (merits), para. 5, and Roe v. Ruritania [GC], judgment, paras. 3-4", ["5", "3-4"]),
        ("El caso Pérez Vs. Ruritania, sentencia de 29 de julio de 1988, párr. 12, es de la Corte.", ["12"]),
        ("L'affaire Martin c. Ruritanie, requête n° 33401/02, arrêt du 9 juin 2009, par. 159.", [None, "159"]),
    ],
)
def test_the_pinpoint_of_a_case_stands_behind_its_judgment(text: str, expected: list[str | None]) -> None:
    found = find(text, kinds="all")
    assert [(one.kind, one.pinpoint) for one in found] == [("case", pinpoint) for pinpoint in expected]


def test_words_before_the_name_of_a_case_are_none_of_it() -> None:
    found = [
        *find("Caso Pérez Vs. Ruritania, sentencia de la Corte.", kinds="all", language="es"),
        *find("Affaire Martin c. Ruritanie, arrêt de la Cour.", kinds="all", language="fr"),
    ]
    assert [one.identifier for one in found] == ["case:perez-v-ruritania", "case:martin-v-ruritanie"]


@pytest.mark.parametrize(
    "text",
    [
        "Communication No. 24/1977, Doe v. Ruritania, para. 13.",
        "See Doe v. Ruritania, communication No. 24/1977, para. 13.",
        "See Doe v. Ruritania (communication No. 24/1977), para. 13.",
        "See CCPR/C/13/D/24/1977, Doe v. Ruritania, para. 13.",
        "See Doe v. Ruritania (CCPR/C/13/D/24/1977), para. 13.",
    ],
)
def test_the_pinpoint_of_a_communication_is_that_of_its_case(text: str) -> None:
    found = find(text, kinds="all")
    assert [one.pinpoint for one in found] == ["13", "13"]
    assert [text[start:end] for one in found for start, end in one.pinpoint_spans] == ["13", "13"]


@pytest.mark.parametrize(
    "text",
    [
        "See Doe v. Ruritania, A/HRC/19/63, para. 13.",
        "See Doe v. Ruritania and communication No. 24/1977, para. 13.",
        "See Doe v. Ruritania, cited in communication No. 24/1977, para. 13.",
    ],
)
def test_the_pinpoint_of_another_document_is_none_of_the_case(text: str) -> None:
    assert [one.pinpoint for one in find(text, kinds="all")] == [None, "13"]


@pytest.mark.parametrize(
    ("text", "identifiers"),
    [
        ("Европейский суд, дело № 12345/02, и жалоба № 23456/94.", ["case:12345-02", "case:23456-94"]),
        ("محكمة العدل، القضية رقم 12345/02، والدعوى رقم 123/2005", ["case:12345-02", "case:123-2005"]),
        ("欧洲人权法院，第12345/02号申诉，第23456/94号案件。", ["case:12345-02", "case:23456-94"]),
        ("第60/1号决议。", []),
    ],
)
def test_cases_by_number_in_other_scripts(text: str, identifiers: list[str]) -> None:
    assert [one.identifier for one in cite(text, kinds="all") if one.kind == "case"] == identifiers
