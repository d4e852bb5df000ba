"""Organs that are named beside a resolution, but did not adopt it: they refused it, or somebody else acts."""

from __future__ import annotations

import pytest
from citation_support import symbols
from mandate_data import cite


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 2002/46 was never endorsed by the Economic and Social Council.",
        "Resolution 2002/46 has not been adopted by the Economic and Social Council.",
        "The Economic and Social Council never endorsed resolution 2002/46.",
        "The General Assembly did not adopt resolution 34/16; the Human Rights Council did.",
        "The General Assembly refused to adopt resolution 34/16.",
        "La résolution 2002/46 n'a pas été adoptée par le Conseil économique et social.",
        "La resolución 2002/46 no ha sido aprobada por el Consejo Económico y Social.",
        "Резолюция 2002/46 не была принята Экономическим и Социальным Советом.",
        "لم تعتمد الجمعية العامة القرار 34/16.",
    ],
)
def test_an_organ_that_did_not_adopt_it_gives_no_symbol(text: str) -> None:
    assert symbols(text) == [None]


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        (
            "Resolution 2002/46 was never endorsed by ECOSOC, although the Commission on Human Rights adopted it.",
            "E/CN.4/RES/2002/46",
        ),
        (
            "La résolution 2002/46 n'a jamais été approuvée par le Conseil économique et social, bien que la Commission"
            " des droits de l'homme l'ait adoptée.",
            "E/CN.4/RES/2002/46",
        ),
        (
            "La resolución 2002/46 nunca fue aprobada por el Consejo Económico y Social, aunque la Comisión de Derechos"
            " Humanos la aprobó.",
            "E/CN.4/RES/2002/46",
        ),
        ("Resolution 2002/46 was endorsed by the Economic and Social Council.", "E/RES/2002/46"),
        ("The General Assembly did not adopt resolution 34/16 of the Human Rights Council.", "A/HRC/RES/34/16"),
        ("The Economic and Social Council adopted resolution 2002/46, and never revised it.", "E/RES/2002/46"),
        ("اعتمدت الجمعية العامة القرار 34/16.", "A/RES/34/16"),
    ],
)
def test_another_one_that_did_gives_it(text: str, symbol: str) -> None:
    assert symbols(text) == [symbol]


@pytest.mark.parametrize(
    "text",
    [
        "INTERPOL met in Vienna. It adopted resolution 91/4.",
        "UNASUR met in May. It adopted resolution 12/3.",
        "INTERPOL met in Vienna. The delegates spoke. The organization adopted resolution 91/4.",
        "OPEC ministers met in Vienna. They adopted resolution 12/3.",
        "The Inter-Parliamentary Union met in May. It adopted resolution 34/16.",
        "INTERPOL se reunió en Viena. Aprobó la resolución 91/4.",
        "INTERPOL s'est réunie à Vienne. Elle a adopté la résolution 91/4.",
        "FIFA's Congress, which the Human Rights Council had addressed, adopted resolution 5/1.",
        "The Rotary Club, which the General Assembly had invited, adopted resolution 61/4.",
        "The Synod has adopted resolution 12/3.",
        "The bishops have also adopted resolution 12/3.",
        "The Synod met and adopted resolution 12/3.",
        "Le Synode a adopté la résolution 12/3.",
        "El Sínodo ha adoptado la resolución 12/3.",
        "The Arctic Council met in Nuuk. It adopted decision 4/101.",
        "The Synod met in May, and the bishop, by decision 4/101, closed the parish.",
        "The Synod, and the bishop, decision 4/101, agreed.",
        "In decision 4/101 the bishop closed the parish.",
        "By decision 1999/231 the President pardoned him.",
    ],
)
def test_a_body_of_others_that_acts_gives_none(text: str) -> None:
    assert symbols(text) == [None]


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("The General Assembly met in May. It adopted resolution 61/295.", "A/RES/61/295"),
        ("OHCHR briefed the Human Rights Council. It adopted resolution 26/9.", "A/HRC/RES/26/9"),
        ("It has adopted resolution 12/3.", "A/HRC/RES/12/3"),
        ("In resolution 7/36 the mandate was extended.", "A/HRC/RES/7/36"),
        ("As the expert noted, in resolution 7/36 the mandate was extended.", "A/HRC/RES/7/36"),
        ("The Human Rights Council met. OHCHR spoke. It adopted resolution 26/9.", "A/HRC/RES/26/9"),
        ("In 2009 it met and adopted resolution 12/3.", "A/HRC/RES/12/3"),
        ("Le Conseil des droits de l'homme s'est réuni. Il a adopté la résolution 26/9.", "A/HRC/RES/26/9"),
        ("UNICEF spoke. The Human Rights Council adopted resolution 26/9.", "A/HRC/RES/26/9"),
        (
            "The Human Rights Council, which the General Assembly had created, adopted resolution 34/16.",
            "A/HRC/RES/34/16",
        ),
        ("The Human Rights Council met, and the President, by decision 4/101, closed it.", "A/HRC/DEC/4/101"),
        ("In decision 4/101 of the Human Rights Council the matter was closed.", "A/HRC/DEC/4/101"),
    ],
)
def test_organs_of_the_united_nations_that_act_give_theirs(text: str, symbol: str) -> None:
    assert symbols(text) == [symbol]


