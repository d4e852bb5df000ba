"""Passages in another language than the rest of the text are read with the words of their own."""

from __future__ import annotations

import time

import pytest
from citation_support import symbols
from mandate_data.citations import Segment, cite, cite_document, cite_stream

ENGLISH = (
    "The Human Rights Council adopted its resolution 7/13 on the sale of children. It was based on the work of the "
    "Commission, and this is known to all of the members.\n"
)
FRENCH = (
    "Le Conseil de sécurité a adopté la résolution 1325 (2000). Dans sa résolution 60/251, l'Assemblée générale a créé "
    "le Conseil des droits de l'homme.\n"
)
SPANISH = (
    "La Asamblea General, en su resolución 60/251, creó el Consejo de Derechos Humanos. Véase también la resolución "
    "7/13 del Consejo de Derechos Humanos, párr. 3.\n"
)
RUSSIAN = (
    "Генеральная Ассамблея в своей резолюции 60/251 учредила Совет. См. резолюцию 7/13 Совета по правам человека.\n"
)
ARABIC = "أشارت الجمعية العامة إلى قرارها 60/251. انظر أيضا قرار مجلس حقوق الإنسان 7/13، الفقرة 3.\n"
CHINESE = "大会在其第60/251号决议中设立了人权理事会。见人权理事会第7/13号决议第3段。\n"
WHOLE = {
    ENGLISH: ["A/HRC/RES/7/13"],
    FRENCH: ["S/RES/1325(2000)", "A/RES/60/251"],
    **{text: ["A/RES/60/251", "A/HRC/RES/7/13"] for text in (SPANISH, RUSSIAN, ARABIC, CHINESE)},
}


@pytest.mark.parametrize("rest", WHOLE)
@pytest.mark.parametrize("passage", WHOLE)
def test_each_paragraph_is_read_in_its_language(rest: str, passage: str) -> None:
    text = f"{rest}\n{passage}\n{rest}\n"
    found = cite(text)
    assert [one.symbol for one in found] == [*WHOLE[rest], *WHOLE[passage], *WHOLE[rest]]
    assert [text[one.start : one.end] for one in found] == [one.text for one in found]
    lines = [line for line, part in ((1, rest), (3, passage), (5, rest)) for _ in WHOLE[part]]
    assert [one.line for one in found] == lines


def test_pinpoints_are_read_with_the_words_of_the_passage() -> None:
    found = cite(f"{ENGLISH}\n{SPANISH}")[-1]
    assert (found.pinpoint_kind, found.pinpoint) == ("paragraph", "3")
    start, end = found.pinpoint_spans[0]
    assert f"{ENGLISH}\n{SPANISH}"[start:end] == "3"


def test_a_passage_may_be_of_several_printed_lines() -> None:
    wrapped = FRENCH
    for word in ("adopté", "l'Assemblée", "le Conseil des"):
        wrapped = wrapped.replace(f" {word}", f"\n{word}")
    assert symbols(f"{ENGLISH}{wrapped}{ENGLISH}") == [*WHOLE[ENGLISH], *WHOLE[FRENCH], *WHOLE[ENGLISH]]


def test_a_note_of_a_document_in_pieces() -> None:
    pieces = [
        Segment(ENGLISH),
        Segment("Voir la résolution 1325 (2000) du Conseil de sécurité, par. 3.", "1"),
        Segment("Ibid., par. 4.", "2"),
        Segment("See General Assembly resolution 60/1.", "3"),
    ]
    located = cite_document(pieces)
    assert [(one.segment, one.reference.symbol, one.reference.pinpoint, one.reference.line) for one in located] == [
        (0, "A/HRC/RES/7/13", None, 1),
        (1, "S/RES/1325(2000)", "3", 1),
        (2, "S/RES/1325(2000)", "4", 1),
        (3, "A/RES/60/1", None, 1),
    ]


def test_short_notes_each_in_its_language() -> None:
    text = (
        f"{ENGLISH}1 Conseil de sécurité, résolution 1325 (2000), par. 3.\n2 See resolution 1820 (2008) of the "
        "Security Council.\n3 Asamblea General, resolución 60/1.\n"
    )
    assert symbols(text) == ["A/HRC/RES/7/13", "S/RES/1325(2000)", "S/RES/1820(2008)", "A/RES/60/1"]


def test_what_a_passage_leaves_open_is_settled_by_the_rest() -> None:
    text = f"{ENGLISH}\nLe rapport est fondé sur la résolution 7/13. La résolution est connue des membres du groupe.\n"
    assert symbols(text) == ["A/HRC/RES/7/13"] * 2


def test_blanks_that_were_left_out_are_counted() -> None:
    text = f"{ENGLISH.replace(' ', '    ')}\n{FRENCH.replace(' ', '   ')}"
    found = cite(text)
    assert [one.symbol for one in found] == [*WHOLE[ENGLISH], *WHOLE[FRENCH]]
    assert [text[one.start : one.end] for one in found] == [one.text for one in found]


@pytest.mark.parametrize(
    "text",
    [
        f"{ENGLISH}\n« La résolution » is what the Parliament of the Republic adopted in its resolution 12/3.\n",
        f"{ENGLISH}\nLoi no 12/3, Journal officiel de la République.\n",
    ],
)
def test_a_title_in_another_language_is_no_passage(text: str) -> None:
    assert symbols(text)[1:] in ([], [None])


def test_a_language_that_is_given_is_that_of_the_whole() -> None:
    assert [one.symbol for one in cite(f"{ENGLISH}\n{FRENCH}", language="en")] == WHOLE[ENGLISH]


def test_in_stretches() -> None:
    text = "".join((ENGLISH, FRENCH, SPANISH) * 40)
    found = list(cite_stream([text], window=5000, behind=2000, ahead=1500))
    assert [one.symbol for one in found] == [*WHOLE[ENGLISH], *WHOLE[FRENCH], *WHOLE[SPANISH]] * 40
    assert [text[start:end] for one in found for start, end in one.pinpoint_spans] == ["3"] * 40
    assert [one.symbol for one in cite_stream([text], 5000, 2000, 1500, language="en")] == WHOLE[ENGLISH] * 40


def test_the_lines_before_a_passage_are_counted_once() -> None:
    pair = f"See the report of the {'x' * 3_000}\nVoir la résolution 7/13 de la Commission des droits de l'homme.\n"
    times = []
    for count in (10, 400, 1_600):
        begun = time.process_time()
        lines = [one.line for one in cite(pair * count)]
        times.append(time.process_time() - begun)
        assert lines == [2 * index + 2 for index in range(count)]
    assert times[2] < 6 * times[1]
