"""The number that heads a resolution stands without a word for resolutions: it is read where a title is behind it, and
then the organ with whose name the preamble begins."""

from __future__ import annotations

import pytest
from citation_support import brief
from mandate_data.citations import Segment, cite, cite_document, cite_stream, find

HEADS = [
    (
        "[on the report of the Third Committee (A/51/615)]\n\n51/77. The rights of the child\n\nThe General Assembly,"
        "\n\nRecalling the Convention,\n",
        "51/77",
        "A/RES/51/77",
    ),
    (
        "[on the report of the Third Committee (A/62/439/Add.2)] 62/166. Respect for the purposes and principles"
        " contained in the Charter of the United Nations The General Assembly, Recalling that States have pledged",
        "62/166",
        "A/RES/62/166",
    ),
    (
        "7/1. Human rights violations emanating from attacks\n\nThe Human Rights Council,\n\nRecalling the Charter,\n",
        "7/1",
        "A/HRC/RES/7/1",
    ),
    ("S-9/1. Grave violations\n\nThe Human Rights Council,\n\nRecalling the law,\n", "S-9/1", "A/HRC/RES/S-9/1"),
    (
        "25 July 1996\nOriginal: English\n\n1996/31. Consultative relationship with organizations\n\nThe Economic and"
        " Social Council,\n\nRecalling Article 71 of the Charter,\n",
        "1996/31",
        "E/RES/1996/31",
    ),
    (
        "1993/31. Human rights and forensic science\n\nThe Commission on Human Rights,\n\nGuided by the Charter,\n",
        "1993/31",
        "E/CN.4/RES/1993/31",
    ),
    (
        "2625 (XXV). Declaration on Principles of International Law\n\nThe General Assembly,\n\nRecalling the past,\n",
        "2625 (XXV)",
        "A/RES/2625(XXV)",
    ),
    ("48/121 B. A conference\n\nThe General Assembly,\n\nHaving considered it,\n", "48/121 B", "A/RES/48/121B"),
    ("60/1. 2005 World Summit Outcome\n\nThe General Assembly ,\n\nAdopts it.", "60/1", "A/RES/60/1"),
    ("<b>51/77. The child</b><p><i>The General Assembly,</i></p><p>Recalling</p>", "51/77", "A/RES/51/77"),
    ("## 51/77. The child\n\n*The General Assembly*,\n\n*Recalling* the law", "51/77", "A/RES/51/77"),
    ("1325 (2000). Women and peace\nThe Security Council,\nRecalling its", "1325 (2000)", "S/RES/1325(2000)"),
    ("1325 (2000) Women and peace\nThe Security Council,\nRecalling its", "1325 (2000)", "S/RES/1325(2000)"),
    ("14 (1946). Resolution of 16 December 1946\nIn favour: all.\n", "14 (1946)", "S/RES/14(1946)"),
    (
        "14 (1946). Résolution du 16 décembre 1946\n\nLe Conseil de sécurité,\n\nDécide ce qui suit :",
        "14 (1946)",
        "S/RES/14(1946)",
    ),
    ("Original : anglais 51/77. Les droits L’Assemblée générale, Rappelant la Charte,", "51/77", "A/RES/51/77"),
    ("51/77. Les droits de l’enfant\n\nL’Assemblée générale,\n\nRappelant la Charte,\n", "51/77", "A/RES/51/77"),
    (
        "7/1. Violaciones de los derechos humanos\n\nEl Consejo de Derechos Humanos,\n\nRecordando la Carta,\n",
        "7/1",
        "A/HRC/RES/7/1",
    ),
    ("7/1. Violaciones El Consejo de Derechos Humanos, Recordando la Carta,", "7/1", "A/HRC/RES/7/1"),
    ("51/77. Права ребенка\n\nГенеральная Ассамблея,\n\nссылаясь на Устав,\n", "51/77", "A/RES/51/77"),
    ("(A/51/615)] 51/77. Права ребенка Генеральная Ассамблея, ссылаясь на Устав,", "51/77", "A/RES/51/77"),
    (
        "52 / 31   التحقق بجميع جوانبه\n\nإن الجمعية العامة،\n\nإذ تلاحظ الأهمية",
        "52 / 31",
        "A/RES/52/31",
    ),
    ("[(A/52/603)] 52/31 التحقق بجميع جوانبه إن الجمعية العامة، إذ تلاحظ الأهمية", "52/31", "A/RES/52/31"),
    ("٥٢/٣١ - التحقق بجميع جوانبه\nإن الجمعية العامة،\nإذ تلاحظ", "٥٢/٣١", "A/RES/52/31"),
    ("52/31. نص\n\nإن الجمعية العامة،\n\nإذ تلاحظ", "52/31", "A/RES/52/31"),
    ("66/54 从国际安全的角度来看信息和电信领域的发展\n大会，\n回顾其决定，\n", "66/54", "A/RES/66/54"),
    ("50/28. 近东难民救济和工程处\nA. 援助难民\n大会,\n回顾其决定,\n", "50/28", "A/RES/50/28"),
    ("66/54. 从国际安全的角度来看信息和电信领域的发展\n\n大会，\n\n回顾其决定，\n", "66/54", "A/RES/66/54"),
]