def test_decisions_from_201_on_are_no_decisions_of_the_commission() -> None:
    text = (
        "The Economic and Social Council endorsed the recommendation of the Commission on Human Rights (decision {})."
    )
    assert symbols(text.format("2002/243")) == ["E/DEC/2002/243"]
    assert symbols(text.format("2002/103")) == ["E/CN.4/DEC/2002/103"]


def test_only_the_assembly_has_emergency_special_sessions() -> None:
    text = "The tenth emergency special session adopted resolution ES-10/21; the union adopted resolution 10/21."
    assert [one.symbol for one in cite(text)] == ["A/RES/ES-10/21", None]


@pytest.mark.parametrize(
    "text",
    [
        "The university senate recorded its decision 48/485 to close the faculty.",
        "The town council adopted resolution 14/2 on the pool and decision 6/103 on markets.",
        "Le conseil municipal de Belval a adopté la résolution 14/2 sur la piscine et la décision 6/103.",
        "Le syndicat des mineurs, dont l'assemblée s'est tenue le 5/10, vota la résolution 16/2.",
        "Городской совет принял решение 14/2 о парковке и резолюцию 6/11 о школе.",
        "اتخذ مجلس بلدية المدينة القرار 14/2 بشأن المسبح",
    ],
)
def test_what_a_body_without_a_name_adopted_stays_open(text: str) -> None:
    assert [one.symbol for one in cite(text) if one.symbol] == []


def test_what_nobody_is_said_to_have_adopted_is_not_open() -> None:
    text = "Recalling its resolution 60/147 and decision 2/102 on reports and resolution 70/1 on goals,"
    assert [one.symbol for one in cite(text)] == ["A/RES/60/147", "A/HRC/DEC/2/102", "A/RES/70/1"]


@pytest.mark.parametrize("issuer", [None, "A/HRC"])
@pytest.mark.parametrize(
    "text",
    [
        "The Commission urged States, in its resolution 26/4, to cooperate.",
        "The Commission also noted, in its resolution 26/4, that it was so. The Human Rights Council met.",
        "The Committee urged States, in its resolution 5/3, to act.",
        "The Preparatory Committee recommended, in its decision 11/101, that it be so.",
        "La Commission a recommandé aux États, dans sa résolution 25/2, de coopérer.",
        "Le Comité a demandé aux États, dans sa décision 5/101, d'agir.",
        "La Comisión recomendó, en su resolución 25/2, que se aprobara.",
        "El Comité pidió, en su decisión 5/101, que se actuara.",
        "Комиссия рекомендовала в своей резолюции 25/2 принять меры.",
        "Комитет призвал в своем решении 5/101 принять меры.",
    ],
)
def test_its_resolution_is_none_of_an_organ_of_another_kind_than_the_subject(text: str, issuer: str | None) -> None:
    assert symbols(text, issuer) == [None]


@pytest.mark.parametrize(
    "text",
    [
        "The Council urged States, in its resolution 26/4, to cooperate.",
        "The Commission noted that the Council, in its resolution 26/4, had done so.",
        "The Council asked the Commission to act, in its resolution 26/4.",
        "Recalling the report of the Commission and its resolution 26/4,",
        "The Panel was renewed by the Council in its resolution 26/4.",
    ],
)
def test_it_is_that_of_a_council_named_in_the_sentence(text: str) -> None:
    assert symbols(text, "A/HRC") == ["A/HRC/RES/26/4"]


@pytest.mark.parametrize(
    "text",
    [
        "The Human Rights Council met. Draft resolution 12/3 was withdrawn.",
        "The Human Rights Council withdrew proposed decision 4/101.",
        "Le Conseil des droits de l'homme a rejeté le projet de résolution 12/3.",
        "El Consejo de Derechos Humanos rechazó el proyecto de resolución 12/3.",
        "Совет по правам человека отклонил проект резолюции 12/3.",
        "رفض مجلس حقوق الإنسان مشروع القرار 12/3.",
    ],
)
def test_a_draft_is_not_numbered_so(text: str) -> None:
    (one,) = cite(text)
    assert (one.symbol, one.reason) == (None, "it is a draft, which is not numbered as the resolution that it becomes")


def test_what_a_draft_became_has_its_symbol() -> None:
    text = "The General Assembly adopted draft resolution A/C.3/60/L.1 as resolution 60/231."
    assert symbols(text) == ["A/C.3/60/L.1", "A/RES/60/231"]