@pytest.mark.parametrize(("text", "number", "symbol"), HEADS)
def test_the_number_that_heads_a_resolution(text: str, number: str, symbol: str) -> None:
    assert ("resolution", number, symbol) in brief(find(text))
    one = next(one for one in cite(text) if one.text == number)
    assert text[one.start : one.end] == number
    assert one.organ is not None
    assert one.pinpoint is None


@pytest.mark.parametrize(
    ("text", "organ"),
    [
        (
            "16/2. Follow-up to the Conference\n\nThe Commission on Human Settlements,\n\nRecalling the Agenda,\n",
            "commission_on_human_settlements",
        ),
        (
            "10/5. Seguimiento\n\nLa Comisión de Asentamientos Humanos,\n\nRecordando el Programa,\n",
            "commission_on_human_settlements",
        ),
    ],
)
def test_one_of_an_organ_without_symbols_is_open(text: str, organ: str) -> None:
    (one,) = find(text)
    assert (one.symbol, one.organ) == (None, organ)
    assert one.reason


def test_each_of_a_compilation() -> None:
    preamble = "\n\nThe Commission on Human Rights,\n\nGuided by the Charter,\n\n1. Decides to act.\n\n"
    text = f"A. Resolutions (continued)\n\n2005/56. Promotion of peace{preamble}2005/57. Democracy{preamble}"
    assert [one.symbol for one in find(text)] == ["E/CN.4/RES/2005/56", "E/CN.4/RES/2005/57"]


def test_a_table_of_contents_has_the_number_and_the_title_of_what_the_text_has() -> None:
    contents = (
        "2005/56. Promotion of peace as a requirement for the\nfull enjoyment of rights ............ 3\n"
        "2005/57. Promotion of a democratic order ...... 5\n2005/58. Not here ... 7\n\n"
    )
    preamble = "\n\nThe Commission on Human Rights,\n\nGuided by the Charter,\n\n1. Decides to act.\n\n"
    bodies = (
        f"2005/56.  Promotion of peace as a requirement{preamble}2005/57. Promotion of a democratic order{preamble}"
    )
    whole = ["E/CN.4/RES/2005/56", "E/CN.4/RES/2005/57"]
    assert [one.symbol for one in find(contents + bodies)] == whole * 2
    assert find(contents) == []
    assert [one.symbol for one in find("2005/56. Another title of it\n\n" + bodies)] == whole


def test_a_decision_with_a_preamble_is_told_by_its_number() -> None:
    text = "1993/112. Question of it\n\nThe Commission on Human Rights,\n\nRecalling the law,\n"
    assert brief(find(text)) == [("decision", "1993/112", "E/CN.4/DEC/1993/112")]


def test_one_that_is_read_already_is_no_second_reference() -> None:
    text = "Resolution adopted by the General Assembly\n51/77. The rights\n\nThe General Assembly,\n\nRecalling it,\n"
    assert [one.symbol for one in find(text)] == ["A/RES/51/77"]
    text = "See resolution 51/77. The General Assembly,\n\nRecalling it,\n"
    assert [one.text for one in find(text)] == ["resolution 51/77"]


@pytest.mark.parametrize(
    "text",
    [
        "7. The Council adopted it.\n\nThe General Assembly,\n\nRecalling it,\n",
        "5.1. The rights of the child\n\nThe General Assembly,\n\nRecalling it,\n",
        "12/3. The committee met and went.\n\nThe General Assembly met, too.\n",
        "31/12/1996. The rights of the child\n\nThe General Assembly,\n\nRecalling it,\n",
        "Adopted by a vote of 51/77. Rights The General Assembly, Recalling it,\n",
        "It was item 51/77. Rights\n\nThe General Assembly,\n\nRecalling it,\n",
        "pages 50/1, 51/77. Rights\n\nThe General Assembly,\n\nRecalling it,\n",
        "51/77. of the cases\n\nThe General Assembly,\n\nRecalling it,\n",
        "51/77 of the cases\n\nThe General Assembly,\n\nRecalling it,\n",
        "51/77 The rights of the child\n\nThe General Assembly,\n\nRecalling it,\n",
        "51/77. The rights of the child\n\nThe General Assembly,\nwhich met in autumn, heard it.\n",
        "51/77. The rights of the child. In the end, the General Assembly, recalling the law, met.\n",
        "51/77. The rights of the child\n\nThe Council,\n\nRecalling it,\n",
        "51/77. The rights of the child\n\nThe Security Council,\n\nRecalling it,\n",
        "12/3. The rights of the child\n\nThe General Assembly,\n\nRecalling it,\n",
        "51/77. " + "On and on. " * 50 + "\n\nThe General Assembly,\n\nRecalling it,\n",
        "55/1. 12\n\nThe General Assembly,\n\nRecalling it,\n",
        "22/1. Environment\n\nThe Governing Council,\n\nRecalling it,\n",
        "51/77.\n\nThe General Assembly,\n\nRecalling it,\n",
        "51/77. Les droits de l'enfant\n\nDevant l'Assemblée générale,\n\nRappelant la Charte,\n",
        "66/54. 发展\n\n大会通过了决定。\n",
        "14 (1947). Resolution of 16 December 1946\nIn favour: all.\n",
    ],
)
def test_other_numbers_head_no_resolution(text: str) -> None:
    assert find(text) == []


def test_the_nearest_number_is_that_of_the_preamble() -> None:
    text = "51/77. The rights of the child\n\n51/78. The girl child\n\nThe General Assembly,\n\nRecalling it,\n"
    assert [one.symbol for one in find(text)] == ["A/RES/51/78"]


def test_in_pieces() -> None:
    located = cite_document([Segment(one) for one in ("51/77. The rights", "The General Assembly,", "Recalling it,")])
    assert [one.reference.symbol for one in located] == ["A/RES/51/77"]


def test_in_a_passage_of_another_language() -> None:
    french = "Le rapport de la Commission est joint à la présente note, avec le texte de la résolution 60/1.\n\n" * 3
    text = f"{french}51/77. The rights of the child\n\nThe General Assembly,\n\nRecalling its resolution 50/153,\n"
    assert "A/RES/51/77" in [one.symbol for one in find(text)]


def test_a_stream_is_read_as_the_whole() -> None:
    text = "".join(
        f"51/{number}. The rights of the child\n\nThe General Assembly,\n\nRecalling the law, {'on ' * 100}\n\n"
        for number in range(1, 40)
    )
    whole = cite(text)
    assert len(whole) == 39
    assert list(cite_stream([text], 700, 900, 700)) == whole


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "58/401. Appointment of members\n\nAt its 1st plenary meeting, on 16 September 2003, the General Assembly "
            "appointed a Committee.\n\n58/402. Election\n\nAt its 23rd plenary meeting, the General Assembly elected.",
            ["A/DEC/58/401", "A/DEC/58/402"],
        ),
        (
            "en",
            "The Human Rights Council met.\n\n6/101. Title of it\n\nAt its 20th meeting, on 27 September 2007, "
            "the Council decided to go.",
            ["A/HRC/DEC/6/101"],
        ),
        ("fr", "58/401. Nomination\n\nÀ sa 1re séance plénière, l’Assemblée générale a nommé.", ["A/DEC/58/401"]),
        ("es", "58/401. Nombramiento\n\nEn su 1ª sesión plenaria, la Asamblea General nombró.", ["A/DEC/58/401"]),
        (
            "ru",
            "58/401. Назначение\n\nНа своем 1-м пленарном заседании 16 сентября Генеральная Ассамблея назначила",
            ["A/DEC/58/401"],
        ),
        ("en", "58/401. At its 1st meeting, the General Assembly met.", []),  # no title
        ("en", "60/12. Item\n\nAt its 20th meeting, the Committee recommended to the General Assembly the draft.", []),
        ("en", "10/2. Room\n\nAt its 2nd meeting, the Bureau of the Human Rights Council met.", []),
        ("en", "31/310. Posts\n\nAt its 90th meeting, the General Assembly appointed five.", ["A/DEC/31/310"]),
        ("en", "58/401. Staff\n\nAt its 1st meeting, the club met. The General Assembly did not.", []),
        ("en", "58/401. Staff\n\nAt its 1st meeting, the Council met.", []),
    ],
)
def test_decisions_whose_text_begins_with_the_meeting(language: str, text: str, expected: list[str]) -> None:
    assert [one.symbol for one in cite(text, language=language)] == expected
